"""Settings of this installation: a TOML file in the platform's config folder, environment variables over it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote

import platformdirs

from app.errors import BadInput

APPLICATION = "Quai"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How mail leaves this desk; without a host none does.

    `security` is 'starttls' (asked for, never done without), 'tls' or 'none'; port 0 is the usual one of that. The password comes
    from QUAI_MAIL_PASSWORD alone: settings files are copied from desk to desk.
    """

    host: str = ""
    port: int = 0
    security: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = ""
    sender_name: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What this desk works with.

    Attributes:
        database: SQLAlchemy's URL; the embedded database in the platform's data folder when nothing else is set.
        desk: The code of this desk.
        language: "en" or "fr"; empty follows the system.
        background: Whether this desk reads carriers' folders and sends messages; not where it does not see the folders.
        mail: The mail server, for desks that send letters.
    """

    database: str
    desk: str
    language: str
    background: bool = True
    mail: MailSettings = MailSettings()


def config_file() -> Path:
    """Where the settings lie; the file need not exist."""
    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False)) / "quai.toml"


def embedded_database() -> str:
    """The URL of the embedded database of this user."""
    return file_url(Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "quai.db")


def file_url(path: Path) -> str:
    """The URL of the embedded database in this file; marks that mean something in a URL are written as RFC 3986 says."""
    return f"sqlite:///{quote(path.as_posix(), safe='/: ')}"


def load(environment: Mapping[str, str] | None = None, file: Path | None = None) -> Settings:
    """Read the settings; QUAI_DATABASE, QUAI_DESK and QUAI_LANGUAGE stand over the file.

    Raises:
        BadInput: the file is not TOML, or names something that is no setting.
    """
    variables = os.environ if environment is None else environment
    path = file or config_file()
    found: dict[str, Any] = _read(path) if path.exists() else {}
    mail: MailSettings = found.get("mail") or MailSettings()
    return Settings(
        database=variables.get("QUAI_DATABASE") or found.get("database") or embedded_database(),
        desk=variables.get("QUAI_DESK") or found.get("desk", ""),
        language=variables.get("QUAI_LANGUAGE") or found.get("language", ""),
        background=found.get("background", True),
        mail=replace(mail, password=variables.get("QUAI_MAIL_PASSWORD", "")),
    )


def _read(path: Path) -> dict[str, Any]:
    import tomllib  # most desks have no file, and their window is painted the sooner

    import msgspec

    # Made here and not as classes: their annotations are read where nobody sees this function's own names.
    mail = msgspec.defstruct(
        "Mail",
        [
            *((name, str, "") for name in ("host", "user", "sender", "sender_name")),
            ("port", Annotated[int, msgspec.Meta(ge=0, le=65535)], 0),
            ("security", Literal["starttls", "tls", "none"], "starttls"),
        ],
        frozen=True,
        forbid_unknown_fields=True,
    )
    file = msgspec.defstruct(
        "File",
        [
            *((name, str, "") for name in ("database", "desk", "language")),
            ("background", bool, True),
            ("mail", mail, mail()),
        ],
        frozen=True,
        forbid_unknown_fields=True,
    )

    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), file)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise BadInput(
            f"The settings in {path} cannot be used: {error}", hint="Mend or remove the file."
        ) from error
    plain = msgspec.structs.asdict(found)
    plain["mail"] = MailSettings(**msgspec.structs.asdict(plain["mail"]))
    if plain["mail"].host and not plain["mail"].sender:
        raise BadInput(
            f"The settings in {path} name a mail server and no sender.",
            hint='Write sender = "shop@example.com" under [mail].',
        )
    return plain
