"""Writes requirements.lock anew from pyproject.toml, for every system and Python that Quai runs on.

    python3 -m scripts.lock [--upgrade]

Pins that still fit stay as they are; `--upgrade` takes the newest of everything. The resolver (uv) comes from
PATH, or into an environment that lives as long as this program. Download addresses are not recorded: only
names, versions and hashes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from scripts.setup import LOCK, PROJECT

OLDEST_PYTHON = "3.11"


def main(arguments: list[str]) -> int:
    """Write the lock file and return the resolver's exit code."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            *[shutil.which("uv") or _borrowed_uv(Path(folder)), "pip", "compile", "pyproject.toml"],
            *["--universal", "--python-version", OLDEST_PYTHON, "--extra", "dev"],
            *["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"],
            *["--output-file", LOCK.name, "--custom-compile-command", "make lock", "--quiet"],
            *arguments,
        ]
        # Without it uv trusts its own list of authorities instead of the machine's.
        environment = {"UV_SYSTEM_CERTS": "1"} | os.environ
        return subprocess.run(command, cwd=PROJECT, env=environment, check=False).returncode


def _borrowed_uv(folder: Path) -> str:
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(programs / "uv")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
