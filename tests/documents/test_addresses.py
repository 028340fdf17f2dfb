"""Addresses on labels: every country, any text: whole and legible, or refused with the field named."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.addresses import address_lines, fit, one_line
from app.documents.labels import A6, FOUR_BY_SIX, shipment_label
from app.documents.sheet import DoesNotFit, NotPrintable, width
from app.domain.address import PostalAddress
from app.domain.countries import countries
from tests.documents import samples

_TEXT = st.one_of(
    st.text(max_size=200),
    st.text("abcdefgh ÉèüßΑλφаяЖ-/&<>^~'\"", max_size=60),
    st.sampled_from(
        ["", "^XA^FDx^XZ", "<img src='/etc/passwd'>", "R&D <3 </para>", "😀", "name\nline", "\x00"]
    ),
)
ANY_ADDRESS = st.builds(
    PostalAddress,
    country_code=st.sampled_from(sorted(countries())),
    name=_TEXT,
    company_name=_TEXT,
    street_address=_TEXT,
    city=_TEXT,
    city_area=_TEXT,
    country_area=_TEXT,
    postal_code=st.text("0123456789AB- ", max_size=12),
    sorting_code=st.sampled_from(["", "CEDEX 12"]),
)
FIELDS = {
    "name",
    "company_name",
    "street_address",
    "city",
    "city_area",
    "country_area",
    "postal_code",
    "sorting_code",
}


@settings(max_examples=300)
@given(ANY_ADDRESS)
def test_any_address_is_set_whole_or_refused(address: PostalAddress) -> None:
    refused = None
    lines = []
    try:
        lines = fit(address, "fr", 95, 30.5)
    except (DoesNotFit, NotPrintable) as refusal:
        refused = refusal.facts["field"]
    assert refused is None or refused in FIELDS
    if refused:
        return
    assert all(width(line.text, line.size, line.bold) <= 95 and line.size >= 9 for line in lines)
    assert all(line.baseline <= 30.5 for line in lines)
    shown = "".join(line.text for line in lines).replace(" ", "")
    for line in address_lines(address, "fr"):
        assert line.text.replace(" ", "") in shown


@settings(max_examples=60)
@given(ANY_ADDRESS, st.sampled_from([A6, FOUR_BY_SIX]))
def test_any_address_makes_a_label_or_a_refusal(address: PostalAddress, size: object) -> None:
    try:
        pdf = shipment_label(samples.label(address), size)  # type: ignore[arg-type]  # one of the two sizes
    except (DoesNotFit, NotPrintable):
        return
    assert pdf.startswith(b"%PDF")


def test_country_order() -> None:
    american = PostalAddress(
        country_code="US",
        name="Ann Lee",
        street_address="1 Main St",
        city="Springfield",
        country_area="IL",
        postal_code="62701",
    )
    assert [line.text for line in address_lines(american, "en")] == [
        "Ann Lee",
        "1 Main St",
        "SPRINGFIELD, IL 62701",
        "UNITED STATES",
    ]
    assert [line.role for line in address_lines(samples.PARIS, "fr")] == [
        "name",
        "street",
        "street",
        "town",
        "country",
    ]
    assert one_line(samples.HOUSE, "fr") == "Quai Épices, 12 rue du Port, 69007 LYON, France"


def test_areas_are_written_as_the_post_abbreviates_them() -> None:
    italian = PostalAddress(
        country_code="IT",
        name="Ada",
        street_address="Via A 1",
        city="Napoli",
        country_area="Napoli",
        postal_code="80133",
    )
    assert "80133 NAPOLI NA" in [line.text for line in address_lines(italian, "en")]
