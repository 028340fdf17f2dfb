"""The sample company: a wholesaler of fine foods, made through services from resources/sample/company.toml."""

from app.services.sample.company import Sample, make_company
from app.services.sample.data import ORDERS, PROFILE, load

__all__ = ["ORDERS", "PROFILE", "Sample", "load", "make_company"]
