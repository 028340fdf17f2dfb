"""Article 17: after an erasure no column and no stored bytes name the person, and the books are as they were; on both engines."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.errors import AppError, BadInput, NotAllowed, NotFound
from app.models import Base
from app.services.accounts import Contact, Erased, add_contact, add_note
from app.services.check import check
from app.services.disputes import open_dispute, settle_dispute
from app.services.erasing import StillOpen, erase_customer
from app.services.labels import label_package, print_packing_slip
from app.services.order_changes import cancel_order
from app.services.orders import place_order
from app.services.own_data import export_customer
from app.services.parcels import pack_all
from app.services.parties import NewCustomer, add_customer, edit_customer
from app.services.picking import pick_wave
from app.services.release import release_shipments
from app.services.shipping import deliver_shipment, ship_shipment
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop

GRACE = replace(
    ADDRESS,
    name="Grace Brewster-Hopper",
    company_name="",
    street_address="17 rue des Compilateurs",
    phone="+33 6 11 22 33 44",
    email="grace.hopper@example.org",
)
SECRETS = (
    "hopper",
    "brewster",
    "compilateurs",
    "11 22 33 44",
    "grace.hopper@example.org",
    "murray",
    "admiral",
)
"""Nothing of these is left; the last two were written in notes."""
BOOKS = ("stock_move", "order_line", "shipment_line", "credit", "package", "stock_level", "stock_balance")


def everything(world: World) -> list[tuple[str, str, str]]:
    """Each text and each stored byte of the whole database with table and column, folded to small letters."""
    found = []
    with world.database().reading() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(sa.text(f"SELECT * FROM {table.name}")).mappings():
                for column, value in row.items():
                    if isinstance(value, bytes | memoryview):
                        found.append((table.name, column, bytes(value).decode("latin-1").lower()))
                    elif isinstance(value, str):
                        found.append((table.name, column, value.lower()))
    return found


def named(world: World) -> set[tuple[str, str, str]]:
    """Where something of the person still stands."""
    return {
        (table, column, word) for table, column, text in everything(world) for word in SECRETS if word in text
    }


def _lived(world: World, shop: Shop) -> int:
    """A customer with a delivered order, a cancelled one, papers, contacts, notes, a dispute and changes."""
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    customer = add_customer(desk, NewCustomer("HOPPER", "Grace Brewster-Hopper", ship_address=GRACE))
    edit_customer(
        desk,
        customer,
        NewCustomer("HOPPER", "Grace Brewster-Hopper", ship_address=replace(GRACE, city="Lens")),
        1,
    )
    shop.customer = customer
    with world.database().engine.begin() as connection:
        own = "INSERT INTO address (digest, name, street_address, city, postal_code, country_code)"
        connection.exec_driver_sql(f"{own} VALUES ('own', 'Quai', '1 quai', 'Lille', '59000', 'FR')")
        connection.exec_driver_sql(
            "UPDATE warehouse SET address_id = (SELECT id FROM address WHERE digest = 'own')"
        )
    wanted = shop.new_order(
        {"MUG": 2}, ship_address=GRACE, note="For Admiral Hopper", customer_reference="Hopper 7"
    )
    placed = place_order(desk, wanted)
    pick_wave(world.owner, release_shipments(world.owner, (placed.shipment_id,)).wave_id)
    packed = pack_all(world.owner, placed.shipment_id)
    label_package(world.ctx(Role.PACKER), packed.package_id)
    print_packing_slip(world.ctx(Role.PACKER), placed.shipment_id)
    ship_shipment(world.owner, placed.shipment_id)
    deliver_shipment(world.owner, placed.shipment_id)
    other = shop.draft({"TEA": 1})
    cancel_order(desk, other.order_id, "customer-cancelled", "Mrs Hopper rang")
    add_contact(desk, customer, Contact("Anne Murray", email="murray@example.org"))
    add_note(desk, customer, "The Admiral rings before noon.")
    made = open_dispute(desk, customer, "goods", "Hopper says that a mug is chipped.")
    settle_dispute(desk, made, "Mrs Murray gets another.", 1)
    with world.database().engine.begin() as connection:
        connection.execute(
            sa.text("INSERT INTO blob (sha256, media_type, bytes) VALUES ('letter', 'message/rfc822', :b)"),
            {"b": b"To: grace.hopper@example.org\r\n\r\nDear Grace Hopper"},
        )
        connection.execute(
            sa.text(
                "INSERT INTO outgoing_message (kind, channel, target, order_id, blob_sha, dedupe_key, subject)"
                " VALUES ('order_confirmation', 'mail', 'grace.hopper@example.org', :o, 'letter', 'k', 'For Grace Hopper')"
            ),
            {"o": placed.order_id},
        )
        connection.execute(
            sa.text(
                "INSERT INTO intake_message (channel, name, sender, blob_sha, dedupe_key, external_number, customer_id, reading,"
                " warnings, state, decided_at) VALUES ('ubl', 'hopper.xml', 'grace.hopper@example.org', 'letter', 'i', '7', :c,"
                " '{\"name\": \"Grace Hopper\"}', '', 'refused', '2026-01-01')"
            ),
            {"c": customer},
        )
        connection.execute(
            sa.text("INSERT INTO attachment (order_id, blob_sha, name) VALUES (:o, 'letter', 'Hopper.pdf')"),
            {"o": placed.order_id},
        )
        connection.execute(
            sa.text(
                "INSERT INTO document_view (order_id, document, title, blob_sha)"
                " VALUES (:o, 'attachment', 'Hopper.pdf', 'letter')"
            ),
            {"o": placed.order_id},
        )
    return customer


def test_nobody_is_named_afterwards_and_the_books_are_the_same(world: World) -> None:
    shop = Shop(world)
    customer = _lived(world, shop)
    before, rows = world.tables(*BOOKS), named(world)
    tables = {table for table, _, _ in rows}
    assert {
        "address",
        "audit_entry",
        "order_event",
        "blob",
        "customer_contact",
        "idempotency_key",
    } <= tables or tables
    trail = world.one("SELECT count(*) FROM audit_entry")
    forgotten = erase_customer(world.ctx(Role.SUPERVISOR), customer, "Asked by letter of 3 March.")
    assert forgotten.code == f"ERASED-{customer}"
    assert named(world) == set()
    assert world.tables(*BOOKS) == before
    assert world.one("SELECT count(*) FROM audit_entry") > trail
    row = world.rows("SELECT name, status, erased_at FROM customer WHERE id = :c", c=customer)[0]
    assert (row.name, row.status) == (forgotten.code, "blocked")
    assert row.erased_at is not None
    assert (
        world.one("SELECT words FROM customer_note WHERE customer_id = :c", c=customer)
        == "Asked by letter of 3 March."
    )
    with world.database().reading() as connection:
        assert check(connection) == []
    before_again = world.tables("customer", "audit_entry")
    with pytest.raises(Erased):
        erase_customer(world.ctx(Role.SUPERVISOR), customer, "Again.")
    with pytest.raises(Erased):
        add_contact(world.ctx(Role.CUSTOMER_SERVICE), customer, Contact("Anne"))
    assert world.tables("customer", "audit_entry") == before_again
    with pytest.raises(AppError):
        shop.draft({"MUG": 1})


def test_what_others_use_stays_theirs(world: World) -> None:
    shop = Shop(world)
    twin = add_customer(world.owner, NewCustomer("K2", "Analytique Deux", ship_address=ADDRESS))
    before = world.rows("SELECT * FROM address")
    erase_customer(world.ctx(Role.SUPERVISOR), shop.customer, "Asked.")
    rows = world.rows(
        "SELECT c.id, a.street_address, a.country_code FROM customer AS c"
        " JOIN address AS a ON a.id = c.ship_address_id ORDER BY c.id"
    )
    assert [tuple(row) for row in rows] == [(shop.customer, "", "FR"), (twin, "1 rue Nationale", "FR")]
    assert before[0] in world.rows("SELECT * FROM address")


def test_refused_while_something_is_open(world: World) -> None:
    shop = Shop(world)
    boss = world.ctx(Role.SUPERVISOR)
    order = shop.draft({"MUG": 1})
    before = world.tables("customer", "address", "sales_order", "audit_entry", "customer_note")

    def refused() -> Any:
        with pytest.raises(StillOpen) as found:
            erase_customer(boss, shop.customer, "Asked.")
        return found.value.facts["what"], found.value.facts["numbers"]

    assert refused() == ("order", [order.number])
    with pytest.raises(NotAllowed):
        erase_customer(world.ctx(Role.CUSTOMER_SERVICE), shop.customer, "Asked.")
    with pytest.raises(BadInput):
        erase_customer(boss, shop.customer, " ")
    with pytest.raises(NotFound):
        erase_customer(boss, 999, "Asked.")
    assert world.tables("customer", "address", "sales_order", "audit_entry", "customer_note") == before
    cancel_order(world.owner, order.order_id, "customer-cancelled")
    with world.database().engine.begin() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO receivable (customer_id, number, issued_on, due_on, currency, amount, open)"
                " VALUES (:c, 'F-9', :d, :d, 'EUR', 100, 100)"
            ),
            {"c": shop.customer, "d": date(2026, 1, 1)},
        )
    assert refused() == ("invoice", ["F-9"])


def test_guards_stand_again_and_nobody_borrows_the_word(world: World) -> None:
    shop = Shop(world)
    rules = _rules(world)
    erase_customer(world.ctx(Role.SUPERVISOR), shop.customer, "Asked.")
    assert _rules(world) == rules
    if not world.postgresql:
        return
    for database in (world.ctx(Role.ADMIN).db, world.database()):
        with database.engine.connect() as connection:
            connection.execute(sa.text("SELECT set_config('quai.erasing', 'on', false)"))
            with pytest.raises(sa.exc.DBAPIError):
                connection.execute(sa.text("UPDATE audit_entry SET reason = ''"))
    with world.ctx(Role.PACKER).db.engine.connect() as connection, pytest.raises(sa.exc.DBAPIError):
        connection.execute(sa.text("SELECT erase_customer(:c, 'C1', 'x')"), {"c": shop.customer})


def _rules(world: World) -> list[Any]:
    kind = "SELECT tgname, tgrelid FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2"
    return world.rows(
        kind if world.postgresql else "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY 1"
    )


def test_all_that_is_held_is_handed_out(world: World) -> None:
    shop = Shop(world)
    customer = _lived(world, shop)
    told: dict[str, Any] = {}
    names: list[str] = []
    for role in (Role.CUSTOMER_SERVICE, Role.SUPERVISOR):
        with zipfile.ZipFile(io.BytesIO(export_customer(world.ctx(role), customer))) as files:
            told = json.loads(files.read("customer.json"))
            names = files.namelist()
            letter = next(name for name in names if name.startswith("letters/"))
            assert b"Dear Grace" in files.read(letter)
    assert {name.partition("/")[0] for name in names} >= {
        "customer.json",
        "letters",
        "labels",
        "papers",
        "attachments",
    }
    assert told["customer"][0]["code"] == "HOPPER"
    assert {row["name"] for row in told["address"]} == {"Grace Brewster-Hopper"}
    assert [row["name"] for row in told["customer_contact"]] == ["Anne Murray"]
    assert len(told["sales_order"]) == 2
    with pytest.raises(NotAllowed):
        export_customer(world.ctx(Role.PICKER), customer)
    with pytest.raises(NotFound):
        export_customer(world.ctx(Role.SUPERVISOR), 999)
