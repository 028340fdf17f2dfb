"""The order confirmation: every line, every sum, on as many pages as it takes, in both languages, nothing cut."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.content_orders import ConfirmedLine
from app.documents.mails_orders import OURS, OrderLetter, order_letter
from app.documents.order_confirmation import order_confirmation
from app.documents.sheet import NotPrintable
from app.documents.words_orders import amount
from app.domain.mail_templates import BLANKS, checked
from tests.documents import samples
from tests.documents.test_shipping_papers import on_the_page, words


@pytest.mark.parametrize("count", [1, 300])
def test_every_line_and_sum_stands_on_it(count: int, tmp_path: Path) -> None:
    content = samples.confirmation(count)
    pdf = order_confirmation(content)
    pages = words(pdf, tmp_path)
    text = " ".join(pages)
    for line in content.lines:
        assert f"{line.sku} " in text
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert all("SO-2026-004187" in page and "ML-2307" in page for page in pages)
    last = pages[-1]
    for minor in (content.goods, content.freight, content.net, content.total):
        assert amount(minor, "EUR", "en") in last
    for tax in content.taxes:
        assert amount(tax.tax, "EUR", "en") in last
    assert "Deliver through the yard." in last
    on_the_page(pdf, 210, 297)


def test_it_speaks_french(tmp_path: Path) -> None:
    text = " ".join(words(order_confirmation(samples.confirmation(6, "fr")), tmp_path))
    for said in (
        "Confirmation de commande",
        "Promis le",
        "13 mars 2026",
        "Montant HT",
        "TVA 5,5 %",
        "Total TTC",
    ):
        assert said in text.replace("\u00a0", " ")
    assert "16 commandés, dont 2 annulés" in text
    assert "4 promis le 18 mars 2026" in text
    assert "Total to pay" not in text


def test_nothing_is_cut(tmp_path: Path) -> None:
    line = ConfirmedLine(
        *(1, "Confiture " * 30, "S" * 60, 2_000_000_000, samples.confirmation(1).lines[0].unit_price),
        987_654_321_012_345,
    )
    content = samples.confirmation(
        lines=(line,), currency="SEK", total=987_654_321_012_345, note="Note. " * 300
    )
    pages = words(order_confirmation(content), tmp_path)
    text = " ".join(pages)
    assert text.count("Confiture") == 30
    assert text.count("Note.") == 300
    assert "9,876,543,210,123.45" in text
    assert "2,000,000,000" in text
    on_the_page(order_confirmation(content), 210, 297)


def test_without_a_known_rate_the_tax_stands_alone(tmp_path: Path) -> None:
    content = replace(samples.confirmation(1), taxes=(), sender=None)
    text = " ".join(words(order_confirmation(content), tmp_path))
    assert "VAT on" not in text
    assert amount(content.tax, "EUR", "en") in text


def test_letters_that_no_font_has_are_refused() -> None:
    with pytest.raises(NotPrintable) as caught:
        order_confirmation(samples.confirmation(1, note="\U0001f600"))
    assert caught.value.facts["field"] == "note"


@pytest.mark.parametrize("kind", sorted(OURS))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_our_letters_are_ones_that_the_house_could_write(kind: str, language: str) -> None:
    subject, body = OURS[kind]["fr" if language == "fr" else "en"]
    assert checked(kind, subject, body) == (subject, body)
    values = {name: f"<{name}>" for name in BLANKS[kind]}
    letter = order_letter(kind, OrderLetter("Ada", "Quai", "fr" if language == "fr" else "en", values))
    assert "{" not in letter.subject + letter.text
    assert "&lt;order&gt;" in letter.html
    assert "<order>" not in letter.html
