"""Whether a folder holds a tour that this very version of the program played to its good end: it need not be played again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("main.py", "requirements.lock", "app", "migrations", "resources")
"""What the program is made of."""
STAMP = "tour-played.json"
"""Written last: the program's fingerprint, and each picture and paper with its size."""


def fingerprint(root: Path = ROOT) -> str:
    """A hash over all files of the program; takes some hundredths of a second."""
    whole = hashlib.sha256()
    for file in sorted(_files(root)):
        content = file.read_bytes()
        whole.update(f"{file.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()


def stamp(folder: Path, program: str, files: Iterable[str]) -> None:
    """Note that a tour went well: which program played it, and what it left; `files` relative to the folder."""
    left = {name: (folder / name).stat().st_size for name in sorted(files)}
    (folder / STAMP).write_text(
        json.dumps({"program": program, "files": left}, indent=1) + "\n", encoding="utf-8"
    )


def is_played(folder: Path, program: str) -> bool:
    """Whether everything still lies there that this program's tour left."""
    try:
        noted = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        same: bool = noted["program"] == program and bool(noted["files"])
        return same and all((folder / name).stat().st_size == size for name, size in noted["files"].items())
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return False


def _files(root: Path) -> Iterable[Path]:
    for part in PARTS:
        place = root / part
        found = place.rglob("*") if place.is_dir() else (place,)
        yield from (file for file in found if file.is_file() and "__pycache__" not in file.parts)
