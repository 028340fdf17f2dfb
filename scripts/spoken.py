"""Finds the sentences that services, rules and integrations say to people, for `scripts/translations.py`.

They stand in the source as literals and f-strings: in refusals, answers, tables and constants. Each becomes a pattern with named
blanks ("{sku}: {wanted} wanted, {free} free."), one for every form that it can take.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
FLOORS = (
    "errors.py",
    "config.py",
    "domain",
    "database",
    "services",
    "documents",
    "integrations",
    "qt",
    "views",
)
SPEAKERS = tuple(f"app/{floor}" for floor in FLOORS)
SPOKEN_NAMES = frozenset({"message", "words", "why", "hint", "reason", "text", "problem"})
SPOKEN_TABLES = frozenset({"STEPS", "ODDITIES", "_RULES", "_DOOR", "_FILE"})
"""Tables in whose rows sentences for people stand, beside names and expressions."""
MOST_FORMS = 16
MOST_DEPTH = 12
BLANK = re.compile(r"\{\w+\}")


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
    return " " in text and (sum(letter.isalpha() for letter in around) > 1 or around.endswith(": ."))


def _refusals(modules: list[ast.Module]) -> set[str]:
    """The names of all classes that descend from AppError."""
    bases = {
        node.name: {name_of(base) for base in node.bases}
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
            names = [name_of(one.target) for one in node.body if isinstance(one, ast.AnnAssign)]
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
            name = name_of(node.func)
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
            and name_of(node.targets[0]).lower().rsplit("_", 1)[-1] in SPOKEN_NAMES | {"note"}
            and not _only_a_part(node.targets[0], own)
        ):
            found |= set(forms(node.value, values))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and _target(node) in SPOKEN_TABLES:
            for literal in ast.walk(node):
                found |= _sentence_of(literal)
        elif isinstance(node, ast.Assign) and name_of(node.targets[0]).isupper():
            found |= _sentence_of(node.value, ".")
    return found


def _target(node: ast.Assign | ast.AnnAssign) -> str:
    return name_of(node.targets[0] if isinstance(node, ast.Assign) else node.target)


def _sentence_of(node: ast.AST, end: str = "") -> set[str]:
    """The words for people of a constant or of a table's literal; none of an expression or a name."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return set()
    text = node.value
    spoken = text[:1].isupper() and " " in text and text.endswith(end) and not set(text) & set("\\|[]^$*")
    return {text} if spoken else set()


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
    return isinstance(node.value, ast.Call) and name_of(node.value.func) == "super"


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
    if (one := _joined(node)) is not None:
        return forms(one, values, depth + 1)
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
        if (one := _joined(node)) is not None and _has_words(one):
            return _distinct([_fills(one, values, used, depth + 1), [_blank(node, used)]])
        if isinstance(node, ast.Name) and any(_has_words(one) for one in values.get(node.id, [])):
            return _distinct(_fills(one, values, used, depth + 1) for one in values[node.id])
    return [_blank(node, used)]


def _joined(node: ast.expr) -> ast.expr | None:
    """What stands in a list that is joined: each of `"; ".join(f"..." for ...)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
        listed = node.args[0]
        if isinstance(listed, ast.GeneratorExp | ast.ListComp):
            return listed.elt
    return None


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
    if isinstance(node, ast.FormattedValue):
        return _has_words(node.value)
    one = _joined(node)
    return one is not None and _has_words(one)


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
    name = name_of(inner) or (name_of(inner.value) if isinstance(inner, ast.Subscript) else "") or "value"
    used[name] = used.get(name, 0) + 1
    return f"{{{name if used[name] == 1 else f'{name}{used[name]}'}}}"


def trees(places: tuple[str, ...]) -> Iterator[ast.Module]:
    """The parsed modules of folders and files."""
    for place in places:
        path = PROJECT / place
        files = sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.exists() else []
        for file in files:
            yield ast.parse(file.read_text(encoding="utf-8"))


def name_of(node: ast.expr) -> str:
    """The last part of a dotted name; nothing where it is no name."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
