"""People, desks, scans, jobs, stored bytes, operation keys, and the audit trail."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import (
    Actor,
    Base,
    BigInt,
    Code,
    Counter,
    DeskName,
    Id,
    Instant,
    No,
    Now,
    Text,
    Yes,
    fk,
    one_of,
)


class AppUser(Base):
    """A person.

    On PostgreSQL `login` is the server's role and `password_hash` stays empty; `badge` is what they scan.
    In `training` the benches say more; nothing is allowed that is not otherwise.
    """

    __tablename__ = "app_user"
    id: Mapped[Id]
    login: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    language: Mapped[str] = mapped_column(server_default="en")
    badge: Mapped[str | None] = mapped_column(unique=True)
    active: Mapped[Yes]
    training: Mapped[No]
    created_at: Mapped[Now]
    __table_args__ = (one_of("language", ("en", "fr")), sa.CheckConstraint("login <> ''", name="login"))


class AppUserSecret(Base):
    """argon2id hashes of a person's password (SQLite) and bench PIN; read by nobody but the sign-in."""

    __tablename__ = "app_user_secret"
    user_id: Mapped[int] = fk("app_user.id", primary_key=True)
    password_hash: Mapped[Text]
    pin_hash: Mapped[Text]


class AppUserRole(Base):
    """Which roles a person holds; on PostgreSQL a mirror of the server's memberships, for display."""

    __tablename__ = "app_user_role"
    user_id: Mapped[int] = fk("app_user.id", primary_key=True)
    role: Mapped[str] = mapped_column(sa.Text, primary_key=True)


class RolePermission(Base):
    """The table of `domain/permissions.py`, for the database's own triggers."""

    __tablename__ = "role_permission"
    role: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    permission: Mapped[str] = mapped_column(sa.Text, primary_key=True)


class FlowTransition(Base):
    """The table of `domain/flow.py`: a state changes only along these, by holders of one of the permissions."""

    __tablename__ = "flow_transition"
    flow: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    source: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    target: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    permission: Mapped[str] = mapped_column(sa.Text, primary_key=True)


class Desk(Base):
    """A place where somebody works with the program."""

    __tablename__ = "desk"
    id: Mapped[Id]
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Text]
    warehouse_id: Mapped[int | None] = fk("warehouse.id")


class ScanEvent(Base):
    """Every scan with its verdict, right or wrong; and every step of a packing bench, from which they are undone in order.

    `did` names a step that can be undone (`queries/bench_steps.py`), `facts` is what that takes, as JSON text; `undoes_id` is the
    step that this row took back: each at most once, whoever presses the key.
    """

    __tablename__ = "scan_event"
    id: Mapped[Id]
    at: Mapped[Now]
    actor: Mapped[Actor]
    desk: Mapped[DeskName]
    context: Mapped[Code]
    context_id: Mapped[int | None] = mapped_column(BigInt)
    code: Mapped[str]
    verdict: Mapped[Code]
    message: Mapped[Text]
    product_id: Mapped[int | None] = fk("product.id")
    qty: Mapped[Counter]
    op_key: Mapped[Text]
    did: Mapped[Text]
    facts: Mapped[Text]
    undoes_id: Mapped[int | None] = mapped_column(
        BigInt, sa.ForeignKey("scan_event.id", ondelete="RESTRICT"), unique=True
    )
    __table_args__ = (sa.Index("ix_scan_event_context", "context", "context_id", "id"),)


class Blob(Base):
    """Bytes by their SHA-256: labels, papers, incoming messages."""

    __tablename__ = "blob"
    sha256: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    media_type: Mapped[Code]
    bytes: Mapped[bytes] = mapped_column(sa.LargeBinary)
    stored_at: Mapped[Now]


LABEL_FORMATS = ("", "a6", "4x6", "a4_2up", "zpl203", "zpl300", "zpl203_a6", "zpl300_a6")


class DeskPrinter(Base):
    """Which printer a desk uses for a kind of paper (`print_job.document`); '*' is for every kind that has no row of its own.

    `target` is what `kind` understands: the system's name of the printer, host:port, a folder. `format` is the
    language and stock of labels with an SSCC there: '' chooses PDF A6, the others are named for what they are.
    """

    __tablename__ = "desk_printer"
    desk_id: Mapped[int] = fk("desk.id", primary_key=True)
    document: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    kind: Mapped[Code]
    target: Mapped[Code]
    format: Mapped[Text]
    __table_args__ = (
        one_of("kind", ("system", "raw", "folder")),
        one_of("format", LABEL_FORMATS),
        sa.CheckConstraint("document <> '' AND target <> ''", name="named"),
    )


_OPEN_PRINT = sa.text("status IN ('waiting', 'printing', 'failed')")


class PrintJob(Base):
    """A document that is to come out of a desk's printer; `copy` marks a reprint.

    `printing` means that its bytes may be on their way. `failed` asks a person whether it came out: the program does not know,
    and prints nothing twice by itself. `error` and `error_code` say why it waits or what is asked; `printer` is where it was
    sent last; `due_at` (none: at once) is when it is tried again.
    """

    __tablename__ = "print_job"
    id: Mapped[Id]
    document: Mapped[Code]
    title: Mapped[Text]
    blob_sha: Mapped[str] = mapped_column(sa.Text, sa.ForeignKey("blob.sha256"), index=True)
    desk_id: Mapped[int | None] = fk("desk.id")
    copy: Mapped[No]
    status: Mapped[str] = mapped_column(server_default="waiting")
    created_at: Mapped[Now]
    created_by: Mapped[Actor]
    error: Mapped[Text]
    error_code: Mapped[Text]
    attempts: Mapped[Counter]
    due_at: Mapped[Instant | None]
    lease_until: Mapped[Instant | None]
    leased_by: Mapped[Text]
    printer: Mapped[Text]
    printed_at: Mapped[Instant | None]
    __table_args__ = (
        one_of("status", ("waiting", "printing", "printed", "failed", "cancelled")),
        sa.Index(
            "ix_print_job_open", "desk_id", "id", postgresql_where=_OPEN_PRINT, sqlite_where=_OPEN_PRINT
        ),
    )


class Job(Base):
    """Work to be done outside a transaction, taken under a lease that ends by itself."""

    __tablename__ = "job"
    id: Mapped[Id]
    kind: Mapped[Code]
    payload: Mapped[Text]
    run_at: Mapped[Now]
    status: Mapped[str] = mapped_column(server_default="waiting")
    lease_until: Mapped[Instant | None]
    leased_by: Mapped[Text]
    attempts: Mapped[Counter]
    last_error: Mapped[Text]
    desk_id: Mapped[int | None] = fk("desk.id")
    dedupe_key: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[Now]
    __table_args__ = (
        one_of("status", ("waiting", "running", "done", "failed")),
        sa.Index(
            "ix_job_due",
            "run_at",
            "id",
            postgresql_where=sa.text("status IN ('waiting', 'running')"),
            sqlite_where=sa.text("status IN ('waiting', 'running')"),
        ),
    )


class IdempotencyKey(Base):
    """One operation.

    What was asked (`payload_hash`) and what it answered, so that asking again does nothing twice.
    """

    __tablename__ = "idempotency_key"
    key: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    use_case: Mapped[Code]
    payload_hash: Mapped[Code]
    actor: Mapped[Actor]
    at: Mapped[Now]
    result: Mapped[str | None]
    __table_args__ = (sa.Index("ix_idempotency_key_at", "at"),)


class AuditEntry(Base):
    """Written by triggers alone: who changed which row from what to what (JSON text)."""

    __tablename__ = "audit_entry"
    id: Mapped[Id]
    at: Mapped[Now]
    actor: Mapped[Actor]
    desk: Mapped[DeskName]
    op_key: Mapped[Text]
    reason: Mapped[Text]
    table_name: Mapped[Code]
    row_key: Mapped[Code]
    verb: Mapped[Code]
    before: Mapped[str | None]
    after: Mapped[str | None]
    __table_args__ = (sa.Index("ix_audit_entry_row", "table_name", "row_key", "id"),)
