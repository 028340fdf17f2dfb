"""The outbox: each message goes once; what did not go waits or asks, and a person decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed, NotFound, Unavailable
from app.integrations.mail import MailAway, MailRefused, PerhapsSent
from app.services.announcing import NewMessage, store_notice
from app.services.context import Context
from app.services.jobs import LeaseLost
from app.services.outbox import (
    FRESH_DAYS,
    MOST_ATTEMPTS,
    PERHAPS,
    TOO_OLD,
    OutboxRun,
    cancel_message,
    confirm_sent,
    mark_sent,
    mark_unsent,
    retry_message,
    send_waiting,
    senders,
    take_messages,
)
from tests.rig.databases import World
from tests.rig.sent import Sent


class Post:
    """A way for letters that answers as it is told, and keeps what it was given."""

    def __init__(self, *answers: Exception | None) -> None:
        self.answers = list(answers)
        self.got: list[str] = []

    def send(self, letter: bytes, key: str) -> None:
        self.got.append(key)
        answer = self.answers.pop(0) if self.answers else None
        if answer is not None:
            raise answer


def put(shop: Sent, key: str, channel: str = "mail", target: str = "ada@example.org") -> int:
    """A message in the outbox."""
    message = NewMessage("parcel_notice", channel, target, "S", "en", key.encode(), "message/rfc822", key)
    return store_notice(shop.service, shop.shipment, message, "Ada")


def status(world: World, message: int) -> tuple[str, str]:
    row = world.rows("SELECT status, error_code FROM outgoing_message WHERE id = :m", m=message)[0]
    return row.status, row.error_code


def _not_sent(ctx: Context, message: int, attempt: int) -> object:
    return mark_unsent(ctx, message, attempt, "why")


def touch(world: World, what: str) -> None:
    """Let time pass."""
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE outgoing_message SET {what}")


def test_what_waits_goes_once_in_its_order(world: World) -> None:
    shop = Sent(world)
    for key in ("a", "b"):
        put(shop, key)
    post = Post()
    assert send_waiting(shop.service, senders(post)) == OutboxRun(sent=2)
    assert send_waiting(shop.service, senders(post)) == OutboxRun()
    assert post.got == ["a", "b"]
    with pytest.raises(NotAllowed):
        send_waiting(world.ctx(Role.PICKER), senders(post))


def test_without_a_mail_server_letters_wait_and_files_go(world: World, tmp_path: Path) -> None:
    shop = Sent(world)
    letter, file = put(shop, "a"), put(shop, "b", "folder", str(tmp_path / "x.edi"))
    assert send_waiting(shop.service, senders(None)) == OutboxRun(sent=1)
    assert (tmp_path / "x.edi").read_bytes() == b"b"
    assert (status(world, letter)[0], status(world, file)[0]) == ("waiting", "sent")
    assert not list(tmp_path.glob(".*"))


def test_a_server_that_is_away_is_tried_again_and_then_asks(world: World) -> None:
    shop = Sent(world)
    message, other = put(shop, "a"), put(shop, "b")
    away = MailAway("away")
    run = send_waiting(shop.service, senders(Post(away)))
    assert run == OutboxRun(
        put_off=1, trouble=("away",)
    )  # the other one is not tried at a server that is away
    assert status(world, message) == ("waiting", "mail.away")
    assert status(world, other)[0] == "waiting"
    cancel_message(shop.service, other)
    touch(world, f"due_at = NULL, attempts = {MOST_ATTEMPTS - 1}")
    assert send_waiting(shop.service, senders(Post(away))).failed == 1
    assert status(world, message) == ("failed", "mail.away")
    retry_message(shop.service, message)
    assert send_waiting(shop.service, senders(Post())).sent == 1


def test_a_refused_letter_holds_up_no_other(world: World) -> None:
    shop = Sent(world)
    refused, good = put(shop, "a"), put(shop, "b")
    run = send_waiting(shop.service, senders(Post(MailRefused("no such person"))))
    assert run == OutboxRun(sent=1, failed=1, trouble=("no such person",))
    assert (status(world, refused)[0], status(world, good)[0]) == ("failed", "sent")


@pytest.mark.parametrize("again", [True, False])
def test_what_may_have_gone_asks_a_person(world: World, again: bool) -> None:
    shop = Sent(world)
    message = put(shop, "a")
    assert send_waiting(shop.service, senders(Post(PerhapsSent("mx")))).failed == 1
    post = Post()
    assert send_waiting(shop.service, senders(post)) == OutboxRun()
    assert status(world, message) == ("failed", PERHAPS)
    if again:
        retry_message(shop.service, message)
        send_waiting(shop.service, senders(post))
        assert post.got == ["a"]
    else:
        confirm_sent(shop.service, message)
    assert status(world, message) == ("sent", "")


def test_a_program_that_ended_leaves_a_question_for_letters_and_none_for_files(
    world: World, tmp_path: Path
) -> None:
    shop = Sent(world)
    letter, file = put(shop, "a"), put(shop, "b", "folder", str(tmp_path / "x.edi"))
    assert len(take_messages(shop.service, ("folder", "mail"), 5)) == 2
    assert send_waiting(shop.service, senders(Post())) == OutboxRun()  # somebody is at it
    touch(world, "lease_until = '2020-01-01 00:00:00'")
    assert send_waiting(shop.service, senders(Post())) == OutboxRun(sent=1)
    assert status(world, letter) == ("failed", PERHAPS)
    assert status(world, file) == ("sent", "")


def test_old_news_are_not_sent(world: World) -> None:
    shop = Sent(world)
    message = put(shop, "a")
    touch(world, "created_at = '2020-01-01 00:00:00'")
    assert FRESH_DAYS == 3
    post = Post()
    assert send_waiting(shop.service, senders(post)) == OutboxRun()
    assert (post.got, status(world, message)) == ([], ("cancelled", TOO_OLD))


def test_two_desks_never_take_the_same(world: World) -> None:
    shop = Sent(world)
    put(shop, "a")
    other = Context(shop.service.db, shop.service.actor, shop.service.rights, "DESK-2")
    (mine,) = take_messages(shop.service, ("mail",))
    assert take_messages(other, ("mail",)) == ()
    for step in (mark_sent, _not_sent):
        with pytest.raises(LeaseLost):
            step(other, mine.id, mine.attempt)
        with pytest.raises(LeaseLost):
            step(shop.service, mine.id, mine.attempt + 1)
    assert mark_sent(shop.service, mine.id, mine.attempt).status == "sent"


def test_what_is_refused(world: World) -> None:
    shop = Sent(world)
    message = put(shop, "a")
    take_messages(shop.service, ("mail",))
    before = world.tables("outgoing_message")
    for step in (retry_message, cancel_message, confirm_sent):
        with pytest.raises(Conflict):
            step(shop.service, message)
        with pytest.raises(NotFound):
            step(shop.service, 987_654)
        with pytest.raises(NotAllowed):
            step(shop.packer, message)
    for wrong in ((0, 60), (1, 0)):
        with pytest.raises(BadInput):
            take_messages(shop.service, ("mail",), *wrong)
    assert world.tables("outgoing_message") == before
    mark_unsent(shop.service, message, 1, "no", final=True)
    with pytest.raises(Conflict, match="did not go"):
        confirm_sent(shop.service, message)


def test_a_folder_that_is_away_is_tried_again(world: World, tmp_path: Path) -> None:
    shop = Sent(world)
    message = put(shop, "a", "folder", str(tmp_path / "gone" / "x.edi"))
    run = send_waiting(shop.service, senders(None))
    assert (run.put_off, "is not" in run.trouble[0] or "cannot be written" in run.trouble[0]) == (1, True)
    (tmp_path / "gone").mkdir()
    retry_message(shop.service, message)
    assert send_waiting(shop.service, senders(None)).sent == 1
    assert issubclass(MailAway, Unavailable)
