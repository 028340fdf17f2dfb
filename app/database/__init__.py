"""The shared database: engines, transactions under an operation key, reading, and what changed.

`Database.run` is the one way to write: it retries a whole use case on what another desk or a cut line did,
claims the operation key, checks the schema version, and announces what changed. `Database.reading` is the one
way to read.
"""

from app.database.engine import SCHEMA_VERSION, Timeouts, make_engine, parse_url
from app.database.news import Change
from app.database.refusals import RuleBroken, SchemaMismatch, code_of
from app.database.transaction import Database, Operation, Transaction

__all__ = [
    "SCHEMA_VERSION",
    "Change",
    "Database",
    "Operation",
    "RuleBroken",
    "SchemaMismatch",
    "Timeouts",
    "Transaction",
    "code_of",
    "make_engine",
    "parse_url",
]
