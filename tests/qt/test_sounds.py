"""The sounds are what the mock-ups ask for, click at neither end, and a machine that cannot play is silent."""

from __future__ import annotations

import struct
import sys
import wave
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.qt.sounds import NAMES, Sound, Sounds
from app.qt.theme import RESOURCES
from scripts.sounds import RATE, SOUNDS, write


def values(name: str) -> list[int]:
    with wave.open(str(RESOURCES / "sounds" / f"{name}.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return [value for (value,) in struct.iter_unpack("<h", file.readframes(file.getnframes()))]


def hertz(part: list[int]) -> float:
    """How often the wave rises through nothing, in a second."""
    rises = [at for at in range(1, len(part)) if part[at - 1] < 0 <= part[at]]
    return (len(rises) - 1) * RATE / (rises[-1] - rises[0])


def test_every_sound_has_a_file() -> None:
    assert set(SOUNDS) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_neither_clicks_nor_clips(name: str) -> None:
    heard = values(name)
    assert abs(heard[0]) < 300
    assert abs(heard[-1]) < 300
    assert 15_000 < max(map(abs, heard)) < 32_767


def test_good_is_one_short_high_note() -> None:
    heard = values("good")
    assert len(heard) / RATE == pytest.approx(0.080, abs=0.001)
    assert hertz(heard[500:-1500]) == pytest.approx(1320, rel=0.01)


def test_an_article_and_a_parcel_rise() -> None:
    assert [round(tone.hertz) for tone in SOUNDS["article"]] == [1320, 1760]
    three = [tone.hertz for tone in SOUNDS["parcel"]]
    assert len(three) == 3
    assert three == sorted(three)


def test_stop_is_two_low_tones() -> None:
    heard = values("stop")
    first = round(0.250 * RATE)
    assert hertz(heard[600 : first - 1500]) == pytest.approx(220, rel=0.01)
    assert set(heard[first : first + 5000]) == {0}
    assert len(SOUNDS["stop"]) == 2


def test_the_files_are_those_that_the_script_makes(tmp_path: Path) -> None:
    for name, tones in SOUNDS.items():
        made = write(name, tones, tmp_path)
        assert made.read_bytes() == (RESOURCES / "sounds" / f"{name}.wav").read_bytes()


def test_a_machine_without_the_library_is_silent(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    sounds = Sounds()
    assert sounds.load() == {}
    assert not sounds.available
    for name in NAMES:
        sounds.play(name)


def test_a_stop_is_repeated_until_it_is_acknowledged(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sounds, "AGAIN_MS", 1)
    sounds = Sounds()
    played: list[Sound] = []
    monkeypatch.setattr(sounds, "play", played.append)
    sounds.alarm()
    qtbot.waitUntil(lambda: len(played) >= 3)
    assert set(played) == {"stop"}
    assert sounds.alarmed
    sounds.acknowledged()
    assert not sounds.alarmed


def test_volume_keeps_to_its_scale(qtbot: QtBot) -> None:
    sounds = Sounds(volume=40)
    sounds.set_volume(400)
    assert sounds.volume == 100
    sounds.set_volume(-1)
    assert sounds.volume == 0


def test_an_unknown_sound_is_a_programming_error(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="fanfare"):
        Sounds().play(cast("Sound", "fanfare"))
