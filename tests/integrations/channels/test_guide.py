"""The examples of the user's guide do what it says."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from app.integrations.channels.base import OrderHeaderRow, OrderLineRow, ProductRow, StockRow
from app.integrations.channels.profile import (
    ColumnSpec,
    CustomerColumns,
    FileOptions,
    LineColumns,
    LinesSection,
    OrderColumns,
    OrdersSection,
    ProductColumns,
    ProductsSection,
    Profile,
    ReturnRules,
    StockColumns,
    StockSection,
)
from tests.integrations.channels.samples import profile, read, write

GUIDE = (Path(__file__).resolve().parents[3] / "docs" / "import-profiles.md").read_text(encoding="utf-8")
FENCES = [(found[1], found[2]) for found in re.finditer(r"```(\w*)\n(.*?)```", GUIDE, re.DOTALL)]
PROFILES = [text for language, text in FENCES if language == "toml" and text.startswith("format")]
FILES = [text for language, text in FENCES if not language][1:]


def test_first_profile(tmp_path: Path) -> None:
    rows, bad = read(profile(PROFILES[0]), "stock", write(tmp_path, FILES[0]))
    found = [(row.sku, row.location, row.qty) for row in rows if isinstance(row, StockRow)]
    assert (found, bad) == ([("A-100", "R1-03", 1250), ("A-200", "R1-04", 8)], [])


def test_worked_example(tmp_path: Path) -> None:
    used, path = profile(PROFILES[1]), write(tmp_path, FILES[1])
    rows, bad = read(used, "orders", path)
    heads = [(row.number, row.customer, row.returned) for row in rows if isinstance(row, OrderHeaderRow)]
    assert heads == [("536365", "17850", False), ("C536379", "14527", True), ("536414", "CASH", False)]
    charges = [row.qty * row.unit_price for row in rows if isinstance(row, OrderLineRow) and row.freight]
    assert (charges, bad) == ([Decimal(18)], [])
    products, bad = read(used, "products", path)
    skus = [row.sku for row in products if isinstance(row, ProductRow)]
    assert (skus, bad) == (["85123A", "85123A", "22139"], [])


def test_every_key_and_target_is_explained() -> None:
    for struct in (
        *(ColumnSpec, FileOptions, ProductColumns, StockColumns, CustomerColumns, OrderColumns, LineColumns),
        *(LinesSection, OrdersSection, ProductsSection, StockSection, ReturnRules, Profile),
    ):
        for key in struct.__struct_encode_fields__:
            assert re.search(rf"\b{key}\b", GUIDE), f"{struct.__name__}.{key}"
