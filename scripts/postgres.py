"""Where the PostgreSQL server programs of this machine are.

Debian keeps them out of PATH, one folder a version; other systems have their own habits. Only the programs
are wanted: no server that runs already is ever looked for.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

OLDEST = 15
"""First major version with what Quai relies on: `security_invoker` views, ICU for a whole cluster."""

OVERRIDE = "QUAI_POSTGRES_BIN"
"""Environment variable naming the folder of the server programs; once set, no other is considered."""

PROGRAMS = ("postgres", "initdb", "pg_ctl")

HABITUAL = (
    "/usr/lib/postgresql/*/bin",  # Debian, Ubuntu
    "/usr/pgsql-*/bin",  # Red Hat, from PostgreSQL's own packages
    "/opt/homebrew/opt/postgresql@*/bin",  # macOS, Homebrew on Apple silicon
    "/usr/local/opt/postgresql@*/bin",  # macOS, Homebrew on Intel
    "/Applications/Postgres.app/Contents/Versions/*/bin",  # macOS, Postgres.app
    "C:/Program Files/PostgreSQL/*/bin",  # Windows
)


def find_server(patterns: Iterable[str] = HABITUAL) -> Path | None:
    """Return the folder of the newest usable server programs, or None.

    Args:
        patterns: Absolute folders with `*` for one level, looked at besides PATH.
    """
    if override := os.environ.get(OVERRIDE):
        folders: list[Path] = [Path(override)]
    else:
        folders = [*_matching(patterns), *_on_path()]
    usable = {folder: version for folder in folders if (version := server_version(folder)) >= OLDEST}
    return max(usable, key=lambda folder: usable[folder], default=None)


def server_version(folder: Path) -> int:
    """Return the major version of the server programs in a folder; 0 where one is missing or does not run."""
    if not all(shutil.which(program, path=str(folder)) for program in PROGRAMS):
        return 0
    answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"\(PostgreSQL\) (\d+)", answer.stdout)
    return int(found[1]) if found else 0


def advice(root_line: str = "") -> str:
    """Return what a person can do on this system to get the server programs, commands included.

    Args:
        root_line: The command that installs them on this system, where the caller knows it.
    """
    if override := os.environ.get(OVERRIDE):
        return (
            f"{OVERRIDE} names {override}, which holds no PostgreSQL {OLDEST} or newer: correct or unset it."
        )
    line = root_line or {
        "darwin": "brew install postgresql@17",
        "win32": "winget install PostgreSQL.PostgreSQL.17",
    }.get(sys.platform, "python3 -m scripts.setup --postgresql")
    return (
        f"The tests start a PostgreSQL server of their own and need its programs, {OLDEST} or newer.\n"
        f"Install them with\n\n    {line}\n\n"
        f"or set {OVERRIDE} to the folder that holds {', '.join(PROGRAMS)}."
    )


def _matching(patterns: Iterable[str]) -> Iterator[Path]:
    for pattern in patterns:
        path = Path(pattern)
        if path.is_absolute():
            yield from Path(path.anchor).glob(str(path.relative_to(path.anchor)))


def _on_path() -> Iterator[Path]:
    # A link in /usr/local/bin leads to the folder where the other programs and the server's own files are.
    if program := shutil.which("postgres"):
        yield Path(program).resolve().parent
