"""The sample's goods that come in today: deliveries of suppliers, returns of customers; and what the counters found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from app.domain.promise import Calendar, add_working_days
from app.services import labels
from app.services.adjusting import adjust, relabel, set_aside
from app.services.context import Context
from app.services.counting import count_balance
from app.services.credits import settle_return
from app.services.goods_in import NewPurchaseLine, Purchased, add_purchase_order, close_purchase_order
from app.services.inspecting import inspect
from app.services.returns import (
    Arrived,
    Requested,
    WantedBack,
    authorise_return,
    cancel_return,
    receive_return,
    refuse_return,
    request_return,
)
from app.services.sample.cast import Cast
from app.services.sample.company import Sample
from app.services.stock import ReceiptLine, move_stock, receive

_PURCHASES: tuple[tuple[str, int, float], ...] = (
    ("TORREF", -2, 0.0),
    ("MODENA", 0, 0.5),
    ("EPICES", 0, 0.0),
    ("CACAO", 1, 0.0),
    ("OLEA", 4, 0.0),
    ("VERGER", -1, 1.0),
)
"""Supplier, expected so many working days from today, share of its lines that came."""
_WANTED = (
    ("changed-mind", "Deux coffrets de trop."),
    ("transport-damage", "Carton écrasé, photos jointes."),
    ("wrong-item", "Reçu la taille au-dessus."),
    ("not-as-described", "Teinte plus claire que sur le catalogue."),
    ("defective", "Couvercle qui ne ferme pas."),
    ("delivered-late", "Arrivé après la foire."),
)
_JUDGED = (
    ("A", "restock", "Emballage intact"),
    ("B", "quarantine", "Ouvert, complet"),
    ("C", "quarantine", "Rayé sur le fond"),
    ("D", "scrap", "Cassé"),
)
_LOW = sa.text(
    "SELECT p.id, p.sku, p.lot_tracked, p.reorder_point FROM product AS p LEFT JOIN stock_level AS l ON l.product_id = p.id"
    " WHERE p.supplier_id = :supplier AND NOT p.serial_tracked ORDER BY coalesce(l.sellable - l.reserved, 0), p.id LIMIT 4"
)
_SOLD = sa.text(
    "SELECT l.id, l.order_id, l.shipped FROM order_line AS l JOIN sales_order AS o ON o.id = l.order_id"
    " JOIN product AS p ON p.id = l.product_id WHERE o.history AND o.state = 'closed' AND o.channel = 'import'"
    " AND l.shipped > 1 AND NOT p.lot_tracked AND NOT p.serial_tracked AND l.position = 1 ORDER BY o.id DESC LIMIT :few"
)
_FREE = sa.text(
    "SELECT b.product_id, b.lot_id, b.location_id, b.on_hand FROM stock_balance AS b JOIN location AS l ON l.id = b.location_id"
    " JOIN product AS p ON p.id = b.product_id JOIN stock_level AS s ON s.product_id = b.product_id"
    " WHERE l.sellable AND b.allocated = 0 AND b.on_hand > 6 AND s.reserved = 0 AND NOT p.serial_tracked ORDER BY b.product_id"
    " LIMIT :few"
)
_PROMISED = sa.text(
    "SELECT b.product_id, b.lot_id, b.location_id, b.on_hand, s.sellable - s.reserved AS free FROM stock_balance AS b"
    " JOIN location AS l ON l.id = b.location_id JOIN product AS p ON p.id = b.product_id"
    " JOIN stock_level AS s ON s.product_id = b.product_id WHERE l.sellable AND b.allocated = 0 AND b.on_hand = s.sellable"
    " AND s.reserved > 1 AND NOT p.serial_tracked ORDER BY b.product_id LIMIT :few"
)
_QUARANTINE = sa.text("SELECT id FROM location WHERE warehouse_id = :warehouse AND kind = 'quarantine'")


class Incoming:
    """Lets goods come in.

    Args:
        ctx: Whoever makes the sample.
        cast: The people.
        sample: The company's ids.
        today: The day at the warehouse.
    """

    def __init__(self, ctx: Context, cast: Cast, sample: Sample, today: date) -> None:
        self._ctx, self._cast, self._sample, self._today = ctx, cast, sample, today

    def buy(self) -> None:
        """What is expected of suppliers: late, today, soon; one came in part and lies at the dock, one came whole."""
        for nth, (code, days, share) in enumerate(_PURCHASES):
            supplier = self._sample.suppliers[code]
            wanted = self._rows(_LOW, supplier=supplier)
            lines = tuple(NewPurchaseLine(row.id, 3 * row.reorder_point) for row in wanted)
            expected = add_working_days(self._today, days, Calendar()) if days else self._today
            order = add_purchase_order(
                self._cast["paul"], self._sample.warehouse_id, supplier, lines, expected
            )
            self._receive(order, wanted[: round(share * len(wanted))], supplier, f"BL {48213 + 7 * nth}")
            if share == 1:
                close_purchase_order(self._cast["paul"], order.purchase_order_id)

    def take_back(self) -> None:
        """Returns in every state, of orders of the last weeks."""
        sold = self._rows(_SOLD, few=13)
        made: list[Requested] = []
        for nth, row in enumerate(sold):
            reason, note = _WANTED[nth % len(_WANTED)]
            wanted = (WantedBack(row.id, 1 + nth % min(row.shipped, 2), reason),)
            made.append(request_return(self._cast["claire"], row.order_id, wanted, note))
        refuse_return(self._cast["claire"], made[2].return_id)
        cancel_return(self._cast["claire"], made[3].return_id)
        for nth, one in enumerate(made[4:]):
            authorise_return(self._cast["claire"], one.return_id)
            if nth < 2:
                labels.print_return_label(self._cast["claire"], one.return_id)
            else:
                self._arrive(one, judged=nth >= 5, settled=nth >= 7, nth=nth)

    def look_after(self) -> None:
        """What the rounds through the aisles brought: counts, damage, a lot that is blocked, a loss, a shortage."""
        keeper = self._cast["ines"]
        right, wrong, broken, blocked = self._rows(_FREE, few=4)
        count_balance(keeper, right.location_id, right.product_id, right.lot_id, right.on_hand)
        count_balance(keeper, wrong.location_id, wrong.product_id, wrong.lot_id, wrong.on_hand - 1)
        set_aside(keeper, broken.product_id, broken.lot_id, broken.location_id, 2, "damaged")
        relabel(
            keeper,
            blocked.product_id,
            blocked.lot_id,
            blocked.location_id,
            blocked.on_hand,
            "blocked",
            "quality-block",
        )
        lost, carried = self._rows(_PROMISED, few=2)
        adjust(keeper, lost.product_id, lost.lot_id, lost.location_id, -(lost.free + 1), "lost")
        ((quarantine,),) = self._rows(_QUARANTINE, warehouse=self._sample.warehouse_id)
        move_stock(
            keeper, carried.product_id, carried.lot_id, carried.location_id, quarantine, carried.free + 2
        )

    def _receive(self, order: Purchased, came: Sequence[Any], supplier: int, note: str) -> None:
        if not came:
            return
        expires = self._today + timedelta(days=400)
        lines = tuple(
            ReceiptLine(
                *(row.id, 3 * row.reorder_point),
                lot_code=f"L{self._today:%y%j}-{row.sku[-3:]}" if row.lot_tracked else "",
                expires_on=expires if row.lot_tracked else None,
                purchase_line_id=line_id,
            )
            for row, line_id in zip(came, order.line_ids, strict=False)
        )
        receive(self._cast["paul"], self._sample.warehouse_id, lines, supplier, note)

    def _arrive(self, one: Requested, *, judged: bool, settled: bool, nth: int) -> None:
        zoe = self._cast["zoe"]
        (line,) = one.line_ids
        qty = int(self._rows(sa.text("SELECT qty FROM return_line WHERE id = :id"), id=line)[0].qty)
        receive_return(zoe, one.return_id, (Arrived(line, qty),))
        if judged:
            grade, disposition, note = _JUDGED[nth % len(_JUDGED)]
            place = list(self._sample.bins.values())[nth] if disposition == "restock" else None
            inspect(zoe, line, qty, grade, disposition, place, note)
        if settled:
            settle_return(self._cast["claire"], one.return_id)

    def _rows(self, statement: sa.TextClause, **parameters: Any) -> Sequence[Any]:
        with self._ctx.reading() as connection:
            return connection.execute(statement, parameters).all()
