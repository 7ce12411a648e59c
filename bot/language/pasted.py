"""Text copied out of a page, an address or a program, written as a person would read it."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

_OF_ADDRESSES = re.compile(r"%(?:20|[0-9A-F]{2}%[0-9A-F]{2})", re.IGNORECASE)
_JOINED = re.compile(r"(?<=[a-zñ]{3})(?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2})|(?<=[A-Za-zñ]{4})(?=(?:19|20)\d\d\b)")


def as_read(text: str) -> str:
    """«&iquest;cu&aacute;nto», «saldo%20de%20la%20deuda», «gastoEjercido2021»: entities and escapes are signs, joined words are words."""
    if "&" in text:
        text = unescape(text)
    if _OF_ADDRESSES.search(text):
        text = unquote(text)
    return _JOINED.sub(" ", text)
