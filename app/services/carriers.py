"""Carriers and the services they sell: how labels are had, limits, days, and the currency of their prices."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace

import sqlalchemy as sa

from app.database import Transaction
from app.domain.money import digits
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict
from app.integrations.carriers import Account, carrier_of
from app.models import Carrier, CarrierService
from app.services.context import use_case
from app.services.editing import edit_row
from app.services.rows import CODE_LENGTH, code_field, free_text, must_find, text_field

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)

LONGEST_TRANSIT = 90


LONGEST_TIMEOUT = 60
MOST_LIMIT = 2_000_000_000
WEEK = "1234567"


@dataclass(frozen=True, slots=True)
class CarrierFields:
    """What can be changed of a carrier; one that is not active is offered nowhere.

    Attributes:
        name: As people call it.
        active: It is in use.
        kind: 'table' sets labels here, 'file' exchanges files through the two folders.
        account: Our customer number there.
        tracking_url: A page where parcels are followed, with `{tracking}` in it; empty for none.
        out_folder, in_folder: Whole paths, as the desk or worker that asks sees them.
        timeout_s: Seconds after which a silent carrier is given up for this time.
    """

    name: str
    active: bool = True
    kind: str = "table"
    account: str = ""
    tracking_url: str = ""
    out_folder: str = ""
    in_folder: str = ""
    timeout_s: int = 20


@dataclass(frozen=True, slots=True)
class ServiceFields:
    """What can be changed of a carrier's service: days on the way, latest hand-over (local, 'HH:MM'), whether it is offered.

    Limits of 0 are none; `volume_divisor` is in cubic centimetres a kilogram; `service_days` are ISO weekdays on which it
    travels; `collected` means that the customer fetches the goods.
    """

    name: str
    transit_days: int = 1
    cut_off: str = "16:30"
    active: bool = True
    currency: str = "EUR"
    max_weight_g: int = 0
    max_length_mm: int = 0
    max_girth_mm: int = 0
    volume_divisor: int = 0
    service_days: str = "12345"
    collected: bool = False


@use_case(Permission.SITE_EDIT)
def add_carrier(tx: Transaction, code: str, name: str, fields: CarrierFields | None = None) -> int:
    """Add a carrier; its id. Its other fields are those of `fields`, whose name gives way to `name`.

    Raises:
        BadInput: a field cannot be used.
        Conflict: the code is taken.
    """
    new = _checked(replace(fields or CarrierFields(name), name=text_field(name, "carrier name")))
    values = {"code": code_field(code, "carrier code"), **asdict(new)}
    _refuse_taken(tx, Carrier, values["code"])
    made: int = tx.execute(sa.insert(Carrier).values(values).returning(Carrier.id)).scalar_one()
    tx.changed("carrier", made)
    return made


@use_case(Permission.SITE_EDIT)
def add_service(
    tx: Transaction,
    carrier_id: int,
    code: str,
    name: str,
    transit_days: int = 1,
    cut_off: str = "16:30",
    fields: ServiceFields | None = None,
) -> int:
    """Add what a carrier sells; its id.

    The other fields are those of `fields`, if any, in which what stands before is not looked at.

    Raises:
        NotFound: there is no such carrier.
        BadInput: a field cannot be used.
        Conflict: the code is taken.
    """
    must_find(
        tx.execute(sa.select(Carrier.id).where(Carrier.id == carrier_id)).first(), "carrier", carrier_id
    )
    name = text_field(name, "service name")
    new = replace(fields or ServiceFields(name), name=name, transit_days=transit_days, cut_off=cut_off)
    _check_service(new)
    code = code_field(code, "service code")
    _refuse_taken(tx, CarrierService, code)
    values = {"carrier_id": carrier_id, "code": code, **asdict(new)}
    made: int = tx.execute(sa.insert(CarrierService).values(values).returning(CarrierService.id)).scalar_one()
    tx.changed("carrier", carrier_id)
    return made


@use_case(Permission.SITE_EDIT)
def edit_carrier(tx: Transaction, carrier_id: int, fields: CarrierFields, was: CarrierFields) -> int:
    """Change a carrier; its id. Shipments that are on their way with it stay so, and labels asked for are asked in the new way.

    Args:
        tx: The transaction.
        carrier_id: Which.
        fields: As it is to be.
        was: As it was read.

    Raises:
        NotFound: there is no such carrier.
        BadInput: a field cannot be used.
        Conflict: another desk changed it meanwhile.
    """
    new = _checked(replace(fields, name=text_field(fields.name, "name")))
    edit_row(tx, Carrier, carrier_id, asdict(new), asdict(was), what="carrier", name=was.name)
    return carrier_id


@use_case(Permission.SITE_EDIT)
def edit_service(tx: Transaction, service_id: int, fields: ServiceFields, was: ServiceFields) -> int:
    """Change what a carrier sells; its id. Promises that were made with the old days stay.

    Args:
        tx: The transaction.
        service_id: Which.
        fields: As it is to be.
        was: As it was read.

    Raises:
        NotFound: there is no such service.
        BadInput: a field cannot be used.
        Conflict: another desk changed it meanwhile.
    """
    _check_service(fields)
    new = asdict(fields) | {"name": text_field(fields.name, "name")}
    found = must_find(
        tx.execute(sa.select(CarrierService.carrier_id).where(CarrierService.id == service_id)).first(),
        "service",
        service_id,
    )
    if edit_row(tx, CarrierService, service_id, new, asdict(was), what="carrier_service", name=was.name):
        tx.changed("carrier", found.carrier_id)
    return service_id


def _checked(fields: CarrierFields) -> CarrierFields:
    """The fields of a carrier, trimmed, if they can be used."""
    found = replace(
        fields,
        account=free_text(fields.account, "account", CODE_LENGTH),
        tracking_url=fields.tracking_url.strip(),
        out_folder=fields.out_folder.strip(),
        in_folder=fields.in_folder.strip(),
    )
    url = found.tracking_url
    if url and (
        not url.startswith(("https://", "http://")) or url.count("{tracking}") != 1 or not url.isprintable()
    ):
        raise BadInput(
            f"{url!r} is no page where parcels can be followed.",
            hint="Write it as https://carrier.example/{tracking}, with the number's place in braces.",
            field="tracking_url",
            value=url,
        )
    if not 1 <= found.timeout_s <= LONGEST_TIMEOUT:
        raise BadInput(
            f"A carrier is waited for 1 to {LONGEST_TIMEOUT} seconds.",
            field="timeout_s",
            value=found.timeout_s,
        )
    # Whoever brings the carrier knows what it needs: two folders, say.
    carrier_of(found.kind, Account(found.name, found.account, found.out_folder, found.in_folder))
    return found


def _check_service(fields: ServiceFields) -> None:
    _check_days(fields.transit_days)
    check_time(fields.cut_off, "cut_off")
    digits(fields.currency)
    days = fields.service_days
    if not days or any(day not in WEEK for day in days) or "".join(sorted(set(days))) != days:
        raise BadInput(
            f"{days!r} are no days of the week.",
            hint="Choose at least one day; Monday is 1 and Sunday 7, as in 12345.",
            field="service_days",
            value=days,
        )
    for name in ("max_weight_g", "max_length_mm", "max_girth_mm", "volume_divisor"):
        if not 0 <= (value := getattr(fields, name)) <= MOST_LIMIT:
            raise BadInput(
                f"{value} is no limit.", hint="Write 0 where there is none.", field=name, value=value
            )


def check_time(text: str, field: str) -> None:
    """Refuse what is no time of day.

    Raises:
        BadInput: with an example as a hint.
    """
    if not _TIME.fullmatch(text):
        raise BadInput(f"{text!r} is not a time of day.", hint="Write it as 16:30.", field=field, value=text)


def _check_days(transit_days: int) -> None:
    if transit_days < 0:
        raise BadInput(
            "Goods are not on the way for less than no day.", field="transit_days", value=transit_days
        )
    if transit_days > LONGEST_TRANSIT:
        raise BadInput(
            f"Goods are not on the way for more than {LONGEST_TRANSIT} days.",
            field="transit_days",
            value=transit_days,
        )


def _refuse_taken(tx: Transaction, model: type[Carrier] | type[CarrierService], code: str) -> None:
    if tx.execute(sa.select(model.id).where(model.code == code)).first() is not None:
        raise Conflict(f"The code {code} is taken.", hint="Choose another code.", field="code", code=code)
