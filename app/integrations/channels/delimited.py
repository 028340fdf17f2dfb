"""The channel of CSV and TSV files read as a TOML profile says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.integrations.channels.base import Kind, Progress, Rejected, Row
from app.integrations.channels.loading import SHIPPED_PROFILES, load_profile
from app.integrations.channels.reader import read_files


class DelimitedFiles:
    """Delimited text files; profiles are looked up by name in `folders`, or named by their path.

    Args:
        folders: Where named profiles lie, first hit wins.
    """

    def __init__(self, folders: Sequence[Path] = (SHIPPED_PROFILES,)) -> None:
        self._folders = tuple(folders)

    @property
    def name(self) -> str:
        """Short name for the command line."""
        return "files"

    def read(
        self, profile: str, kind: Kind, files: Sequence[Path], progress: Progress | None = None
    ) -> Iterator[Row | Rejected]:
        """Give the rows of the files one by one, bad ones as `Rejected`; memory stays flat.

        Raises:
            NotFound: There is no such profile.
            BadInput: The profile cannot be used, or the files do not fit the roles it names.
        """
        return read_files(load_profile(profile, self._folders), kind, files, progress)
