"""Makes what Quai needs here: `.venv`, Qt's system libraries, and what the tests run: PostgreSQL, CUPS, Dovecot, a ZPL renderer.

    python3 -m scripts.setup [--qt] [--postgresql] [--printing] [--zpl] [--imap]

All steps look first and do nothing where all is there. System packages are installed on Debian and its
children only, as root or with a sudo that asks no password; otherwise the exact line to run is printed and
nothing is half done.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts import postgres

PROJECT = Path(__file__).resolve().parent.parent
LOCK = PROJECT / "requirements.lock"
VENV = PROJECT / ".venv"
STAMP = VENV / "quai-lock.sha256"
"""Digest of the lock file that `.venv` was filled from, written last: a broken off installation has none."""

CREATE_CLUSTER = Path("/etc/postgresql-common/createcluster.conf")
NO_SERVER = "create_main_cluster = false"
"""Keeps Debian from making and starting a server of its own when the package arrives."""

BUS = "dbus-daemon"
"""The test printer asks for a name service on it; macOS has that built in."""
PRINTING = {
    "cupsd": "cups",
    "lp": "cups-client",
    "lpadmin": "cups-client",
    "lpstat": "cups-client",
    "ippeveprinter": "cups-ipp-utils",
    BUS: "dbus",
}
"""Programs with which the tests print on a real IPP printer of their own -> the Debian package that brings each."""
IMAP = "dovecot"
IMAP_PACKAGE = "dovecot-imapd"
"""The mail server that the tests fetch orders from, one of their own -> its Debian package."""
UNITS = Path("/etc/systemd/system")
"""Where a unit is kept from being started by the arrival of its package."""
ZPL = PROJECT / "tests" / "rig" / "zpl"
"""An independent renderer of ZPL for the tests, and the lock file that names its one package by hash and no place to get it."""
NODE = {"node": "nodejs", "npm": "npm"}
"""Programs that it runs on and comes with -> the Debian package that brings each."""
OLDEST_NODE = 18
ADMINISTRATORS = ("/usr/sbin", "/sbin")
"""Where programs lie that ordinary users have no PATH to."""

QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libcups.so.2": "libcups2",
    "libpulse.so.0": "libpulse0",
}
"""Libraries of the system that Qt's wheels load on Linux -> the Debian package that brings each.

A missing one makes Qt name another in its complaint, so all are looked for.
"""
LIBRARY_LIST = ("ldconfig", "-p")


class CannotSetUp(Exception):
    """Something is missing that this program may not install; the message holds the line to run."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Set the machine up and return the exit code: 0, or 1 with the line to run on standard error."""
    parser = argparse.ArgumentParser(
        prog="python3 -m scripts.setup", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--qt", action="store_true", help="also the system's libraries under the windows")
    parser.add_argument(
        "--postgresql", action="store_true", help="also PostgreSQL's programs, for tests and benchmarks"
    )
    parser.add_argument(
        "--printing", action="store_true", help="also CUPS and its IPP printer, for the tests"
    )
    parser.add_argument("--zpl", action="store_true", help="also the renderer of ZPL, for the tests")
    parser.add_argument("--imap", action="store_true", help="also Dovecot, an IMAP server, for the tests")
    options = parser.parse_args(arguments)
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 - an older Python shall be told so, not fail on an import
            raise CannotSetUp(
                f"Quai needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}."
            )
        ensure_environment()
        if options.qt:
            ensure_qt()
        if options.postgresql:
            ensure_postgresql()
        if options.printing:
            ensure_printing()
        if options.zpl:
            ensure_zpl()
        if options.imap:
            ensure_imap()
    except CannotSetUp as problem:
        print(f"\n{problem}\n", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as problem:
        said = (problem.stdout or b"").decode(errors="replace")
        failed = f"This command ended with {problem.returncode}:\n\n    {_shown(problem.cmd)}"
        print(f"\n{said}\n{failed}\n", file=sys.stderr)
        return 1
    return 0


def ensure_environment() -> None:
    """Make `.venv` hold what requirements.lock pins; every file is checked against its hash.

    Raises:
        CannotSetUp: This Python cannot make environments.
        subprocess.CalledProcessError: The installation failed; pip has said why.
    """
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if python.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == digest:
        return
    if not python.exists():  # never made, or the Python it stood on is gone
        ensure_ensurepip()
        _say("Making .venv")
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    STAMP.unlink(missing_ok=True)
    _say("Installing the pinned libraries")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "install", "--require-hashes", "--requirement", str(LOCK)], check=True)
    STAMP.write_text(digest, encoding="ascii")


def ensure_ensurepip() -> None:
    """Make `python3 -m venv` work; Debian keeps its half in a package of its own.

    Raises:
        CannotSetUp: It does not, and the package cannot be installed from here.
    """
    if importlib.util.find_spec("ensurepip") is not None:
        return
    _apt_install("python3-venv", missing="Python cannot make environments here (no ensurepip).")
    # Asked of a new process: this one has already looked into the folder and remembers what was not there.
    if subprocess.run([sys.executable, "-c", "import ensurepip"], check=False).returncode:
        raise CannotSetUp(
            f"{sys.executable} has no ensurepip, and the package python3-venv does not serve it."
        )


def ensure_qt() -> None:
    """Make the libraries available that Qt takes from the system; they are part of Windows and macOS.

    Raises:
        CannotSetUp: They are missing and cannot be installed from here; the message names the packages.
    """
    missing = missing_qt()
    if not missing:
        return
    says = f"The windows need {', '.join(missing)}."
    if not shutil.which("apt-get"):
        raise CannotSetUp(
            f"{says} Install the packages that bring them (on Debian: {' '.join(missing.values())})."
        )
    _apt_install(*missing.values(), missing=says)
    if still := missing_qt():
        raise CannotSetUp(f"The packages {' '.join(missing.values())} brought no {', '.join(still)}.")


def missing_qt() -> dict[str, str]:
    """Return the libraries under the windows that are not here, each with its Debian package."""
    program = shutil.which(
        LIBRARY_LIST[0], path=os.pathsep.join((os.environ.get("PATH", ""), *ADMINISTRATORS))
    )
    if platform.system() != "Linux" or program is None:
        return {}
    # The loader's own list, in milliseconds; loading them all would take longer.
    listed = subprocess.run([program, *LIBRARY_LIST[1:]], capture_output=True, text=True, check=False).stdout
    here = {line.split()[0] for line in listed.splitlines() if line.strip()}
    return {library: package for library, package in QT.items() if library not in here}


def ensure_postgresql() -> None:
    """Make the server programs available, without letting any server start.

    Raises:
        CannotSetUp: They are missing and cannot be installed from here.
    """
    if postgres.find_server() is not None:
        return
    if os.environ.get(postgres.OVERRIDE) or not shutil.which("apt-get"):
        raise CannotSetUp(postgres.advice())
    wish = f"echo '{NO_SERVER}' >> {CREATE_CLUSTER}"
    install = "apt-get install -y"
    by_hand = f"apt-get update && {install} postgresql-common && {wish} && {install} postgresql"
    _require_root(postgres.advice(_by_root(by_hand)))
    # The common part first: it brings the file in which the wish is written.
    _apt_install("postgresql-common")
    if NO_SERVER not in CREATE_CLUSTER.read_text(encoding="utf-8").splitlines():
        _as_root(["sh", "-c", wish])
    _apt_install("postgresql")
    if postgres.find_server() is None:
        raise CannotSetUp(f"The package postgresql brought no version {postgres.OLDEST} or newer.")


def ensure_printing() -> None:
    """Make the programs available with which the tests print; no print service of this machine is set up or asked.

    Raises:
        CannotSetUp: They are missing and cannot be installed from here; the message names the packages.
    """
    missing = missing_printing()
    if not missing:
        return
    packages = list(dict.fromkeys(missing.values()))
    says = f"The tests print on an IPP printer of their own and need {', '.join(missing)}."
    if not shutil.which("apt-get"):
        raise CannotSetUp(f"{says} Install CUPS with these programs (on Debian: {' '.join(packages)}).")
    _apt_install(*packages, missing=says)
    if missing := missing_printing():
        raise CannotSetUp(f"The packages {' '.join(packages)} brought no {', '.join(missing)}.")


def missing_printing() -> dict[str, str]:
    """Return the programs for printing that are not here, each with its Debian package."""
    path = os.pathsep.join((os.environ.get("PATH", ""), *ADMINISTRATORS))
    needed = {name: PRINTING[name] for name in PRINTING if name != BUS or platform.system() != "Darwin"}
    return {program: package for program, package in needed.items() if not shutil.which(program, path=path)}


def ensure_imap() -> None:
    """Make the IMAP server available that the tests start for themselves, without letting the system start one.

    Raises:
        CannotSetUp: It is missing and cannot be installed from here.
    """
    path = os.pathsep.join((os.environ.get("PATH", ""), *ADMINISTRATORS))
    if shutil.which(IMAP, path=path):
        return
    says = "The tests fetch letters from a mail server of their own and need dovecot."
    if not shutil.which("apt-get"):
        raise CannotSetUp(f"{says} Install Dovecot with IMAP (on Debian: {IMAP_PACKAGE}).")
    if UNITS.is_dir():
        _require_root(f"{says} Install {IMAP_PACKAGE} and start again.")
        # `systemctl unmask dovecot` lets it be started where somebody wants a server of the system, too.
        _as_root(["sh", "-c", f"test -e {UNITS}/dovecot.service || ln -s /dev/null {UNITS}/dovecot.service"])
    _apt_install(IMAP_PACKAGE, missing=says)
    if not shutil.which(IMAP, path=path):
        raise CannotSetUp(f"The package {IMAP_PACKAGE} brought no {IMAP}.")


def ensure_zpl() -> None:
    """Make the renderer available with which the tests look at labels in ZPL; its file is checked against its hash.

    Raises:
        CannotSetUp: Node.js is missing or too old, and cannot be installed from here.
        subprocess.CalledProcessError: The installation failed; npm has said why.
    """
    digest = hashlib.sha256((ZPL / "package-lock.json").read_bytes()).hexdigest()
    modules = ZPL / "node_modules"
    stamp = modules / "quai-lock.sha256"
    missing = {name: package for name, package in NODE.items() if not shutil.which(name)}
    if missing:
        says = f"The tests look at labels with {' and '.join(missing)}."
        if not shutil.which("apt-get"):
            raise CannotSetUp(f"{says} Install Node.js {OLDEST_NODE} or newer.")
        _apt_install(*missing.values(), missing=says)
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise CannotSetUp(f"The packages {' '.join(missing.values())} brought no node or no npm.")
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    if int(said.strip().lstrip("v").partition(".")[0]) < OLDEST_NODE:
        raise CannotSetUp(f"The tests need Node.js {OLDEST_NODE} or newer; {node} is {said.strip()}.")
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return
    _say("Installing the renderer of ZPL")
    install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(ZPL)]
    subprocess.run(install, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    stamp.write_text(digest, encoding="ascii")


def _apt_install(*packages: str, missing: str = "") -> None:
    """Install Debian packages, reading the lists anew where one cannot be found in the old ones.

    Raises:
        CannotSetUp: There is no apt, or nobody here may use it.
    """
    names = " ".join(packages)
    line = _by_root(f"apt-get update && apt-get install -y {names}")
    if not shutil.which("apt-get"):
        raise CannotSetUp(f"{missing} Install what gives this Python ensurepip and venv.")
    _require_root(f"{missing} Run\n\n    {line}\n\nand start again.")
    _say(f"Installing the system package {names}" if len(packages) == 1 else f"Installing {names}")
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    try:
        _as_root(install)
    except subprocess.CalledProcessError:
        _as_root(["apt-get", "update", "-qq"])
        _as_root(install)


def _require_root(otherwise: str) -> None:
    if not _is_root() and not _sudo_asks_nothing():
        raise CannotSetUp(otherwise)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _sudo_asks_nothing() -> bool:
    if not shutil.which("sudo"):
        return False
    return subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0


def _as_root(command: Sequence[str]) -> None:
    """Run a command as root; what it says is shown only when it fails for good."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", *command]
    words = quiet if _is_root() else ["sudo", "-n", *quiet]
    subprocess.run(
        words, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def _by_root(line: str) -> str:
    """Return the line as an ordinary user types it; a bare Debian has no sudo."""
    return f'sudo sh -c "{line}"' if shutil.which("sudo") else f'su -c "{line}"'


def _say(what: str) -> None:
    print(f"{what} ...", flush=True)


def _shown(command: object) -> str:
    return " ".join(str(word) for word in command) if isinstance(command, list) else str(command)


if __name__ == "__main__":
    sys.exit(main())
