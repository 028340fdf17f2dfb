"""The label of a pallet: drawn between two transactions, stored before it is printed, printed again as COPY, like a parcel's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.documents.content_shipping import PalletLabel
from app.documents.copies import as_copy
from app.documents.words import Language
from app.domain.flow import PACKAGE
from app.domain.permissions import Permission
from app.errors import Conflict, NotFound
from app.models import (
    Address,
    Blob,
    Carrier,
    CarrierService,
    Package,
    Shipment,
    ShippingLabel,
    Warehouse,
)
from app.services.context import Context, use_case
from app.services.label_forms import desk_form
from app.services.labels import Stored, keep, queue_paper
from app.services.pallets import lock_pallet
from app.services.paper_addresses import address_columns, read_address
from app.services.rows import must_find
from app.services.states import move_state

PAPER = "pallet_label"
_TRIES = 3


@dataclass(frozen=True, slots=True)
class PalletLabelled:
    """A pallet's label: the hash of its stored bytes; `print_job_id` waits at the printer, 0 where it came out before."""

    label_id: int
    pallet_id: int
    sscc: str
    sha256: str
    print_job_id: int


_P = cast("sa.Table", Package.__table__)
_ON = _P.alias("standing")
_HEAD = (
    sa.select(
        *(_P.c.sscc, _P.c.weight_g, _P.c.height_mm, Warehouse.name.label("warehouse")),
        *address_columns(Address, "from"),
    )
    .select_from(_P)
    .join(Warehouse, Warehouse.id == _P.c.warehouse_id)
    .outerjoin(Address, Address.id == Warehouse.address_id)
    .where(_P.c.id == sa.bindparam("pallet"), _P.c.kind == "pallet")
)
_TO = (
    sa.select(
        *(sa.func.count(_ON.c.id).label("parcels"), sa.func.min(Carrier.name).label("carrier")),
        *address_columns(Address, "to"),
    )
    .select_from(_ON)
    .join(Shipment, Shipment.id == _ON.c.shipment_id)
    .outerjoin(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    .outerjoin(Carrier, Carrier.id == CarrierService.carrier_id)
    .outerjoin(Address, Address.id == Shipment.ship_address_id)
    .where(_ON.c.parent_id == sa.bindparam("pallet"))
    .group_by(*(column.element for column in address_columns(Address, "to")))
)
"""What stands on a pallet, a row an address: two orders to the same door go to one."""
_LIVE = sa.select(ShippingLabel.id, ShippingLabel.blob_sha, ShippingLabel.print_job_id).where(
    ShippingLabel.package_id == sa.bindparam("pallet"), ShippingLabel.voided_at.is_(None)
)
_NEW = sa.insert(ShippingLabel).returning(ShippingLabel.id)
_BYTES = sa.select(Blob.bytes).where(Blob.sha256 == sa.bindparam("sha"))
_SSCC = sa.select(_P.c.sscc).where(_P.c.id == sa.bindparam("pallet"))
_PRINTED = (
    sa.update(ShippingLabel)
    .where(ShippingLabel.id == sa.bindparam("label"))
    .values(prints=ShippingLabel.prints + 1)
)


def pallet_label_content(
    connection: Connection | Transaction, pallet_id: int, language: Language = "en"
) -> PalletLabel:
    """What the label of a pallet says now: the address only where all its parcels go there.

    Raises:
        NoAddress: the warehouse has none.
        NotFound: there is no such pallet.
    """
    head = must_find(connection.execute(_HEAD, {"pallet": pallet_id}).first(), "pallet", pallet_id)
    rows = connection.execute(_TO, {"pallet": pallet_id}).all()
    one = rows[0] if len(rows) == 1 and rows[0].to_country_code else None
    return PalletLabel(
        sscc=head.sscc,
        sender=read_address(head, "from", "warehouse", head.warehouse),
        parcels=sum(row.parcels for row in rows),
        carrier=next((row.carrier for row in rows if row.carrier), ""),
        weight_g=head.weight_g,
        height_mm=head.height_mm,
        recipient=read_address(one, "to", "pallet", head.sscc) if one is not None else None,
        addresses=len(rows),
        language=language,
    )


def label_pallet(ctx: Context, pallet_id: int, language: Language = "en") -> PalletLabelled:
    """Make the label of a closed pallet and send it to the printer; asked again, it answers with the label that is there.

    It comes in the form of this desk's printer of pallet labels; without one, of its printer of parcels' labels.

    Raises:
        Conflict: the pallet is not closed, or keeps changing.
        NoAddress, NotPrintable, DoesNotFit: the label cannot be set; names the field.
        NotFound: there is no such pallet.
        NotAllowed: the right to pack is missing.
    """
    ctx.require(Permission.SHIPMENT_PACK)
    for _ in range(_TRIES):
        with ctx.reading() as connection:
            content = pallet_label_content(connection, pallet_id, language)
            form = desk_form(connection, ctx.desk, document=PAPER)
        label = form.draw(content)
        found = store_pallet_label(ctx, pallet_id, content, label, form.job([label]))
        if found is not None:
            return found
    raise Conflict(
        "The pallet keeps changing while its label is drawn.", hint="Try again.", pallet_id=pallet_id
    )


@use_case(Permission.SHIPMENT_PACK)
def store_pallet_label(
    tx: Transaction, pallet_id: int, content: PalletLabel, label: bytes, paper: bytes
) -> PalletLabelled | None:
    """Keep a drawn label beside its pallet and send it to the printer; None where the pallet says something else by now.

    Args:
        tx: The transaction.
        pallet_id: The pallet.
        content: What is drawn.
        label: The label as it is kept.
        paper: The same as the printer takes it: on sheets of two it stands in the first half.

    Raises:
        Conflict: the pallet is not closed.
        NotFound: there is no such pallet.
    """
    pallet = lock_pallet(tx, pallet_id, ("closed", "labelled"), "have a label")
    live = tx.execute(_LIVE, {"pallet": pallet_id}).first()
    if live is not None:
        return PalletLabelled(live.id, pallet_id, pallet.sscc, live.blob_sha, live.print_job_id or 0)
    if pallet_label_content(tx, pallet_id, content.language) != content:
        return None
    sha = keep(tx, label)
    job = queue_paper(tx, PAPER, f"SSCC {pallet.sscc}", sha if paper == label else keep(tx, paper))
    values = {"package_id": pallet_id, "carrier_service_id": None, "tracking": "", "blob_sha": sha}
    label_id: int = tx.execute(_NEW, values | {"print_job_id": job}).scalar_one()
    tx.changed("shipping_label", label_id)
    move_state(tx, PACKAGE, [pallet_id], "label")
    return PalletLabelled(label_id, pallet_id, pallet.sscc, sha, job)


def reprint_pallet_label(ctx: Context, pallet_id: int, language: Language = "en") -> Stored:
    """Print a pallet's label once more: its stored bytes with COPY on them.

    Only where this desk's printer does not take those (another language, or other dots) the label is drawn in its form, from what
    the pallet says.

    Raises:
        NotFound: the pallet has no label.
        NotAllowed: the right to pack is missing.
    """
    ctx.require(Permission.SHIPMENT_PACK)
    with ctx.reading() as connection:
        live = connection.execute(_LIVE, {"pallet": pallet_id}).first()
        if live is None:
            raise NotFound(
                "This pallet has no label yet.", hint="Close it and print its label.", pallet_id=pallet_id
            )
        form = desk_form(connection, ctx.desk, document=PAPER)
        label: bytes = connection.execute(_BYTES, {"sha": live.blob_sha}).scalar_one()
        content = pallet_label_content(connection, pallet_id, language)
    if not form.takes(label):
        label = form.draw(content)
    return _store_copy(ctx, live.id, pallet_id, as_copy(form.job([label]), halves=form.two_up))


@use_case(Permission.SHIPMENT_PACK)
def _store_copy(tx: Transaction, label_id: int, pallet_id: int, paper: bytes) -> Stored:
    tx.execute(_PRINTED, {"label": label_id})
    tx.changed("shipping_label", label_id)
    sha = keep(tx, paper)
    sscc = tx.execute(_SSCC, {"pallet": pallet_id}).scalar_one()
    return Stored(sha, queue_paper(tx, PAPER, f"SSCC {sscc}", sha, copy=True))
