"""The tree keeps to the design: small files, Qt above alone, screens apart, one place for paragraphs, nothing of one machine."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

import app

PROJECT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400
WITH_WINDOWS = ("app/qt", "app/views", "app/bootstrap.py", "app/cli/console.py")
VIEWS = PROJECT / "app" / "views"
LIST_OF_SCREENS = VIEWS / "screens.py"
SHARED_BY_SCREENS = ("app.views.base", "app.views.table_screen", "app.views.parts")

# Built from pieces, so that this file does not hold what it forbids.
FOREIGN_TO_THE_PROJECT = {
    "a registry's address": re.compile(
        r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|crates|ghcr|docker|jfrog)[\w.-]*\.\w+/"
    ),
    "an index option": re.compile(r"^\s*--(?:extra-)?index-url|^\s*--find-links", re.MULTILINE),
    "a path of one machine": re.compile(r"(?<![\w.$~-])/(?:work|root|home|Users)/\w"),
}


def tracked() -> Iterator[Path]:
    """Every file that is part of the project or about to be; without git (a source archive) all there are."""
    if shutil.which("git") and (PROJECT / ".git").exists():
        command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listing = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
        files = [PROJECT / name for name in listing.stdout.split("\0")]
    else:
        made = {".git", ".venv", "out", "dist", "build", "__pycache__"}
        files = [path for path in PROJECT.rglob("*") if not made & set(path.relative_to(PROJECT).parts)]
    yield from (path for path in files if path.is_file())


def sources(folder: str) -> list[Path]:
    return sorted(path for path in (PROJECT / folder).rglob("*.py") if "__pycache__" not in path.parts)


def shown(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@cache
def imports(path: Path) -> frozenset[str]:
    """Every name a file imports, as `module.name`, wherever in the file the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def uses(path: Path, package: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for name in imports(path))


def test_no_file_is_two_rooms() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources("app")}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_folder_of_the_program_is_a_package() -> None:
    """The import contracts do not see a folder without `__init__.py`."""
    folders = {
        folder for path in sources("app") for folder in path.parents if folder.is_relative_to(PROJECT / "app")
    }
    assert [shown(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_no_qt_below_the_screens() -> None:
    below = [path for path in sources("app") if not shown(path).startswith(WITH_WINDOWS)]
    assert [shown(path) for path in below if uses(path, "PySide6") or uses(path, "shiboken6")] == []


@pytest.mark.parametrize("folder", ["domain", "documents", "integrations"])
def test_pure_floors_name_no_database(folder: str) -> None:
    forbidden = ("sqlalchemy", "psycopg", "alembic", "sqlite3", "app.models", "app.database")
    found = {
        (shown(path), name) for path in sources(f"app/{folder}") for name in forbidden if uses(path, name)
    }
    assert found == set()


def test_one_helper_alone_makes_raw_paragraphs() -> None:
    """reportlab reads a paragraph as markup: unescaped text crashes it, or embeds a local file by `<img>`."""
    raw = {
        shown(path) for path in sources("app") if any(name.endswith(".Paragraph") for name in imports(path))
    }
    attributes = {
        shown(path)
        for path in sources("app")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "Paragraph"
    }
    assert len(raw | attributes) <= 1, raw | attributes


def screens() -> dict[str, Path]:
    """The modules of `SCREENS`, by their dotted name: what the list itself imports from the views."""
    modules = {name.rpartition(".")[0] for name in imports(LIST_OF_SCREENS) if name.startswith("app.views.")}
    return {module: PROJECT / f"{module.replace('.', '/')}.py" for module in modules}


def within(name: str, modules: Iterable[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def test_every_screen_is_a_module_of_the_views() -> None:
    assert screens(), "no screen is listed"
    assert [module for module, path in screens().items() if not path.is_file()] == []


def test_screens_never_import_each_other() -> None:
    crossing = {
        (shown(path), name)
        for module, path in screens().items()
        for name in imports(path)
        if within(name, screens().keys() - {module})
    }
    assert crossing == set()


def test_what_screens_share_knows_no_screen_and_no_window() -> None:
    """`base`, `table_screen` and `parts` may use one another alone."""
    found = {
        (shown(path), name)
        for path in sources("app/views")
        if within(path.relative_to(PROJECT).with_suffix("").as_posix().replace("/", "."), SHARED_BY_SCREENS)
        for name in imports(path)
        if name.startswith("app.views.") and not within(name, SHARED_BY_SCREENS)
    }
    assert found == set()


def test_one_module_alone_reads_the_list_of_screens() -> None:
    """The window gets its screens handed in, so that a test can hand it its own."""
    readers = [shown(path) for path in sources("app") if uses(path, "app.views.screens")]
    assert readers == ["app/views/at_work.py"]


@pytest.mark.parametrize("what", FOREIGN_TO_THE_PROJECT)
def test_nothing_of_the_builders_machine_is_in_the_project(what: str) -> None:
    pattern = FOREIGN_TO_THE_PROJECT[what]
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font, a picture
        found += [f"{shown(path)}: {match[0]}" for match in pattern.finditer(text)]
    assert found == []


def test_every_waiver_says_why() -> None:
    waiver = re.compile(
        r"#\s*(?:type: ignore|noqa)(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\[[\w, -]+\])?(?P<reason>.*)"
    )
    found = []
    for folder in ("app", "tests", "benchmarks", "migrations", "scripts"):
        for path in sources(folder):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = waiver.search(line)
                if match and "re.compile" not in line and len(re.findall(r"\w{2,}", match["reason"])) < 2:
                    found.append(f"{shown(path)}:{number} {match[0]}")
    assert found == []


def test_no_lock_of_another_tool() -> None:
    """uv.lock records where each file was downloaded from."""
    others = {"uv.lock", "poetry.lock", "Pipfile.lock", "pdm.lock"}
    assert [shown(path) for path in tracked() if path.name in others] == []


def test_no_test_is_skipped_for_what_a_machine_lacks() -> None:
    """A missing server or file is a failure. Only another operating system is a reason, said beside it."""
    found = []
    for path in sources("tests"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("pytest."):
                called = ast.unparse(node.func).removeprefix("pytest.")
                platform = called == "mark.skipif" and "sys.platform" in ast.unparse(node.args[0])
                if called in {"skip", "importorskip", "mark.skip", "mark.skipif"} and not platform:
                    found.append(f"{shown(path)}:{node.lineno} {called}")
    assert found == []


def test_the_version_is_said_once() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == app.__version__
