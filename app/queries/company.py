"""The company as it is edited: what stands on papers, and with what its parcels are numbered."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.models import AppMeta


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """Who we are; `logo_sha` is empty where papers bear no logo."""

    company: str
    sscc_prefix: str
    paper_foot: str
    eori: str
    sdr_rates: str
    logo_sha: str
    gln: str


_COMPANY = sa.select(
    *(AppMeta.company, AppMeta.sscc_prefix, AppMeta.paper_foot, AppMeta.eori, AppMeta.sdr_rates),
    sa.func.coalesce(AppMeta.logo_sha, ""),
    AppMeta.gln,
).where(AppMeta.id == 1)


def company(connection: Connection) -> CompanyRow:
    """The company of this database."""
    return CompanyRow(*connection.execute(_COMPANY).one())
