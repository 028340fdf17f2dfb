"""Letters about orders: how the program writes them, unless the house has written its own (`domain/mail_templates.py`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from app.documents.mails import Letter, framed
from app.documents.words import Language
from app.domain.mail_templates import fill, fill_line

OURS: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "order_confirmation": {
        "en": (
            "Order confirmation {order}",
            "thank you for your order {order}. Its confirmation is attached, with every article, price and date.\n"
            "\n"
            "Your reference: {reference}\n"
            "Promised for: {promised}\n"
            "To pay: {total}\n"
            "\n"
            "Please tell us at once if anything is not as you ordered it.",
        ),
        "fr": (
            "Confirmation de commande {order}",
            "merci de votre commande {order}. Vous en trouverez la confirmation ci-jointe, avec chaque article, prix et date.\n"
            "\n"
            "Votre référence\u00a0: {reference}\n"
            "Promise pour le\u00a0: {promised}\n"
            "À payer\u00a0: {total}\n"
            "\n"
            "Merci de nous signaler sans délai tout écart avec votre commande.",
        ),
    },
    "order_delay": {
        "en": (
            "Your order {order} will be later than promised",
            "we promised your order {order} for {promised} and will not keep that day. We are sorry.\n"
            "\n"
            "Your reference: {reference}\n"
            "New date: {expected}\n"
            "\n"
            "We will write to you as soon as it leaves. Please tell us if that is too late for you.",
        ),
        "fr": (
            "Votre commande {order} aura du retard",
            "nous avions promis votre commande {order} pour le {promised} et ne pourrons pas tenir cette date. "
            "Nous en sommes désolés.\n"
            "\n"
            "Votre référence\u00a0: {reference}\n"
            "Nouvelle date\u00a0: {expected}\n"
            "\n"
            "Nous vous écrirons dès son départ. Dites-nous si cela est trop tard pour vous.",
        ),
    },
}
"""Subject and text of each letter; what stands between braces is filled in."""


@dataclass(frozen=True, slots=True)
class OrderLetter:
    """What a letter about an order says: `values` fills its blanks, `name` is who is greeted, empty for nobody by name."""

    name: str
    company: str
    language: Language
    values: Mapping[str, str]


def order_letter(kind: str, content: OrderLetter, written: tuple[str, str] | None = None) -> Letter:
    """A letter as the house has `written` it (subject, text), or as we do."""
    subject, text = written or OURS[kind][content.language]
    filled = fill(text, content.values).strip("\n")
    paragraphs = [part.strip("\n") for part in filled.split("\n\n") if part.strip()]
    html = [f"<p>{'<br>'.join(escape(line) for line in part.split(chr(10)))}</p>" for part in paragraphs]
    plain = [line for part in paragraphs for line in (*part.split("\n"), "")]
    return framed(content, fill_line(subject, content.values), [], plain, html)
