"""Reasons in two languages, added once."""

from __future__ import annotations

import pytest

from app.database import Transaction
from app.domain.permissions import Role
from app.errors import BadInput, Conflict, NotFound
from app.services.context import use_case
from app.services.reasons import (
    KINDS,
    STANDARD_REASONS,
    Reason,
    WrongReason,
    add_reason,
    check_reason,
    ensure_reasons,
    retire_reason,
)
from tests.rig.databases import World


@use_case()
def check(tx: Transaction, code: str, kind: str) -> str:
    return check_reason(tx, code, kind)


def test_standard_reasons_cover_every_kind_in_both_languages() -> None:
    assert {reason.kind for reason in STANDARD_REASONS} == set(KINDS)
    assert len({reason.code for reason in STANDARD_REASONS}) == len(STANDARD_REASONS)
    for reason in STANDARD_REASONS:
        assert reason.label_en.strip()
        assert reason.label_fr.strip()


def test_reasons_are_added_once_and_keep_the_houses_words(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    assert ensure_reasons(ctx) == 0  # the first upgrade made them
    with world.database().engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM reason_code")
    add_reason(ctx, Reason("damaged", "adjust", "Broken", "Cassé"))
    assert ensure_reasons(ctx) == len(STANDARD_REASONS) - 1
    assert ensure_reasons(ctx) == 0
    assert world.one("SELECT label_fr FROM reason_code WHERE code = 'damaged'") == "Cassé"
    before = world.tables("reason_code")
    with pytest.raises(Conflict):
        add_reason(ctx, Reason("damaged", "adjust", "x", "x"))
    with pytest.raises(BadInput):
        add_reason(ctx, Reason("x", "mood", "x", "x"))
    with pytest.raises(BadInput):
        add_reason(ctx, Reason("x", "adjust", "x", ""))
    with pytest.raises(NotFound):
        retire_reason(ctx, "x")
    assert world.tables("reason_code") == before


def test_a_reason_is_given_where_it_belongs_and_while_in_use(world: World) -> None:
    ctx = world.ctx(Role.SUPERVISOR)
    ensure_reasons(ctx)
    assert check(ctx, "damaged", "adjust") == "damaged"
    for code, kind in (("damaged", "hold"), ("", "hold"), ("nonsense", "adjust")):
        with pytest.raises(WrongReason):
            check(ctx, code, kind)
    retire_reason(ctx, "damaged")
    with pytest.raises(WrongReason):
        check(ctx, "damaged", "adjust")
    retire_reason(ctx, "damaged", True)
    assert check(ctx, "damaged", "adjust") == "damaged"
