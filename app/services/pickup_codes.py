"""The code against which a customer gets fetched goods: made when they are packed, told to the customer, asked at the counter."""

from __future__ import annotations

import secrets

import sqlalchemy as sa

from app.database import Transaction
from app.models import CarrierService, Shipment

LETTERS = "ACDEFHJKLMNPRTUVWXY3479"
"""Letters and figures that nobody takes for one another, on paper or on the telephone."""
LENGTH = 6
"""One of 148 million: it is asked by a person at a counter, not by a program."""

_GIVE = (
    sa.update(Shipment)
    .where(
        Shipment.id == sa.bindparam("shipment"),
        Shipment.pickup_code == "",
        Shipment.carrier_service_id.in_(sa.select(CarrierService.id).where(CarrierService.collected)),
    )
    .values(pickup_code=sa.bindparam("made"))
)


def give_pickup_code(tx: Transaction, shipment_id: int) -> None:
    """Give a shipment that its customer fetches a code that cannot be guessed; one that it has already stays."""
    made = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    tx.execute(_GIVE, {"shipment": shipment_id, "made": made})


def same_code(typed: str, code: str) -> bool:
    """Whether somebody said the code; case, blanks and dashes do not matter."""
    said = "".join(letter for letter in typed.upper() if letter.isalnum())
    return bool(code) and secrets.compare_digest(said.encode(), code.encode())
