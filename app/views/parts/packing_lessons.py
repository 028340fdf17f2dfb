"""What the bench says more to somebody in training: each step in whole sentences, and what a STOP means. Nothing is relaxed."""

from __future__ import annotations

from app.qt.words import mark, tr
from app.services.scanning import Verdict

_WEIGHT = {
    "scale": mark(
        "Put the parcel on the scale and let go. When the weight is right, it closes by itself and the label is printed."
    ),
    "typed": mark(
        "Weigh the parcel, type what the scale shows (7.84 is kilograms, 7840 grams), then press Enter."
    ),
    "computed": mark(
        "This desk has no scale: Enter closes the parcel with the weight of its goods and its box."
    ),
}
_LESSONS = {
    "waiting": mark(
        "Take the next tote with its list and scan the barcode at the top of the list. The order opens by itself."
    ),
    "packing": mark(
        "Scan each piece before you put it into the box; a carton of six counts six. The large number says how many are in,"
        " the frame in the list which article comes next. The last scan closes the parcel."
    ),
    "quantity": mark(
        "Type how often the next scan is to count, then scan one piece. Count the pieces first."
    ),
    "problem": mark("Type how many of the article are missing or damaged, then press Enter."),
    "which": mark("Missing: you do not find it. Damaged: you have it, and nobody would want to get it."),
    "how": mark(
        "Swap: the screen says where to fetch another one. Send later: the customer gets the rest in another parcel."
        " Tell a supervisor: nothing changes yet."
    ),
    "serial": mark("Each of these has a number of its own. Scan the one on the damaged piece."),
    "out": mark(
        "Scan the piece that you take out of the parcel; it lies on the bench again then. F7 moves one into another parcel."
    ),
    "move": mark(
        "Scan the piece that goes into another parcel, as it lies in its parcel now. Take it out only when the screen says"
        " that it is moved."
    ),
    "into": mark(
        "Press the figure of the parcel that the piece goes into, or scan that parcel's label. F4 begins another parcel for it."
    ),
    "off": mark(
        "The parcel weighs something else than its goods and its box. Look whether something is missing or too much in it."
        " If all is right, say why it weighs what it weighs."
    ),
    "box": mark("Scan the barcode on the shelf of the box that you take, or press its figure."),
    "park": mark("Put the parcel aside with its list. Say why it waits: the other desks see it."),
    "done": mark(
        "Take the label, stick it flat on the largest side, put the slip into the pouch, and take the next one."
    ),
}
_STOPS = {
    Verdict.WRONG: mark(
        "This article is not in this order. It may belong to the next one: put it on the shelf beside you."
    ),
    Verdict.TOO_MANY: mark(
        "All of this article are in the parcel already. One too many was picked: it goes back."
    ),
    Verdict.FOREIGN: mark(
        "This barcode is none of goods to be packed here. Scan the barcode of the article."
    ),
    Verdict.UNKNOWN: mark(
        "Nobody knows this barcode. Look for another one on the article; else call a supervisor with F9."
    ),
    Verdict.EXPIRED: mark("Goods past their date are never sent. Set them apart and report them with F6."),
    Verdict.WRONG_LOT: mark(
        "It is the right article of another lot. The lot that was picked is the one to be sent."
    ),
    Verdict.SERIAL_NEEDED: mark(
        "This article has a serial number for each piece. Scan that number, not the article."
    ),
    Verdict.SERIAL_WRONG: mark(
        "This piece was sold, packed or never received. Take another one and put this one aside."
    ),
}


def lesson(step: str, weighing: str) -> str:
    """What is said of a step: the bench's mode or what it asks."""
    words = _WEIGHT[weighing] if step == "closing" else _LESSONS.get(step, "")
    return tr(words) if words else ""


def lesson_of_stop(verdict: Verdict) -> str:
    """What a STOP means and what is to be done, at length."""
    words = _STOPS.get(verdict)
    return tr(words) if words else ""
