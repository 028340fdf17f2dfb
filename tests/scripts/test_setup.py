"""Set-up on machines that lack something: what is installed, in which order, and what a person is told."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import postgres, setup

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no apt-get and runs no shell scripts"
)

Calls = Callable[[], list[str]]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Calls:
    """A machine whose PATH holds an apt-get that only writes down what it is told; returns those lines."""
    log = tmp_path / "apt.log"
    log.touch()
    programs = tmp_path / "bin"
    programs.mkdir()
    _program(programs / "apt-get", f'echo "$*" >> {log}')
    for name in ("sh", "env"):
        (programs / name).symlink_to(str(shutil.which(name)))
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.delenv(postgres.OVERRIDE, raising=False)
    monkeypatch.setattr(setup, "CREATE_CLUSTER", tmp_path / "createcluster.conf")
    setup.CREATE_CLUSTER.write_text("#create_main_cluster = true\n", encoding="utf-8")
    monkeypatch.setattr(setup, "_is_root", lambda: True)
    return lambda: log.read_text(encoding="utf-8").splitlines()


def _program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


def found_after(installs: int, calls: Calls) -> Callable[[], Path | None]:
    return lambda: Path("/usr/lib/postgresql/15/bin") if len(calls()) >= installs else None


def test_postgresql_is_installed_without_a_server_of_its_own(
    monkeypatch: pytest.MonkeyPatch, bare: Calls
) -> None:
    monkeypatch.setattr(postgres, "find_server", found_after(2, bare))
    setup.ensure_postgresql()
    assert [line.split()[-1] for line in bare()] == ["postgresql-common", "postgresql"]
    assert setup.CREATE_CLUSTER.read_text(encoding="utf-8").splitlines()[-1] == "create_main_cluster = false"
    setup.ensure_postgresql()
    assert len(bare()) == 2, "the second time nothing is left to do"


def test_the_wish_for_no_server_is_written_once(monkeypatch: pytest.MonkeyPatch, bare: Calls) -> None:
    monkeypatch.setattr(postgres, "find_server", found_after(2, bare))
    setup.CREATE_CLUSTER.write_text("create_main_cluster = false\n", encoding="utf-8")
    setup.ensure_postgresql()
    assert setup.CREATE_CLUSTER.read_text(encoding="utf-8") == "create_main_cluster = false\n"


def test_old_package_lists_are_read_anew(
    monkeypatch: pytest.MonkeyPatch, bare: Calls, tmp_path: Path
) -> None:
    log, lists = tmp_path / "apt.log", tmp_path / "lists"
    steps = f'echo "$*" >> {log}; case $1 in update) : > {lists};; install) [ -e {lists} ];; esac'
    _program(tmp_path / "bin" / "apt-get", steps)
    monkeypatch.setattr(postgres, "find_server", found_after(4, bare))
    setup.ensure_postgresql()
    assert [line.split()[0] for line in bare()] == ["install", "update", "install", "install"]


def test_sudo_without_a_password_will_do(
    monkeypatch: pytest.MonkeyPatch, bare: Calls, tmp_path: Path
) -> None:
    monkeypatch.setattr(setup, "_is_root", lambda: False)
    _program(tmp_path / "bin" / "sudo", '[ "$1" = -n ] && shift; [ "$1" = true ] || exec "$@"')
    monkeypatch.setattr(postgres, "find_server", found_after(2, bare))
    setup.ensure_postgresql()
    assert len(bare()) == 2


def test_what_apt_said_is_shown_when_it_failed_for_good(
    monkeypatch: pytest.MonkeyPatch, bare: Calls, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _program(tmp_path / "bin" / "apt-get", "echo no such package; exit 100")
    monkeypatch.setattr(setup, "ensure_environment", lambda: None)
    monkeypatch.setattr(postgres, "find_server", lambda: None)
    assert setup.main(["--postgresql"]) == 1
    said = capfd.readouterr().err
    assert "no such package" in said
    assert "apt-get update" in said
    assert bare() == []


@pytest.mark.parametrize(
    ("sudo", "how"), [(True, 'sudo sh -c "apt-get update'), (False, 'su -c "apt-get update')]
)
def test_a_missing_postgresql_fails_with_the_line_to_run(
    monkeypatch: pytest.MonkeyPatch,
    bare: Calls,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    sudo: bool,
    how: str,
) -> None:
    monkeypatch.setattr(setup, "_is_root", lambda: False)
    monkeypatch.setattr(setup, "ensure_environment", lambda: None)
    monkeypatch.setattr(postgres, "find_server", lambda: None)
    if sudo:
        _program(tmp_path / "bin" / "sudo", "exit 1")
    before = setup.CREATE_CLUSTER.read_bytes()
    assert setup.main(["--postgresql"]) == 1
    said = capsys.readouterr().err
    assert how in said
    assert "create_main_cluster = false" in said
    assert bare() == []
    assert setup.CREATE_CLUSTER.read_bytes() == before


def test_an_override_that_leads_nowhere_fails_and_installs_nothing(
    monkeypatch: pytest.MonkeyPatch, bare: Calls, tmp_path: Path
) -> None:
    monkeypatch.setenv(postgres.OVERRIDE, str(tmp_path))
    with pytest.raises(setup.CannotSetUp, match=postgres.OVERRIDE):
        setup.ensure_postgresql()
    assert bare() == []


@pytest.fixture
def no_printing(bare: Calls, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """The bare machine without a folder in which another package could have left the programs."""
    monkeypatch.setattr(setup, "ADMINISTRATORS", ())
    return bare


def test_what_the_tests_print_with_is_installed(no_printing: Calls, tmp_path: Path) -> None:
    programs = " ".join(str(tmp_path / "bin" / name) for name in setup.PRINTING)
    step = f'echo "$*" >> {tmp_path / "apt.log"}; touch {programs}; chmod 755 {programs}'
    for name in ("touch", "chmod"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name, path="/bin:/usr/bin")))
    _program(tmp_path / "bin" / "apt-get", step)
    setup.ensure_printing()
    (line,) = no_printing()
    assert line.endswith(" cups cups-client cups-ipp-utils dbus")
    setup.ensure_printing()
    assert len(no_printing()) == 1, "the second time nothing is left to do"


def test_the_mail_server_of_the_tests_is_installed_and_not_started(
    no_printing: Calls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    units = tmp_path / "units"
    units.mkdir()
    monkeypatch.setattr(setup, "UNITS", units)
    monkeypatch.setattr(setup, "_is_root", lambda: True)
    program = tmp_path / "bin" / "dovecot"
    step = f'echo "$*" >> {tmp_path / "apt.log"}; touch {program}; chmod 755 {program}'
    for name in ("touch", "chmod", "ln", "test"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name, path="/bin:/usr/bin")))
    _program(tmp_path / "bin" / "apt-get", step)
    setup.ensure_imap()
    (line,) = no_printing()
    assert line.endswith(" dovecot-imapd")
    assert (units / "dovecot.service").readlink() == Path("/dev/null")
    setup.ensure_imap()
    assert len(no_printing()) == 1, "the second time nothing is left to do"


def test_only_what_is_missing_is_installed(no_printing: Calls, tmp_path: Path) -> None:
    for name in set(setup.PRINTING) - {"ippeveprinter"}:
        _program(tmp_path / "bin" / name, "true")
    with pytest.raises(setup.CannotSetUp, match="brought no ippeveprinter"):
        setup.ensure_printing()
    (line,) = no_printing()
    assert line.endswith(" --no-install-recommends cups-ipp-utils")


def test_packages_that_bring_nothing_are_named(no_printing: Calls) -> None:
    with pytest.raises(setup.CannotSetUp, match="cups-ipp-utils dbus brought no cupsd"):
        setup.ensure_printing()


def test_missing_printing_fails_with_the_line_to_run(
    no_printing: Calls, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup, "_is_root", lambda: False)
    monkeypatch.setattr(setup, "ensure_environment", lambda: None)
    assert setup.main(["--printing"]) == 1
    said = capsys.readouterr().err
    assert "need cupsd, lp, lpadmin, lpstat, ippeveprinter, dbus-daemon" in said
    assert "apt-get install -y cups cups-client cups-ipp-utils dbus" in said
    (tmp_path / "bin" / "apt-get").unlink()
    assert setup.main(["--printing"]) == 1
    assert "cups cups-client cups-ipp-utils dbus" in capsys.readouterr().err
    assert no_printing() == []


@pytest.fixture
def no_windows(no_printing: Calls, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Calls:
    """The bare machine whose loader knows the libraries in libraries.txt: at first none of Qt's."""
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    (tmp_path / "libraries.txt").write_text(
        "\tlibc.so.6 (libc6,x86-64) => /lib/libc.so.6\n", encoding="utf-8"
    )
    (tmp_path / "bin" / "cat").symlink_to(str(shutil.which("cat", path="/bin:/usr/bin")))
    _program(tmp_path / "bin" / "ldconfig", f"cat {tmp_path / 'libraries.txt'}")
    return no_printing


def _libraries(*names: str) -> str:
    return "".join(f"\t{name} (libc6,x86-64) => /usr/lib/{name}\n" for name in names)


def test_what_the_windows_stand_on_is_installed(no_windows: Calls, tmp_path: Path) -> None:
    (tmp_path / "after.txt").write_text(_libraries(*setup.QT), encoding="utf-8")
    step = (
        f'echo "$*" >> {tmp_path / "apt.log"}; cat {tmp_path / "after.txt"} >> {tmp_path / "libraries.txt"}'
    )
    _program(tmp_path / "bin" / "apt-get", step)
    setup.ensure_qt()
    (line,) = no_windows()
    assert line.split()[-len(setup.QT) :] == list(setup.QT.values())
    setup.ensure_qt()
    assert len(no_windows()) == 1, "the second time nothing is left to do"


def test_only_the_missing_library_is_installed(no_windows: Calls, tmp_path: Path) -> None:
    here = _libraries(*(set(setup.QT) - {"libpulse.so.0"}))
    (tmp_path / "libraries.txt").write_text(here, encoding="utf-8")
    with pytest.raises(setup.CannotSetUp, match=r"libpulse0 brought no libpulse\.so\.0"):
        setup.ensure_qt()
    (line,) = no_windows()
    assert line.endswith(" --no-install-recommends libpulse0")


def test_missing_libraries_fail_with_the_line_to_run(
    no_windows: Calls, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup, "_is_root", lambda: False)
    monkeypatch.setattr(setup, "ensure_environment", lambda: None)
    assert setup.main(["--qt"]) == 1
    said = capsys.readouterr().err
    assert "The windows need libGL.so.1, libEGL.so.1" in said
    assert "apt-get install -y libgl1 libegl1" in said
    (tmp_path / "bin" / "apt-get").unlink()
    assert setup.main(["--qt"]) == 1
    assert "on Debian: libgl1 libegl1" in capsys.readouterr().err
    assert no_windows() == []


@pytest.mark.parametrize("system", ["Darwin", "Windows"])
def test_other_systems_bring_what_the_windows_stand_on(
    no_windows: Calls, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(platform, "system", lambda: system)
    setup.ensure_qt()
    assert no_windows() == []


def test_missing_ensurepip_is_installed_or_asked_for(monkeypatch: pytest.MonkeyPatch, bare: Calls) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    setup.ensure_ensurepip()
    assert [line.split()[-1] for line in bare()] == ["python3-venv"]
    monkeypatch.setattr(setup, "_is_root", lambda: False)
    with pytest.raises(setup.CannotSetUp, match="apt-get update && apt-get install -y python3-venv"):
        setup.ensure_ensurepip()


def test_a_filled_environment_costs_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Only a stamp of this very lock file counts; anything else installs again."""
    python = tmp_path / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir()
    _program(python, f'echo "$*" >> {tmp_path}/pip.log')
    lock, pip_log = tmp_path / "requirements.lock", tmp_path / "pip.log"
    lock.write_text("one==1\n", encoding="utf-8")
    for name, value in {"VENV": tmp_path, "LOCK": lock, "STAMP": tmp_path / "stamp"}.items():
        monkeypatch.setattr(setup, name, value)

    setup.ensure_environment()
    setup.ensure_environment()
    assert len(pip_log.read_text(encoding="utf-8").splitlines()) == 1
    assert "--require-hashes" in pip_log.read_text(encoding="utf-8")

    lock.write_text("one==2\n", encoding="utf-8")
    setup.ensure_environment()
    assert len(pip_log.read_text(encoding="utf-8").splitlines()) == 2


def test_a_broken_off_installation_is_no_success(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    python = tmp_path / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir()
    _program(python, "exit 3")
    stamp = tmp_path / "stamp"
    stamp.write_text("old", encoding="ascii")
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "STAMP", stamp)
    assert setup.main([]) == 1
    assert "ended with 3" in capsys.readouterr().err
    assert not stamp.exists()


@pytest.fixture
def no_renderer(no_printing: Calls, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Calls:
    """The bare machine without Node.js, and a lock file of the renderer."""
    folder = tmp_path / "zpl"
    (folder / "node_modules").mkdir(parents=True)
    (folder / "package-lock.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(setup, "ZPL", folder)
    return no_printing


def _node(tmp_path: Path, version: str = "v20.1.0") -> Path:
    _program(tmp_path / "bin" / "node", f"echo {version}")
    _program(tmp_path / "bin" / "npm", f'echo "$*" >> {tmp_path}/npm.log')
    return tmp_path / "npm.log"


def test_the_renderer_is_installed_once_from_its_lock_file(no_renderer: Calls, tmp_path: Path) -> None:
    log = _node(tmp_path)
    setup.ensure_zpl()
    setup.ensure_zpl()
    (line,) = log.read_text(encoding="utf-8").splitlines()
    assert line.startswith("ci --ignore-scripts")
    (setup.ZPL / "package-lock.json").write_text("{ }", encoding="utf-8")
    setup.ensure_zpl()
    assert len(log.read_text(encoding="utf-8").splitlines()) == 2
    assert no_renderer() == []


def test_missing_node_is_installed_or_asked_for(
    no_renderer: Calls, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(setup.CannotSetUp, match="nodejs npm brought no node"):
        setup.ensure_zpl()
    (line,) = no_renderer()
    assert line.endswith(" --no-install-recommends nodejs npm")
    monkeypatch.setattr(setup, "_is_root", lambda: False)
    with pytest.raises(setup.CannotSetUp, match="apt-get install -y nodejs npm"):
        setup.ensure_zpl()
    (tmp_path / "bin" / "apt-get").unlink()
    with pytest.raises(setup.CannotSetUp, match=r"Install Node\.js 18"):
        setup.ensure_zpl()


def test_an_old_node_is_named(no_renderer: Calls, tmp_path: Path) -> None:
    log = _node(tmp_path, "v16.20.0")
    with pytest.raises(setup.CannotSetUp, match="v16"):
        setup.ensure_zpl()
    assert not log.exists()


def test_the_renderers_lock_file_names_no_place_to_get_it() -> None:
    lock = (setup.PROJECT / "tests" / "rig" / "zpl" / "package-lock.json").read_text(encoding="utf-8")
    assert "sha512-" in lock
    assert "resolved" not in lock
    assert "://" not in lock
