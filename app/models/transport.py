"""Carriers, their services with rates and rules, and the labels of parcels.

Label bytes and tracking are stored before anything is printed. Weights in grams, sizes in millimetres, money in minor units.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import (
    Actor,
    Base,
    Code,
    Counter,
    DeskName,
    Id,
    Instant,
    Minor,
    No,
    Now,
    Text,
    Version,
    Yes,
    fk,
    one_of,
)

CARRIER_KINDS = ("table", "file")


class Carrier(Base):
    """Who carries the parcels.

    `kind` says how labels are had: 'table' sets them here at our own rates, 'file' exchanges files through two folders.
    `account` is our customer number there; `tracking_url` holds `{tracking}`; `timeout_s` seconds of silence are given up for
    a time.
    """

    __tablename__ = "carrier"
    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    active: Mapped[Yes]
    kind: Mapped[str] = mapped_column(server_default="table")
    account: Mapped[Text]
    tracking_url: Mapped[Text]
    out_folder: Mapped[Text]
    in_folder: Mapped[Text]
    timeout_s: Mapped[int] = mapped_column(server_default="20")
    __table_args__ = (
        one_of("kind", CARRIER_KINDS),
        sa.CheckConstraint("timeout_s BETWEEN 1 AND 60", name="timeout"),
    )


class CarrierService(Base):
    """A product of a carrier, with the days it takes and its latest hand-over (local time, 'HH:MM').

    Limits of 0 are none. Girth is length + 2 x (width + height); `volume_divisor` is in cubic centimetres a kilogram
    (5000 is usual), 0 charges by weight alone. `service_days` are ISO weekdays on which it travels, e.g. '12345'.
    `collected` services are no carriage: the customer fetches the goods.
    """

    __tablename__ = "carrier_service"
    id: Mapped[Id]
    carrier_id: Mapped[int] = fk("carrier.id")
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    transit_days: Mapped[int] = mapped_column(server_default="1")
    cut_off: Mapped[str] = mapped_column(server_default="16:30")
    active: Mapped[Yes]
    currency: Mapped[str] = mapped_column(server_default="EUR")
    max_weight_g: Mapped[Counter]
    max_length_mm: Mapped[Counter]
    max_girth_mm: Mapped[Counter]
    volume_divisor: Mapped[Counter]
    service_days: Mapped[str] = mapped_column(server_default="12345")
    collected: Mapped[No]
    __table_args__ = (
        sa.CheckConstraint(
            "max_weight_g >= 0 AND max_length_mm >= 0 AND max_girth_mm >= 0 AND volume_divisor >= 0",
            name="limits",
        ),
    )


class RateZone(Base):
    """Where a service goes: a country, or the postcodes of it that begin with `postal_prefix`; the longest prefix wins."""

    __tablename__ = "rate_zone"
    id: Mapped[Id]
    carrier_service_id: Mapped[int] = fk("carrier_service.id")
    country: Mapped[Code]
    postal_prefix: Mapped[Text]
    zone: Mapped[Code]
    __table_args__ = (
        sa.UniqueConstraint("carrier_service_id", "country", "postal_prefix"),
        sa.CheckConstraint("zone <> '' AND country <> ''", name="named"),
    )


class Rate(Base):
    """What a parcel up to a charged weight costs in a zone of a service."""

    __tablename__ = "rate"
    id: Mapped[Id]
    carrier_service_id: Mapped[int] = fk("carrier_service.id")
    zone: Mapped[Code]
    up_to_g: Mapped[int]
    price: Mapped[Minor]
    __table_args__ = (
        sa.UniqueConstraint("carrier_service_id", "zone", "up_to_g"),
        sa.CheckConstraint("up_to_g > 0 AND price >= 0", name="measures"),
    )


SURCHARGE_KINDS = ("percent", "parcel", "oversize", "overweight", "prefix", "dangerous", "saturday")


class Surcharge(Base):
    """What a service asks beyond its rate.

    Of `kind`: 'percent' of the rate (`amount` in hundredths of a percent: 1250 is 12.5 %); all others a fixed amount in minor
    units: for each 'parcel', 'oversize' (longest side over `threshold` mm), 'overweight' (over `threshold` g), a postcode
    `prefix` of a country ('FR 20'), 'dangerous' goods, delivery on a 'saturday'.
    """

    __tablename__ = "surcharge"
    id: Mapped[Id]
    carrier_service_id: Mapped[int] = fk("carrier_service.id", index=True)
    name: Mapped[Code]
    kind: Mapped[Code]
    threshold: Mapped[Counter]
    prefix: Mapped[Text]
    amount: Mapped[Minor]
    __table_args__ = (
        one_of("kind", SURCHARGE_KINDS),
        sa.CheckConstraint("threshold >= 0 AND amount >= 0", name="measures"),
    )


RULE_CHOICES = ("service", "cheapest", "fastest")


class CarrierRule(Base):
    """Which service takes a shipment: the first active rule, by `position`, whose conditions all hold.

    Empty or 0 is no condition. `choice` 'service' names one; the others take the 'cheapest' or 'fastest' that goes there in
    time for the promise.
    """

    __tablename__ = "carrier_rule"
    id: Mapped[Id]
    position: Mapped[int]
    name: Mapped[Code]
    active: Mapped[Yes]
    country: Mapped[Text]
    postal_prefix: Mapped[Text]
    customer_id: Mapped[int | None] = fk("customer.id")
    from_g: Mapped[Counter]
    to_g: Mapped[Counter]
    from_mm: Mapped[Counter]
    from_value: Mapped[Minor]
    dangerous: Mapped[No]
    choice: Mapped[Code]
    carrier_service_id: Mapped[int | None] = fk("carrier_service.id")
    version: Mapped[Version]
    __table_args__ = (
        one_of("choice", RULE_CHOICES),
        sa.CheckConstraint("(choice = 'service') = (carrier_service_id IS NOT NULL)", name="service"),
        sa.CheckConstraint("from_g >= 0 AND to_g >= 0 AND from_mm >= 0 AND from_value >= 0", name="measures"),
    )


_LIVE_PURCHASE = sa.text("status IN ('asked', 'bought')")
_OPEN_PURCHASE = sa.text("status IN ('asked', 'failed', 'void_asked')")


class LabelPurchase(Base):
    """A label asked of a carrier under one key, so that asking again never buys a second one.

    `status`: 'asked' (an answer is awaited; it may have been bought), 'bought', 'failed' (the carrier said no), 'void_asked',
    'voided'. A parcel has one at most that is asked or bought. `price` in minor units of `currency`; `desk` is where it was
    asked and the label is to be printed; `error` and `error_code` are the last trouble.
    """

    __tablename__ = "label_purchase"
    id: Mapped[Id]
    package_id: Mapped[int] = fk("package.id")
    carrier_service_id: Mapped[int] = fk("carrier_service.id")
    request_key: Mapped[Code] = mapped_column(unique=True)
    status: Mapped[str] = mapped_column(server_default="asked")
    tracking: Mapped[Text]
    reference: Mapped[Text]
    price: Mapped[Minor]
    currency: Mapped[str] = mapped_column(server_default="EUR")
    error: Mapped[Text]
    error_code: Mapped[Text]
    attempts: Mapped[Counter]
    asked_at: Mapped[Now]
    asked_by: Mapped[Actor]
    desk: Mapped[DeskName]
    answered_at: Mapped[Instant | None]
    __table_args__ = (
        one_of("status", ("asked", "bought", "failed", "void_asked", "voided")),
        sa.Index(
            "uq_label_purchase_live",
            "package_id",
            unique=True,
            postgresql_where=_LIVE_PURCHASE,
            sqlite_where=_LIVE_PURCHASE,
        ),
        sa.Index("ix_label_purchase_package_id", "package_id", "id"),
        sa.Index(
            "ix_label_purchase_open", "id", postgresql_where=_OPEN_PURCHASE, sqlite_where=_OPEN_PURCHASE
        ),
    )


class ShippingLabel(Base):
    """The label of a parcel.

    Its bytes (`blob_sha`), tracking number and how often it was printed again; voided, never deleted. `print_job_id` is the
    job with which it came out first, alone or among others: what has one is printed again as COPY only.
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
    purchase_id: Mapped[int | None] = fk("label_purchase.id", index=True)
    print_job_id: Mapped[int | None] = fk("print_job.id", index=True)
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
