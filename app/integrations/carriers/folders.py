"""A folder of a carrier, asked with patience: whatever is wrong with it is said with its path, and what can be done about it."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from app.integrations.carriers.base import Account, CarrierAway, CarrierTrouble
from app.integrations.carriers.patience import within

T = TypeVar("T")
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.EHOSTDOWN, errno.ETIMEDOUT})


class FolderSilent(CarrierTrouble):
    """A folder does not answer in time."""

    code = "carrier.silent"


def patiently(account: Account, folder: Path, work: Callable[[], T]) -> T:
    """What `work` gives, if it does so before the account's patience ends.

    Raises:
        CarrierAway: the folder is not there, is full or may not be used.
        FolderSilent: it does not answer in time.
    """

    def silent() -> CarrierTrouble:
        return FolderSilent(
            f"The folder {folder} does not answer.",
            hint="Look at the drive or share that it lies on; it is tried again by itself.",
            carrier=account.name,
        )

    def guarded() -> T:
        try:
            return work()
        except OSError as error:
            raise _trouble(account, folder, error) from error

    return within(account.timeout_s, str(folder), guarded, silent)


def _trouble(account: Account, folder: Path, error: OSError) -> CarrierAway:
    facts = {"carrier": account.name, "folder": str(folder)}
    if error.errno in _GONE:
        return CarrierAway(
            f"The folder {folder} is not there.", hint="Make it, or connect the drive it lies on.", **facts
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return CarrierAway(
            f"There is no room in the folder {folder}.", hint="Make room on its disk.", **facts
        )
    return CarrierAway(
        f"The folder {folder} cannot be used.", hint="Check who may read and write there.", **facts
    )
