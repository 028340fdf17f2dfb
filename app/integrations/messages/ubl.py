"""A despatch advice as UBL 2.1 DespatchAdvice, in the manner of Peppol BIS Despatch Advice 3.

Sources: OASIS UBL 2.1, the schema of DespatchAdvice for the order of elements; the Peppol transaction T16 for the identifiers of
customization and profile, 0088 as the scheme of a GLN, 0160 of a GTIN, and UN/ECE recommendation 20 (C62 one piece, KGM) and
21 (PX pallet, CT carton) for units.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from app.domain.address import PostalAddress
from app.integrations.messages.content import Despatch, Item, NotAnnounceable, Party, Unit
from app.integrations.messages.edifact import is_gln

NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2"
CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
CUSTOMIZATION = "urn:fdc:peppol.eu:poacc:trns:despatch_advice:3"
PROFILE = "urn:fdc:peppol.eu:poacc:bis:despatch_advice:3"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PREFIXES = {"": NAMESPACE, "cac": CAC, "cbc": CBC}


def despatch_advice(content: Despatch) -> bytes:
    """The document, in UTF-8. The same content gives the same bytes.

    Raises:
        NotAnnounceable: the number of a party (GLN) is missing, or there are no goods.
    """
    lines = [(item, parcel, pallet) for pallet, parcel in _parcels(content) for item in parcel.items]
    if not lines:
        raise NotAnnounceable("at least one parcel with goods", content.number)
    for party, whose in ((content.supplier, "our own GLN"), (content.buyer, "the GLN of the customer")):
        if not is_gln(party.gln):
            raise NotAnnounceable(whose, content.number)
    root = ET.Element(f"{{{NAMESPACE}}}DespatchAdvice")
    text(root, "CustomizationID", CUSTOMIZATION)
    text(root, "ProfileID", PROFILE)
    text(root, "ID", content.number)
    text(root, "IssueDate", f"{content.made_at:%Y-%m-%d}")
    text(root, "IssueTime", f"{content.made_at:%H:%M:%SZ}")
    if content.replaces:
        text(root, "Note", "Replaces the despatch advice of the same number.")
    text(part(root, "OrderReference"), "ID", content.reference or content.order)
    _party(part(root, "DespatchSupplierParty"), content.supplier)
    _party(part(root, "DeliveryCustomerParty"), content.ship_to, fallback=content.buyer)
    _party(part(root, "BuyerCustomerParty"), content.buyer)
    _shipment(part(root, "Shipment"), content)
    for number, (item, parcel, pallet) in enumerate(lines, 1):
        _line(part(root, "DespatchLine"), number, item, parcel, pallet)
    for prefix, uri in _PREFIXES.items():
        ET.register_namespace(prefix, uri)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _parcels(content: Despatch) -> list[tuple[Unit | None, Unit]]:
    """Each parcel with the pallet it stands on."""
    found: list[tuple[Unit | None, Unit]] = []
    for unit in content.units:
        found += [(unit, parcel) for parcel in unit.units] if unit.kind == "pallet" else [(None, unit)]
    return found


def part(parent: ET.Element, name: str) -> ET.Element:
    """A new part of a document."""
    return ET.SubElement(parent, f"{{{CAC}}}{name}")


def one_line(value: str) -> str:
    """A text as XML can hold it, on one line."""
    return " ".join(_NOT_XML.sub(" ", value).split())


def text(parent: ET.Element, name: str, value: str, **attributes: str) -> None:
    """A field, left out where it is empty: an empty element says something false."""
    plain = one_line(value)
    if plain:
        ET.SubElement(parent, f"{{{CBC}}}{name}", attributes).text = plain


def _party(parent: ET.Element, party: Party, fallback: Party | None = None) -> None:
    inside = part(parent, "Party")
    gln = party.gln or (fallback.gln if fallback else "")
    text(inside, "EndpointID", gln, schemeID="0088")
    if party.gln:
        text(part(inside, "PartyIdentification"), "ID", party.gln, schemeID="0088")
    text(part(inside, "PartyName"), "Name", party.name)
    if party.address is not None:
        address(part(inside, "PostalAddress"), party.address)
    text(part(inside, "PartyLegalEntity"), "RegistrationName", party.name)


def address(where: ET.Element, there: PostalAddress) -> None:
    """The lines of an address."""
    street, _, more = there.street_address.partition("\n")
    text(where, "StreetName", street)
    text(where, "AdditionalStreetName", more)
    text(where, "CityName", there.city)
    text(where, "PostalZone", there.postal_code)
    text(where, "CountrySubentity", there.country_area)
    text(part(where, "Country"), "IdentificationCode", there.country_code)


def _shipment(parent: ET.Element, content: Despatch) -> None:
    text(parent, "ID", content.number)
    if content.weight_g:
        text(parent, "GrossWeightMeasure", _kilograms(content.weight_g), unitCode="KGM")
    text(parent, "TotalTransportHandlingUnitQuantity", str(len(content.units)))
    if content.carrier:
        consignment = part(parent, "Consignment")
        text(consignment, "ID", content.number)
        text(part(part(consignment, "CarrierParty"), "PartyName"), "Name", content.carrier)
    delivery = part(parent, "Delivery")
    if content.due_on:
        period = part(delivery, "EstimatedDeliveryPeriod")
        text(period, "EndDate", f"{content.due_on:%Y-%m-%d}")
    despatch = part(delivery, "Despatch")
    text(despatch, "ActualDespatchDate", f"{content.shipped_at:%Y-%m-%d}")
    text(despatch, "ActualDespatchTime", f"{content.shipped_at:%H:%M:%SZ}")
    for unit in content.units:
        _unit(part(parent, "TransportHandlingUnit"), unit)


def _unit(parent: ET.Element, unit: Unit) -> None:
    text(parent, "ID", unit.sscc)
    text(parent, "TransportHandlingUnitTypeCode", "PX" if unit.kind == "pallet" else "CT")
    if unit.units:
        text(parent, "TotalPackageQuantity", str(len(unit.units)))
    text(parent, "ShippingMarks", unit.sscc)
    text(parent, "TraceID", unit.tracking)
    if unit.weight_g:
        size = part(parent, "MeasurementDimension")
        text(size, "AttributeID", "AAB")
        text(size, "Measure", _kilograms(unit.weight_g), unitCode="KGM")
    for parcel in unit.units:
        inside = part(parent, "Package")
        text(inside, "ID", parcel.sscc)
        text(inside, "PackagingTypeCode", "CT")
        text(inside, "TraceID", parcel.tracking)


def _line(parent: ET.Element, number: int, item: Item, parcel: Unit, pallet: Unit | None) -> None:
    text(parent, "ID", str(number))
    text(parent, "DeliveredQuantity", str(item.qty), unitCode="C62")
    # The schema wants a reference; Peppol's NA says that the order had no such line.
    text(part(parent, "OrderLineReference"), "LineID", str(item.position or "NA"))
    inside = part(parent, "Item")
    text(inside, "Name", item.name)
    text(part(inside, "SellersItemIdentification"), "ID", item.sku)
    if item.gtin:
        text(part(inside, "StandardItemIdentification"), "ID", item.gtin, schemeID="0160")
    for serial in item.serials or (("",) if item.lot or item.best_before else ()):
        instance = part(inside, "ItemInstance")
        if item.best_before:
            text(instance, "BestBeforeDate", f"{item.best_before:%Y-%m-%d}")
        text(instance, "SerialID", serial)
        if item.lot:
            text(part(instance, "LotIdentification"), "LotNumberID", item.lot)
    shipment = part(parent, "Shipment")
    text(shipment, "ID", "NA")
    unit = part(shipment, "TransportHandlingUnit")
    text(unit, "ID", pallet.sscc if pallet else parcel.sscc)
    if pallet:
        text(part(unit, "Package"), "ID", parcel.sscc)


def _kilograms(grams: int) -> str:
    return f"{grams / 1000:.3f}"
