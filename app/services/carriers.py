"""Carriers and the services they sell."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict
from app.models import Carrier, CarrierService
from app.services.context import use_case
from app.services.editing import edit_row
from app.services.rows import code_field, must_find, text_field

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)

LONGEST_TRANSIT = 90


@dataclass(frozen=True, slots=True)
class CarrierFields:
    """What can be changed of a carrier; one that is not active is offered nowhere."""

    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class ServiceFields:
    """What can be changed of a carrier's service: days on the way, latest hand-over (local, 'HH:MM'), whether it is offered."""

    name: str
    transit_days: int = 1
    cut_off: str = "16:30"
    active: bool = True


@use_case(Permission.SITE_EDIT)
def add_carrier(tx: Transaction, code: str, name: str) -> int:
    """Add a carrier; its id.

    Raises:
        BadInput: code or name is empty.
        Conflict: the code is taken.
    """
    values = {"code": code_field(code, "carrier code"), "name": text_field(name, "carrier name")}
    _refuse_taken(tx, Carrier, values["code"])
    made: int = tx.execute(sa.insert(Carrier).values(values).returning(Carrier.id)).scalar_one()
    tx.changed("carrier", made)
    return made


@use_case(Permission.SITE_EDIT)
def add_service(
    tx: Transaction, carrier_id: int, code: str, name: str, transit_days: int = 1, cut_off: str = "16:30"
) -> int:
    """Add what a carrier sells: days on the way and the latest hand-over (local time, 'HH:MM'); its id.

    Raises:
        NotFound: there is no such carrier.
        BadInput: a field cannot be used.
        Conflict: the code is taken.
    """
    must_find(
        tx.execute(sa.select(Carrier.id).where(Carrier.id == carrier_id)).first(), "carrier", carrier_id
    )
    _check_days(transit_days)
    check_time(cut_off, "cut_off")
    code = code_field(code, "service code")
    _refuse_taken(tx, CarrierService, code)
    values = {
        "carrier_id": carrier_id,
        "code": code,
        "name": text_field(name, "service name"),
        "transit_days": transit_days,
        "cut_off": cut_off,
    }
    made: int = tx.execute(sa.insert(CarrierService).values(values).returning(CarrierService.id)).scalar_one()
    tx.changed("carrier", carrier_id)
    return made


@use_case(Permission.SITE_EDIT)
def edit_carrier(tx: Transaction, carrier_id: int, fields: CarrierFields, was: CarrierFields) -> int:
    """Change a carrier; its id. Shipments that are on their way with it stay so.

    Args:
        tx: The transaction.
        carrier_id: Which.
        fields: As it is to be.
        was: As it was read.

    Raises:
        NotFound: there is no such carrier.
        BadInput: the name is empty.
        Conflict: another desk changed it meanwhile.
    """
    new = asdict(fields) | {"name": text_field(fields.name, "name")}
    edit_row(tx, Carrier, carrier_id, new, asdict(was), what="carrier", name=was.name)
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
    _check_days(fields.transit_days)
    check_time(fields.cut_off, "cut_off")
    new = asdict(fields) | {"name": text_field(fields.name, "name")}
    found = must_find(
        tx.execute(sa.select(CarrierService.carrier_id).where(CarrierService.id == service_id)).first(),
        "service",
        service_id,
    )
    if edit_row(tx, CarrierService, service_id, new, asdict(was), what="carrier_service", name=was.name):
        tx.changed("carrier", found.carrier_id)
    return service_id


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
