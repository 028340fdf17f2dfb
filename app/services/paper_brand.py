"""How the company stands on papers: its name, logo and foot, customs number, and what a special drawing right is worth to it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.database import Transaction
from app.documents import document
from app.documents.content_shipping import NO_BRAND, Brand, DeliveryNote
from app.documents.letterhead import as_logo, foot_lines
from app.documents.words import Language
from app.domain.address import PostalAddress
from app.domain.customs import eori_number, sdr_rates
from app.domain.permissions import Permission
from app.models import AppMeta, Blob
from app.services.context import Context, use_case
from app.services.editing import edit_row
from app.services.parties import gln_field
from app.services.rows import free_text, insert_blob, text_field
from app.services.sites import sscc_prefix_field

PNG = "image/png"
_BRAND = (
    sa.select(AppMeta.company, AppMeta.paper_foot, Blob.bytes)
    .outerjoin(Blob, Blob.sha256 == AppMeta.logo_sha)
    .where(AppMeta.id == 1)
)
_SET_LOGO = sa.update(AppMeta).where(AppMeta.id == 1).values(logo_sha=sa.bindparam("sha"))


@dataclass(frozen=True, slots=True)
class CompanyFields:
    """Who we are: `sscc_prefix` numbers our parcels, `eori` is our customs number, `paper_foot` what the law wants on papers.

    `sdr_rates` says what one special drawing right is worth, as 'EUR 1.17, USD 1.36'; empty takes cautious figures. `gln` is the
    GS1 number that despatch advices name as their sender.
    """

    company: str
    sscc_prefix: str
    paper_foot: str = ""
    eori: str = ""
    sdr_rates: str = ""
    gln: str = ""


def brand_of(connection: Connection | Transaction) -> Brand:
    """Head and foot of papers; a company that has not said who it is has plain ones."""
    row = connection.execute(_BRAND).first()
    return NO_BRAND if row is None else Brand(row.company, row.bytes or b"", row.paper_foot)


@use_case(Permission.SITE_EDIT)
def edit_company(tx: Transaction, fields: CompanyFields, was: CompanyFields) -> str:
    """Change who we are on papers; gives the company's name.

    Args:
        tx: The transaction.
        fields: As they are to be.
        was: As they were read.

    Raises:
        BadInput: a field cannot be used, or cannot be set on papers.
        Conflict: another desk changed it meanwhile.
    """
    new = {
        "company": text_field(fields.company, "company"),
        "sscc_prefix": sscc_prefix_field(fields.sscc_prefix),
        "paper_foot": free_text(fields.paper_foot, "paper_foot"),
        "eori": eori_number(fields.eori),
        "sdr_rates": " ".join(fields.sdr_rates.split()),
        "gln": gln_field(fields.gln),
    }
    foot_lines(new["paper_foot"])
    sdr_rates(new["sdr_rates"])
    edit_row(tx, AppMeta, 1, new, asdict(was), what="app_meta", name=new["company"])
    return new["company"]


def set_logo(ctx: Context, data: bytes) -> str:
    """Put a picture at the head of papers; gives the hash under which it is kept, in greys and no larger than it needs.

    Raises:
        NotALogo: it is too large, or no whole PNG or JPEG.
        NotAllowed: the right to change the company is missing.
    """
    ctx.require(Permission.SITE_EDIT)
    return _keep_logo(ctx, as_logo(data))


@use_case(Permission.SITE_EDIT)
def _keep_logo(tx: Transaction, logo: bytes) -> str:
    sha = insert_blob(tx, logo, PNG)
    tx.execute(_SET_LOGO, {"sha": sha})
    tx.changed("app_meta", 1)
    return sha


@use_case(Permission.SITE_EDIT)
def remove_logo(tx: Transaction) -> int:
    """Papers bear no picture any more."""
    tx.execute(_SET_LOGO, {"sha": None})
    tx.changed("app_meta", 1)
    return 1


def specimen(ctx: Context, language: Language) -> bytes:
    """A delivery note with nothing on it but the company's head and foot, to look at.

    Raises:
        DoesNotFit, NotPrintable: the name or the foot cannot be set.
    """
    with ctx.reading() as connection:
        brand = brand_of(connection)
    here = PostalAddress(country_code="FR", company_name=brand.name or "-")
    content = DeliveryNote(
        "SH-0000-000000", "SO-0000-000000", here, here, (), (), language=language, brand=brand
    )
    return document("delivery_note").render(content)
