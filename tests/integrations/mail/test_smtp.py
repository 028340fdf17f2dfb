"""Letters through a real mail server: taken, refused, away, and cut at each moment."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes, policy
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from hypothesis import given
from hypothesis import strategies as st

from app.config import MailSettings
from app.errors import BadInput
from app.integrations.mail import (
    MailAway,
    MailRefused,
    PerhapsSent,
    SmtpServer,
    compose,
    mail_address,
    open_mail,
)
from tests.rig.certificates import self_signed

LETTER = compose("ada@example.org", "Votre colis é", "Bonjour,\n.\n.point\n", "<p>Bonjour</p>")


class Box:
    """Keeps what a server took; `answers` are given instead of its own."""

    def __init__(self, **answers: str) -> None:
        self.got: list[Any] = []
        self.answers = answers

    async def handle_RCPT(  # noqa: N802 - the server calls it so
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.answers.get("rcpt", "250 OK")

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - the same
        self.got.append(envelope)
        return self.answers.get("data", "250 OK")


@contextmanager
def server(box: Box, **options: Any) -> Iterator[int]:
    """A mail server on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def post(port: int, **settings: Any) -> SmtpServer:
    plain = {"security": "none", "sender": "shop@example.com", "sender_name": "Verrerie, d'Artois"} | settings
    context = plain.pop("context", None)
    return SmtpServer(
        MailSettings("127.0.0.1", port, **plain), time_out=2.0, data_time_out=1.0, context=context
    )


def test_a_letter_arrives_whole_and_with_its_heads() -> None:
    box = Box()
    with server(box) as port:
        for _ in range(2):
            post(port).send(LETTER, "parcel_notice:7")
    first, second = (message_from_bytes(one.content, policy=policy.default) for one in box.got)
    assert (box.got[0].mail_from, box.got[0].rcpt_tos) == ("shop@example.com", ["ada@example.org"])
    assert first["From"].addresses[0].display_name == "Verrerie, d'Artois"
    assert first["Subject"] == "Votre colis é"
    assert first["Auto-Submitted"] == "auto-generated"
    assert first["Date"].datetime is not None
    assert first["Message-ID"] == second["Message-ID"]  # a second copy is known by it
    plain, html = first.get_body(("plain",)), first.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().replace("\r\n", "\n") == "Bonjour,\n.\n.point\n"
    assert "<p>Bonjour</p>" in html.get_content()


def test_what_the_server_refuses_for_good_and_for_now() -> None:
    for answers, error in (
        ({"rcpt": "550 No such person"}, MailRefused),
        ({"rcpt": "450 Later"}, MailAway),
        ({"data": "554 Not this"}, MailRefused),
        ({"data": "451 Later"}, MailAway),
    ):
        box = Box(**answers)
        with server(box) as port, pytest.raises(error) as caught:
            post(port).send(LETTER, "k")
        assert next(iter(answers.values())) in caught.value.message
        assert len(box.got) == ("data" in answers)


def test_nobody_answers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(MailAway):
        post(port).send(LETTER, "k")


@contextmanager
def scripted(*answers: bytes | None) -> Iterator[int]:
    """A server that gives these answers to what it is told, then hangs up; None never answers."""
    listener = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            file = connection.makefile("rb")
            for number, answer in enumerate(answers):
                if number:
                    line = file.readline()
                    while answers[number - 1] == b"354 go\r\n" and line not in (b".\r\n", b""):
                        line = file.readline()
                if answer is None:
                    done.wait(10)
                    return
                connection.sendall(answer)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        done.set()
        thread.join(10)
        listener.close()


OK = b"250 ok\r\n"


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ((None,), MailAway),  # accepts the line and says nothing
        ((b"220 hi\r\n",), MailAway),  # hangs up
        ((b"220 hi\r\n", OK, OK, None), MailAway),
        ((b"220 hi\r\n", OK, OK, OK, b"354 go\r\n"), PerhapsSent),  # hangs up in DATA, after the letter
        ((b"220 hi\r\n", OK, OK, OK, b"354 go\r\n", None), PerhapsSent),  # never says whether it took it
        ((b"421 busy\r\n",), MailAway),
        ((b"220 hi\r\n", OK, OK, OK, b"354 go\r\n", OK), None),  # hangs up instead of saying goodbye
    ],
)
def test_the_line_is_cut_at_each_moment(
    answers: tuple[bytes | None, ...], error: type[Exception] | None
) -> None:
    with scripted(*answers) as port:
        if error is None:
            post(port).send(LETTER, "k")
            return
        with pytest.raises(error):
            post(port).send(LETTER, "k")


@contextmanager
def unknown_certificate(context: ssl.SSLContext) -> Iterator[int]:
    """A server whose certificate nobody vouches for."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with suppress(OSError), context.wrap_socket(connection, server_side=True):
            pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listener.getsockname()[1]
    thread.join(10)
    listener.close()


def test_encryption_and_a_password(tmp_path: Any) -> None:
    certificate, key = self_signed(tmp_path)
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(certificate, key)
    trusting = ssl.create_default_context(cafile=str(certificate))
    box = Box()

    def check(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        return AuthResult(success=(data.login, data.password) == (b"shop", b"secret"), handled=False)

    with server(
        box, tls_context=ours, authenticator=check, auth_required=True, auth_require_tls=True
    ) as port:
        good: dict[str, Any] = {"security": "starttls", "user": "shop", "context": trusting}
        post(port, password="secret", **good).send(LETTER, "k")
        with pytest.raises(
            MailAway, match="535"
        ):  # our password, not the letter: it waits until that is mended
            post(port, password="wrong", **good).send(LETTER, "k")
        with pytest.raises((MailAway, MailRefused)):  # never without encryption where it was asked for
            post(port, security="none").send(LETTER, "k")
    assert len(box.got) == 1
    with unknown_certificate(ours) as port, pytest.raises(MailAway, match="certificate"):
        post(port, security="tls").send(LETTER, "k")
    with server(Box()) as port, pytest.raises(MailAway, match="STARTTLS"):
        post(port, security="starttls").send(LETTER, "k")


@pytest.mark.parametrize(
    "text",
    [
        *("", "ada", "ada@", "@b.org", "a b@c.org", "a@b@c.org", "ada@localhost", "a@b.org\nBcc: c@d.org"),
        *("a@b.org,c@d.org", "<a@b.org>", "é@b.org", "a@-b.org", "a..b@c.org", "a@b.org\x00"),
        *("x" * 65 + "@b.org", "a@" + "b." * 130 + "org"),
    ],
)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(BadInput):
        mail_address(text)


def test_an_address_in_other_letters_is_written_as_the_net_wants_it() -> None:
    assert mail_address(" Ada.L+x@Bücher.example ") == "Ada.L+x@xn--bcher-kva.example"


@given(st.text(max_size=80))
def test_no_subject_makes_a_header(subject: str) -> None:
    try:
        letter = compose("ada@example.org", subject, "text", "<p>text</p>")
    except (BadInput, UnicodeError):
        return
    message = message_from_bytes(letter, policy=policy.default)
    assert set(message.keys()) == {"To", "Subject", "Auto-Submitted", "MIME-Version", "Content-Type"}
    assert open_mail(letter).to == "ada@example.org"


def test_a_line_break_in_a_subject_is_refused() -> None:
    with pytest.raises(BadInput):
        compose("ada@example.org", "Hello\r\nBcc: eve@example.org", "t", "h")


def test_a_password_with_an_accent_is_said_before_anything_is_sent() -> None:
    """SMTP's login is ASCII here: the letter waits, and nobody is asked whether it may have gone."""
    box = Box()
    with server(box, authenticator=lambda *_: AuthResult(success=True), auth_require_tls=False) as port:
        settings = MailSettings(
            "127.0.0.1", port, "none", user="quai", password="été", sender="quai@example.org"
        )
        with pytest.raises(MailAway, match="password"):
            SmtpServer(settings, time_out=2).send(LETTER, "k")
    assert not box.got


def test_a_host_that_is_no_name_is_said() -> None:
    settings = MailSettings("mail..example.org", 25, "none", sender="quai@example.org")
    with pytest.raises(MailAway):
        SmtpServer(settings, time_out=2).send(LETTER, "k")
