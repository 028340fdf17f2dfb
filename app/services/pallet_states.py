"""A pallet goes with its parcels: none leaves without it, and it has arrived when they all have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

import sqlalchemy as sa

from app.database import Transaction
from app.domain.flow import PACKAGE
from app.errors import Refused
from app.models import Package
from app.services.states import move_state


class OnPallet(Refused):
    """A parcel that stands on a pallet leaves with it, and is not opened there."""

    code = "parcel.on_pallet"

    def __init__(self, what: str, parcels: Sequence[str]) -> None:
        super().__init__(
            f"{len(parcels)} parcel(s) of {what} stand on a pallet.",
            hint="Take them off the pallet at the dispatch bench first, or load the pallet.",
            what=what,
            parcels=list(parcels),
        )


_P = cast("sa.Table", Package.__table__)
_ON = _P.alias("standing")
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_PARENT = (
    sa.select(_P.c.sscc, _P.c.parent_id)
    .where(_P.c.id == sa.bindparam("package"))
    .with_for_update(key_share=True)
)
_PALLETS = (
    sa.select(_P.c.id)
    .where(_P.c.id.in_(sa.select(_ON.c.parent_id).where(_ON.c.id.in_(_IDS), _ON.c.parent_id.is_not(None))))
    .order_by(_P.c.id)
    .with_for_update(key_share=True)
)
_STATES = (
    sa.select(
        *(_P.c.id, _P.c.state, sa.func.count(_ON.c.id).label("parcels")),
        sa.func.coalesce(sa.func.sum(sa.case((_ON.c.state == "delivered", 1), else_=0)), 0).label("arrived"),
    )
    .outerjoin(_ON, _ON.c.parent_id == _P.c.id)
    .where(_P.c.id.in_(_IDS))
    .group_by(_P.c.id, _P.c.state)
)
_LIFT = sa.update(_P).where(_P.c.id.in_(_IDS)).values(parent_id=None)
_OFF_TRUCK = sa.update(_P).where(_P.c.id.in_(_IDS)).values(manifest_id=None)


def refuse_on_pallet(tx: Transaction, package_id: int, what: str) -> None:
    """Go on only with a parcel that stands on no pallet; it is locked, so that nobody puts it on one meanwhile.

    Raises:
        OnPallet: it stands on one.
    """
    row = tx.execute(_PARENT, {"package": package_id}).one()
    if row.parent_id is not None:
        raise OnPallet(what, [row.sscc])


def refuse_standing(parcels: Iterable[Any], what: str) -> None:
    """Go on only where none of these locked parcels that are still here stands on a pallet.

    Raises:
        OnPallet: some do.
    """
    standing = [
        row.sscc for row in parcels if row.parent_id is not None and row.state in ("closed", "labelled")
    ]
    if standing:
        raise OnPallet(what, standing)


def follow_parcels(tx: Transaction, package_ids: Sequence[int]) -> None:
    """Parcels arrived, or did not after all: the pallets that they stand on follow.

    Each pallet is locked before its parcels are counted: of two desks that note the last two parcels, the second sees both.
    """
    pallets = tx.execute(_PALLETS, {"ids": sorted(set(package_ids))}).scalars().all() if package_ids else []
    if not pallets:
        return
    rows = tx.execute(_STATES, {"ids": pallets}).all()
    whole = [row.id for row in rows if row.state == "loaded" and row.arrived == row.parcels > 0]
    broken = [row.id for row in rows if row.state == "delivered" and row.arrived < row.parcels]
    move_state(tx, PACKAGE, whole, "deliver")
    move_state(tx, PACKAGE, broken, "undeliver")


def lift_off(tx: Transaction, package_ids: Sequence[int]) -> None:
    """Parcels that came back alone stand on no pallet any more; a pallet of which nothing is left on the way came back, too."""
    pallets = tx.execute(_PALLETS, {"ids": sorted(set(package_ids))}).scalars().all() if package_ids else []
    if not pallets:
        return
    tx.execute(_LIFT, {"ids": sorted(set(package_ids))})
    rows = tx.execute(_STATES, {"ids": pallets}).all()
    empty = [row.id for row in rows if row.state == "loaded" and not row.parcels]
    move_state(tx, PACKAGE, empty, "unload")
    if empty:
        tx.execute(_OFF_TRUCK, {"ids": empty})
    for pallet_id in pallets:
        tx.changed("package", pallet_id)
