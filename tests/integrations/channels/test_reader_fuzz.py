"""No file, however broken, brings the reader down, and none makes it hold more than a row."""

from __future__ import annotations

import csv
import io
import tracemalloc
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from app.integrations.channels.base import CustomerRow, Rejected, StockRow
from app.integrations.channels.reader import read_files
from tests.integrations.channels.samples import STOCK, profile, read, write

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"]), max_size=30
)
PIECES = st.sampled_from(
    [b'"', b",", b"\n", b"\r", b"\r\n", b"A,1\n", b"SKU,Qty\n", b"\0", b"\xff", b'"x""y"', b";", b"1"]
)
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}


@given(st.lists(st.one_of(PIECES, st.binary(max_size=8)), max_size=60))
def test_any_bytes_end_in_rows_or_refusals(pieces: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        path = write(Path(folder), b"".join(pieces))
        for headed in ("true", "false"):
            used = profile(
                STOCK,
                ("[stock.columns]", f"[file]\nheader = {headed}\n[stock.columns]"),
                ('"SKU"', "1"),
                ('"Qty"', "2"),
            )
            found = list(read_files(used, "stock", [path]))
            last = path.read_bytes().count(b"\n") + 1
            assert all(0 <= one.line <= last for one in found)


@given(
    st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=20),
    st.sampled_from(sorted(DELIMITERS)),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_a_csv_writer_wrote_is_read_back(
    table: list[tuple[str, str, str]], delimiter: str, encoding: str, end: str
) -> None:
    used = profile(f"""
        format = 1
        file = {{ delimiter = "{delimiter}" }}
        [customers.columns]
        number = "No"
        name = "Name"
        street = {{ join = ["One", "Two"], with = "\\n" }}
        """)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=DELIMITERS[delimiter], lineterminator=end)
    writer.writerow(["No", "Name", "One", "Two"])
    writer.writerows([number, *texts] for number, texts in enumerate(table, 1))
    with TemporaryDirectory() as folder:
        rows, bad = read(used, "customers", write(Path(folder), out.getvalue().encode(encoding)))

    def tidy(text: str) -> str:
        return unicodedata.normalize("NFC", text.strip())

    wanted = [
        (str(number), tidy(name), "\n".join(filter(None, map(tidy, streets))))
        for number, (name, *streets) in enumerate(table, 1)
        if tidy(name)
    ]
    assert [
        (row.number, row.name, row.address.street) for row in rows if isinstance(row, CustomerRow)
    ] == wanted
    assert len(bad) == len(table) - len(wanted), "a row without a name is refused"


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    small = write(tmp_path, "SKU,Qty\n" + "A,1\n" * 1_000, "small.csv")
    large = write(tmp_path, "SKU,Qty\n" + "A,1\n" * 40_000, "large.csv")
    used = profile(STOCK)

    def peak(path: Path) -> int:
        tracemalloc.start()
        try:
            assert all(isinstance(row, StockRow) for row in read_files(used, "stock", [path]))
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(small)
    assert peak(large) < 2 * peak(small)


def test_a_file_without_line_ends_is_not_held(tmp_path: Path) -> None:
    path = write(tmp_path, b"SKU,Qty\n" + b"A" * 30_000_000)
    tracemalloc.start()
    try:
        found = list(read_files(profile(STOCK), "stock", [path]))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [type(one) for one in found] == [Rejected]
    assert peak < 8_000_000
