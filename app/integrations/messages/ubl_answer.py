"""An answer to an order as UBL 2.1 OrderResponse, in the manner of Peppol BIS Ordering 3.

Sources: OASIS UBL 2.1, the schema of OrderResponse for the order of elements; the Peppol transaction T76 for the identifiers, the
codes of the whole (AP accepted, CA accepted with changes, RE refused) and of a line (5 accepted, 3 changed, 7 not accepted).
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from app.integrations.messages.answer import AnswerLine, NotAnswerable, OrderAnswer, plain
from app.integrations.messages.content import Party
from app.integrations.messages.edifact import is_gln
from app.integrations.messages.ubl import CAC, CBC, address, one_line, part, text

NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2"
CUSTOMIZATION = "urn:fdc:peppol.eu:poacc:trns:order_response:3"
PROFILE = "urn:fdc:peppol.eu:poacc:bis:ordering:3"
_NONE = "NA"
"""What Peppol has stand where a number is wanted and there is none."""
_WHOLE = {"accepted": "AP", "changed": "CA", "rejected": "RE"}
_LINE = {"accepted": "5", "changed": "3", "rejected": "7"}
_UNITS = {"": "C62", "PCE": "C62", "CT": "XCT", "BX": "XBX", "PK": "XPK", "CS": "XCS"}
"""How UBL writes units that EDIFACT writes otherwise."""
ET.register_namespace("cac", CAC)
ET.register_namespace("cbc", CBC)


def order_response(content: OrderAnswer) -> bytes:
    """The document, in UTF-8. The same content gives the same bytes.

    Raises:
        NotAnswerable: a party has neither a number (GLN) nor an address in the network.
    """
    seller = (content.facts.get("seller_endpoint", ""), content.facts.get("seller_scheme", ""))
    buyer = (content.facts.get("endpoint", ""), content.facts.get("endpoint_scheme", ""))
    for party, at, whose in (
        (content.supplier, seller, "our own GLN"),
        (content.buyer, buyer, "the GLN of the customer"),
    ):
        if not is_gln(party.gln) and not all(at):
            raise NotAnswerable(whose, content.reference)
    # The one element without a prefix; its children have theirs, so no prefix is registered for all programs' documents.
    root = ET.Element("OrderResponse", {"xmlns": NAMESPACE})
    text(root, "CustomizationID", CUSTOMIZATION)
    text(root, "ProfileID", PROFILE)
    text(root, "ID", one_line(content.number) or _NONE)
    text(root, "SalesOrderID", content.order)
    text(root, "IssueDate", f"{content.made_at:%Y-%m-%d}")
    text(root, "IssueTime", f"{content.made_at:%H:%M:%SZ}")
    text(root, "OrderResponseCode", _WHOLE[content.verdict])
    text(root, "Note", content.note)
    text(root, "DocumentCurrencyCode", content.currency)
    text(root, "CustomerReference", content.facts.get("customer_reference", ""))
    text(part(root, "OrderReference"), "ID", one_line(content.reference) or _NONE)
    _party(part(root, "SellerSupplierParty"), content.supplier, seller)
    _party(part(root, "BuyerCustomerParty"), content.buyer, buyer)
    if content.promised_on:
        period = part(part(root, "Delivery"), "PromisedDeliveryPeriod")
        text(period, "StartDate", content.promised_on.isoformat())
        text(period, "EndDate", content.promised_on.isoformat())
    for line in content.lines if content.verdict != "rejected" else ():
        _line(part(root, "OrderLine"), line, content)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _party(parent: ET.Element, party: Party, endpoint: tuple[str, str]) -> None:
    inside = part(parent, "Party")
    where, scheme = endpoint if all(endpoint) else (party.gln, "0088")
    text(inside, "EndpointID", where, schemeID=scheme)
    if party.gln:
        text(part(inside, "PartyIdentification"), "ID", party.gln, schemeID="0088")
    if party.address is not None:
        address(part(inside, "PostalAddress"), party.address)
    text(part(inside, "PartyLegalEntity"), "RegistrationName", one_line(party.name) or party.gln or _NONE)


def _line(parent: ET.Element, line: AnswerLine, content: OrderAnswer) -> None:
    item = part(parent, "LineItem")
    unit = _UNITS.get(line.unit, line.unit)
    text(item, "ID", one_line(line.number) or _NONE)
    text(item, "LineStatusCode", _LINE[line.verdict])
    taken = line.accepted if line.accepted > 0 else line.ordered
    text(item, "Quantity", plain(taken), unitCode=unit)
    if line.promised_on and line.accepted > 0:
        period = part(part(item, "Delivery"), "PromisedDeliveryPeriod")
        text(period, "StartDate", line.promised_on.isoformat())
        text(period, "EndDate", line.promised_on.isoformat())
    if line.price is not None and line.accepted > 0:
        price = part(item, "Price")
        text(price, "PriceAmount", plain(line.price), currencyID=content.currency)
    goods = part(item, "Item")
    names = (one_line(name) for name in (line.name, line.sku, line.gtin, line.article))
    text(goods, "Name", next(filter(None, names), "-"))
    if one_line(line.article):
        text(part(goods, "BuyersItemIdentification"), "ID", line.article)
    if one_line(line.sku):
        text(part(goods, "SellersItemIdentification"), "ID", line.sku)
    if line.gtin:
        text(part(goods, "StandardItemIdentification"), "ID", line.gtin, schemeID="0160")
    reference = part(parent, "OrderLineReference")
    text(reference, "LineID", one_line(line.number) or _NONE)
