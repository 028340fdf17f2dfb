"""How the house writes its letters: by kind and language, checked before it is kept; taken back, they are the program's again."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.domain.mail_templates import checked
from app.domain.permissions import Permission
from app.errors import BadInput, Conflict
from app.models import MailTemplate
from app.services.context import use_case
from app.services.parties import LANGUAGES

_ONE = sa.select(MailTemplate.subject, MailTemplate.body).where(
    MailTemplate.kind == sa.bindparam("kind"), MailTemplate.language == sa.bindparam("language")
)
_CHANGE = (
    sa.update(MailTemplate)
    .where(
        MailTemplate.kind == sa.bindparam("of_kind"),
        MailTemplate.language == sa.bindparam("of_language"),
        MailTemplate.version == sa.bindparam("was"),
    )
    .values(
        subject=sa.bindparam("new_subject"),
        body=sa.bindparam("new_body"),
        version=MailTemplate.version + 1,
    )
)
_TAKE_BACK = sa.delete(MailTemplate).where(
    MailTemplate.kind == sa.bindparam("kind"), MailTemplate.language == sa.bindparam("language")
)


def written(connection: Connection, kind: str, language: str) -> tuple[str, str] | None:
    """Subject and text as the house wrote this letter; None where it takes ours."""
    row = connection.execute(_ONE, {"kind": kind, "language": language}).first()
    return (row.subject, row.body) if row is not None else None


@use_case(Permission.SITE_EDIT)
def write_template(
    tx: Transaction, kind: str, language: str, subject: str, body: str, version: int = 0
) -> int:
    """Write a letter otherwise from now on; gives the version that it has then.

    Args:
        tx: The transaction.
        kind: One of `domain.mail_templates.BLANKS`.
        language: 'en' or 'fr'.
        subject: With blanks, on one line.
        body: What stands between greeting and leave, with blanks.
        version: As it was read; 0 where the letter was ours.

    Raises:
        UnknownBlank, BadInput: it cannot be filled in, or sent.
        Conflict: another desk changed it meanwhile.
    """
    if language not in LANGUAGES:
        raise BadInput(f"Letters are not written in {language!r}.", hint="Choose en or fr.", field="language")
    subject, body = checked(kind, subject, body)
    if version == 0:
        dialect = postgresql if tx.postgresql else sqlite
        values = {"kind": kind, "language": language, "subject": subject, "body": body}
        new = dialect.insert(MailTemplate).values(values).on_conflict_do_nothing()
        done = tx.execute(new.returning(MailTemplate.version)).first() is not None
    else:
        given = {"of_kind": kind, "of_language": language, "was": version}
        done = tx.execute(_CHANGE, given | {"new_subject": subject, "new_body": body}).rowcount == 1
    if not done:
        raise Conflict("Another desk has changed this letter meanwhile.", hint="Look at it again.", kind=kind)
    tx.changed("mail_template")
    return version + 1


@use_case(Permission.SITE_EDIT)
def take_ours_back(tx: Transaction, kind: str, language: str) -> bool:
    """Write a letter as the program does again; whether it was written otherwise."""
    if not tx.execute(_TAKE_BACK, {"kind": kind, "language": language}).rowcount:
        return False
    tx.changed("mail_template")
    return True
