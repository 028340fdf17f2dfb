"""The sample company: a wholesaler of fine foods, made through services from resources/sample/company.toml."""

from app.services.known_sample import LEADER, PASSWORD
from app.services.sample.company import Sample, draw_products, make_company
from app.services.sample.data import ORDERS, PROFILE, load
from app.services.sample.history import PIN, STEPS, Summary, seed

__all__ = [
    "LEADER",
    "ORDERS",
    "PASSWORD",
    "PIN",
    "PROFILE",
    "STEPS",
    "Sample",
    "Summary",
    "draw_products",
    "load",
    "make_company",
    "seed",
]
