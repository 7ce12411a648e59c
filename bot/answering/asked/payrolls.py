"""Salaries and whole payrolls are published nowhere; the payroll of one thing may be."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.asked.plain_words import PLAIN
from bot.answering.asked.slots import asked_words
from bot.answering.asked.unpublished import UNPUBLISHED_ANYWHERE
from bot.answering.search.candidates import Candidate
from bot.answering.search.index import content_words, forms, forms_of
from bot.answering.search.selecting import is_about
from bot.answering.search.shelves import Shelves
from bot.domain.reading import Interpretation
from bot.domain.stage import Stage
from bot.language.folding import words

# Besides the word itself, so much of the question is of that one thing.
LEAST_OF_IT = 0.5


def published_kind(reading: Interpretation, shelves: Shelves) -> Interpretation | None:
    """«¿cuánto costó la nómina de los negocios?», «¿cuánto de los créditos se fue a nómina educativa?»: the same question about the figure
    whose own name holds the word, of the time asked; None where there is none, and a payroll or a salary is missing whoever's it is."""
    wide = [mention for mention in reading.of_kind("concepto") if mention.clave in UNPUBLISHED_ANYWHERE]
    said = {shape for mention in wide for word in content_words(mention.said) for shape in forms(word)}
    kept = tuple(
        m for m in reading.mentions if m not in wide and not (m.kind == "concepto" and m.clave not in shelves.descriptors.published)
    )
    narrow = replace(reading, mentions=kept, measure=None)
    telling = {shape for word in asked_words(reading) if word not in PLAIN for shape in forms(word)} - said
    for each in shelves.finder.rank(narrow):
        own = each.descriptor.own_words | set(words(each.descriptor.told_words))
        holds = any(shape in said for word in own for shape in forms(word))
        strange = each.unmatched or each.foreign or each.far or is_brought_in(each, shelves)
        # «¿cuánto se va en nómina?» names no kind of payroll: one kind is not all of it
        strange = strange or not (each.named or telling & forms_of(each.descriptor.own_words))
        if holds and each.timely > 0 and each.covered >= LEAST_OF_IT and not strange:
            measured = replace(wide[0], clave=each.descriptor.concept)
            others = tuple(m for m in kept if m.kind != "concepto")
            asked = replace(reading, mentions=(*others, measured), measure=measured.clave)
            return asked if any(c.descriptor is each.descriptor and is_about(c) for c in shelves.finder.rank(asked)) else None
    return None


def is_brought_in(candidate: Candidate, shelves: Shelves) -> bool:
    """A tax on payrolls is no payroll: it is received, not spent."""
    facts = [fact for series in candidate.series for fact in shelves.descriptors.facts(series)]
    return bool(facts) and all(fact.stage in INCOME for fact in facts)


INCOME = frozenset({Stage.ESTIMATED, Stage.COLLECTED})
