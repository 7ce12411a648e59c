"""The language a reply is written in. Spanish stands in the code and in ``knowledge/``; any other language is a GNU gettext catalogue
under ``locale/``, whose keys are the Spanish texts. What a catalogue lacks is said in Spanish, never in words that translate a sentence
that has changed since."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

SOURCE = "es"
LANGUAGES = (SOURCE, "en")
DOMAIN = "ruta"
FOLDER = Path(__file__).parent / "locale"

_spoken = ContextVar("spoken", default=SOURCE)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything written inside is in this language; in Spanish when there is no catalogue of it."""
    token = _spoken.set(language if language in LANGUAGES else SOURCE)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    return _spoken.get()


def _(text: str) -> str:
    """The text in the language spoken; itself where the catalogue lacks it."""
    return _catalogue(_spoken.get()).gettext(text) or text if text else ""


def N_(text: str) -> str:
    """Marks a text for the catalogues where it is defined; ``_`` translates it where it is written."""
    return text


def ngettext(one: str, many: str, count: int) -> str:
    return _catalogue(_spoken.get()).ngettext(one, many, count)


def knows(text: str) -> bool:
    """Whether the catalogue of the language spoken has this text."""
    return bool(text and _catalogue(_spoken.get()).gettext(text))


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == SOURCE:
        return gettext.NullTranslations()
    catalogue = gettext.translation(DOMAIN, FOLDER, [language])
    catalogue.add_fallback(_Absent())
    return catalogue


class _Absent(gettext.NullTranslations):
    """Tells a text that the catalogue lacks from one that is the same in both languages («FORTAMUN»)."""

    def gettext(self, message: str) -> str:
        return ""
