"""A despatch advice of a shipment whose parcels stand on a real pallet: the tree of units, and only what is the customer's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pydifact.segmentcollection import Interchange

from app.integrations.messages import Despatch, desadv, despatch_advice
from app.integrations.messages.ubl import CAC, CBC
from app.services.despatch_advice import despatch_content, read_head
from app.services.loading import scan_to_load
from app.services.manifest_papers import close_manifest
from app.services.manifests import hand_over_manifest
from tests.rig.databases import World
from tests.rig.pallet_yard import Yard

pytestmark = pytest.mark.filterwarnings("ignore::pydifact.exceptions.MissingImplementationWarning")


def content_of(yard: Yard, shipment: int, *loads: int) -> Despatch:
    """What the advice says once these pallets and parcels have left."""
    truck = yard.pick_up()
    for load in loads:
        scan_to_load(yard.packer, truck, yard.sscc(load))
    close_manifest(yard.packer, truck)
    hand_over_manifest(yard.packer, truck, "Jo")
    with yard.owner.reading() as connection:
        found = despatch_content(connection, read_head(connection, shipment))
    named = replace(found.supplier, gln="3012345000000"), replace(found.buyer, gln="4012345000009")
    return replace(found, supplier=named[0], buyer=named[1])


def segments(content: Despatch) -> list[list[Any]]:
    interchange = Interchange.from_str(desadv(content).decode("latin-1"))
    (message,) = interchange.get_messages()
    return [[one.tag, *one.elements] for one in message.segments]


def test_parcels_on_a_pallet_and_beside_it(world: World) -> None:
    yard = Yard(world)
    shipment, (mug, tea, pot) = yard.waiting({"MUG": 1}, {"TEA": 1}, {"POT": 1})
    pallet = yard.pallet(mug, tea, weight_g=28_400)
    content = content_of(yard, shipment, pallet, pot)
    (stack, beside) = content.units
    assert (stack.kind, stack.sscc, stack.weight_g) == ("pallet", yard.sscc(pallet), 28_400)
    assert [one.sscc for one in stack.units] == [yard.sscc(mug), yard.sscc(tea)]
    assert (beside.kind, beside.sscc) == ("parcel", yard.sscc(pot))
    said = segments(content)
    assert [one[2] for one in said if one[:2] == ["GIN", "BJ"]] == [
        yard.sscc(one) for one in (pallet, mug, tea, pot)
    ]
    # The shipment is 1, the pallet 2 in it, its parcels 3 and 4 in 2, the other parcel 5 in 1.
    assert [one[1:3] for one in said if one[0] == "CPS"][1:] == [
        ["2", "1"],
        ["3", "2"],
        ["4", "2"],
        ["5", "1"],
    ]
    root = ET.fromstring(despatch_advice(content))
    units = [one.findtext(f"{{{CBC}}}ID") for one in root.iter(f"{{{CAC}}}TransportHandlingUnit")]
    assert yard.sscc(pallet) in units


def test_a_pallet_shared_with_another_customer_says_nothing_of_theirs(sqlite_world: World) -> None:
    yard = Yard(sqlite_world)
    shipment, (mug,) = yard.waiting({"MUG": 1})
    _, (tea,) = yard.waiting({"TEA": 1})
    content = content_of(yard, shipment, yard.pallet(mug, tea, weight_g=28_400))
    (stack,) = content.units
    assert [one.sscc for one in stack.units] == [yard.sscc(mug)]
    assert stack.weight_g == 0, "what the pallet weighs is not what this customer gets"
    assert content.weight_g == 1_000
    assert yard.sscc(tea) not in desadv(content).decode("latin-1")
