"""The manifest of a pick-up: every parcel on it, its number readable, signed, and a table that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from app.documents.manifest import COLUMNS, manifest, manifest_table
from app.documents.words import Language
from tests.documents import samples
from tests.documents.readers import DPIS, decode, texts
from tests.rig.dock import PNG


@pytest.mark.parametrize("dpi", DPIS)
def test_the_number_is_read_from_every_page(dpi: int) -> None:
    content = samples.manifest(45)
    pdf = manifest(content)
    assert len(texts(pdf)) == 3
    assert {code.text for code in decode(pdf, dpi)} == {content.number}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("count", [1, 21, 22, 23, 24, 45, 500])
def test_every_parcel_stands_on_it_and_the_signatures_beneath_the_last(
    count: int, language: Language
) -> None:
    content = samples.manifest(count, language)
    pages = texts(manifest(content))
    words = "\n".join(pages)
    assert all(words.count(parcel.sscc) == 1 for parcel in content.parcels)
    taken = "Received by the driver" if language == "en" else "Reçu par le chauffeur"
    assert taken in pages[-1]
    assert words.count(taken) == 1


def test_signed_it_says_who_and_when() -> None:
    signed = samples.manifest(
        2,
        driver="Jo Ødegård",
        handed_at=samples.manifest().closed_at,
        handed_by="Marie Fontaine",
        signature=PNG,
    )
    words = "\n".join(texts(manifest(signed)))
    assert "Jo Ødegård, 12 Mar 2026, 16:12" in words
    assert "Marie Fontaine" in words
    assert manifest(signed) == manifest(signed)
    assert len(manifest(signed)) > len(manifest(replace(signed, signature=b"")))


def test_letters_that_our_font_lacks_do_not_keep_a_truck_waiting() -> None:
    content = samples.manifest(1, driver="山田", handed_at=samples.manifest().closed_at)
    far = replace(content.parcels[0], town="東京", postcode="100-0001", country="JP")
    words = "\n".join(texts(manifest(replace(content, parcels=(far,)))))
    assert "JP 100-0001 ??" in words
    assert "??, 12 Mar" in words


def test_the_table_is_read_back_and_runs_nothing() -> None:
    content = samples.manifest(3)
    evil = replace(content.parcels[0], town="=HYPERLINK(1)", tracking="+1", shipment="@x")
    rows = list(
        csv.DictReader(io.StringIO(manifest_table(replace(content, parcels=(evil,))).decode("utf-8-sig")))
    )
    assert tuple(rows[0]) == COLUMNS
    assert (rows[0]["town"], rows[0]["tracking"], rows[0]["shipment"]) == ("'=HYPERLINK(1)", "'+1", "'@x")
    assert rows[0]["cash_on_delivery"] == "0"
