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
from app.documents.content_orders import OrderConfirmation
from app.documents.content_shipping import (
    CustomsDeclarations,
    DeliveryNote,
    HazardMarks,
    PalletLabel,
    Waybill,
)
from app.documents.customs_cn22 import cn22
from app.documents.customs_cn23 import cn23
from app.documents.delivery_note import delivery_note
from app.documents.hazard_marks import hazard_marks_a4, hazard_marks_a6
from app.documents.label_formats import FORMATS, PDF
from app.documents.labels import return_label
from app.documents.location_labels import location_labels
from app.documents.manifest import manifest
from app.documents.order_confirmation import order_confirmation
from app.documents.packing_slip import packing_slip
from app.documents.pick_list import pick_list
from app.documents.waybill import waybill


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of paper: its name, the content it takes, how it is rendered."""

    name: str
    content: type[Any]
    render: Callable[[Any], bytes]
    media_type: str = PDF


DOCUMENTS = (
    Document("pick_list", PickList, pick_list),
    Document("packing_slip", PackingSlip, packing_slip),
    *(Document(f"shipment_label_{one.name}", ShipmentLabel, one.draw, one.media_type) for one in FORMATS),
    Document("return_label", ReturnLabel, return_label),
    *(Document(f"pallet_label_{one.name}", PalletLabel, one.draw, one.media_type) for one in FORMATS),
    Document("delivery_note", DeliveryNote, delivery_note),
    Document("cn22", CustomsDeclarations, cn22),
    Document("cn23", CustomsDeclarations, cn23),
    Document("waybill", Waybill, waybill),
    Document("hazard_marks", HazardMarks, hazard_marks_a4),
    Document("hazard_marks_small", HazardMarks, hazard_marks_a6),
    Document("location_labels", PlaceLabels, location_labels),
    Document("badge_card", BadgeCard, badge_card),
    Document("command_card", CommandCard, command_card),
    Document("manifest", CarrierManifest, manifest),
    Document("order_confirmation", OrderConfirmation, order_confirmation),
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
