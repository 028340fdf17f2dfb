"""Who is told what when a shipment leaves: jobs, despatch advices, letters; once each, and not of what came back."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest
from pydifact.segmentcollection import Interchange

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.integrations.mail import open_mail
from app.integrations.messages.content import NotAnnounceable
from app.queries.company import company
from app.services.announcing import (
    AlreadyTold,
    NoMailAddress,
    announce,
    propose_notice,
    send_notice,
)
from app.services.background import Turn, background_turn
from app.services.outbox import message_bytes
from app.services.paper_brand import CompanyFields, edit_company
from app.services.parties import NewCustomer, edit_customer
from app.services.shipping import deliver_shipment, lose_parcel, ship_shipment, unship_shipment
from tests.rig.databases import World
from tests.rig.sent import Sent
from tests.rig.shop import ADDRESS

OURS, THEIRS = "3012345000000", "4012345000009"
CUSTOMER = NewCustomer("C1", "Analytique", bill_address=ADDRESS)
WATCHED = ("outgoing_message", "blob", "job")
pytestmark = pytest.mark.filterwarnings("ignore::pydifact.exceptions.MissingImplementationWarning")


def rows(world: World) -> list[tuple[str, str, str]]:
    found = world.rows("SELECT kind, channel, status FROM outgoing_message ORDER BY id")
    return [(row.kind, row.channel, row.status) for row in found]


def content(world: World, kind: str) -> bytes:
    sha = world.one("SELECT max(blob_sha) FROM outgoing_message WHERE kind = :k", k=kind)
    with world.database().reading() as connection:
        return message_bytes(connection, sha)


def want(shop: Sent, **fields: object) -> None:
    """Let the customer want to hear so."""
    version = shop.world.one("SELECT version FROM customer WHERE id = :c", c=shop.customer)
    edit_customer(shop.owner, shop.customer, replace(CUSTOMER, **fields), version)  # type: ignore[arg-type]  # fields of a customer


def test_a_letter_names_each_parcel(world: World) -> None:
    shop = Sent(world, 2)
    shop.label(shop.parcels[1], "1Z2")
    assert world.one("SELECT count(*) FROM job WHERE kind = 'announce'") == 1
    assert background_turn(shop.packer) == Turn(1)
    assert rows(world) == [("parcel_notice", "mail", "waiting")]
    mail = open_mail(content(world, "parcel_notice"))
    assert mail.to == "ada@example.org"
    assert "Parcel 1 of 2" in mail.text
    assert "Parcel 2 of 2\nTracking number: 1Z2" in mail.text
    assert announce(shop.packer, f'{{"shipment": {shop.shipment}}}') == 0  # it is there
    assert len(rows(world)) == 1


def test_whoever_wants_nothing_costs_nothing(world: World) -> None:
    shop = Sent(world, ship=False)
    want(shop, notices=False)
    ship_shipment(shop.packer, shop.shipment)
    assert world.one("SELECT count(*) FROM job") == 0
    unship_shipment(shop.packer, shop.shipment)
    want(shop, bill_address=replace(ADDRESS, email=""))
    # The order keeps the address it was entered with: it is still written to.
    ship_shipment(shop.packer, shop.shipment)
    assert world.one("SELECT count(*) FROM job") == 1


def be_called(shop: Sent, gln: str) -> None:
    """Our own number is `gln` from now on."""
    with shop.owner.reading() as connection:
        found = asdict(company(connection))
    found.pop("logo_sha")
    was = CompanyFields(**found)
    edit_company(shop.owner, replace(was, company=was.company or "Quai", gln=gln), was)


def test_a_despatch_advice_in_each_format(world: World, tmp_path: Path) -> None:
    shop = Sent(world, 2, ship=False)
    be_called(shop, OURS)
    tmp_path = tmp_path / "out"
    tmp_path.mkdir()
    want(shop, gln=THEIRS, despatch_advice="edifact", despatch_folder=str(tmp_path), notices=False)
    ship_shipment(shop.packer, shop.shipment)
    assert background_turn(world.ctx(Role.SUPERVISOR)).outbox.sent == 1
    (file,) = tmp_path.iterdir()
    interchange = Interchange.from_str(file.read_bytes().decode("latin-1"))
    assert (interchange.sender, interchange.recipient) == ([OURS, "14"], [THEIRS, "14"])
    (message,) = interchange.get_messages()
    said = [[one.tag, *one.elements] for one in message.segments]
    assert ["CPS", "3", "1"] in said
    assert [one[2] for one in said if one[:2] == ["GIN", "BJ"]] == shop.sscc
    assert [one[3] for one in said if one[0] == "LIN"] == [["4006381333931", "EN"]] * 2
    assert rows(world) == [("despatch_edifact", "folder", "sent")]
    # It comes back and leaves once more: a second message, which replaces the first.
    unship_shipment(shop.packer, shop.shipment)
    ship_shipment(shop.packer, shop.shipment)
    assert background_turn(world.ctx(Role.SUPERVISOR)).outbox.sent == 1
    new = next(one for one in tmp_path.iterdir() if one != file)
    assert f"BGM+351+{shop.number('shipment', shop.shipment)}+5'" in new.read_text("latin-1")
    unship_shipment(shop.packer, shop.shipment)
    want(shop, gln=THEIRS, despatch_advice="ubl", despatch_folder=str(tmp_path))
    ship_shipment(shop.packer, shop.shipment)
    background_turn(world.ctx(Role.SUPERVISOR))
    assert [kind for kind, _, _ in rows(world)][2:] == ["despatch_ubl", "parcel_notice"]
    assert content(world, "despatch_ubl").startswith(b"<?xml")
    assert len([one for one in tmp_path.iterdir() if one.suffix == ".xml"]) == 1


def test_what_came_back_is_not_told(world: World) -> None:
    shop = Sent(world)
    unship_shipment(shop.packer, shop.shipment)
    assert background_turn(shop.packer) == Turn(1)
    assert rows(world) == []
    ship_shipment(shop.packer, shop.shipment)
    background_turn(shop.packer)
    unship_shipment(shop.packer, shop.shipment)
    assert rows(world) == [("parcel_notice", "mail", "cancelled")]


def test_what_cannot_be_made_is_said_and_holds_up_nothing(world: World, tmp_path: Path) -> None:
    shop = Sent(world, ship=False)
    want(shop, gln=THEIRS, despatch_advice="edifact", despatch_folder=str(tmp_path))
    ship_shipment(shop.packer, shop.shipment)
    with pytest.raises(NotAnnounceable):
        announce(shop.packer, f'{{"shipment": {shop.shipment}}}')
    assert rows(world) == [("parcel_notice", "mail", "waiting")]
    assert background_turn(shop.packer) == Turn(0)
    (job,) = world.rows("SELECT status, last_error FROM job WHERE kind = 'announce'")
    assert (job.status, "our own GLN" in job.last_error) == ("waiting", True)
    with pytest.raises(NotAllowed):
        announce(world.ctx(Role.CUSTOMER_SERVICE), f'{{"shipment": {shop.shipment}}}')


def test_a_letter_about_a_late_or_lost_parcel_goes_once(world: World) -> None:
    shop = Sent(world, 2)
    parcel = shop.parcels[0]
    with world.database().reading() as connection:
        late = propose_notice(connection, parcel)
    assert (late.kind, late.to) == ("delay_notice", "ada@example.org")
    send_notice(shop.service, parcel)
    lose_parcel(shop.service, parcel)
    send_notice(shop.service, parcel)
    assert [kind for kind, _, _ in rows(world)] == ["delay_notice", "loss_notice"]
    before = world.tables(*WATCHED)
    with pytest.raises(AlreadyTold):
        send_notice(shop.service, parcel)
    deliver_shipment(shop.service, shop.shipment)
    with pytest.raises(Conflict):
        send_notice(shop.service, shop.parcels[1])
    with pytest.raises(NotFound):
        send_notice(shop.service, 987_654)
    with pytest.raises(NotAllowed):
        send_notice(shop.packer, parcel)
    assert world.tables(*WATCHED) == before


@pytest.mark.parametrize("email", ["", "ada", "ada@example.org\r\nBcc: eve@example.org", "a@b@c.org"])
def test_nobody_is_written_to_at_what_is_no_address(sqlite_world: World, email: str) -> None:
    shop = Sent(sqlite_world)
    with sqlite_world.database().engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS frozen_address")
        connection.exec_driver_sql("UPDATE address SET email = ?", (email,))
    with pytest.raises(NoMailAddress if not email else BadInput):
        send_notice(shop.service, shop.parcels[0])
    assert rows(sqlite_world) == []


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("gln", {"gln": "4012345000008"}),
        ("gln", {"despatch_advice": "ubl", "despatch_folder": "/srv/out"}),
        ("despatch_folder", {"gln": THEIRS, "despatch_advice": "ubl"}),
        ("despatch_folder", {"despatch_folder": "out"}),
        ("despatch_advice", {"gln": THEIRS, "despatch_advice": "x12", "despatch_folder": "/srv/out"}),
    ],
)
def test_how_a_customer_wants_to_hear_is_checked(
    sqlite_world: World, field: str, fields: dict[str, str]
) -> None:
    shop = Sent(sqlite_world, ship=False)
    before = sqlite_world.tables("customer")
    with pytest.raises(BadInput) as caught:
        want(shop, **fields)
    assert caught.value.facts["field"] == field
    assert sqlite_world.tables("customer") == before
    with pytest.raises(BadInput):
        be_called(shop, "123")
    be_called(shop, "3 012345 000000")
    assert sqlite_world.one("SELECT gln FROM app_meta") == OURS


def test_who_may_not_read_addresses_reads_no_letter_from_the_store(pg_world: World) -> None:
    shop = Sent(pg_world)
    send_notice(shop.service, shop.parcels[0])
    sha = pg_world.one("SELECT blob_sha FROM outgoing_message")
    with pg_world.ctx(Role.CUSTOMER_SERVICE).reading() as connection:
        assert message_bytes(connection, sha)
    with pg_world.ctx(Role.PICKER).reading() as connection, pytest.raises(NotFound):
        message_bytes(connection, sha)
