"""Despatch advices, read back by an independent reader (EDIFACT) and against the order of the schema (UBL)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydifact.segmentcollection import Interchange

from app.domain.address import PostalAddress
from app.integrations.messages import Despatch, Item, Party, Unit, desadv, despatch_advice
from app.integrations.messages.content import NotAnnounceable
from app.integrations.messages.edifact import segment
from app.integrations.messages.ubl import CAC, CBC, CUSTOMIZATION, NAMESPACE, PROFILE
from tests.rig.ubl import faults

# The reader has no tables of segments of its own here; it reads the syntax, which is what is asked of it.
pytestmark = pytest.mark.filterwarnings("ignore::pydifact.exceptions.MissingImplementationWarning")
OURS, THEIRS = "3012345000000", "4012345000009"
ADDRESS = PostalAddress(
    country_code="FR",
    city="Lille",
    street_address="1 rue d'Artois\nBâtiment B",
    postal_code="59000",
    name="Ada",
)
TEA = Item("TEA", "5901234123457", "Thé d'été: 50% + ?", 6, 1, "T1", date(2027, 5, 31))
POT = Item("POT", "", "Pot", 3, 0, serials=("S1", "S2", "S3"))
PARCELS = (
    Unit("340123450000000017", "parcel", 2500, "1Z1", (TEA,)),
    Unit("340123450000000024", "parcel", 1000, "", (POT,)),
    Unit("340123450000000031", "parcel", 0, "", (replace(TEA, qty=1, lot="", best_before=None),)),
)
CONTENT = Despatch(
    number="SH-2026-000017",
    made_at=datetime(2026, 11, 25, 15, 4, 5, tzinfo=UTC),
    shipped_at=datetime(2026, 11, 25, 15, 0, tzinfo=UTC),
    order="SO-2026-000009",
    reference="PO 7+8",
    supplier=Party("Verrerie d'Artois", OURS, ADDRESS),
    buyer=Party("Maison Lefèvre", THEIRS, ADDRESS),
    ship_to=Party("Dépôt", "", ADDRESS),
    carrier="Colis Express",
    units=(Unit("340123450000000048", "pallet", 4000, units=PARCELS[:2]), PARCELS[2]),
    due_on=date(2026, 11, 26),
    control="00017123456789",
)


def read(data: bytes, encoding: str = "latin-1") -> tuple[Interchange, list[tuple[str, list[Any]]]]:
    """An interchange as pydifact reads it: itself, and the segments of its message."""
    interchange = Interchange.from_str(data.decode(encoding))
    (message,) = interchange.get_messages()
    return interchange, [(one.tag, one.elements) for one in message.segments]


def test_edifact_says_everything_in_the_order_of_the_directory() -> None:
    data = desadv(CONTENT)
    interchange, segments = read(data)
    assert interchange.sender == [OURS, "14"]
    assert interchange.recipient == [THEIRS, "14"]
    assert interchange.control_reference == "00017123456789"
    assert interchange.syntax_identifier == ("UNOC", 3)
    tags = [tag for tag, _ in segments]
    assert tags == [
        *("BGM", "DTM", "DTM", "DTM", "MEA", "RFF", "RFF", "NAD", "NAD", "NAD", "TDT", "CPS", "PAC"),
        *("CPS", "PAC", "MEA", "PCI", "GIN"),  # the pallet
        *("CPS", "PAC", "MEA", "PCI", "RFF", "GIN"),
        *("LIN", "PIA", "IMD", "QTY", "RFF", "PCI", "DTM", "QTY", "GIN"),
        *("CPS", "PAC", "MEA", "PCI", "GIN", "LIN", "PIA", "IMD", "QTY", "GIN"),
        *("CPS", "PAC", "PCI", "GIN", "LIN", "PIA", "IMD", "QTY", "RFF", "CNT"),
    ]
    said = {tag: [elements for name, elements in segments if name == tag] for tag in tags}
    assert said["BGM"] == [["351", "SH-2026-000017", "9"]]
    assert said["DTM"][2] == [["17", "20261126", "102"]]
    assert said["CPS"] == [["1"], ["2", "1"], ["3", "2"], ["4", "2"], ["5", "1"]]
    assert [gin for gin in said["GIN"] if gin[0] == "BJ"] == [
        ["BJ", "340123450000000048"],
        ["BJ", "340123450000000017"],
        ["BJ", "340123450000000024"],
        ["BJ", "340123450000000031"],
    ]
    assert ["BN", ["S1", "S2"], "S3"] in said["GIN"]
    assert ["BX", "T1"] in said["GIN"]
    assert said["LIN"][0] == ["1", "", ["5901234123457", "EN"]]
    assert said["LIN"][1] == ["2"]
    assert said["IMD"][0] == ["F", "", ["", "", "", "Thé d'été: 50% + ?"]]
    assert said["RFF"][0] == [["ON", "PO 7+8"]]
    assert said["CNT"] == [[["2", "3"]]]
    assert said["NAD"][2][0] == "DP"
    lines = data.decode("latin-1").splitlines()
    assert lines[0] == "UNA:+.? '"
    assert lines[-2] == f"UNT+{len(lines) - 3}+1'"  # the message from UNH to UNT
    assert lines[-1] == "UNZ+1+00017123456789'"
    assert desadv(CONTENT) == data


def test_letters_beyond_latin_go_as_utf_8() -> None:
    data = desadv(replace(CONTENT, buyer=replace(CONTENT.buyer, name="Ελένη 😀")))
    interchange, segments = read(data, "utf-8")
    assert interchange.syntax_identifier == ("UNOY", 4)
    assert data.decode().splitlines()[1].split("+")[4] == "20261125:1504"
    assert any("Ελένη 😀" in str(elements) for tag, elements in segments if tag == "NAD")


def test_a_second_departure_replaces_the_first() -> None:
    _, segments = read(desadv(replace(CONTENT, replaces=True)))
    assert segments[0][1][2] == "5"


@given(st.text(max_size=60), st.text(max_size=200))
def test_no_text_breaks_the_message(name: str, street: str) -> None:
    hostile = Party(name, THEIRS, replace(ADDRESS, street_address=street))
    data = desadv(replace(CONTENT, buyer=hostile, reference=name[:35], units=PARCELS[:1]))
    for encoding in ("latin-1", "utf-8"):
        if data.decode("latin-1").splitlines()[1].startswith("UNB+UNOC") is (encoding == "latin-1"):
            _, segments = read(data, encoding)
            assert [tag for tag, _ in segments].count("NAD") == 3
            assert [tag for tag, _ in segments][-1] == "CNT"


@given(st.text(alphabet="ab?'+: ", max_size=30))
def test_what_is_released_is_read_back(text: str) -> None:
    written = segment("FTX", "A", ("x", text, "y"))
    message = f"UNA:+.? 'UNB+UNOC:3+a+b+260101:1200+1'UNH+1+DESADV:D:96A:UN'{written}UNT+3+1'UNZ+1+1'"
    _, segments = read(message.encode(), "utf-8")
    assert segments == [("FTX", ["A", ["x", text.strip(), "y"]])]


@pytest.mark.parametrize("render", [desadv, despatch_advice])
@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"supplier": Party("We", "")}, "our own GLN"),
        ({"buyer": Party("They", "4012345000000")}, "the GLN of the customer"),
        ({"units": ()}, "at least one parcel"),
    ],
)
def test_what_is_missing_is_named(render: object, change: dict[str, object], missing: str) -> None:
    assert callable(render)
    with pytest.raises(NotAnnounceable, match=missing):
        render(replace(CONTENT, **change))  # type: ignore[arg-type]  # each change fits its field


ORDER = {
    "DespatchAdvice": (
        "CustomizationID ProfileID ID IssueDate IssueTime Note OrderReference DespatchSupplierParty "
        "DeliveryCustomerParty BuyerCustomerParty Shipment DespatchLine"
    ),
    "Party": "EndpointID PartyIdentification PartyName PostalAddress PartyLegalEntity",
    "PostalAddress": "StreetName AdditionalStreetName CityName PostalZone CountrySubentity Country",
    "Shipment": (
        "ID GrossWeightMeasure TotalTransportHandlingUnitQuantity Consignment Delivery TransportHandlingUnit"
    ),
    "TransportHandlingUnit": (
        "ID TransportHandlingUnitTypeCode TotalPackageQuantity ShippingMarks TraceID MeasurementDimension Package"
    ),
    "Package": "ID PackagingTypeCode TraceID",
    "Delivery": "EstimatedDeliveryPeriod Despatch",
    "Despatch": "ActualDespatchDate ActualDespatchTime",
    "DespatchLine": "ID DeliveredQuantity OrderLineReference Item Shipment",
    "Item": "Name SellersItemIdentification StandardItemIdentification ItemInstance",
    "ItemInstance": "BestBeforeDate SerialID LotIdentification",
    "MeasurementDimension": "AttributeID Measure",
}
"""The children of UBL 2.1's aggregates in the order of its schema, as far as they are used."""


def plain(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def test_ubl_keeps_to_the_order_of_its_schema() -> None:
    root = ET.fromstring(despatch_advice(replace(CONTENT, replaces=True)))
    assert root.tag == f"{{{NAMESPACE}}}DespatchAdvice"
    for element in root.iter():
        names = [plain(child) for child in element]
        if names:
            order = ORDER.get(plain(element), " ".join(dict.fromkeys(names))).split()
            assert [order.index(name) for name in names] == sorted(order.index(name) for name in names)
            assert all(
                child.tag.startswith(f"{{{CAC}}}" if len(child) else f"{{{CBC}}}") for child in element
            )
        else:
            assert (element.text or "").strip(), element.tag


def test_ubl_is_valid_by_its_schema() -> None:
    assert faults(despatch_advice(CONTENT)) == []
    assert faults(despatch_advice(replace(CONTENT, replaces=True, due_on=None, units=PARCELS[1:]))) == []
    cut = despatch_advice(CONTENT).replace(b"cbc:IssueDate", b"cbc:IssueDay")
    assert len(faults(cut)) == 1


def test_ubl_says_who_gets_what_packed_how() -> None:
    data = despatch_advice(CONTENT)
    root = ET.fromstring(data)
    ns = {"a": CAC, "b": CBC}

    def texts(path: str) -> list[str]:
        return [one.text or "" for one in root.findall(path, ns)]

    assert texts("b:CustomizationID") == [CUSTOMIZATION]
    assert texts("b:ProfileID") == [PROFILE]
    assert texts("a:OrderReference/b:ID") == ["PO 7+8"]
    assert texts("a:DespatchSupplierParty/a:Party/b:EndpointID") == [OURS]
    assert texts("a:Shipment/a:TransportHandlingUnit/b:ID") == ["340123450000000048", "340123450000000031"]
    assert texts("a:Shipment/a:TransportHandlingUnit/a:Package/b:ID") == [one.sscc for one in PARCELS[:2]]
    assert texts("a:DespatchLine/b:DeliveredQuantity") == ["6", "3", "1"]
    assert texts("a:DespatchLine/a:OrderLineReference/b:LineID") == ["1", "NA", "1"]
    assert texts("a:DespatchLine/a:Item/a:ItemInstance/b:SerialID") == ["S1", "S2", "S3"]
    assert texts("a:DespatchLine/a:Item/a:ItemInstance/a:LotIdentification/b:LotNumberID") == ["T1"]
    assert texts("a:DespatchLine/a:Shipment/a:TransportHandlingUnit/b:ID")[0] == "340123450000000048"
    assert despatch_advice(CONTENT) == data
    hostile = despatch_advice(replace(CONTENT, carrier="<a>&\x00\ufffe]]>\ud800"))
    assert "<a>&" in (ET.fromstring(hostile).findtext(".//a:CarrierParty/a:PartyName/b:Name", "", ns))
