"""Carriers and the services they sell."""

from __future__ import annotations

import re

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput
from app.models import Carrier, CarrierService
from app.services.context import use_case
from app.services.rows import code_field, must_find, text_field

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)


@use_case(Permission.SITE_EDIT)
def add_carrier(tx: Transaction, code: str, name: str) -> int:
    """Add a carrier; its id.

    Raises:
        BadInput: code or name is empty.
        Conflict: the code is taken.
    """
    values = {"code": code_field(code, "carrier code"), "name": text_field(name, "carrier name")}
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
    if transit_days < 0:
        raise BadInput(
            "Goods are not on the way for less than no day.", field="transit_days", value=transit_days
        )
    if not _TIME.fullmatch(cut_off):
        raise BadInput(
            f"{cut_off!r} is not a time of day.", hint="Write it as 16:30.", field="cut_off", value=cut_off
        )
    values = {
        "carrier_id": carrier_id,
        "code": code_field(code, "service code"),
        "name": text_field(name, "service name"),
        "transit_days": transit_days,
        "cut_off": cut_off,
    }
    made: int = tx.execute(sa.insert(CarrierService).values(values).returning(CarrierService.id)).scalar_one()
    tx.changed("carrier", carrier_id)
    return made
