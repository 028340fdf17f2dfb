"""A folder as a printer: for printers that watch one, for archives, and for trying out."""

from __future__ import annotations

import contextlib
import errno
import os
import uuid
from datetime import UTC, datetime
from pathlib import Path

from app.errors import BadInput
from app.integrations.printers.base import NoRoom, PrinterAway, PrinterRefused, is_pdf, is_zpl

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.EHOSTDOWN, errno.ETIMEDOUT})


def folder_target(text: str) -> str:
    """A folder by its whole path.

    Raises:
        BadInput: it is none, or depends on where the program was started.
    """
    path = text.strip()
    if not path or "\0" in path or not Path(path).is_absolute():
        raise BadInput(
            f"{text!r} is no whole path of a folder.",
            hint="Write the path from the root on.",
            field="target",
            value=text,
        )
    return path


class FolderPrinter:
    """Writes each paper as a file of its own, under a name that is made here.

    The file appears complete or not at all: it is written under a hidden name, kept on the disk, then renamed.
    """

    def __init__(self, target: str) -> None:
        self._folder = Path(folder_target(target))

    def send(self, data: bytes, title: str, copies: int = 1) -> str:
        """Write the paper, one file a copy; gives the name of the first. The title is not used.

        Raises:
            PrinterAway: the folder is not there.
            NoRoom: the disk is full.
            PrinterRefused: the folder may not be written to.
        """
        names = [self._write(data) for _ in range(copies)]
        return names[0]

    def _write(self, data: bytes) -> str:
        moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        ending = "pdf" if is_pdf(data) else "zpl" if is_zpl(data) else "prn"
        name = f"quai-{moment}-{uuid.uuid4().hex[:8]}.{ending}"
        hidden = self._folder / f".{name}.part"
        try:
            with hidden.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            hidden.rename(self._folder / name)
        except OSError as error:
            with contextlib.suppress(OSError):
                hidden.unlink(missing_ok=True)
            raise self._trouble(error) from error
        return name

    def _trouble(self, error: OSError) -> PrinterAway | NoRoom | PrinterRefused:
        where = str(self._folder)
        if error.errno in _GONE:
            return PrinterAway(
                f"The folder {where} is not there.",
                hint="Make it, or connect the drive it lies on.",
                printer=where,
            )
        if error.errno in _FULL:
            return NoRoom(
                f"There is no room in the folder {where}.", hint="Make room on its disk.", printer=where
            )
        return PrinterRefused(
            f"Nothing can be written to the folder {where}.", hint="Check who may write there.", printer=where
        )
