"""The words of papers about orders, in English and French, and how they write amounts; `words.py` joins them to all others."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Literal

from babel import Locale, numbers

from app.domain.money import digits

ORDER_WORDS: dict[str, dict[Literal["en", "fr"], str]] = {
    "order_confirmation": {"en": "Order confirmation", "fr": "Confirmation de commande"},
    "bill_to": {"en": "Bill to", "fr": "Facturer à"},
    "customer_code": {"en": "Customer {0}", "fr": "Client {0}"},
    "unit_price": {"en": "Price", "fr": "Prix"},
    "line_discount": {"en": "Disc.", "fr": "Rem."},
    "tax_head": {"en": "VAT", "fr": "TVA"},
    "net_amount": {"en": "Net amount", "fr": "Montant HT"},
    "o_ordered_on": {"en": "Ordered", "fr": "Commandé le"},
    "o_requested_on": {"en": "Requested for", "fr": "Souhaité le"},
    "o_promised_on": {"en": "Promised for", "fr": "Promis le"},
    "o_carrier": {"en": "Carrier", "fr": "Transport"},
    "o_payment": {"en": "Payment", "fr": "Règlement"},
    "o_days": {"en": "within {0} days", "fr": "à {0} jours"},
    "o_at_once": {"en": "at once", "fr": "comptant"},
    "o_prepaid": {"en": "in advance", "fr": "d’avance"},
    "o_no_day": {"en": "we will tell you", "fr": "nous vous préviendrons"},
    "o_cancelled": {"en": "{0} ordered, {1} of them cancelled", "fr": "{0} commandés, dont {1} annulés"},
    "o_part": {"en": "{0} promised for {1}", "fr": "{0} promis le {1}"},
    "o_goods": {"en": "Goods", "fr": "Marchandises"},
    "o_allowance": {"en": "Discount {0}", "fr": "Remise {0}"},
    "o_freight": {"en": "Carriage", "fr": "Port"},
    "o_net": {"en": "Total before VAT", "fr": "Total HT"},
    "o_tax": {"en": "VAT {0} on {1}", "fr": "TVA {0} sur {1}"},
    "o_tax_all": {"en": "VAT", "fr": "TVA"},
    "o_total": {"en": "Total to pay", "fr": "Total TTC à payer"},
    "o_thanks": {
        "en": "Please tell us at once if anything here is not as you ordered it.",
        "fr": "Merci de nous signaler sans délai tout écart avec votre commande.",
    },
}

_LOCALES = {"en": Locale.parse("en_GB"), "fr": Locale.parse("fr_FR")}


@lru_cache(maxsize=2048)
def amount(minor: int, currency: str, language: Literal["en", "fr"]) -> str:
    """An amount with its currency: '€1,284.50', '1 284,50 €'; blanks in it break no line."""
    value = Decimal(minor).scaleb(-digits(currency))
    return _unbroken(numbers.format_currency(value, currency, locale=_LOCALES[language]))


@lru_cache(maxsize=2048)
def unit_price(price: Decimal, currency: str, language: Literal["en", "fr"]) -> str:
    """A unit price without its currency, in the places of that currency and up to six where it needs them: '8.90', '0,0125'."""
    places = digits(currency)
    figures = "#,##0" + ("." + "0" * places + "#" * (6 - places) if places or price % 1 else "")
    return _unbroken(numbers.format_decimal(price, format=figures, locale=_LOCALES[language]))


@lru_cache(maxsize=256)
def percentage(fraction: Decimal, language: Literal["en", "fr"]) -> str:
    """A fraction as a percentage: 0.055 is '5.5%', in French '5,5 %'."""
    figures = numbers.format_decimal(fraction * 100, format="#,##0.####", locale=_LOCALES[language])
    return f"{figures}\u00a0%" if language == "fr" else f"{figures}%"


def _unbroken(text: str) -> str:
    return text.replace("\u202f", "\u00a0").replace(" ", "\u00a0")
