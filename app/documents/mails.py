"""Letters to customers: what they say, their words in two languages, and one function for each kind.

A letter is a subject, a plain text and the same in simple HTML. Whatever comes from data is escaped.
A further kind about parcels is a function and a line in `MAILS`; another letter is a dataclass and a function of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Protocol

from app.documents.addresses import address_lines
from app.documents.sheet import NotPrintable
from app.documents.words import Language, day
from app.domain.address import PostalAddress

WORDS: dict[str, dict[Language, str]] = {
    "hello": {"en": "Hello {0},", "fr": "Bonjour {0},"},
    "hello_nobody": {"en": "Hello,", "fr": "Bonjour,"},
    "greeting": {"en": "Kind regards", "fr": "Cordialement"},
    "sent_subject_one": {"en": "Your parcel is on its way: {0}", "fr": "Votre colis est en route : {0}"},
    "sent_subject_many": {
        "en": "Your {1} parcels are on their way: {0}",
        "fr": "Vos {1} colis sont en route : {0}",
    },
    "sent_one": {
        "en": "a parcel of your order {0} has left our warehouse.",
        "fr": "un colis de votre commande {0} a quitté notre entrepôt.",
    },
    "sent_many": {
        "en": "{1} parcels of your order {0} have left our warehouse.",
        "fr": "{1} colis de votre commande {0} ont quitté notre entrepôt.",
    },
    "reference": {"en": "Your reference: {0}", "fr": "Votre référence : {0}"},
    "carrier": {"en": "Carrier: {0}", "fr": "Transporteur : {0}"},
    "due": {"en": "Expected by {0}", "fr": "Livraison prévue le {0} au plus tard"},
    "parcel": {"en": "Parcel {0} of {1}", "fr": "Colis {0} sur {1}"},
    "number": {"en": "Tracking number: {0}", "fr": "Numéro de suivi : {0}"},
    "follow": {"en": "Follow this parcel", "fr": "Suivre ce colis"},
    "late_subject": {"en": "Your parcel is late: {0}", "fr": "Votre colis a du retard : {0}"},
    "late": {
        "en": "a parcel of your order {0} should have arrived by {1}. It is late, and we are asking the carrier where it is.",
        "fr": "un colis de votre commande {0} devait arriver le {1} au plus tard. Il a du retard ; "
        "nous demandons au transporteur où il se trouve.",
    },
    "late_undated": {
        "en": "a parcel of your order {0} is late, and we are asking the carrier where it is.",
        "fr": "un colis de votre commande {0} a du retard ; nous demandons au transporteur où il se trouve.",
    },
    "lost_subject": {"en": "Your parcel was lost: {0}", "fr": "Votre colis a été perdu : {0}"},
    "lost": {
        "en": "the carrier has lost a parcel of your order {0}. We are sorry, and will tell you shortly how we replace it.",
        "fr": "le transporteur a perdu un colis de votre commande {0}. Nous en sommes désolés et vous dirons "
        "sous peu comment nous le remplaçons.",
    },
    "ready_subject": {
        "en": "Ready to be fetched: your order {0}",
        "fr": "À retirer : votre commande {0}",
    },
    "ready_one": {
        "en": "your order {0} is packed in one parcel and ready for you to fetch.",
        "fr": "votre commande {0} est emballée en un colis et vous attend ; vous pouvez venir la retirer.",
    },
    "ready_many": {
        "en": "your order {0} is packed in {1} parcels and ready for you to fetch.",
        "fr": "votre commande {0} est emballée en {1} colis et vous attend ; vous pouvez venir la retirer.",
    },
    "code": {"en": "Your pick-up code: {0}", "fr": "Votre code de retrait : {0}"},
    "code_why": {
        "en": "Please say this code at the counter. Whoever knows it gets the goods, so keep it to yourself.",
        "fr": "Veuillez donner ce code au comptoir. Les marchandises sont remises à qui le connaît : gardez-le pour vous.",
    },
    "where": {"en": "Where to fetch it:", "fr": "Lieu de retrait :"},
}


@dataclass(frozen=True, slots=True)
class ParcelLine:
    """A parcel in a letter; `link` leads to the carrier's page about it, empty for none."""

    position: int
    tracking: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class ParcelLetter:
    """What a letter about parcels says. `parcels_in_all` counts those of the shipment, `due_on` may be None."""

    name: str
    company: str
    order: str
    reference: str
    carrier: str
    parcels: tuple[ParcelLine, ...]
    parcels_in_all: int
    due_on: date | None
    language: Language


@dataclass(frozen=True, slots=True)
class PickupLetter:
    """What a letter says to a customer who fetches goods.

    `place` is the address of the warehouse, None where it is not known; `abroad` whether the customer lives in another country.
    """

    name: str
    company: str
    order: str
    reference: str
    code: str
    parcels: int
    warehouse: str
    place: PostalAddress | None
    abroad: bool
    language: Language


class Framed(Protocol):
    """Whom a letter greets, and who takes leave."""

    @property
    def name(self) -> str:
        """Who is greeted; empty for nobody by name."""

    @property
    def company(self) -> str:
        """Who writes."""

    @property
    def language(self) -> Language:
        """The customer's."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be sent."""

    subject: str
    text: str
    html: str


def parcel_notice(content: ParcelLetter) -> Letter:
    """Tell that parcels left, each with its number and where it can be followed."""
    say = _speaker(content.language)
    many = "one" if len(content.parcels) == 1 else "many"
    number = str(len(content.parcels))
    due = [say("due", day(content.due_on, content.language))] if content.due_on else []
    return _letter(
        content,
        say(f"sent_subject_{many}", content.order, number),
        [say(f"sent_{many}", content.order, number)],
        due,
    )


def delay_notice(content: ParcelLetter) -> Letter:
    """Tell that a parcel is late."""
    say = _speaker(content.language)
    words = (
        say("late", content.order, day(content.due_on, content.language))
        if content.due_on
        else say("late_undated", content.order)
    )
    return _letter(content, say("late_subject", content.order), [words], [])


def loss_notice(content: ParcelLetter) -> Letter:
    """Tell that a parcel was lost."""
    say = _speaker(content.language)
    return _letter(content, say("lost_subject", content.order), [say("lost", content.order)], [])


MAILS: Mapping[str, Callable[[ParcelLetter], Letter]] = {
    "parcel_notice": parcel_notice,
    "delay_notice": delay_notice,
    "loss_notice": loss_notice,
}
"""Every kind of letter about parcels by its name in `outgoing_message.kind`."""


def pickup_notice(content: PickupLetter) -> Letter:
    """Tell that goods lie packed for the customer who fetches them: by which code, and where."""
    say = _speaker(content.language)
    many = "one" if content.parcels == 1 else "many"
    body = [say(f"ready_{many}", content.order, str(content.parcels))]
    where = _place(content)
    facts = [say("reference", content.reference)] if content.reference else []
    text = [say("code", content.code), "", say("code_why"), "", say("where"), *where, "", *facts]
    html = [
        f"<p>{escape(say('code', '{0}')).replace('{0}', _big(content.code))}<br>{escape(say('code_why'))}</p>",
        f"<p>{escape(say('where'))}<br>{'<br>'.join(escape(line) for line in where)}</p>",
        *(f"<p>{escape(fact)}</p>" for fact in facts),
    ]
    return framed(content, say("ready_subject", content.order), body, [*text, *([""] if facts else [])], html)


def _big(code: str) -> str:
    return f'<strong style="font-size:150%;letter-spacing:0.1em">{escape(code)}</strong>'


def _place(content: PickupLetter) -> list[str]:
    """Where the goods lie, line by line. A mail can show letters that our papers' font lacks."""
    place = content.place
    if place is None:
        return [content.warehouse]
    try:
        lines = [line.text for line in address_lines(place, content.language, content.abroad)]
    except NotPrintable:
        town = f"{place.postal_code} {place.city}".strip()
        lines = [place.name, place.company_name, *place.street_address.splitlines(), town]
    return list(dict.fromkeys(line for line in (content.warehouse, *lines) if line))


def _speaker(language: Language) -> Callable[..., str]:
    def say(key: str, *values: str) -> str:
        words = WORDS[key][language]
        if language == "fr":  # signs that stand apart, with a space that breaks no line
            words = words.replace(" :", "\u00a0:").replace(" ;", "\u202f;")
        return words.format(*values)

    return say


def _letter(content: ParcelLetter, subject: str, body: list[str], facts: list[str]) -> Letter:
    say = _speaker(content.language)
    facts = [
        *([say("reference", content.reference)] if content.reference else []),
        *([say("carrier", content.carrier)] if content.carrier else []),
        *facts,
    ]
    text: list[str] = [*facts, ""] if facts else []
    rows: list[str] = []
    for parcel in content.parcels:
        title = say("parcel", str(parcel.position), str(content.parcels_in_all))
        number = say("number", parcel.tracking) if parcel.tracking else ""
        text += [line for line in (title, number, parcel.link) if line] + [""]
        link = f'<br><a href="{escape(parcel.link)}">{escape(say("follow"))}</a>' if parcel.link else ""
        shown = f"<br>{escape(number)}" if number else ""
        rows.append(f"<li><strong>{escape(title)}</strong>{shown}{link}</li>")
    html = [f"<p>{'<br>'.join(escape(one) for one in facts)}</p>"] if facts else []
    return framed(content, subject, body, text, [*html, f"<ul>{''.join(rows)}</ul>"])


def framed(content: Framed, subject: str, body: list[str], text: list[str], html: list[str]) -> Letter:
    """Greet, say `body`, then the rest in plain text and in HTML that is escaped already, and take leave."""
    say = _speaker(content.language)
    hello = say("hello", content.name) if content.name else say("hello_nobody")
    lines = [hello, "", *(*body, "") * bool(body), *text, say("greeting"), content.company]
    page = (
        f'<!DOCTYPE html><html lang="{content.language}"><head><meta charset="utf-8">'
        f"<title>{escape(subject)}</title></head><body>"
        + "".join(f"<p>{escape(one)}</p>" for one in (hello, *body))
        + "".join(html)
        + f"<p>{escape(say('greeting'))}<br>{escape(content.company)}</p></body></html>"
    )
    return Letter(" ".join(subject.split()), "\n".join(lines) + "\n", page)
