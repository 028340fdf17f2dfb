"""Scanned texts: what each one names, and that none of them crashes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.codes import make_gtin, make_sscc
from app.domain.keyboards import french_meant, us_meant
from app.domain.numbers import number, task_number
from app.domain.scan import Scan, ScanFault, ScanKind, parse, parse_keys

EAN = "4006381333931"
EAN14 = "04006381333931"
SSCC = "376130321109103420"
GS = "\x1d"

own_codes = st.one_of(
    st.tuples(
        st.sampled_from(
            [
                ("SO", ScanKind.ORDER),
                ("SH", ScanKind.SHIPMENT),
                ("PL", ScanKind.PICK_LIST),
                ("RMA", ScanKind.RETURN),
                ("PO", ScanKind.PURCHASE_ORDER),
                ("GR", ScanKind.RECEIPT),
                ("CN", ScanKind.CREDIT),
                ("CT", ScanKind.COUNT),
            ]
        ),
        st.integers(1, 10**9),
    ).map(lambda pair: (number(pair[0][0], 2026, pair[1]), pair[0][1])),
    st.integers(1, 10**9).map(lambda n: (task_number(n), ScanKind.PICK_TASK)),
    st.tuples(
        st.sampled_from(
            [
                ("LOC-", ScanKind.LOCATION),
                ("TOTE-", ScanKind.TOTE),
                ("BOX-", ScanKind.CARTON),
                ("USR-", ScanKind.PERSON),
                ("DSK-", ScanKind.DESK),
                ("CMD-", ScanKind.COMMAND),
            ]
        ),
        st.from_regex(r"[0-9A-Z][0-9A-Z._/+-]{0,20}", fullmatch=True),
    ).map(lambda pair: (pair[0][0] + pair[1], pair[0][1])),
)
aims = st.sampled_from(["", "]C0", "]C1", "]Q1", "]d1", "]A0", "]E0"])
around = st.sampled_from(["", "\r\n", "\t", " ", "\x02", "\x03", "\0", "\ufeff"])


@given(st.text(max_size=260))
@example("")
@example("]")
@example("]C1")
@example("]Y" + "9" * 200)
@example("\0")
@example(GS * 200)
@example("]C1" + "01" * 200)
@example("(" * 200)
@example("https://[")
@example("https://id.gs1.org/01/٠٤٠٠٦٣٨١٣٣٣٩٣١")
@example("01٠٤٠٠٦٣٨١٣٣٣٩٣١")
@example("\ud800]C1")
@example("]C1" + "17261399")
@example("9" * 5000)
def test_any_text_gives_an_answer(raw: str) -> None:
    scan = parse(raw)
    assert scan.raw == raw
    assert (scan.kind is ScanKind.EMPTY) == (scan.code == "")
    if scan.kind is ScanKind.GTIN:
        assert scan.gtin14 is not None
    if scan.kind is ScanKind.SSCC:
        assert scan.sscc == scan.code
    for key, length in ((scan.gtin14, 14), (scan.sscc, 18)):
        assert key is None or (len(key) == length and set(key) <= set("0123456789"))
    assert scan.qty is None or scan.qty > 0


@given(st.text("0123456789()]C1dQ3e0" + GS, max_size=230))
def test_any_nearly_right_text_gives_an_answer(raw: str) -> None:
    assert parse(raw).raw == raw
    assert parse("]C1" + raw).raw == "]C1" + raw


@given(own_codes, aims, around, around, st.booleans())
def test_our_own_codes_in_any_symbol_and_either_case(
    code: tuple[str, ScanKind], aim: str, before: str, after: str, lower: bool
) -> None:
    text, kind = code
    raw = before + aim + (text.lower() if lower else text) + after
    assert parse(raw) == Scan(raw, kind, text)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("so-2026-123", "SO-2026-000123"),
        ("rma-2026-000007", "RMA-2026-000007"),
        ("pt000042", "PT000042"),
        ("cmd-undo", "CMD-UNDO"),
        ("loc-a-01-02.b/3", "LOC-A-01-02.B/3"),
    ],
)
def test_our_own_codes_as_typed(raw: str, code: str) -> None:
    assert parse(raw).code == code


@pytest.mark.parametrize(
    "raw",
    [
        "PT100",
        "SO-12",
        "ſO-2026-000123",
        "LOC-",
        "LOC- A",
        "XLOC-A",
        "CMD-ÜNDO",
        "AB 123",
        "https://example.org/a",
    ],
)
def test_what_only_looks_like_ours_is_plain(raw: str) -> None:
    assert parse(raw) == Scan(raw, ScanKind.PLAIN, raw)


@given(
    st.one_of([st.text("0123456789", min_size=n, max_size=n) for n in (7, 11, 12, 13)]).filter(
        lambda text: text.strip("0") != ""
    )
)
def test_a_bare_gtin_goes_by_length_and_check_digit(payload: str) -> None:
    gtin = make_gtin(payload)
    assert parse(gtin) == Scan(gtin, ScanKind.GTIN, gtin, gtin14=gtin.zfill(14))
    wrong = gtin[:-1] + str((int(gtin[-1]) + 1) % 10)
    assert parse(wrong).kind is not ScanKind.GTIN


@given(st.integers(0, 10**9 - 1), st.integers(0, 9))
def test_an_sscc_with_or_without_its_identifier(serial: int, extension: int) -> None:
    assert parse(low := make_sscc("0613032", serial)).sscc == low, "the zeros in front belong to it"
    sscc = make_sscc("7613032", serial, extension)
    for raw in (
        sscc,
        "00" + sscc,
        f"(00){sscc}",
        f"(00) {sscc}",
        f"]C100{sscc}",
        f"]C0{sscc}",
        f"]C1{GS}00{sscc}",
    ):
        assert parse(raw) == Scan(raw, ScanKind.SSCC, sscc, sscc=sscc), raw


def test_the_symbol_decides_where_digits_are_ambiguous() -> None:
    # The same digits are an EAN and the element (400), a customer's order number.
    assert parse(EAN).kind is ScanKind.GTIN
    assert parse("]E0" + EAN).gtin14 == EAN14
    assert parse("]C1" + EAN) == Scan("]C1" + EAN, ScanKind.GS1, EAN)
    assert parse("]E3" + EAN + "12").gtin14 == EAN14
    assert parse("]E3" + EAN + "12").code == EAN
    assert parse(EAN + "12").kind is ScanKind.PLAIN
    assert parse("]E473513537").gtin14 == "00000073513537"
    assert parse("]I1" + EAN14).code == EAN14


@pytest.mark.parametrize(
    "raw",
    [
        f"]C101{EAN14}1726123110LOT-7{GS}21S/9{GS}3712",
        f"]d201{EAN14}1726123110LOT-7{GS}21S/9{GS}3712\r",
        f"]Q3{GS}01{EAN14}10LOT-7{GS}21S/9{GS}3712{GS}17261231",
        f"{GS}01{EAN14}1726123110LOT-7{GS}21S/9{GS}3712{GS}",
        f"01{EAN14}1726123110LOT-7{GS}21S/9{GS}3712",
        f"(01){EAN14}(17)261231(10)LOT-7(21)S/9(37)12",
        f"https://id.gs1.org/01/{EAN14}/10/LOT-7/21/S%2F9?17=261231&37=12&utm=x",
    ],
)
def test_an_element_string_in_every_dress(raw: str) -> None:
    assert parse(raw) == Scan(
        raw,
        ScanKind.GTIN,
        EAN14,
        gtin14=EAN14,
        lot="LOT-7",
        expires=date(2026, 12, 31),
        serial="S/9",
        qty=12,
    )


def test_a_logistic_label_with_its_content() -> None:
    raw = f"]C100{SSCC}02{EAN14}3748{GS}10L1"
    assert parse(raw) == Scan(raw, ScanKind.SSCC, SSCC, gtin14=EAN14, sscc=SSCC, lot="L1", qty=48)
    assert parse(f"00{SSCC}02{EAN14}3748").qty == 48


def test_an_unmarked_element_string_needs_a_right_key_in_front() -> None:
    assert parse(f"01{EAN14}10L1").lot == "L1"
    wrong = "0104006381333932" + "10L1"
    assert parse(wrong) == Scan(wrong, ScanKind.PLAIN, wrong), (
        "nothing said that it is GS1, so nothing is wrong"
    )
    for plain in ("10" + EAN14, "99" + SSCC, "01" + EAN + "ABC"):
        assert parse(plain) == Scan(plain, ScanKind.PLAIN, plain)
    assert parse("10LOT1").kind is ScanKind.PLAIN, "an article number may well begin with 10"
    assert parse("]C110LOT1") == Scan("]C110LOT1", ScanKind.GS1, "10LOT1", lot="LOT1")


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        ("]C10104006381333932", ScanFault.GTIN_CHECK_DIGIT),
        (f"]C100{SSCC}0204006381333932", ScanFault.GTIN_CHECK_DIGIT),
        ("(01)04006381333932", ScanFault.GTIN_CHECK_DIGIT),
        ("]C100376130321109103421", ScanFault.SSCC_CHECK_DIGIT),
        (f"]C101{EAN14}17260631", ScanFault.EXPIRY),
        (f"]C101{EAN14}17260031", ScanFault.EXPIRY),
        (f"]C101{EAN14}15270229", ScanFault.EXPIRY),
        (f"]C101{EAN14}10A{GS}10B", ScanFault.CONTRADICTION),
        ("]C1HELLO", ScanFault.ELEMENT_STRING),
        (f"]C101{EAN14}17261399", ScanFault.ELEMENT_STRING),
        (
            f"]d201{EAN14}10ABCDEFGHIJKLMNOPQRST17261231",
            ScanFault.ELEMENT_STRING,
        ),  # FNC1 lost, seen by length
        (f"ABC{GS}DEF", ScanFault.ELEMENT_STRING),
    ],
)
def test_a_faulty_label_is_plain_and_says_why(raw: str, fault: ScanFault) -> None:
    scan = parse(raw)
    text = raw[3:] if raw.startswith("]") else raw
    assert scan == Scan(raw, ScanKind.PLAIN, text, fault=fault), "no field of a faulty label may be believed"


def test_the_same_element_twice_is_no_contradiction() -> None:
    assert parse(f"]C101{EAN14}10A{GS}10A").lot == "A"


def test_expiry_before_best_before_and_the_last_day_of_a_month() -> None:
    assert parse(f"]C101{EAN14}1526010117260228").expires == date(2026, 2, 28)
    assert parse(f"]C101{EAN14}15260101").expires == date(2026, 1, 1)
    assert parse(f"]C101{EAN14}17280200").expires == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("year", "two_digits", "full"),
    [
        (2026, 76, 2076),
        (2026, 77, 1977),
        (2026, 0, 2000),
        (2060, 9, 2109),
        (2060, 11, 2011),
        (2026, 26, 2026),
    ],
)
def test_the_century_goes_by_the_given_year(year: int, two_digits: int, full: int) -> None:
    assert parse(f"]C117{two_digits:02d}0101", year=year).expires == date(full, 1, 1)


@given(st.integers(1960, 2200), st.dates(date(1950, 1, 1), date(2260, 12, 31)))
def test_every_date_within_reach_is_read_back(year: int, due: date) -> None:
    if year - 49 <= due.year <= year + 50:
        assert parse(f"]C117{due:%y%m%d}", year=year).expires == due


def test_a_count_of_zero_says_nothing() -> None:
    assert parse(f"]C101{EAN14}3000").qty is None
    assert parse(f"]C101{EAN14}30").qty is None
    assert parse(f"]C101{EAN14}3000000024").qty == 24


def test_digits_of_other_scripts_are_no_digits() -> None:
    for raw in ("٤٠٠٦٣٨١٣٣٣٩٣١", "４００６３８１３３３９３１", f"]C101{'٠' * 14}", "]C117٢٦١٢٣١", "]C130٢٤"):
        assert parse(raw).kind is ScanKind.PLAIN
        assert (parse(raw).gtin14, parse(raw).expires, parse(raw).qty) == (None, None, None)
    assert parse(f"https://id.gs1.org/01/{EAN14}?17=٢٦١٢٣١").kind is ScanKind.PLAIN
    assert parse(f"https://id.gs1.org/01/{EAN14}?30=%D9%A2%D9%A4").kind is ScanKind.PLAIN


def test_a_scanner_set_to_another_keyboard() -> None:
    def on_azerty(digits: str) -> str:
        return "".join("à&é\"'(-è_ç"[int(digit)] for digit in digits)

    raw = on_azerty(EAN)
    assert parse(raw) == Scan(raw, ScanKind.GTIN, EAN, gtin14=EAN14, fault=ScanFault.KEYBOARD_LAYOUT)
    assert parse(on_azerty("00" + SSCC)).sscc == SSCC
    assert parse(on_azerty("4006381333932")) == Scan(
        on_azerty("4006381333932"), ScanKind.PLAIN, on_azerty("4006381333932")
    ), "without the check digit's word it stays what it is"
    assert parse(EAN).fault is None


@given(own_codes, st.booleans())
def test_our_own_codes_survive_a_scanner_set_for_another_keyboard(
    own: tuple[str, ScanKind], aim: bool
) -> None:
    code, kind = own
    seen = french_meant(("]C0" if aim else "") + code)
    read = parse(seen)
    assert (read.raw, read.kind, read.code) == (seen, kind, parse(code).code)
    assert read.fault is ScanFault.KEYBOARD_LAYOUT


def test_a_french_scanner_on_a_us_desk() -> None:
    for code, kind in ((EAN, ScanKind.GTIN), (SSCC, ScanKind.SSCC), ("SH-2026-000012", ScanKind.SHIPMENT)):
        read = parse(us_meant(code))
        assert (read.kind, read.code, read.fault) == (kind, code, ScanFault.KEYBOARD_LAYOUT)


@pytest.mark.parametrize("article", ["LOC6A", "TOTE6QQ", "CMD6AB", "12345678", "REF)ABC", "A+B"])
def test_an_article_is_never_taken_for_the_keys_of_another_keyboard(article: str) -> None:
    assert parse(article) == Scan(article, ScanKind.PLAIN, article)


def test_an_element_string_typed_for_another_keyboard() -> None:
    text = f"]C101{EAN14}10LOT7{GS}17270531"
    read = parse(french_meant(text))
    assert (read.gtin14, read.lot, read.expires) == (EAN14, "LOT7", date(2027, 5, 31))
    assert read.fault is ScanFault.KEYBOARD_LAYOUT
    unproven = french_meant(f"]C110LOT7{GS}17270531")
    assert parse(unproven).kind is ScanKind.PLAIN, "no check digit in it, no proof"


def test_the_places_of_the_keys_mend_what_no_table_of_letters_knows() -> None:
    german = "SHß2026ß000012"
    read = parse_keys(german, "SH-2026-000012")
    assert read == Scan(
        "SH-2026-000012", ScanKind.SHIPMENT, "SH-2026-000012", fault=ScanFault.KEYBOARD_LAYOUT
    )
    assert parse_keys("ABC", "QBC") == Scan("ABC", ScanKind.PLAIN, "ABC"), "what was written decides"
    assert parse_keys(EAN, SSCC).code == EAN
    assert parse_keys("XYZ1", "XZY1").raw == "XYZ1"


def test_a_very_long_text_is_plain() -> None:
    raw = f"01{EAN14}" + f"10A{GS}" * 400
    assert parse(raw).kind is ScanKind.PLAIN
    assert parse(raw).code == raw
