"""The pages of the packing bench: read from the database, shown as the bench stands, the keyboard where it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.permissions import Permission
from app.errors import AppError, Unavailable
from app.qt.words import mark, said, tr, trn
from app.queries.bench import AtBench, Paper, at_bench, papers
from app.queries.bench_box import BenchBox, box_at_hand
from app.queries.bench_queue import Queue, bench_queue
from app.queries.bench_steps import LEFT
from app.queries.help_calls import Call, last_call
from app.queries.pages import Connection
from app.queries.people import Person, person
from app.queries.pictures import Picture, pictures
from app.queries.print_queue import waiting_count
from app.views.base import View
from app.views.parts.desk_settings import weighing_of
from app.views.parts.packing_keys import SPARE, keys_of
from app.views.parts.packing_line import ScanLine
from app.views.parts.packing_panels import DonePage, WaitingPage, WorkPage
from app.views.parts.packing_show import show_done, show_waiting, show_weight, show_work
from app.views.parts.packing_state import Bench, no_note, parcel_at_hand
from app.views.parts.packing_words import Mode
from app.views.parts.pictures import pixmap_of
from app.views.parts.scale_words import ScaleOnBars

COMING = timedelta(minutes=15)
"""So long a bench says who comes."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What is read around the shipment: what waits, who works, how far the papers are, the last call of the desk."""

    queue: Queue
    person: Person
    printing: int
    papers: tuple[Paper, ...]
    call: Call | None


class PackingPages(View):
    """The bench's pages: what they show comes from the database and from what was done here."""

    id, title, icon, group = "packing", mark("Packing"), "packing", mark("Ship")
    topics = frozenset(
        {"shipment", "package", "shipping_label", "print_job", "help_call", "app_user", "carton"}
    )
    right = Permission.SHIPMENT_PACK
    bench = True

    def build(self) -> None:
        """Make the three pages."""
        self.state = Bench()
        self.line = ScanLine()
        self.person = self.shell.session.actor
        self.waiting_page, self.work_page, self.done_page = WaitingPage(), WorkPage(), DonePage()
        self.pages = QStackedWidget()
        for page in self.three:
            self.pages.addWidget(page)
            page.keys.pressed.connect(self._key_clicked)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.work_page.field.textChanged.connect(lambda _: show_weight(self.work_page, self.state))
        self._printing = 0
        self.scale_on_bars = ScaleOnBars(self.shell, [page.bar for page in self.three], self)
        self._show_bar()
        self.show_state()

    @property
    def three(self) -> tuple[WaitingPage, WorkPage, DonePage]:
        """All pages."""
        return self.waiting_page, self.work_page, self.done_page

    # Reading

    def refresh(self) -> None:
        """Read again what waits, what lies on the bench, and how far the papers are."""
        desk, actor, jobs = self.ctx.desk, self.ctx.actor, self.state.jobs

        def look(connection: Connection) -> _Around:
            return _Around(
                bench_queue(connection),
                person(connection, actor),
                waiting_count(connection, desk),
                papers(connection, jobs),
                last_call(connection, desk) if desk else None,
            )

        self.read(look, then=self._around, failed=self._no_answer, latest="around")
        if self.state.scene is not None:
            self.look(self.state.scene.shipment_id, self._seen_again, self._no_answer)

    def _around(self, found: _Around) -> None:
        state, call = self.state, found.call
        self.person, self._printing, state.papers = found.person.name, found.printing, found.papers
        state.training = found.person.training
        # A call that was taken back is over; whoever comes is named until the bench goes on to something else.
        state.call = call if call is not None and not call.mine and not self._seen_coming(call) else None
        state.take_queue(found.queue)
        self._show_bar()
        self.show_state()
        self.counted.emit(found.queue.total)

    def _seen_coming(self, call: Call) -> bool:
        """Whether somebody's coming was shown long enough: the bench went on to something else, or it is a while ago."""
        if not call.answered_by:
            return False
        scene = self.state.scene
        here = scene.number if scene is not None else ""
        return call.shipment != here or datetime.now(UTC) - call.at > COMING

    def look(
        self, shipment_id: int, then: Callable[[AtBench | None], None], failed: Callable[[AppError], None]
    ) -> None:
        """Read a shipment, with the pictures of those of its articles that were not seen yet."""
        known = frozenset(self.state.pictures)
        into = self.state.into

        def work(connection: Connection) -> tuple[AtBench | None, dict[int, Picture | None], BenchBox]:
            scene, box = at_bench(connection, shipment_id), BenchBox()
            if scene is not None:
                parcel = parcel_at_hand(scene, into)
                chosen, parcel_id = (parcel.carton_id, parcel.package_id) if parcel is not None else (0, 0)
                box = box_at_hand(connection, shipment_id, scene.warehouse_id, chosen, parcel_id)
            ids = [item.product_id for item in scene.items if item.product_id not in known] if scene else []
            found = pictures(connection, ids)
            return scene, {product_id: found.get(product_id) for product_id in ids}, box

        def take(read: tuple[AtBench | None, dict[int, Picture | None], BenchBox]) -> None:
            scene, fresh, self.state.box = read
            self.state.pictures |= {product_id: pixmap_of(picture) for product_id, picture in fresh.items()}
            then(scene)

        self.read(work, then=take, failed=failed)

    def _seen_again(self, scene: AtBench | None) -> None:
        """Somebody changed the shipment, perhaps this bench itself."""
        lies = self.state.scene
        if lies is None or scene is None or scene.shipment_id != lies.shipment_id:
            return
        if not self.state.take(scene):
            self.state.clear()
            gone = scene.state in LEFT
            self.state.say(
                lambda: (tr("{number} has left this bench", number=scene.number), "warn"),
                (lambda: tr("To open it here again, undo handing over in Shipments first."))
                if gone
                else no_note,
            )
        self.show_state()

    def _no_answer(self, error: AppError) -> None:
        words = tr("No answer") if isinstance(error, Unavailable) else tr("Not read")
        for page in self.three:
            page.bar.set_item("connection", "disconnected", words, "stop")
        self.state.say(lambda: (tr("Not read"), "stop"), lambda: said(error))
        self.show_state()

    def lay(self, shipment_id: int, then: Callable[[], None] = lambda: None) -> None:
        """Put a shipment on the bench as it is now; ends the step that is under way."""

        def take(scene: AtBench | None) -> None:
            if not self.state.take(scene):
                self.state.clear()
            then()
            self.show_state()
            self.line.done()
            self.refresh()

        self.look(shipment_id, take, self.refused)

    # Showing

    def retranslate(self) -> None:
        """Say everything in the language that is set now."""
        self._show_bar()
        self.show_state()

    def _show_bar(self) -> None:
        desk, waiting = self.ctx.desk, self._printing
        self.scale_on_bars.show()
        for page in self.three:
            page.bar.set_title(tr("Packing, desk {desk}", desk=desk) if desk else tr("Packing"))
            words = trn("%n papers waiting", waiting) if waiting else tr("Printer idle")
            page.bar.set_item("printer", "print", words, "warn" if waiting else "text")
            self._show_call(page)
            page.bar.set_item("connection", "connection", tr("Connected"))
            page.bar.set_item("person", "person", self.person, strong=True)

    def _show_call(self, page: WaitingPage | WorkPage | DonePage) -> None:
        call = self.state.call
        if call is None:
            page.bar.remove_item("call")
        elif call.answered_by:
            page.bar.set_item(
                "call", "call", tr("{who} is coming", who=call.answered_by), "good", strong=True
            )
        else:
            page.bar.set_item("call", "call", tr("Called, nobody yet"), "warn", strong=True)

    def _weighing(self) -> str:
        """How weights come at this desk."""
        if self.shell.scale is not None:
            return "scale"
        return weighing_of(self.shell.store)

    def show_state(self) -> None:
        """Show what the bench knows, and put the keyboard where it is wanted."""
        state, mine = self.state, self._has_keyboard()
        state.weighing = self._weighing()
        page: WaitingPage | WorkPage | DonePage = self.waiting_page
        if state.scene is None:
            show_waiting(self.waiting_page, state, self.ctx.actor)
        elif state.mode is Mode.DONE:
            page = self.done_page
            show_done(self.done_page, state, state.scene)
        else:
            page = self.work_page
            show_work(self.work_page, state, state.scene)
        self.pages.setCurrentWidget(page)
        self.update_commands()
        asked = f"-{state.question.kind}" if state.question is not None else ""
        keys = [one for one in keys_of(f"{state.mode}{asked}") if not one[2] or self.can(one[2])]
        page.keys.set_keys([(key, tr(words)) for key, words, _ in keys], SPARE)
        self._place_focus(mine)

    def _place_focus(self, mine: bool) -> None:
        """Put the keyboard where it is wanted, unless somebody works elsewhere in the window."""
        field: QWidget | None = None
        if self.state.mode is Mode.WAITING:
            field = self.waiting_page.finder
        elif self.state.mode is not Mode.DONE and self.work_page.field.isVisibleTo(self.work_page):
            field = self.work_page.field
        self.setFocusProxy(field)
        if mine and self.isVisible() and self._focused() is not (field or self):
            self.setFocus()

    def _has_keyboard(self) -> bool:
        """Asked before anything is hidden: Qt hands the keyboard of a hidden field to whatever comes next."""
        focused = self._focused()
        return focused is None or focused is self or self.isAncestorOf(focused)

    def _focused(self) -> QWidget | None:
        return self.window().focusWidget()

    def _key_clicked(self, key: str) -> None:
        asked = f"-{self.state.question.kind}" if self.state.question is not None else ""
        for name, _, command_id in keys_of(f"{self.state.mode}{asked}"):
            if name == key and command_id:
                self.run(command_id)

    def refused(self, error: AppError) -> None:
        """A step that was refused says why until the next one; what waits goes on."""
        self.state.say(lambda: (tr("Not done"), "stop"), lambda: said(error))
        self.shell.sounds.play("stop")
        self.show_state()
        self.line.done()
