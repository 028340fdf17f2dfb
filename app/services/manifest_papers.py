"""The papers of pick-ups: drawn between two transactions, stored before anything is printed, like labels.

A pick-up is closed with its paper: what it says is read again under the pick-up's lock, and where a desk loaded or unloaded a
parcel meanwhile, it is drawn anew. So no manifest leaves the printer that says something else than its truck.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import aliased

from app.database import Transaction
from app.documents import document
from app.documents.content import CarrierManifest, ManifestParcel
from app.documents.manifest import manifest_table
from app.documents.words import Language
from app.domain.flow import MANIFEST
from app.domain.permissions import Permission
from app.errors import Conflict, NotFound
from app.models import (
    Address,
    AppMeta,
    AppUser,
    Blob,
    Carrier,
    CarrierService,
    Manifest,
    Package,
    Shipment,
    ShippingLabel,
    Warehouse,
)
from app.services.context import Context, use_case
from app.services.labels import Stored, store_paper
from app.services.manifests import check_fit, lock_manifest, parcels_on
from app.services.paper_addresses import address_columns, read_address
from app.services.rows import insert_blob, must_find
from app.services.states import move_state
from app.services.telling_carriers import OURS, tell_closed

_TRIES = 5
PAPER = "manifest"


@dataclass(frozen=True, slots=True)
class ClosedPickUp:
    """A pick-up with its paper and its table; the paper waits at the printer."""

    manifest_id: int
    number: str
    parcels: int
    paper_sha: str
    table_sha: str
    print_job_id: int


_FROM = aliased(Address)
_PALLET = aliased(Package)
_HEAD = (
    sa.select(
        *(Manifest.number, Manifest.state, Manifest.vehicle, Manifest.driver, Manifest.handed_at),
        Manifest.closed_at,
        *(Manifest.handed_by, AppUser.name.label("hander"), Blob.bytes.label("signature")),
        *(Carrier.name.label("carrier"), Carrier.account, Warehouse.code.label("site"), Warehouse.time_zone),
        *(Warehouse.name.label("warehouse"), AppMeta.company),
        *address_columns(_FROM, "from"),
    )
    .join(Carrier, Carrier.id == Manifest.carrier_id)
    .join(Warehouse, Warehouse.id == Manifest.warehouse_id)
    .join(AppMeta, AppMeta.id == 1)
    .outerjoin(_FROM, _FROM.id == Warehouse.address_id)
    .outerjoin(AppUser, AppUser.login == Manifest.handed_by)
    .outerjoin(Blob, Blob.sha256 == Manifest.signature_sha)
    .where(Manifest.id == sa.bindparam("manifest"))
)
_PARCELS = (
    sa.select(
        *(Package.sscc, Package.position, Package.weight_g, Shipment.number, ShippingLabel.tracking),
        *(CarrierService.name.label("service"), Address.country_code, Address.postal_code, Address.city),
        _PALLET.sscc.label("pallet"),
    )
    .join(Shipment, Shipment.id == Package.shipment_id)
    .join(CarrierService, CarrierService.id == Shipment.carrier_service_id)
    # A parcel whose label is void is on no manifest.
    .join(ShippingLabel, sa.and_(ShippingLabel.package_id == Package.id, ShippingLabel.voided_at.is_(None)))
    .outerjoin(Address, Address.id == Shipment.ship_address_id)
    .outerjoin(_PALLET, _PALLET.id == Package.parent_id)
    .where(Package.manifest_id == sa.bindparam("manifest"))
    .order_by(CarrierService.name, CarrierService.id, Shipment.number, Package.position)
)
_KEEP = (
    sa.update(Manifest)
    .where(Manifest.id == sa.bindparam("manifest"))
    .values(paper_sha=sa.bindparam("paper"), table_sha=sa.bindparam("table"))
)
_TABLE = (
    sa.select(Blob.bytes, Manifest.number)
    .select_from(Manifest)
    .outerjoin(Blob, Blob.sha256 == Manifest.table_sha)
    .where(Manifest.id == sa.bindparam("manifest"))
)


def manifest_content(
    connection: Connection | Transaction, manifest_id: int, language: Language = "en", *, copy: bool = False
) -> CarrierManifest:
    """What the manifest of a pick-up says now.

    Raises:
        NotFound: there is no such pick-up.
    """
    head = must_find(connection.execute(_HEAD, {"manifest": manifest_id}).first(), "pick-up", manifest_id)
    parcels = tuple(_parcel(row) for row in connection.execute(_PARCELS, {"manifest": manifest_id}))
    handed = head.handed_at.astimezone(ZoneInfo(head.time_zone)) if head.handed_at is not None else None
    return CarrierManifest(
        number=head.number,
        carrier=head.carrier,
        account=head.account,
        site=head.site,
        sender=read_address(head, "from", "warehouse", head.warehouse) if head.from_country_code else None,
        parcels=parcels,
        closed_at=head.closed_at.astimezone(ZoneInfo(head.time_zone)) if head.closed_at else None,
        vehicle=head.vehicle,
        driver=head.driver,
        handed_at=handed,
        handed_by=(head.hander or head.handed_by) if handed is not None else "",
        signature=head.signature or b"",
        company=head.company,
        language=language,
        copy=copy,
    )


def _parcel(row: Any) -> ManifestParcel:
    return ManifestParcel(
        *(row.sscc, row.tracking, row.number, row.position, row.service),
        *(row.country_code or "", row.postal_code or "", row.city or "", row.weight_g, row.pallet or ""),
    )


def close_manifest(ctx: Context, manifest_id: int, language: Language = "en") -> ClosedPickUp:
    """Close a pick-up: nothing more is loaded, its paper is stored and goes to the printer, its table is stored.

    Raises:
        NothingLoaded, NotFit: nothing is on it, or something that may not leave.
        NotPrintable: the paper cannot be set; names the field.
        Conflict: it is not open, or other desks keep loading.
        NotFound: there is no such pick-up.
        NotAllowed: the right to hand over is missing.
    """
    ctx.require(Permission.SHIPMENT_SHIP)
    for _ in range(_TRIES):
        with ctx.reading() as connection:
            content = manifest_content(connection, manifest_id, language)
        pdf = document(PAPER).render(content)
        found = store_closed(ctx, manifest_id, content, pdf, manifest_table(content))
        if found is not None:
            return found
    raise Conflict(
        "Other desks keep loading this pick-up.", hint="Close it when they are done.", id=manifest_id
    )


@use_case(Permission.SHIPMENT_SHIP)
def store_closed(
    tx: Transaction, manifest_id: int, content: CarrierManifest, pdf: bytes, table: bytes
) -> ClosedPickUp | None:
    """Close a pick-up with its drawn papers; None where something was loaded or unloaded while they were drawn.

    Raises:
        NothingLoaded, NotFit: nothing is on it, or something that may not leave.
        Conflict: it is not open.
        NotFound: there is no such pick-up.
    """
    head = lock_manifest(tx, manifest_id, ("open",), "close it")
    check_fit(head, parcels_on(tx, manifest_id))
    if manifest_content(tx, manifest_id, content.language) != content:
        return None
    stored = store_paper.inside(tx, PAPER, head.number, pdf)
    table_sha = insert_blob(tx, table, "text/csv")
    values = {"closed_at": head.now, "paper_sha": stored.sha256, "table_sha": table_sha}
    move_state(tx, MANIFEST, [manifest_id], "close", values)
    if head.kind != OURS:
        tell_closed(tx, manifest_id)
    return ClosedPickUp(
        *(manifest_id, head.number, len(content.parcels)), *(stored.sha256, table_sha, stored.print_job_id)
    )


def print_manifest(ctx: Context, manifest_id: int, language: Language = "en", copy: bool = False) -> Stored:
    """Print the manifest as it stands now: after the hand-over with name, time and signature, the proof of it.

    Raises:
        Conflict: the pick-up is not closed yet.
        NotPrintable: the paper cannot be set; names the field.
        NotFound: there is no such pick-up.
        NotAllowed: the right to hand over is missing.
    """
    ctx.require(Permission.SHIPMENT_SHIP)
    with ctx.reading() as connection:
        content = manifest_content(connection, manifest_id, language, copy=copy)
    return keep_paper(ctx, manifest_id, document(PAPER).render(content), manifest_table(content), copy)


@use_case(Permission.SHIPMENT_SHIP)
def keep_paper(tx: Transaction, manifest_id: int, pdf: bytes, table: bytes, copy: bool = False) -> Stored:
    """Keep the manifest that was drawn and send it to the printer; a copy is printed only.

    Raises:
        Conflict: the pick-up is not closed.
        NotFound: there is no such pick-up.
    """
    head = lock_manifest(tx, manifest_id, ("closed", "handed_over"), "print its paper")
    stored = store_paper.inside(tx, PAPER, head.number, pdf)
    if not copy:
        shas = {"paper": stored.sha256, "table": insert_blob(tx, table, "text/csv")}
        tx.execute(_KEEP, {"manifest": manifest_id} | shas)
        tx.changed("manifest", manifest_id)
    return stored


def manifest_csv(ctx: Context, manifest_id: int) -> tuple[str, bytes]:
    """Number and CSV table of a pick-up as it was closed.

    Raises:
        NotFound: there is no such pick-up, or it was not closed yet.
    """
    with ctx.reading() as connection:
        row = connection.execute(_TABLE, {"manifest": manifest_id}).first()
    found = must_find(row, "pick-up", manifest_id)
    if found.bytes is None:
        raise NotFound(
            f"{found.number} has no table yet.", hint="Close the pick-up first.", number=found.number
        )
    return str(found.number), bytes(found.bytes)
