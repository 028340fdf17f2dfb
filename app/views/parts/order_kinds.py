"""Kinds of order in words, in the order in which they are offered."""

from __future__ import annotations

from app.qt.words import mark

KINDS = {
    "sale": mark("Sale"),
    "sample": mark("Sample"),
    "replenishment": mark("Replenishment"),
    "consignment": mark("Consignment"),
    "exchange": mark("Exchange"),
}
