"""Papers: frozen content in, the same bytes out every time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.documents.badge_card import badge_card
from app.documents.command_card import command_card
from app.documents.content import (
    BadgeCard,
    CarrierManifest,
    CommandCard,
    PackingSlip,
    PickList,
    PlaceLabels,
    ReturnLabel,
    ShipmentLabel,
)
from app.documents.labels import A6, FOUR_BY_SIX, return_label, shipment_label
from app.documents.location_labels import location_labels
from app.documents.manifest import manifest
from app.documents.packing_slip import packing_slip
from app.documents.pick_list import pick_list


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of paper: its name, the content it takes, how it is rendered."""

    name: str
    content: type[Any]
    render: Callable[[Any], bytes]
    media_type: str = "application/pdf"


def _four_by_six(content: ShipmentLabel) -> bytes:
    return shipment_label(content, FOUR_BY_SIX)


def _a6(content: ShipmentLabel) -> bytes:
    return shipment_label(content, A6)


DOCUMENTS = (
    Document("pick_list", PickList, pick_list),
    Document("packing_slip", PackingSlip, packing_slip),
    Document("shipment_label_a6", ShipmentLabel, _a6),
    Document("shipment_label_4x6", ShipmentLabel, _four_by_six),
    Document("return_label", ReturnLabel, return_label),
    Document("location_labels", PlaceLabels, location_labels),
    Document("badge_card", BadgeCard, badge_card),
    Document("command_card", CommandCard, command_card),
    Document("manifest", CarrierManifest, manifest),
)
"""Every paper that the program can make; one line a paper."""


def document(name: str) -> Document:
    """The paper of that name.

    Raises:
        KeyError: there is none (a programming error).
    """
    for known in DOCUMENTS:
        if known.name == name:
            return known
    raise KeyError(name)
