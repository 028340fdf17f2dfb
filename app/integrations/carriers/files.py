"""A carrier with whom files are exchanged: requests as CSV into one folder, answers as CSV (and label files) out of another.

`docs/guide/carriers.md` tells a carrier what the files hold. A request carries its key in its name and its row; the carrier
does what a key asks once, however often it comes. Answers name the key, so that answers that come twice, in any file and in
any order, do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from app.domain.address import PostalAddress
from app.domain.money import minor_of, to_decimal_string
from app.domain.rates import Consignment, Quote, Service, quote
from app.errors import BadInput
from app.integrations.carriers.base import (
    PDF,
    ZPL,
    Account,
    Awaited,
    Bought,
    CarrierAway,
    CarrierRefused,
    Heard,
    LabelRequest,
    ManifestRequest,
    PerhapsBought,
    PickUpRequest,
    Take,
    VoidRequest,
)
from app.integrations.carriers.exchange import Row, fetch, inbox, put
from app.integrations.carriers.folders import FolderSilent, patiently
from app.integrations.carriers.news import hear

T = TypeVar("T")
ANSWER = ("key", "result")
"""Columns without which a file holds no answers."""
_PRICE = re.compile(r"[0-9]{1,12}([.,][0-9]{1,6})?", re.ASCII)


class FileCarrier:
    """Writes one file a request and looks for its answer.

    Raises:
        BadInput: the account names no two folders by their whole paths.
    """

    def __init__(self, account: Account) -> None:
        self.account = account
        self._out = _folder(account.out_folder, "out_folder", account.name)
        self._in = _folder(account.in_folder, "in_folder", account.name)

    def quote(self, service: Service, wanted: Consignment) -> Quote:
        """By the tables that we keep for it."""
        return quote(service, wanted)

    def buy(self, request: LabelRequest) -> Bought:
        """The answer to a request, which is written unless it was for certain."""
        found = self._asked(lambda: self._answer(request.key, "bought", "refused"))
        if found is None:
            if not request.handed:
                self._hand_over(f"label-{request.key}.csv", self._label_row(request))
            raise Awaited(self.account.name)
        if found.values["result"].lower() == "refused":
            raise self._refusal(found)
        return self._bought(found)

    def void(self, request: VoidRequest) -> None:
        """Ask for a label to be taken back, and look for the answer."""
        found = self._asked(lambda: self._answer(request.key, "voided", "void_refused"))
        if found is None:
            if not request.handed:
                row = {"key": request.key, "account": self.account.number, "sscc": request.sscc}
                row |= {"tracking": request.tracking, "reference": request.reference}
                self._hand_over(f"void-{request.key}.csv", row)
            raise Awaited(self.account.name)
        if found.values["result"].lower() == "void_refused":
            raise self._refusal(found)

    def track(self, take: Take) -> Heard:
        """The files of tracking in the folder of answers."""
        return hear(self.account, take)

    def manifest(self, request: ManifestRequest) -> str:
        """One file a closing, a row a parcel."""
        rows = [
            {
                "key": request.key,
                "manifest": request.number,
                "account": self.account.number,
                "day": request.day.isoformat(),
                "tracking": line.tracking,
                "sscc": line.sscc,
                "service": line.service,
                "reference": line.reference,
                "country": line.country,
                "postal_code": line.postal_code,
                "weight_g": str(line.weight_g),
            }
            for line in request.lines
        ]
        if not rows:
            return ""
        name = f"manifest-{_plain(request.key)}.csv"
        self._write(name, rows[0], *rows[1:])
        return name

    def pick_up(self, request: PickUpRequest) -> str:
        """One file a pick-up that is asked for."""
        row = {"pick_up": request.number, "account": self.account.number, "day": request.day.isoformat()}
        row |= {"earliest": request.earliest, "latest": request.latest}
        row |= {"parcels": str(request.parcels), "weight_g": str(request.weight_g)}
        name = f"pickup-{_plain(request.number)}.csv"
        self._write(name, row | _address(request.sender, "from"))
        return name

    # Out

    def _hand_over(self, name: str, row: dict[str, str]) -> None:
        """Write a request; where nobody knows whether it went, the caller asks again under the same key."""
        try:
            self._write(name, row)
        except FolderSilent as error:
            raise PerhapsBought(error.message, hint=error.hint, carrier=self.account.name) from error

    def _write(self, name: str, row: dict[str, str], *further: dict[str, str]) -> None:
        patiently(self.account, self._out, lambda: put(self._out, name, row, *further))

    def _label_row(self, request: LabelRequest) -> dict[str, str]:
        length, width, height = request.size_mm
        row = {
            "key": request.key,
            "account": self.account.number,
            "service": request.service,
            "sscc": request.sscc,
            "reference": request.reference,
            "weight_g": str(request.weight_g),
            "length_mm": str(length),
            "width_mm": str(width),
            "height_mm": str(height),
            "value": to_decimal_string(request.value, request.currency),
            "currency": request.currency,
        }
        return row | _address(request.recipient, "to") | _address(request.sender, "from")

    # In

    def _answer(self, key: str, *results: str) -> Row | None:
        """The answer to a key; where the carrier first said no and then yes, the yes."""
        mine = [
            row
            for row in inbox(self._in).rows(ANSWER)
            if row.values["key"] == key and row.values["result"].lower() in results
        ]
        good = [row for row in mine if row.values["result"].lower() == results[0]]
        if len({row.values.get("tracking", "") for row in good}) > 1:
            raise self._unclear(good[-1], f"{self.account.name} gives two tracking numbers for one parcel")
        return good[0] if good else mine[0] if mine else None

    def _bought(self, row: Row) -> Bought:
        tracking = row.values.get("tracking", "")
        if not tracking or not tracking.isprintable() or len(tracking) > 64:
            raise self._unclear(row, f"{self.account.name} bought a label and gives no tracking number")
        price, currency = self._price(row)
        label, media_type = self._label(row)
        return Bought(tracking, row.values.get("reference", "")[:64], price, currency, label, media_type)

    def _price(self, row: Row) -> tuple[int | None, str]:
        text, currency = row.values.get("price", ""), row.values.get("currency", "") or "EUR"
        if not text:
            return None, currency
        try:
            if not _PRICE.fullmatch(text):  # Python would read '1_000' and '1e3'
                raise InvalidOperation
            return minor_of(Decimal(text.replace(",", ".")), currency), currency
        except (InvalidOperation, BadInput):
            raise self._unclear(row, f"{self.account.name} gives the price {text} {currency}") from None

    def _label(self, row: Row) -> tuple[bytes, str]:
        name = row.values.get("label", "")
        if not name:
            return b"", ""
        try:
            data = self._asked(lambda: fetch(self._in, name))
        except ValueError:
            raise self._unclear(row, f"{self.account.name} names the label file {name}") from None
        if data is None:
            raise Awaited(self.account.name)
        if data.startswith(b"%PDF-"):
            return data, PDF
        if data.lstrip().startswith(b"^XA"):
            return data, ZPL
        raise self._unclear(row, f"The label file {name} of {self.account.name} is neither PDF nor ZPL")

    def _asked(self, look: Callable[[], T]) -> T:
        try:
            return patiently(self.account, self._in, look)
        except FolderSilent as error:
            raise CarrierAway(error.message, hint=error.hint, carrier=self.account.name) from error

    def _refusal(self, row: Row) -> CarrierRefused:
        said = row.values.get("message", "")[:500] or "-"
        return CarrierRefused(
            f"{self.account.name} says: {said}",
            hint="Mend what it names and ask again, or choose another service.",
            carrier=self.account.name,
            said=said,
        )

    def _unclear(self, row: Row, why: str) -> PerhapsBought:
        return PerhapsBought(
            f"{why} (file {row.file}).",
            hint="Have the carrier write the answer again; it is looked for by itself.",
            carrier=self.account.name,
            file=row.file,
        )


def _folder(text: str, field: str, carrier: str) -> Path:
    if not text.strip() or "\0" in text or not Path(text.strip()).is_absolute():
        raise BadInput(
            f"{carrier} has no folder to exchange files with: {text!r} is no whole path.",
            hint="Write the path of the folder from the root on, with the carrier's fields.",
            field=field,
            value=text,
        )
    return Path(text.strip())


def _address(address: PostalAddress, prefix: str) -> dict[str, str]:
    names = ("name", "company_name", "street_address", "postal_code", "city", "country_area", "country_code")
    return {f"{prefix}_{name}": getattr(address, name) for name in (*names, "phone", "email")}


def _plain(number: str) -> str:
    """A number of ours as part of a file's name."""
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in number)
