"""A stored paper as a copy: marked on every page, outside all that was there, and every barcode still reads."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.documents import document
from app.documents.copies import as_copy
from tests.documents import readers, samples

SAYS = "COPY / DUPLICATA"
PAPERS: dict[str, Callable[[], bytes]] = {
    "pick_list": lambda: document("pick_list").render(samples.pick_list(60)),
    "packing_slip": lambda: document("packing_slip").render(samples.slip()),
    "shipment_label_a6": lambda: document("shipment_label_a6").render(samples.label()),
    "shipment_label_4x6": lambda: document("shipment_label_4x6").render(samples.label()),
    "return_label": lambda: document("return_label").render(samples.returned()),
}


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_says_copy_above_all_else(name: str) -> None:
    paper = PAPERS[name]()
    copy = as_copy(paper)
    pages, marked = readers.texts(paper), readers.texts(copy)
    assert len(pages) == len(marked)
    assert [SAYS in text for text in marked] == [True] * len(pages)
    assert [sorted(text.replace(SAYS, "").split()) for text in marked] == [
        sorted(text.split()) for text in pages
    ]
    assert as_copy(paper) == copy, "a repeated operation stores the same bytes"
    first = min(readers.ink(paper, page)[1] for page in range(len(pages)))
    assert readers.ink(copy)[1] < first
    assert len(readers.base_fonts(copy)) == 2, "both cuts of our font, none of the system's"


@pytest.mark.parametrize("dpi", readers.DPIS)
@pytest.mark.parametrize("name", PAPERS)
def test_barcodes_of_a_copy_read_as_before(name: str, dpi: int) -> None:
    paper = PAPERS[name]()
    assert readers.decode(as_copy(paper), dpi) == readers.decode(paper, dpi)


def test_desks_may_ask_at_once() -> None:
    paper = PAPERS["return_label"]()
    with ThreadPoolExecutor(4) as pool:
        copies = set(pool.map(lambda _: as_copy(paper), range(12)))
    assert len(copies) == 1
