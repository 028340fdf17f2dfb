"""Folders and mailboxes in which orders are looked for: each thing comes in once, whatever dies between filing and marking."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotAllowed
from app.integrations.mailbox import Letter, MailboxAway, MailboxRefused
from app.services import intake_polling, intake_sources, kept_passwords
from app.services.background import background_turn
from app.services.context import Context
from app.services.intake_files import Way
from app.services.intake_letters import take_letter
from app.services.intake_polling import FolderAway, Looked, Source, look_into, look_into_folder
from app.services.intake_sources import NewSource, add_source, edit_source, remove_source
from app.services.intake_terms import FiledMessage
from tests.integrations.channels.orders.samples import D96A
from tests.rig.databases import World
from tests.rig.desks import Desks, seats
from tests.rig.imap import ImapServer, filed_and_killed, letter, mailbox_of
from tests.rig.shop import Shop

ORDER = D96A.encode("latin-1")
LATER = ORDER.replace(b"PO-4711", b"PO-4712")


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """The folder that is watched; the database of SQLite lies beside it."""
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder


def folder_source(world: World, folder: Path, channel: str = "", profile: str = "") -> Source:
    source_id = add_source(
        world.owner, NewSource("Drop", "folder", str(folder), channel=channel, profile=profile)
    )
    return Source(source_id, "Drop", "folder", str(folder), "", channel, profile, 60)


def put(folder: Path, name: str, data: bytes, age: float = 60) -> Path:
    file = folder / name
    file.write_bytes(data)
    os.utime(file, (time.time() - age,) * 2)
    return file


def messages(world: World) -> list[tuple[str, str, str]]:
    ask = "SELECT name, state, external_number FROM intake_message ORDER BY id"
    return [tuple(row) for row in world.rows(ask)]


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []


# Folders


def test_files_are_taken_in_once_and_moved(world: World, drop: Path) -> None:
    Shop(world)
    source = folder_source(world, drop)
    put(drop, "a.edi", ORDER)
    put(drop, "b.txt", b"not an order")
    put(drop, "c.edi.part", LATER)
    put(drop, ".hidden", LATER)
    put(drop, "young.edi", LATER, age=0)
    found = look_into(world.ctx(Role.CUSTOMER_SERVICE), source)
    assert (found.taken, found.filed, found.trouble) == (2, 2, ())
    assert [(name, state) for name, state, _ in messages(world)] == [
        ("a.edi", "waiting"),
        ("b.txt", "waiting"),
    ]
    assert names(drop / "done") == ["a.edi"]
    assert names(drop / "failed") == ["b.txt"]
    assert names(drop) == [".hidden", "c.edi.part", "done", "failed", "young.edi"]
    assert look_into(world.ctx(Role.CUSTOMER_SERVICE), source) == Looked()


def test_a_desk_that_died_before_moving_files_nothing_twice(
    world: World, drop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shop(world)
    source = folder_source(world, drop)
    put(drop, "a.edi", ORDER)

    def dies(*_: object) -> Path:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(intake_polling, "move_into", dies)
        with pytest.raises(KeyboardInterrupt):
            look_into_folder(world.ctx(Role.CUSTOMER_SERVICE), source)
    assert len(messages(world)) == 1
    found = look_into_folder(world.ctx(Role.CUSTOMER_SERVICE), source)
    assert (found.taken, found.filed) == (1, 0)
    assert len(messages(world)) == 1
    assert names(drop / "done") == ["a.edi"]


def test_the_same_file_brought_again_is_seen_as_a_duplicate(world: World, drop: Path) -> None:
    Shop(world)
    source = folder_source(world, drop)
    ctx = world.ctx(Role.CUSTOMER_SERVICE)
    put(drop, "a.edi", ORDER)
    look_into(ctx, source)
    put(drop, "a.edi", ORDER, age=30)
    look_into(ctx, source)
    assert [state for _, state, _ in messages(world)] == ["waiting", "refused"]
    assert names(drop / "done") == ["a (2).edi", "a.edi"]


def test_a_folder_that_is_away_is_said_with_the_source(world: World, tmp_path: Path) -> None:
    source = folder_source(world, tmp_path / "nowhere")
    with pytest.raises(FolderAway, match="nowhere"):
        look_into(world.ctx(Role.CUSTOMER_SERVICE), source)
    with pytest.raises(NotAllowed):
        look_into(world.ctx(Role.PICKER), source)


def test_looks_are_a_job_of_desks_that_see_the_folder(world: World, tmp_path: Path) -> None:
    Shop(world)
    folder = tmp_path / "drop"
    folder_source(world, folder)
    clerk = world.ctx(Role.CUSTOMER_SERVICE)
    background_turn(clerk)
    assert messages(world) == []
    assert world.one("SELECT status FROM job WHERE kind LIKE 'poll_intake%'") == "waiting", "left to others"
    folder.mkdir()
    put(folder, "a.edi", ORDER)
    background_turn(world.ctx(Role.PICKER))
    assert messages(world) == [], "without the right nobody looks"
    background_turn(clerk)
    assert len(messages(world)) == 1
    put(folder, "b.edi", LATER)
    background_turn(clerk)
    assert len(messages(world)) == 1, "the next look is not due yet"


def test_nobody_sees_the_folder_in_the_end_it_is_said(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_source(world, tmp_path / "nowhere")
    monkeypatch.setattr(intake_polling, "LEFT_TO_OTHERS", -1)
    background_turn(world.ctx(Role.CUSTOMER_SERVICE))
    assert "nowhere" in str(world.one("SELECT error FROM intake_source"))


def test_tables_by_a_profile(world: World, drop: Path) -> None:
    Shop(world)
    source = folder_source(world, drop, channel="table", profile="sample")
    head = "Commande;Date;Client;Référence;Article;Quantité;Prix;Remise %\n"
    rows = "W-1;24/11/2026;C1;R1;MUG;3;2,50;0\nW-1;24/11/2026;C1;R1;POT;1;7,50;0\nW-2;24/11/2026;C1;R2;MUG;x;2,50;0\n"
    put(drop, "orders.csv", (head + rows).encode())
    look_into(world.ctx(Role.CUSTOMER_SERVICE), source)
    ready = "SELECT external_number, channel, warnings LIKE '%stops%' FROM intake_message ORDER BY id"
    assert [(number, channel, bool(stops)) for number, channel, stops in world.rows(ready)] == [
        ("W-1", "table", False),
        ("W-2", "table", True),
    ]


# The settings


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "ftp"}, "kind"),
        ({"kind": "imap", "place": "mail.example.org", "login": "x"}, "place"),
        ({"kind": "imap", "place": "imaps://mail.example.org"}, "login"),
        ({"channel": "table"}, "profile"),
        ({"channel": "fax"}, "channel"),
        ({"every_s": 1}, "every_s"),
    ],
)
def test_what_cannot_be_a_source_is_refused(world: World, change: dict[str, object], field: str) -> None:
    before = world.tables("intake_source")
    fields: dict[str, object] = {"name": "A", "kind": "folder", "place": "/srv/in"}
    with pytest.raises(BadInput) as refused:
        add_source(world.ctx(Role.SUPERVISOR), NewSource(**{**fields, **change}))  # type: ignore[arg-type]  # plain values
    assert refused.value.facts["field"] == field
    with pytest.raises(NotAllowed):
        add_source(world.ctx(Role.CUSTOMER_SERVICE), NewSource("A", "folder", "/srv/in"))
    assert world.tables("intake_source") == before


def test_sources_are_changed_and_taken_away(world: World) -> None:
    boss = world.ctx(Role.SUPERVISOR)
    source_id = add_source(boss, NewSource("A", "folder", "/srv/in"))
    assert edit_source(boss, source_id, NewSource("B", "folder", "/srv/in", active=False), 1) == 2
    before = world.tables("intake_source")
    with pytest.raises(Conflict):
        edit_source(boss, source_id, NewSource("C", "folder", "/srv/in"), 1)
    assert world.tables("intake_source") == before
    remove_source(boss, source_id)
    assert world.one("SELECT count(*) FROM intake_source") == 0


# Mailboxes, on a real server


@pytest.fixture
def box(world: World, imap_server: ImapServer) -> Callable[[], Looked]:
    """Looks into the mailbox once, as the job does."""
    Shop(world)
    imap_server.clear()
    place = f"imaps://127.0.0.1:{imap_server.tls_port}/INBOX"
    source_id = add_source(world.owner, NewSource("Mail", "imap", place, "orders"))
    source = Source(source_id, "Mail", "imap", place, "orders", "", "", 60)

    def look() -> Looked:
        opened = mailbox_of(imap_server.tls_port, str(imap_server.certificate))
        return look_into(world.ctx(Role.CUSTOMER_SERVICE), source, lambda _: opened)

    return look


def test_letters_bring_their_attachments(
    world: World, box: Callable[[], Looked], imap_server: ImapServer
) -> None:
    imap_server.deliver(letter("Order", "Please send.", ("a.edi", ORDER), ("b.pdf", b"%PDF-1.7 ...")))
    imap_server.deliver(letter("Two mugs", "Two mugs, please.\nThank you."))
    found = box()
    assert (found.taken, found.filed) == (2, 3)
    ask = "SELECT name, channel, sender, subject FROM intake_message ORDER BY id"
    assert [tuple(row) for row in world.rows(ask)] == [
        ("a.edi", "edifact", "ada@example.org", "Order"),
        ("b.pdf", "other", "ada@example.org", "Order"),
        ("Two mugs.eml", "other", "ada@example.org", "Two mugs"),
    ]
    assert (imap_server.count("INBOX"), imap_server.count("Quai")) == (0, 2)
    assert box() == Looked()


def test_killed_between_filing_and_marking_brings_nothing_twice(
    world: World, box: Callable[[], Looked], imap_server: ImapServer
) -> None:
    imap_server.deliver(letter("Order", "Please send.", ("a.edi", ORDER), ("b.edi", LATER)))
    (seat,) = seats(world, 1, Role.CUSTOMER_SERVICE)
    source_id = int(world.one("SELECT id FROM intake_source"))
    with Desks() as desks:
        killed = desks.start(
            filed_and_killed, seat, source_id, imap_server.tls_port, str(imap_server.certificate)
        )
        killed.join(60)
        assert killed.exitcode == -signal.SIGKILL, desks.said(killed)
    before = messages(world)
    assert [number for _, _, number in before] == ["PO-4711", "PO-4712"]
    assert imap_server.count("INBOX") == 1
    found = box()
    assert (found.taken, found.filed) == (1, 0)
    assert messages(world) == before
    assert imap_server.count("INBOX") == 0
    imap_server.deliver(letter("Again", "The same order.", ("a.edi", ORDER)))
    box()
    assert [state for _, state, _ in messages(world)] == ["waiting", "waiting", "refused"], "a repeat is seen"


def test_a_letter_that_is_too_large_is_said(world: World, imap_server: ImapServer) -> None:
    Shop(world)
    imap_server.clear()
    imap_server.deliver(letter("Big", "See the file.", ("big.bin", b"x" * 300_000)))
    source_id = add_source(world.owner, NewSource("Mail", "imap", "imaps://127.0.0.1", "orders"))
    source = Source(source_id, "Mail", "imap", "", "orders", "", "", 60)
    opened = mailbox_of(imap_server.tls_port, str(imap_server.certificate), largest=200_000)
    look_into(world.ctx(Role.CUSTOMER_SERVICE), source, lambda _: opened)
    assert "attachment_too_large" in str(world.one("SELECT warnings FROM intake_message"))
    assert (imap_server.count("INBOX"), imap_server.count("Quai")) == (0, 1)


def test_a_wrong_password_stands_with_the_source(
    sqlite_world: World, imap_server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = f"imaps://127.0.0.1:{imap_server.tls_port}/INBOX"
    add_source(sqlite_world.owner, NewSource("Mail", "imap", place, "orders"))
    monkeypatch.setattr(
        intake_polling,
        "_mailbox",
        lambda source: mailbox_of(imap_server.tls_port, str(imap_server.certificate), "wrong"),
    )
    monkeypatch.setattr(intake_polling, "password_of", lambda *_: "wrong")
    background_turn(sqlite_world.ctx(Role.CUSTOMER_SERVICE))
    assert "does not let orders in" in str(sqlite_world.one("SELECT error FROM intake_source"))
    assert sqlite_world.one("SELECT error_code FROM intake_source") == MailboxRefused.code


def test_a_line_that_breaks_leaves_the_letter_there(
    world: World, box: Callable[[], Looked], imap_server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    imap_server.deliver(letter("Order", "Please send.", ("a.edi", ORDER)))

    def cut(ctx: Context, way: Way, one: Letter) -> tuple[FiledMessage, ...]:
        filed = take_letter(ctx, way, one)
        imap_server.hang_up()
        return filed

    with monkeypatch.context() as patch:
        patch.setattr(intake_polling, "take_letter", cut)
        with pytest.raises(MailboxAway):
            box()
    assert imap_server.count("INBOX") == 1
    assert len(messages(world)) == 1
    assert (box().filed, imap_server.count("INBOX")) == (0, 0)


def test_the_password_is_the_desks_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_passwords, "kept", lambda *_: "")
    monkeypatch.setenv(intake_sources.PASSWORD, "from the environment")
    assert intake_sources.password_of("imaps://x", "me") == "from the environment"
