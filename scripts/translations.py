"""Collects what people read into resources/translations, and compiles it: `python -m scripts.translations [--check]`.

Two kinds of text are collected from the source: literals in `tr`, `trn` and `mark` on the screens, and the sentences that
services, rules and integrations raise or answer. New ones enter `quai_fr.ts` as unfinished, old ones leave; translations that are
there stay. With `--check` nothing is written, and the exit status says whether all is collected, translated and compiled.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from scripts.spoken import PROJECT, name_of, sentences, trees

FOLDER = PROJECT / "resources" / "translations"
SENTENCES = FOLDER / "sentences.json"
SCREENS = ("app/qt", "app/views", "app/bootstrap.py")
LANGUAGES = ("en", "fr")


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
            name = name_of(node.func)
            first = node.args[0]
            if name in ("tr", "mark") and isinstance(first, ast.Constant) and isinstance(first.value, str):
                singular.add(first.value)
            elif name == "trn" and isinstance(first, ast.Constant) and isinstance(first.value, str):
                plural.add(first.value)
    numbered = {text for text in singular if "%n" in text}  # said later with its number, by a label
    return singular - numbered - {""}, plural | numbered


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
