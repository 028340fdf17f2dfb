"""GS1 keys on goods and parcels: GTIN (8, 12, 13 or 14 digits) and SSCC (18 digits), made and verified.

Only the ten ASCII digits count: `str.isdigit()` also accepts other scripts' digits, which must never match
a printed number.
"""

from __future__ import annotations

from stdnum.ean import calc_check_digit

from app.errors import BadInput

GTIN_LENGTHS = (8, 12, 13, 14)
SSCC_LENGTH = 18
# GS1 company prefixes run from 4 to 12 digits; what they leave of 16 digits is the serial reference.
_PREFIX_LENGTHS = range(4, 13)


class BadCode(BadInput):
    """A number that cannot be, or cannot become, the GS1 key it should be."""

    code = "code.invalid"


def is_digits(text: str) -> bool:
    """Tell whether the text is one or more ASCII digits and nothing else."""
    return text.isascii() and text.isdigit()


def check_digit(payload: str) -> str:
    """Give the check digit that belongs behind these digits (GS1 General Specifications, 7.9).

    Raises:
        BadCode: the payload is not digits.
    """
    if not is_digits(payload):
        raise BadCode(f"{payload!r} is not a number.", hint="Use the digits 0 to 9 only.", value=payload)
    return calc_check_digit(payload)


def verify_gtin(number: str) -> bool:
    """Tell whether this is a GTIN-8, -12, -13 or -14 with its right check digit; no separators are forgiven.

    A row of zeros passes the arithmetic but stands for "no number" in many files, so it is none.
    """
    return len(number) in GTIN_LENGTHS and _check_digit_is_right(number) and number.strip("0") != ""


def make_gtin(payload: str) -> str:
    """Complete 7, 11, 12 or 13 digits to the GTIN by the check digit.

    Raises:
        BadCode: the payload is not digits, all zeros, or of another length.
    """
    number = payload + check_digit(payload)
    if not verify_gtin(number):
        raise BadCode(
            f"{payload} cannot become a GTIN.",
            hint="Give 7, 11, 12 or 13 digits that are not all zeros, without the check digit.",
            value=payload,
        )
    return number


def normalise_gtin(number: str) -> str:
    """Give the 14 digits by which GTINs of any length are compared: zeros in front change nothing.

    Raises:
        BadCode: this is no GTIN, or its check digit is wrong.
    """
    if not verify_gtin(number):
        raise BadCode(
            f"{number!r} is not a GTIN.",
            hint="A GTIN has 8, 12, 13 or 14 digits; the last checks the others. Scan or type it again.",
            value=number,
        )
    return number.zfill(14)


def verify_sscc(number: str) -> bool:
    """Tell whether these are 18 digits with the right check digit, without the identifier (00)."""
    return len(number) == SSCC_LENGTH and _check_digit_is_right(number)


def make_sscc(prefix: str, serial: int, extension: int = 0) -> str:
    """Number a parcel or pallet: extension digit, company prefix, serial reference, check digit.

    Args:
        prefix: The GS1 company prefix, 4 to 12 digits.
        serial: The serial reference, from 0; it fills what the prefix leaves of 16 digits. Do not use one
            again within a year of the shipment (GS1 General Specifications, SSCC allocation).
        extension: 0 to 9, to widen the range of serials.

    Raises:
        BadCode: the prefix is not 4 to 12 digits, the extension no digit, or the serial beyond
            what the prefix leaves room for.
    """
    if not is_digits(prefix) or len(prefix) not in _PREFIX_LENGTHS:
        raise BadCode(
            f"{prefix!r} is not a GS1 company prefix.",
            hint="Enter the 4 to 12 digits that GS1 gave to the company.",
            value=prefix,
        )
    if extension not in range(10):
        raise BadCode(f"The extension digit {extension} is not 0 to 9.", value=extension)
    width = SSCC_LENGTH - 2 - len(prefix)
    if serial not in range(10**width):
        raise BadCode(
            f"Serial {serial} does not fit the {width} digits that prefix {prefix} leaves.",
            hint="Take another extension digit or another company prefix.",
            value=serial,
            prefix=prefix,
        )
    payload = f"{extension}{prefix}{serial:0{width}d}"
    return payload + calc_check_digit(payload)


def _check_digit_is_right(number: str) -> bool:
    return is_digits(number) and calc_check_digit(number[:-1]) == number[-1]
