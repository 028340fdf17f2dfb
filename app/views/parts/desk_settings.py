"""The settings of a desk's scanner and scale as they lie in its store."""

from __future__ import annotations

from typing import Any

from app.domain.scale import GRAMS
from app.domain.scale_protocols import PROTOCOLS
from app.qt.scale import FRAMINGS, ScaleSettings
from app.qt.scanner import SerialSettings, WedgeSettings
from app.qt.store import Store
from app.qt.words import mark

SUFFIXES = (
    ("\r\t", mark("Enter or Tab")),
    ("\r", mark("Enter")),
    ("\t", mark("Tab")),
    ("", mark("Nothing")),
)
BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)


def wedge_of(store: Store) -> WedgeSettings:
    """How the scanner types; what cannot be read counts as not set."""
    kept = _kept(store, "wedge")
    prefix, suffixes = kept.get("prefix", ""), kept.get("suffixes", "\r\t")
    if not isinstance(prefix, str) or suffixes not in {text for text, _ in SUFFIXES}:
        return WedgeSettings()
    return WedgeSettings(prefix=prefix[:4], suffixes=suffixes)


def serial_of(store: Store) -> SerialSettings | None:
    """The serial port that is listened to; None for none."""
    kept = _kept(store, "serial")
    port, baud = kept.get("port"), kept.get("baud", 9600)
    if not isinstance(port, str) or not port or baud not in BAUDS:
        return None
    return SerialSettings(port, baud)


WEIGHING = (
    ("computed", mark("By the catalogue: the last scan closes the parcel")),
    ("typed", mark("Typed for every parcel")),
)
"""Where the weight of a parcel comes from at a desk without a scale."""


def weighing_of(store: Store) -> str:
    """Where weights come from without a scale; what cannot be read counts as not set."""
    kept = store.get("weighing", "computed")
    return kept if kept in {code for code, _ in WEIGHING} else "computed"


def scale_of(store: Store) -> ScaleSettings | None:
    """How the scale is connected; None for none, and where what is kept cannot be used."""
    kept = _kept(store, "scale")
    port, unit = kept.get("port"), kept.get("unit", "")
    spoken, baud, framing = kept.get("protocol"), kept.get("baud", 9600), kept.get("framing", "8N1")
    if not isinstance(port, str) or not port or baud not in BAUDS or framing not in tuple(FRAMINGS):
        return None
    if spoken not in [one.code for one in PROTOCOLS] or unit not in ("", *GRAMS):
        return None
    return ScaleSettings(port, spoken, baud, framing, unit)


def _kept(store: Store, name: str) -> dict[str, Any]:
    found = store.get(name, {})
    return found if isinstance(found, dict) else {}
