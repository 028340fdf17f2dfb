"""Where customs begin, which form the post wants there, and what a declaration must say.

Sources: Regulations to the Universal Postal Convention, article 20-001 and forms CN 22 and CN 23; Regulation (EU) No 952/2013
(the customs code), article 4; Directive 2006/112/EC, article 6; Windsor Framework of 27 February 2023.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from app.domain import money
from app.domain.address import PostalAddress
from app.domain.countries import countries
from app.errors import BadInput

CN22_LIMIT_SDR = 300
"""Up to this value a small packet bears a CN 22 (Convention Regulations, 20-001)."""
CN22_HEAVIEST_G = 2000
"""A small packet weighs no more (Universal Postal Convention, article 17); what is heavier is a parcel and bears a CN 23."""
CN22_LINES = 4
"""Kinds of goods for which the label has room; more of them take the form that does."""
SDR_CAUTIOUS: Mapping[str, Decimal] = MappingProxyType(
    {"EUR": Decimal("1.10"), "USD": Decimal("1.28"), "GBP": Decimal("0.94"), "CHF": Decimal("1.02")}
)
"""What a special drawing right is worth at least, where the company has not written it down.

Below the figures of the International Monetary Fund of recent years: at worst a CN 23 stands where a CN 22 would have done.
"""

_UNION = frozenset(
    {
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
        *("IE", "IT", "LT", "LU", "LV", "MC", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
    }
)
"""The Union's members, and Monaco, which is inside both territories (Directive 2006/112/EC, article 7)."""
_APART: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "DE": ((r"78266", "Büsingen"), (r"27498", "Heligoland")),
        "ES": ((r"35|38", "Canary Islands"), (r"51", "Ceuta"), (r"52", "Melilla")),
        "FI": ((r"22", "Åland"),),
        "GR": ((r"6308[67]", "Mount Athos"),),
        "IT": (
            (r"23041", "Livigno"),
            (r"22061", "Campione"),
        ),
    }
)
"""Postcodes of members' territories outside the Union's customs or tax territory: the post declares what goes there."""
_OVERSEAS: Mapping[str, str] = MappingProxyType(
    {
        "971": "GP",
        "972": "MQ",
        "973": "GF",
        "974": "RE",
        "975": "PM",
        "976": "YT",
        "977": "BL",
        "978": "MF",
        "986": "WF",
        "987": "PF",
        "988": "NC",
    }
)
"""French postcodes overseas and the codes of those countries: some write the one, some the other."""
_SHARED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "CH": frozenset({"CH"}),
        "LI": frozenset({"CH"}),  # customs treaty of 29 March 1923
        "GB": frozenset({"GB"}),
        "IM": frozenset({"GB"}),
        "US": frozenset({"US"}),
        "PR": frozenset({"US"}),
    }
)


class Form(StrEnum):
    """The customs declarations of the post."""

    CN22 = "cn22"
    CN23 = "cn23"


class Category(StrEnum):
    """What an item is to customs; the boxes of both forms."""

    SALE = "sale"
    SAMPLE = "sample"
    RETURNED = "returned"
    GIFT = "gift"
    DOCUMENTS = "documents"
    OTHER = "other"


COMMERCIAL = frozenset({Category.SALE, Category.SAMPLE})
"""Customs want tariff number and origin of what is sent in the course of trade; of other items they may stay blank."""
OF_KIND: Mapping[str, Category] = MappingProxyType(
    {
        "sale": Category.SALE,
        "replacement": Category.OTHER,
        "supplier_return": Category.RETURNED,
        "transfer": Category.OTHER,
        "consignment_fill": Category.OTHER,
    }
)
"""The category of each kind of shipment."""


class BadRates(BadInput):
    """The values of the special drawing right cannot be read."""

    code = "customs.rates"


@dataclass(frozen=True, slots=True)
class Goods:
    """A line of a declaration: pieces of one article, grams net and minor units of value in all.

    `hs` is the tariff number, `origin` the country in which the goods were made.
    """

    sku: str
    description: str
    qty: int
    net_g: int
    value: int
    hs: str = ""
    origin: str = ""


def territories(address: PostalAddress) -> frozenset[str]:
    """The territories within which goods from and to this address move without a declaration."""
    country, postcode = address.country_code.upper(), address.postal_code.replace(" ", "").upper()
    for pattern, name in _APART.get(country, ()):
        if re.match(pattern, postcode):
            return frozenset({f"{country} {name}"})
    if country == "FR":
        country = _OVERSEAS.get(postcode[:3], country)
    if country == "GB" and postcode.startswith("BT"):
        return frozenset({"GB", "EU"})
    if country in _UNION:
        return frozenset({"EU"})
    return _SHARED.get(country, frozenset({country}))


def declared(sender: PostalAddress, recipient: PostalAddress) -> bool:
    """Whether what goes from here to there needs a customs declaration."""
    return territories(sender).isdisjoint(territories(recipient))


def category_of(kind: str, values: tuple[int, ...]) -> Category:
    """What a shipment is to customs; a sale of which nothing is paid is a commercial sample."""
    category = OF_KIND[kind]
    return Category.SAMPLE if category is Category.SALE and not any(values) else category


def form_for(value: int, currency: str, gross_g: int, lines: int, rates: Mapping[str, Decimal]) -> Form:
    """Which form one parcel bears: a CN 22 where it is small in value, weight and kinds of goods, else a CN 23.

    A CN 23 is right for any value, so it is taken where nobody knows what the currency is worth.

    Args:
        value: Of the contents, in minor units of `currency`.
        currency: ISO 4217.
        gross_g: Weight of the parcel.
        lines: Kinds of goods in it.
        rates: What one special drawing right is worth, by currency.
    """
    rate = rates.get(currency)
    if rate is None or gross_g > CN22_HEAVIEST_G or lines > CN22_LINES:
        return Form.CN23
    limit = CN22_LIMIT_SDR * rate * 10 ** money.digits(currency)
    return Form.CN22 if value <= limit else Form.CN23


@cache
def sdr_rates(text: str) -> Mapping[str, Decimal]:
    """Read 'EUR 1.17, USD 1.36': what one special drawing right is worth. Empty: cautious figures of our own.

    Raises:
        BadRates: a currency is unknown, stands twice, or its value is no amount between 0.0001 and 1,000,000.
    """
    if not text.strip():
        return SDR_CAUTIOUS
    found: dict[str, Decimal] = {}
    for part in re.split(r"[,;]", text):
        pieces = part.split()
        if len(pieces) != 2:
            raise _unread(part)
        currency, amount = pieces[0].upper(), pieces[1]
        try:
            money.digits(currency)
            rate = Decimal(amount) if re.fullmatch(r"[0-9]{1,7}(\.[0-9]{1,6})?", amount) else Decimal(0)
        except (BadInput, InvalidOperation):
            raise _unread(part) from None
        if currency in found or not Decimal("0.0001") <= rate <= 1_000_000:
            raise _unread(part)
        found[currency] = rate
    return MappingProxyType(found)


def _unread(part: str) -> BadRates:
    return BadRates(
        f"{part.strip()!r} does not say what a special drawing right is worth.",
        hint="Write currency and value, as EUR 1.17, USD 1.36.",
        field="sdr_rates",
        value=part.strip(),
    )


def missing(goods: Goods, category: Category) -> tuple[str, ...]:
    """What customs want of a line and do not get: 'weight', 'value', 'customs_code', 'origin_country'."""
    lacking = []
    if goods.net_g <= 0:
        lacking.append("weight")
    if goods.value <= 0:
        lacking.append("value")
    if (category in COMMERCIAL or goods.hs) and not tariff_number(goods.hs):
        lacking.append("customs_code")
    if (category in COMMERCIAL or goods.origin) and goods.origin.upper() not in countries():
        lacking.append("origin_country")
    return tuple(lacking)


def tariff_number(text: str) -> str:
    """The digits of a tariff number: six of the harmonised system, up to ten with national places; '' where it is none."""
    plain = re.sub(r"[ .\u00a0]", "", text)
    return plain if re.fullmatch(r"[0-9]{6}([0-9]{2}){0,2}", plain, re.ASCII) else ""


def eori_number(text: str) -> str:
    """A trader's number at customs as it is kept: country and up to 15 letters or digits; '' where there is none.

    Form by Regulation (EU) 2015/2446, annex 12-01; other countries' numbers keep to it (GB, CHE).

    Raises:
        BadInput: it cannot be one.
    """
    plain = re.sub(r"[ .\-]", "", text).upper()
    if plain and not re.fullmatch(r"[A-Z]{2}[A-Z0-9]{1,15}", plain, re.ASCII):
        raise BadInput(
            f"{text!r} is no customs number.",
            hint="Write the country's two letters and the number, as FR81234567800012.",
            field="eori",
            value=text,
        )
    return plain
