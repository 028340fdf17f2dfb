"""The reasons people give, in English and French: a standard set to begin with, and a house's own."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from app.database import Transaction
from app.domain.permissions import Permission
from app.errors import BadInput, NotFound
from app.models import ReasonCode
from app.services.context import use_case
from app.services.rows import code_field, text_field

INCOMPLETE_IMPORT = "import-incomplete"
"""Rows of the order were refused when its file was imported."""

KINDS = ("adjust", "hold", "cancel", "short", "return", "relabel", "undo")


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason with its words in both languages; `kind` says where it may be given."""

    code: str
    kind: str
    label_en: str
    label_fr: str


STANDARD_REASONS = (
    Reason("count-difference", "adjust", "Count difference", "Écart d'inventaire"),
    Reason("damaged", "adjust", "Damaged", "Endommagé"),
    Reason("expired", "adjust", "Expired", "Périmé"),
    Reason("found", "adjust", "Found", "Retrouvé"),
    Reason("lost", "adjust", "Lost", "Perdu"),
    Reason("own-use", "adjust", "Own use or sample", "Usage interne ou échantillon"),
    Reason("scrapped", "adjust", "Scrapped", "Mis au rebut"),
    Reason("address-check", "hold", "Address to be checked", "Adresse à vérifier"),
    Reason("credit-check", "hold", "Credit check", "Contrôle de l'encours"),
    Reason("customer-request", "hold", "Customer asked to wait", "Attente à la demande du client"),
    Reason("awaiting-payment", "hold", "Awaiting payment", "En attente de paiement"),
    Reason(INCOMPLETE_IMPORT, "hold", "Rows missing in the import", "Lignes manquantes à l'import"),
    Reason("suspected-fraud", "hold", "Suspected fraud", "Suspicion de fraude"),
    Reason("customer-cancelled", "cancel", "Customer cancelled", "Annulé par le client"),
    Reason("duplicate-order", "cancel", "Entered twice", "Saisie en double"),
    Reason("not-available", "cancel", "No longer available", "Plus disponible"),
    Reason("not-paid", "cancel", "Not paid", "Impayé"),
    Reason("entry-error", "cancel", "Entry error", "Erreur de saisie"),
    Reason("bin-empty", "short", "Bin is empty", "Emplacement vide"),
    Reason("bin-short", "short", "Too few in the bin", "Quantité insuffisante à l'emplacement"),
    Reason("damaged-in-bin", "short", "Damaged in the bin", "Endommagé à l'emplacement"),
    Reason("wrong-goods-in-bin", "short", "Other goods in the bin", "Autre article à l'emplacement"),
    Reason("defective", "return", "Defective", "Défectueux"),
    Reason("transport-damage", "return", "Damaged in transport", "Avarie de transport"),
    Reason("wrong-item", "return", "Wrong item delivered", "Erreur d'article"),
    Reason("not-as-described", "return", "Not as described", "Non conforme à la description"),
    Reason("changed-mind", "return", "No longer wanted", "Rétractation"),
    Reason("delivered-late", "return", "Delivered too late", "Livré trop tard"),
    Reason("quality-block", "relabel", "Blocked by quality", "Blocage qualité"),
    Reason("quality-release", "relabel", "Released by quality", "Libération qualité"),
    Reason("second-choice", "relabel", "Second choice", "Second choix"),
    Reason("wrong-lot", "relabel", "Lot was recorded wrongly", "Lot mal enregistré"),
    Reason("typing-error", "undo", "Typing error", "Erreur de frappe"),
    Reason("wrong-scan", "undo", "Scanned by mistake", "Lecture par erreur"),
    Reason("plan-changed", "undo", "Plan changed", "Changement de programme"),
)
"""What a new database begins with."""

_KNOWN = sa.select(ReasonCode.code)
_OF = sa.select(ReasonCode.kind, ReasonCode.active).where(ReasonCode.code == sa.bindparam("code"))


class WrongReason(BadInput):
    """A reason that is not known, not in use, or meant for something else."""

    code = "reason.unknown"

    def __init__(self, reason: str, kind: str) -> None:
        super().__init__(
            f"{reason!r} is not a reason to {kind}." if reason else f"A reason to {kind} is needed.",
            hint="Choose one of the list.",
            reason=reason,
            kind=kind,
        )


@use_case(Permission.CATALOGUE_EDIT)
def ensure_reasons(tx: Transaction) -> int:
    """Add the standard reasons that are not there yet, leaving the house's own and changed words; how many were added."""
    known = set(tx.execute(_KNOWN).scalars())
    missing = [reason for reason in STANDARD_REASONS if reason.code not in known]
    if missing:
        tx.execute(
            sa.insert(ReasonCode),
            [
                {"code": one.code, "kind": one.kind, "label_en": one.label_en, "label_fr": one.label_fr}
                for one in missing
            ],
        )
        tx.changed("reason_code")
    return len(missing)


@use_case(Permission.CATALOGUE_EDIT)
def add_reason(tx: Transaction, reason: Reason) -> str:
    """Add a reason of the house; its code.

    Raises:
        BadInput: a field is empty or the kind unknown.
        Conflict: the code is taken.
    """
    if reason.kind not in KINDS:
        raise BadInput(
            f"{reason.kind!r} is no kind of reason.", hint=f"There are {', '.join(KINDS)}.", value=reason.kind
        )
    code = code_field(reason.code, "reason code")
    tx.execute(
        sa.insert(ReasonCode).values(
            code=code,
            kind=reason.kind,
            label_en=text_field(reason.label_en, "English label"),
            label_fr=text_field(reason.label_fr, "French label"),
        )
    )
    tx.changed("reason_code")
    return code


@use_case(Permission.CATALOGUE_EDIT)
def retire_reason(tx: Transaction, code: str, active: bool = False) -> str:
    """Take a reason out of the lists (what was recorded with it stays), or bring it back; its code.

    Raises:
        NotFound: there is no such reason.
    """
    if not tx.execute(sa.update(ReasonCode).where(ReasonCode.code == code).values(active=active)).rowcount:
        raise NotFound(f"There is no reason {code!r}.", hint="Look at the list of reasons.", reason=code)
    tx.changed("reason_code")
    return code


def check_reason(tx: Transaction, code: str, kind: str) -> str:
    """The reason, which must be one of its kind and in use.

    Raises:
        WrongReason: it is not.
    """
    found = tx.execute(_OF, {"code": code}).first()
    if found is None or found.kind != kind or not found.active:
        raise WrongReason(code, kind)
    return code
