"""Answers to orders: read back by an independent reader (EDIFACT) and held against the schema (UBL), whatever is in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydifact.segmentcollection import Interchange

from app.domain.address import PostalAddress
from app.integrations.messages import AnswerLine, OrderAnswer, Party, order_response, ordrsp
from app.integrations.messages.answer import NotAnswerable
from tests.rig.ubl import faults

pytestmark = pytest.mark.filterwarnings("ignore::pydifact.exceptions.MissingImplementationWarning")
ADDRESS = PostalAddress(
    country_code="FR", city="Lille", street_address="1 rue d'Artois", postal_code="59000", name="Ada"
)
TAKEN = AnswerLine(
    "10",
    Decimal(12),
    Decimal(12),
    "PCE",
    "MUG",
    "4006381333931",
    "K-77",
    "Mug",
    Decimal("2.5"),
    Decimal("2.5"),
)
FEWER = replace(TAKEN, number="20", accepted=Decimal("6.5"), unit="CT", promised_on=date(2026, 12, 8))
DEARER = replace(TAKEN, number="30", price=Decimal("2.75"))
NONE = replace(TAKEN, number="40", accepted=Decimal(0), price=None)
CONTENT = OrderAnswer(
    number="SO-2026-000009",
    order="SO-2026-000009",
    reference="PO 7+8",
    made_at=datetime(2026, 11, 25, 15, 4, 5, tzinfo=UTC),
    supplier=Party("Verrerie d'Artois", "3012345000000", ADDRESS),
    buyer=Party("Maison Lefèvre", "4012345000009", ADDRESS),
    ship_to=Party("Dépôt", "", ADDRESS),
    lines=(TAKEN, FEWER, DEARER, NONE),
    ordered_on=date(2026, 11, 24),
    promised_on=date(2026, 12, 1),
    asked_on=date(2026, 12, 1),
    control="9V2",
)


@pytest.mark.parametrize(
    ("lines", "asked", "verdict"),
    [
        ((TAKEN,), date(2026, 12, 1), "accepted"),
        ((TAKEN,), date(2026, 11, 30), "changed"),
        ((TAKEN, NONE), None, "changed"),
        ((FEWER,), None, "changed"),
        ((DEARER,), None, "changed"),
        ((NONE, NONE), None, "rejected"),
        ((), None, "rejected"),
    ],
)
def test_the_whole_is_as_its_lines_are(
    lines: tuple[AnswerLine, ...], asked: date | None, verdict: str
) -> None:
    content = replace(CONTENT, lines=lines, asked_on=asked)
    assert content.verdict == verdict
    data = ordrsp(content).decode("latin-1")
    assert (
        f"BGM+231+SO-2026-000009+{ {'accepted': '29', 'changed': '4', 'rejected': '27'}[verdict] }'" in data
    )
    code = {"accepted": "AP", "changed": "CA", "rejected": "RE"}[verdict]
    document = order_response(content)
    assert f"OrderResponseCode>{code}<".encode() in document
    assert faults(document) == []


def test_ordrsp_keeps_to_the_order_of_the_directory() -> None:
    data = ordrsp(CONTENT)
    (message,) = Interchange.from_str(data.decode("latin-1")).get_messages()
    tags = [segment.tag for segment in message.segments]
    head = ["BGM", "DTM", "DTM", "RFF", "DTM", "RFF", "NAD", "NAD", "NAD", "CUX"]
    line = ["LIN", "PIA", "IMD", "QTY", "QTY"]
    assert tags == [
        *(
            *head,
            *line,
            "PRI",
            "RFF",
            *line,
            "DTM",
            "PRI",
            "RFF",
            *line,
            "PRI",
            "RFF",
            *line,
            "RFF",
            "UNS",
            "CNT",
        )
    ]
    text = data.decode("latin-1")
    assert "LIN+20+3+4006381333931:EN'" in text
    assert "QTY+113:6.5:CT'" in text
    assert "RFF+ON:PO 7?+8:20'" in text
    assert ordrsp(CONTENT) == data


def test_what_is_missing_is_named() -> None:
    for writer in (ordrsp, order_response):
        nobody = Party("Nobody", "")
        for content, missing in (
            (replace(CONTENT, supplier=nobody), "our own GLN"),
            (replace(CONTENT, buyer=nobody), "the GLN of the customer"),
        ):
            with pytest.raises(NotAnswerable) as refused:
                writer(content)
            assert refused.value.facts["missing"] == missing
    by_network = replace(
        CONTENT, buyer=Party("Maison", ""), facts={"endpoint": "FR40303265045", "endpoint_scheme": "9957"}
    )
    assert b'<cbc:EndpointID schemeID="9957">FR40303265045</cbc:EndpointID>' in order_response(by_network)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=40))
def test_no_text_breaks_an_answer(name: str, number: str) -> None:
    line = replace(TAKEN, name=name, article=name, number=number[:6] or "1")
    content = replace(
        CONTENT, lines=(line,), note=name, reference=number or "1", buyer=replace(CONTENT.buyer, name=name)
    )
    data = ordrsp(content)
    encoding = "latin-1" if data.decode("latin-1").splitlines()[1].startswith("UNB+UNOC") else "utf-8"
    (message,) = Interchange.from_str(data.decode(encoding)).get_messages()
    assert message.segments[-1].elements == [["2", "1"]]
    assert [fault for fault in faults(order_response(content)) if "minLength" not in fault] == []
