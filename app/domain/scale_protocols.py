"""What bench scales send over a serial line, read by strict grammars that never guess.

Every number is made of the ten ASCII digits. Whatever bytes arrive, a reader gives a `Reading` or nothing; none of them raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.domain.scale import Reading, read_weight
from app.errors import BadInput

MOST_BYTES = 80
"""The longest line of any of these protocols has 22 characters; what goes on for longer is no line."""

_STX, _ETX = 0x02, 0x03
_ENDS = frozenset(b"\r\n\x03")
_NUMBER = r"(?P<sign>[+-]?) *(?P<number>[0-9]{1,9}(?:[.,][0-9]{1,6})?)"
_UNIT = r"(?P<unit>[A-Za-z%][A-Za-z%./]{0,3})"

_NOT_UNDERSTOOD = Reading(None, False, "not_understood")
_MOVING = Reading(None, False)
_OVERLOAD = Reading(None, False, "overload")
_UNDERLOAD = Reading(None, False, "underload")


class Lines:
    """Cuts what arrives into lines, however it is broken into pieces.

    CR, LF and ETX end a line; STX begins one, and what stood before it was noise. No more than `MOST_BYTES` are ever kept: what
    is longer comes out once, cut, and the rest up to its end is dropped.

    Args:
        framed: Only what began with STX is a line.
    """

    def __init__(self, framed: bool = False) -> None:
        self._framed = framed
        self._kept = bytearray()
        self._dropping = framed

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that are complete now, without their ends; empty ones are none."""
        found = []
        for byte in data:
            if byte == _STX:
                self._kept.clear()
                self._dropping = False
            elif byte in _ENDS:
                if self._kept and not self._dropping:
                    found.append(bytes(self._kept))
                self._kept.clear()
                self._dropping = self._framed
            elif not self._dropping:
                self._kept.append(byte)
                if len(self._kept) > MOST_BYTES:
                    found.append(bytes(self._kept))
                    self._kept.clear()
                    self._dropping = True
        return found

    def forget(self) -> None:
        """The line was cut: half a line is none."""
        self._kept.clear()
        self._dropping = self._framed


@dataclass(frozen=True, slots=True)
class Protocol:
    """How a kind of scale speaks.

    Attributes:
        code: How it is kept in the settings.
        title: How people know it, mostly by its maker; English where it is no name.
        read: Reads a line; `unit` is what is meant where the line names none. None for a line that is no weighing.
        ask: What is sent to get a reading; empty for a scale that sends by itself.
        says_rest: Whether a line says that the load is at rest; else `repeats` equal ones do.
        framed: Whether a line begins with STX.
        baud: The speed that such scales are delivered with.
        framing: Data bits, parity and stop bits that they are delivered with, as "8N1".
        needs_unit: Whether its lines name no unit, so that one must be set.
    """

    code: str
    title: str
    read: Callable[[str, str], Reading | None]
    ask: bytes = b""
    says_rest: bool = True
    framed: bool = False
    baud: int = 9600
    framing: str = "8N1"
    needs_unit: bool = False

    @property
    def repeats(self) -> int:
        """How many equal weights in a row are one at rest."""
        return 1 if self.says_rest else 3

    def reading(self, line: bytes, unit: str = "") -> Reading | None:
        """Read one line, without its end; None where it says nothing of a weight."""
        if not line.isascii() or len(line) > MOST_BYTES:
            return _NOT_UNDERSTOOD
        return self.read(line.decode("ascii"), unit)


def _weighed(found: re.Match[str], unit: str, *, stable: bool) -> Reading:
    number = Decimal(found["number"].replace(",", "."))
    return read_weight(-number if found["sign"] == "-" else number, unit.lower(), stable=stable)


_SICS = re.compile(rf"S (?P<state>[SDI+-])(?: +{_NUMBER}(?: +{_UNIT})?)? *")


def _sics(line: str, unit: str) -> Reading | None:
    """MT-SICS level 0, the answers to S, SI and SIR: 'S S' at rest, 'S D' in motion, 'S I' not possible now, 'S +', 'S -'.

    Source: Mettler Toledo, MT-SICS Interface Commands, Reference Manual, "Format of responses with weight value" and the commands
    S and SI. Kern's KCP answers the same commands in the same way. An error ('ES', 'S S Error 10b') is no weight.
    """
    found = _SICS.fullmatch(line)
    if found is None:
        return _NOT_UNDERSTOOD
    state, number = found["state"], found["number"]
    if state in "SD":
        if number is None:
            return _NOT_UNDERSTOOD
        return _weighed(found, found["unit"] or unit, stable=state == "S")
    if number is not None:
        return _NOT_UNDERSTOOD
    return {"+": _OVERLOAD, "-": _UNDERLOAD}.get(state, _MOVING)


_8217 = re.compile(r" *(?P<sign>)(?P<number>[0-9]{1,4}(?:\.[0-9]{1,3})?)N?")
_MOTION, _OVER, _UNDER, _ZERO = 0x01, 0x02, 0x04, 0x10


def _toledo_8217(line: str, unit: str) -> Reading | None:
    """Toledo 8217, the answers to W: STX, the weight, N behind a net one, CR; or STX, '?', a byte of bits, CR when it has none.

    Source: Mettler Toledo DIVA Service Manual, 6.1.4 (commands) and its table "Scale Status Byte Bit Definitions": bit 0 in
    motion, 1 over capacity, 2 under zero, 4 at the centre of zero, 6 always set. The line names no unit. The scale wants
    200 ms between two commands.
    """
    if len(line) == 2 and line[0] == "?":
        bits = ord(line[1])
        if not bits & 0x40:
            return _NOT_UNDERSTOOD
        if bits & _OVER:
            return _OVERLOAD
        if bits & _UNDER:
            return Reading(None, not bits & _MOTION, "negative")
        return Reading(0, True) if bits & _ZERO and not bits & _MOTION else _MOVING
    found = _8217.fullmatch(line)
    return _NOT_UNDERSTOOD if found is None else _weighed(found, unit, stable=True)


_HEADED = re.compile(
    r"(?P<head>ST|US|OL|QT|WT|PT) *, *(?:(?P<kind>GS|NT|TR|TW|PT|GW|G|N|OK|HI|LO|--)[ ~]*,?)? *(?P<rest>.*)",
)
_VALUE = re.compile(rf"{_NUMBER} *,? *(?:{_UNIT})? *")
_TARES = frozenset({"TR", "TW", "PT"})


def _headed(line: str, unit: str) -> Reading | None:
    """A&D's standard format, which Kern and many others send too: 'ST,+0001.234 kg', 'US,NT,-  0.500kg', 'OL,+'.

    Sources: A&D GC series, Communication Mode, "A&D Standard Format"; A&D AD-4329A, 11.1.1 (second header: gross, net, tare; dot
    or comma); Kern KXS-TM, 14 Data output format (sign behind OL); Kern KFB-TM, 10.4 ('ST,GS 1.000KG').
    """
    found = _HEADED.fullmatch(line)
    if found is None:
        return _NOT_UNDERSTOOD
    head, kind, rest = found["head"], found["kind"], found["rest"]
    if head == "OL":
        return _UNDERLOAD if rest.startswith("-") else _OVERLOAD
    if head == "PT" or kind in _TARES:
        return None  # what the tare is says nothing of the load
    value = _VALUE.fullmatch(rest)
    if value is None:
        return _NOT_UNDERSTOOD
    if head == "QT":
        return Reading(None, True, "no_unit")  # it counts pieces
    return _weighed(value, value["unit"] or unit, stable=head != "US")


_SBI = re.compile(rf"(?:(?P<about>[A-Z][A-Za-z0-9#. ]{{5}}))? *{_NUMBER} *(?:{_UNIT})? *")
_SBI_STATE = re.compile(r"(?:Stat)? *(?P<state>High|Low|H|L|C|Cal\. ?(?:Ext|Int)\.?) *")


def _sbi(line: str, unit: str) -> Reading | None:
    """Sartorius SBI, 16 characters with CR LF, or 22 with six before them that say what it is.

    The unit is left away while the load is not at rest. 'H' or 'High', 'L' or 'Low' stand for overload and underload, square
    brackets round a digit that is not verified.

    Sources: Sartorius Entris II, "Data Output Format with 22 Characters", "Special Codes"; Sartorius WZA, "Data Output Format
    with 16 Characters"; Sartorius LE2202S, "Output Format with 16 Characters"; ESC P is the command for a reading.
    """
    state = _SBI_STATE.fullmatch(line)
    if state is not None:
        return {"H": _OVERLOAD, "L": _UNDERLOAD}.get(state["state"][0], _MOVING)
    found = _SBI.fullmatch(line.replace("[", "").replace("]", ""))
    if found is None:
        return _NOT_UNDERSTOOD
    if (found["about"] or "").startswith("T"):
        return None  # the tare
    if found["unit"] is None:
        return _weighed(found, unit, stable=False) if unit else _MOVING
    return _weighed(found, found["unit"], stable=True)


_PLAIN = re.compile(rf" *[*M]? *{_NUMBER} *(?:{_UNIT})? *")
_PLAIN_OVER, _PLAIN_UNDER = (
    re.compile(r" *[+]? *(?:-*OL-*|H+|\^{2,}) *"),
    re.compile(r" *-? *(?:-*UL-*|L+|_{2,}) *"),
)


def _plain(line: str, unit: str) -> Reading | None:
    """A scale that sends its weight again and again and nothing else: '+  1.234 kg', also without sign or unit.

    Such a line does not say whether the load is at rest. Source: Kern KXS-TM, 14 Data output format, "Weight value without
    status"; Kern FKB, data output (a blank or M before the number).
    """
    found = _PLAIN.fullmatch(line)
    if found is not None:
        return _weighed(found, found["unit"] or unit, stable=False)
    if _PLAIN_OVER.fullmatch(line):
        return _OVERLOAD
    return _UNDERLOAD if _PLAIN_UNDER.fullmatch(line) else _NOT_UNDERSTOOD


PROTOCOLS: Final = (
    Protocol("sics", "Mettler Toledo SICS", _sics, ask=b"SI\r\n"),
    Protocol("8217", "Toledo 8217", _toledo_8217, ask=b"W", framed=True, framing="7E1", needs_unit=True),
    Protocol("ad", "A&D, Kern (ST, US, OL)", _headed, ask=b"Q\r\n"),
    Protocol("sbi", "Sartorius SBI", _sbi, ask=b"\x1bP\r\n"),
    Protocol("plain", "Number and unit: + 1.234 kg", _plain, says_rest=False),
)


def protocol(code: str) -> Protocol:
    """A protocol by its code.

    Raises:
        BadInput: there is none of that code.
    """
    found = next((one for one in PROTOCOLS if one.code == code), None)
    if found is None:
        raise BadInput(
            f"{code!r} is no protocol of a scale.",
            hint=f"There are {', '.join(one.code for one in PROTOCOLS)}.",
            field="protocol",
            value=code,
        )
    return found
