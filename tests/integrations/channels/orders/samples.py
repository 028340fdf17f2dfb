"""Messages of every format, written by us from the standards: good ones, that tests also spoil."""

from __future__ import annotations

from pathlib import Path

BUYER, PLACE, SUPPLIER = "4012345000009", "4012345000016", "3012345000000"
MUG, MUG_CARTON, POT = "4006381333931", "14006381333938", "7622210449283"

D96A = f"""UNA:+.? '
UNB+UNOC:3+{BUYER}:14+{SUPPLIER}:14+261124:0930+REF42'
UNH+1+ORDERS:D:96A:UN:EAN008'
BGM+220+PO-4711+9'
DTM+137:20261124:102'
DTM+2:20261201:102'
FTX+DIN+++Livrer à l?'accueil?: sonner 2x'
FTX+PUR+++Bestellung über Herrn Müller'
RFF+CT:V-2026'
NAD+BY+{BUYER}::9++Épicerie du Nord SARL+12 rue de Béthune+Lille++59000+FR'
RFF+VA:FR40303265045'
CTA+OC+:Camille Durand'
COM+achats@example.org:EM'
COM+?+33320000000:TE'
NAD+SU+{SUPPLIER}::9'
NAD+DP+{PLACE}::9++Épicerie du Nord, quai 3+ZI des Quais+Roubaix++59100+FR'
CUX+2:EUR:9'
TDT+20++30+31+:::Colis Express'
LIN+1++{MUG}:EN'
PIA+1+MUG:SA+K-77:IN'
IMD+F++:::Mug:of the shop'
QTY+21:12:PCE'
MOA+203:30'
PRI+AAA:2.5'
LIN+2++{MUG_CARTON}:EN'
QTY+21:2:CT'
MOA+203:30'
PRI+AAA:15:::1'
LIN+3++{POT}:EN'
PIA+1+POT:SA'
QTY+21:4:PCE'
MOA+203:27'
PRI+AAB:7.5'
ALC+A++++DI'
PCD+1:10'
MOA+204:3'
TAX+7+VAT+++:::20+S'
UNS+S'
CNT+2:3'
CNT+1:18'
MOA+79:87'
UNT+40+1'
UNZ+1+REF42'
""".replace("\n", "\r\n")

D01B = (
    "UNB+UNOY:4+5400000000003:14+3012345000000:14+20261124:1015+A1'"
    "UNH+7+ORDERS:D:01B:UN:EAN010'"
    "BGM+220+BE/2026/88+9'"
    "DTM+137:202611241015:203'"
    "NAD+BY+K100::91++Papeterie “Chez nous”+Grand Place 1+Tournai++7500+BE'"
    "CUX+2:EUR:9'"
    "LIN+10++7622210449283:SRV'"
    "QTY+21:1,5:C62'"
    "PRI+AAA:7,50'"
    "UNS+S'"
    "CNT+2:1'"
    "UNT+11+7'"
    "UNH+8+ORDERS:D:01B:UN:EAN010'"
    "BGM+220+BE/2026/89+1'"
    "NAD+BY+K100::91'"
    "LIN+1++7622210449284:SRV'"
    "QTY+21:2'"
    "UNS+S'"
    "UNT+7+8'"
    "UNZ+2+A1'"
)

_UBL_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID>
"""
UBL = f"""{_UBL_HEAD}  <cbc:ID>B-2026-118</cbc:ID>
  <cbc:IssueDate>2026-11-24</cbc:IssueDate>
  <cbc:OrderTypeCode listID="UNCL1001">220</cbc:OrderTypeCode>
  <cbc:Note>Commande de l'hiver &amp; des fêtes</cbc:Note>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cbc:CustomerReference>Service achats</cbc:CustomerReference>
  <cbc:LineCountNumeric>2</cbc:LineCountNumeric>
  <cac:BuyerCustomerParty><cac:Party>
    <cbc:EndpointID schemeID="0088">{BUYER}</cbc:EndpointID>
    <cac:PartyIdentification><cbc:ID schemeID="0088">{BUYER}</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name>Épicerie du Nord</cbc:Name></cac:PartyName>
    <cac:PostalAddress>
      <cbc:StreetName>12 rue de Béthune</cbc:StreetName><cbc:CityName>Lille</cbc:CityName>
      <cbc:PostalZone>59000</cbc:PostalZone><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country>
    </cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>FR40303265045</cbc:CompanyID>
      <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>Épicerie du Nord SARL</cbc:RegistrationName></cac:PartyLegalEntity>
    <cac:Contact><cbc:Telephone>+33 3 20 00 00 00</cbc:Telephone>
      <cbc:ElectronicMail>achats@example.org</cbc:ElectronicMail></cac:Contact>
  </cac:Party></cac:BuyerCustomerParty>
  <cac:SellerSupplierParty><cac:Party>
    <cbc:EndpointID schemeID="0088">{SUPPLIER}</cbc:EndpointID>
    <cac:PartyLegalEntity><cbc:RegistrationName>Nous</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:SellerSupplierParty>
  <cac:Delivery>
    <cac:DeliveryLocation>
      <cbc:ID schemeID="0088">{PLACE}</cbc:ID>
      <cac:Address><cbc:StreetName>ZI des Quais</cbc:StreetName><cbc:AdditionalStreetName>Porte 3</cbc:AdditionalStreetName>
        <cbc:CityName>Roubaix</cbc:CityName><cbc:PostalZone>59100</cbc:PostalZone>
        <cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:Address>
    </cac:DeliveryLocation>
    <cac:RequestedDeliveryPeriod><cbc:StartDate>2026-12-01</cbc:StartDate>
      <cbc:EndDate>2026-12-02</cbc:EndDate></cac:RequestedDeliveryPeriod>
    <cac:DeliveryParty><cac:PartyName><cbc:Name>Entrepôt Roubaix</cbc:Name></cac:PartyName></cac:DeliveryParty>
  </cac:Delivery>
  <cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>
    <cbc:AllowanceChargeReasonCode>FC</cbc:AllowanceChargeReasonCode>
    <cbc:AllowanceChargeReason>Freight</cbc:AllowanceChargeReason>
    <cbc:Amount currencyID="EUR">8.00</cbc:Amount></cac:AllowanceCharge>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">13.60</cbc:TaxAmount></cac:TaxTotal>
  <cac:AnticipatedMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="EUR">60.00</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">68.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">81.60</cbc:TaxInclusiveAmount>
    <cbc:ChargeTotalAmount currencyID="EUR">8.00</cbc:ChargeTotalAmount>
    <cbc:PayableAmount currencyID="EUR">81.60</cbc:PayableAmount>
  </cac:AnticipatedMonetaryTotal>
  <cac:OrderLine><cac:LineItem>
    <cbc:ID>1</cbc:ID><cbc:Quantity unitCode="C62">12</cbc:Quantity>
    <cbc:LineExtensionAmount currencyID="EUR">30.00</cbc:LineExtensionAmount>
    <cac:Price><cbc:PriceAmount currencyID="EUR">250.00</cbc:PriceAmount>
      <cbc:BaseQuantity unitCode="C62">100</cbc:BaseQuantity></cac:Price>
    <cac:Item><cbc:Name>Mug</cbc:Name>
      <cac:BuyersItemIdentification><cbc:ID>K-77</cbc:ID></cac:BuyersItemIdentification>
      <cac:SellersItemIdentification><cbc:ID>MUG</cbc:ID></cac:SellersItemIdentification>
      <cac:StandardItemIdentification><cbc:ID schemeID="0160">{MUG}</cbc:ID></cac:StandardItemIdentification>
      <cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent>
        <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item>
  </cac:LineItem></cac:OrderLine>
  <cac:OrderLine><cac:LineItem>
    <cbc:ID>2</cbc:ID><cbc:Quantity unitCode="XCT">2</cbc:Quantity>
    <cbc:LineExtensionAmount currencyID="EUR">30.00</cbc:LineExtensionAmount>
    <cac:Price><cbc:PriceAmount currencyID="EUR">15.00</cbc:PriceAmount></cac:Price>
    <cac:Item><cbc:Name>Mug, carton of six</cbc:Name>
      <cac:StandardItemIdentification><cbc:ID schemeID="0160">{MUG_CARTON}</cbc:ID></cac:StandardItemIdentification></cac:Item>
  </cac:LineItem></cac:OrderLine>
</Order>
"""
SHOPIFY_HEAD = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,"
    "Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
    "Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,"
    "Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,"
    "Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,"
    "Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,"
    "Payment Method,Payment Reference,Refunded Amount,Vendor,Id,Tags,Risk Level,Source,Lineitem discount"
)


def shopify_row(**cells: str) -> str:
    """A row of the export; what is not given is empty."""
    names = SHOPIFY_HEAD.split(",")
    assert set(cells) <= {name.replace(" ", "_") for name in names}
    return ",".join(_quoted(cells.get(name.replace(" ", "_"), "")) for name in names)


def _quoted(cell: str) -> str:
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & set(',"\n') else cell


def _address(whose: str) -> dict[str, str]:
    cells = {
        "Name": "Marie Blanc",
        "Address1": "1 rue Nationale",
        "City": "Lille",
        "Zip": "'59000",
        "Country": "FR",
    }
    return {f"{whose}_{name}": cell for name, cell in cells.items()}


SHOPIFY = "\n".join(
    (
        SHOPIFY_HEAD,
        shopify_row(
            Name="#1001",
            Email="marie@example.org",
            Financial_Status="paid",
            Currency="EUR",
            Subtotal="21.00",
            Shipping="6.00",
            Taxes="4.50",
            Total="27.00",
            Discount_Amount="0.00",
            Shipping_Method="Colissimo",
            Created_at="2026-11-24 09:30:00 +0100",
            Lineitem_quantity="4",
            Lineitem_name="Mug, bleu",
            Lineitem_price="3.00",
            Lineitem_sku="MUG",
            Notes="Sonnez,\ndeux fois",
            Payment_Method="Shopify Payments",
            **_address("Billing"),
            **_address("Shipping"),
        ),
        shopify_row(
            Name="#1001",
            Email="marie@example.org",
            Lineitem_quantity="1",
            Lineitem_name="Pot",
            Lineitem_price="9.00",
            Lineitem_sku="POT",
        ),
        "",
    )
)
DATA = Path(__file__).parent / "data"
WOO_ROWS = (DATA / "woo_rows.csv").read_text(encoding="utf-8")
WOO_CELLS = (DATA / "woo_cells.csv").read_text(encoding="utf-8")
AMAZON = (
    "\n".join(
        "\t".join(row)
        for row in (
            (
                *(
                    "order-id",
                    "order-item-id",
                    "purchase-date",
                    "payments-date",
                    "promise-date",
                    "buyer-email",
                    "buyer-name",
                ),
                *(
                    "buyer-phone-number",
                    "sku",
                    "product-name",
                    "quantity-purchased",
                    "quantity-shipped",
                    "quantity-to-ship",
                ),
                *(
                    "ship-service-level",
                    "recipient-name",
                    "ship-address-1",
                    "ship-address-2",
                    "ship-address-3",
                    "ship-city",
                ),
                *("ship-state", "ship-postal-code", "ship-country"),
            ),
            (
                *("171-1234567-1234567", "111", "2026-11-24T08:00:00+00:00", "2026-11-24T08:00:10+00:00"),
                *(
                    "2026-12-02T22:59:59+00:00",
                    "x1@marketplace.example",
                    "Marie Blanc",
                    "0320000000",
                    "MUG",
                    'Mug 3" bleu',
                ),
                *(
                    "2",
                    "0",
                    "2",
                    "Standard",
                    "Marie Blanc",
                    "1 rue Nationale",
                    "",
                    "",
                    "Lille",
                    "",
                    "59000",
                    "FR",
                ),
            ),
            (
                *("171-1234567-1234567", "112", "2026-11-24T08:00:00+00:00", "2026-11-24T08:00:10+00:00"),
                *(
                    "2026-12-02T22:59:59+00:00",
                    "x1@marketplace.example",
                    "Marie Blanc",
                    "0320000000",
                    "POT",
                    "Pot",
                ),
                *(
                    "1",
                    "0",
                    "1",
                    "Standard",
                    "Marie Blanc",
                    "1 rue Nationale",
                    "",
                    "",
                    "Lille",
                    "",
                    "59000",
                    "FR",
                ),
            ),
        )
    )
    + "\n"
)
GOOD = {
    "edifact": D96A.encode("latin-1"),
    "edifact-01b": D01B.encode(),
    "ubl": UBL.encode(),
    "shopify": SHOPIFY.encode(),
    "woocommerce": WOO_ROWS.encode(),
    "woocommerce-cells": WOO_CELLS.encode(),
    "amazon": AMAZON.encode(),
}
