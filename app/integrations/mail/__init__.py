"""Mail: how a letter is put together, and who sends it."""

from app.integrations.mail.base import MailAway, MailRefused, MailSender, PerhapsSent
from app.integrations.mail.compose import Attached, Mail, compose, mail_address, open_mail
from app.integrations.mail.smtp import SmtpServer

__all__ = [
    "Attached",
    "Mail",
    "MailAway",
    "MailRefused",
    "MailSender",
    "PerhapsSent",
    "SmtpServer",
    "compose",
    "mail_address",
    "open_mail",
]
