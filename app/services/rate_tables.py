"""The rate table of a service, kept as a whole, and the rules that choose a service."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

import sqlalchemy as sa

from app.database import Transaction
from app.domain.carrier_rules import EU
from app.domain.countries import countries
from app.domain.permissions import Permission
from app.domain.rate_files import RateTable, check_rates
from app.errors import BadInput
from app.models import CarrierRule, CarrierService, Rate, RateZone, Surcharge
from app.models.bulk import BulkInsert
from app.queries.carrier_rules import customer_coded
from app.queries.rate_tables import rate_table
from app.services.context import Context, use_case
from app.services.editing import changed_meanwhile, edit_row, move_row, remove_row
from app.services.rows import CODE_LENGTH, code_field, free_text, must_find

RULE_CHOICES = ("service", "cheapest", "fastest")


@dataclass(frozen=True, slots=True)
class RuleFields:
    """A rule as it is edited; see `app/models/transport.py: CarrierRule`. Empty or 0 is no condition."""

    name: str
    choice: str = "cheapest"
    carrier_service_id: int | None = None
    active: bool = True
    country: str = ""
    postal_prefix: str = ""
    customer_id: int | None = None
    from_g: int = 0
    to_g: int = 0
    from_mm: int = 0
    from_value: int = 0
    dangerous: bool = False


_SERVICE = (
    sa.select(CarrierService.id, CarrierService.carrier_id, CarrierService.code)
    .where(CarrierService.id == sa.bindparam("service"))
    .with_for_update(key_share=True)
)
_CLEAR = tuple(
    sa.delete(table).where(table.carrier_service_id == sa.bindparam("service"))
    for table in (RateZone, Rate, Surcharge)
)
_ZONES = BulkInsert(RateZone, ("carrier_service_id", "country", "postal_prefix", "zone"))
_RATES = BulkInsert(Rate, ("carrier_service_id", "zone", "up_to_g", "price"))
_EXTRAS = BulkInsert(Surcharge, ("carrier_service_id", "name", "kind", "threshold", "prefix", "amount"))
_RULES = (
    sa.select(CarrierRule.id, CarrierRule.position)
    .order_by(CarrierRule.position, CarrierRule.id)
    .with_for_update()
)
_NEW_RULE = sa.insert(CarrierRule).returning(CarrierRule.id)


@use_case(Permission.SITE_EDIT)
def save_rates(tx: Transaction, service_id: int, table: RateTable, was: RateTable) -> int:
    """Put a whole rate table in the place of the one that was read; the carrier's id. The old table put back undoes it.

    Raises:
        BadInput: rows do not fit together; the first of them is named.
        Conflict: another desk changed the table meanwhile.
        NotFound: there is no such service.
    """
    service = must_find(tx.execute(_SERVICE, {"service": service_id}).first(), "service", service_id)
    problems = check_rates(
        list(enumerate(table.zones, 1)), list(enumerate(table.bands, 1)), list(enumerate(table.extras, 1))
    )
    if problems:
        raise BadInput(
            problems[0].why, hint="Mend the table and read it again.", field="rates", line=problems[0].line
        )
    if rate_table(tx, service_id) != was:
        raise changed_meanwhile(service.code)
    if table != was:
        for statement in _CLEAR:
            tx.execute(statement, {"service": service_id})
        rows: list[dict[str, Any]] = [
            {"country": one.country, "postal_prefix": one.prefix, "zone": one.zone} for one in table.zones
        ]
        _ZONES(tx, [{"carrier_service_id": service_id, **row} for row in rows])
        _RATES(tx, [{"carrier_service_id": service_id, **asdict(band)} for band in table.bands])
        _EXTRAS(tx, [{"carrier_service_id": service_id, **asdict(extra)} for extra in table.extras])
        tx.changed("carrier", service.carrier_id)
    return int(service.carrier_id)


@use_case(Permission.SITE_EDIT)
def add_rule(tx: Transaction, fields: RuleFields) -> int:
    """Add a rule behind all others; its id.

    Raises:
        BadInput: a field cannot be used.
    """
    checked = _checked_rule(tx, fields)
    places = [row.position for row in tx.execute(_RULES)]
    made: int = tx.execute(_NEW_RULE, asdict(checked) | {"position": max(places, default=0) + 1}).scalar_one()
    tx.changed("carrier_rule", made)
    return made


@use_case(Permission.SITE_EDIT)
def edit_rule(tx: Transaction, rule_id: int, fields: RuleFields, was: RuleFields) -> int:
    """Change a rule; its id. Shipments that have their carrier keep it.

    Raises:
        BadInput: a field cannot be used.
        NotFound: there is no such rule.
        Conflict: another desk changed it meanwhile.
    """
    checked = _checked_rule(tx, fields)
    edit_row(tx, CarrierRule, rule_id, asdict(checked), asdict(was), what="carrier_rule", name=was.name)
    return rule_id


@use_case(Permission.SITE_EDIT)
def remove_rule(tx: Transaction, rule_id: int) -> RuleFields:
    """Take a rule away; what it said, so that it can be added again.

    Raises:
        NotFound: there is no such rule.
    """
    return remove_row(tx, CarrierRule, rule_id, RuleFields, what="rule")


@use_case(Permission.SITE_EDIT)
def move_rule(tx: Transaction, rule_id: int, by: int) -> int:
    """Move a rule up (below 0) or down by so many places; its new place, counted from 1. At an end it stays.

    Raises:
        NotFound: there is no such rule.
    """
    _, now = move_row(tx, CarrierRule, rule_id, by, what="rule")
    return now


def _checked_rule(tx: Transaction, fields: RuleFields) -> RuleFields:
    if fields.choice not in RULE_CHOICES:
        raise BadInput(
            f"A rule cannot choose {fields.choice!r}.",
            hint=f"Choose one of {', '.join(RULE_CHOICES)}.",
            field="choice",
        )
    if fields.choice == "service":
        if fields.carrier_service_id is None:
            raise BadInput(
                "The rule names no service.", hint="Choose the service.", field="carrier_service_id"
            )
        named = {"service": fields.carrier_service_id}
        must_find(tx.execute(_SERVICE, named).first(), "service", fields.carrier_service_id)
    codes = fields.country.upper().replace(",", " ").split()
    for code in codes:
        if code != "EU" and code not in countries():
            raise BadInput(
                f"{code} is no country.",
                hint=f"Write countries by two letters with blanks between, as FR BE; EU are the {len(EU)} of the Union.",
                field="country",
                value=code,
            )
    for name in ("from_g", "to_g", "from_mm", "from_value"):
        if getattr(fields, name) < 0:
            raise BadInput(
                "A condition of a rule is not below 0.", hint="Write 0 where there is none.", field=name
            )
    if fields.to_g and fields.to_g < fields.from_g:
        raise BadInput(
            f"Nothing weighs from {fields.from_g} g to {fields.to_g} g.",
            hint="Exchange the two.",
            field="to_g",
        )
    return replace(
        fields,
        name=code_field(fields.name, "rule name"),
        country=" ".join(codes),
        postal_prefix=free_text(fields.postal_prefix, "postcode", CODE_LENGTH).upper(),
        carrier_service_id=fields.carrier_service_id if fields.choice == "service" else None,
    )


def keep_rule(
    ctx: Context, rule_id: int | None, fields: RuleFields, customer: str, was: RuleFields | None
) -> int:
    """Add a rule, or change one, whose customer is named by code (empty: anybody); its id.

    Raises:
        BadInput: there is no such customer; and all that `add_rule` and `edit_rule` refuse.
    """
    customer_id = None
    if customer.strip():
        with ctx.reading() as connection:
            customer_id = customer_coded(connection, customer.strip())
        if customer_id is None:
            raise BadInput(
                f"There is no customer {customer.strip()}.",
                hint="Write the customer's code, or leave it empty for anybody.",
                field="customer",
                value=customer,
            )
    named = replace(fields, customer_id=customer_id)
    if rule_id is None or was is None:
        return add_rule(ctx, named)
    return edit_rule(ctx, rule_id, named, was)
