"""Carriers, their services, labels and the hand-over.

Label bytes and tracking are stored before anything is printed.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Actor, Base, Code, Counter, Id, Instant, Now, Text, Yes, fk


class Carrier(Base):
    """Who carries the parcels."""

    __tablename__ = "carrier"
    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    active: Mapped[Yes]


class CarrierService(Base):
    """A product of a carrier, with the days it takes and its latest hand-over (local time, 'HH:MM')."""

    __tablename__ = "carrier_service"
    id: Mapped[Id]
    carrier_id: Mapped[int] = fk("carrier.id")
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    transit_days: Mapped[int] = mapped_column(server_default="1")
    cut_off: Mapped[str] = mapped_column(server_default="16:30")
    active: Mapped[Yes]


class ShippingLabel(Base):
    """The label of a parcel.

    Its bytes (`blob_sha`), tracking number and how often it was printed; voided, never deleted.
    """

    __tablename__ = "shipping_label"
    id: Mapped[Id]
    package_id: Mapped[int] = fk("package.id", index=True)
    carrier_service_id: Mapped[int | None] = fk("carrier_service.id")
    tracking: Mapped[Code]
    blob_sha: Mapped[str] = mapped_column(sa.Text, sa.ForeignKey("blob.sha256"), index=True)
    made_at: Mapped[Now]
    made_by: Mapped[Actor]
    prints: Mapped[Counter]
    voided_at: Mapped[Instant | None]
    voided_by: Mapped[Text]
    __table_args__ = (
        sa.Index(
            "uq_shipping_label_live",
            "package_id",
            unique=True,
            postgresql_where=sa.text("voided_at IS NULL"),
            sqlite_where=sa.text("voided_at IS NULL"),
        ),
        sa.Index(
            "uq_shipping_label_tracking",
            "tracking",
            unique=True,
            postgresql_where=sa.text("tracking <> '' AND voided_at IS NULL"),
            sqlite_where=sa.text("tracking <> '' AND voided_at IS NULL"),
        ),
    )
