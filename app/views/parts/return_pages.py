"""The pages of the returns bench: what is on it, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.domain.permissions import Permission
from app.qt.benchkit import BenchItem, BenchPage, DonePanel, ItemList, StopOverlay, VerdictTag
from app.qt.format import count, day, local, money
from app.qt.words import tr, trn
from app.queries import returns
from app.queries.pages import Ask, Connection
from app.queries.people import person
from app.queries.places import Place
from app.queries.returns import Item, ReturnRow
from app.services.credits import Credited
from app.views.base import View
from app.views.parts import floor_words
from app.views.parts.pictures import pixmap_of
from app.views.parts.return_case import Arrivals, Case, decisions, read_case
from app.views.parts.return_keys import KEYS
from app.views.parts.return_panels import (
    ArrivalPanel,
    DecisionCard,
    JudgedCard,
    JudgePanel,
    SettlementCard,
    WaitingPanel,
    waiting_items,
)

WAIT, ARRIVE, JUDGE, DONE = "wait", "arrive", "judge", "done"
MOST_WAITING = 50


def today() -> date:
    """The desk's own day."""
    return date.today()  # noqa: DTZ011 - the desk's own calendar


class ReturnPages(View):
    """One return at a time, one article at a time: what is known of it and how it is shown."""

    def build(self) -> None:
        """Make the page."""
        self.page = WAIT
        self.case: Case | None = None
        self.person = self.shell.session.actor
        self.waiting: tuple[ReturnRow, ...] = ()
        self.arrivals: Arrivals | None = None
        self.chosen_at = 0
        self.clear_judgement()
        self.serving = False
        self.credited: Credited | None = None
        self._verdict: tuple[VerdictTag, Callable[[], str], str] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bench_page = BenchPage()
        self.wait_panel, self.arrive_panel, self.judge_panel, self.done_panel = (
            WaitingPanel(),
            ArrivalPanel(),
            JudgePanel(),
            DonePanel(),
        )
        self.judge_panel.graded.connect(self.give_grade)
        self.panels = QStackedWidget()
        for panel in (self.wait_panel, self.arrive_panel, self.judge_panel, self.done_panel):
            self.panels.addWidget(panel)
        self.list, self.decision, self.judged, self.settlement = (
            ItemList(),
            DecisionCard(),
            JudgedCard(),
            SettlementCard(),
        )
        self.bench_page.left.addWidget(self.panels, 1)
        for card in (self.list, self.decision, self.judged, self.settlement):
            self.bench_page.right.addWidget(card)
        self.bench_page.right.addStretch(1)
        self.bench_page.keys.pressed.connect(self._key_clicked)
        self.overlay: StopOverlay | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.bench_page)
        self.show_page()

    def clear_judgement(self) -> None:
        """Begin with an article that nobody looked at yet."""
        self.grade, self.choice, self.pieces = "", 0, 1
        self.item: Item | None = None
        self.place: Place | None = None

    # Reading

    def refresh(self) -> None:
        """Read again what waits, and the return on the bench."""
        ask = Ask(size=MOST_WAITING, descending=True, filters={"state": "bench"})
        actor = self.ctx.actor

        def look(connection: Connection) -> tuple[str, tuple[ReturnRow, ...]]:
            return person(connection, actor).name, returns.return_list(connection, ask).rows

        self.read(look, then=self._waiting_read, latest="waiting")
        if self.case is not None and self.page in (JUDGE, DONE) and not (self.serving or self.credited):
            self.read(read_case, self.case.head.id, then=self._read_again, latest="again")

    def _read_again(self, case: Case | None) -> None:
        """Somebody changed the return on the bench, perhaps this bench itself; the next one may have come while it was read."""
        here = self.case is not None and case is not None and case.head.id == self.case.head.id
        if here and self.page in (JUDGE, DONE) and not (self.serving or self.credited):
            self.case_read(case)

    def _waiting_read(self, found: tuple[str, tuple[ReturnRow, ...]]) -> None:
        self.person, rows = found
        self._show_bar()
        self.waiting = tuple(row for row in rows if row.state != "inspected")
        self.chosen_at = min(self.chosen_at, max(0, len(self.waiting) - 1))
        if self.page == WAIT:
            self.show_page()

    def open(self, target: object) -> None:
        """Put a return (its id) on the bench."""
        if isinstance(target, int):
            self.read(read_case, target, then=self._opened, latest="case")

    def _opened(self, case: Case | None) -> None:
        if case is None:
            return
        if case.head.state not in returns.AT_BENCH:
            self.say(
                lambda: tr(
                    "{number} is {state}. Nothing is to be done here.",
                    number=case.head.number,
                    state=floor_words.of(floor_words.RETURNS, case.head.state),
                ),
                "stop",
            )
            return
        self.credited = None
        self.page = ARRIVE if case.head.state == "authorised" else JUDGE
        self.clear_judgement()
        self.forget_verdict()
        self.case_read(case)
        self.shell.sounds.play("good")

    def case_read(self, case: Case | None) -> None:
        """The return was read: show where it stands."""
        if case is None:
            return
        self.case = case
        if self.page == ARRIVE:
            self.arrivals = Arrivals(case)
        elif self.page in (JUDGE, DONE):
            self.page = JUDGE if case.items else DONE
            self._keep_item()
        self.show_page()

    def _keep_item(self) -> None:
        """The article at hand stays at hand as long as it waits."""
        assert self.case is not None
        mine = self.item
        same = next(
            (
                one
                for one in self.case.items
                if mine is not None
                and (one.line_id, one.lot_id, one.serial) == (mine.line_id, mine.lot_id, mine.serial)
            ),
            None,
        )
        if same is None:
            self.clear_judgement()
            same = next(iter(self.case.items), None)
        self.item = same
        self.pieces = min(self.pieces, same.qty) if same is not None else 1

    # Showing

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_page()
        self._say_verdict()

    def _show_bar(self) -> None:
        bar = self.bench_page.bar
        bar.set_title(tr(self.title))
        bar.set_item("desk", "desk", self.shell.session.desk)
        bar.set_item("person", "person", self.person, strong=True)

    def show_page(self) -> None:
        """Show what is to be done now."""
        case, page = self.case, self.bench_page
        self._show_bar()
        for card, pages in (
            (self.list, (WAIT, ARRIVE)),
            (self.decision, (JUDGE,)),
            (self.judged, (JUDGE, DONE)),
            (self.settlement, (JUDGE, DONE)),
        ):
            card.setVisible(self.page in pages)
        if case is None or self.page == WAIT:
            self._show_waiting()
        elif self.page == ARRIVE:
            self._show_arrival(case)
        elif self.page == JUDGE:
            self._show_judging(case)
        else:
            self._show_done(case)
        if case is not None and self.page != WAIT:
            self.judged.show_case(case)
            self.settlement.show_case(case)
        self.update_commands()
        page.keys.set_keys(
            [(key, tr(words)) for key, words, name in KEYS[self.page] if not name or self._allowed(name)]
        )

    def _allowed(self, name: str) -> bool:
        action = self.actions_by_id.get(name)
        return action is None or action.isEnabled()

    def _show_waiting(self) -> None:
        self.panels.setCurrentWidget(self.wait_panel)
        self.bench_page.header.set(tr("Ready to scan"), right=trn("%n returns wait", len(self.waiting)))
        self.wait_panel.instruction.set(
            tr("Scan the return label, the order or the parcel"),
            detail=tr("Or choose with the arrow keys and press Enter.") if self.waiting else "",
        )
        rows = [(row.customer, row.number, row.received, row.qty, row.state) for row in self.waiting]
        self.list.set_title(tr("Waiting"), count(len(rows)))
        self.list.set_items(waiting_items(rows, self.chosen_at))

    def _head(self, case: Case, right: str) -> None:
        came = tr("order {number}", number=case.head.order_number)
        asked = tr("asked for on {day}", day=day(local(case.head.created_at).date()))
        self.bench_page.header.set(
            tr("Return {number}", number=case.head.number), f"{case.head.customer}, {came}, {asked}", right
        )

    def _show_arrival(self, case: Case) -> None:
        arrivals = self.arrivals
        self.panels.setCurrentWidget(self.arrive_panel)
        assert arrivals is not None
        wanted = sum(line.qty for line in case.lines.values())
        self._head(
            case,
            tr(
                "{came} of {wanted} here",
                came=count(case.head.received + arrivals.pieces),
                wanted=count(wanted),
            ),
        )
        if arrivals.slots:
            self.arrive_panel.show_slot(case, arrivals.slot, arrivals.came(arrivals.slot))
        self.arrive_panel.instruction.set(
            tr("Scan every article that came") if not arrivals.pieces else tr("Scan on, or take it in"),
            key="Return" if arrivals.pieces else "",
        )
        self.list.set_title(tr("Announced"), count(wanted))
        self.list.set_items(
            [
                BenchItem(
                    slot.line.name,
                    arrivals.came(slot),
                    slot.most,
                    "current"
                    if at == arrivals.at
                    else "done"
                    if arrivals.came(slot) == slot.most
                    else "open",
                    pixmap_of(case.pictures.get(slot.line.product_id)),
                    tr("Lot {lot}", lot=slot.lot) if slot.lot else "",
                )
                for at, slot in enumerate(arrivals.slots)
            ]
        )

    def _show_judging(self, case: Case) -> None:
        self.panels.setCurrentWidget(self.judge_panel)
        if self.item is None:
            return
        first = case.head.inspected + 1
        here = (
            tr("Article {at} of {all}", at=count(first), all=count(case.head.received))
            if self.pieces == 1
            else tr(
                "Articles {at} to {last} of {all}",
                at=count(first),
                last=count(first + self.pieces - 1),
                all=count(case.head.received),
            )
        )
        self._head(case, here)
        panel = self.judge_panel
        panel.show_item(case, self.item)
        panel.ask()
        panel.grades.choose(self.grade)
        if not self.grade:
            self.decision.show_none()
            panel.instruction.set(tr("Press A, B, C or D"), "hand")
            return
        decision = self.decided()
        place = self.target()
        others = len(decisions(self.grade, self.item, today())) - 1
        self.decision.show_decision(decision, place, others)
        if decision == "restock" and place is None:
            panel.instruction.set(tr("Scan the place where it goes"))
        else:
            words = trn("Confirm %n pieces", self.pieces) if self.pieces > 1 else tr("Confirm, next article")
            panel.instruction.set(words, "check", key="Return")

    def _show_done(self, case: Case) -> None:
        self.panels.setCurrentWidget(self.done_panel)
        self._head(case, tr("{came} judged", came=count(case.head.inspected)))
        if self.credited is not None:
            amount = money(self.credited.total, self.credited.currency)
            self.done_panel.set(
                tr("Credit note {number}", number=self.credited.number),
                tr("{amount} for the customer. Scan the next return.", amount=amount),
            )
            return
        amount = money(case.credit.total, case.head.currency) if case.credit else ""
        words = (
            tr("Pay back {amount} with Enter", amount=amount)
            if self.shell.allows(Permission.RETURN_SETTLE)
            else tr("Customer service pays {amount} back. Scan the next return.", amount=amount)
        )
        missing = trn("%n announced pieces have not come.", case.missing) if case.missing else ""
        self.done_panel.set(tr("All judged"), f"{words}\n{missing}".strip(), "warn" if missing else "good")

    # What is judged

    def decided(self) -> str:
        """What becomes of the article at hand, as it stands on the screen."""
        assert self.item is not None
        offered = decisions(self.grade, self.item, today())
        return str(offered[self.choice % len(offered)])

    def target(self) -> Place | None:
        """Where restocked pieces go: the place that was scanned, else the one that is proposed."""
        if self.place is not None or self.case is None or self.item is None:
            return self.place
        return self.case.places.get(self.case.lines[self.item.line_id].product_id)

    def say(self, words: Callable[[], str], state: str = "good") -> None:
        """A verdict on the panel that is shown, in words and sound; it stays until the next."""
        self.shell.sounds.play("stop" if state == "stop" else "good")
        self.show_verdict(words, state)

    def show_verdict(self, words: Callable[[], str], state: str = "good") -> None:
        """The verdict without its sound; on a panel it follows the language."""
        tags = {ARRIVE: self.arrive_panel.verdict, WAIT: self.wait_panel.verdict}
        if self.page in tags:
            self._verdict = (tags[self.page], words, state)
            self._say_verdict()
        else:
            self.shell.tell(words())

    def forget_verdict(self) -> None:
        """What was said belongs to a return that is not on the bench any more."""
        self._verdict = None
        for panel in (self.wait_panel, self.arrive_panel):
            panel.verdict.set("")

    def _say_verdict(self) -> None:
        if self._verdict is not None:
            tag, words, state = self._verdict
            tag.set(words(), state)

    def give_grade(self, grade: str) -> None:
        """Grade the article at hand."""
        self.grade, self.choice = grade, 0
        self.show_page()

    def _key_clicked(self, key: str) -> None:
        name = next((name for shown, _, name in KEYS[self.page] if shown == key), "")
        if name:
            self.run(name)
