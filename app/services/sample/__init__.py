"""The sample company: a wholesaler of fine foods, made through services from resources/sample/company.toml."""

from app.services.sample.company import PASSWORD, Sample, make_company
from app.services.sample.data import ORDERS, PROFILE, load
from app.services.sample.history import LEADER, PIN, STEPS, Summary, seed

__all__ = [
    "LEADER",
    "ORDERS",
    "PASSWORD",
    "PIN",
    "PROFILE",
    "STEPS",
    "Sample",
    "Summary",
    "load",
    "make_company",
    "seed",
]
