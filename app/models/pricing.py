"""What customers pay: price lists with breaks and dates, shipping charges, and what customers call our articles."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Code, Id, Minor, Qty, Scaled, Text, Version, Yes, fk


class PriceList(Base):
    """Prices that customers are given by name; all of them in one currency."""

    __tablename__ = "price_list"
    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Code]
    currency: Mapped[Code]
    active: Mapped[Yes]
    version: Mapped[Version]
    __table_args__ = (sa.CheckConstraint("code <> ''", name="code"),)


class Price(Base):
    """What a product costs on a list from a quantity on and between two days, both included."""

    __tablename__ = "price"
    id: Mapped[Id]
    price_list_id: Mapped[int] = fk("price_list.id")
    product_id: Mapped[int] = fk("product.id", index=True)
    from_qty: Mapped[Qty] = mapped_column(server_default="1")
    unit_price: Mapped[Decimal] = mapped_column(Scaled(6))
    valid_from: Mapped[date] = mapped_column(sa.Date)
    valid_until: Mapped[date | None] = mapped_column(sa.Date)
    __table_args__ = (
        sa.UniqueConstraint("price_list_id", "product_id", "from_qty", "valid_from"),
        sa.CheckConstraint("from_qty > 0 AND unit_price >= 0", name="amounts"),
        sa.CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name="days"),
    )


class ShippingCharge(Base):
    """What a customer pays for carriage, in minor units of `currency` without tax.

    Of a service or of all (none named), to a country or to all (''), from a net value of goods on.
    """

    __tablename__ = "shipping_charge"
    id: Mapped[Id]
    carrier_service_id: Mapped[int | None] = fk("carrier_service.id", index=True)
    country: Mapped[Text]
    currency: Mapped[Code]
    from_net: Mapped[Minor]
    charge: Mapped[Minor]
    __table_args__ = (sa.CheckConstraint("from_net >= 0 AND charge >= 0", name="amounts"),)


class CustomerArticle(Base):
    """What a customer calls one of our products on their orders."""

    __tablename__ = "customer_article"
    id: Mapped[Id]
    customer_id: Mapped[int] = fk("customer.id")
    code: Mapped[Code]
    product_id: Mapped[int] = fk("product.id", index=True)
    __table_args__ = (
        sa.UniqueConstraint("customer_id", "code"),
        sa.CheckConstraint("code <> ''", name="code"),
    )
