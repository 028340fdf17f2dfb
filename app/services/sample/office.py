"""The sample's open orders as customer service has them today: offers, drafts, what waits and why, what is promised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import sqlalchemy as sa

from app.domain.promise import Calendar, add_working_days, next_working_day
from app.services.context import Context
from app.services.order_changes import cancel_order
from app.services.order_entry import NewOrder, enter_order
from app.services.order_prices import NewLine
from app.services.orders import confirm_order, hold_order, place_order
from app.services.reservation import reserve_available
from app.services.sample.cast import Cast
from app.services.sample.company import Sample
from app.services.sample.past import Market, freight

_CALENDAR = Calendar()
_FREE = sa.text(
    "SELECT p.sku, l.sellable - l.reserved AS free FROM stock_level AS l JOIN product AS p ON p.id = l.product_id"
    " WHERE l.warehouse_id = :warehouse AND NOT p.serial_tracked AND l.sellable > l.reserved"
)
_PEOPLE = ("claire", "hugo", "claire", "emma")
_CHANNELS = ("telephone", "email", "email", "web")
_NOTES = (
    "Livrer avant 11 h, quai arrière.",
    "Joindre la facture au colis.",
    "Appeler avant de livrer : 04 72 00 00 00.",
    "Please leave with the neighbour if closed.",
    "Pas de livraison le lundi.",
)
_HOLDS = (
    ("address-check", None, "Le code postal ne correspond pas à la ville."),
    ("credit-check", None, "Encours dépassé de 412 €."),
    ("customer-request", 5, "Travaux dans la boutique, livrer la semaine prochaine."),
    ("awaiting-payment", None, "Acompte de 30 % attendu."),
    ("suspected-fraud", None, "Première commande, adresse d'un dépôt."),
)
PROMISES = (-3, -2, -1, -1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8)
"""For which working day from today the ready orders are promised: some are late, most are for today and tomorrow."""
URGENT, VERY_URGENT = 5, 9
AT_COUNTER = "QUAI-RET"
"""The service of goods that are fetched."""


class Office:
    """Takes the orders of the day.

    Args:
        ctx: Whoever makes the sample.
        cast: The people.
        sample: The company's ids.
        market: Who buys what.
        today: The day at the warehouse.
    """

    def __init__(self, ctx: Context, cast: Cast, sample: Sample, market: Market, today: date) -> None:
        self._cast, self._sample, self._market, self.today = cast, sample, market, today
        with ctx.reading() as connection:
            rows = connection.execute(_FREE, {"warehouse": sample.warehouse_id}).all()
        self._free = {row.sku: int(row.free) for row in rows}
        self._none = [sku for sku in sample.products if sku not in self._free and not sku.startswith("BAL")]
        self.taken = 0

    def take_all(self) -> None:
        """Every state that an order can be in before the warehouse touches it."""
        for _ in range(5):
            self._enter(self._order(2, quote=True))
        for _ in range(5):
            self._enter(self._order(4))
        self._cancel()
        for nth, (reason, days, note) in enumerate(_HOLDS):
            entered = self._enter(self._order(0 if nth == 1 else 1))
            confirm_order(self._cast["claire"], entered)
            until = self.today + timedelta(days=days) if days else None
            hold_order(self._cast["claire"], entered, reason, until, note)
        for promised in (1, 2, 2, 3):
            confirm_order(self._cast["hugo"], self._enter(self._order(promised)))
        for nth, promised in enumerate((-2, 0, 0, 1, 2)):
            lacking = (self._none[nth], 6)
            confirm_order(
                self._cast["emma"], self._enter(self._order(promised, extra=lacking, complete=nth < 2))
            )
        for nth, promised in enumerate((0, 0, 1)):
            lacking = (self._none[nth + 4], 4)
            confirmed = confirm_order(
                self._cast["claire"], self._enter(self._order(promised, extra=lacking, complete=False))
            )
            reserve_available(self._cast["claire"], confirmed.shipment_ids[0])
        for promised in PROMISES:
            self.place(promised)

    def place(self, promised: int, *, lines: int = 0, sku: str = "", fetched: bool = False) -> int:
        """An order that is entered, confirmed and reserved; its shipment, which a customer nearby fetches if so `fetched`."""
        order = self._order(promised, lines=lines, extra=(sku, 1) if sku else None)
        if fetched:
            near = [one for one in self._market.customers if one.address.country_code == "FR"]
            customer = self._sample.customers[near[self.taken % len(near)].code]
            service = self._sample.services[AT_COUNTER]
            order = replace(order, customer_id=customer, carrier_service_id=service, freight=0, note="")
        return place_order(self._cast[self._person()], order).shipment_id

    def _person(self) -> str:
        return _PEOPLE[self.taken % len(_PEOPLE)]

    def _enter(self, order: NewOrder) -> int:
        return enter_order(self._cast[self._person()], order).order_id

    def _cancel(self) -> None:
        early, later = self._enter(self._order(1)), self._enter(self._order(1))
        cancel_order(self._cast["claire"], early, "duplicate-order", "Déjà commandé par courriel.")
        confirm_order(self._cast["claire"], later)
        cancel_order(self._cast["claire"], later, "customer-cancelled", "La fête est annulée.")

    def _order(
        self,
        promised: int,
        *,
        quote: bool = False,
        lines: int = 0,
        extra: tuple[str, int] | None = None,
        complete: bool | None = None,
    ) -> NewOrder:
        rng = self._market.rng
        self.taken += 1
        customer = self._market.customer()
        country = customer.address.country_code
        basket = self._basket(lines or rng.choice((1, 2, 2, 3, 3, 4, 5)))
        if extra:
            basket.append(extra)
        discount = Decimal(self._market.discount()) / 100
        day = (
            add_working_days(self.today, promised, _CALENDAR)
            if promised
            else next_working_day(self.today, _CALENDAR)
        )
        ordered = min(self.today, add_working_days(day, -rng.choice((1, 1, 2)), _CALENDAR))
        return NewOrder(
            self._sample.customers[customer.code],
            self._sample.warehouse_id,
            tuple(NewLine(self._sample.products[sku], qty, discount=discount) for sku, qty in basket),
            quote=quote,
            channel=_CHANNELS[self.taken % len(_CHANNELS)],
            customer_reference=f"BC {7300 + 17 * self.taken % 900}" if self.taken % 3 else "",
            ordered_on=ordered,
            promised_on=day,
            priority=VERY_URGENT if self.taken % 17 == 0 else URGENT if self.taken % 6 == 0 else 0,
            ship_complete=complete,
            carrier_service_id=self._sample.services[self._market.service(country)],
            freight=freight(country, self._value(basket)),
            note=_NOTES[self.taken // 7 % len(_NOTES)] if self.taken % 7 == 0 else "",
        )

    def _value(self, basket: list[tuple[str, int]]) -> Decimal:
        prices = {product.sku: product.unit_price for product, _ in self._market.goods}
        return sum((prices[sku] * qty for sku, qty in basket), Decimal(0))

    def _basket(self, lines: int) -> list[tuple[str, int]]:
        """Goods that are free; what is taken is free no more."""
        found: dict[str, int] = {}
        while len(found) < lines:
            for product, qty in self._market.basket(1):
                if product.sku not in found and self._free.get(product.sku, 0) >= qty:
                    found[product.sku] = qty
                    self._free[product.sku] -= qty
        return list(found.items())
