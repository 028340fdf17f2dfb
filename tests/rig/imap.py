"""A real IMAP server (Dovecot) of a test run's own: own folder, own ports, own certificate; stopped and removed with the run.

Nothing of the system's Dovecot is read or written: the configuration is made here, and the process is ended by its id.
"""

from __future__ import annotations

import imaplib
import os
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from app.integrations.mailbox import ImapMailbox, imap_place
from app.services.intake_files import Way
from app.services.intake_letters import take_letter
from tests.rig.certificates import self_signed
from tests.rig.desks import Seat

LOGIN, PASSWORD = "orders", "quai-test-only"
START_SECONDS = 20.0
_CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{cert}
ssl_key = <{key}
disable_plaintext_auth = yes
auth_failure_delay = 0
default_internal_user = {internal}
default_login_user = {login_user}
default_internal_group = {group}
first_valid_uid = 1
mail_location = maildir:{folder}/mail/%u
mailbox_list_index = no
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
namespace inbox {{
  inbox = yes
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


class NoServer(RuntimeError):
    """Dovecot is missing, or it did not start; the message ends with its own words."""


class ImapServer:
    """Starts, stops and removes one server; every login but a wrong password is let in, each with a mailbox of its own."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="quai-imap-"))
        self.folder.chmod(0o755)
        self.port, self.tls_port = _free_port(), _free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> ImapServer:
        program = shutil.which("dovecot") or "/usr/sbin/dovecot"
        if not Path(program).exists():
            raise NoServer("Dovecot is not here: make test installs it (dovecot-imapd).")
        certificate, key = self_signed(self.folder)
        root = os.geteuid() == 0
        uid, gid = (65534, 65534) if root else (os.getuid(), os.getgid())
        mine = "" if root else _name(uid)
        for name in ("run", "mail"):
            (self.folder / name).mkdir()
        if root:
            os.chown(self.folder / "mail", uid, gid)
        config = self.folder / "dovecot.conf"
        config.write_text(
            _CONFIG.format(
                folder=self.folder,
                cert=certificate,
                key=key,
                internal=mine or "dovecot",
                login_user=mine or "dovenull",
                group="dovecot" if root else _group(gid),
                password=PASSWORD,
                uid=uid,
                gid=gid,
                port=self.port,
                tls_port=self.tls_port,
            ),
            encoding="ascii",
        )
        self.certificate = certificate
        self._process = subprocess.Popen(
            [program, "-F", "-c", str(config)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()
        return self

    def _wait(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            assert self._process is not None
            if self._process.poll() is not None:
                break
            try:
                with self.client() as line:
                    line.noop()
                return
            except (OSError, imaplib.IMAP4.error):
                time.sleep(0.05)
        log = self.folder / "dovecot.log"
        said = log.read_text(errors="replace")[-2000:] if log.exists() else ""
        self.__exit__()
        raise NoServer(f"Dovecot did not start:\n{said}")

    def __exit__(self, *what: object) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(10)
            self._process = None
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def trust(self) -> ssl.SSLContext:
        """Trusts this server's certificate and no other."""
        return ssl.create_default_context(cafile=str(self.certificate))

    def client(self, login: str = LOGIN) -> imaplib.IMAP4_SSL:
        """Somebody else's program at the mailbox, signed in."""
        line = imaplib.IMAP4_SSL("127.0.0.1", self.tls_port, ssl_context=self.trust, timeout=10)
        line.login(login, PASSWORD)
        return line

    def deliver(self, letter: bytes | EmailMessage, login: str = LOGIN) -> None:
        """Put a letter into the mailbox."""
        data = letter if isinstance(letter, bytes) else letter.as_bytes()
        with self.client(login) as line:
            status, said = line.append("INBOX", "", "", data)
            assert status == "OK", said

    def clear(self, login: str = LOGIN) -> None:
        """Empty the mailboxes between two tests."""
        with self.client(login) as line:
            for name in ("INBOX", "Quai"):
                if line.select(name)[0] == "OK" and line.search(None, "ALL")[1][0]:
                    line.store("1:*", "+FLAGS", r"(\Deleted)")
                    line.expunge()

    def hang_up(self, login: str = LOGIN) -> None:
        """Cut the lines of somebody who is signed in, as a server that goes down does."""
        config = str(self.folder / "dovecot.conf")
        program = shutil.which("doveadm") or "/usr/bin/doveadm"
        subprocess.run([program, "-c", config, "kick", login], check=True, capture_output=True)
        time.sleep(0.3)  # doveadm answers before the line is gone

    def count(self, mailbox: str, login: str = LOGIN) -> int:
        """How many letters lie in a mailbox; 0 where there is none such."""
        with self.client(login) as line:
            status, found = line.select(f'"{mailbox}"', readonly=True)
            return int(found[0] or 0) if status == "OK" else 0


def letter(
    subject: str, text: str, *files: tuple[str, bytes], sender: str = "ada@example.org"
) -> EmailMessage:
    """A letter with files."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        f"Ada Lovelace <{sender}>",
        "orders@example.org",
        subject,
    )
    message.set_content(text)
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _name(uid: int) -> str:
    import pwd

    return pwd.getpwuid(uid).pw_name


def _group(gid: int) -> str:
    import grp

    return grp.getgrgid(gid).gr_name


def mailbox_of(port: int, certificate: str, password: str = PASSWORD, **how: Any) -> ImapMailbox:
    """The mailbox of a server, over TLS, as the program opens it."""
    place = imap_place(f"imaps://127.0.0.1:{port}/INBOX")
    return ImapMailbox(place, LOGIN, password, context=ssl.create_default_context(cafile=certificate), **how)


def filed_and_killed(seat: Seat, source_id: int, port: int, certificate: str) -> None:
    """A desk that dies (SIGKILL) after what a letter brought is committed, and before the letter is taken away."""
    ctx = seat.context()
    with mailbox_of(port, certificate) as mailbox:
        for one in mailbox.letters(20):
            take_letter(ctx, Way(source_id, "Mail"), one)
            os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture(scope="session")
def imap_server() -> Iterator[ImapServer]:
    """A server for the tests of one process; a test begins with `clear`."""
    with ImapServer() as server:
        yield server
