"""The machine's steps with returns and goods, and the undo of each."""

from __future__ import annotations

from collections import Counter

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.services.adjusting import adjust
from app.services.counting import count_balance, undo_count
from app.services.credits import settle_return
from app.services.inspecting import inspect, undo_inspection
from app.services.returns import (
    Arrived,
    WantedBack,
    authorise_return,
    cancel_return,
    receive_return,
    request_return,
    unreceive_return,
)
from app.services.stock import ReceiptLine, move_stock, receive, undo_adjustment, undo_moves, undo_receipt
from tests.rig.machine import has, possible
from tests.rig.mirror import Row
from tests.rig.shipping_day import Shipping, few, skus, some
from tests.rig.shop import BINS

bins = st.sampled_from(BINS)


class Day(Shipping):
    """One long day in the shop: orders, returns and goods."""

    # -- returns ----------------------------------------------------------------------------------------------

    @possible(lambda self: self.shipped_lines())
    @rule(number=some, pieces=few)
    def ask_back(self, number: int, pieces: int) -> None:
        lines = self.shipped_lines()
        line = lines[number % len(lines)]
        self.step(
            "ask_back",
            lambda side, ctx: request_return(
                ctx,
                side.id("sales_order", line["order"]),
                (WantedBack(side.id("order_line", line["nr"]), pieces, "changed-mind"),),
            ),
        )

    def shipped_lines(self) -> list[Row]:
        """Order lines of which something is with the customer."""
        return [line for line in self.view.rows["order_line"] if line["shipped"] > line["returned"]]

    @has("return_order", "requested", "authorised", "received")
    @rule(number=some, pieces=few, back=st.integers(0, 4))
    def goods_back(self, number: int, pieces: int, back: int) -> None:
        found = self.among("return_order", number, "requested", "authorised", "received")
        line = self.among("return_line", number, **{"return": found["nr"]})
        sku = self.view.rows["order_line"][line["order_line"]]["product"]
        if back == 0:
            self.step(
                "cancel_return", lambda side, ctx: cancel_return(ctx, side.id("return_order", found["nr"]))
            )
        elif found["state"] == "requested":
            self.step(
                "authorise",
                lambda side, ctx: authorise_return(ctx, side.id("return_order", found["nr"])),
                legal=True,
            )
        elif back == 1:
            lots = {row["lot"] for row in self.view.find("stock_move", kind="ship", product=sku)}
            self.step(
                "unreceive",
                lambda side, ctx: unreceive_return(ctx, side.id("return_order", found["nr"])),
                undo=True,
                change=Counter({sku: -line["received"]}) if lots else None,
            )
        else:
            lots = {row["lot"] for row in self.view.find("stock_move", kind="ship", product=sku)}
            lot = sorted(lots)[pieces % len(lots)]
            self.step(
                "receive_return",
                lambda side, ctx: receive_return(
                    ctx,
                    side.id("return_order", found["nr"]),
                    (Arrived(side.id("return_line", line["nr"]), pieces, side.id("lot", lot)),),
                ),
                change=Counter({sku: pieces}),
            )

    @possible(lambda self: self.waiting_lines())
    @rule(number=some, pieces=few, what=st.sampled_from(("restock", "quarantine", "scrap")), code=bins)
    def judge(self, number: int, pieces: int, what: str, code: str) -> None:
        lines = self.waiting_lines()
        line = lines[number % len(lines)]
        sku = self.view.rows["order_line"][line["order_line"]]["product"]
        lots = {row["lot"] for row in self.view.find("stock_move", kind="return", product=sku)}
        lot = sorted(lots)[pieces % len(lots)]
        self.step(
            "judge",
            lambda side, ctx: inspect(
                ctx,
                side.id("return_line", line["nr"]),
                pieces,
                "A" if what == "restock" else "D",
                what,
                side.id("location", code) if what == "restock" else None,
                lot_id=side.id("lot", lot),
            ),
            change=Counter({sku: -pieces}) if what == "scrap" else None,
        )

    def waiting_lines(self) -> list[Row]:
        """Return lines of which pieces wait to be judged."""
        return [line for line in self.view.rows["return_line"] if line["received"] > line["inspected"]]

    @has("inspection", undone_at=False)
    @rule(number=some)
    def unjudge(self, number: int) -> None:
        found = self.among("inspection", number, undone_at=False)
        line = self.view.rows["return_line"][found["return_line"]]
        sku = self.view.rows["order_line"][line["order_line"]]["product"]
        back = Counter({sku: found["qty"]}) if found["disposition"] == "scrap" else None
        done = self.step(
            "unjudge",
            lambda side, ctx: undo_inspection(ctx, side.id("inspection", found["nr"])),
            undo=True,
            change=back,
        )
        if not done.refusal:
            self.step(
                "unjudge",
                lambda side, ctx: undo_inspection(ctx, side.id("inspection", found["nr"])),
                legal=False,
            )

    @has("return_order", "inspected")
    @rule(number=some)
    def settle(self, number: int) -> None:
        found = self.among("return_order", number, "inspected")["nr"]
        self.step("settle", lambda side, ctx: settle_return(ctx, side.id("return_order", found)), legal=True)

    # -- goods ------------------------------------------------------------------------------------------------

    @rule(sku=skus, pieces=few, code=bins)
    def take_in(self, sku: str, pieces: int, code: str) -> None:
        lot = "T1" if sku == "TEA" else ""
        self.step(
            "take_in",
            lambda side, ctx: receive(
                ctx,
                side.id("warehouse", "LIL"),
                (ReceiptLine(side.id("product", sku), pieces, lot, None, side.id("location", code)),),
            ),
            legal=True,
            change=Counter({sku: pieces}),
        )

    @has("receipt")
    @rule(number=some)
    def untake(self, number: int) -> None:
        found = self.among("receipt", number)["nr"]
        moves = self._of_receipt(found)
        undone = any(self.view.find("stock_move", reverses=move["nr"]) for move in moves)
        done = self.step(
            "untake",
            lambda side, ctx: undo_receipt(ctx, side.id("receipt", found)),
            legal=False if undone else None,
            undo=True,
            change=Counter({move["product"]: -move["qty"] for move in moves}),
        )
        if not done.refusal:
            self.step("untake", lambda side, ctx: undo_receipt(ctx, side.id("receipt", found)), legal=False)

    def _of_receipt(self, number: int) -> list[Row]:
        """The ledger rows of a receipt of this day: receipts are of one line, in order, after those of the shop's own."""
        rows = self.view.find("stock_move", kind="receive", reverses=None)
        own = len(rows) - len(self.view.rows["receipt"])
        return [rows[own + number]]

    @possible(lambda self: self.view.rows["stock_balance"])
    @rule(number=some, pieces=few, code=bins)
    def carry(self, number: int, pieces: int, code: str) -> None:
        row = self.among("stock_balance", number)
        name = f"{self.steps + 1}:carry"
        done = self.step(
            "carry",
            lambda side, ctx: move_stock(
                ctx,
                side.id("product", row["product"]),
                side.id("lot", row["lot"]),
                side.id("location", row["location"]),
                side.id("location", code),
                pieces,
            ),
        )
        if not done.refusal:
            self.carried.append(name)

    @precondition(lambda self: self.carried)
    @rule(number=some)
    def uncarry(self, number: int) -> None:
        key = self.carried[number % len(self.carried)]
        done = self.step("uncarry", lambda side, ctx: undo_moves(ctx, op_key=key), undo=True)
        if not done.refusal:
            self.carried.remove(key)
            self.step("uncarry", lambda side, ctx: undo_moves(ctx, op_key=key), legal=False)

    @possible(lambda self: self.view.rows["stock_balance"])
    @rule(number=some, pieces=st.integers(-6, 6).filter(bool))
    def correct(self, number: int, pieces: int) -> None:
        row = self.among("stock_balance", number)
        key = f"{self.steps + 1}:correct"
        was, self.lossy = self.lossy, self.lossy or pieces < 0
        done = self.step(
            "correct",
            lambda side, ctx: adjust(
                ctx,
                side.id("product", row["product"]),
                side.id("lot", row["lot"]),
                side.id("location", row["location"]),
                pieces,
                "found" if pieces > 0 else "lost",
            ),
            change=Counter({row["product"]: pieces}),
        )
        if done.refusal:
            self.lossy = was
        else:
            self.adjusted.append((key, row["product"], pieces))

    @precondition(lambda self: self.adjusted)
    @rule(number=some)
    def uncorrect(self, number: int) -> None:
        key, sku, pieces = self.adjusted[number % len(self.adjusted)]
        done = self.step(
            "uncorrect",
            lambda side, ctx: undo_adjustment(ctx, op_key=key),
            undo=True,
            change=Counter({sku: -pieces}),
        )
        if not done.refusal:
            self.adjusted.remove((key, sku, pieces))
            self.step("uncorrect", lambda side, ctx: undo_adjustment(ctx, op_key=key), legal=False)

    @possible(lambda self: self.view.rows["stock_balance"])
    @rule(number=some, off=st.integers(-4, 4))
    def count(self, number: int, off: int) -> None:
        row = self.among("stock_balance", number)
        counted = max(0, row["on_hand"] + off)
        was, self.lossy = self.lossy, self.lossy or counted < row["on_hand"]
        done = self.step(
            "count",
            lambda side, ctx: count_balance(
                ctx,
                side.id("location", row["location"]),
                side.id("product", row["product"]),
                side.id("lot", row["lot"]),
                counted,
            ),
            change=Counter({row["product"]: counted - row["on_hand"]}),
        )
        if done.refusal:
            self.lossy = was

    @has("stock_count", undone_at=False)
    @rule(number=some)
    def uncount(self, number: int) -> None:
        found = self.among("stock_count", number, undone_at=False)
        change = Counter({found["product"]: found["expected"] - found["counted"]})
        done = self.step(
            "uncount",
            lambda side, ctx: undo_count(ctx, side.id("stock_count", found["nr"])),
            undo=True,
            change=change,
        )
        if not done.refusal:
            self.step(
                "uncount", lambda side, ctx: undo_count(ctx, side.id("stock_count", found["nr"])), legal=False
            )

    @rule()
    def press_twice(self) -> None:
        """The last step under its key again: the same answer, and nothing more is done."""
        self.repeat()
