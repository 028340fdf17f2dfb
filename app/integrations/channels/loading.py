"""Find and decode a profile, or say what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import msgspec

from app.errors import BadInput, NotFound
from app.integrations.channels.profile import Profile
from app.integrations.channels.profile_checks import problems_of
from app.integrations.channels.profile_words import say_plainly

FORMAT = 1
SHIPPED_PROFILES = Path(__file__).resolve().parents[3] / "resources" / "profiles"
LARGEST_PROFILE = 256 * 1024


class ProfileError(BadInput):
    """A profile cannot be used; nothing was read from the files.

    Args:
        profile: Name or path of the profile.
        problems: One sentence for each thing that is wrong.
    """

    code = "import.profile"

    def __init__(self, profile: str, problems: Sequence[str]) -> None:
        listed = problems[0] if len(problems) == 1 else "".join(f"\n- {problem}" for problem in problems)
        super().__init__(
            f"Profile {profile}: {listed}",
            hint="docs/import-profiles.md explains every key.",
            profile=profile,
            problems=list(problems),
        )
        self.problems = tuple(problems)


def load_profile(name: str, folders: Sequence[Path] = (SHIPPED_PROFILES,)) -> Profile:
    """Give the profile called `name`, or the one in the file `name` where it ends in .toml.

    Args:
        name: A path ending in `.toml`, or a name looked up as `<name>.toml` in `folders`, first hit wins.
        folders: Where named profiles lie.

    Raises:
        NotFound: No such profile; the message lists those there are.
        ProfileError: It cannot be read or used; the message says why and what to do.
    """
    path = _find(name, folders)
    try:
        if path.stat().st_size > LARGEST_PROFILE:
            raise ProfileError(
                name, [f"It is larger than {LARGEST_PROFILE // 1024} KiB; this cannot be a profile."]
            )
        raw = path.read_bytes()
    except OSError as error:
        raise ProfileError(name, [f"It cannot be read: {error.strerror or error}."]) from error
    return parse_profile(raw, name)


def parse_profile(raw: bytes, name: str = "profile") -> Profile:
    """Give the profile written in `raw`, checked.

    Raises:
        ProfileError: Something is wrong; the message names each problem.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProfileError(
            name, [f"Line {raw[: error.start].count(10) + 1} is not UTF-8. Save it as UTF-8."]
        ) from error
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(name, [f"It is not valid TOML: {error}."]) from error
    except RecursionError as error:
        raise ProfileError(name, ["It is nested too deeply."]) from error
    if tables.get("format") != FORMAT:
        found = (
            f"says format = {tables['format']!r}"
            if "format" in tables
            else "does not say which format it is in"
        )
        raise ProfileError(name, [f"It {found}. Write format = {FORMAT} as its first line."])
    try:
        profile = msgspec.convert(tables, Profile)
    except msgspec.ValidationError as error:
        raise ProfileError(name, [say_plainly(str(error))]) from error
    problems = problems_of(profile)
    if problems:
        raise ProfileError(name, problems)
    return profile


def _find(name: str, folders: Sequence[Path]) -> Path:
    if name.lower().endswith(".toml"):
        path = Path(name)
        if not path.is_file():
            raise NotFound(f"There is no profile file {name}.", hint="Check the path.", profile=name)
        return path
    for folder in folders:
        path = folder / f"{name}.toml"
        if re.fullmatch(r"[\w-]+", name) and path.is_file():
            return path
    known = sorted(path.stem for folder in folders for path in folder.glob("*.toml"))
    close = get_close_matches(name, known, n=1)
    hint = f"Did you mean {close[0]}? " if close else ""
    raise NotFound(
        f"There is no profile called {name}.",
        hint=f"{hint}Profiles here: {', '.join(known) or 'none'}. "
        "A profile of your own is named by its path, ending in .toml.",
        profile=name,
    )
