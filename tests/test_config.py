"""Settings: a file, the environment over it, and clear words for what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import config
from app.errors import BadInput


def test_without_a_file_the_embedded_database_is_used(tmp_path: Path) -> None:
    found = config.load({}, tmp_path / "none.toml")
    assert found.database == config.embedded_database()
    assert (found.desk, found.language) == ("", "")


def test_the_environment_stands_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "quai.toml"
    file.write_text('database = "sqlite:///a.db"\ndesk = "PACK-1"\nlanguage = "fr"\n', encoding="utf-8")
    assert config.load({}, file) == config.Settings("sqlite:///a.db", "PACK-1", "fr")
    changed = config.load({"QUAI_DATABASE": "sqlite:///b.db", "QUAI_DESK": "PACK-2"}, file)
    assert changed == config.Settings("sqlite:///b.db", "PACK-2", "fr")


@pytest.mark.parametrize("text", ["database = 3", "printer = 'x'", "not toml at all ="])
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "quai.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        config.load({}, file)
    assert str(file) in str(caught.value)


def test_the_mail_server_stands_in_the_file_and_its_password_in_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "quai.toml"
    file.write_text(
        'background = false\n[mail]\nhost = "mx"\nuser = "u"\nsender = "a@b.org"\n', encoding="utf-8"
    )
    found = config.load({"QUAI_MAIL_PASSWORD": "secret"}, file)
    assert not found.background
    assert found.mail == config.MailSettings("mx", 0, "starttls", "u", "secret", "a@b.org")
    assert "secret" not in repr(found)
    assert config.load({}, tmp_path / "none.toml").mail == config.MailSettings()


@pytest.mark.parametrize(
    "text",
    [
        '[mail]\nhost = "mx"\n',
        '[mail]\npassword = "x"\n',
        "[mail]\nport = 70000\n",
        '[mail]\nsecurity = "ssl"\n',
    ],
)
def test_mail_settings_that_cannot_be_used_are_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "quai.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"quai\.toml"):
        config.load({}, file)
