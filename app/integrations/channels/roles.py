"""Which file plays which role: by the patterns of the profile first, by the columns of its header else."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from app.errors import BadInput
from app.integrations.channels.base import Rejected
from app.integrations.channels.profile import FileOptions
from app.integrations.channels.table import Table


@dataclass(frozen=True, slots=True)
class Role:
    """What a file can be: its patterns, how it would be written, and the columns it must name."""

    title: str
    patterns: Sequence[str]
    options: FileOptions
    columns: frozenset[str]


def assign_roles(roles: Mapping[str, Role], files: Sequence[Path]) -> dict[str, list[Path]]:
    """Give each role its files, in the order given.

    Raises:
        BadInput: A file is missing, was given twice, fits no role or several, or a role has no file.
    """
    if not files:
        raise BadInput("No file was given.", hint="Name the files to read.")
    for path in files:
        if not path.is_file():
            raise BadInput(f"There is no file {path}.", hint="Check its path.", file=str(path))
    if len({path.resolve() for path in files}) != len(files):
        raise BadInput("The same file was given twice.", hint="Name each file once.")
    given: dict[str, list[Path]] = {name: [] for name in roles}
    for path in files:
        given[_role_of(path, roles)].append(path)
    for name, role in roles.items():
        if not given[name]:
            wanted = f" ({', '.join(role.patterns)})" if role.patterns else ""
            raise BadInput(
                f"No file with {role.title}{wanted} was given.",
                hint="The profile joins both: name both files.",
            )
    return given


def _role_of(path: Path, roles: Mapping[str, Role]) -> str:
    if len(roles) == 1:
        return next(iter(roles))
    named = [
        name
        for name, role in roles.items()
        if any(fnmatchcase(path.name.lower(), one.lower()) for one in role.patterns)
    ]
    if len(named) == 1:
        return named[0]
    fitting = [name for name in named or roles if _fits(path, roles[name])]
    if len(fitting) == 1:
        return fitting[0]
    titles = " or ".join(role.title for role in roles.values())
    what = "could be either" if fitting else "fits neither by its name nor by its columns"
    raise BadInput(
        f"{path.name}: cannot tell whether it holds {titles}; it {what}.",
        hint="Name the files in the profile's 'files', or check that the columns are spelled as in the file.",
        file=path.name,
    )


def _fits(path: Path, role: Role) -> bool:
    if not role.options.header:
        return False
    shape = Table(path, role.options).shape()
    names = set() if isinstance(shape, Rejected) else set(shape[0])
    return {unicodedata.normalize("NFC", column) for column in role.columns} <= names
