"""From a request to the credit note, and each step back, on both engines, as the people who do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.services import goods
from app.services.credits import settle_return
from app.services.inspecting import Inspected, NotReceived, WrongDisposition, inspect, undo_inspection
from app.services.reasons import WrongReason
from app.services.returns import (
    Arrived,
    TooManyBack,
    WantedBack,
    authorise_return,
    cancel_return,
    receive_return,
    refuse_return,
    request_return,
    unreceive_return,
)
from app.services.stock import ReceiptLine, move_stock, receive
from tests.rig.databases import World
from tests.rig.goods import Depot, make_depot

TABLES = (
    *("return_order", "return_line", "inspection", "credit", "credit_line", "stock_move", "stock_balance"),
    *("order_line", "order_event", "serial"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """Ten plain pieces sold for 100.00 net, of which a return is asked."""

    depot: Depot
    order: int
    order_line: int

    def ask(self, qty: int) -> tuple[int, int]:
        """An authorised return of one line; (return, line)."""
        ctx = self.depot.world.ctx(Role.CUSTOMER_SERVICE)
        asked = request_return(ctx, self.order, (WantedBack(self.order_line, qty, "changed-mind"),))
        authorise_return(ctx, asked.return_id)
        return asked.return_id, asked.line_ids[0]

    def back(self, qty: int) -> tuple[int, int]:
        """A return that came; (return, line)."""
        return_id, line = self.ask(qty)
        receive_return(self.depot.world.ctx(Role.RETURNS), return_id, (Arrived(line, qty),))
        return return_id, line

    def judge(self, line: int, qty: int, grade: str = "A", disposition: str = "restock") -> Inspected:
        place = self.depot.bin_b if disposition == "restock" else None
        return inspect(self.depot.world.ctx(Role.RETURNS), line, qty, grade, disposition, place)

    def state(self, return_id: int) -> str:
        found: str = self.depot.world.one("SELECT state FROM return_order WHERE id = :i", i=return_id)
        return found

    def counters(self) -> tuple[int, int]:
        """(shipped, returned) of the order line."""
        row = self.depot.world.rows(
            "SELECT shipped, returned FROM order_line WHERE id = :i", i=self.order_line
        )[0]
        return row.shipped, row.returned


@pytest.fixture
def case(world: World) -> Case:
    depot = make_depot(world)
    lot = depot.stock(depot.plain, 10, depot.bin_a)
    return Case(depot, *depot.sold(depot.plain, lot, depot.bin_a, 10, 10_000))


def test_from_request_to_credit(case: Case) -> None:
    return_id, line = case.back(6)
    assert case.depot.on_hand(case.depot.plain, case.depot.place("returns")) == 6
    assert case.counters() == (10, 6)
    assert case.depot.level(case.depot.plain) == (0, 0), "what is not judged is not for sale"
    assert case.judge(line, 3).state == "received"
    assert case.judge(line, 2, "C", "quarantine").state == "received"
    assert case.judge(line, 1, "D", "scrap").state == "inspected"
    assert case.depot.level(case.depot.plain) == (3, 0)
    assert case.depot.on_hand(case.depot.plain, case.depot.place("quarantine")) == 2
    assert case.depot.on_hand(case.depot.plain, case.depot.place("returns")) == 0
    credit = settle_return(case.depot.world.ctx(Role.CUSTOMER_SERVICE), return_id)
    assert (credit.net, credit.tax, credit.total, credit.currency) == (6000, 1200, 7200, "EUR")
    assert credit.number.startswith("CN-")
    assert credit.number.endswith("-000001")
    assert case.state(return_id) == "settled"
    verbs = [row.verb for row in case.depot.world.rows("SELECT verb FROM order_event ORDER BY id")]
    assert verbs[0] == "return_requested"
    assert verbs[-1] == "credited"


def test_partial_credits_add_up_to_the_line(world: World) -> None:
    depot = make_depot(world)
    lot = depot.stock(depot.plain, 3, depot.bin_a)
    case = Case(depot, *depot.sold(depot.plain, lot, depot.bin_a, 3, 1000))
    nets, numbers = [], []
    for _ in range(3):
        return_id, line = case.back(1)
        case.judge(line, 1)
        credit = settle_return(world.ctx(Role.CUSTOMER_SERVICE), return_id)
        nets.append(credit.net)
        numbers.append(credit.number[-6:])
    assert sum(nets) == 1000
    assert numbers == ["000001", "000002", "000003"]


def test_a_refused_credit_takes_no_number(case: Case) -> None:
    ctx = case.depot.world.ctx(Role.CUSTOMER_SERVICE)
    return_id, line = case.back(2)
    before = case.depot.world.tables(*TABLES, "number_counter")
    with pytest.raises(Conflict):
        settle_return(ctx, return_id)
    assert case.depot.world.tables(*TABLES, "number_counter") == before
    case.judge(line, 2)
    first = settle_return(ctx.once("rma:settle"), return_id)
    assert settle_return(ctx.once("rma:settle"), return_id) == first
    with pytest.raises(Conflict):
        settle_return(ctx, return_id)
    assert case.depot.world.one("SELECT count(*) FROM credit") == 1


def test_no_more_comes_back_than_was_shipped(case: Case) -> None:
    ctx = case.depot.world.ctx(Role.CUSTOMER_SERVICE)
    case.ask(7)
    before = case.depot.world.tables(*TABLES)
    with pytest.raises(TooManyBack) as caught:
        request_return(ctx, case.order, (WantedBack(case.order_line, 4, "defective"),))
    assert caught.value.facts["possible"] == 3
    for lines, refusal in (
        ((), goods.WrongQuantity),
        ((WantedBack(case.order_line, 0, "defective"),), goods.WrongQuantity),
        ((WantedBack(case.order_line, 1, "found"),), WrongReason),
        ((WantedBack(999_999, 1, "defective"),), NotFound),
    ):
        with pytest.raises(refusal):
            request_return(ctx, case.order, lines)
    with pytest.raises(NotFound):
        request_return(ctx, 999_999, (WantedBack(case.order_line, 1, "defective"),))
    assert case.depot.world.tables(*TABLES) == before


def test_refused_and_cancelled_returns_free_the_goods(case: Case) -> None:
    ctx = case.depot.world.ctx(Role.CUSTOMER_SERVICE)
    for end in (refuse_return, cancel_return):
        asked = request_return(ctx, case.order, (WantedBack(case.order_line, 10, "defective"),))
        end(ctx, asked.return_id)
        with pytest.raises(Conflict):
            receive_return(
                case.depot.world.ctx(Role.RETURNS), asked.return_id, (Arrived(asked.line_ids[0], 1),)
            )
        with pytest.raises(Conflict):
            authorise_return(ctx, asked.return_id)
    assert case.counters() == (10, 0)


def test_what_was_not_announced_does_not_come_in(case: Case) -> None:
    ctx = case.depot.world.ctx(Role.RETURNS)
    return_id, line = case.ask(2)
    before = case.depot.world.tables(*TABLES)
    for arrived, refusal in (
        ((), goods.WrongQuantity),
        ((Arrived(line, 0),), goods.WrongQuantity),
        ((Arrived(line, 1), Arrived(line, 2)), TooManyBack),
        ((Arrived(999_999, 1),), NotFound),
        ((Arrived(line, 1, case.depot.lot(case.depot.dated)),), goods.WrongLot),
        ((Arrived(line, 1, serials=("S1",)),), goods.WrongSerials),
    ):
        with pytest.raises(refusal):
            receive_return(ctx, return_id, arrived)
    with pytest.raises(NotFound):
        receive_return(ctx, 999_999, (Arrived(line, 1),))
    assert case.depot.world.tables(*TABLES) == before


def test_a_return_in_two_parcels(case: Case) -> None:
    ctx = case.depot.world.ctx(Role.RETURNS)
    return_id, line = case.ask(3)
    receive_return(ctx, return_id, (Arrived(line, 1),))
    assert case.judge(line, 1).state == "inspected"
    receive_return(ctx, return_id, (Arrived(line, 2),))
    assert case.state(return_id) == "received"
    assert case.judge(line, 2).state == "inspected"


def test_the_receipt_is_taken_back(case: Case) -> None:
    ctx = case.depot.world.ctx(Role.RETURNS)
    return_id, line = case.back(3)
    judged = case.judge(line, 1)
    with pytest.raises(Conflict):
        unreceive_return(ctx, return_id)
    undo_inspection(ctx, judged.inspection_id)
    assert unreceive_return(ctx, return_id).state == "authorised"
    assert case.counters() == (10, 0)
    with pytest.raises(NotFound):
        unreceive_return(ctx, return_id)
    receive_return(ctx, return_id, (Arrived(line, 3),))
    assert case.counters() == (10, 3)


def test_a_judgement_is_taken_back_while_the_goods_are_there(case: Case) -> None:
    ctx = case.depot.world.ctx(Role.RETURNS)
    return_id, line = case.back(2)
    judged = case.judge(line, 2)
    lot = case.depot.lot(case.depot.plain)
    keeper = case.depot.world.ctx(Role.STOCK_KEEPER)
    move_stock(keeper, case.depot.plain, lot, case.depot.bin_b, case.depot.bin_a, 1)
    before = case.depot.world.tables(*TABLES)
    with pytest.raises(goods.NotEnoughThere):
        undo_inspection(ctx, judged.inspection_id)
    assert case.depot.world.tables(*TABLES) == before
    move_stock(keeper, case.depot.plain, lot, case.depot.bin_a, case.depot.bin_b, 1)
    undo_inspection(ctx, judged.inspection_id)
    assert case.state(return_id) == "received"
    assert case.depot.on_hand(case.depot.plain, case.depot.place("returns")) == 2
    with pytest.raises(Conflict, match="undone already"):
        undo_inspection(ctx, judged.inspection_id)
    case.judge(line, 2, "D", "scrap")
    settle_return(case.depot.world.ctx(Role.CUSTOMER_SERVICE), return_id)
    last = case.depot.world.one("SELECT max(id) FROM inspection")
    with pytest.raises(Conflict, match="settled"):
        undo_inspection(ctx, last)
    with pytest.raises(NotFound):
        undo_inspection(ctx, 999_999)


def test_wrong_judgements_change_nothing(case: Case) -> None:
    ctx = case.depot.world.ctx(Role.RETURNS)
    asked, waiting = case.ask(1)
    _, line = case.back(2)
    shelf = case.depot.bin_b
    before = case.depot.world.tables(*TABLES)
    for arguments, refusal in (
        ((line, 0, "A", "restock", shelf), goods.WrongQuantity),
        ((line, 3, "A", "restock", shelf), NotReceived),
        ((line, 1, "C", "restock", shelf), WrongDisposition),
        ((line, 1, "E", "restock", shelf), BadInput),
        ((line, 1, "A", "sell", shelf), BadInput),
        ((line, 1, "A", "restock"), goods.WrongPlace),
        ((line, 1, "A", "restock", case.depot.place("packing")), goods.WrongPlace),
        ((waiting, 1, "A", "restock", shelf), Conflict),
        ((999_999, 1, "A", "restock", shelf), NotFound),
    ):
        with pytest.raises(refusal):
            inspect(ctx, *arguments)
    with pytest.raises(NotAllowed):
        inspect(case.depot.world.ctx(Role.PACKER), line, 1, "A", "restock", shelf)
    assert case.depot.world.tables(*TABLES) == before
    assert case.state(asked) == "authorised"


def test_expired_goods_are_not_restocked(world: World) -> None:
    depot = make_depot(world)
    receive(
        world.owner, depot.warehouse, (ReceiptLine(depot.dated, 2, "OLD", date(2020, 1, 1), depot.bin_a),)
    )
    case = Case(depot, *depot.sold(depot.dated, depot.lot(depot.dated, "OLD"), depot.bin_a, 2))
    _, line = case.back(2)
    with pytest.raises(WrongDisposition):
        case.judge(line, 1)
    case.judge(line, 1, "A", "quarantine")


def test_goods_kept_by_lot_come_back_to_their_lot(world: World) -> None:
    depot = make_depot(world)
    first = depot.stock(depot.dated, 2, depot.bin_a, "L1")
    case = Case(depot, *depot.sold(depot.dated, first, depot.bin_a, 2))
    _, line = case.back(1)
    assert world.one("SELECT lot_id FROM stock_move WHERE return_line_id = :i", i=line) == first
    second = depot.stock(depot.dated, 1, depot.bin_a, "L2")
    return_id, other = case.ask(1)
    receive_return(world.ctx(Role.RETURNS), return_id, (Arrived(other, 1, second),))
    inspect(world.ctx(Role.RETURNS), other, 1, "A", "restock", depot.bin_b, lot_id=second)
    assert depot.on_hand(depot.dated, depot.bin_b) == 1


def test_a_mixed_return_is_judged_by_lot(world: World) -> None:
    depot = make_depot(world)
    first = depot.stock(depot.dated, 2, depot.bin_a, "L1")
    case = Case(depot, *depot.sold(depot.dated, first, depot.bin_a, 2))
    second = depot.stock(depot.dated, 1, depot.bin_a, "L2")
    return_id, line = case.ask(2)
    receive_return(world.ctx(Role.RETURNS), return_id, (Arrived(line, 1), Arrived(line, 1, second)))
    with pytest.raises(goods.WrongLot):
        case.judge(line, 1)
    inspect(world.ctx(Role.RETURNS), line, 1, "A", "restock", depot.bin_b, lot_id=first)
    with pytest.raises(NotReceived):
        inspect(world.ctx(Role.RETURNS), line, 1, "A", "restock", depot.bin_b, lot_id=first)
    assert case.judge(line, 1).state == "inspected"


def test_a_numbered_piece_comes_back_by_its_number(world: World) -> None:
    depot = make_depot(world)
    receive(
        world.owner,
        depot.warehouse,
        (ReceiptLine(depot.numbered, 1, location_id=depot.bin_a, serials=("S1",)),),
    )
    lot = depot.lot(depot.numbered)
    order, order_line = depot.sold(depot.numbered, lot, depot.bin_a, 1)
    case = Case(depot, order, order_line)
    return_id, line = case.ask(1)
    ctx = world.ctx(Role.RETURNS)
    with pytest.raises(goods.WrongSerials):
        receive_return(ctx, return_id, (Arrived(line, 1),))
    with pytest.raises(Conflict):
        receive_return(ctx, return_id, (Arrived(line, 1, serials=("S1",)),))
    receive_return(ctx, return_id, (Arrived(line, 1, serials=("S2",)),))
    with pytest.raises(goods.WrongSerials):
        inspect(ctx, line, 1, "A", "restock", depot.bin_b)
    inspect(ctx, line, 1, "A", "restock", depot.bin_b, serials=("S2",))
    assert world.one("SELECT location_id FROM serial WHERE code = 'S2'") == depot.bin_b
