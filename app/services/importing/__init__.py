"""Real files in: products, customers, stock and orders, read by a profile, taken over as a whole."""

from app.services.importing.importer import RIGHTS, Request, import_files
from app.services.importing.report import Imported, RejectedRows

__all__ = ["RIGHTS", "Imported", "RejectedRows", "Request", "import_files"]
