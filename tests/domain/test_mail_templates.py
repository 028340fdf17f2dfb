"""Letters with blanks: what may be kept can always be filled in, and nothing that is filled in is read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.mail_templates import BLANKS, LONGEST_BODY, UnknownBlank, checked, fill, fill_line
from app.errors import BadInput

KIND = "order_confirmation"
VALUES = st.fixed_dictionaries({name: st.text(max_size=30) for name in BLANKS[KIND]})


@given(st.text(max_size=60), st.text(max_size=200), VALUES)
def test_whatever_is_kept_can_be_filled_in(subject: str, body: str, values: dict[str, str]) -> None:
    try:
        kept, text = checked(KIND, subject, body)
    except BadInput:
        return
    line = fill_line(kept, values)
    assert len(line.splitlines()) <= 1
    assert line.isprintable()
    assert fill(text, values) is not None


@given(VALUES)
def test_values_are_letters_like_any_other(values: dict[str, str]) -> None:
    values = values | {"order": "{total}", "reference": "R"}
    assert fill("a {order} {reference}", values) == "a {total} R"


def test_a_line_without_anything_to_say_is_left_out() -> None:
    text = "hello {order}\nYour reference: {reference}\n\nbye"
    assert fill(text, {"order": "SO-1", "reference": " "}) == "hello SO-1\n\nbye"
    assert fill_line("{reference} {order}", {"order": "SO-1"}) == "SO-1"


@pytest.mark.parametrize(
    ("subject", "body", "field"),
    [
        ("{tracking}", "a", "subject"),
        ("a", "{Order}", "body"),
        ("a", "{order.number}", "body"),
        ("a", "{0}", "body"),
        ("a", "{}", "body"),
        ("a", "{{order}}", "body"),
        ("a", "one } alone", "body"),
        ("a\nBcc: x@example.org", "a", "subject"),
        ("a\rb", "a", "subject"),
        ("a\u2028b", "a", "subject"),
        ("a\0", "a", "subject"),
        (" ", "a", "subject"),
        ("a", "\n", "body"),
        ("a", "a\0b", "body"),
        ("a" * 151, "a", "subject"),
        ("a", "a" * (LONGEST_BODY + 1), "body"),
    ],
)
def test_what_cannot_be_sent_is_refused(subject: str, body: str, field: str) -> None:
    with pytest.raises(BadInput) as caught:
        checked(KIND, subject, body)
    assert caught.value.facts["field"] == field


def test_a_wrong_blank_is_named_with_those_that_there_are() -> None:
    with pytest.raises(UnknownBlank) as caught:
        checked("order_delay", "a", "{total}")
    assert caught.value.facts["blank"] == "total"
    assert "{expected}" in caught.value.hint
    with pytest.raises(BadInput):
        checked("nothing", "a", "b")
