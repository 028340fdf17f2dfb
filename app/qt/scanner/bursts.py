"""Tells a scanner's burst of keys from a person's typing; knows no Qt, only strokes and when they came.

A keyboard-wedge scanner types a code as a person would, only faster, and ends it with Enter or Tab. Two ways
lead to a scan:

* **Prefix.** Where the scanner sends a prefix, nothing is guessed: what begins with it is a scan, and all
  other keys pass at once.
* **Timing.** Else every character is held back for `hold_ms`. A scanner's next one comes within 2 to 30 ms;
  a person's fastest pairs ("er", "th") now and then come within 40 ms, four of them in a row do not. So
  after `min_length` characters the burst is trusted and may stumble for up to `gap_ms` (a radio link, a
  busy machine) as long as its pace stays a scanner's on average. Characters that turn out to be typed are
  handed on unchanged and in order, at most `hold_ms` after the last of them: about two pictures of the
  screen, well below the 100 ms that people notice.

A burst without any suffix is a scan too when it is so long (`min_unended`) that nobody typed it: a scanner
that was set up wrongly must not write into fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

LINE_ENDS = "\r\n"


class Kind(Enum):
    """What a stroke can do to a burst."""

    CHARACTER = auto()
    """Writes something: letters, digits, marks, the space; also FNC1 and its like."""
    END = auto()
    """Enter, Tab or a line feed: ends a burst where it is one of the suffixes."""
    DOWN = auto()
    """The key Down: what some systems make of the line feed in a CR LF suffix."""
    MODIFIER = auto()
    """Shift and its like: part of writing, and nothing by itself."""
    OTHER = auto()
    """Arrows, function keys, shortcuts: never part of a scan."""


@dataclass(frozen=True, slots=True)
class Stroke:
    r"""One key pressed.

    Attributes:
        kind: What it can do to a burst.
        text: What it writes; "\r", "\t" or "\n" for an end.
        at: When, in milliseconds of a clock that never goes back.
        us: What the same key writes on a US keyboard; empty where that is not known.
        repeated: It comes from a key held down, which no scanner does.
    """

    kind: Kind
    text: str = ""
    at: int = 0
    us: str = ""
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class WedgeSettings:
    r"""How the scanner of a desk types.

    Attributes:
        prefix: What it sends before every code, "\x02" or "~" for instance; empty where it sends nothing.
        suffixes: Characters of which one ends a code: Enter is "\r", Tab "\t", line feed "\n".
        hold_ms: How long a character that may be typed is held back; also the slowest scanner's gap.
        gap_ms: How long a burst may pause once it is trusted, or has begun with the prefix.
        min_length: Characters of the shortest code.
        min_unended: Characters that make a scan without a suffix.
    """

    prefix: str = ""
    suffixes: str = "\r\t"
    hold_ms: int = 40
    gap_ms: int = 100
    min_length: int = 4
    min_unended: int = 8


@dataclass(frozen=True, slots=True)
class Burst:
    """A code as a scanner typed it, without prefix and suffix.

    Attributes:
        text: What the keys wrote.
        us_text: What they write on a US keyboard, where every place is known; else as `text`.
        started: When the first key came, in milliseconds of the strokes' clock.
        ended: When the last key came.
        slowest: The longest pause between two keys, in milliseconds.
        prefix: Which prefix stood before it.
        suffix: Which suffix ended it; empty where only time did.
    """

    text: str
    us_text: str = ""
    started: int = 0
    ended: int = 0
    slowest: int = 0
    prefix: str = ""
    suffix: str = ""


class Fate(Enum):
    """What becomes of the stroke that was just told."""

    PASS = auto()
    """It goes on to the window."""
    HOLD = auto()
    """It is kept until the burst is decided."""
    DROP = auto()
    """It belongs to a scan."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What to do with the strokes that are held, and then with the one just told.

    Attributes:
        fate: What becomes of the one just told.
        burst: The held ones are this scan, and are dropped.
        release: The held ones were typed, and go on before anything else does.
    """

    fate: Fate
    burst: Burst | None = None
    release: bool = False


class Recogniser:
    """Takes strokes one by one and says which are typed and which are a scan."""

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        self.settings = settings or WedgeSettings()
        self._held: list[Stroke] = []
        self._slowest = 0
        self._tail: int | None = None

    def patience(self) -> int | None:
        """Milliseconds that the held strokes may wait for the next one; None where none are held."""
        if not self._held:
            return None
        settings, count = self.settings, len(self._held)
        if settings.prefix:
            return settings.gap_ms
        if count < settings.min_length:
            return settings.hold_ms
        saved = settings.hold_ms * count - (self._held[-1].at - self._held[0].at)
        return min(settings.gap_ms, max(settings.hold_ms, saved))

    def foresee(self, stroke: Stroke) -> Answer:
        """Say what `press` would answer to this stroke, without taking it."""
        kept = (self._held.copy(), self._slowest, self._tail)
        answer = self.press(stroke)
        self._held, self._slowest, self._tail = kept
        return answer

    def press(self, stroke: Stroke) -> Answer:
        """Take a stroke and say what becomes of it and of those held."""
        if stroke.kind is Kind.MODIFIER:
            return Answer(Fate.PASS)
        if self._is_tail(stroke):
            self._tail = stroke.at
            return Answer(Fate.DROP)
        self._tail = None
        before = self._overdue(stroke.at)
        if stroke.repeated or stroke.kind in {Kind.OTHER, Kind.DOWN}:
            return self._pass(before)
        if stroke.kind is Kind.END:
            return self._end(stroke, before)
        return self._character(stroke, before)

    def expire(self) -> Answer:
        """Say what the held strokes are, now that no further one came in time."""
        if not self._held:
            return Answer(Fate.PASS)
        enough = self.settings.min_length if self.settings.prefix else self.settings.min_unended
        steady = self.settings.prefix or self._slowest <= self.settings.hold_ms
        if steady and self._length() >= enough:
            return Answer(Fate.PASS, burst=self._close(""))
        return self._pass(Answer(Fate.PASS))

    def forget(self) -> None:
        """Let the held strokes be typed ones, whatever they might have become."""
        self._held.clear()
        self._slowest = 0

    def _overdue(self, now: int) -> Answer:
        """Decide what is held when the stroke came too late to belong to it."""
        patience = self.patience()
        if patience is None or 0 <= now - self._held[-1].at <= patience:
            return Answer(Fate.PASS)
        return self.expire()

    def _is_tail(self, stroke: Stroke) -> bool:
        """Tell whether this is the rest of a suffix of several keys: CR LF, or CR and Tab."""
        if self._tail is None or not 0 <= stroke.at - self._tail <= self.settings.gap_ms or stroke.repeated:
            return False
        return stroke.kind is Kind.DOWN or (
            stroke.kind is Kind.END and stroke.text in LINE_ENDS + self.settings.suffixes
        )

    def _pass(self, before: Answer) -> Answer:
        """Let the stroke go on, behind whatever is held."""
        release = before.release or bool(self._held)
        self.forget()
        return Answer(Fate.PASS, before.burst, release)

    def _end(self, stroke: Stroke, before: Answer) -> Answer:
        settings, place = self.settings, len(self._held)
        if place < len(settings.prefix) and stroke.text == settings.prefix[place]:
            return self._character(stroke, before)
        enough = 1 if settings.prefix else settings.min_length
        if self._held and stroke.text in settings.suffixes and self._length() >= enough:
            self._slowest = max(self._slowest, stroke.at - self._held[-1].at)
            burst = self._close(stroke.text)
            self._tail = stroke.at
            return Answer(Fate.DROP, burst)
        return self._pass(before)

    def _character(self, stroke: Stroke, before: Answer) -> Answer:
        prefix, place = self.settings.prefix, len(self._held)
        release = before.release
        if place < len(prefix) and stroke.text != prefix[place]:
            release = release or bool(self._held)
            self._held.clear()
            if stroke.text != prefix[0]:
                return self._pass(Answer(Fate.PASS, before.burst, release))
        if self._held:
            self._slowest = max(self._slowest, stroke.at - self._held[-1].at)
        else:
            self._slowest = 0
        self._held.append(stroke)
        return Answer(Fate.HOLD, before.burst, release)

    def _length(self) -> int:
        return len(self._held) - len(self.settings.prefix)

    def _close(self, suffix: str) -> Burst:
        code = self._held[len(self.settings.prefix) :]
        text = "".join(stroke.text for stroke in code)
        places_known = all(stroke.us for stroke in code)
        burst = Burst(
            text=text,
            us_text="".join(stroke.us for stroke in code) if places_known else text,
            started=self._held[0].at,
            ended=self._held[-1].at,
            slowest=self._slowest,
            prefix=self.settings.prefix,
            suffix=suffix,
        )
        self.forget()
        return burst
