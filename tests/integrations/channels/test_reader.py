"""What people's files hold comes out as typed rows; every refusal points at its cell."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.errors import BadInput
from app.integrations.channels import CHANNELS
from app.integrations.channels.base import CustomerRow, OrderHeaderRow, OrderLineRow, ProductRow, StockRow
from app.integrations.channels.loading import load_profile
from tests.integrations.channels.samples import FLAT, FLAT_HEADER, JOINED, STOCK, profile, read, write
from tests.rig.shared_data import adventureworks_dir, northwind_dir


def test_northwind_orders_to_the_cent() -> None:
    folder = northwind_dir()
    rows, bad = read(load_profile("northwind"), "orders", folder / "order_details.csv", folder / "orders.csv")
    heads = [row for row in rows if isinstance(row, OrderHeaderRow)]
    lines = [row for row in rows if isinstance(row, OrderLineRow)]
    assert (len(heads), len(lines), bad) == (830, 2155, [])
    assert sum(line.qty * line.unit_price for line in lines) == Decimal("1354458.59")
    assert sum(head.freight for head in heads) == Decimal("64942.69")
    assert Counter(head.state for head in heads) == {"closed": 809, "open": 21}
    assert len({head.ship_to.country for head in heads}) == 21
    net = sum(line.qty * line.unit_price * (1 - line.discount) for line in lines)
    assert net == Decimal("1265793.0395")
    assert rows.index(lines[0]) == 830, "heads come first, whatever the order of the files"


def test_northwind_master_data() -> None:
    folder, used = northwind_dir(), load_profile("northwind")
    products, bad = read(used, "products", folder / "products.csv")
    assert (len(products), bad) == (77, [])
    chai = products[0]
    assert isinstance(chai, ProductRow)
    assert (chai.sku, chai.name, chai.price, chai.currency, chai.line) == ("1", "Chai", Decimal(18), "USD", 2)
    customers, bad = read(used, "customers", folder / "customers.csv")
    assert (len(customers), bad) == (93, [])
    stock, bad = read(used, "stock", folder / "products.csv")
    assert (sum(row.qty for row in stock if isinstance(row, StockRow)), bad) == (3119, [])


def test_another_companys_stock_by_shelf_and_bin() -> None:
    used = profile("""
        format = 1
        file = { delimiter = "tab" }
        [stock.columns]
        sku = "ProductID"
        qty = "Quantity"
        location = { join = ["LocationID", "Shelf", "Bin"], with = "-" }
        """)
    rows, bad = read(used, "stock", adventureworks_dir() / "ProductInventory.tsv")
    stock = [row for row in rows if isinstance(row, StockRow)]
    assert (len(stock), sum(row.qty for row in stock), bad) == (1069, 335_974, [])
    assert stock[0].location == "1-A-1"


def test_another_companys_products_with_weights() -> None:
    used = profile("""
        format = 1
        currency = "USD"
        file = { delimiter = "tab" }
        [products.columns]
        sku = "ProductNumber"
        name = "Name"
        price = "ListPrice"
        weight = "Weight"
        weight_unit = "WeightUnitMeasureCode"
        reorder_point = "ReorderPoint"
        """)
    rows, bad = read(used, "products", adventureworks_dir() / "Product.tsv")
    products = {row.sku: row for row in rows if isinstance(row, ProductRow)}
    assert (len(products), bad) == (504, [])
    assert products["FR-R92R-58"].weight_g == 1016, "2.24 lb at 453.59237 g"
    assert products["AR-5381"].weight_g is None


def test_flat_file_with_cancellations_returns_and_charges(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        FLAT_HEADER
        + "536365,85123a,WHITE LANTERN,6,12/1/2010 8:26,2.55,17850.0,United Kingdom\n"
        + "536365,POST,POSTAGE,1,12/1/2010 8:26,18.00,17850.0,United Kingdom\n"
        + '536366,22752,"SET ""7"", BOXES",2,12/1/2010 8:28,7.65,,EIRE\n'
        + "C536379,85123A,WHITE LANTERN,-1,12/1/2010 9:41,2.55,14527,Unspecified\n"
        + "536365,71053,LATER LINE,-3,12/1/2010 8:26,3.39,17850,United Kingdom\n",
    )
    rows, bad = read(profile(FLAT), "orders", path)
    heads = [row for row in rows if isinstance(row, OrderHeaderRow)]
    lines = [row for row in rows if isinstance(row, OrderLineRow)]
    assert bad == []
    assert [(head.number, head.customer, head.ship_to.country, head.returned) for head in heads] == [
        ("536365", "17850", "GB", False),
        ("536366", "CASH", "IE", False),
        ("C536379", "14527", "", True),
        ("536365", "17850", "GB", False),
    ], "a head again when the number comes back"
    assert {head.state for head in heads} == {"closed"}
    assert heads[0].ordered_on == date(2010, 12, 1)
    assert [(line.sku, line.qty, line.returned, line.freight) for line in lines] == [
        ("85123A", 6, False, False),
        ("POST", 1, False, True),
        ("22752", 2, False, False),
        ("85123A", 1, True, False),
        ("71053", 3, True, False),
    ]
    assert lines[2].description == 'SET "7", BOXES'


REFUSED_FLAT = [
    ("536365,A,x,0,12/1/2010 8:26,1,1,France", "Quantity", "the quantity is zero"),
    ("536365,A,x,1.5,12/1/2010 8:26,1,1,France", "Quantity", "no whole number"),
    ("536365,A,x,NaN,12/1/2010 8:26,1,1,France", "Quantity", "is not a number"),
    ("536365,A,x,1_000,12/1/2010 8:26,1,1,France", "Quantity", "is not a number"),
    ("536365,A,x,１２,12/1/2010 8:26,1,1,France", "Quantity", "is not a number"),
    ("536365,A,x,9000000000,12/1/2010 8:26,1,1,France", "Quantity", "is more than"),
    ("536365,A,x,1,12/1/2010 8:26,1e400,1,France", "UnitPrice", "is not a number"),
    ("536365,A,x,1,12/1/2010 8:26,-1,1,France", "UnitPrice", "below zero"),
    ("536365,A,x,1,12/1/2010 8:26,1.1234567,1,France", "UnitPrice", "more than six decimals"),
    ("536365,A,x,1,12/1/2010 8:26,,1,France", "UnitPrice", "no price"),
    ("536365,A,x,1,31/12/2010 8:26,1,1,France", "InvoiceDate", "does not exist"),
    ("536365,A,x,1,2010-12-01,1,1,France", "InvoiceDate", "is not a date"),
    ("536365,A,x,1,12/1/2010 8:26,1,1,Atlantis", "Country", "is no country we know"),
    ("536365,,x,1,12/1/2010 8:26,1,1,France", "StockCode", "the cell is empty"),
    (",A,x,1,12/1/2010 8:26,1,1,France", "InvoiceNo", "the cell is empty"),
    ("536365,A\x07,x,1,12/1/2010 8:26,1,1,France", "StockCode", "control character U+0007"),
    ("536365," + "A" * 65 + ",x,1,12/1/2010 8:26,1,1,France", "StockCode", "65 characters, 64 are allowed"),
    ('536365,"A\nB",x,1,12/1/2010 8:26,1,1,France', "StockCode", "a tab or line break"),
    ("536365,A,x,1,12/1/2010 8:26,1,1", "", "the row has 7 columns, the header has 8"),
    ("Total", "", "the row has 1 column, the header has 8"),
    ("536365,A\0,x,1,12/1/2010 8:26,1,1,France", "StockCode", "a NUL byte on line 3"),
    ('536365,"A"B,x,1,12/1/2010 8:26,1,1,France', "", "text follows a closing quote"),
    ("536365,A,a\rb,1,12/1/2010 8:26,1,1,France", "", "a carriage return stands inside"),
    ("536365,A," + "x" * 131_073 + ",1,12/1/2010 8:26,1,1,France", "", "a cell is longer than 131,072"),
    (
        "536365,A," + "x" * 1_100_000 + ",1,12/1/2010 8:26,1,1,France",
        "",
        "line 3 is longer than 1,048,576 bytes",
    ),
]
GOOD = "1,A,x,1,12/1/2010 8:26,1,1,France\n"


@pytest.mark.parametrize(
    ("row", "column", "told"), REFUSED_FLAT, ids=[told[:40] for _, _, told in REFUSED_FLAT]
)
def test_bad_row_is_named_and_costs_no_other(tmp_path: Path, row: str, column: str, told: str) -> None:
    path = write(tmp_path, FLAT_HEADER + GOOD + row + "\n" + GOOD.replace("1,A", "2,B", 1))
    rows, bad = read(profile(FLAT), "orders", path)
    assert [one.sku for one in rows if isinstance(one, OrderLineRow)] == ["A", "B"]
    assert [(one.file, one.line, one.column) for one in bad] == [("in.csv", 3, column)]
    assert told in bad[0].reason


def test_a_currency_nobody_pays_with_is_refused(tmp_path: Path) -> None:
    used = profile(
        STOCK,
        (
            "[stock.columns]",
            '[products.columns]\nsku = "SKU"\nname = "Qty"\ncurrency = "Money"\n[stock.columns]',
        ),
    )
    rows, bad = read(used, "products", write(tmp_path, "SKU,Qty,Money\nA,a,JPY\nB,b,ABC\nC,c,eur\n"))
    assert [row.currency for row in rows if isinstance(row, ProductRow)] == ["JPY"]
    assert [(one.line, one.column) for one in bad] == [(3, "Money"), (4, "Money")]


def test_a_refusal_names_the_order_that_loses_the_row(tmp_path: Path) -> None:
    text = (
        FLAT_HEADER
        + GOOD.replace("x,1", "x,many")
        + GOOD.replace("x,1", "x,0")
        + GOOD.replace("1,A", ",A", 1)
        + "1\n"
    )
    _, bad = read(profile(FLAT), "orders", write(tmp_path, text))
    assert [(one.line, one.order) for one in bad] == [(2, "1"), (3, "1"), (4, ""), (5, "")]


def test_negative_quantity_is_refused_unless_the_profile_calls_it_a_return(tmp_path: Path) -> None:
    used = profile(FLAT, ("negative_quantity = true", ""))
    rows, bad = read(used, "orders", write(tmp_path, FLAT_HEADER + GOOD.replace("x,1", "x,-1")))
    assert rows == []
    assert "if that means a return" in bad[0].reason


def test_every_bad_cell_of_a_row_is_in_its_one_refusal(tmp_path: Path) -> None:
    _, bad = read(profile(STOCK), "stock", write(tmp_path, "SKU,Qty\n,x\n"))
    assert len(bad) == 1
    assert (bad[0].column, bad[0].line) == ("SKU", 2)
    assert "Qty: 'x' is not a number" in bad[0].reason


def test_bad_bytes_cost_one_row_and_name_the_encoding(tmp_path: Path) -> None:
    data = b"SKU,Qty\nA,1\nB\xe9,2\nC,3\n"
    rows, bad = read(profile(STOCK), "stock", write(tmp_path, data))
    assert [row.sku for row in rows if isinstance(row, StockRow)] == ["A", "C"]
    assert [(one.line, one.column) for one in bad] == [(3, "SKU")]
    assert "byte E9 is no UTF-8 text on line 3" in bad[0].reason
    cp1252 = profile(STOCK, ("[stock.columns]", '[file]\nencoding = "cp1252"\n[stock.columns]'))
    rows, bad = read(cp1252, "stock", write(tmp_path, data))
    assert (len(rows), bad) == (3, [])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_mark_decides(tmp_path: Path, encoding: str) -> None:
    rows, bad = read(profile(STOCK), "stock", write(tmp_path, "SKU,Qty\r\nÉ,1\r\n".encode(encoding)))
    assert bad == []
    assert [(row.sku, row.line) for row in rows if isinstance(row, StockRow)] == [("É", 2)]


def test_damaged_utf16_costs_one_row(tmp_path: Path) -> None:
    data = "SKU,Qty\nA,1\n".encode("utf-16") + b"\x00\xd8,\x001\x00\n\x00" + "C,3\n".encode("utf-16-le")
    rows, bad = read(profile(STOCK), "stock", write(tmp_path, data))
    assert [row.sku for row in rows if isinstance(row, StockRow)] == ["A", "C"]
    assert [one.line for one in bad] == [3]


@pytest.mark.parametrize(
    ("data", "line", "told"),
    [
        (b"", 1, "the file is empty"),
        (b"\n\n  \n", 3, "has no column 'SKU'"),
        (b"PK\x03\x04rest", 0, "a spreadsheet or zip archive"),
        (b"\x1f\x8brest", 0, "a gzip archive"),
        ("SKU,Qty\nA,1\n".encode("utf-16-le"), 0, "UTF-16 without its mark"),
        (b"SKU,Qty,SKU\nA,1,2\n", 1, "names the column 'SKU' 2 times"),
        (b"sku,Qty\nA,1\n", 1, "write 'sku' in the profile"),
        (b"SKU;Qty\nA;1\n", 1, "has no column 'SKU'"),
        (b'SKU,"Qty\nA,1\n', 1, "a quote opened in this row is never closed, although read up to line 2"),
    ],
)
def test_unusable_file_is_one_refusal(tmp_path: Path, data: bytes, line: int, told: str) -> None:
    rows, bad = read(profile(STOCK), "stock", write(tmp_path, data))
    assert rows == []
    assert told in bad[0].reason
    assert bad[0].line == line or told.startswith("has no column")


def test_quote_never_closed_costs_its_row_alone(tmp_path: Path) -> None:
    path = write(tmp_path, 'SKU,Qty\nA,1\n"B,2\nC,3\nD,4\n')
    rows, bad = read(profile(STOCK), "stock", path)
    assert [(row.sku, row.line) for row in rows if isinstance(row, StockRow)] == [
        ("A", 2),
        ("C", 4),
        ("D", 5),
    ]
    assert [one.line for one in bad] == [3]


def test_line_breaks_and_tabs_inside_quotes_are_text(tmp_path: Path) -> None:
    used = profile("""
        format = 1
        [customers.columns]
        number = "No"
        name = "Name"
        street = "Street"
        """)
    path = write(
        tmp_path, 'No,Name,Street\r\n1,"Big\tShop\r\nLtd","9-8 Sekimai\r\nMusashino-shi "\r\n2,B,\r\n'
    )
    rows, bad = read(used, "customers", path)
    first, second = (row for row in rows if isinstance(row, CustomerRow))
    assert bad == []
    assert (first.name, first.address.street, first.line) == ("Big Shop Ltd", "9-8 Sekimai\nMusashino-shi", 2)
    assert second.line == 5, "the physical line, not the number of the row"


def test_no_header_semicolons_commas_and_lines_above(tmp_path: Path) -> None:
    used = profile("""
        format = 1
        currency = "EUR"
        [file]
        delimiter = "semicolon"
        decimal = ","
        thousands = "."
        header = false
        skip_lines = 2
        empty = ["-", "NULL"]
        [products.columns]
        sku = 1
        name = { join = [2, 4], with = " / " }
        price = 3
        barcode = 5
        """)
    path = write(
        tmp_path, "Preisliste\n\nA;Schraube;1.234,50;M6;-\nB;Mutter;0,05;NULL;4006381333931\n;;;;\nC;x;1\n"
    )
    rows, bad = read(used, "products", path)
    found = [
        (row.sku, row.name, row.price, row.barcode, row.line) for row in rows if isinstance(row, ProductRow)
    ]
    assert found == [
        ("A", "Schraube / M6", Decimal("1234.50"), "", 3),
        ("B", "Mutter", Decimal("0.05"), "4006381333931", 4),
    ]
    assert [(one.line, one.reason) for one in bad] == [(6, "the row has 3 columns, the first row has 5")]


def test_position_beyond_the_row_is_said_once(tmp_path: Path) -> None:
    used = profile(
        STOCK, ("[stock.columns]", "[file]\nheader = false\n[stock.columns]"), ('"SKU"', "7"), ('"Qty"', "1")
    )
    rows, bad = read(used, "stock", write(tmp_path, "1,2\n3,4\n"))
    assert rows == []
    assert [one.reason for one in bad] == ["the profile names column 7, the file has 2"]


def test_rows_can_be_left_out_on_purpose(tmp_path: Path) -> None:
    rules = """
        [[stock.skip]]
        column = "SKU"
        values = ["TOTAL"]
        [[stock.skip]]
        column = "SKU"
        prefix = "TEST-"
        [[stock.skip]]
        column = "Qty"
        empty = true
        [stock.columns]"""
    path = write(tmp_path, "SKU,Qty\nA,1\nTOTAL,x\nTEST-1,y\nB,\nC,2\n")
    rows, bad = read(profile(STOCK, ("[stock.columns]", rules)), "stock", path)
    assert [row.sku for row in rows if isinstance(row, StockRow)] == ["A", "C"]
    assert bad == []


def test_line_amount_gives_the_price(tmp_path: Path) -> None:
    used = profile(FLAT, ('unit_price = "UnitPrice"', 'line_amount = "UnitPrice"'))
    text = FLAT_HEADER + GOOD.replace("x,1,", "x,3,").replace(",1,1,F", ",10.00,1,F")
    text += GOOD.replace("8:26,1,1,", "8:26,-1,1,")
    rows, bad = read(used, "orders", write(tmp_path, text))
    (line,) = (row for row in rows if isinstance(row, OrderLineRow))
    assert line.unit_price == Decimal("3.333333")
    assert "different signs" in bad[0].reason


@pytest.mark.parametrize(
    ("kind", "cell", "wanted"), [("fraction", "0.15", "0.15"), ("percent", "15", "0.15")]
)
def test_discount_is_a_fraction_of_the_price(tmp_path: Path, kind: str, cell: str, wanted: str) -> None:
    used = profile(
        FLAT,
        ("[orders.lines]\n", f'[orders.lines]\ndiscount_is = "{kind}"\n'),
        ('description = "Description"', 'discount = "Description"'),
    )
    rows, bad = read(used, "orders", write(tmp_path, FLAT_HEADER + GOOD.replace(",x,", f",{cell},") * 2))
    assert [row.discount for row in rows if isinstance(row, OrderLineRow)] == [Decimal(wanted)] * 2
    assert bad == []
    _, bad = read(used, "orders", write(tmp_path, FLAT_HEADER + GOOD.replace(",x,", ",101,")))
    assert "more than the price" in bad[0].reason


def test_a_column_says_what_is_a_return_and_what_is_closed(tmp_path: Path) -> None:
    used = profile(
        FLAT,
        ('history = "all"', ""),
        ('number_prefix = "C"\nnegative_quantity = true', 'column = "Type"\nvalues = ["Credit"]'),
        (
            'number = "InvoiceNo"',
            'number = "InvoiceNo"\nstate = { column = "State", map = { done = "closed" }, default = "open" }',
        ),
    )
    good = GOOD.rstrip()
    text = (
        FLAT_HEADER.rstrip() + f",Type,State\n{good},Sale,done\n2{good[1:]},Credit,\n3{good[1:]},Sale,lost\n"
    )
    rows, bad = read(used, "orders", write(tmp_path, text))
    heads = [(row.number, row.returned, row.state) for row in rows if isinstance(row, OrderHeaderRow)]
    assert heads == [("1", False, "closed"), ("2", True, "open")]
    assert [(one.line, one.column) for one in bad] == [(4, "State")]


def test_shipped_date_makes_history_and_cannot_precede_the_order(tmp_path: Path) -> None:
    used = profile(
        JOINED,
        ('history = "none"', 'history = "shipped"'),
        ('customer = "Client" }', 'customer = "Client", ordered_on = "On", shipped_on = "Out" }'),
    )
    heads = write(
        tmp_path,
        "No,Client,On,Out\n1,A,2024-02-01,2024-02-03\n2,A,2024-02-01,\n3,A,2024-02-01,2024-01-01\n",
        "heads.csv",
    )
    lines = write(tmp_path, "No,Art,Menge,Preis\n", "lines.csv")
    rows, bad = read(used, "orders", heads, lines)
    assert [row.state for row in rows if isinstance(row, OrderHeaderRow)] == ["closed", "open"]
    assert [(one.line, one.column) for one in bad] == [(4, "Out")]


def test_files_find_their_roles_by_name_or_by_columns(tmp_path: Path) -> None:
    heads = write(tmp_path, "No,Client\n1,A\n", "a.csv")
    lines = write(tmp_path, "No,Art,Menge,Preis\n1,X,2,3\n", "HEADS9.csv")
    used = profile(JOINED)
    with pytest.raises(BadInput, match="No file with the lines"):
        read(used, "orders", heads, lines)
    lines = lines.rename(tmp_path / "b.csv")
    rows, bad = read(used, "orders", lines, heads)
    assert ([type(row) for row in rows], bad) == ([OrderHeaderRow, OrderLineRow], [])


def test_files_that_fit_no_role_are_refused_before_the_first_row(tmp_path: Path) -> None:
    heads = write(tmp_path, "No,Client\n1,A\n", "heads.csv")
    both = write(tmp_path, "No,Client,Art,Menge,Preis\n1,A,X,2,3\n", "both.csv")
    none = write(tmp_path, "X\n1\n", "none.csv")
    used = profile(JOINED)
    for files, told in (
        ([heads], "No file with the lines"),
        ([], "No file was given"),
        ([heads, tmp_path / "gone.csv"], "There is no file"),
        ([heads, heads], "given twice"),
        ([heads, both], "could be either"),
        ([heads, none], "fits neither"),
    ):
        with pytest.raises(BadInput, match=told):
            read(used, "orders", *files)
    with pytest.raises(BadInput, match="no section for products"):
        read(used, "products", heads)


def test_progress_adds_up_to_the_size_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "SKU,Qty\nA,1\n" * 50)
    seen: list[int] = []
    rows = list(CHANNELS[0].read(str(write(tmp_path, STOCK, "p.toml")), "stock", [path], seen.append))
    assert len(rows) == 99
    assert sum(seen) == path.stat().st_size
