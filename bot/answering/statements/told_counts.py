"""«¿cuántos sectores?»: a number that stands in a sentence, not among the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answering.asked.counting import TIMES, thing_counted
from bot.answering.asked.slots import asked_words
from bot.answering.figures.labels import facts_behind, with_role
from bot.answering.search.index import content_words, forms, forms_of
from bot.answering.search.shelves import Shelves
from bot.answering.statements.records import merged, period_fit
from bot.domain.answer import Answer, Explained, Figure, Found, Role, Unit
from bot.domain.reading import Interpretation
from bot.language.folding import word_set, words
from bot.language.numerals import numerals

# Of the question, a sentence that says how many must hold this much besides the number.
LEAST = 0.45
# Years stand before nouns too: «2018 compromisos».
LARGEST = 1900
NUMBERS = TIMES | {Unit.COUNT, Unit.PEOPLE}
ANYBODY = word_set("personas gente individuos")
# «18 estados», «siete de los sectores»
NEAR = 3
# … but not «dos campeonatos, con documentos»
PARTING = word_set("con y o e en por para sin a segun que")


def told_count(reading: Interpretation, shelves: Shelves) -> Answer | None:
    """The statement, or the entry of the FAQ, that prints a number of the very things counted; None where none does."""
    thing = thing_counted(reading)
    if not thing or reading.topic is None or set(reading.concepts) & shelves.descriptors.published:
        return None
    # «a finales de 2018», «ya tenían»: of how many it is, these words tell nothing
    about = replace(reading, words=asked_words(reading))
    near = [m.record for m in shelves.records.find(about) if not m.unmatched and m.covered >= LEAST]
    found = [record for record in near if counts(record.text, thing) and period_fit(record.date, reading) >= 0]
    if found:
        return Found(reading, statements=merged(found[:1]))
    if reading.carried:
        return None
    ranked = [entry for entry, score in shelves.faq.ranked(reading)[:3] if score >= LEAST and entry.topic == reading.topic]
    entry = next((entry for entry in ranked if counts(entry.answer, thing)), None)
    return Explained(reading, shelves.faq.open(entry)) if entry else None


def counts_another_thing(found: Found, reading: Interpretation, shelves: Shelves) -> bool:
    """«¿cuántos sectores…?», answered with a number of commitments, or «¿cuántos votos?» with one of months: no label holds the thing, and
    it is no other name of what was counted."""
    thing = thing_counted(reading)
    # a word mended by the reading («pencionados») is not among its words as it was typed
    mended = thing in words(reading.asked) and thing not in reading.words
    shapes = set(forms(thing)) if thing.endswith("s") and not mended and thing not in ANYBODY else set()
    numbers = [figure for figure in found.figures if figure.unit in NUMBERS]
    # «22 votos a 5» in the note of a number of months tells the votes, and the months do not
    said = (f"{figure.label} {'' if figure.unit in TIMES else figure.note}" for figure in numbers)
    named = forms_of(word for text in (*said, *called(numbers, shelves)) for word in words(text))
    return bool(shapes and numbers) and len(numbers) == len(found.figures) and shapes.isdisjoint(named)


def near_count(found: Found, reading: Interpretation) -> tuple[Figure, ...]:
    """What was counted instead, where it shares more than a name with the question: the becados of «¿cuántos atletas tienen beca?», and of
    «¿cuántos entrenadores tiene el instituto?» nothing."""
    named = {word for mention in reading.mentions if mention.kind != "concepto" for word in words(mention.said)}
    asked = forms_of(word for word in reading.words if word not in named)
    near = (figure for figure in found.figures[:1] if asked & forms_of(content_words(figure.label)))
    return with_role(tuple(near), Role.NEAREST)


def called(numbers: Sequence[Figure], shelves: Shelves) -> Iterator[str]:
    """By what other names people ask for what these figures count."""
    for concept in {
        id
        for fact in facts_behind(numbers, shelves.ledger)
        for id in (fact.series.concept.id, fact.series.concept.parent)
        if id in shelves.terms
    }:
        yield from shelves.terms[concept].aliases


def counts(text: str, thing: str) -> bool:
    said: Sequence[str] = words(text)
    shapes = set(forms(thing))
    places = [place for place, word in enumerate(said) if shapes & set(forms(word))]
    return bool(places) and any(
        numeral.value > 0
        and (numeral.grouped or numeral.value < LARGEST)
        and 0 <= place - numeral.end < NEAR
        and not PARTING & set(said[numeral.end : place])
        for numeral in numerals(said)
        for place in places
    )
