"""Numbers, money, weights and times as the person's language writes them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, dates, numbers

from app.domain.money import digits
from app.qt.words import language, tr

_LOCALES = {"en": "en_GB", "fr": "fr_FR"}
KEPT = 4096
"""So many numbers are remembered as they were written: a table writes each again with every paint."""


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(_LOCALES.get(name, "en_GB"))


def locale() -> Locale:
    """Babel's locale of the language that is set."""
    return _locale(language())


def count(number: int) -> str:
    """A whole number with its thousands apart."""
    return _count(number, language())


@lru_cache(maxsize=KEPT)
def _count(number: int, spoken: str) -> str:
    return numbers.format_decimal(number, format="#,##0", locale=_locale(spoken))


def counted(number: int, most: int = 10_000) -> str:
    """A count that stopped at `most`: '10,000+' stands for more."""
    return count(number) if number <= most else f"{count(most)}+"


def money(minor: int, currency: str) -> str:
    """An amount in minor units, as €1,284.50 or 1 284,50 €."""
    return _money(minor, currency, language())


@lru_cache(maxsize=KEPT)
def _money(minor: int, currency: str, spoken: str) -> str:
    amount = Decimal(minor).scaleb(-digits(currency))
    return numbers.format_currency(amount, currency, locale=_locale(spoken))


def price(amount: Decimal, currency: str) -> str:
    """A unit price with up to six places, at least those of its currency."""
    places = digits(currency)
    pattern = locale().currency_formats["standard"].pattern.split(";")[0]
    figures = "#,##0" + (("." + "0" * places + "#" * (6 - places)) if places or amount % 1 else "")
    sign = "\u00a4"
    shape = f"{sign}{figures}" if pattern.startswith(sign) else f"{figures}\u00a0{sign}"
    return numbers.format_currency(amount, currency, format=shape, locale=locale(), currency_digits=False)


def percent(fraction: Decimal) -> str:
    """A fraction as a percentage: 0.055 is 5.5%, in French 5,5 %."""
    figures = numbers.format_decimal(fraction * 100, format="#,##0.##", locale=locale())
    return f"{figures}\u00a0%" if language() == "fr" else f"{figures}%"


def day(value: date | None) -> str:
    """A day, short: 13 Mar, with the year when it is not this one; empty for none."""
    if value is None:
        return ""
    pattern = "d MMM" if value.year == date.today().year else "d MMM y"  # noqa: DTZ011 - the desk's own calendar
    return dates.format_date(value, pattern, locale=locale())


def long_day(value: date | None) -> str:
    """A day with its weekday: Fri 13 Mar."""
    if value is None:
        return ""
    pattern = "EEE d MMM" if value.year == date.today().year else "EEE d MMM y"  # noqa: DTZ011 - the desk's own calendar
    return dates.format_date(value, pattern, locale=locale())


def near_day(value: date | None, today: date) -> str:
    """A day by its distance: Yesterday, Today, Tomorrow, else as `day`."""
    if value is None:
        return ""
    near = {-1: tr("Yesterday"), 0: tr("Today"), 1: tr("Tomorrow")}
    return near.get((value - today).days) or day(value)


def local(value: datetime, zone: str | None = None) -> datetime:
    """An instant of the database (UTC) at the desk, or in a warehouse's time zone."""
    return value.astimezone(ZoneInfo(zone) if zone else None)


def hour(value: datetime | None) -> str:
    """The time of day at this desk: 10:42."""
    return "" if value is None else dates.format_time(local(value), "HH:mm", locale=locale())


def moment(value: datetime | None) -> str:
    """Day and time at this desk; the time alone for today."""
    if value is None:
        return ""
    here = local(value)
    now = datetime.now().astimezone()
    if here.date() == now.date():
        return hour(value)
    if here.date() == now.date() - timedelta(days=1):
        return f"{tr('Yesterday')} {hour(value)}"
    return f"{day(here.date())} {hour(value)}"


def weight(grams: int) -> str:
    """A weight: 350 g below a kilogram, else 7.84 kg."""
    if abs(grams) < 1000:
        return f"{count(grams)}\u00a0g"
    kilograms = numbers.format_decimal(Decimal(grams) / 1000, format="#,##0.##", locale=locale())
    return f"{kilograms}\u00a0kg"


def kilograms(grams: int) -> str:
    """A weight as a scale's display shows it, to the gram and always in kilograms: 0.000 kg, 7.794 kg."""
    figures = numbers.format_decimal(Decimal(grams) / 1000, format="#,##0.000", locale=locale())
    return f"{figures}\u00a0kg"


def size(length_mm: int, width_mm: int, height_mm: int) -> str:
    """A box in centimetres: 40 x 30 x 20 cm."""
    parts = (
        numbers.format_decimal(Decimal(one) / 10, format="#,##0.#", locale=locale())
        for one in (length_mm, width_mm, height_mm)
    )
    return " \u00d7 ".join(parts) + "\u00a0cm"
