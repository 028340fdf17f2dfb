"""The machine's steps with orders, pick lists and parcels, and the undo of each."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.services.bench_undo import undo_bench_step
from app.services.context import Context
from app.services.order_changes import cancel_line, cancel_order, restore_line, revive_order
from app.services.order_questions import decide_open
from app.services.order_settling import settle_questions
from app.services.orders import (
    NewLine,
    NewOrder,
    confirm_order,
    enter_order,
    hold_order,
    place_order,
    release_hold,
)
from app.services.packing import scan_item
from app.services.parcels import close_package, finish_packing, pack_all, reopen_package, reopen_packing
from app.services.picking import pick_task, pick_wave, undo_pick
from app.services.release import recall_shipment, release_shipments
from app.services.reservation import reserve_available, reserve_shipment, unreserve_shipment
from app.services.shipping import deliver_shipment, ship_shipment, undeliver_shipment, unship_shipment
from app.services.shorts import resume_pick, short_pick
from app.services.splitting import join_shipments, split_shipment
from tests.rig.machine import Shopfloor, has, possible
from tests.rig.mirror import Row, Side
from tests.rig.shop import GTIN

SKUS = ("MUG", "TEA", "POT", "JAR")
SEATED = ("planned", "reserved")
GOING = ("reserved", "released", "picking", "picked", "packed")
some = st.integers(0, 50)
few = st.integers(1, 12)
skus = st.sampled_from(SKUS)


class Shipping(Shopfloor):
    """Orders from the telephone to the ramp, and each step back."""

    # -- orders -----------------------------------------------------------------------------------------------

    def _order(self, side: Side, wanted: dict[str, int], **fields: Any) -> NewOrder:
        lines = tuple(NewLine(side.id("product", sku), pieces) for sku, pieces in sorted(wanted.items()))
        return NewOrder(side.id("customer", "C1"), side.id("warehouse", "LIL"), lines, **fields)

    @rule(wanted=st.dictionaries(skus, few, min_size=1, max_size=3), whole=st.booleans())
    def place(self, wanted: dict[str, int], whole: bool) -> None:
        self.step(
            "place",
            lambda side, ctx: place_order(ctx, self._order(side, wanted, ship_complete=whole)),
            legal=self.fits(Counter(wanted)),
        )

    @rule(wanted=st.dictionaries(skus, st.integers(5, 40), min_size=1, max_size=2), whole=st.booleans())
    def enter(self, wanted: dict[str, int], whole: bool) -> None:
        self.step(
            "enter",
            lambda side, ctx: enter_order(ctx, self._order(side, wanted, ship_complete=whole)),
            legal=True,
        )

    @has("sales_order", "draft")
    @rule(number=some)
    def confirm(self, number: int) -> None:
        order = self.among("sales_order", number, "draft")["nr"]
        left = any(line["cancelled"] < line["qty"] for line in self.view.find("order_line", order=order))

        def agree(side: Side, ctx: Context) -> object:
            """What is questioned is settled first: many pieces of a day are more than a customer takes usually."""
            order_id = side.id("sales_order", order)
            settle_questions(ctx.once(f"{ctx.op_key}:asked"), order_id)
            decide_open(ctx.once(f"{ctx.op_key}:agreed"), order_id, "They rang back")
            return confirm_order(ctx, order_id)

        self.step("confirm", agree, legal=left)

    @has("sales_order")
    @rule(number=some)
    def hold(self, number: int) -> None:
        order = self.among("sales_order", number)["nr"]
        self.step("hold", lambda side, ctx: hold_order(ctx, side.id("sales_order", order), "credit-check"))

    @has("order_hold", released_at=False)
    @rule(number=some)
    def let_go(self, number: int) -> None:
        hold = self.among("order_hold", number, released_at=False)["nr"]
        self.step("let_go", lambda side, ctx: release_hold(ctx, side.id("order_hold", hold)), legal=True)

    @has("sales_order", "draft", "confirmed")
    @rule(number=some)
    def cancel(self, number: int) -> None:
        order = self.among("sales_order", number, "draft", "confirmed")["nr"]
        self.step("cancel", lambda side, ctx: cancel_order(ctx, side.id("sales_order", order), "not-paid"))

    @has("sales_order", "cancelled")
    @rule(number=some)
    def revive(self, number: int) -> None:
        order = self.among("sales_order", number, "cancelled")["nr"]
        self.step("revive", lambda side, ctx: revive_order(ctx, side.id("sales_order", order)))

    @has("order_line")
    @rule(number=some, to=st.integers(0, 10), up=st.booleans())
    def change_line(self, number: int, to: int, up: bool) -> None:
        line = self.among("order_line", number)["nr"]
        if up:
            self.step("restore_line", lambda side, ctx: restore_line(ctx, side.id("order_line", line), to))
        else:
            self.step(
                "cancel_line", lambda side, ctx: cancel_line(ctx, side.id("order_line", line), to, "not-paid")
            )

    @has("shipment", *SEATED)
    @rule(number=some, pieces=few)
    def split(self, number: int, pieces: int) -> None:
        shipment = self.among("shipment", number, *SEATED)["nr"]
        line = self.among("shipment_line", number, shipment=shipment)["nr"]
        self.step(
            "split",
            lambda side, ctx: split_shipment(
                ctx, side.id("shipment", shipment), ((side.id("shipment_line", line), pieces),)
            ),
        )

    @possible(lambda self: self.siblings())
    @rule(number=some)
    def join(self, number: int) -> None:
        pairs = self.siblings()
        one, into = pairs[number % len(pairs)]
        self.step(
            "join", lambda side, ctx: join_shipments(ctx, side.id("shipment", one), side.id("shipment", into))
        )

    def siblings(self) -> list[tuple[int, int]]:
        """Pairs of waiting shipments of one order."""
        rows = [row for row in self.view.rows["shipment"] if row["state"] in SEATED]
        return [
            (one["nr"], other["nr"])
            for one in rows
            for other in rows
            if one["order"] == other["order"] and one["nr"] > other["nr"]
        ]

    # -- promises and pick lists ------------------------------------------------------------------------------

    @has("shipment", "planned")
    @rule(number=some, partly=st.booleans())
    def reserve(self, number: int, partly: bool) -> None:
        shipment = self.among("shipment", number, "planned")["nr"]
        wanted = self.wants(shipment)
        legal: bool | None = self.fits(wanted) and not self.held(shipment)
        if partly:
            self.step(
                "reserve_available",
                lambda side, ctx: reserve_available(ctx, side.id("shipment", shipment)),
                legal=legal or None,
            )
        else:
            self.step(
                "reserve", lambda side, ctx: reserve_shipment(ctx, side.id("shipment", shipment)), legal=legal
            )

    @has("shipment", "reserved")
    @rule(number=some)
    def unreserve(self, number: int) -> None:
        shipment = self.among("shipment", number, "reserved")["nr"]
        self.step(
            "unreserve", lambda side, ctx: unreserve_shipment(ctx, side.id("shipment", shipment)), legal=True
        )

    @has("shipment", "reserved")
    @rule(first=some, more=some)
    def release(self, first: int, more: int) -> None:
        chosen = {self.among("shipment", number, "reserved")["nr"] for number in (first, more)}
        sure = (
            not self.lossy
            and not any(self.held(one) for one in chosen)
            and all(self._full(one) for one in chosen)
        )
        self.step(
            "release",
            lambda side, ctx: release_shipments(
                ctx, tuple(side.id("shipment", one) for one in sorted(chosen))
            ),
            legal=sure or None,
        )

    def _full(self, shipment: int) -> bool:
        return any(line["reserved"] for line in self.view.find("shipment_line", shipment=shipment))

    @has("shipment", "released", "picking")
    @rule(number=some)
    def recall(self, number: int) -> None:
        shipment = self.among("shipment", number, "released", "picking")["nr"]
        picked = any(line["picked"] for line in self.view.find("shipment_line", shipment=shipment))
        self.step(
            "recall", lambda side, ctx: recall_shipment(ctx, side.id("shipment", shipment)), legal=not picked
        )

    @has("pick_task", "open")
    @rule(number=some, pieces=few, whole=st.booleans())
    def pick(self, number: int, pieces: int, whole: bool) -> None:
        task = self.among("pick_task", number, "open")
        qty = None if whole else pieces
        possible_now = whole or pieces <= task["qty"] - task["picked"]
        self.step(
            "pick",
            lambda side, ctx: pick_task(ctx, side.id("pick_task", task["nr"]), qty),
            legal=possible_now,
        )

    @has("wave", "open")
    @rule(number=some)
    def pick_all(self, number: int) -> None:
        wave = self.among("wave", number, "open")["nr"]
        tasks = any(task["state"] == "open" for task in self.view.find("pick_task", wave=wave))
        self.step("pick_all", lambda side, ctx: pick_wave(ctx, side.id("wave", wave)), legal=tasks)

    @has("pick_task", "open")
    @rule(number=some, pieces=st.integers(0, 5))
    def short(self, number: int, pieces: int) -> None:
        task = self.among("pick_task", number, "open")
        self.step(
            "short", lambda side, ctx: short_pick(ctx, side.id("pick_task", task["nr"]), pieces, "bin-short")
        )

    @has("shipment", "picking")
    @rule(number=some)
    def resume(self, number: int) -> None:
        shipment = self.among("shipment", number, "picking")["nr"]
        self.step("resume", lambda side, ctx: resume_pick(ctx, side.id("shipment", shipment)))

    @possible(lambda self: self.picked())
    @rule(number=some)
    def unpick(self, number: int) -> None:
        tasks = self.picked()
        task = tasks[number % len(tasks)]["nr"]
        done = self.step("unpick", lambda side, ctx: undo_pick(ctx, side.id("pick_task", task)), undo=True)
        if not done.refusal:
            self.step("unpick", lambda side, ctx: undo_pick(ctx, side.id("pick_task", task)), legal=False)

    def picked(self) -> list[Row]:
        """Tasks of which something is picked."""
        return [task for task in self.view.rows["pick_task"] if task["picked"]]

    def _go_on(self, number: int) -> None:
        """The next step of a shipment towards its customer, as it goes on most days."""
        shipment = self.among("shipment", number, *GOING)
        nr, state = shipment["nr"], shipment["state"]
        if state == "reserved":
            self.step("go_on", lambda side, ctx: release_shipments(ctx, (side.id("shipment", nr),)))
        elif state == "picked":
            self.step("go_on", lambda side, ctx: pack_all(ctx, side.id("shipment", nr)), legal=True)
        elif state == "packed":
            self._ship(nr)
        elif open_tasks := self.view.find("pick_task", shipment=nr, state="open"):
            task = open_tasks[0]["nr"]
            self.step("go_on", lambda side, ctx: pick_task(ctx, side.id("pick_task", task)), legal=True)

    # Hypothesis draws each rule as often as any other; shipping is what most of a day is spent on.
    go_on = has("shipment", *GOING)(rule(number=some)(_go_on))
    go_on_too = has("shipment", *GOING)(rule(number=some)(_go_on))
    go_on_further = has("shipment", *GOING)(rule(number=some)(_go_on))

    # -- parcels and the ramp ---------------------------------------------------------------------------------

    @has("shipment", "picked")
    @rule(number=some)
    def pack(self, number: int) -> None:
        shipment = self.among("shipment", number, "picked")["nr"]
        self.step("pack", lambda side, ctx: pack_all(ctx, side.id("shipment", shipment)), legal=True)

    @has("shipment", "picked", "packing")
    @rule(number=some, sku=skus)
    def scan(self, number: int, sku: str) -> None:
        shipment = self.among("shipment", number, "picked", "packing")["nr"]
        self.step(
            "scan", lambda side, ctx: scan_item(ctx, side.id("shipment", shipment), GTIN[sku]), legal=True
        )

    @has("shipment", "packing", "packed")
    @rule(number=some)
    def step_back(self, number: int) -> None:
        shipment = self.among("shipment", number, "packing", "packed")["nr"]
        self.step("step_back", lambda side, ctx: undo_bench_step(ctx, side.id("shipment", shipment)))

    @has("package", "open")
    @rule(number=some)
    def close(self, number: int) -> None:
        package = self.among("package", number, "open")["nr"]
        self.step("close", lambda side, ctx: close_package(ctx, side.id("package", package), 500))

    @has("package", "closed")
    @rule(number=some)
    def reopen(self, number: int) -> None:
        package = self.among("package", number, "closed")["nr"]
        self.step("reopen", lambda side, ctx: reopen_package(ctx, side.id("package", package)))

    @has("shipment", "packing", "packed")
    @rule(number=some)
    def finish_or_reopen(self, number: int) -> None:
        shipment = self.among("shipment", number, "packing", "packed")
        verb = finish_packing if shipment["state"] == "packing" else reopen_packing
        self.step("finish_or_reopen", lambda side, ctx: verb(ctx, side.id("shipment", shipment["nr"])))

    @has("shipment", "packed")
    @rule(number=some)
    def ship(self, number: int) -> None:
        self._ship(self.among("shipment", number, "packed")["nr"])

    def _ship(self, shipment: int) -> None:
        self.step(
            "ship",
            lambda side, ctx: ship_shipment(ctx, side.id("shipment", shipment)),
            legal=True,
            change=self._gone(shipment, "picked", -1),
        )

    @has("shipment", "shipped")
    @rule(number=some)
    def unship(self, number: int) -> None:
        shipment = self.among("shipment", number, "shipped")["nr"]
        back = self._gone(shipment, "shipped", 1)
        done = self.step(
            "unship",
            lambda side, ctx: unship_shipment(ctx, side.id("shipment", shipment)),
            undo=True,
            change=back,
        )
        if not done.refusal:
            self.step(
                "unship", lambda side, ctx: unship_shipment(ctx, side.id("shipment", shipment)), legal=False
            )

    def _gone(self, shipment: int, counter: str, sign: int) -> Counter[str]:
        found: Counter[str] = Counter()
        for line in self.view.find("shipment_line", shipment=shipment):
            found[line["product"]] += sign * line[counter]
        return found

    @has("shipment", "shipped", "delivered")
    @rule(number=some)
    def deliver_or_not(self, number: int) -> None:
        shipment = self.among("shipment", number, "shipped", "delivered")
        verb = deliver_shipment if shipment["state"] == "shipped" else undeliver_shipment
        self.step(
            "deliver_or_not", lambda side, ctx: verb(ctx, side.id("shipment", shipment["nr"])), legal=True
        )
