"""Products, their barcodes, the reasons people give, and tax rates.

Quantities are whole base units of the product.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Code, Id, Instant, No, Now, Scaled, SortText, Text, Version, Yes, fk, one_of


class Product(Base):
    """Something that is stored and sold.

    Weight in grams, sizes in millimetres, price in `currency` to six places; below `floor_price`
    nobody sells without being asked. `upright`: this side up, whatever the box.
    `un_number` ('UN1950'), `shipping_name` ('AEROSOLS'), `hazard_class` ('2.1'), `packing_group` ('II'), `tunnel_code` ('D')
    and `limited_quantity` are of dangerous goods (ADR 3.2).
    """

    __tablename__ = "product"
    id: Mapped[Id]
    sku: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    search_text: Mapped[SortText]
    sort_key: Mapped[SortText]
    unit: Mapped[str] = mapped_column(server_default="piece")
    category: Mapped[Text]
    weight_g: Mapped[int] = mapped_column(server_default="0")
    length_mm: Mapped[int] = mapped_column(server_default="0")
    width_mm: Mapped[int] = mapped_column(server_default="0")
    height_mm: Mapped[int] = mapped_column(server_default="0")
    unit_price: Mapped[Decimal] = mapped_column(Scaled(6), server_default="0")
    floor_price: Mapped[Decimal] = mapped_column(Scaled(6), server_default="0")
    currency: Mapped[str] = mapped_column(server_default="EUR")
    tax_code: Mapped[str] = mapped_column(server_default="standard")
    origin_country: Mapped[Text]
    customs_code: Mapped[Text]
    lot_tracked: Mapped[No]
    serial_tracked: Mapped[No]
    fragile: Mapped[No]
    upright: Mapped[No]
    un_number: Mapped[Text]
    hazard_class: Mapped[Text]
    packing_group: Mapped[Text]
    shipping_name: Mapped[Text]
    tunnel_code: Mapped[Text]
    limited_quantity: Mapped[No]
    reorder_point: Mapped[int] = mapped_column(server_default="0")
    supplier_id: Mapped[int | None] = fk("supplier.id")
    picture_sha: Mapped[str | None] = mapped_column(
        sa.Text, sa.ForeignKey("blob.sha256", ondelete="RESTRICT"), index=True
    )
    status: Mapped[str] = mapped_column(server_default="active")
    created_at: Mapped[Now]
    version: Mapped[Version]
    __table_args__ = (
        one_of("status", ("active", "blocked", "discontinued")),
        sa.CheckConstraint(
            "weight_g >= 0 AND length_mm >= 0 AND width_mm >= 0 AND height_mm >= 0 AND unit_price >= 0",
            name="measures",
        ),
        sa.CheckConstraint("sku <> ''", name="sku"),
        sa.CheckConstraint("floor_price >= 0", name="floor_price"),
        sa.Index("ix_product_sort_key", "sort_key", "id"),
    )


class ProductBarcode(Base):
    """A code that stands for `pack_qty` base units of a product (a carton of six is a code with six)."""

    __tablename__ = "product_barcode"
    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    product_id: Mapped[int] = fk("product.id", index=True)
    pack_qty: Mapped[int] = mapped_column(server_default="1")
    kind: Mapped[str] = mapped_column(server_default="gtin")
    __table_args__ = (
        sa.CheckConstraint("pack_qty > 0", name="pack_qty"),
        one_of("kind", ("gtin", "supplier", "own")),
    )


class ReasonCode(Base):
    """Why something was done; `kind` says where the reason may be given."""

    __tablename__ = "reason_code"
    code: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    kind: Mapped[Code]
    label_en: Mapped[str]
    label_fr: Mapped[str]
    active: Mapped[Yes]
    __table_args__ = (one_of("kind", ("adjust", "hold", "cancel", "short", "return", "relabel", "undo")),)


class TaxRate(Base):
    """The rate of a tax code in a country from a day on, as a fraction (0.2 is 20 %)."""

    __tablename__ = "tax_rate"
    id: Mapped[Id]
    country: Mapped[Code]
    tax_code: Mapped[Code]
    rate: Mapped[Decimal] = mapped_column(Scaled(6))
    valid_from: Mapped[date] = mapped_column(sa.Date)
    __table_args__ = (
        sa.UniqueConstraint("country", "tax_code", "valid_from"),
        sa.CheckConstraint("rate >= 0", name="rate"),
    )


class NumberCounter(Base):
    """The last number given of a kind; on PostgreSQL only for numbers that may have no gaps."""

    __tablename__ = "number_counter"
    kind: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    last: Mapped[int] = mapped_column(server_default="0")


class AppMeta(Base):
    """One row: which schema this is and when it was made; who we are on papers; how far a parcel's weight may be off.

    `gln` is our GS1 number of 13 digits; `logo_sha` a picture for the head of papers, `paper_foot` what the law wants at their
    foot; `eori` is our customs number and `sdr_rates` what a special drawing right is worth. A weight
    is right within `tolerance_permille` of the expected one or within `tolerance_g`, whichever is more.
    """

    __tablename__ = "app_meta"
    id: Mapped[int] = mapped_column(sa.Integer, primary_key=True, autoincrement=False)
    schema_version: Mapped[int]
    fingerprint: Mapped[Text]
    company: Mapped[Text]
    sscc_prefix: Mapped[str] = mapped_column(server_default="0000000")
    gln: Mapped[Text]
    logo_sha: Mapped[str | None] = mapped_column(sa.Text, sa.ForeignKey("blob.sha256", ondelete="RESTRICT"))
    paper_foot: Mapped[Text]
    eori: Mapped[Text]
    sdr_rates: Mapped[Text]
    tolerance_permille: Mapped[int] = mapped_column(server_default="20")
    tolerance_g: Mapped[int] = mapped_column(server_default="30")
    installed_at: Mapped[Instant | None]
    __table_args__ = (sa.CheckConstraint("id = 1", name="one_row"),)
