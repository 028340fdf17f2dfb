"""What scales send: each printed weight reads back, no bytes do harm."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.scale import GRAMS, Fault, Reading, grams_of
from app.domain.scale_protocols import MOST_BYTES, PROTOCOLS, Lines, protocol
from app.errors import BadInput
from tests.rig.scale import FAULTS, PRINTERS, shown

CODES = tuple(one.code for one in PROTOCOLS)
NOT_UNDERSTOOD, MOVING = Reading(None, False, "not_understood"), Reading(None, False)
NO_UNIT = Reading(None, True, "no_unit")


def read(code: str, sent: bytes, unit: str = "") -> list[Reading | None]:
    """Everything that was sent, as it is read."""
    spoken = protocol(code)
    return [spoken.reading(line, unit) for line in Lines(spoken.framed).feed(sent)]


@given(
    st.sampled_from(CODES),
    st.integers(-30_000, 99_000),
    st.sampled_from(("g", "kg", "lb", "oz")),
    st.booleans(),
)
def test_every_printed_weight_reads_back(code: str, grams: int, unit: str, stable: bool) -> None:
    number = shown(grams, unit)
    if code == "8217" and number >= 10_000:
        return  # more than its display has room for
    (found,) = read(code, PRINTERS[code](number, unit, stable=stable), unit)
    assert found is not None
    spoken = protocol(code)
    weighed = grams_of(number, unit)
    if code == "8217" and (number < 0 or not stable):
        assert found == Reading(None, stable if number < 0 else False, "negative" if number < 0 else "")
    else:
        assert found.grams == weighed
        assert found.fault == ("negative" if weighed < 0 else "")
        assert found.stable is (stable and spoken.says_rest)


@given(st.sampled_from(CODES), st.lists(st.binary(max_size=40), max_size=20), st.sampled_from(("", *GRAMS)))
def test_no_bytes_do_harm(code: str, pieces: list[bytes], unit: str) -> None:
    spoken = protocol(code)
    lines = Lines(spoken.framed)
    for piece in pieces:
        for line in lines.feed(piece):
            found = spoken.reading(line, unit)
            assert found is None or isinstance(found, Reading)


@given(st.sampled_from(CODES), st.text(alphabet="ST USOL,+-0123456789.?kgNHighLowQP%ozlb\x1b@", max_size=24))
def test_no_line_that_looks_like_one_does_harm(code: str, line: str) -> None:
    found = protocol(code).reading(line.encode(), "kg")
    assert found is None or found.grams is None or abs(found.grams) <= 10_000_000


@given(st.sampled_from(CODES), st.integers(0, 90_000), st.data())
def test_it_does_not_matter_how_a_line_is_broken(code: str, grams: int, data: st.DataObject) -> None:
    sent = PRINTERS[code](shown(grams, "kg"), "kg", stable=True)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=6)))
    spoken = protocol(code)
    lines = Lines(spoken.framed)
    pieces = [sent[start:end] for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True)]
    found = [line for piece in pieces for line in lines.feed(piece)]
    assert [spoken.reading(line, "kg") for line in found] == read(code, sent, "kg")


@pytest.mark.parametrize(
    ("code", "fault", "sent"),
    [(code, fault, sent) for code, faults in FAULTS.items() for fault, sent in faults.items()],
)
def test_faults_are_named(code: str, fault: Fault, sent: bytes) -> None:
    (found,) = read(code, sent, "kg")
    assert found is not None
    assert (found.grams, found.fault) == (None, fault)


@pytest.mark.parametrize(
    ("code", "line", "found"),
    [
        # Mettler Toledo SICS
        ("sics", "S S     100.00 g", Reading(100, True)),
        ("sics", "S D      1.234 kg", Reading(1234, False)),
        ("sics", "S S     -1.234 kg", Reading(-1234, True, "negative")),
        ("sics", "S S      2.500 lb", Reading(1134, True)),
        ("sics", "S I", MOVING),
        ("sics", "S S        12 PCS", NO_UNIT),
        ("sics", "S S Error 10b", NOT_UNDERSTOOD),
        ("sics", "ES", NOT_UNDERSTOOD),
        ("sics", "S S", NOT_UNDERSTOOD),
        ("sics", "S I    1.234 kg", NOT_UNDERSTOOD),
        ("sics", "S S    1_234 g", NOT_UNDERSTOOD),
        ("sics", "S S    1e3 g", NOT_UNDERSTOOD),
        # Toledo 8217
        ("8217", "07.794", Reading(7794, True)),
        ("8217", "07.794N", Reading(7794, True)),
        ("8217", "?@", MOVING),
        ("8217", "?P", Reading(0, True)),
        ("8217", "?Q", MOVING),
        ("8217", "?C", Reading(None, False, "overload")),
        ("8217", "?E", Reading(None, False, "negative")),
        ("8217", "?1", NOT_UNDERSTOOD),
        ("8217", "", NOT_UNDERSTOOD),
        # A&D, Kern
        ("ad", "ST,+0001.234 kg", Reading(1234, True)),
        ("ad", "ST,+0001,234 kg", Reading(1234, True)),
        ("ad", "US,NT,-  0.500kg", Reading(-500, False, "negative")),
        ("ad", "ST,GS,+  1.234kg", Reading(1234, True)),
        ("ad", "ST,GS   1.000KG", Reading(1000, True)),
        ("ad", "ST,GS,   1.0000,lb", Reading(454, True)),
        ("ad", "ST,OK,+0001.234 kg", Reading(1234, True)),
        ("ad", "ST,NT,+001234567 g", Reading(1_234_567, True)),
        ("ad", "ST,TR,+  0.200 kg", None),
        ("ad", "QT,+00001234 PC", NO_UNIT),
        ("ad", "OL,GS,-            ", Reading(None, False, "underload")),
        ("ad", "OL,+9999999E+19", Reading(None, False, "overload")),
        ("ad", "ST,+0001.2.4 kg", NOT_UNDERSTOOD),
        ("ad", "S S 1.2 kg", NOT_UNDERSTOOD),
        # Sartorius
        ("sbi", "+   1234.5 g  ", Reading(1235, True)),
        ("sbi", "+   1234.[6] g  ", Reading(1235, True)),
        ("sbi", "+   1234.5    ", Reading(1235, False)),
        ("sbi", "N     +   1.234 kg ", Reading(1234, True)),
        ("sbi", "T     +   0.234 kg ", None),
        ("sbi", "-    0.250 kg ", Reading(-250, True, "negative")),
        ("sbi", "+      253 pcs", NO_UNIT),
        ("sbi", "Stat       High      ", Reading(None, False, "overload")),
        ("sbi", "      L       ", Reading(None, False, "underload")),
        ("sbi", "Stat    Cal. Ext.", MOVING),
        ("sbi", "   Err 54     ", NOT_UNDERSTOOD),
        # Plain
        ("plain", "+  1.234 kg", Reading(1234, False)),
        ("plain", " *      0.0 g  ", Reading(0, False)),
        ("plain", "12.5 lb", Reading(5670, False)),
        ("plain", "-OL-", Reading(None, False, "overload")),
        ("plain", "      Error", NOT_UNDERSTOOD),
        ("plain", "1234567890123 kg", NOT_UNDERSTOOD),
    ],
)
def test_lines_of_the_manuals(code: str, line: str, found: Reading | None) -> None:
    assert (
        protocol(code).reading(line.encode(), "g" if code == "sbi" else "kg" if code == "8217" else "")
        == found
    )


@pytest.mark.parametrize(
    ("code", "line"), [("8217", b"07.794"), ("plain", b"+  1.234"), ("ad", b"ST,+0001.234")]
)
def test_a_line_without_unit_takes_the_one_that_is_set(code: str, line: bytes) -> None:
    spoken = protocol(code)
    bare = spoken.reading(line)
    assert bare is not None
    assert (bare.grams, bare.fault) == (None, "no_unit")
    found = spoken.reading(line, "kg")
    assert found is not None
    assert found.fault == ""
    assert found.grams in (7794, 1234)


def test_pieces_are_no_weight_whatever_unit_is_set() -> None:
    assert protocol("ad").reading(b"QT,+00001234", "kg") == NO_UNIT


def test_an_sbi_line_in_motion_has_no_unit_and_is_no_fault() -> None:
    assert protocol("sbi").reading(b"+    1.234    ") == MOVING


def test_digits_of_other_scripts_are_none() -> None:
    for spoken in PROTOCOLS:
        assert spoken.reading("S S ٧.٧ kg".encode(), "kg") == NOT_UNDERSTOOD


def test_noise_before_a_frame_is_dropped() -> None:
    assert read("8217", b"07.000\rUU\xff\x0207.794\r", "kg") == [Reading(7794, True)]
    assert read("8217", b"\x0207.7\x0207.794\r", "kg") == [Reading(7794, True)], "a frame that was cut"
    assert read("8217", b"\x0207.794\r07.000\r", "kg") == [Reading(7794, True)]
    assert read("ad", b"\xff\x00U\x02ST,+0001.234 kg\r\n") == [Reading(1234, True)]


def test_a_line_of_noise_leaves_the_next_one_alone() -> None:
    found = read("sics", b"\x80\xff#\r\nS S      1.234 kg\r\n")
    assert found == [NOT_UNDERSTOOD, Reading(1234, True)]


def test_a_line_without_end_keeps_little_and_is_told_once() -> None:
    lines = Lines()
    found = [line for _ in range(1000) for line in lines.feed(b"U" * 100)]
    assert [len(line) for line in found] == [MOST_BYTES + 1]
    assert lines.feed(b"\r\nS S      1.234 kg\r\n") == [b"S S      1.234 kg"]


def test_half_a_line_is_forgotten_when_the_line_is_cut() -> None:
    lines = Lines()
    assert lines.feed(b"S S      9") == []
    lines.forget()
    assert lines.feed(b"S S      1.234 kg\r\n") == [b"S S      1.234 kg"]


def test_an_unknown_protocol_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(BadInput) as refused:
        protocol("morse")
    assert refused.value.facts["field"] == "protocol"
    assert all(one.code in refused.value.hint for one in PROTOCOLS)


def test_protocols_are_told_apart() -> None:
    assert len({one.code for one in PROTOCOLS}) == len({one.title for one in PROTOCOLS}) == len(PROTOCOLS)
    assert [one.code for one in PROTOCOLS if not one.says_rest] == ["plain"]
    assert all(one.framing in ("8N1", "7E1") for one in PROTOCOLS)
    assert Decimal(1) == GRAMS["g"]
