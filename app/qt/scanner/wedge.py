"""Keeps what a keyboard-wedge scanner types out of every field, and hands typing on unchanged and in order.

The filter sits on the window that has the keyboard, where keys arrive before shortcuts, dialogs and fields
see them; every window gets it when the keyboard comes to it. It does not sit on the application: there Python
would be asked about every event of every widget, and each time wait for a worker that holds the interpreter
(measured: a repaint of 400 labels 45 ms instead of 19 ms beside one busy worker).
"""

from __future__ import annotations

import time
import weakref
from collections import deque

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow

from app.qt.scanner.bursts import Answer, Fate, Recogniser, WedgeSettings
from app.qt.scanner.strokes import place_offset, stroke_of

_LATE_MS = 15
_BEFORE_TYPING = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel})


class _Ear(QObject):
    """What is installed on windows and on who has the keyboard; it asks the filter, which decides."""

    def __init__(self, wedge: WedgeFilter) -> None:
        super().__init__(wedge)
        self._wedge = weakref.ref(wedge)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold or drop the keys of a scan; see `QObject.eventFilter`."""
        wedge = self._wedge()
        return wedge is not None and wedge.takes(watched, event)


class WedgeFilter(QObject):
    """Watches the keys of the whole program; make one, it installs itself.

    An older one that is still there watches no longer: two would hold what the other hands on, for ever.

    Signals:
        burst: a `Burst`, as soon as its last key came.
    """

    burst = Signal(object)
    name = "wedge"
    _newest: weakref.ref[WedgeFilter] | None = None

    def __init__(self, settings: WedgeSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        WedgeFilter._newest = weakref.ref(self)
        self._recogniser = Recogniser(settings)
        self._offset = place_offset(QGuiApplication.platformName())
        self._held: list[tuple[QWindow, QKeyEvent]] = []
        self._outbox: deque[tuple[QWindow, QKeyEvent]] = deque()
        self._dropped: set[int] = set()
        self._own_event = False
        self._ear = _Ear(self)
        # Weak: a widget must not live longer because it once had the keyboard.
        self._focus: weakref.ref[QObject] | None = None
        self._due = 0
        self._waited_longer = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._expire)
        application = _application()
        application.focusWindowChanged.connect(self._watch_window)
        application.focusObjectChanged.connect(self._watch_focus)
        for window in application.topLevelWindows():
            self._watch_window(window)
        self._watch_focus(application.focusObject())

    @property
    def settings(self) -> WedgeSettings:
        """How the scanner of this desk types."""
        return self._recogniser.settings

    def use(self, settings: WedgeSettings) -> None:
        """Go on with other settings; what is held goes on as typed."""
        self._release()
        self._recogniser = Recogniser(settings)

    def takes(self, watched: QObject, event: QEvent) -> bool:
        """Whether an event goes no further, as `QObject.eventFilter` answers."""
        if WedgeFilter._newest is None or WedgeFilter._newest() is not self:
            return False
        kind = event.type()
        if kind == QEvent.Type.InputMethod:
            self._before_composed(event)
        elif not isinstance(watched, QWindow):
            return False
        elif isinstance(event, QKeyEvent):
            if self._own_event:
                self._own_event = False
                return False
            if kind == QEvent.Type.ShortcutOverride:
                return self._overrides(event)
            if kind == QEvent.Type.KeyPress:
                return self._pressed(watched, event)
            if kind == QEvent.Type.KeyRelease:
                return self._let_go(watched, event)
        elif kind in _BEFORE_TYPING:
            self._release()
        return False

    def _overrides(self, event: QKeyEvent) -> bool:
        """Keep shortcuts from taking a key that is held or dropped, or from overtaking held ones.

        The key itself follows, unless a shortcut takes it.
        """
        answer = self._recogniser.foresee(stroke_of(event, self.settings, self._offset, _now()))
        if answer.fate is not Fate.PASS:
            event.accept()
            return True
        if answer.burst:
            self._decide(self._recogniser.expire())
        if answer.release:
            self._release()
        return False

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        answer = self._recogniser.press(stroke_of(event, self.settings, self._offset, _now()))
        self._decide(answer)
        key = _identity(event)
        if answer.fate is Fate.HOLD:
            self._held.append((window, _copy(event)))
        elif answer.fate is Fate.DROP:
            self._dropped.add(key)
        else:
            self._dropped.discard(key)
        self._wait()
        return answer.fate is not Fate.PASS

    def _let_go(self, window: QWindow, event: QKeyEvent) -> bool:
        key = _identity(event)
        if key in self._dropped:
            self._dropped.discard(key)
            return True
        if any(_identity(held) == key for _, held in self._held):
            self._held.append((window, _copy(event)))
            return True
        return False

    def _decide(self, answer: Answer) -> None:
        """Drop what was scanned, hand on what was typed."""
        if answer.burst:
            for _, held in self._held:
                if held.type() == QEvent.Type.KeyPress:
                    self._dropped.add(_identity(held))
                else:
                    self._dropped.discard(_identity(held))
            self._held.clear()
            self.burst.emit(answer.burst)
        if answer.release:
            self._send_held()

    def _wait(self) -> None:
        """Give the next key its time."""
        patience = self._recogniser.patience()
        self._waited_longer = False
        if patience is None:
            self._timer.stop()
        else:
            self._due = _now() + patience
            self._timer.start(patience)

    def _expire(self) -> None:
        """Decide what is held, now that its time is over.

        Where the clock itself rang late the program was busy, and keys may wait behind: they get their time.
        """
        if not self._waited_longer and _now() - self._due > _LATE_MS:
            self._waited_longer = True
            self._timer.start(self.settings.hold_ms)
            return
        self._decide(self._recogniser.expire())

    def _release(self) -> None:
        """Hand on at once what is held: something comes that must not overtake it."""
        self._timer.stop()
        self._recogniser.forget()
        self._send_held()

    def _before_composed(self, event: QEvent) -> None:
        """Let typed keys go before what an input method composed after them."""
        if isinstance(event, QInputMethodEvent) and (event.commitString() or event.preeditString()):
            self._release()

    def _send_held(self) -> None:
        """Send the held keys where the keyboard is now, in order.

        A key may open a dialog that runs a loop of its own; the keys behind it then go there, from within.
        """
        self._outbox.extend(self._held)
        self._held.clear()
        while self._outbox:
            window, event = self._outbox.popleft()
            active: QWindow | None = QGuiApplication.focusWindow()
            target = window if active is None else active
            if shiboken6.isValid(target):
                self._own_event = True
                QCoreApplication.sendEvent(target, event)
                self._own_event = False

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self._ear)

    def _watch_focus(self, focus: QObject | None) -> None:
        """Watch who has the keyboard, for what input methods compose; they write past the window."""
        before = self._focus() if self._focus else None
        if before is not None and shiboken6.isValid(before) and not isinstance(before, QWindow):
            before.removeEventFilter(self._ear)
        self._focus = None if focus is None else weakref.ref(focus)
        if focus is not None:
            focus.installEventFilter(self._ear)


def _application() -> QGuiApplication:
    application = QCoreApplication.instance()
    if not isinstance(application, QGuiApplication):
        raise RuntimeError("The filter needs a QGuiApplication.")
    return application


def _now() -> int:
    return time.monotonic_ns() // 1_000_000


def _identity(event: QKeyEvent) -> int:
    """What press and release of one key have in common, whatever Shift does between them."""
    return event.nativeScanCode() or -int(event.key())


def _copy(event: QKeyEvent) -> QKeyEvent:
    """The same key once more; the event that Qt delivers does not outlive the call."""
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy
