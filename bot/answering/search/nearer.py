"""Of candidates that stand close, the one that is nearer to the question: by its name, its plural, its kind, its time."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.asked.slots import slot_words
from bot.answering.search.candidates import Candidate
from bot.domain.reading import Interpretation
from bot.language.folding import words

# How far behind a candidate about the very name may stand and still go first.
NAMED_BEFORE = 0.4
EQUAL = 0.12


def nearest_named(ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """A candidate that is about a name asked goes before one that only mentions it: «impuestos ecológicos» before «impuestos»."""
    best = ranked[0]
    if best.named or best.nameless:
        return ranked
    mate = next((c for c in ranked if c.named and c.concept_hit is best.concept_hit and c.score > best.score - NAMED_BEFORE), None)
    return [mate, *(c for c in ranked if c is not mate)] if mate else ranked


def nearest_plural(ranked: Sequence[Candidate], reading: Interpretation) -> Candidate:
    """«los hoteles»: of equals that measure the same, the one whose subject bears the plural goes before each hotel alone."""
    best = ranked[0]
    plurals = {word for word in words(reading.asked) if word.endswith("s") and len(word) > 4} - slot_words(reading)
    alike = [c for c in ranked if c.descriptor.concept == best.descriptor.concept and c.score > best.score - 2 * EQUAL]
    return next((c for c in alike if plurals & set(words(c.series[0].subject.name))), best)


def kind_said(best: Candidate, ranked: Sequence[Candidate]) -> Candidate:
    """«¿cuánto pidió el INCUFIDEZ para infraestructura?»: of what it measures, of the same subject and time, the kind that holds more
    of the question's words. A balance is told with its kinds."""
    first = best.series[0]
    kinds = (
        each
        for each in ranked
        if each.series[0].concept.parent == first.concept.id
        and first.concept.flow != "saldo"
        and each.series[0].subject == first.subject
        and each.concept_hit is best.concept_hit
        and each.timely >= best.timely
        and each.covered > best.covered + EQUAL
        and each.score > best.score - EQUAL
    )
    return next(kinds, best)


def timeliest(best: Candidate, ranked: Sequence[Candidate]) -> Candidate:
    """The best, unless another of its concept about the same names has the asked period and the best has not: «los diputados» are the
    Legislatura and the Poder Legislativo."""
    if best.timely > 0:
        return best
    mates = [c for c in ranked if c.timely > 0 and root(c) == root(best) and (c.named or c.score > best.score - 0.8)]
    return mates[0] if mates and best.named == mates[0].named else best


def is_sister(candidate: Candidate, best: Candidate, reading: Interpretation) -> bool:
    """Another kind than the one asked as such: debt of short term is no substitute for «la deuda de largo plazo»."""
    mine, other = best.series[0].concept, candidate.series[0].concept
    return mine.id in reading.concepts and bool(mine.parent) and other.id != mine.id and other.parent == mine.parent


def root(candidate: Candidate) -> str:
    concept = candidate.series[0].concept
    return concept.parent or concept.id
