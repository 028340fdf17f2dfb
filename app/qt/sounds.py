"""What a bench sounds like; silent, and no worse for it, where the machine cannot play."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QGuiApplication

from app.qt.theme import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

Sound = Literal["good", "article", "parcel", "stop"]
NAMES: tuple[Sound, ...] = ("good", "article", "parcel", "stop")


class Sounds(QObject):
    """The four sounds of a bench, at the volume of this desk.

    A sound never says what words, colour and icon do not say as well. The machine is asked for its loudspeaker when the first
    sound is wanted: an office desk never loads the library.
    """

    AGAIN_MS: ClassVar[int] = 5000
    """A STOP is heard again after so many milliseconds, until it is acknowledged."""

    def __init__(self, parent: QObject | None = None, *, volume: int = 70) -> None:
        super().__init__(parent)
        self._volume = volume
        self._effects: dict[Sound, QSoundEffect] | None = None
        self._again = QTimer(self)
        self._again.setInterval(self.AGAIN_MS)
        self._again.timeout.connect(self._again_now)

    @property
    def available(self) -> bool:
        """Whether this machine can play; asking it loads the library."""
        return bool(self._loaded())

    @property
    def volume(self) -> int:
        """Volume of this desk, 0 (silent) to 100."""
        return self._volume

    def set_volume(self, volume: int) -> None:
        """Set the volume of this desk, 0 (silent) to 100."""
        self._volume = min(100, max(0, volume))
        for effect in (self._effects or {}).values():
            effect.setVolume(self._volume / 100)

    def play(self, name: Sound) -> None:
        """Play one sound from its start; nothing where the machine cannot or the desk is silent.

        Raises:
            ValueError: there is no such sound.
        """
        if name not in NAMES:
            raise ValueError(f"There is no sound {name!r}.")
        if self._volume == 0:
            return
        effect = self._loaded().get(name)
        if effect is not None:
            effect.play()

    def alarm(self) -> None:
        """Sound STOP now and again every five seconds, until `acknowledged`."""
        self.play("stop")
        self._again.start()

    def _again_now(self) -> None:
        self.play("stop")

    def acknowledged(self) -> None:
        """Let the STOP be silent."""
        self._again.stop()

    @property
    def alarmed(self) -> bool:
        """Whether a STOP is being repeated."""
        return self._again.isActive()

    def _loaded(self) -> dict[Sound, QSoundEffect]:
        if self._effects is None:
            # Nobody hears a program that runs without a screen.
            unheard = QGuiApplication.platformName() in {"offscreen", "minimal"}
            self._effects = {} if unheard else self.load()
        return self._effects

    def load(self) -> dict[Sound, QSoundEffect]:
        """The four sounds ready to be played; none where the library or a loudspeaker is missing."""
        try:
            # A bare Debian lacks libpulse, and then the import itself raises.
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            return {}
        if not QMediaDevices.audioOutputs():
            return {}
        effects: dict[Sound, QSoundEffect] = {}
        for name in NAMES:
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(RESOURCES / "sounds" / f"{name}.wav")))
            effect.setVolume(self._volume / 100)
            effects[name] = effect
        return effects
