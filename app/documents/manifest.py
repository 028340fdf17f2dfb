"""The manifest of a pick-up, A4 and CSV: which parcels a carrier takes, by service, and who signed for them.

It names places, no people: the carrier has the addresses on the labels, and a list lies about.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from app.documents import words
from app.documents.addresses import address_lines
from app.documents.barcodes import code128
from app.documents.content import CarrierManifest, ManifestParcel
from app.documents.sheet import NotPrintable, Sheet, printable, width, wrap_hard
from app.documents.words import word
from app.domain.tables import csv_file

_LEFT, _RIGHT = 14.0, 196.0
_NO, _TRACK, _SHIPMENT, _PLACE, _WEIGHT = 14.0, 24.0, 84.0, 122.0, 196.0
_FIRST, _NEXT, _BOTTOM = 80.0, 44.0, 276.0
_ROW, _GROUP, _SIGNED = 8.6, 9.0, 52.0
_X = 0.33

COLUMNS = (
    *("pick_up", "carrier", "site", "service", "tracking", "sscc", "pallet", "shipment", "parcel"),
    *("country", "postcode", "town", "weight_g", "cash_on_delivery"),
)
"""The head of the CSV file: names for programs, the same in every language."""

Row = tuple[str, int, ManifestParcel | None]
"""What a line shows: a service's head (its words), or a parcel with its running number."""


def manifest(content: CarrierManifest) -> bytes:
    """Render the manifest, in as many pages as it takes; the signatures stand beneath the last parcel.

    A truck does not wait for a town's letters: what our font does not have is shown as question marks.

    Raises:
        BadInput: the number cannot be a barcode.
    """
    pages = _pages(content)
    sheet = Sheet(210, 297, f"{word('manifest', content.language)} {content.number}")
    for number, rows in enumerate(pages, 1):
        at = _head(sheet, content, first=number == 1)
        for row in rows:
            at = _row(sheet, content, row, at)
        if number == len(pages):
            _foot(sheet, content, at)
        sheet.text(_LEFT, 286.0, _shown(content.company, "company"), 9, grey=0.25)
        sheet.text_right(_RIGHT, 286.0, word("page", content.language, number, len(pages)), 9, grey=0.25)
        sheet.next_page()
    return sheet.finish()


def manifest_table(content: CarrierManifest) -> bytes:
    """The same as a CSV file for the carrier's computer: a line a parcel, weights in grams."""
    return csv_file(
        COLUMNS,
        (
            (
                *(content.number, content.carrier, content.site, one.service, one.tracking, one.sscc),
                *(one.pallet, one.shipment, one.parcel, one.country, one.postcode, one.town, one.weight_g, 0),
            )
            for one in content.parcels
        ),
    )


def _rows(content: CarrierManifest) -> Iterator[Row]:
    language, number = content.language, 0
    for service, group in groupby(content.parcels, key=lambda one: one.service):
        parcels = list(group)
        count = words.counted("parcels", len(parcels), language)
        weight = words.kilograms(sum(one.weight_g for one in parcels), language)
        yield word("service_total", language, _shown(service, "service"), count, weight), 0, None
        for one in parcels:
            number += 1
            yield "", number, one


def _pages(content: CarrierManifest) -> list[list[Row]]:
    """The lines a page; a service's head never stands alone at the foot of one."""
    pages: list[list[Row]] = [[]]
    at = _FIRST
    for row in _rows(content):
        high = _GROUP + _ROW if row[2] is None else _ROW
        if at + high > _BOTTOM and pages[-1]:
            pages.append([])
            at = _NEXT
        pages[-1].append(row)
        at += _GROUP if row[2] is None else _ROW
    if at + _SIGNED > _BOTTOM + 4:
        pages.append([])
    return pages


def _head(sheet: Sheet, content: CarrierManifest, *, first: bool) -> float:
    """The head of a page; gives where its first line begins."""
    language = content.language
    modules = code128(content.number)
    start = _RIGHT - len(modules) * _X
    sheet.bars(start, 15.0, modules, _X, 12.0)
    sheet.text_right(_RIGHT, 31.0, word("scan_pick_up", language), 8, grey=0.25)
    title = f"{word('manifest', language)} {content.number}"
    room, size = start - _LEFT - 8, 20.0
    copy = word("copy", language) if content.copy else ""
    if copy:
        sheet.text_right(start - 5, 20.6, copy, 13, bold=True)
        room -= width(copy, 13, bold=True) + 4
    while width(title, size, bold=True) > room:
        size -= 0.5
    sheet.text(_LEFT, 20.6, title, size, bold=True)
    for nth, piece in enumerate(wrap_hard("    ".join(_facts(content)), 10, start - _LEFT - 8)[:2]):
        sheet.text(_LEFT, 26.8 + nth * 4.6, piece, 10, grey=0.2)
    at = _FIRST if first else _NEXT
    if first:
        _parties(sheet, content)
    sheet.rule(_LEFT, at - 8.0, _RIGHT, 0.9)
    for x, key in (
        (_NO, ""),
        (_TRACK, "tracking_sscc"),
        (_SHIPMENT, "shipment_parcel"),
        (_PLACE, "destination"),
    ):
        sheet.text(x, at - 3.2, word(key, language) if key else "", 8.5, grey=0.3)
    sheet.text_right(_WEIGHT, at - 3.2, word("weight_head", language), 8.5, grey=0.3)
    sheet.rule(_LEFT, at, _RIGHT, 0.6, grey=0.2)
    return at


def _facts(content: CarrierManifest) -> list[str]:
    language = content.language
    facts = [
        words.counted("parcels", len(content.parcels), language),
        words.kilograms(content.weight_g, language),
    ]
    if pallets := len({parcel.pallet for parcel in content.parcels if parcel.pallet}):
        facts.insert(1, words.counted("pallet", pallets, language))
    if content.closed_at is not None:
        facts.append(word("closed_at", language, words.moment(content.closed_at, language)))
    if content.vehicle:
        facts.append(word("vehicle", language, _shown(content.vehicle, "vehicle")))
    return facts


def _parties(sheet: Sheet, content: CarrierManifest) -> None:
    """Who takes the parcels, and from whom."""
    language = content.language
    sheet.rule(_LEFT, 37.0, _RIGHT, 0.9)
    sheet.text(_LEFT, 42.0, word("carrier", language), 8, grey=0.3)
    at = 48.6
    for piece in wrap_hard(_shown(content.carrier, "carrier"), 15, 92.0, bold=True)[:2]:
        sheet.text(_LEFT, at, piece, 15, bold=True)
        at += 6.0
    if content.account:
        account = word("account", language, _shown(content.account, "account"))
        sheet.text(_LEFT, at, account, 10, grey=0.2)
    sheet.text(118.0, 42.0, word("from", language), 8, grey=0.3)
    at = 47.4
    lines = [word("site", language, _shown(content.site, "site"))]
    if content.sender is not None:
        lines = [*(one.text for one in address_lines(content.sender, language)), *lines]
    for line in lines:
        for piece in wrap_hard(line, 9, _RIGHT - 118.0):
            if at < _FIRST - 9:
                sheet.text(118.0, at, piece, 9)
                at += 4.1


def _row(sheet: Sheet, content: CarrierManifest, row: Row, at: float) -> float:
    head, number, parcel = row
    if parcel is None:
        sheet.text(_LEFT, at + 6.4, head, 10.5, bold=True)
        sheet.rule(_LEFT, at + _GROUP, _RIGHT, 0.6, grey=0.2)
        return at + _GROUP
    language = content.language
    sheet.text(_NO, at + 5.4, str(number), 9, grey=0.3)
    first, second = parcel.tracking or parcel.sscc, parcel.sscc if parcel.tracking else ""
    _small(sheet, _TRACK, at + 4.0, _shown(first, "tracking"), 9.5, _SHIPMENT - _TRACK - 2, bold=True)
    _small(sheet, _TRACK, at + 7.4, second, 7.5, _SHIPMENT - _TRACK - 2, grey=0.3)
    shown = f"{parcel.shipment}, {parcel.parcel}"
    _small(sheet, _SHIPMENT, at + 5.4, shown, 9.5, _PLACE - _SHIPMENT - 2)
    place = _shown(f"{parcel.country} {parcel.postcode} {parcel.town}", "town")
    _small(sheet, _PLACE, at + (4.0 if parcel.pallet else 5.4), place, 9.5, 52.0)
    if parcel.pallet:
        _small(sheet, _PLACE, at + 7.4, word("on_pallet", language, parcel.pallet), 7.5, 52.0, grey=0.3)
    sheet.text_right(_WEIGHT, at + 5.4, words.kilograms(parcel.weight_g, language), 9.5)
    sheet.rule(_LEFT, at + _ROW, _RIGHT, 0.4, grey=0.75)
    return at + _ROW


def _shown(text: str, field: str) -> str:
    """A text as our font can set it: the carrier knows the parcel by its barcode."""
    try:
        return printable(text, field)
    except NotPrintable as refusal:
        missing: dict[str, str | int | None] = dict.fromkeys(str(refusal.facts["characters"]), "?")
        return printable(text.translate(str.maketrans(missing)), field)


def _small(
    sheet: Sheet,
    x: float,
    y: float,
    text: str,
    size: float,
    room: float,
    *,
    bold: bool = False,
    grey: float = 0,
) -> None:
    """Write a text as large as it fits; nothing is cut."""
    while width(text, size, bold) > room and size > 4:
        size -= 0.25
    sheet.text(x, y, text, size, bold=bold, grey=grey)


def _foot(sheet: Sheet, content: CarrierManifest, at: float) -> None:
    """Totals and the two boxes to sign in."""
    language = content.language
    count = words.counted("parcels", len(content.parcels), language)
    total = word("all_total", language, count, words.kilograms(content.weight_g, language))
    sheet.text_right(_RIGHT, at + 6.6, total, 11, bold=True)
    sheet.text(_LEFT, at + 6.6, word("cash_none", language), 9, grey=0.25)
    top, wide, high = at + 11.0, 88.0, 36.0
    by, taken = _shown(content.handed_by, "handed_by"), _shown(content.driver, "driver")
    handed = words.moment(content.handed_at, language) if content.handed_at is not None else ""
    for x, key, name in ((_LEFT, "handed_by", by), (_RIGHT - wide, "taken_by", taken)):
        sheet.box(x, top, wide, high, thickness=0.7)
        sheet.text(x + 3, top + 5.0, word(key, language), 8.5, grey=0.3)
        signed = ", ".join(part for part in (name, handed) if part) if handed else ""
        _small(sheet, x + 3, top + high - 3.0, signed, 9.5, wide - 6, bold=True)
        if not handed:
            sheet.text(x + 3, top + high - 3.0, word("name_date_signature", language), 8, grey=0.5)
    if content.signature:
        sheet.picture(_RIGHT - wide + 3, top + 6.5, wide - 6, high - 14.0, content.signature)
