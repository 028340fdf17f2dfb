"""The fields of a postal address in a form: those that the country has, in the words of the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from app.domain.address import PostalAddress, ProblemCode, fields_of, problems
from app.qt.words import mark, said
from app.views.parts.form import Field, Form

NAMES = (
    *("country_code", "company_name", "contact", "street_address", "postal_code", "city", "city_area"),
    *("country_area", "sorting_code", "phone", "email"),
)
"""Fields of a form; `contact` is the address's name, since most things have a name of their own."""
ALWAYS = ("country_code", "phone", "email")
FIELDS = (
    Field("country_code", mark("Country"), "country"),
    Field("company_name", mark("Company")),
    Field("contact", mark("Contact")),
    Field("street_address", mark("Street"), "lines", help=mark("Shift+Enter begins another line.")),
    Field("postal_code", mark("Postal code")),
    Field("city", mark("Town")),
    Field("city_area", mark("District")),
    Field("country_area", mark("State or province")),
    Field("sorting_code", mark("CEDEX")),
    Field("phone", mark("Telephone")),
    Field("email", mark("E-mail")),
)


def values_of(address: PostalAddress | None) -> dict[str, Any]:
    """What stands in the fields."""
    if address is None:
        return dict.fromkeys(NAMES, "")
    return {_ours(name): value for name, value in asdict(address).items()}


def show_fields(form: Form) -> None:
    """Show the fields that the chosen country has, and any other in which something stands."""
    country = str(form.widget("country_code").currentData() or "")
    used, _ = fields_of(country)
    filled = {name for name in NAMES if name not in ALWAYS and _text(form, name)}
    form.show_only({*ALWAYS, *(map(_ours, used) if country else ()), *filled}, NAMES)


def _ours(field: str) -> str:
    return "contact" if field == "name" else field


def _text(form: Form, name: str) -> str:
    widget = form.widget(name)
    return str(widget.toPlainText() if hasattr(widget, "toPlainText") else widget.text()).strip()


def address_of(values: Mapping[str, Any]) -> PostalAddress | None:
    """The address that was typed; None where nothing was."""
    fields = {"name" if name == "contact" else name: str(values[name]) for name in NAMES}
    return PostalAddress(**fields) if any(fields.values()) else None


def named(address: PostalAddress | None, name: str) -> PostalAddress | None:
    """The address of something that is called so: a country alone is none, and one without a name bears the thing's own."""
    if address is None or address == PostalAddress(country_code=address.country_code):
        return None
    return address if address.name or address.company_name else replace(address, company_name=name)


def check(form: Form, address: PostalAddress | None) -> bool:
    """Say beside the fields what the post of the country misses or cannot read; False where something was said.

    A place that the rules do not know passes: they do not know every village.
    """
    wrong = [one for one in problems(address) if one.code is not ProblemCode.UNKNOWN] if address else []
    for one in reversed(wrong):  # so that the keyboard ends up in the first
        form.refuse_field(_ours(one.field), said(one.message))
    return not wrong
