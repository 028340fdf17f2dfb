"""Files in an order's folder, and who opened which document; told in the timeline."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.domain.permissions import Role
from app.errors import AppError, BadInput, Conflict, NotAllowed, NotFound
from app.queries.order_details import order_details
from app.queries.order_folder import folder
from app.services import attachments
from app.services.attachments import (
    add_attachment,
    note_paper_opened,
    open_document,
    remove_attachment,
    restore_attachment,
)
from tests.rig.databases import World
from tests.rig.shop import Shop
from tests.services.test_statements import counted

PDF = b"%PDF-1.7 contract"


def test_files_come_go_and_come_back(world: World) -> None:
    shop = Shop(world, stock=False)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    order = shop.draft({"MUG": 1}).order_id
    made = add_attachment(desk, order, r"C:\Users\ada\..\Contract é.pdf", PDF)
    assert made.name == "Contract é.pdf"
    twice = add_attachment(desk, order, "../../etc/passwd", PDF)
    assert (twice.name, twice.sha256) == ("passwd", made.sha256)
    remove_attachment(desk, made.attachment_id)
    with pytest.raises(Conflict):
        remove_attachment(desk, made.attachment_id)
    with desk.reading() as connection:
        assert [paper.title for paper in folder(connection, order, letters=True)] == ["passwd"]
    restore_attachment(desk, made.attachment_id)
    before = world.tables("attachment", "blob")
    for name, data in (("a.pdf", b""), ("", PDF), ("/", PDF), ("x\0.pdf", PDF), ("x" * 300, PDF)):
        with pytest.raises(BadInput):
            add_attachment(desk, order, name, data)
    with pytest.raises(NotFound):
        add_attachment(desk, 999, "a.pdf", PDF)
    with pytest.raises(NotAllowed):
        add_attachment(world.ctx(Role.PACKER), order, "a.pdf", PDF)
    assert world.tables("attachment", "blob") == before


def test_a_large_file_is_refused(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = Shop(world, stock=False)
    order = shop.draft({"MUG": 1}).order_id
    monkeypatch.setattr(attachments, "LARGEST", 10)
    with pytest.raises(BadInput) as refused:
        add_attachment(shop.owner, order, "big.pdf", PDF)
    assert refused.value.facts["size"] == len(PDF)
    assert world.one("SELECT count(*) FROM attachment") == 0


def test_who_opened_what_stands_in_the_timeline(world: World) -> None:
    shop = Shop(world, stock=False)
    desk = world.ctx(Role.CUSTOMER_SERVICE)
    order = shop.draft({"MUG": 1}).order_id
    made = add_attachment(desk, order, "Contract.pdf", PDF)
    assert open_document(world.ctx(Role.PACKER), order, "attachment", made.name, made.sha256) == PDF
    row = world.rows("SELECT actor, desk, document, title FROM document_view")[0]
    assert tuple(row) == (
        world.ctx(Role.PACKER).actor if world.postgresql else row.actor,
        "DESK-1",
        "attachment",
        made.name,
    )
    with pytest.raises(NotFound):
        open_document(desk, order, "attachment", "Gone", "0" * 64)
    with pytest.raises(NotFound):
        open_document(desk, 999, "attachment", made.name, made.sha256)
    assert world.one("SELECT count(*) FROM document_view") == 1
    assert note_paper_opened(desk, "label", made.sha256) == 0
    with counted(desk) as seen, desk.reading() as connection:
        found = order_details(connection, order, addresses=True, letters=True)
    assert found is not None
    assert [event.verb for event in found.events][:2] == ["document_opened", "attached"]
    assert len([text for text in seen if text.lstrip().upper().startswith("SELECT")]) <= 24
    with pytest.raises(AppError), world.database().engine.begin() as connection:
        raise_on_change(connection)


def raise_on_change(connection: sa.Connection) -> None:
    """Nobody rewrites who opened what."""
    try:
        connection.execute(sa.text("DELETE FROM document_view"))
    except sa.exc.DBAPIError as error:
        raise Conflict("frozen", hint="x") from error
