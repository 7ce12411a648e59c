"""«¿y cuántas becas eran?»: a number that stands in the note of a published figure, and among the figures not at all."""

from __future__ import annotations

import re

from bot.answering.asked.counting import thing_counted
from bot.answering.asked.slots import names_asked, typed_words
from bot.answering.figures.choosing import figures_of
from bot.answering.figures.each_candidate import amount_facts
from bot.answering.figures.labels import label_of
from bot.answering.otherwise.missing import missing
from bot.answering.search.index import content_words, forms, forms_of
from bot.answering.search.queries import query_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import timely
from bot.answering.statements.told_counts import NUMBERS, counts, counts_another_thing, near_count, told_count
from bot.domain.answer import Answer, Found, Role, Statement
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation, Mention
from bot.language.folding import fold, words
from bot.language.numerals import numerals

HOW_MANY = re.compile(r"\bcuant[oa]s\b")
TOLD_FIGURES = frozenset({Act.AMOUNT, Act.COMPARE, Act.BREAKDOWN, Act.TREND, Act.RANKING})
GOES_ON = re.compile(r"\W*(?:y|e|a|de) ")
# So many words of the question, besides the thing counted, that the figure of the note holds.
LEAST_SHARED = 2


def noted_before(reading: Interpretation, before: Interpretation, shelves: Shelves) -> Found | None:
    """«¿y cuántas becas eran?», after so much a month: the note of the very figure that ``before`` was told prints their number."""
    typed_text = fold(reading.asked)
    if before.act not in TOLD_FIGURES or not (reading.carried or GOES_ON.match(typed_text)) or not HOW_MANY.search(typed_text):
        return None
    thing, typed = thing_counted(reading), forms_of(typed_words(reading))
    for fact in (fact for _, facts in amount_facts(before, shelves) for fact in facts):
        if (thing and counts(fact.note, thing)) or (not thing and prints_a_number(fact) and typed & forms_of(content_words(said_of(fact)))):
            return told_in_note(fact, reading, shelves)
    return None


def count_in_words(reading: Interpretation, shelves: Shelves) -> Answer | None:
    """The statement, the entry of the FAQ or the note that prints a number of the very things counted; None where none does."""
    return told_count(reading, shelves) or noted(reading, shelves)


def counted_otherwise(found: Found, reading: Interpretation, shelves: Shelves) -> Answer | None:
    """Where other things were ``found`` than those counted: their number in words, else that it is missing."""
    if not counts_another_thing(found, reading, shelves):
        return None
    return count_in_words(reading, shelves) or missing(reading, shelves, near_count(found, reading))


def noted(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«¿cuántas butacas se pusieron en el estadio?»: the one figure of its topic, names and time whose note prints a number of the very
    things counted, and which holds most of the other words."""
    thing = thing_counted(reading)
    if not thing or reading.topic is None:
        return None
    names = names_asked(reading)
    of_topic = (fact for fact in shelves.descriptors.all_facts() if fact.note and not fact.repeats and fact.series.topic == reading.topic)
    holding = [fact for fact in timely(of_topic, query_of(reading, [])) if counts(fact.note, thing)]
    asked = [word for word in reading.words if word != thing]
    shared = {fact.id: sum(bool(forms_of([word]) & forms_of(content_words(said_of(fact)))) for word in asked) for fact in holding}
    about = [fact for fact in holding if shared[fact.id] >= LEAST_SHARED and all(is_of(fact, name) for name in names)]
    best = [fact for fact in about if shared[fact.id] == max(shared[one.id] for one in about)]
    return told_in_note(best[0], reading, shelves) if len(best) == 1 else None


def is_of(fact: Fact, name: Mention) -> bool:
    said = forms_of(content_words(f"{said_of(fact)} {fact.series.words}"))
    return name.clave == fact.series.subject.clave or all(said & set(forms(word)) for word in content_words(name.said))


def said_of(fact: Fact) -> str:
    return f"{label_of(fact.series)} {fact.note} {fact.words}"


def prints_a_number(fact: Fact) -> bool:
    return bool(numerals(words(fact.note)))


def told_in_note(fact: Fact, reading: Interpretation, shelves: Shelves) -> Found:
    """The note as a sentence of its document, the figure beside it, and the number as a figure where it was published as one too."""
    (figure,) = figures_of([fact], Role.CONTEXT)
    printed = [numeral.value for numeral in numerals(words(fact.note))]
    alike = [other for other in shelves.descriptors.of_amounts(printed) if other.amount in printed and other.unit in NUMBERS]
    same = [other for other in alike if other.series.subject == fact.series.subject and other.period == fact.period]
    told = Statement(f"{figure.label}: {fact.note}", fact.source.document.published, figure.sources, fact.confidence)
    return Found(reading, (*figures_of(same), figure), (told,))
