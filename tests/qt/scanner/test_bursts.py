"""The recogniser: what a scanner's pace, prefix and suffix make of strokes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.qt.scanner.bursts import Burst, Fate, Kind, Recogniser, Stroke, WedgeSettings

_ENDS = "\r\n\t"


def strokes(text: str, gap: int = 2, start: int = 1000) -> Iterator[Stroke]:
    for place, character in enumerate(text):
        yield Stroke(Kind.END if character in _ENDS else Kind.CHARACTER, character, start + place * gap)


class Desk:
    """Keeps what the recogniser decides, as the filter would."""

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        self.recogniser = Recogniser(settings)
        self.held = ""
        self.typed = ""
        self.bursts: list[Burst] = []

    def press(self, *some: Stroke) -> None:
        for stroke in some:
            foreseen = self.recogniser.foresee(stroke)
            answer = self.recogniser.press(stroke)
            assert foreseen == answer
            self._decide(answer.burst, answer.release)
            if answer.fate is Fate.PASS:
                self.typed += stroke.text
            elif answer.fate is Fate.HOLD:
                self.held += stroke.text

    def wait(self) -> None:
        answer = self.recogniser.expire()
        self._decide(answer.burst, answer.release)

    def _decide(self, burst: Burst | None, release: bool) -> None:
        if burst:
            self.bursts.append(burst)
            self.held = ""
        if release:
            self.typed += self.held
            self.held = ""


def test_a_burst_with_its_suffix() -> None:
    desk = Desk()
    desk.press(*strokes("4006381333931\r", gap=7))
    assert desk.bursts == [
        Burst("4006381333931", "4006381333931", started=1000, ended=1084, slowest=7, suffix="\r")
    ]
    assert (desk.typed, desk.held) == ("", "")


@pytest.mark.parametrize("gap", [0, 1, 20, 35, 40])
@pytest.mark.parametrize("suffix", ["\r", "\t"])
def test_every_scanner_pace(gap: int, suffix: str) -> None:
    desk = Desk()
    desk.press(*strokes("LOC-" + suffix, gap))
    assert [(burst.text, burst.suffix) for burst in desk.bursts] == [("LOC-", suffix)]


@pytest.mark.parametrize("gap", [41, 60, 120, 800])
def test_a_persons_pace_is_typed(gap: int) -> None:
    desk = Desk()
    desk.press(*strokes("mugs, blue\r", gap))
    assert (desk.typed, desk.bursts) == ("mugs, blue\r", [])


def test_three_characters_are_too_few() -> None:
    desk = Desk()
    desk.press(*strokes("abc\r"))
    assert (desk.typed, desk.bursts) == ("abc\r", [])


def test_a_trusted_burst_may_stumble_but_not_become_typing() -> None:
    stumbling, slow = Desk(), Desk()
    stumbling.press(*strokes("40063", 5), *strokes("81333931\r", 5, start=1110))
    assert [burst.text for burst in stumbling.bursts] == ["4006381333931"]
    assert stumbling.bursts[0].slowest == 90
    # Four keys under the rolling hand of a fast typist, then the rest of the sentence at 90 ms a key.
    slow.press(*strokes("sdfg", 35), *strokes("hjkl and more\r", 90, start=1195))
    assert (slow.typed, slow.bursts) == ("sdfghjkl and more\r", [])


def test_a_long_burst_without_suffix_is_a_scan_and_a_short_one_typed() -> None:
    desk = Desk()
    desk.press(*strokes("40063813"))
    desk.wait()
    assert [(burst.text, burst.suffix) for burst in desk.bursts] == [("40063813", "")]
    desk.press(*strokes("4006381", start=5000))
    desk.wait()
    assert desk.typed == "4006381"


def test_the_next_key_decides_when_the_clock_has_not_rung_yet() -> None:
    desk = Desk()
    desk.press(*strokes("4006381333931"), *strokes("x", start=9000))
    assert [burst.text for burst in desk.bursts] == ["4006381333931"]
    assert (desk.typed, desk.held) == ("", "x")


@pytest.mark.parametrize("rest", [Stroke(Kind.END, "\n", 1010), Stroke(Kind.DOWN, "", 1012)])
def test_the_rest_of_a_suffix_is_dropped(rest: Stroke) -> None:
    desk = Desk()
    desk.press(*strokes("ABCD\r"))
    assert desk.recogniser.press(rest).fate is Fate.DROP
    later = Stroke(rest.kind, rest.text, rest.at + 500)
    assert desk.recogniser.press(later).fate is Fate.PASS


def test_a_key_held_down_is_never_a_scan() -> None:
    desk = Desk()
    desk.press(Stroke(Kind.CHARACTER, "7", 1000))
    desk.press(*(Stroke(Kind.CHARACTER, "7", 1000 + 30 * n, repeated=True) for n in range(1, 20)))
    desk.press(Stroke(Kind.END, "\r", 1600))
    assert (desk.typed, desk.bursts) == ("7" * 20 + "\r", [])


def test_shift_is_part_of_writing() -> None:
    desk = Desk()
    for stroke in strokes("SH-1\r"):
        desk.press(Stroke(Kind.MODIFIER, at=stroke.at), stroke)
    assert [burst.text for burst in desk.bursts] == ["SH-1"]


def test_what_no_scanner_sends_goes_on_behind_what_is_held() -> None:
    desk = Desk()
    desk.press(*strokes("ab"))
    answer = desk.recogniser.press(Stroke(Kind.OTHER, at=1004))
    assert (answer.fate, answer.release) == (Fate.PASS, True)


PREFIXED = WedgeSettings(prefix="~<", suffixes="\r")


def test_with_a_prefix_nothing_is_guessed() -> None:
    desk = Desk(PREFIXED)
    desk.press(*strokes("4006381333931\r"))
    assert (desk.typed, desk.bursts, desk.held) == ("4006381333931\r", [], "")
    desk.typed = ""
    desk.press(*strokes("~<X\r", gap=90, start=3000))
    assert [(burst.text, burst.prefix) for burst in desk.bursts] == [("X", "~<")]
    assert desk.typed == ""


@pytest.mark.parametrize("text", ["~", "~a", "~~", "~<", "a~", "~\r", "~<\r"])
def test_a_prefix_typed_by_hand_is_typed(text: str) -> None:
    desk = Desk(PREFIXED)
    desk.press(*strokes(text, gap=20))
    desk.wait()
    assert (desk.typed, desk.bursts) == (text, [])


def test_a_wrong_beginning_does_not_hide_the_right_one() -> None:
    desk = Desk(PREFIXED)
    desk.press(*strokes("~~<4006\r"))
    assert ([burst.text for burst in desk.bursts], desk.typed) == (["4006"], "~")


def test_a_prefix_needs_no_suffix() -> None:
    desk = Desk(PREFIXED)
    desk.press(*strokes("~<4006"))
    desk.wait()
    assert [burst.text for burst in desk.bursts] == ["4006"]


def test_us_places_count_only_when_all_are_known() -> None:
    known, unknown = Desk(), Desk()
    us = {"a": "q", "b": "b", "c": "c", ")": "-"}
    some = [Stroke(Kind.CHARACTER, letter, 1000 + n, us=us[letter]) for n, letter in enumerate("abc)")]
    known.press(*some, Stroke(Kind.END, "\r", 1005))
    unknown.press(*some[:3], Stroke(Kind.CHARACTER, ")", 1003), Stroke(Kind.END, "\r", 1005))
    assert [(burst.text, burst.us_text) for burst in known.bursts] == [("abc)", "qbc-")]
    assert [(burst.text, burst.us_text) for burst in unknown.bursts] == [("abc)", "abc)")]


@given(
    st.lists(st.tuples(st.sampled_from("ab4~<\r\t\n"), st.sampled_from([0, 5, 38, 45, 90, 400])), max_size=40)
)
def test_no_stroke_is_lost_or_doubled_whatever_comes(some: list[tuple[str, int]]) -> None:
    for settings in (WedgeSettings(), PREFIXED):
        desk, at, everything = Desk(settings), 1000, ""
        for text, gap in some:
            at += gap
            everything += text
            desk.press(Stroke(Kind.END if text in _ENDS else Kind.CHARACTER, text, at))
        desk.wait()
        kept = sum(len(burst.prefix) + len(burst.text) + len(burst.suffix) for burst in desk.bursts)
        dropped_line_ends = len(everything) - len(desk.typed) - kept
        assert desk.held == ""
        assert 0 <= dropped_line_ends <= sum(everything.count(end) for end in _ENDS)
        assert all(len(burst.text) >= 4 for burst in desk.bursts) or settings.prefix
