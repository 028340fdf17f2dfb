"""Make the sounds of the benches again: `python scripts/sounds.py`. They land in resources/sounds.

Plain sine tones that start and end softly, so that a loudspeaker does not click. The two low tones of STOP carry two harmonics:
small loudspeakers hardly give 220 Hz by itself.
"""

from __future__ import annotations

import math
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "sounds"
RATE = 44_100
LOUDEST = 0.8
ATTACK, DECAY = 0.006, 0.025


@dataclass(frozen=True, slots=True)
class Tone:
    """One tone: hertz, seconds, and the seconds of silence after it."""

    hertz: float
    seconds: float
    silence: float = 0.0
    harmonics: tuple[float, ...] = ()


HIGH, HIGHER, HIGHEST = 1320.0, 1760.0, 2217.5
SOUNDS = {
    "good": (Tone(HIGH, 0.080),),
    "article": (Tone(HIGH, 0.080, 0.030), Tone(HIGHER, 0.110)),
    "parcel": (Tone(HIGH, 0.080, 0.030), Tone(HIGHER, 0.080, 0.030), Tone(HIGHEST, 0.160)),
    "stop": (Tone(220, 0.250, 0.120, (0.5, 0.3)), Tone(220, 0.250, 0.0, (0.5, 0.3))),
}


def samples(tone: Tone) -> list[float]:
    """A tone from -1 to 1, with the silence after it."""
    length = round(tone.seconds * RATE)
    parts = (1.0, *tone.harmonics)
    made = []
    for place in range(length):
        now, left = place / RATE, (length - place) / RATE
        swell = _eased(now / ATTACK) * _eased(left / DECAY)
        wave_now = sum(
            share * math.sin(2 * math.pi * tone.hertz * order * now) for order, share in enumerate(parts, 1)
        )
        made.append(swell * wave_now / sum(parts))
    return made + [0.0] * round(tone.silence * RATE)


def _eased(part: float) -> float:
    """From 0 to 1 without a corner; 1 from then on."""
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, max(0.0, part)))


def write(name: str, tones: tuple[Tone, ...], folder: Path = FOLDER) -> Path:
    """Write one sound as WAV, 16 bits, one channel."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.wav"
    values = [value for tone in tones for value in samples(tone)]
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(value * LOUDEST * 32767)) for value in values))
    return file


if __name__ == "__main__":
    for name, tones in SOUNDS.items():
        print(write(name, tones).name)
