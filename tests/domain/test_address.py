"""Addresses: problems by country rules, equality by digest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.address import AddressProblem, PostalAddress, ProblemCode, digest, fields_of, problems
from app.domain.countries import countries

PARIS = PostalAddress(
    country_code="FR",
    city="Reims",
    street_address="59 rue de l'Abbaye",
    postal_code="51100",
    company_name="Vins et alcools Chevalier",
    phone="+33 (0)3 26 47 15 10",
    email="achats@chevalier.example",
)
SAO_PAULO = PostalAddress(
    country_code="BR",
    country_area="SP",
    city="São Paulo",
    street_address="Alameda dos Canàrios, 891",
    postal_code="05487-020",
    name="Anabela Domingues",
)
FIELDS = [name for name in PostalAddress.__dataclass_fields__ if name != "country_code"]

text = st.text(max_size=12)
addresses = st.builds(
    PostalAddress,
    country_code=st.sampled_from(sorted(countries())) | text,
    country_area=st.sampled_from(["", "SP", "CA", "BC", "Zürich", "Québec", "Hong Kong Island"]) | text,
    city=st.sampled_from(["", "São Paulo", "Paris"]) | text,
    **{name: text for name in FIELDS if name not in ("country_area", "city")},
)


def codes(address: PostalAddress) -> list[tuple[str, ProblemCode]]:
    return [(problem.field, problem.code) for problem in problems(address)]


@pytest.mark.parametrize(
    "address",
    [
        PARIS,
        SAO_PAULO,
        replace(SAO_PAULO, city="SAO PAULO", country_area="são paulo"),
        PostalAddress(
            country_code="us",
            country_area="Oregon",
            city="Eugene",
            street_address="2732 Baker Blvd.",
            postal_code="97403",
            name="H. Snyder",
        ),
        PostalAddress(country_code="IE", city="Cork", street_address="8 Johnstown Road", name="P. McKenna"),
        PostalAddress(
            country_code="GB",
            city="London",
            street_address="Fauntleroy Circus\n2",
            postal_code="ec2 5nt",
            name="V. A.",
        ),
        PostalAddress(country_code="CU", city="La Habana", street_address="Calle 23", name="A. B."),
        PostalAddress(
            country_code="HK", country_area="Kowloon", city="Mong Kok", street_address="1 Rd", name="A. B."
        ),
    ],
)
def test_addresses_in_order(address: PostalAddress) -> None:
    assert problems(address) == ()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (replace(PARIS, postal_code="5110"), [("postal_code", ProblemCode.INVALID)]),
        (replace(PARIS, postal_code="５１１００"), [("postal_code", ProblemCode.INVALID)]),
        (replace(PARIS, postal_code=""), [("postal_code", ProblemCode.REQUIRED)]),
        (replace(PARIS, postal_code=" \n"), [("postal_code", ProblemCode.INVALID)]),
        (
            replace(PARIS, city=" ", street_address=""),
            [("city", ProblemCode.REQUIRED), ("street_address", ProblemCode.REQUIRED)],
        ),
        (replace(PARIS, country_code=""), [("country_code", ProblemCode.REQUIRED)]),
        (replace(PARIS, country_code="EU"), [("country_code", ProblemCode.INVALID)]),
        (replace(PARIS, country_code="../x"), [("country_code", ProblemCode.INVALID)]),
        (replace(PARIS, company_name=" "), [("name", ProblemCode.REQUIRED)]),
        (replace(PARIS, company_name="", name="A. B."), []),
        (replace(PARIS, name="A\r\nBcc: x@y.example"), [("name", ProblemCode.INVALID)]),
        (replace(PARIS, street_address="1 rue\nbât. 2"), []),
        (replace(PARIS, street_address="1 rue\0"), [("street_address", ProblemCode.INVALID)]),
        (replace(PARIS, city="R\ud800"), [("city", ProblemCode.INVALID)]),
        (replace(PARIS, email="achats@chevalier"), [("email", ProblemCode.INVALID)]),
        (replace(PARIS, email="a b@c.example"), [("email", ProblemCode.INVALID)]),
        (replace(PARIS, email="a@b.example, c@d.example"), [("email", ProblemCode.INVALID)]),
        (replace(PARIS, phone="call me"), [("phone", ProblemCode.INVALID)]),
        (replace(PARIS, phone="()"), [("phone", ProblemCode.INVALID)]),
        (replace(PARIS, phone="(171) 555-2222 ext. 12"), []),
        (replace(SAO_PAULO, country_area=""), [("country_area", ProblemCode.REQUIRED)]),
        (replace(SAO_PAULO, country_area="Bavaria"), [("country_area", ProblemCode.UNKNOWN)]),
        (replace(SAO_PAULO, city="Nowhere"), [("city", ProblemCode.UNKNOWN)]),
        (
            PostalAddress(country_code="CU", name="A. B."),
            [("city", ProblemCode.REQUIRED), ("street_address", ProblemCode.REQUIRED)],
        ),
    ],
)
def test_problems(address: PostalAddress, expected: list[tuple[str, ProblemCode]]) -> None:
    assert codes(address) == expected


def test_messages_say_what_to_do() -> None:
    assert problems(replace(PARIS, postal_code="5110")) == (
        AddressProblem(
            "postal_code",
            ProblemCode.INVALID,
            "'5110' is not a postal code of this part of France (for example 33380).",
        ),
    )
    american = PostalAddress(
        country_code="US", country_area="OR", city="Eugene", street_address="1 Rd", name="A. B."
    )
    assert [p.message for p in problems(american)] == ["The ZIP code is missing; United States needs it."]


@given(addresses)
def test_any_address_is_judged(address: PostalAddress) -> None:
    found = problems(address)
    assert len({problem.field for problem in found}) == len(found)
    assert all(problem.message.endswith(".") for problem in found)
    digest(address)


@given(addresses, st.sampled_from(FIELDS))
def test_digest_sees_every_field_but_not_case_and_spacing(address: PostalAddress, name: str) -> None:
    value = getattr(address, name)
    assert digest(replace(address, **{name: f"  {value} \t"})) == digest(address)
    assert digest(replace(address, **{name: value.casefold()})) == digest(address)
    assert digest(replace(address, **{name: f"{value}x"})) != digest(address)


def test_digest_keeps_fields_apart() -> None:
    a = PostalAddress(country_code="FR", city="AB", city_area="")
    assert digest(a) != digest(replace(a, city="A", city_area="B"))
    assert digest(replace(a, city="É")) == digest(replace(a, city="e\u0301"))
    assert digest(replace(a, city="É")) != digest(replace(a, city="E"))
    # Kept: stored digests of addresses must stay what they are.
    assert digest(a) == "c0c29b9439bf171d91c5534b7e403be2c2a4ca78e41d33d59986a011f69f093d"


def test_a_form_shows_the_fields_of_the_country() -> None:
    used, needed = fields_of("fr")
    assert "country_area" not in used
    assert needed == {"city", "postal_code", "street_address"}
    used, needed = fields_of("US")
    assert "country_area" in used
    assert "country_area" in needed
    for unknown in ("", "CU", "??"):
        used, needed = fields_of(unknown)
        assert {"street_address", "city"} <= used
