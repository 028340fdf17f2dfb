"""Mailboxes from which orders are fetched."""

from app.integrations.mailbox.base import Letter, Mailbox, MailboxAway, MailboxRefused
from app.integrations.mailbox.imap import ImapMailbox, ImapPlace, imap_place

__all__ = [
    "ImapMailbox",
    "ImapPlace",
    "Letter",
    "Mailbox",
    "MailboxAway",
    "MailboxRefused",
    "imap_place",
]
