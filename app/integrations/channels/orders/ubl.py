"""Orders as UBL 2.1 Order, plain or in the manner of Peppol BIS Ordering 3, alone or in a Standard Business Document.

Sources: OASIS UBL 2.1, the schema of Order; Peppol transaction T01 for the identifiers, 0088 as the scheme of a GLN, 0160 of a
GTIN, UN/ECE recommendation 20 for units and list UNCL 7161 for charges (FC freight, DL delivery). A price is without tax, for
`BaseQuantity` units, and what `Price` says of an allowance is in it already.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree as ET

from app.domain.address import PostalAddress
from app.integrations.channels.orders.common import (
    LONGEST_CODE,
    Notes,
    check_size,
    checked,
    clean,
    clean_block,
    first,
    net_of,
    unreadable,
)
from app.integrations.channels.orders.xml import Node, local, parse
from app.integrations.channels.reading import OrderReading, ReadLine, ReadParty

NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:Order-2"
ENVELOPE = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
DOCUMENTS = {"": "sale", "220": "sale", "105": "sale", "221": "sale", "226": "sale", "227": "consignment"}
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_FREIGHT = frozenset({"FC", "DL", "SH"})
_SIX = Decimal("0.000001")


class UblOrders:
    """Reads one Order a file."""

    channel = "ubl"

    def recognises(self, name: str, data: bytes) -> bool:
        """Whether the bytes begin as XML and name the schema of an order soon."""
        head = data[:8_192].replace(b"\0", b"")
        start = head.removeprefix(codecs.BOM_UTF8).removeprefix(codecs.BOM_UTF16_LE)
        start = start.removeprefix(codecs.BOM_UTF16_BE).lstrip()
        return start.startswith(b"<") and (NAMESPACE.encode() in head or b"StandardBusinessDocument" in head)

    def read(self, name: str, data: bytes) -> list[OrderReading]:
        """The order in the bytes.

        Raises:
            Unreadable: they are no sound XML, or no order.
        """
        order = _order(name, parse(name, data))
        notes = Notes()
        number = clean(order.text("ID"), LONGEST_CODE)
        if not number:
            raise unreadable(name, "the order has no number (ID)")
        currency = clean(order.text("DocumentCurrencyCode") or _any_currency(order), 3).upper()
        lines = [_line(node, currency, notes, place) for place, node in enumerate(_lines(name, order), 1)]
        freight, discount = _charges(order, currency, notes)
        totals = order.at("AnticipatedMonetaryTotal")
        sum_said = _amount(totals, "LineExtensionAmount", currency, notes)
        net = _amount(totals, "TaxExclusiveAmount", currency, notes)
        if net is None and sum_said is not None:
            net = sum_said - discount + freight
        _check_counts(order, lines, sum_said, notes)
        if totals.text("PrepaidAmount").strip("0.,"):
            notes.add("prepaid", amount=clean(totals.text("PrepaidAmount"), 20))
        buyer = order.at("BuyerCustomerParty")
        party = _party(
            buyer.at("Party"), clean(buyer.text("SupplierAssignedAccountID"), LONGEST_CODE), "buyer", notes
        )
        delivery = order.at("Delivery")
        kind = clean(order.text("OrderTypeCode"), 8)
        if kind not in DOCUMENTS:
            notes.add("document", document=kind)
        if order.text("CopyIndicator").lower() in ("true", "1"):
            notes.add("copy", function="CopyIndicator")
        endpoint = buyer.at("Party").text("EndpointID")
        reading = OrderReading(
            channel="ubl",
            number=number,
            source=f"ubl:{party.gln or clean(endpoint, LONGEST_CODE) or party.name}",
            buyer=party,
            lines=tuple(lines),
            ship_to=_ship_to(delivery, notes),
            bill_to=_party(order.at("AccountingCustomerParty/Party"), "", "invoice", notes)
            if order.at("AccountingCustomerParty/Party")
            else None,
            supplier=_party(order.at("SellerSupplierParty/Party"), "", "supplier", notes),
            reference=number,
            currency=currency,
            ordered_on=_day(order.text("IssueDate"), "IssueDate", notes),
            requested_on=_wanted(order, delivery, notes),
            freight=freight,
            discount_amount=discount,
            net_total=net,
            tax_total=_amount(order.at("TaxTotal"), "TaxAmount", currency, notes),
            total=_amount(totals, "TaxInclusiveAmount", currency, notes),
            kind=DOCUMENTS.get(kind, "sale"),
            note=clean_block(
                delivery.text("DeliveryTerms/SpecialTerms") or order.text("DeliveryTerms/SpecialTerms")
            ),
            internal_note=clean_block("\n".join(note.text() for note in order.each("Note"))),
            facts=_facts(order, endpoint),
        )
        return [checked(reading, notes)]


def _order(name: str, root: ET.Element) -> Node:
    """The order of a document, out of its envelope."""
    found = root
    if root.tag == f"{ENVELOPE}}}StandardBusinessDocument":
        inside = [child for child in root if local(child) != "StandardBusinessDocumentHeader"]
        if len(inside) != 1:
            raise unreadable(name, f"its envelope holds {len(inside)} documents")
        found = inside[0]
    if found.tag != f"{NAMESPACE}}}Order":
        raise unreadable(name, f"it is a {clean(local(found), 40)}, not a UBL Order")
    return Node(found)


def _lines(name: str, order: Node) -> list[Node]:
    lines = list(order.each("OrderLine"))
    check_size(name, len(lines))
    return lines


def _line(node: Node, currency: str, notes: Notes, place: int) -> ReadLine:
    item = node.at("LineItem")
    number = clean(item.text("ID"), 20) or str(place)
    goods = item.at("Item")
    qty = notes.number(item.text("Quantity"), "Quantity", number)
    if qty is None:
        notes.add("no_qty", number, "stops")
        qty = Decimal(0)
    price = _amount(item.at("Price"), "PriceAmount", currency, notes, number)
    base = notes.number(item.text("Price/BaseQuantity"), "BaseQuantity", number)
    unit, priced_in = (
        item.at("Quantity").attribute("unitCode"),
        item.at("Price/BaseQuantity").attribute("unitCode"),
    )
    if priced_in and unit and priced_in != unit:
        notes.add("price_unit", number, "stops", unit=clean(unit, 8), priced=clean(priced_in, 8))
    if price is not None and base is not None and base > 0:
        price /= base
    discount = _line_discount(item, qty * (price or Decimal(0)), currency, notes, number)
    standard = goods.at("StandardItemIdentification/ID")
    gtin = (
        notes.gtin(standard.text(), number) if standard.attribute("schemeID") in ("0160", "GTIN", "") else ""
    )
    rate = notes.number(goods.text("ClassifiedTaxCategory/Percent"), "Percent", number)
    if item.text("LineStatusCode") in ("2", "3", "5"):
        notes.add("line_action", number, "stops", action=item.text("LineStatusCode"))
    return ReadLine(
        number=number,
        qty=qty,
        gtin=gtin,
        sku=clean(goods.text("SellersItemIdentification/ID"), LONGEST_CODE),
        article=clean(goods.text("BuyersItemIdentification/ID"), LONGEST_CODE),
        name=clean(first((goods.text("Name"), goods.text("Description")))),
        unit=clean(unit, 8).upper(),
        unit_price=price,
        discount=discount,
        net=_amount(item, "LineExtensionAmount", currency, notes, number),
        tax_rate=None if rate is None else rate / 100,
        note=clean_block("\n".join(note.text() for note in (*node.each("Note"), *item.each("Note")))),
    )


def _line_discount(item: Node, worth: Decimal, currency: str, notes: Notes, number: str) -> Decimal:
    """What a line's allowances take off, as a fraction; its charges are noted."""
    off = Decimal(0)
    for one in item.each("AllowanceCharge"):
        amount = _amount(one, "Amount", currency, notes, number) or Decimal(0)
        if one.text("ChargeIndicator").lower() in ("true", "1"):
            kind = clean(
                first((one.text("AllowanceChargeReason"), one.text("AllowanceChargeReasonCode"))), 35
            )
            notes.add("charge", number, kind=kind, amount=amount, unit=currency)
        else:
            off += amount
    if off <= 0 or worth <= 0:
        return Decimal(0)
    return min(off / worth, Decimal(1)).quantize(_SIX, ROUND_HALF_UP)


def _charges(order: Node, currency: str, notes: Notes) -> tuple[Decimal, Decimal]:
    """Freight and discount of the whole order; other charges are noted."""
    freight = discount = Decimal(0)
    for one in order.each("AllowanceCharge"):
        amount = _amount(one, "Amount", currency, notes) or Decimal(0)
        code = one.text("AllowanceChargeReasonCode")
        reason = first((one.text("AllowanceChargeReason"), code))
        if one.text("ChargeIndicator").lower() not in ("true", "1"):
            discount += amount
        elif code in _FREIGHT or "freight" in reason.lower() or "transport" in reason.lower():
            freight += amount
        else:
            notes.add("charge", kind=clean(reason, 35), amount=amount, unit=currency)
    return freight, discount


def _check_counts(order: Node, lines: list[ReadLine], said: Decimal | None, notes: Notes) -> None:
    """Hold the number of lines and their sum against what the order says of them."""
    count = notes.number(order.text("LineCountNumeric"), "LineCountNumeric")
    if count is not None and count != len(lines):
        notes.add("count", "", "stops", what="LineCountNumeric", said=count, found=str(len(lines)))
    nets = [net_of(line) for line in lines]
    found = sum((net for net in nets if net is not None), start=Decimal(0))
    if said is not None and None not in nets and said != found:
        notes.add("sum", said=said, found=found)


def _party(party: Node, code: str, who: str, notes: Notes) -> ReadParty:
    numbers = [party.at("EndpointID"), *(one.at("ID") for one in party.each("PartyIdentification"))]
    gln = first(one.text() for one in numbers if one.attribute("schemeID") in ("0088", "GLN"))
    name = clean(first((party.text("PartyName/Name"), party.text("PartyLegalEntity/RegistrationName"))))
    return ReadParty(
        name=name,
        gln=notes.gln(gln, who),
        code=code,
        tax_number=clean(party.text("PartyTaxScheme/CompanyID"), LONGEST_CODE),
        address=_address(party.at("PostalAddress"), name),
        email=clean(party.text("Contact/ElectronicMail")),
        phone=clean(party.text("Contact/Telephone"), 50),
    )


def _ship_to(delivery: Node, notes: Notes) -> ReadParty | None:
    """Where the goods go: the place, and who is there."""
    place, party = delivery.at("DeliveryLocation"), delivery.at("DeliveryParty")
    if not place and not party:
        return None
    there = _party(party, "", "delivery", notes)
    number = place.at("ID")
    gln = notes.gln(number.text(), "delivery") if number.attribute("schemeID") in ("0088", "GLN") else ""
    name = clean(first((there.name, place.text("Name"))))
    address = _address(place.at("Address"), name) or there.address
    return ReadParty(name, gln or there.gln, "", "", address, there.email, there.phone)


def _address(node: Node, name: str) -> PostalAddress | None:
    street = (
        node.text("StreetName") + (f" {node.text('BuildingNumber')}" if node.text("BuildingNumber") else ""),
        node.text("AdditionalStreetName"),
        *(line.text("Line") for line in node.each("AddressLine")),
    )
    made = PostalAddress(
        country_code=clean(node.text("Country/IdentificationCode"), 3).upper(),
        country_area=clean(node.text("CountrySubentity"), 60),
        city=clean(node.text("CityName"), 60),
        city_area=clean(node.text("CitySubdivisionName"), 60),
        street_address="\n".join(clean(line) for line in street if clean(line)),
        postal_code=clean(node.text("PostalZone"), 17),
        company_name=name,
    )
    return made if any((made.street_address, made.city, made.postal_code)) else None


def _wanted(order: Node, delivery: Node, notes: Notes) -> date | None:
    """The day that is asked for: of the order, else that which all lines share."""
    period = delivery.at("RequestedDeliveryPeriod")
    text = first((delivery.text("RequestedDeliveryDate"), period.text("EndDate"), period.text("StartDate")))
    if text:
        return _day(text, "RequestedDeliveryPeriod", notes)
    found: set[date | None] = set()
    for node in order.each("OrderLine"):
        own = node.at("LineItem/Delivery")
        period = own.at("RequestedDeliveryPeriod")
        text = first((own.text("RequestedDeliveryDate"), period.text("EndDate"), period.text("StartDate")))
        number = clean(node.text("LineItem/ID"), 20)
        found.add(_day(text, "RequestedDeliveryPeriod", notes, number) if text else None)
    if len(found) == 1:
        return found.pop()
    for day in sorted(day for day in found if day is not None):
        notes.add("line_date", day=day.isoformat())
    return None


def _day(text: str, what: str, notes: Notes, line: str = "") -> date | None:
    if not text:
        return None
    found = _DATE.fullmatch(text)
    year, month, day = found.groups() if found else ("", "", "")
    return notes.day(year, month, day, what, text, line)


def _amount(node: Node, name: str, currency: str, notes: Notes, line: str = "") -> Decimal | None:
    """An amount, which must be in the order's currency."""
    one = node.at(name)
    said = one.attribute("currencyID").upper()
    if one and said and currency and said != currency:
        notes.add("currency_mix", line, "stops", what=name, said=clean(said, 5), currency=currency)
    return notes.number(one.text(), name, line)


def _any_currency(order: Node) -> str:
    found: Iterator[str] = (
        total.attribute("currencyID")
        for total in (
            order.at("AnticipatedMonetaryTotal/PayableAmount"),
            order.at("AnticipatedMonetaryTotal/LineExtensionAmount"),
            order.at("OrderLine/LineItem/Price/PriceAmount"),
        )
    )
    return first(found)


def _facts(order: Node, endpoint: str) -> dict[str, str]:
    """What an answer repeats."""
    party = order.at("BuyerCustomerParty/Party")
    seller = order.at("SellerSupplierParty/Party")
    found = {
        "customization": order.text("CustomizationID"),
        "profile": order.text("ProfileID"),
        "endpoint": endpoint,
        "endpoint_scheme": party.at("EndpointID").attribute("schemeID"),
        "seller_endpoint": seller.text("EndpointID"),
        "seller_scheme": seller.at("EndpointID").attribute("schemeID"),
        "customer_reference": order.text("CustomerReference"),
        "contract": order.text("Contract/ID"),
        "quotation": order.text("QuotationDocumentReference/ID"),
        "accounting_cost": order.text("AccountingCost"),
    }
    return {name: clean(value) for name, value in found.items() if value}
