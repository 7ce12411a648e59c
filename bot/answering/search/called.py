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


# Names are few and asked about in every question.
@lru_cache(maxsize=4096)
def name_words(name: str) -> frozenset[str]:
    return frozenset(words(name))


def typed_text(reading: Interpretation) -> str:
    """What may hold the name of a thing with its year; nothing where it is the total of that year that is asked."""
    if not PAYING.search(fold(reading.asked)):
        return ""
    return without_of(reading.asked)


def bears_its_year(series: Series, typed: str) -> bool:
    """The question holds the counterpart, year and all: «aguinaldo 2021»."""
    if not series.counterpart[-4:].isdigit() or not typed:
        return False
    said = without_of(series.counterpart)
    return len(said) > 4 and said in typed


NUMBERED = re.compile(r"^(\d+ \w+)")


def bears_its_number(series: Series, reading: Interpretation) -> bool:
    """«15 inmuebles»: the things counted in the name, as typed."""
    if not series.counterpart[:1].isdigit():
        return False
    named = NUMBERED.search(fold(series.counterpart))
    return named is not None and re.search(rf"\b{named.group(1)}", fold(reading.asked)) is not None


def says(descriptor: Descriptor, mention: Mention) -> bool:
    """The descriptor holds the very words of a name: «campo» of «Campo 1». Of a loan its year need not be there: «el refinanciamiento de
    2017» was authorised in 2016."""
    said = content_words(mention.said) if mention.kind == "prestamo" else words(mention.said)
    told = [word for word in said if mention.kind != "prestamo" or not word[:1].isdigit()]
    return bool(told) and set(told) <= descriptor.own_words


def wholly_in(mention: Mention, series: Series) -> bool:
    """Every word of the name is one of the measure's own name, or the topic."""
    own = forms_of((*words(series.concept.name), series.topic))
    said = content_words(mention.said)
    return mention.kind == "institucion" and len(said) > 1 and all(set(forms(word)) & own for word in said)
