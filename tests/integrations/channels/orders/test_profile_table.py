"""Tables by a profile, as CSV and as XLSX; bombs and spoilt files are refused in words."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BadInput
from app.integrations.channels.loading import load_profile
from app.integrations.channels.orders.profile_table import read_table
from app.integrations.channels.orders.xlsx import read_rows

HEAD = ["Commande", "Date", "Client", "Référence", "Article", "Quantité", "Prix", "Remise %"]
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
_BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets>'
    '<sheet name="A" sheetId="1"/></sheets></workbook>'
)


_STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="164"/></cellXfs></styleSheet>'
)


def workbook(*rows: list[object]) -> bytes:
    """A spreadsheet as programs save one: texts shared, days as numbers with a style, numbers as floats."""
    texts: list[str] = []

    def cell(value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, date):
            return f'<c s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
        if isinstance(value, int | float):
            return f"<c><v>{value!r}</v></c>"
        texts.append(str(value))
        return f'<c t="s"><v>{len(texts) - 1}</v></c>'

    lines = "".join(f"<row>{''.join(cell(one) for one in row)}</row>" for row in [list[object](HEAD), *rows])
    shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return packed(
        _SHEET.format(lines),
        ("xl/sharedStrings.xml", f"<sst {main}>{shared}</sst>".encode()),
        ("xl/styles.xml", _STYLES.encode()),
    )


def packed(sheet: str, *more: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", _BOOK)
        book.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, data in more:
            book.writestr(name, data)
    return out.getvalue()


def test_a_spreadsheet_says_what_the_same_table_says() -> None:
    profile = load_profile("sample")
    sheet = workbook(
        ["W-1", date(2026, 11, 24), "C-1", "R-1", "MUG", 3, 2.1, 0],
        ["W-1", date(2026, 11, 24), "C-1", "R-1", "POT", 1, 7.5, 10],
        ["W-2", date(2026, 11, 25), "C-2", "", "MUG", 2, 2.1, 0],
    )
    text = (
        ";".join(HEAD) + "\nW-1;24/11/2026;C-1;R-1;MUG;3;2,1;0\nW-1;24/11/2026;C-1;R-1;POT;1;7,5;10\n"
        "W-2;25/11/2026;C-2;;MUG;2;2,1;0\n"
    )
    read = read_table(profile, "sample", "orders.xlsx", sheet)
    assert read == read_table(profile, "sample", "orders.csv", text.encode())
    first = read[0]
    assert (first.channel, first.number, first.source, first.buyer.code) == (
        "table",
        "W-1",
        "table:sample",
        "C-1",
    )
    assert first.ordered_on == date(2026, 11, 24)
    assert [(line.sku, line.qty, line.unit_price, line.discount) for line in first.lines] == [
        ("MUG", Decimal(3), Decimal("2.1"), Decimal(0)),
        ("POT", Decimal(1), Decimal("7.5"), Decimal("0.1")),
    ]


def test_a_bad_row_stops_its_order_alone() -> None:
    text = ";".join(HEAD) + "\nW-1;24/11/2026;C;R;MUG;3;2,1;0\nW-2;24/11/2026;C;R;MUG;three;2,1;0\n"
    good, bad = read_table(load_profile("sample"), "sample", "o.csv", text.encode())
    assert good.oddities == ()
    assert [(odd.code, odd.severity, odd.facts["row"]) for odd in bad.oddities] == [
        ("table_row", "stops", "3")
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04xl/ and no more",
        packed(_SHEET.format('<row r="1"><c r="XFD1048576"><v>1</v></c></row>')),
        packed(_SHEET.format('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
        packed(_SHEET.format("<row><c><v>1</v></c></row>" * 70_000)),
        packed(_SHEET.format("<row/>"), ("xl/media/big.bin", b"\0" * (61 * 1024 * 1024))),
        packed('<!DOCTYPE x [<!ENTITY a "aaaa">]>' + _SHEET.format("&a;")),
        packed("<worksheet"),
        workbook(["W-1", "24.11.26", "C", "R", "MUG", 3, 2.1, 0]),
    ],
    ids=["empty", "cut", "far column", "far row", "many rows", "bomb", "entities", "no xml", "wrong day"],
)
def test_what_is_no_table_of_orders_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        read_table(load_profile("sample"), "sample", "orders.xlsx", data)
    assert "orders" in refused.value.message


@given(st.binary(max_size=300))
def test_bytes_never_break_the_reader(data: bytes) -> None:
    with pytest.raises(BadInput):
        read_rows("x.xlsx", data)
    with pytest.raises(BadInput):
        read_rows("x.xlsx", packed(data.decode("latin-1")))


def test_numbers_and_days_are_written_as_the_profile_wants() -> None:
    sheet = workbook([date(2026, 3, 1), 0.1 + 0.2, 1e15, "x", 12])
    rows = read_rows("x.xlsx", sheet, ",", "%d/%m/%Y")
    assert rows[1] == ["01/03/2026", "0,3", "1000000000000000", "x", "12"]
