"""Customers are told the code of goods that they fetch: once, only while the goods lie ready, and whoever wants to hear of it."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.errors import NotAllowed
from app.integrations.mail import MailAway, PerhapsSent, open_mail
from app.queries.shipment_carrier import carriage
from app.services.announcing import NewMessage
from app.services.background import Turn, background_turn
from app.services.choosing import change_service
from app.services.hand_over import collect_shipment, uncollect_shipment
from app.services.outbox import PERHAPS, cancel_message, send_waiting, senders
from app.services.parcels import close_package, finish_packing, reopen_package, reopen_packing
from app.services.parties import NewCustomer, edit_customer
from app.services.pickup_letters import GONE, OPENED_AGAIN, OTHER_SERVICE, store_ready, tell_ready
from app.services.shipping import ship_shipment, unship_shipment
from tests.integrations.mail.test_smtp import Box, post, server
from tests.rig.databases import World
from tests.rig.dock import Dock
from tests.rig.shop import ADDRESS

CUSTOMER = NewCustomer("C1", "Analytique", bill_address=ADDRESS)


class Counter(Dock):
    """A dock whose one service is fetched by the customers."""

    def __init__(self, world: World, **customer: object) -> None:
        super().__init__(world)
        self.sql("UPDATE carrier_service SET collected = :yes WHERE id = :i", yes=True, i=self.foreign)
        version = world.one("SELECT version FROM customer WHERE id = :c", c=self.customer)
        edit_customer(self.owner, self.customer, replace(CUSTOMER, **customer), version)  # type: ignore[arg-type]  # fields of a customer
        self.desk = world.ctx(Role.SUPERVISOR)

    def sql(self, statement: str, **values: object) -> None:
        with self.world.database().engine.begin() as connection:
            connection.execute(sa.text(statement), values)

    def ready(self) -> int:
        """A packed shipment that its customer fetches."""
        return self.waiting({"MUG": 2}, service=self.foreign, label=False)[0]

    def code(self, shipment: int) -> str:
        return str(self.world.one("SELECT pickup_code FROM shipment WHERE id = :i", i=shipment))

    def letters(self) -> list[tuple[str, str, str]]:
        found = self.world.rows("SELECT kind, status, error FROM outgoing_message ORDER BY id")
        return [(row.kind, row.status, row.error) for row in found]

    def jobs(self) -> int:
        return int(self.world.one("SELECT count(*) FROM job WHERE kind = 'announce_ready'"))


WAITING = ("pickup_notice", "waiting", "")
SENT = ("pickup_notice", "sent", "")


def called_back(why: str) -> tuple[str, str, str]:
    return ("pickup_notice", "cancelled", why)


def test_the_code_reaches_the_customer_through_a_mail_server(world: World) -> None:
    counter = Counter(world, language="fr")
    shipment = counter.ready()
    assert background_turn(counter.packer) == Turn(1)  # a packer's rights suffice
    assert counter.letters() == [WAITING]
    box = Box()
    with server(box) as port:
        for _ in range(2):
            background_turn(counter.desk, post(port))
    (got,) = box.got
    assert got.rcpt_tos == ["ada@example.org"]
    mail = message_from_bytes(got.content, policy=policy.default)
    number = counter.number("sales_order", world.one("SELECT order_id FROM shipment"))
    assert mail["Subject"] == f"À retirer : votre commande {number}"
    for kind in ("plain", "html"):
        part = mail.get_body((kind,))
        assert part is not None
        said = part.get_content()
        assert counter.code(shipment) in said
        assert world.one("SELECT name FROM warehouse") in said
    # Once more by the same job, and packed once more: it stays the one letter.
    payload = f'{{"shipment": {shipment}}}'
    assert tell_ready(counter.packer, payload) == 0
    reopen_packing(counter.packer, shipment)
    finish_packing(counter.packer, shipment)
    background_turn(counter.packer)
    assert counter.letters() == [SENT]
    with pytest.raises(NotAllowed):
        tell_ready(world.ctx(Role.CUSTOMER_SERVICE), payload)


def test_what_is_opened_again_is_not_told(world: World) -> None:
    counter = Counter(world)
    shipment, (parcel,) = counter.waiting({"MUG": 2}, service=counter.foreign, label=False)
    code = counter.code(shipment)
    reopen_packing(counter.packer, shipment)
    assert background_turn(counter.packer) == Turn(1)
    assert counter.letters() == []
    finish_packing(counter.packer, shipment)
    background_turn(counter.packer)
    reopen_package(counter.packer, parcel)
    assert counter.letters() == [called_back(OPENED_AGAIN)]
    close_package(counter.packer, parcel, 1000)
    background_turn(counter.packer)
    assert counter.letters() == [called_back(OPENED_AGAIN), WAITING]
    assert counter.code(shipment) == code
    # What a person took out does not come back.
    cancel_message(counter.desk, world.one("SELECT max(id) FROM outgoing_message"))
    reopen_packing(counter.packer, shipment)
    finish_packing(counter.packer, shipment)
    background_turn(counter.packer)
    assert [status for _, status, _ in counter.letters()] == ["cancelled", "cancelled"]


def test_a_letter_that_is_stored_too_late_is_none(world: World) -> None:
    counter = Counter(world)
    shipment = counter.ready()
    background_turn(counter.packer)
    message = NewMessage("pickup_notice", "mail", "ada@example.org", "S", "en", b"x", "message/rfc822", "k")
    reopen_packing(counter.packer, shipment)
    assert store_ready(counter.packer, shipment, message) == 0
    assert len(counter.letters()) == 1


def test_whoever_wants_nothing_or_has_no_address_is_not_told(world: World) -> None:
    counter = Counter(world, notices=False)
    counter.ready()
    assert counter.jobs() == 0
    counter.sql("UPDATE customer SET notices = :yes", yes=True)
    shipment = counter.ready()
    assert counter.jobs() == 1
    counter.sql("UPDATE customer SET notices = :no", no=False)
    assert tell_ready(counter.packer, f'{{"shipment": {shipment}}}') == 0
    assert counter.letters() == []


def test_without_a_mail_address_nobody_is_told(sqlite_world: World) -> None:
    counter = Counter(sqlite_world)
    counter.sql("DROP TRIGGER IF EXISTS frozen_address")
    counter.sql("UPDATE address SET email = ''")
    counter.ready()
    assert counter.jobs() == 0


def test_what_was_fetched_is_not_told_and_brought_back_it_is(world: World) -> None:
    counter = Counter(world)
    shipment = counter.ready()
    background_turn(counter.packer)
    collect_shipment(counter.packer, shipment, counter.code(shipment), "Ada")
    assert counter.letters() == [called_back(GONE)]
    uncollect_shipment(counter.packer, shipment)
    background_turn(counter.packer)
    assert counter.letters() == [called_back(GONE), WAITING]


def test_another_service_is_another_word(world: World) -> None:
    counter = Counter(world)
    shipment = counter.ready()
    background_turn(counter.packer)
    change_service(counter.packer, shipment, counter.service)
    assert counter.letters() == [called_back(OTHER_SERVICE)]
    carried = counter.waiting({"TEA": 1}, label=False)[0]
    assert counter.code(carried) == ""
    assert counter.jobs() == 1
    change_service(counter.packer, carried, counter.foreign)
    assert counter.code(carried)
    background_turn(counter.packer)
    assert counter.letters() == [called_back(OTHER_SERVICE), WAITING]


def test_one_that_may_have_gone_still_asks(world: World) -> None:
    class Cut:
        def send(self, letter: bytes, key: str) -> None:
            raise PerhapsSent("mx")

    counter = Counter(world)
    shipment = counter.ready()
    background_turn(counter.packer)
    assert send_waiting(counter.desk, senders(Cut())).failed == 1
    reopen_packing(counter.packer, shipment)
    finish_packing(counter.packer, shipment)
    background_turn(counter.packer)
    assert [status for _, status, _ in counter.letters()] == ["failed"]


def test_the_letter_in_english_says_where(world: World) -> None:
    counter = Counter(world)
    shipment = counter.ready()
    background_turn(counter.packer)
    data = world.one("SELECT b.bytes FROM outgoing_message m JOIN blob b ON b.sha256 = m.blob_sha")
    mail = open_mail(bytes(data))
    assert mail.subject.startswith("Ready to be fetched: your order SO-")
    assert f"Your pick-up code: {counter.code(shipment)}\n" in mail.text
    assert f"Where to fetch it:\n{world.one('SELECT name FROM warehouse')}\n" in mail.text


@pytest.mark.parametrize("packed_again", [False, True])
def test_one_called_back_while_a_server_has_it_goes_no_second_time(world: World, packed_again: bool) -> None:
    counter = Counter(world)
    shipment = counter.ready()
    background_turn(counter.packer)

    class Slow:
        """A server that is away, and while it is waited for the parcel is opened again."""

        def send(self, letter: bytes, key: str) -> None:
            reopen_packing(counter.packer, shipment)
            assert counter.letters() == [("pickup_notice", "sending", OPENED_AGAIN)]
            if packed_again:
                finish_packing(counter.packer, shipment)
                background_turn(counter.packer)
            raise MailAway("away")

    assert send_waiting(counter.desk, senders(Slow())).put_off == packed_again
    assert counter.letters() == [
        ("pickup_notice", "waiting", "away") if packed_again else called_back(OPENED_AGAIN)
    ]


def test_one_that_went_while_the_parcel_was_opened_went(world: World) -> None:
    counter = Counter(world)
    shipment = counter.ready()
    background_turn(counter.packer)

    class Quick:
        def send(self, letter: bytes, key: str) -> None:
            reopen_packing(counter.packer, shipment)

    assert send_waiting(counter.desk, senders(Quick())).sent == 1
    finish_packing(counter.packer, shipment)
    background_turn(counter.packer)
    assert counter.letters() == [SENT]


def test_a_hand_over_that_is_taken_back_leaves_the_question_of_a_letter(world: World) -> None:
    """It goes with a driver of ours instead and comes back: a letter that may have gone still makes no second one."""
    counter = Counter(world)
    shipment = counter.ready()
    background_turn(counter.packer)
    counter.sql("UPDATE outgoing_message SET status = 'failed', error_code = :code", code=PERHAPS)
    change_service(counter.packer, shipment, None)
    ship_shipment(counter.desk, shipment)
    unship_shipment(counter.desk, shipment)
    change_service(counter.packer, shipment, counter.foreign)
    background_turn(counter.packer)
    assert [status for kind, status, _ in counter.letters() if kind == "pickup_notice"] == ["failed"]


def test_who_writes_to_customers_reads_the_code_while_the_goods_lie_ready(world: World) -> None:
    counter = Counter(world)
    shipment = counter.ready()

    def read(*, code: bool = True) -> str:
        with counter.desk.reading() as connection:
            return carriage(connection, shipment, code=code).code

    assert read() == counter.code(shipment)
    assert read(code=False) == ""
    change_service(counter.packer, shipment, counter.service)
    assert read() == ""
    change_service(counter.packer, shipment, counter.foreign)
    collect_shipment(counter.packer, shipment, counter.code(shipment), "Ada")
    assert read() == ""
