"""Passwords that a person wants kept: in the keyring of their computer, never in a file of ours."""

from __future__ import annotations

import logging

KEYRING = "Quai"
_log = logging.getLogger(__name__)


def kept(url: str, login: str) -> str:
    """The password of a login at a database; empty where none is kept or no keyring answers."""
    import keyring  # its back ends are looked for at the first import
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(KEYRING, _name(url, login)) or ""
    except (KeyringError, RuntimeError) as error:
        _log.info("No keyring answers: %s", error)
        return ""


def keep(url: str, login: str, password: str) -> None:
    """Keep a password; a keyring that does not take it is told in the log alone."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(KEYRING, _name(url, login), password)
    except (KeyringError, RuntimeError) as error:
        _log.warning("The keyring did not take the password: %s", error)


def forget(url: str, login: str) -> None:
    """Keep a password no more."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(KEYRING, _name(url, login))
    except (KeyringError, RuntimeError) as error:
        _log.warning("The keyring did not forget the password: %s", error)


def _name(url: str, login: str) -> str:
    return f"{login}@{url}"
