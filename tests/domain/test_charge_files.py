"""The table of shipping charges as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.charge_files import read_charges, write_charges
from app.domain.pricing import Charge

SERVICES = {"EXPRESS": 7, "SLOW": 8}
CODES = {number: code for code, number in SERVICES.items()}
charges = st.builds(
    Charge,
    st.sampled_from([None, 7, 8]),
    st.sampled_from(["", "FR", "CH"]),
    st.sampled_from(["EUR", "JPY", "KWD"]),
    st.integers(0, 10**9),
    st.integers(0, 10**9),
)


@given(st.lists(charges, unique_by=lambda one: (one.service_id, one.country, one.currency, one.from_net)))
def test_what_is_written_is_read_back(table: list[Charge]) -> None:
    assert read_charges(write_charges(table, CODES), SERVICES) == (tuple(table), ())


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("NONE,FR,EUR,0,1", "service"),
        (",XX,EUR,0,1", "country"),
        (",FR,,0,1", "currency"),
        (",FR,EUR,x,1", "from_value"),
        (",FR,EUR,0,", "charge"),
        (",FR,EUR,0,-1", "charge"),
        (",FR,EUR,0,1.005", "charge"),
        (",FR,JPY,0,1.5", "charge"),
        (",,EUR,0,2", "from_value"),
    ],
)
def test_what_cannot_be_a_charge_is_named(row: str, column: str) -> None:
    text = f"service,country,currency,from_value,charge\n,,EUR,,9.90\n{row}\n"
    rows, problems = read_charges(text, SERVICES)
    assert rows == (Charge(None, "", "EUR", 0, 990),)
    assert [(one.line, one.column) for one in problems] == [(3, column)]


@given(st.text())
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    read_charges(text, SERVICES)
    read_charges(f"currency,charge\n{text}", SERVICES)
