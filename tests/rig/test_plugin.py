"""The strict rules hold: each is shown by a small run of pytest that has to fail."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def run(folder: Path, source: str) -> subprocess.CompletedProcess[str]:
    """Run pytest with the project's configuration on one file."""
    (folder / "conftest.py").write_text('pytest_plugins = ["tests.rig.plugin"]\n', encoding="utf-8")
    (folder / "test_it.py").write_text(source, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n0",
        "-p",
        "no:cacheprovider",
        "-c",
        str(PROJECT / "pyproject.toml"),
    ]
    environment = os.environ | {"DATABASE_URL": "postgresql://192.0.2.1/shop", "PGHOST": "192.0.2.1"}
    return subprocess.run(
        [*command, f"--rootdir={folder}", str(folder)],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_stray_error_in_the_log_fails(tmp_path: Path) -> None:
    result = run(
        tmp_path, "import logging\ndef test_it():\n    logging.getLogger('app.x').error('lost %s', 7)\n"
    )
    assert result.returncode == 1
    assert "Logged as an error: lost 7" in result.stdout


def test_an_error_that_is_asked_for_passes(tmp_path: Path) -> None:
    result = run(
        tmp_path,
        "import logging\n"
        "def test_it(logged_errors):\n"
        "    logging.getLogger('app.x').error('lost')\n"
        "    assert [record.getMessage() for record in logged_errors] == ['lost']\n",
    )
    assert result.returncode == 0, result.stdout


def test_a_lower_record_passes(tmp_path: Path) -> None:
    result = run(tmp_path, "import logging\ndef test_it():\n    logging.getLogger('app.x').warning('odd')\n")
    assert result.returncode == 0, result.stdout


def test_a_stray_warning_fails(tmp_path: Path) -> None:
    result = run(tmp_path, "import warnings\ndef test_it():\n    warnings.warn('old')\n")
    assert result.returncode == 1
    assert "UserWarning: old" in result.stdout


def test_variables_that_lead_to_another_server_are_hidden(tmp_path: Path) -> None:
    result = run(
        tmp_path,
        "import os\ndef test_it():\n    assert not {'DATABASE_URL', 'PGHOST'} & set(os.environ)\n",
    )
    assert result.returncode == 0, result.stdout


def test_a_run_without_any_soak_test_fails(tmp_path: Path) -> None:
    result = run(tmp_path, "import pytest\n@pytest.mark.soak\ndef test_it():\n    pass\n")
    assert result.returncode == 5, "left out unless asked for, and a run of nothing is no success"
