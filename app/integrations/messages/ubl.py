"""A despatch advice as UBL 2.1 DespatchAdvice, in the manner of Peppol BIS Despatch Advice 3.

Sources: OASIS UBL 2.1, the schema of DespatchAdvice for the order of elements; the Peppol transaction T16 for the identifiers of
customization and profile, 0088 as the scheme of a GLN, 0160 of a GTIN, and UN/ECE recommendation 20 (C62 one piece, KGM) and
21 (PX pallet, CT carton) for units.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

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
    _text(root, "CustomizationID", CUSTOMIZATION)
    _text(root, "ProfileID", PROFILE)
    _text(root, "ID", content.number)
    _text(root, "IssueDate", f"{content.made_at:%Y-%m-%d}")
    _text(root, "IssueTime", f"{content.made_at:%H:%M:%SZ}")
    if content.replaces:
        _text(root, "Note", "Replaces the despatch advice of the same number.")
    _text(_part(root, "OrderReference"), "ID", content.reference or content.order)
    _party(_part(root, "DespatchSupplierParty"), content.supplier)
    _party(_part(root, "DeliveryCustomerParty"), content.ship_to, fallback=content.buyer)
    _party(_part(root, "BuyerCustomerParty"), content.buyer)
    _shipment(_part(root, "Shipment"), content)
    for number, (item, parcel, pallet) in enumerate(lines, 1):
        _line(_part(root, "DespatchLine"), number, item, parcel, pallet)
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


def _part(parent: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{CAC}}}{name}")


def _text(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    """A field, left out where it is empty: an empty element says something false."""
    plain = " ".join(_NOT_XML.sub(" ", text).split())
    if plain:
        ET.SubElement(parent, f"{{{CBC}}}{name}", attributes).text = plain


def _party(parent: ET.Element, party: Party, fallback: Party | None = None) -> None:
    inside = _part(parent, "Party")
    gln = party.gln or (fallback.gln if fallback else "")
    _text(inside, "EndpointID", gln, schemeID="0088")
    if party.gln:
        _text(_part(inside, "PartyIdentification"), "ID", party.gln, schemeID="0088")
    _text(_part(inside, "PartyName"), "Name", party.name)
    address = party.address
    if address is not None:
        where = _part(inside, "PostalAddress")
        street, _, more = address.street_address.partition("\n")
        _text(where, "StreetName", street)
        _text(where, "AdditionalStreetName", more)
        _text(where, "CityName", address.city)
        _text(where, "PostalZone", address.postal_code)
        _text(where, "CountrySubentity", address.country_area)
        _text(_part(where, "Country"), "IdentificationCode", address.country_code)
    _text(_part(inside, "PartyLegalEntity"), "RegistrationName", party.name)


def _shipment(parent: ET.Element, content: Despatch) -> None:
    _text(parent, "ID", content.number)
    if content.weight_g:
        _text(parent, "GrossWeightMeasure", _kilograms(content.weight_g), unitCode="KGM")
    _text(parent, "TotalTransportHandlingUnitQuantity", str(len(content.units)))
    if content.carrier:
        consignment = _part(parent, "Consignment")
        _text(consignment, "ID", content.number)
        _text(_part(_part(consignment, "CarrierParty"), "PartyName"), "Name", content.carrier)
    delivery = _part(parent, "Delivery")
    if content.due_on:
        period = _part(delivery, "EstimatedDeliveryPeriod")
        _text(period, "EndDate", f"{content.due_on:%Y-%m-%d}")
    despatch = _part(delivery, "Despatch")
    _text(despatch, "ActualDespatchDate", f"{content.shipped_at:%Y-%m-%d}")
    _text(despatch, "ActualDespatchTime", f"{content.shipped_at:%H:%M:%SZ}")
    for unit in content.units:
        _unit(_part(parent, "TransportHandlingUnit"), unit)


def _unit(parent: ET.Element, unit: Unit) -> None:
    _text(parent, "ID", unit.sscc)
    _text(parent, "TransportHandlingUnitTypeCode", "PX" if unit.kind == "pallet" else "CT")
    if unit.units:
        _text(parent, "TotalPackageQuantity", str(len(unit.units)))
    _text(parent, "ShippingMarks", unit.sscc)
    _text(parent, "TraceID", unit.tracking)
    if unit.weight_g:
        size = _part(parent, "MeasurementDimension")
        _text(size, "AttributeID", "AAB")
        _text(size, "Measure", _kilograms(unit.weight_g), unitCode="KGM")
    for parcel in unit.units:
        inside = _part(parent, "Package")
        _text(inside, "ID", parcel.sscc)
        _text(inside, "PackagingTypeCode", "CT")
        _text(inside, "TraceID", parcel.tracking)


def _line(parent: ET.Element, number: int, item: Item, parcel: Unit, pallet: Unit | None) -> None:
    _text(parent, "ID", str(number))
    _text(parent, "DeliveredQuantity", str(item.qty), unitCode="C62")
    # The schema wants a reference; Peppol's NA says that the order had no such line.
    _text(_part(parent, "OrderLineReference"), "LineID", str(item.position or "NA"))
    inside = _part(parent, "Item")
    _text(inside, "Name", item.name)
    _text(_part(inside, "SellersItemIdentification"), "ID", item.sku)
    if item.gtin:
        _text(_part(inside, "StandardItemIdentification"), "ID", item.gtin, schemeID="0160")
    for serial in item.serials or (("",) if item.lot or item.best_before else ()):
        instance = _part(inside, "ItemInstance")
        if item.best_before:
            _text(instance, "BestBeforeDate", f"{item.best_before:%Y-%m-%d}")
        _text(instance, "SerialID", serial)
        if item.lot:
            _text(_part(instance, "LotIdentification"), "LotNumberID", item.lot)
    shipment = _part(parent, "Shipment")
    _text(shipment, "ID", "NA")
    unit = _part(shipment, "TransportHandlingUnit")
    _text(unit, "ID", pallet.sscc if pallet else parcel.sscc)
    if pallet:
        _text(_part(unit, "Package"), "ID", parcel.sscc)


def _kilograms(grams: int) -> str:
    return f"{grams / 1000:.3f}"
