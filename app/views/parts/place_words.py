"""How kinds of places are called."""

from __future__ import annotations

from app.qt.words import mark

KINDS = {
    "storage": ("shelf", mark("Storage")),
    "pick_face": ("hand", mark("Pick face")),
    "goods_in": ("goods-in", mark("Goods in")),
    "staging": ("truck", mark("Staging")),
    "packing": ("packing", mark("Packing")),
    "returns": ("returns", mark("Returns")),
    "quarantine": ("hold", mark("Quarantine")),
    "tote": ("tote", mark("Tote")),
    "transit": ("arrow-right", mark("In transit")),
    "supplier": ("suppliers", mark("At the supplier's")),
    "customer": ("customers", mark("At the customer's")),
    "adjustment": ("edit", mark("Adjustments")),
    "assembly": ("link", mark("Assembly")),
}
"""Kinds of places: (icon, English words)."""
