"""Collects what people read into resources/translations, and compiles it: `python -m scripts.translations [--check]`.

Two kinds of text are collected from the source: literals in `tr`, `trn` and `mark` on the screens, and the sentences that
services, rules and integrations raise or answer. New ones enter `quai_fr.ts` as unfinished, old ones leave; translations that are
there stay. With `--check` nothing is written, and the exit status says whether all is collected, translated and compiled.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

PROJECT = Path(__file__).resolve().parents[1]
FOLDER = PROJECT / "resources" / "translations"
SENTENCES = FOLDER / "sentences.json"
SCREENS = ("app/qt", "app/views", "app/bootstrap.py")
FLOORS = (
    "errors.py",
    "config.py",
    "domain",
    "database",
    "models",
    "services",
    "documents",
    "integrations",
    "qt",
)
SPEAKERS = tuple(f"app/{floor}" for floor in FLOORS)
SPOKEN_NAMES = frozenset({"message", "words", "why", "hint", "reason", "text", "problem"})
SPOKEN_TABLES = frozenset({"STEPS"})
"""Tables of pairs that begin with a text for people."""
LANGUAGES = ("en", "fr")
MOST_FORMS = 16
MOST_DEPTH = 12
BLANK = re.compile(r"\{\w+\}")


def main(arguments: list[str]) -> int:
    """Collect and compile, or check; the exit status."""
    check = "--check" in arguments
    singular, plural = screen_texts()
    spoken = sentences()
    problems: list[str] = []
    wanted = json.dumps(sorted(spoken), indent=0, ensure_ascii=False) + "\n"
    if check and (not SENTENCES.exists() or SENTENCES.read_text(encoding="utf-8") != wanted):
        problems.append("sentences.json is not up to date.")
    if not check:
        SENTENCES.write_text(wanted, encoding="utf-8")
    for language in LANGUAGES:
        ours = singular if language != "en" else set()
        said = spoken if language != "en" else set()
        file = FOLDER / f"quai_{language}.ts"
        made = merged(file, language, ours, plural, said)
        unfinished = made.count('type="unfinished"')
        if check:
            if not file.exists() or file.read_text(encoding="utf-8") != made:
                problems.append(f"{file.name} is not up to date.")
            if unfinished:
                problems.append(f"{file.name}: {unfinished} texts are not translated.")
            problems += _compiled(file)
        else:
            file.write_text(made, encoding="utf-8")
            release(file, file.with_suffix(".qm"))
            print(f"{file.name}: {unfinished} texts are not translated.")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def release(source: Path, target: Path) -> None:
    """Compile a file of translations."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    fresh = target.with_name(f".{target.name}.new")
    subprocess.run([tool, "-silent", source, "-qm", fresh], check=True)
    fresh.replace(
        target
    )  # a running program has the old one mapped into its memory; it must not change under it


def _compiled(file: Path) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.qm"
        release(file, fresh)
        there = file.with_suffix(".qm")
        if not there.exists() or there.read_bytes() != fresh.read_bytes():
            return [f"{there.name} is not compiled from {file.name}."]
    return []


# What the screens say


def screen_texts() -> tuple[set[str], set[str]]:
    """The literals of the screens: those without and those with a number."""
    singular: set[str] = set()
    plural: set[str] = set()
    for tree in trees(SCREENS):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = _name(node.func)
            first = node.args[0]
            if name in ("tr", "mark") and isinstance(first, ast.Constant) and isinstance(first.value, str):
                singular.add(first.value)
            elif name == "trn" and isinstance(first, ast.Constant) and isinstance(first.value, str):
                plural.add(first.value)
    numbered = {text for text in singular if "%n" in text}  # said later with its number, by a label
    return singular - numbered - {""}, plural | numbered


def trees(places: tuple[str, ...]) -> Iterator[ast.Module]:
    """The parsed modules of folders and files."""
    for place in places:
        path = PROJECT / place
        files = sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.exists() else []
        for file in files:
            yield ast.parse(file.read_text(encoding="utf-8"))


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


# What services say


def sentences() -> set[str]:
    """The sentences that people hear from services, as patterns with named blanks."""
    modules = list(trees(SPEAKERS))
    refusals, places = _refusals(modules), _spoken_places(modules)
    found: set[str] = set()
    for tree in modules:
        for scope in ast.walk(tree):
            if isinstance(scope, ast.FunctionDef | ast.Module):
                found |= _spoken_in(scope, refusals, places)
    return {text for text in found if _says_something(text)}


def _says_something(text: str) -> bool:
    """Whether words of ours stand around the blanks, or it at least leads a sentence in with a colon."""
    around = BLANK.sub("", text)
    return " " in text and (sum(letter.isalpha() for letter in around) > 1 or ": " in around)


def _refusals(modules: list[ast.Module]) -> set[str]:
    """The names of all classes that descend from AppError."""
    bases = {
        node.name: {_name(base) for base in node.bases}
        for tree in modules
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    known = {"AppError"}
    while True:
        more = {name for name, parents in bases.items() if parents & known} - known
        if not more:
            return known
        known |= more


def _spoken_places(modules: list[ast.Module]) -> dict[str, set[int]]:
    """Which arguments of functions and of plain classes are sentences, by the names of their parameters."""
    places: dict[str, set[int]] = {}
    for node in (node for tree in modules for node in ast.walk(tree)):
        if isinstance(node, ast.FunctionDef):
            names = [one.arg for one in node.args.args if one.arg not in ("self", "cls")]
        elif isinstance(node, ast.ClassDef):
            names = [_name(one.target) for one in node.body if isinstance(one, ast.AnnAssign)]
        else:
            continue
        if found := {at for at, name in enumerate(names) if name in SPOKEN_NAMES - {"text"}}:
            places.setdefault(node.name, set()).update(found)
    return places


def _spoken_in(
    scope: ast.FunctionDef | ast.Module, refusals: set[str], places: dict[str, set[int]]
) -> set[str]:
    values: dict[str, list[ast.expr]] = {}
    own = [node for child in ast.iter_child_nodes(scope) for node in _inner(child)]
    for node in own:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            values.setdefault(node.targets[0].id, []).append(node.value)
    found: set[str] = set()
    for node in own:
        if isinstance(node, ast.Call):
            spoken: list[ast.expr] = [one.value for one in node.keywords if one.arg in SPOKEN_NAMES]
            name = _name(node.func)
            inherited = (
                name == "__init__" and isinstance(node.func, ast.Attribute) and _name_of_super(node.func)
            )
            if (name in refusals or inherited) and node.args:
                spoken.append(node.args[0])
            elif name in ("answer", "_wrong", "Judged", "Finding"):
                spoken += node.args
            else:
                spoken += [one for at, one in enumerate(node.args) if at in places.get(name, ())]
            for one in spoken:
                found |= set(forms(one, values))
        elif (
            isinstance(node, ast.Assign)
            and _name(node.targets[0]).lower().rsplit("_", 1)[-1] in SPOKEN_NAMES | {"note"}
            and not _only_a_part(node.targets[0], own)
        ):
            found |= set(forms(node.value, values))
        elif isinstance(node, ast.Assign) and _name(node.targets[0]) in SPOKEN_TABLES:
            rows = node.value.elts if isinstance(node.value, ast.Tuple) else []
            found |= {
                form for row in rows if isinstance(row, ast.Tuple) for form in forms(row.elts[0], values)
            }
    return found


def _only_a_part(target: ast.expr, own: list[ast.AST]) -> bool:
    """Whether a name is used within other texts alone, whose forms hold its words."""
    if not isinstance(target, ast.Name):
        return False
    within = {
        id(inner)
        for node in own
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if inner is not node
    }
    uses = [
        node
        for node in own
        if isinstance(node, ast.Name) and node.id == target.id and isinstance(node.ctx, ast.Load)
    ]
    return bool(uses) and all(id(use) in within for use in uses)


def _name_of_super(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Call) and _name(node.value.func) == "super"


def _inner(node: ast.AST) -> Iterator[ast.AST]:
    """A node and what lies in it, functions within excepted."""
    yield node
    if isinstance(node, ast.FunctionDef | ast.Lambda):
        return
    for child in ast.iter_child_nodes(node):
        yield from _inner(child)


def forms(node: ast.expr, values: dict[str, list[ast.expr]], depth: int = 0) -> list[str]:
    """The forms that a text can take, blanks by name; none where it is not made of literals."""
    if depth > 4:
        return []
    if isinstance(node, ast.Constant):
        return [node.value.replace("{", "(").replace("}", ")")] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return forms(node.body, values, depth + 1) + forms(node.orelse, values, depth + 1)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        pairs = product(forms(node.left, values, depth + 1), forms(node.right, values, depth + 1))
        return [left + right for left, right in pairs][:MOST_FORMS]
    if isinstance(node, ast.BoolOp):
        return [form for value in node.values for form in forms(value, values, depth + 1)]
    if isinstance(node, ast.Name):
        return [form for value in values.get(node.id, []) for form in forms(value, values, depth + 1)]
    if isinstance(node, ast.JoinedStr):
        made = _fills(node, values, {})
        return [text for text in made if BLANK.sub("", text)]
    return []


def _fills(
    node: ast.expr, values: dict[str, list[ast.expr]], used: dict[str, int], depth: int = 0
) -> list[str]:
    """What can stand for a part of a text: its own forms where they are literals, else a blank."""
    if depth < MOST_DEPTH:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [node.value]
        if isinstance(node, ast.FormattedValue):
            return _fills(node.value, values, used, depth + 1)
        if isinstance(node, ast.JoinedStr):
            parts = [_fills(part, values, used, depth + 1) for part in node.values]
            return ["".join(chosen) for chosen in product(*parts)][:MOST_FORMS]
        if isinstance(node, ast.IfExp):
            return _distinct(_fills(one, values, used, depth + 1) for one in (node.body, node.orelse))
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
            return _distinct(_fills(one, values, used, depth + 1) for one in node.values)
        if isinstance(node, ast.BinOp) and _has_words(node):
            left, right = (_fills(one, values, used, depth + 1) for one in (node.left, node.right))
            return [one + other for one, other in product(left, right)][:MOST_FORMS]
        if isinstance(node, ast.Name) and any(_has_words(one) for one in values.get(node.id, [])):
            return _distinct(_fills(one, values, used, depth + 1) for one in values[node.id])
    return [_blank(node, used)]


def _has_words(node: ast.expr) -> bool:
    """Whether literal words stand in an expression that is a text."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and any(letter.isalpha() for letter in node.value)
    if isinstance(node, ast.IfExp):
        return _has_words(node.body) or _has_words(node.orelse)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _has_text(node.left) or _has_text(node.right)
    if isinstance(node, ast.BoolOp | ast.JoinedStr):
        return any(_has_words(one) for one in node.values)
    return False


def _has_text(node: ast.expr) -> bool:
    """Whether one side of a sum is a text, if only a sign between words."""
    return _has_words(node) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _distinct(lists: Iterable[list[str]]) -> list[str]:
    return list(dict.fromkeys(text for texts in lists for text in texts))[:MOST_FORMS]


def _blank(node: ast.expr, used: dict[str, int]) -> str:
    inner = node
    while isinstance(inner, ast.Call):
        inner = (
            inner.func
            if isinstance(inner.func, ast.Attribute)
            else (inner.args[0] if inner.args else inner.func)
        )
        if isinstance(inner, ast.Attribute) and inner.attr in (
            "join",
            "replace",
            "lower",
            "upper",
            "isoformat",
            "strip",
            "rstrip",
            "get",
        ):
            inner = inner.value
    name = _name(inner) or (_name(inner.value) if isinstance(inner, ast.Subscript) else "") or "value"
    used[name] = used.get(name, 0) + 1
    return f"{{{name if used[name] == 1 else f'{name}{used[name]}'}}}"


# The files of translations


def merged(file: Path, language: str, singular: set[str], plural: set[str], spoken: set[str]) -> str:
    """The file's new text: every wanted text once, with the translation that is there."""
    there = _translations(file)
    root = ElementTree.Element("TS", version="2.1", language=language)
    for context, texts, numbered in (
        ("Quai", singular, False),
        ("Quai", plural, True),
        ("Sentences", spoken, False),
    ):
        if not texts:
            continue
        part = root.find(f"context[name='{context}']")
        if part is None:
            part = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(part, "name").text = context
        for text in sorted(texts):
            part.append(_message(text, there.get((context, text)), numbered))
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def _message(text: str, translated: list[str] | None, numbered: bool) -> ElementTree.Element:
    message = ElementTree.Element("message", {"numerus": "yes"} if numbered else {})
    ElementTree.SubElement(message, "source").text = text
    translation = ElementTree.SubElement(message, "translation")
    known = translated or []
    if not any(known):
        translation.set("type", "unfinished")
    if numbered:
        for at in range(2):
            ElementTree.SubElement(translation, "numerusform").text = known[at] if at < len(known) else ""
    elif known:
        translation.text = known[0]
    return message


def _translations(file: Path) -> dict[tuple[str, str], list[str]]:
    if not file.exists():
        return {}
    found: dict[tuple[str, str], list[str]] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            numbered = [one.text or "" for one in translation.iter("numerusform")]
            found[(name, message.findtext("source", ""))] = numbered or [translation.text or ""]
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
