"""A profile that cannot be used is refused before any file is read, in words that say what to change."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import NotFound
from app.integrations.channels.loading import SHIPPED_PROFILES, ProfileError, load_profile, parse_profile
from app.integrations.channels.profile_checks import ENCODINGS
from tests.integrations.channels.samples import FLAT, JOINED, STOCK, profile

REFUSED = [
    (STOCK, ("format = 1", "format = 2"), "says format = 2"),
    (STOCK, ("format = 1", ""), "does not say which format"),
    (STOCK, ("[stock.columns]", "[stok.columns]"), "unknown key 'stok'. Did you mean stock?"),
    (STOCK, ("sku =", "skuu ="), "[stock.columns] has an unknown key 'skuu'. Did you mean sku?"),
    (
        STOCK,
        ('"SKU"', '{ colum = "SKU" }'),
        "[stock.columns.sku] has an unknown key 'colum'. Did you mean column?",
    ),
    (
        STOCK,
        ('"SKU"', "1.5"),
        "expected a whole number or text in quotes or a table, found a number with a point",
    ),
    (STOCK, ('sku = "SKU"', ""), "[stock.columns] lacks 'sku', which every row needs"),
    (STOCK, ('"Qty"', '"SKU"'), "the column 'SKU' is named twice, for sku and qty"),
    (STOCK, ('"SKU"', '{ join = ["A"] }'), "join needs two columns or more"),
    (STOCK, ('"SKU"', '{ join = ["A", "A"] }'), "each named once"),
    (
        STOCK,
        ('"SKU"', '{ column = "A", value = "B" }'),
        "exactly one of column, join and value; found column and value",
    ),
    (STOCK, ('"SKU"', "{ trimmed = true }"), "unknown key 'trimmed'"),
    (STOCK, ('"SKU"', '{ default = "B" }'), "found none of them"),
    (STOCK, ('"SKU"', '{ column = "A", with = " " }'), "which only says what stands between joined columns"),
    (STOCK, ('"SKU"', '{ column = "A", map = "no" }'), "Add [maps.no]"),
    (STOCK, ('"SKU"', '{ column = "A", unmapped = "keep" }'), "has 'unmapped' but no 'map'"),
    (STOCK, ('"SKU"', '{ value = "A", default = "B" }'), "is a constant value, so default can do nothing"),
    (STOCK, ('"SKU"', '{ column = "A", decimal = "," }'), "holds no number, so decimal can do nothing"),
    (STOCK, ('"Qty"', '{ column = "Q", round = 2 }'), "round is for prices"),
    (STOCK, ('"Qty"', '{ column = "Q", dates = ["%d.%m.%Y"] }'), "holds no date"),
    (
        STOCK,
        ('"Qty"', '{ column = "Q", thousands = "." }'),
        "has the same mark '.' for decimals and for thousands",
    ),
    (STOCK, ('"SKU"', "0"), "position 0 does not exist"),
    (STOCK, ('"SKU"', '" SKU"'), "has blanks around it"),
    (STOCK, ("[stock.columns]", "[file]\nheader = false\n[stock.columns]"), "but the file has no header"),
    (
        STOCK,
        ("[stock.columns]", '[file]\ndelimiter = ";"\n[stock.columns]'),
        "Use one of comma, semicolon, tab, pipe",
    ),
    (
        STOCK,
        ("[stock.columns]", '[file]\nencoding = "utf-7"\n[stock.columns]'),
        "encoding 'utf-7' is not known",
    ),
    (STOCK, ("[stock.columns]", '[file]\nencoding = "a\\u0000b"\n[stock.columns]'), "is not known"),
    (STOCK, ("[stock.columns]", '[file]\nquote = ","\n[stock.columns]'), "quote must be one mark"),
    (STOCK, ("[stock.columns]", "[file]\nskip_lines = -1\n[stock.columns]"), "skip_lines must be from 0"),
    (STOCK, ("[stock.columns]", '[file]\ndecimal = ";"\n[stock.columns]'), 'decimal must be "." or ","'),
    (
        STOCK,
        ("[stock.columns]", '[file]\nthousands = "x"\n[stock.columns]'),
        "thousands must be empty or one of",
    ),
    (
        STOCK,
        ("[stock.columns]", '[file]\ndecimal = ","\nthousands = ","\n[stock.columns]'),
        "could be read in two ways",
    ),
    (
        STOCK,
        ("[stock.columns]", '[file]\nheader = "yes"\n[stock.columns]'),
        "[file.header]: expected true or false",
    ),
    (STOCK, ("[stock.columns]", "[file]\ndates = []\n[stock.columns]"), "dates is an empty list"),
    (STOCK, ("[stock.columns]", '[file]\ndates = ["%d/%m"]\n[stock.columns]'), "does not name one year"),
    (STOCK, ("[stock.columns]", '[file]\ndates = ["%d %b %Y"]\n[stock.columns]'), "uses %b"),
    (
        STOCK,
        ("[stock.columns]", '[file]\ndates = ["%d/%m/%Y", "%m/%d/%Y"]\n[stock.columns]'),
        "read 01/02/2003 as two different days",
    ),
    (STOCK, ("[stock.columns]", '[stock]\nfiles = ["a/b.csv"]\n[stock.columns]'), "without folders"),
    (
        STOCK,
        ("[stock.columns]", '[[stock.skip]]\ncolumn = "A"\n[stock.columns]'),
        "needs exactly one of values",
    ),
    (
        STOCK,
        ("[stock.columns]", '[[stock.skip]]\ncolumn = "A"\nvalus = []\n[stock.columns]'),
        "[stock.skip] has an unknown",
    ),
    (STOCK, ("format = 1", 'format = 1\ncurrency = "euro"'), "is not an ISO 4217 code"),
    (STOCK, ("format = 1", 'format = 1\ncurrency = "ABC"'), "is not an ISO 4217 code"),
    ("format = 1", ("format = 1", "format = 1"), "It has no section"),
    ("format = 1", ("format = 1", 'format = 1\nformat = "x'), "is not valid TOML"),
    (FLAT, ('currency = "GBP"', ""), "does not say in which currency"),
    (FLAT, ('history = "all"', ""), "no column for shipped_on or state"),
    (FLAT, ('layout = "flat"', ""), "[orders] lacks 'layout'"),
    (FLAT, ('layout = "flat"', 'layout = "header_and_lines"'), "lacks 'order', the join key"),
    (FLAT, ("sku = {", 'order = "InvoiceNo"\nsku = {'), "in a flat file the order of a line is"),
    (FLAT, ("[orders.lines]\n", '[orders.lines]\nfiles = ["a.csv"]\n'), "Move it to [orders]"),
    (
        FLAT,
        ("[orders.lines]\n", "[orders.lines.file]\ntrim = false\n[orders.lines]\n"),
        "Move it to [orders.file]",
    ),
    (FLAT, ('unit_price = "UnitPrice"', ""), "either 'unit_price' or 'line_amount'"),
    (
        FLAT,
        ('unit_price = "UnitPrice"', 'unit_price = "A"\nline_amount = "B"'),
        "either 'unit_price' or 'line_amount'",
    ),
    (FLAT, ('unit_price = "UnitPrice"', 'unit_price = "A"\ndiscount = "B"'), "say discount_is"),
    (FLAT, ('number_prefix = "C"', 'number_prefix = ""'), "every order would be a return"),
    (FLAT, ('number_prefix = "C"', 'column = "Type"'), "needs 'column' and 'values' together"),
    (FLAT, ('number_prefix = "C"', 'column = "Type"\nvalues = []'), "values is an empty list"),
    (JOINED, ("lines*.csv", "Heads*.csv"), "name the same pattern"),
    (
        STOCK,
        ("[stock.columns]", '[products.columns]\nsku = "A"\nname = "B"\nweight = "C"\n[stock.columns]'),
        "has weight but no 'weight_unit'",
    ),
]


@pytest.mark.parametrize(("text", "change", "told"), REFUSED, ids=[told[:40] for _, _, told in REFUSED])
def test_refusal_says_what_is_wrong(text: str, change: tuple[str, str], told: str) -> None:
    with pytest.raises(ProfileError) as caught:
        profile(text, change)
    assert told in str(caught.value)


def test_all_problems_are_named_at_once() -> None:
    with pytest.raises(ProfileError) as caught:
        profile(STOCK, ('sku = "SKU"', ""), ('"Qty"', "{ column = 0, round = 9 }"))
    assert len(caught.value.problems) == 3


def test_samples_are_sound() -> None:
    for text in (STOCK, FLAT, JOINED):
        assert profile(text).format == 1


def test_same_column_for_two_targets_when_said_so() -> None:
    shared = profile(STOCK, ('"Qty"', '{ column = "SKU", shared = true }'))
    assert shared.stock is not None


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_listed_encoding_exists(encoding: str) -> None:
    used = profile(STOCK, ("[stock.columns]", f'[file]\nencoding = "{encoding}"\n[stock.columns]'))
    assert used.file.encoding == encoding


def test_not_utf8_is_named_by_line() -> None:
    with pytest.raises(ProfileError, match="Line 2 is not UTF-8"):
        parse_profile(b'format = 1\ntitle = "\xe9"\n')


def test_byte_order_mark_is_no_fault() -> None:
    assert parse_profile(b"\xef\xbb\xbf" + STOCK.encode()).stock is not None


def test_unknown_name_lists_those_there_are() -> None:
    with pytest.raises(NotFound, match=r"Did you mean northwind\?"):
        load_profile("nortwind")
    with pytest.raises(NotFound):
        load_profile("../profiles/northwind")
    with pytest.raises(NotFound):
        load_profile("/nowhere/p.toml")


def test_first_folder_wins_and_a_path_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "northwind.toml").write_text(STOCK)
    assert load_profile("northwind", (tmp_path, SHIPPED_PROFILES)).orders is None
    assert load_profile(str(tmp_path / "northwind.toml")).orders is None
    assert load_profile("northwind").orders is not None


def test_huge_profile_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "big.toml").write_text("#" * 300_000)
    with pytest.raises(ProfileError, match="larger than 256 KiB"):
        load_profile(str(tmp_path / "big.toml"))


def test_every_shipped_profile_is_sound() -> None:
    for path in SHIPPED_PROFILES.glob("*.toml"):
        assert load_profile(path.stem).format == 1
