"""The people of a shift at one desk: each signed in once by password, taking turns by badge.

Kept in memory alone: with the program's end everybody is signed out. On PostgreSQL everybody keeps their own login's
connections, so what the server records is true whoever scans. Calls may come from any thread; those that ask the database or
check a PIN take their time and belong off the screen's.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from app.database import SchemaMismatch
from app.errors import NotAllowed, Refused
from app.models import AppUser
from app.services.badges import is_pin, own_pin_hash
from app.services.context import Context
from app.services.sign_in import SignInRefused, renewed

IDLE_MINUTES = 10.0
"""After so long without work a badge alone is not enough."""
MOST_WRONG = 3
"""Wrong PINs after which only the password helps."""

_HOLDER = sa.select(AppUser.login, AppUser.name).where(
    AppUser.badge.in_(sa.bindparam("codes", expanding=True))
)


class BadgeUnknown(Refused):
    """Nobody has this badge."""

    code = "badge.unknown"

    def __init__(self, badge: str) -> None:
        super().__init__(
            f"Nobody has the badge {badge}.", hint="Sign in with login and password.", badge=badge
        )


class NotSignedIn(Refused):
    """A badge switches only among people who gave their password at this desk."""

    code = "badge.not_signed_in"

    def __init__(self, login: str, name: str) -> None:
        super().__init__(
            f"{name} is not signed in at this desk.",
            hint="Sign in with the password once; then the badge is enough.",
            login=login,
            name=name,
        )


class PinNeeded(Refused):
    """Some time has passed: the badge alone does not tell who holds it."""

    code = "badge.pin_needed"

    def __init__(self, login: str, name: str) -> None:
        super().__init__(f"{name}: the PIN is needed.", hint="Enter your PIN.", login=login, name=name)


class NoPin(Refused):
    """A PIN would be needed, and the person has set none."""

    code = "badge.no_pin"

    def __init__(self, login: str, name: str) -> None:
        super().__init__(
            f"{name} has no PIN.",
            hint="Sign in with the password; then set a PIN, and the badge is enough.",
            login=login,
            name=name,
        )


class PinWrong(Refused):
    """The PIN is not the person's; `left` more may be tried."""

    code = "badge.pin_wrong"

    def __init__(self, login: str, name: str, left: int) -> None:
        super().__init__(
            f"This is not the PIN of {name}.",
            hint=f"{left} more may be tried." if left else "Sign in with the password.",
            login=login,
            name=name,
            left=left,
        )


class PinLocked(Refused):
    """Too many wrong PINs: only the password helps."""

    code = "badge.pin_locked"

    def __init__(self, login: str, name: str) -> None:
        super().__init__(
            f"{name} has to give the password: too many wrong PINs.",
            hint="Sign in with the password.",
            login=login,
            name=name,
        )


@dataclass(slots=True)
class _Seat:
    context: Context
    worked_at: float | None
    """When the person last worked or proved who they are; None where nobody did."""
    wrong: int = 0


class DeskPeople:
    """Who is signed in at this desk, and who of them works now.

    Args:
        idle_minutes: After so long without work the badge needs the PIN.
        clock: Seconds that also pass while the computer sleeps.
    """

    def __init__(self, idle_minutes: float = IDLE_MINUTES, clock: Callable[[], float] = time.time) -> None:
        self._idle = idle_minutes * 60
        self._clock = clock
        self._seats: dict[str, _Seat] = {}
        self._current = ""
        self._lock = threading.Lock()

    @property
    def current(self) -> Context | None:
        """Who works now, or None."""
        with self._lock:
            seat = self._seats.get(self._current)
            return seat.context if seat else None

    @property
    def logins(self) -> tuple[str, ...]:
        """Everybody who is signed in here, in the order in which they came."""
        with self._lock:
            return tuple(self._seats)

    def add(self, context: Context, *, proved: bool = True) -> None:
        """Somebody signed in: they work now, and may come back by badge. Ends a lock by wrong PINs.

        Args:
            context: As `sign_in` gave it; it is closed when the person signs out.
            proved: They typed the password. Not so where the desk remembered it: the first switch then needs the PIN.
        """
        with self._lock:
            before = self._seats.pop(context.actor, None)
            self._seats[context.actor] = _Seat(context, self._clock() if proved else None)
            self._current = context.actor
        if before is not None and before.context.db is not context.db:
            before.context.db.close()

    def worked(self) -> None:
        """Whoever is at the desk did something: a scan, a command."""
        with self._lock:
            seat = self._seats.get(self._current)
            if seat is not None and seat.worked_at is not None:
                seat.worked_at = self._clock()

    def switch(self, badge_code: str, pin: str | None = None) -> Context:
        """Let the holder of a badge work now, with the rights they have by now. A PIN that is given is always checked.

        Raises:
            BadgeUnknown: nobody has this badge.
            NotSignedIn: its holder did not give the password at this desk.
            PinNeeded: ask for the PIN and call again with it.
            NoPin, PinLocked: the password is needed: `sign_in`, then `add`.
            PinWrong: says how many may still be tried.
            SignInRefused: the person may not work here any more; they are signed out.
            Unavailable: the database does not answer.
        """
        login, name = self._holder(badge_code.strip())
        with self._lock:
            seat = self._seats.get(login)
            needed = seat is not None and self._is_idle(seat)
        if seat is None:
            raise NotSignedIn(login, name)
        if seat.wrong >= MOST_WRONG:
            raise PinLocked(login, name)
        try:
            context = renewed(seat.context)
        except SignInRefused:
            self.sign_out(login)
            raise
        if needed or pin is not None:
            self._check(seat, name, pin)
        with self._lock:
            if self._seats.get(login) is not seat:
                raise NotSignedIn(login, name)
            seat.context = context
            seat.worked_at = self._clock()
            self._current = login
        return context

    def sign_out(self, login: str) -> None:
        """Somebody goes; their connections are closed. Nothing happens where they were not here."""
        with self._lock:
            seat = self._seats.pop(login, None)
            if self._current == login:
                self._current = ""
        if seat is not None:
            seat.context.db.close()

    def close(self) -> None:
        """The shift is over: everybody goes."""
        for login in self.logins:
            self.sign_out(login)

    def _is_idle(self, seat: _Seat) -> bool:
        """A clock that was set back tells nothing, so it counts as a long time."""
        return seat.worked_at is None or not 0 <= self._clock() - seat.worked_at < self._idle

    def _holder(self, badge: str) -> tuple[str, str]:
        """Login and name, asked through whoever is signed in and may still read."""
        with self._lock:
            asking = sorted(self._seats.values(), key=lambda seat: seat.context.actor != self._current)
        for seat in asking:
            try:
                with seat.context.reading() as connection:
                    found = connection.execute(_HOLDER, {"codes": [badge, badge.upper()]}).first()
            except (NotAllowed, SchemaMismatch):
                continue  # without a role any more, on PostgreSQL they do not even see the tables; the next may know
            if found is not None:
                return str(found.login), str(found.name)
            break
        raise BadgeUnknown(badge)

    def _check(self, seat: _Seat, name: str, pin: str | None) -> None:
        login = seat.context.actor
        stored = own_pin_hash(seat.context)
        if not stored:
            raise NoPin(login, name)
        if pin is None:
            raise PinNeeded(login, name)
        with self._lock:
            # Counted before it is checked: two hands at once try no more than one.
            if seat.wrong >= MOST_WRONG:
                raise PinLocked(login, name)
            seat.wrong += 1
        if not is_pin(stored, pin):
            raise PinWrong(login, name, MOST_WRONG - seat.wrong)
        with self._lock:
            seat.wrong = 0
