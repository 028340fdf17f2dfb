"""What one scan tells of the scanner's settings, in sentences for whoever sets up a desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.scan import Scan, ScanFault, ScanKind
from app.qt.scanner.bursts import Burst, WedgeSettings
from app.qt.words import mark

_FNC1 = "\x1d"
_CONTROLS = (
    "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI"
    " DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US"
)
_VISIBLE = {number: f"<{name}>" for number, name in enumerate(_CONTROLS.split())}
_ENDS = {"\r": mark("It ends each code with Enter."), "\t": mark("It ends each code with Tab.")}
_FAULTS = {
    ScanFault.GTIN_CHECK_DIGIT: mark("The check digit of the article number is wrong: read it again."),
    ScanFault.SSCC_CHECK_DIGIT: mark("The check digit of the parcel number is wrong: read it again."),
    ScanFault.EXPIRY: mark("The label's expiry date does not exist."),
    ScanFault.CONTRADICTION: mark("Two labels came in one reading."),
    ScanFault.ELEMENT_STRING: mark(
        "The parts of the GS1 code run together: let the scanner send the separator (FNC1) as GS."
    ),
    ScanFault.KEYBOARD_LAYOUT: mark(
        "It types for another keyboard: set the scanner to this desk's layout. The code was read rightly."
    ),
}
_KINDS = {
    ScanKind.ORDER: mark("An order"),
    ScanKind.SHIPMENT: mark("A shipment"),
    ScanKind.PICK_LIST: mark("A pick list"),
    ScanKind.PICK_TASK: mark("A line of a pick list"),
    ScanKind.RETURN: mark("A return"),
    ScanKind.PURCHASE_ORDER: mark("A purchase order"),
    ScanKind.RECEIPT: mark("A goods receipt"),
    ScanKind.CREDIT: mark("A credit note"),
    ScanKind.COUNT: mark("A count"),
    ScanKind.LOCATION: mark("A location"),
    ScanKind.TOTE: mark("A tote"),
    ScanKind.CARTON: mark("A box to pack in"),
    ScanKind.PERSON: mark("A badge"),
    ScanKind.DESK: mark("A desk"),
    ScanKind.COMMAND: mark("A command"),
    ScanKind.SSCC: mark("A parcel or pallet (SSCC)"),
    ScanKind.GTIN: mark("An article number (GTIN)"),
    ScanKind.GS1: mark("A GS1 code without article or parcel"),
    ScanKind.PLAIN: mark("A plain code"),
    ScanKind.EMPTY: mark("Nothing"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence on the scanner: an English literal, what fills it, and whether something is to be done.

    Attributes:
        tone: "good" as it should be, "info" worth knowing, "warn" to be set, "stop" to be read again.
        text: The literal.
        facts: What fills its placeholders.
    """

    tone: str
    text: str
    facts: Mapping[str, object] = field(default_factory=dict)


def kind_words(scan: Scan) -> str:
    """What the code names, as an English literal to be translated where it is shown."""
    return _KINDS[scan.kind]


def visible(text: str) -> str:
    """The text with its control characters by name: FNC1 is <GS>. Few fonts have the signs made for them."""
    return text.translate(_VISIBLE)


def diagnose(burst: Burst, source: str, scan: Scan, settings: WedgeSettings | None = None) -> list[Finding]:
    """Say what this scan shows of the scanner, what is to be set first.

    Args:
        burst: What came.
        source: The scanner's name; "wedge" is one that types.
        scan: What was made of it.
        settings: How scanners at this desk are told to type.
    """
    found = list(_of_the_code(burst, scan))
    if source == "wedge":
        found += _of_the_typing(burst, settings or WedgeSettings())
    order = ("stop", "warn", "good", "info")
    return sorted(found, key=lambda finding: order.index(finding.tone))


def _of_the_code(burst: Burst, scan: Scan) -> Iterator[Finding]:
    if scan.fault is not None:
        tone = "warn" if scan.fault in {ScanFault.KEYBOARD_LAYOUT, ScanFault.ELEMENT_STRING} else "stop"
        yield Finding(tone, _FAULTS[scan.fault])
    elif scan.kind is not ScanKind.PLAIN:
        yield Finding("good", mark("Letters and digits arrive as they are printed."))
    if _FNC1 in burst.text:
        yield Finding("good", mark("The separator of GS1 codes (FNC1) arrives."))
    if scan.raw.lstrip().startswith("]"):
        yield Finding("good", mark("It names the kind of barcode (AIM identifier)."))
    else:
        yield Finding("info", mark("It sends no AIM identifier; codes are told apart by their form."))


def _of_the_typing(burst: Burst, settings: WedgeSettings) -> Iterator[Finding]:
    if not burst.suffix:
        yield Finding("warn", mark("It sends nothing after the code: set its suffix to Enter."))
    else:
        yield Finding(
            "good", _ENDS.get(burst.suffix, mark("It ends each code with the suffix of this desk."))
        )
    if burst.prefix:
        yield Finding("good", mark("It sends the prefix of this desk; typing is never taken for a scan."))
    if burst.slowest > settings.hold_ms:
        yield Finding(
            "warn",
            mark("It types slowly, up to {ms} ms between two keys: shorten its pause between characters."),
            {"ms": burst.slowest},
        )
    else:
        yield Finding("good", mark("It types fast: at most {ms} ms between two keys."), {"ms": burst.slowest})
