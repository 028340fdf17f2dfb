"""The sample's orders that came by EDI, file and mail this morning: some ready, some to mend, one in conflict with another."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from email.message import EmailMessage

from app.domain.codes import make_gtin
from app.integrations.channels.reading import Oddity
from app.services.catalogue import NewProduct
from app.services.context import Context
from app.services.intake import file_orders
from app.services.intake_files import Came, Way, file_unread, take_file
from app.services.sample import data
from app.services.sample.past import Market

HOUSE = "3760123450001"


class Messages:
    """Lets orders come in.

    Args:
        ctx: Who takes them in.
        market: Who buys what.
        today: The day at the warehouse.
    """

    def __init__(self, ctx: Context, market: Market, today: date) -> None:
        self._ctx, self._market, self._today = ctx, market, today

    def come(self) -> None:
        """A chain's orders by EDIFACT, one of them twice and not alike; a table; a letter."""
        chain, grocer, shop = self._market.customers[3], self._market.customers[8], self._market.customers[12]
        basket = [
            (one.sku, qty, one.unit_price, one.barcodes[0][0] if one.barcodes else "")
            for one, qty in self._market.basket(4)
        ]
        self._file("ORDERS-88120.edi", _edifact("88120", chain, basket, self._today))
        odd = [(sku, qty, price + Decimal("0.35"), code) for sku, qty, price, code in basket[:2]]
        lines = [*odd, ("EPI-4471", 12, Decimal("3.20"), "")]
        self._file("ORDERS-88121.edi", _edifact("88121", grocer, lines, self._today))
        more = [(sku, 2 * qty, price, code) for sku, qty, price, code in basket[:3]]
        self._file("ORDERS-88120-B.edi", _edifact("88120", chain, more, self._today))
        rows = [(one.sku, qty, one.unit_price) for one, qty in self._market.basket(3)]
        self._table("commandes-du-matin.csv", shop, rows)
        self._letter(shop)

    def _file(self, name: str, text: str) -> None:
        file_orders(self._ctx, name, text.encode("latin-1"), warehouse="")

    def _table(self, name: str, buyer: data.PlannedCustomer, rows: list[tuple[str, int, Decimal]]) -> None:
        head = "Commande;Date;Client;Référence;Article;Quantité;Prix;Remise %\n"
        lines = [
            f"T-2207;{self._today:%d/%m/%Y};{buyer.code};BC-604;{sku};{qty};{str(price).replace('.', ',')};0\n"
            for sku, qty, price in rows
        ]
        text = head + "".join(lines)
        take_file(
            self._ctx, Way(channel="table", profile="sample"), Came(name, f"sample:{name}"), text.encode()
        )

    def _letter(self, buyer: data.PlannedCustomer) -> None:
        letter = EmailMessage()
        letter["From"] = f"{buyer.name} <{buyer.address.email or 'achats@example.com'}>"
        letter["To"] = "commandes@example.com"
        letter["Subject"] = "Commande pour vendredi"
        letter.set_content(
            "Bonjour,\n\nPourriez-vous nous livrer vendredi 12 pots de miel de lavande 250 g et 6 boîtes de sardines"
            " au citron ?\n\nMerci d’avance,\nLa boutique\n"
        )
        came = Came(
            "Commande pour vendredi.eml",
            "sample:letter",
            buyer.address.email or "achats@example.com",
            "Commande pour vendredi",
            "12 pots de miel de lavande 250 g, 6 boîtes de sardines au citron",
        )
        file_unread(self._ctx, Way(), came, letter.as_bytes(), Oddity("letter", "stops"))


def _edifact(
    number: str, buyer: data.PlannedCustomer, lines: list[tuple[str, int, Decimal, str]], today: date
) -> str:
    """An order as a chain's purchasing writes it (D.96A)."""
    place = buyer.address
    wanted = today + timedelta(days=4)
    head = [
        "UNA:+.? '",
        f"UNB+UNOC:3+{_gln(buyer.code)}:14+{HOUSE}:14+{today:%y%m%d}:0712+{number}'",
        "UNH+1+ORDERS:D:96A:UN:EAN008'",
        f"BGM+220+{number}+9'",
        f"DTM+137:{today:%Y%m%d}:102'",
        f"DTM+2:{wanted:%Y%m%d}:102'",
        f"NAD+BY+{buyer.code}::91++{_plain(buyer.name)}+{_plain(place.street_address)}+{_plain(place.city)}++"
        f"{place.postal_code}+{place.country_code}'",
        "CUX+2:EUR:9'",
    ]
    body: list[str] = []
    for at, (sku, qty, price, code) in enumerate(lines, 1):
        body += [f"LIN+{at}++{code}:EN'" if code else f"LIN+{at}'", f"PIA+1+{sku}:{'SA' if code else 'IN'}'"]
        body += [f"QTY+21:{qty}:PCE'", f"PRI+AAA:{price}'"]
    count = len(head) - 2 + len(body) + 3
    foot = ["UNS+S'", f"CNT+2:{len(lines)}'", f"UNT+{count}+1'", f"UNZ+1+{number}'"]
    return "\r\n".join([*head, *body, *foot])


def _gln(code: str) -> str:
    """A number for a buyer's program; thirteen digits with their check digit."""
    digits = "".join(filter(str.isdigit, code))[-4:].rjust(4, "0")
    return make_gtin(f"54123450{digits}")


def _plain(text: str) -> str:
    """A text as EDIFACT sends it: signs with a meaning of their own are released, others than Latin-1 left out."""
    released = "".join(f"?{sign}" if sign in "?+:'" else sign for sign in text.replace("\n", " ")[:35])
    return released.encode("latin-1", "ignore").decode("latin-1")


def _gtin(product: NewProduct) -> str:
    return product.barcodes[0][0] if product.barcodes else ""
