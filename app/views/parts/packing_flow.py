"""How the packing bench works: scans and commands in their order, questions, and the STOP at a wrong one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPixmap

from app.domain.scan import Scan
from app.errors import AppError
from app.qt.benchkit import Stop, StopOverlay
from app.qt.format import count, hour
from app.qt.words import tr
from app.queries.bench import Article, AtBench, article
from app.queries.pages import Connection
from app.queries.pictures import Picture, pictures
from app.services.bench_opening import Arrival, scan_at_bench
from app.services.packing import scan_item
from app.services.resolver import resolve
from app.services.scanning import ScanResult, Tone, Verdict
from app.views.parts.packing_pages import PackingPages
from app.views.parts.packing_state import Question, no_tag
from app.views.parts.packing_stop import kept_words, stop_of_refusal, stop_of_scan
from app.views.parts.packing_words import PAPERS, Mode, now_here
from app.views.parts.pictures import pixmap_of

LANE = "bench"
MOST = 9_999
"""Pieces that one scan may count."""


def _scanned_tag() -> tuple[str, str]:
    return tr("Well scanned"), "good"


def _article_tag() -> tuple[str, str]:
    return tr("Article complete"), "good"


def _opened_tag() -> tuple[str, str]:
    return tr("Opened"), "good"


class PackingFlow(PackingPages):
    """The bench without its commands."""

    def build(self) -> None:
        """Make the pages; the STOP is made when it is first needed, over the window that there is then."""
        self.overlay: StopOverlay | None = None
        self._looked_up: int | None = None
        super().build()

    # Scans

    @property
    def stopped(self) -> bool:
        """Whether everything waits for "understood"."""
        return self.overlay is not None and self.overlay.stop is not None

    def on_scan(self, scan: Scan, journal: int) -> bool:
        """Every scan is taken in its turn; behind a STOP it is kept and named."""
        step = self.line.add(lambda: self._scanned(scan, journal), scan.code[:40])
        if self.stopped:
            self._name_kept()

            def named(name: str) -> None:
                step.name = name or step.name
                self._name_kept()

            self.read(_name_of, scan.raw, then=named, failed=lambda _: None)
        return True

    def retranslate(self) -> None:
        """Say everything in the language that is set now, also what waits behind a STOP."""
        super().retranslate()
        self._name_kept()

    def _name_kept(self) -> None:
        if self.overlay is not None and self.overlay.stop is not None:
            self.overlay.set_kept(kept_words(self.line.waiting))

    def _scanned(self, scan: Scan, journal: int) -> None:
        key, question = self.shell.scan_key(journal), self.state.question

        def failed(error: AppError) -> None:
            self.shell.answered(journal, error.code)
            at = now_here()
            self._stop(lambda: stop_of_refusal(error, scan.code, self._where(at)))

        if self.state.scene is None or self.state.mode is Mode.DONE:
            self._open(scan, journal, key, failed)
        elif question is not None and question.kind == "park" and question.code == scan.code:
            self.shell.answered(journal, "parked")
            self.park_now("later")
        elif question is not None and question.kind in (answers := self.answers_by_scan()):
            self.shell.answered(journal, question.kind)
            answers[question.kind](scan)
        elif (
            question is not None and question.kind == "quantity" and self._typed and not self.take_quantity()
        ):
            self.shell.answered(journal, "refused")
            self.shell.sounds.play("stop")
            self.show_state()
            self.line.done()
        else:
            self.do(
                scan_item,
                self.state.scene.shipment_id,
                scan.raw,
                package_id=self.state.into or None,
                qty=self.state.quantity,
                then=lambda result: self._judged(result, scan, journal),
                failed=failed,
                key=key,
                lane=LANE,
            )

    @property
    def _typed(self) -> str:
        return self.work_page.field.text().strip()

    def typed_pieces(self, most: int) -> int:
        """The number that stands in the field; 0, and it is said, where it is none from 1 to `most`."""
        text = self._typed
        pieces = int(text) if text.isascii() and text.isdigit() else 0
        if 0 < pieces <= most:
            return pieces
        self.state.say(
            lambda: (tr("Not done"), "stop"),
            lambda: tr("Type a number from 1 to {most}.", most=count(most)),
        )
        self.work_page.field.selectAll()
        return 0

    def take_quantity(self) -> bool:
        """Let the next scan count as often as was typed, whether Enter came between or not."""
        pieces = self.typed_pieces(MOST)
        if pieces:
            self.state.quantity, self.state.question = pieces, None
        return bool(pieces)

    def _open(self, scan: Scan, journal: int, key: str, failed: Callable[[AppError], None]) -> None:
        self.do(
            scan_at_bench,
            scan.raw,
            then=lambda arrival: self._arrived(arrival, scan, journal),
            failed=failed,
            key=key,
            lane=LANE,
        )

    def _arrived(self, arrival: Arrival, scan: Scan, journal: int) -> None:
        result = arrival.result
        self.shell.answered(journal, result.verdict.value)
        if result.step == "join":
            self._ask_to_join(arrival, scan)
        elif result.step == "show":
            self.state.clear()
            self.lay(arrival.shipment_id)
        elif result.tone is Tone.STOP:
            self._stop_at(result, scan)
        else:
            self.state.clear()
            self.state.product = result.product_id
            self.shell.sounds.play("good" if result.left else "article")
            self.state.say(_scanned_tag if result.product_id is not None else _opened_tag)
            single = result.product_id is not None
            # The only article of a shipment may also be its only piece: then its first scan was the last.
            self.lay(arrival.shipment_id, then=lambda: self._first_was_last(result) if single else None)

    def _first_was_last(self, result: ScanResult) -> None:
        if result.left or self.state.scene is None:
            return

        def close() -> None:
            if not self.everything_in(result):
                self.end_step()

        with self.line.in_front():
            self.line.add(close)

    def _ask_to_join(self, arrival: Arrival, scan: Scan) -> None:
        def ask(scene: AtBench | None) -> None:
            who = (scene.packer_name if scene else "") or str(arrival.result.facts["packer"])
            since = hour(scene.since) if scene and scene.since else ""
            number = str(arrival.result.facts["shipment"])
            self.state.clear()
            self.state.question = Question("join", scan.code, number, who, since)
            self.state.say(
                lambda: (tr("Somebody else packs it"), "warn"),
                lambda: (
                    tr("{who} is packing {number} since {since}.", who=who, number=number, since=since)
                    if since
                    else tr("{who} is packing {number}.", who=who, number=number)
                ),
            )
            self.shell.sounds.play("stop")
            self.show_state()
            self.line.done()

        self.look(arrival.shipment_id, ask, self.refused)

    def _judged(self, result: ScanResult, scan: Scan, journal: int) -> None:
        state, scene = self.state, self.state.scene
        assert scene is not None
        self.shell.answered(journal, result.verdict.value)
        if result.verdict is Verdict.FOREIGN and result.facts.get("kind") in PAPERS:
            self._ask_to_park(scan, str(result.facts.get("label", "")))
            return
        if result.tone is Tone.STOP:
            self._stop_at(result, scan)
            return
        if result.step == "box":
            self.box_taken(str(result.facts["label"]))
            return
        if result.step == "parcel":
            self._go_on_in(int(result.facts["package_id"]))
            return
        if result.tone is Tone.INFO:
            state.say(lambda: (tr("Open already"), "info"))
        else:
            done = result.counted >= result.wanted
            self.shell.sounds.play("article" if done else "good")
            state.product, state.quantity, state.question, state.early = result.product_id, 1, None, False
            state.fetch = ""
            state.say(_article_tag if done else _scanned_tag)
            if not result.left and self.everything_in(result):
                return
        self.lay(scene.shipment_id)

    def _go_on_in(self, package_id: int) -> None:
        """The label of a parcel of this shipment was scanned: an open one is gone on in, a closed one says so."""
        state = self.state
        assert state.scene is not None
        parcel = next((one for one in state.scene.parcels if one.package_id == package_id), None)
        position = parcel.position if parcel is not None else 0
        if parcel is not None and parcel.state == "open":
            state.into = package_id
            self.shell.sounds.play("good")
            state.say(lambda: (tr("Parcel {position}", position=position), "good"))
        else:
            state.say(
                lambda: (tr("Parcel {position} is closed", position=position), "info"),
                lambda: tr("Ctrl+Z opens the last closed parcel again."),
            )
        self.lay(state.scene.shipment_id)

    def _ask_to_park(self, scan: Scan, number: str) -> None:
        self.state.question = Question("park", scan.code, number)
        self.state.say(
            lambda: (tr("Another shipment"), "warn"),
            lambda: tr(
                "{number} belongs to another shipment. Scan it again to park this one and open it.",
                number=number,
            ),
        )
        self.shell.sounds.play("stop")
        self.show_state()
        self.line.done()

    # What the classes after this one do

    def everything_in(self, result: ScanResult) -> bool:
        """The last scan; True where the parcel is being closed by it."""
        raise NotImplementedError

    def box_taken(self, name: str) -> None:
        """A box was scanned."""
        raise NotImplementedError

    def park_now(self, reason: str) -> None:
        """Park what lies on the bench."""
        raise NotImplementedError

    def answers_by_scan(self) -> dict[str, Callable[[Scan], None]]:
        """What a scan means as the answer to a question."""
        raise NotImplementedError

    def end_step(self) -> None:
        """The step that is under way is over."""
        self.show_state()
        self.line.done()

    def typed(self, number: str) -> None:
        """A number that was typed or chosen goes the way of a scan."""
        if not number:
            return
        self.waiting_page.finder.clear()
        if self.shell.router is not None:
            self.shell.router.inject(number, "typed")

    # STOP

    def _stop_at(self, result: ScanResult, scan: Scan) -> None:
        """Stop at a scan; its article is read first, for its name and its picture."""
        product_id, at = result.product_id, now_here()

        def look(connection: Connection) -> tuple[Article | None, Picture | None]:
            if product_id is None:
                return None, None
            return article(connection, product_id), pictures(connection, (product_id,)).get(product_id)

        def show(found: tuple[Article | None, Picture | None]) -> None:
            what, picture = found
            self._looked_up = product_id
            drawn: QPixmap | None = pixmap_of(picture)
            self._stop(lambda: stop_of_scan(self.state, result, scan.code, what, drawn, self._where(at)))

        self.read(look, then=show, failed=lambda _: show((None, None)))

    def _where(self, at: str) -> str:
        desk = tr("Packing, desk {desk}", desk=self.ctx.desk) if self.ctx.desk else tr("Packing")
        return f"{desk}\n{self.person}   {at}".rstrip()

    def _stop(self, stop: Callable[[], Stop]) -> None:
        window = self.window()
        if self.overlay is None or self.overlay.parentWidget() is not window:
            self.overlay = StopOverlay(window)
            self.overlay.installEventFilter(self)
            self.overlay.acknowledged.connect(self._understood)
            self.overlay.key_pressed.connect(self._key_over_stop)
        self.line.hold()
        self.state.say(no_tag)
        self.overlay.show_stop(stop)
        self.shell.sounds.alarm()
        self.update_commands()
        self._name_kept()
        self.line.done()

    def _understood(self) -> None:
        self.shell.sounds.acknowledged()
        self.state.quantity = 1
        self.show_state()
        self.setFocus()
        self.line.go_on()
        if self.state.scene is not None:
            self.refresh()

    def _key_over_stop(self, key: str) -> None:
        if key == "F3" and self._looked_up is not None and self.overlay is not None and self.overlay.stop:
            looked_up = self._looked_up
            self.overlay.acknowledge()
            self.shell.go("stock", looked_up)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Over a STOP no shortcut of the window works: every key comes to the overlay, which knows its own."""
        if watched is self.overlay and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    # Commands in their turn

    def run(self, command_id: str) -> bool:
        """A command of the card waits for its turn like a scan; behind a STOP "understood" alone works."""
        action = self.actions_by_id.get(command_id)
        if action is None:
            return False
        if not self.stopped or command_id == "pack.understood":
            return super().run(command_id)
        self.line.add(lambda: self._run_kept(command_id), tr(action.command.text))
        self._name_kept()
        return True

    def _run_kept(self, command_id: str) -> None:
        with self.line.in_front():
            super().run(command_id)
        self.line.done()


def _name_of(connection: Connection, code: str) -> str:
    """How people call what was scanned: the article's name, or the number."""
    found = resolve(connection, code)
    what = article(connection, found.id) if found.kind == "product" else None
    return what.name if what is not None else found.label
