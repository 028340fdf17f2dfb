"""What keys say on another keyboard: a scanner types for the layout it was set to, not for the desk's.

US (QWERTY) and French (AZERTY) keys, as printed on them. The key left of the digits differs between systems
and is left out; it occurs in no code.
"""

from __future__ import annotations

from types import MappingProxyType

# Linux's input code of the row's first key, then the row: US, US with Shift, French, French with Shift. The
# scan codes of PC keyboards are the same for these keys (set 1, the one that Windows reports).
_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+", "&é\"'(-è_çà)=", "1234567890°+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}", "azertyuiop^$", "AZERTYUIOP¨£"),
    (30, "asdfghjkl;'", 'ASDFGHJKL:"', "qsdfghjklmù", "QSDFGHJKLM%"),
    (43, "\\", "|", "*", "µ"),
    (44, "zxcvbnm,./", "ZXCVBNM<>?", "wxcvbn,;:!", "WXCVBN?./§"),
)
_US = "".join(plain + shifted for _, plain, shifted, _, _ in _ROWS)
_FRENCH = "".join(plain + shifted for _, _, _, plain, shifted in _ROWS)
_TO_US = str.maketrans(_FRENCH, _US)
_TO_FRENCH = str.maketrans(_US, _FRENCH)
_KEYS = MappingProxyType(
    {
        first + place: pair
        for first, plain, shifted, _, _ in _ROWS
        for place, pair in enumerate(zip(plain, shifted, strict=True))
    }
)


def us_meant(seen: str) -> str:
    """What a scanner set to a US keyboard meant, where a French one was read."""
    return seen.translate(_TO_US)


def french_meant(seen: str) -> str:
    """What a scanner set to a French keyboard meant, where a US one was read."""
    return seen.translate(_TO_FRENCH)


def us_key(code: int, *, shifted: bool) -> str:
    """The character on this key of a US keyboard; empty for keys that write the same on every layout.

    Args:
        code: The key's place, as Linux's input code or a PC scan code.
        shifted: Whether Shift is held.
    """
    pair = _KEYS.get(code)
    return pair[shifted] if pair else ""
