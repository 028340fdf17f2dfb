"""A lock on a file that the operating system lets go when its holder dies, however it dies."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import IO


def take(path: Path) -> IO[bytes] | None:
    """Return the open file as the lock, or None where another process holds it; closing the file lets go."""
    file = path.open("r+b")
    try:
        _lock(file)
    except OSError:
        file.close()
        return None
    return file


def wait(path: Path) -> IO[bytes]:
    """Return the open file as the lock, as soon as whoever looks into it has let go."""
    while (file := take(path)) is None:
        time.sleep(0.01)
    return file


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        # Windows locks bytes, and forbids others to read those: take one far behind the text.
        file.seek(1 << 30)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
