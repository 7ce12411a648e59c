"""Whether a question calls a published thing by its name: with the year in it, the number in it, or its very words."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answering.asked.periods import PAYING
from bot.answering.asked.slots import without_of
from bot.answering.search.descriptors import Descriptor
from bot.answering.search.index import content_words, forms, forms_of
from bot.domain.ledger import Series
from bot.domain.reading import Interpretation, Mention
from bot.language.folding import fold, words


def typed_text(reading: Interpretation) -> str:
    """What may hold the name of a thing with its year; nothing where it is the total of that year that is asked."""
    if not PAYING.search(fold(reading.asked)):
        return ""
    return without_of(reading.asked)


def name_with_year(series: Series) -> str:
    """The counterpart where a year ends it, as typed texts are written: «aguinaldo 2021»."""
    said = without_of(series.counterpart) if series.counterpart[-4:].isdigit() else ""
    return said if len(said) > 4 else ""


def bears_its_year(series: Series, typed: str) -> bool:
    """The question holds the counterpart, year and all."""
    named = name_with_year(series)
    return bool(named) and named in typed


NUMBERED = re.compile(r"^(\d+ \w+)")


def number_in_name(series: Series) -> str:
    """«15 inmuebles»: the things counted in the name."""
    named = NUMBERED.search(fold(series.counterpart)) if series.counterpart[:1].isdigit() else None
    return named.group(1) if named else ""


def bears_its_number(series: Series, reading: Interpretation) -> bool:
    """The things counted in the name, as typed."""
    return is_numbered(number_in_name(series), reading)


def is_numbered(named: str, reading: Interpretation) -> bool:
    return bool(named) and re.search(rf"\b{named}", fold(reading.asked)) is not None


def says(descriptor: Descriptor, mention: Mention) -> bool:
    """The descriptor holds the very words of a name: «campo» of «Campo 1». Of a loan its year need not be there: «el refinanciamiento de
    2017» was authorised in 2016."""
    told = telling_words(mention.said, loan=mention.kind == "prestamo")
    return bool(told) and told <= descriptor.own_words


# Asked of every descriptor, for each name of the question.
@lru_cache(maxsize=256)
def telling_words(said: str, *, loan: bool) -> frozenset[str]:
    return frozenset(word for word in content_words(said) if not word[:1].isdigit()) if loan else frozenset(words(said))


def wholly_in(mention: Mention, series: Series) -> bool:
    """Every word of the name is one of the measure's own name, or the topic."""
    own = forms_of((*words(series.concept.name), series.topic))
    said = content_words(mention.said)
    return mention.kind == "institucion" and len(said) > 1 and all(set(forms(word)) & own for word in said)
