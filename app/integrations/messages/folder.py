"""A folder that another program watches: each message is a file that is there whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from app.errors import Unavailable


class FolderAway(Unavailable):
    """A message cannot be written to its folder now; nothing of it is there."""

    code = "folder.away"

    def __init__(self, folder: str, why: str) -> None:
        super().__init__(
            f"The folder {folder} cannot be written to: {why}.",
            hint="Make it, or connect its drive; it is tried again by itself.",
            folder=folder,
        )


def write_message(target: str, data: bytes) -> None:
    """Write a file by its whole path: under a hidden name, kept on the disk, then renamed; again, it takes its own place.

    Raises:
        FolderAway: it cannot be written, for now.
    """
    path = Path(target)
    hidden = path.parent / f".{path.name}.part"
    try:
        with hidden.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        hidden.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            hidden.unlink(missing_ok=True)
        raise FolderAway(str(path.parent), error.strerror or str(error)) from error
