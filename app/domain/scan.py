"""What a scanned text is: one of our own codes, a GS1 key, a GS1 element string, or a plain code.

This looks at the text alone. Whether such an order, location or product exists is for the resolver to say.
Nothing that a scanner or a keyboard can send makes `parse` raise: what is not understood is a plain code,
with the fault named where it tried to be more.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from biip import ParseConfig, ParseError
from biip.gs1_digital_link_uris import GS1DigitalLinkURI
from biip.gs1_element_strings import GS1ElementString
from biip.gs1_messages import GS1Message

from app.domain import keyboards, numbers
from app.domain.codes import verify_gtin, verify_sscc


class ScanKind(StrEnum):
    """What a scanned text names."""

    EMPTY = "empty"
    ORDER = "order"
    SHIPMENT = "shipment"
    PICK_LIST = "pick_list"
    PICK_TASK = "pick_task"
    RETURN = "return"
    PURCHASE_ORDER = "purchase_order"
    RECEIPT = "receipt"
    CREDIT = "credit"
    COUNT = "count"
    PICK_UP = "pick_up"
    LOCATION = "location"
    TOTE = "tote"
    CARTON = "carton"
    """A kind of box to pack in."""
    PERSON = "person"
    DESK = "desk"
    COMMAND = "command"
    SSCC = "sscc"
    GTIN = "gtin"
    GS1 = "gs1"
    """A GS1 element string that names neither goods nor a parcel, a lot alone for instance."""
    PLAIN = "plain"


class ScanFault(StrEnum):
    """What is wrong with the code, or with the scanner, and worth telling the operator."""

    GTIN_CHECK_DIGIT = "gtin_check_digit"
    SSCC_CHECK_DIGIT = "sscc_check_digit"
    EXPIRY = "expiry"
    """The expiry date does not exist, the 31st of June for instance."""
    CONTRADICTION = "contradiction"
    """One element comes twice with different values: most likely two labels in one read."""
    ELEMENT_STRING = "element_string"
    """Marked as GS1, but not made by its rules; a separator (FNC1) was lost, for instance."""
    KEYBOARD_LAYOUT = "keyboard_layout"
    """Read rightly, but the scanner types for another keyboard: its setting should be put right."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One scanned text and what it names.

    Attributes:
        raw: What arrived, unchanged.
        kind: What it names.
        code: What to look up: our own numbers in full and in capitals; a GTIN's digits as printed; the 18
            digits of an SSCC; else the text without what the scanner put around it.
        gtin14: The goods, 14 digits to compare by; for a logistic label the goods inside it.
        sscc: The parcel or pallet, 18 digits.
        lot: Batch or lot, AI (10).
        expires: Expiry, AI (17), else best before, AI (15).
        serial: Serial number, AI (21).
        qty: Count, AI (30) or (37); never zero. It is the label's word, not a count by the operator.
        fault: What is wrong; a faulty GS1 code is `PLAIN` and carries none of the fields above.
    """

    raw: str
    kind: ScanKind
    code: str
    gtin14: str | None = None
    sscc: str | None = None
    lot: str | None = None
    expires: date | None = None
    serial: str | None = None
    qty: int | None = None
    fault: ScanFault | None = None


_NUMBER_KINDS = MappingProxyType(
    {
        "SO": ScanKind.ORDER,
        "SH": ScanKind.SHIPMENT,
        "PL": ScanKind.PICK_LIST,
        "RMA": ScanKind.RETURN,
        "PO": ScanKind.PURCHASE_ORDER,
        "GR": ScanKind.RECEIPT,
        "CN": ScanKind.CREDIT,
        "CT": ScanKind.COUNT,
        "PU": ScanKind.PICK_UP,
    }
)
_PREFIX_KINDS = MappingProxyType(
    {
        "LOC": ScanKind.LOCATION,
        "TOTE": ScanKind.TOTE,
        "BOX": ScanKind.CARTON,
        "USR": ScanKind.PERSON,
        "DSK": ScanKind.DESK,
        "CMD": ScanKind.COMMAND,
    }
)
_PREFIXED = re.compile(rf"({'|'.join(_PREFIX_KINDS)})-[0-9A-Z][0-9A-Z._/+-]*", re.IGNORECASE | re.ASCII)

_AIM = re.compile(r"\]([A-Za-z][0-9A-Za-z])", re.ASCII)  # symbology identifiers, ISO/IEC 15424
_AIM_GS1 = frozenset({"C1", "e0", "d2", "Q3", "J1"})
_AIM_EAN_WITH_ADD_ON = "E3"
_FNC1 = "\x1d"
# Prefixes, suffixes and line ends that scanners add; FNC1 is data and stays.
_AROUND = "".join(chr(n) for n in range(33) if chr(n) != _FNC1) + "\x7f\xa0\ufeff"
# The largest GS1 symbols in use hold far less; longer texts are not worth the search.
_LONGEST_ELEMENT_STRING = 1024
# Dates are read here, with the year given by the caller: the library would ask the clock.
_BIIP = ParseConfig(gs1_element_strings_verify_date=False)

_Elements = list[tuple[str, str]]


def parse(raw: str, *, year: int = 2026) -> Scan:
    """Tell what a scanned text names; any text gives an answer.

    Our own codes come first, then what the scanner says the symbol is (AIM identifier, FNC1), then length
    and check digit: the thirteen digits of an EAN would also read as an element string (400).

    Args:
        raw: The text as it came.
        year: The current year, by which two-digit years of expiry dates get their century: 49 years back to
            50 ahead (GS1 General Specifications, 7.12).
    """
    scan = _as_typed(raw, year)
    return _wrong_layout(raw, year) or scan if scan.kind is ScanKind.PLAIN else scan


def parse_keys(seen: str, us_keys: str, *, year: int = 2026) -> Scan:
    """Tell what a burst of keys names, where the places of the keys are known besides what they wrote.

    What was written decides. Only where it is a plain code, and the same keys of a US keyboard write one of
    our codes or a code whose check digit agrees, are those taken, and the wrong setting named: no layout of
    the desk's keyboard can then garble a scan. `raw` of the answer is the reading that was taken.

    Args:
        seen: What the keys wrote.
        us_keys: What they write on a US keyboard.
        year: As for `parse`.
    """
    scan = parse(seen, year=year)
    if scan.kind is not ScanKind.PLAIN or us_keys == seen:
        return scan
    other = _as_typed(us_keys, year)
    return replace(other, fault=ScanFault.KEYBOARD_LAYOUT) if _proven(other) else scan


def _as_typed(raw: str, year: int) -> Scan:
    """Tell what the text names, as it stands."""
    text = raw.strip(_AROUND)
    aim = ""
    if found := _AIM.match(text):
        aim = found[1]
        text = text[found.end() :].strip(_AROUND)
    if not text.strip(_FNC1):
        return Scan(raw, ScanKind.EMPTY, "")
    scan = _own(raw, text)
    if scan is None and text.isascii() and len(text) <= _LONGEST_ELEMENT_STRING:
        scan = _gs1(raw, text, aim, year)
    return scan or Scan(raw, ScanKind.PLAIN, text)


def _own(raw: str, text: str) -> Scan | None:
    """Recognise the codes that we print ourselves."""
    try:
        number = numbers.parse(text)
    except ValueError:
        pass
    else:
        return Scan(raw, _NUMBER_KINDS[number.kind], str(number))
    try:
        return Scan(raw, ScanKind.PICK_TASK, numbers.task_number(numbers.parse_task(text)))
    except ValueError:
        pass
    if found := _PREFIXED.fullmatch(text):
        return Scan(raw, _PREFIX_KINDS[found[1].upper()], text.upper())
    return None


def _gs1(raw: str, text: str, aim: str, year: int) -> Scan | None:
    """Recognise a GS1 key or element string; None where nothing says that it is one."""
    if text.startswith(("http://", "https://")):
        return _from_elements(raw, text, _digital_link(text), year)
    if aim in _AIM_GS1 or _FNC1 in text:
        elements = _element_string(text)
        if elements is None:
            return Scan(raw, ScanKind.PLAIN, text, fault=ScanFault.ELEMENT_STRING)
        return _from_elements(raw, text, elements, year)
    if aim == _AIM_EAN_WITH_ADD_ON:
        text = text[:13]
    if key := _bare_key(raw, text):
        return key
    if text.startswith("("):
        return _from_elements(raw, text, _human_readable(text), year)
    if _begins_with_key(text):
        return _from_elements(raw, text, _element_string(text), year)
    return None


def _bare_key(raw: str, text: str) -> Scan | None:
    """Recognise a GTIN or SSCC by its length and check digit."""
    if verify_gtin(text):
        return Scan(raw, ScanKind.GTIN, text, gtin14=text.zfill(14))
    sscc = text[2:] if len(text) == 20 and text.startswith("00") else text
    if verify_sscc(sscc):
        return Scan(raw, ScanKind.SSCC, sscc, sscc=sscc)
    return None


def _begins_with_key(text: str) -> bool:
    """Tell whether an unmarked text begins with an identifier and a GTIN or SSCC that checks."""
    if text.startswith("00"):
        return verify_sscc(text[2:20])
    return text.startswith(("01", "02")) and verify_gtin(text[2:16])


def _element_string(text: str) -> _Elements | None:
    """Split an element string into identifiers and values; None where it breaks the rules.

    An element of variable length must end at a separator or at the end (GS1 General Specifications, 7.8.6):
    one that runs over its longest length has lost its separator, and where it ends would be a guess.
    """
    elements: _Elements = []
    rest = text.strip(_FNC1)
    while rest:
        try:
            element = GS1ElementString.extract(rest, config=_BIIP)
        except (ParseError, ValueError):
            return None
        elements.append((element.ai.ai, element.value))
        rest = rest[len(element) :]
        if rest and element.ai.separator_required and not rest.startswith(_FNC1):
            return None
        rest = rest.lstrip(_FNC1)
    return elements


def _human_readable(text: str) -> _Elements | None:
    """Split what somebody typed from below a barcode: (01)04006381333931(10)L1."""
    try:
        message = GS1Message.parse_hri(text, config=_BIIP)
    except (ParseError, ValueError):
        return None
    return [(element.ai.ai, element.value) for element in message.element_strings]


def _digital_link(text: str) -> _Elements | None:
    """Split a GS1 Digital Link, the web address in newer QR codes on goods; None for any other address."""
    try:
        link = GS1DigitalLinkURI.parse(text, config=_BIIP)
    except (ParseError, ValueError):
        return None
    elements = [(element.ai.ai, element.value) for element in link.element_strings]
    return elements if all(value.isascii() for _, value in elements) else None


def _from_elements(raw: str, text: str, elements: _Elements | None, year: int) -> Scan | None:
    """Make the scan of these elements, or the plain code with its fault; None without elements."""
    if elements is None:
        return None
    values: dict[str, str] = {}
    for ai, value in elements:
        if values.setdefault(ai, value) != value:
            return Scan(raw, ScanKind.PLAIN, text, fault=ScanFault.CONTRADICTION)
    sscc, gtin = values.get("00"), values.get("01") or values.get("02")
    due = values.get("17") or values.get("15")
    expires = _expiry(due, year) if due else None
    fault = None
    if sscc and not verify_sscc(sscc):
        fault = ScanFault.SSCC_CHECK_DIGIT
    elif any(not verify_gtin(values[ai]) for ai in ("01", "02") if ai in values):
        fault = ScanFault.GTIN_CHECK_DIGIT
    elif due and not expires:
        fault = ScanFault.EXPIRY
    if fault:
        return Scan(raw, ScanKind.PLAIN, text, fault=fault)
    count = values.get("30") or values.get("37") or "0"
    scan = Scan(
        raw,
        ScanKind.GS1,
        text,
        gtin14=gtin,
        sscc=sscc,
        lot=values.get("10"),
        expires=expires,
        serial=values.get("21"),
        qty=int(count) or None,
    )
    if sscc:
        return replace(scan, kind=ScanKind.SSCC, code=sscc)
    return replace(scan, kind=ScanKind.GTIN, code=gtin) if gtin else scan


def _expiry(digits: str, year: int) -> date | None:
    """Read YYMMDD; day 00 means the last day of the month (GS1 General Specifications, 3.4.7)."""
    earliest = year - 49
    full_year = earliest + (int(digits[:2]) - earliest) % 100
    month, day = int(digits[2:4]), int(digits[4:])
    try:
        return date(full_year, month, day or monthrange(full_year, month)[1])
    except ValueError:  # monthrange's own error for month 0 or 13 is one, too
        return None


def _wrong_layout(raw: str, year: int) -> Scan | None:
    """Recognise a code typed for another keyboard than it was read with; the code itself must prove it.

    A prefix is no proof where French keys were meant: LOC6A, an article, would become the location LOC-Q.
    """
    meant_us = _as_typed(keyboards.us_meant(raw), year)
    if _proven(meant_us):
        return replace(meant_us, raw=raw, fault=ScanFault.KEYBOARD_LAYOUT)
    meant_french = _as_typed(keyboards.french_meant(raw), year)
    if _proven(meant_french) and meant_french.kind not in _PREFIX_KINDS.values():
        return replace(meant_french, raw=raw, fault=ScanFault.KEYBOARD_LAYOUT)
    return None


def _proven(scan: Scan) -> bool:
    """Tell whether a text can hardly be this by chance: one of our own codes, or a check digit agreed."""
    return scan.kind not in {ScanKind.EMPTY, ScanKind.PLAIN, ScanKind.GS1}
