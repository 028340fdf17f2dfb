"""Confirmations and word of delays: who gets which letter, once, with its paper, through a real mail server."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
import sqlalchemy as sa

from app.database import Transaction
from app.documents import document
from app.documents.order_confirmation import order_confirmation
from app.domain.permissions import Permission, Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound
from app.integrations.mail import open_mail
from app.models import SalesOrder
from app.services.announcing import AlreadyTold, NoMailAddress
from app.services.background import background_turn
from app.services.context import use_case
from app.services.mail_templates import take_ours_back, write_template
from app.services.order_changes import cancel_line, cancel_order
from app.services.order_letters import NotLate, propose_delay, send_confirmation, send_delay
from app.services.order_papers import NotConfirmed, confirmation_content, print_confirmation
from app.services.orders import amend_order, confirm_order, place_order
from app.services.outbox import message_bytes
from app.services.parties import NewCustomer, edit_customer
from tests.integrations.mail.test_smtp import Box, post, server
from tests.rig.databases import World
from tests.rig.shop import ADDRESS, Shop

WATCHED = ("outgoing_message", "job", "blob", "print_job")


class Desk:
    """Customer service at a shop; its customer may want confirmations by mail."""

    def __init__(self, world: World, **customer: Any) -> None:
        self.world = world
        self.shop = Shop(world)
        self.ctx = world.ctx(Role.CUSTOMER_SERVICE)
        terms = {"order_answer": "mail", "language": "fr"} | customer
        edit_customer(
            self.shop.owner, self.shop.customer, NewCustomer("C1", "Analytique", ADDRESS, **terms), 1
        )

    def draft(self, **fields: Any) -> int:
        return self.shop.draft({"MUG": 4, "TEA": 2}, **fields).order_id

    def jobs(self) -> int:
        return int(self.world.one("SELECT count(*) FROM job WHERE kind = 'answer_order'"))

    def messages(self) -> list[tuple[str, str, str]]:
        found = self.world.rows("SELECT kind, status, target FROM outgoing_message ORDER BY id")
        return [(row.kind, row.status, row.target) for row in found]

    def letter(self) -> bytes:
        sha = self.world.one("SELECT blob_sha FROM outgoing_message ORDER BY id DESC LIMIT 1")
        with self.ctx.reading() as connection:
            return message_bytes(connection, sha)


@use_case(Permission.ORDER_ENTER)
def touch(tx: Transaction, order_id: int) -> int:
    """Something else of an order changes."""
    tx.execute(sa.update(SalesOrder).where(SalesOrder.id == order_id).values(version=SalesOrder.version + 1))
    tx.changed("sales_order", order_id)
    return order_id


def test_a_confirmed_order_goes_out_with_its_paper(world: World) -> None:
    desk = Desk(world)
    order = desk.draft(customer_reference="PO-7", promised_on=date(2026, 12, 3))
    assert desk.jobs() == 0
    confirm_order(desk.ctx, order)
    assert desk.jobs() == 1
    box = Box()
    with server(box) as port:
        turn = background_turn(desk.ctx, post(port))
        again = background_turn(desk.ctx, post(port))
    assert (turn.outbox.sent, again.outbox.sent) == (1, 0)
    (envelope,) = box.got
    assert envelope.rcpt_tos == ["ada@example.org"]
    mail = message_from_bytes(envelope.content, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    number = world.one("SELECT number FROM sales_order WHERE id = :o", o=order)
    assert mail["Subject"] == f"Confirmation de commande {number}"
    body = mail.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert "Bonjour Ada Lovelace," in text
    assert "Votre référence\u00a0: PO-7" in text
    assert "Promise pour le\u00a0: 3 déc. 2026" in text
    assert mail.get_body(("html",)) is not None
    (paper,) = mail.iter_attachments()
    assert (paper.get_filename(), paper.get_content_type()) == (f"{number}.pdf", "application/pdf")
    with desk.ctx.reading() as connection:
        content = confirmation_content(connection, order)
    assert paper.get_content() == order_confirmation(content)
    assert desk.messages() == [("order_confirmation", "sent", "ada@example.org")]


def test_what_is_placed_on_the_telephone_is_confirmed_too(world: World) -> None:
    desk = Desk(world)
    place_order(desk.ctx, desk.shop.new_order({"MUG": 1}))
    assert background_turn(desk.ctx).jobs == 1
    assert desk.messages() == [("order_confirmation", "waiting", "ada@example.org")]
    assert open_mail(desk.letter()).attached == (f"{world.one('SELECT number FROM sales_order')}.pdf",)


def test_who_wants_nothing_costs_nothing_and_is_written_to_by_hand(world: World) -> None:
    desk = Desk(world, order_answer="", language="en")
    order = desk.draft()
    confirm_order(desk.ctx, order)
    place_order(desk.ctx, desk.shop.new_order({"MUG": 1}))
    assert desk.jobs() == 0
    assert send_confirmation(desk.ctx, order)
    mail = open_mail(desk.letter())
    assert mail.subject.startswith("Order confirmation SO-")
    assert "Your reference" not in mail.text  # there is none, so nothing is said of it
    before = world.tables(*WATCHED)
    with pytest.raises(AlreadyTold):
        send_confirmation(desk.ctx, order)
    assert world.tables(*WATCHED) == before


def test_each_version_is_confirmed_once(world: World) -> None:
    desk = Desk(world)
    order = desk.draft()
    confirm_order(desk.ctx, order)
    background_turn(desk.ctx)
    with pytest.raises(AlreadyTold):
        send_confirmation(desk.ctx, order)
    line = world.one("SELECT min(id) FROM order_line WHERE order_id = :o", o=order)
    cancel_line(desk.ctx, line, 3, "customer-cancelled")
    send_confirmation(desk.ctx, order)
    with desk.ctx.reading() as connection:
        content = confirmation_content(connection, order)
    assert [(one.qty, one.ordered) for one in content.lines] == [(3, 4), (2, 2)]
    assert [kind for kind, _, _ in desk.messages()] == ["order_confirmation"] * 2


def test_what_was_taken_back_is_not_confirmed(world: World) -> None:
    desk = Desk(world)
    first, second = desk.draft(), desk.draft()
    for order in (first, second):
        confirm_order(desk.ctx, order)
    amend_order(desk.ctx, first)  # before the letter was made
    background_turn(desk.ctx)
    assert len(desk.messages()) == 1
    cancel_order(desk.ctx, second, "customer-cancelled")  # before it was sent
    assert desk.messages() == [("order_confirmation", "cancelled", "ada@example.org")]
    confirm_order(desk.ctx, first)
    background_turn(desk.ctx)
    assert [status for _, status, _ in desk.messages()] == ["cancelled", "waiting"]


def test_an_order_that_is_changed_while_its_paper_is_drawn_is_drawn_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(world)
    order = desk.draft()
    confirm_order(desk.ctx, order)
    drawn: list[str] = []

    def meanwhile(name: str) -> Any:
        if not drawn:
            touch(desk.ctx, order)
        drawn.append(name)
        return document(name)

    monkeypatch.setattr("app.services.order_letters.document", meanwhile)
    background_turn(desk.ctx)
    assert len(drawn) == 2
    version = world.one("SELECT version FROM sales_order WHERE id = :o", o=order)
    assert world.one("SELECT dedupe_key FROM outgoing_message") == f"order_confirmation:{order}:{version}"


def test_refusals_write_nothing(world: World) -> None:
    desk = Desk(world, order_answer="")
    order = desk.draft()
    before = world.tables(*WATCHED)
    with pytest.raises(NotConfirmed):
        send_confirmation(desk.ctx, order)
    with pytest.raises(NotConfirmed):
        print_confirmation(desk.ctx, order)
    with pytest.raises(NotConfirmed):
        send_delay(desk.ctx, order)
    with pytest.raises(NotFound):
        send_confirmation(desk.ctx, 10**9)
    with pytest.raises(NotAllowed):
        send_confirmation(world.ctx(Role.PACKER), order)
    with pytest.raises(NotAllowed):
        send_delay(world.ctx(Role.PACKER), order)
    assert world.tables(*WATCHED) == before


def test_a_customer_without_a_mail_address_is_named(world: World) -> None:
    desk = Desk(world)
    silent = replace(ADDRESS, email="")
    order = desk.draft(bill_address=silent, ship_address=silent)
    confirm_order(desk.ctx, order)
    before = world.tables("outgoing_message", "blob")
    with pytest.raises(NoMailAddress) as caught:
        send_confirmation(desk.ctx, order)
    assert caught.value.facts["customer"] == "Analytique"
    background_turn(desk.ctx)
    assert world.tables("outgoing_message", "blob") == before
    assert "No mail address" in world.one("SELECT last_error FROM job WHERE kind = 'answer_order'")


def test_the_paper_comes_to_what_the_order_comes_to(world: World) -> None:
    desk = Desk(world)
    order = desk.draft(discount=Decimal("0.1"), freight=690)
    confirm_order(desk.ctx, order)
    row = world.rows("SELECT net, tax, total, freight FROM sales_order WHERE id = :o", o=order)[0]
    with desk.ctx.reading() as connection:
        content = confirmation_content(connection, order)
    assert content.goods - content.allowance + content.freight == content.net
    assert content.net + content.tax == content.total == row.total
    assert [(one.rate, one.base) for one in content.taxes] == [(Decimal("0.2"), content.net)]
    assert sum(one.tax for one in content.taxes) == row.tax
    stored = print_confirmation(desk.ctx, order)
    assert (
        world.one("SELECT document FROM print_job WHERE id = :j", j=stored.print_job_id)
        == "order_confirmation"
    )


def test_word_of_a_delay_once_for_each_promise(world: World) -> None:
    desk = Desk(world)
    day = date(2026, 1, 5)
    order = desk.draft(promised_on=day)
    confirm_order(desk.ctx, order)
    with desk.ctx.reading() as connection:
        proposal = propose_delay(connection, order)
    assert proposal.to == "ada@example.org"
    assert "5 janv. 2026" in proposal.letter.text
    assert "Nouvelle date" not in proposal.letter.text  # nobody knows one
    message = send_delay(desk.ctx, order)
    assert world.one("SELECT order_id FROM outgoing_message WHERE id = :m", m=message) == order
    before = world.tables(*WATCHED)
    with pytest.raises(AlreadyTold):
        send_delay(desk.ctx, order)
    assert world.tables(*WATCHED) == before
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE sales_order SET promised_on = '{day + timedelta(days=9)}'")
    send_delay(desk.ctx, order)
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql("UPDATE sales_order SET promised_on = NULL")
    with pytest.raises(NotLate):
        send_delay(desk.ctx, order)


def test_the_house_writes_its_own_letters(world: World) -> None:
    desk = Desk(world)
    boss = world.ctx(Role.SUPERVISOR)
    subject, body = (
        "{company} : {order}",
        "votre commande {order} est notée.\n\nRéf. {reference}\n\n<À bientôt>",
    )
    assert write_template(boss, "order_confirmation", "fr", subject, body) == 1
    order = desk.draft(customer_reference="{order} <b>")
    confirm_order(desk.ctx, order)
    background_turn(desk.ctx)
    mail = open_mail(desk.letter())
    number = world.one("SELECT number FROM sales_order WHERE id = :o", o=order)
    assert mail.subject == f"Lille : {number}"
    assert f"votre commande {number} est notée.\n\nRéf. {{order}} <b>\n\n<À bientôt>" in mail.text
    assert b"&lt;b&gt;" in desk.letter()
    before = world.tables("mail_template")
    for refused in (
        ("order_confirmation", "fr", "a {tracking}", "b", 1),
        ("order_confirmation", "fr", "a\r\nBcc: x@example.org", "b", 1),
        ("order_confirmation", "fr", "a", " ", 1),
        ("order_confirmation", "fr", "a", "{order!r}", 1),
        ("order_confirmation", "fr", "a", "one { alone", 1),
        ("order_confirmation", "de", "a", "b", 0),
        ("nothing", "fr", "a", "b", 0),
    ):
        with pytest.raises(BadInput):
            write_template(boss, *refused)
    with pytest.raises(Conflict):
        write_template(boss, "order_confirmation", "fr", "a", "b")
    with pytest.raises(Conflict):
        write_template(boss, "order_confirmation", "fr", "a", "b", 7)
    with pytest.raises(NotAllowed):
        write_template(desk.ctx, "order_confirmation", "fr", "a", "b", 1)
    assert world.tables("mail_template") == before
    assert write_template(boss, "order_confirmation", "fr", "a", "b", 1) == 2
    assert take_ours_back(boss, "order_confirmation", "fr")
    assert not take_ours_back(boss, "order_confirmation", "fr")
