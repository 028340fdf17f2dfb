"""States are tables: every state can be reached, every step is somebody's, undo leads back."""

from __future__ import annotations

import pytest

from app.domain.flow import FLOWS, PACKAGE, SHIPMENT, Flow
from app.domain.permissions import ROLE_PERMISSIONS, Permission, Role, permissions_of, roles_with

ENDS = {
    "sales_order": {"closed", "cancelled"},
    "shipment": {"delivered", "cancelled"},
    "package": {"delivered", "lost"},
    "pick_task": {"done", "short", "cancelled"},
    "wave": {"done", "cancelled"},
    "return_order": {"settled", "refused", "cancelled"},
    "manifest": {"handed_over", "cancelled"},
}


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_every_state_can_be_reached(flow: Flow) -> None:
    reached = set(flow.initial)
    while True:
        more = {target for source, target, _ in flow.transitions if source in reached} - reached
        if not more:
            break
        reached |= more
    assert reached == flow.states
    assert ENDS[flow.name] <= reached


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_every_step_is_somebodys_and_has_one_name(flow: Flow) -> None:
    verbs = [move.verb for move in flow.moves]
    assert len(verbs) == len(set(verbs))
    for move in flow.moves:
        assert roles_with(move.permission), move.verb
        assert move.target not in move.sources
        assert flow.move(move.verb) == move
    with pytest.raises(KeyError):
        flow.move("no such verb")


def test_undo_leads_back_until_shipped() -> None:
    steps = {(source, target) for source, target, _ in SHIPMENT.transitions}
    for there, back in (
        ("planned", "reserved"),
        ("reserved", "released"),
        ("released", "picking"),
        ("picking", "picked"),
        ("picked", "packing"),
        ("packing", "packed"),
        ("packed", "shipped"),
        ("shipped", "delivered"),
    ):
        assert (there, back) in steps
        assert (back, there) in steps
    parcels = {(source, target) for source, target, _ in PACKAGE.transitions}
    assert {
        ("labelled", "open"),
        ("closed", "open"),
        ("loaded", "labelled"),
        ("delivered", "loaded"),
    } <= parcels


def test_rights_of_several_roles_add_up() -> None:
    assert permissions_of(frozenset()) == frozenset()
    both = permissions_of(frozenset({Role.PICKER, Role.PACKER}))
    assert both == ROLE_PERMISSIONS[Role.PICKER] | ROLE_PERMISSIONS[Role.PACKER]
    assert permissions_of(frozenset({Role.ADMIN})) == frozenset(Permission)
    assert Permission.USER_ADMIN not in permissions_of(frozenset({Role.SUPERVISOR}))
    assert all(roles_with(permission) for permission in Permission)
