"""Rival claims of one thing, and which of them stand beside the figure asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answering.asked.default_measures import DEFAULT_MEASURES
from bot.answering.asked.slots import STATE, TELLING, asked_words, concepts_asked
from bot.answering.figures.choosing import by_confidence, choose, singled_out
from bot.answering.figures.disagreeing import disagreeing, speakers
from bot.answering.search.index import content_words, forms_of
from bot.answering.search.queries import query_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import moments_of
from bot.domain.answer import Confidence, Unit, reads_as
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold, word_set

HANDOVER = word_set("recibio recibieron dejo dejaron heredo heredaron heredada entro entrego entrada salio salida")


# More claims than this hide the figure that was asked.
MOST_CLAIMS = 4


def observed_beside(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«¿por qué la deuda cerró 2018 en 6,900 millones?»: the amount typed was a goal or somebody's word; what was observed then."""
    if reading.topic is not Topic.DEBT or not reading.amounts or any(fact.stage is not Stage.CLAIM for fact in answers):
        return []
    asked = replace(query_of(reading, []), amounts=(), stage=None)
    found = choose(shelves.descriptors.of_concept(DEFAULT_MEASURES[Topic.DEBT], STATE), asked)
    return [fact for fact in found.answers if fact.confidence is not Confidence.LOW]


def with_conflicts(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """Rival claims that stand under another concept («deuda con pasivos») join when the question speaks of a disagreement, or when all
    of them still fit in one short list."""
    conflicts = dict.fromkeys(fact.conflict for fact in answers if fact.conflict)
    if not conflicts:
        return list(answers)
    claims = [fact for conflict in conflicts for fact in shelves.descriptors.by_conflict[conflict]]
    elsewhere = [fact for fact in claims if fact not in answers and not fact.repeats]
    asked = bool(HANDOVER & set(asked_words(reading))) or disagreeing(reading)
    values = {fact.amount for fact in (*answers, *elsewhere)}
    if not asked and all(fact.confidence is Confidence.LOW for fact in answers):
        # a claim that nobody documented does not stand alone
        owner = answers[0].series.subject
        elsewhere = [fact for fact in elsewhere if fact.confidence is not Confidence.LOW and fact.series.subject == owner]
    elif not asked:
        named = named_beside(answers, elsewhere, reading)
        others = [fact for fact in elsewhere if fact not in named]
        elsewhere = [*of_the_same_thing(others, answers, reading, shelves), *named]
    if not elsewhere or not (asked or len(values) <= MOST_CLAIMS):
        return list(answers)
    return by_confidence([*answers, *elsewhere])


def of_the_same_thing(claims: Sequence[Fact], answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """Of these claims, those of a kin of the concept answered, or of its very owners and said in more of the question's words."""
    kin = {wide(fact) for fact in answers}
    # what is owed to one is not rivalled by what is owed to two
    whom = {owners(fact) for fact in answers}
    measured = {fact.series.concept.id for fact in answers}
    covered = {one.id: each.covered for each in shelves.finder.rank(reading) for one in each.series}
    # «¿cuánto costó?» asks for no version of the cost, «¿cuánto costó el contrato?» for one
    exact = measured == set(concepts_asked(reading))
    said = max((covered.get(fact.series.id, 0.0) for fact in answers), default=0.0) if exact else 0.0

    def is_said_more(fact: Fact) -> bool:
        return bool(fact.series.counterpart) and owners(fact) in whom and covered.get(fact.series.id, 0.0) > said

    fit = [fact for fact in claims if wide(fact) in kin or is_said_more(fact)]
    return [fact for fact in fit if owners(fact) in whom or fact.series.concept.id in measured]


def wide(fact: Fact) -> str:
    return fact.series.concept.parent or fact.series.concept.id


def owners(fact: Fact) -> tuple[str, str]:
    """Whose it is, and to whom."""
    return fact.series.subject.id, fact.series.counterpart


def of_one_disagreement(answers: Sequence[Fact], reading: Interpretation) -> list[Fact]:
    """«¿cuánta deuda recibió?»: the versions of what was asked, without what is told in another disagreement of one of its kinds, where
    nobody named that kind: of the debt of short term, whether nothing was left or 323 million."""
    conflicts = {fact.conflict for fact in answers if fact.conflict}
    if len(conflicts) < 2 or disagreeing(reading):
        return list(answers)
    told = Counter(fact.conflict for fact in answers if fact.conflict).most_common(1)[0][0]
    asked = forms_of(reading.words)
    kinds = {f.series.concept.id for f in answers if f.conflict not in ("", told) and not asked & (kind_words(f) - kind_words(answers[0]))}
    kinds -= {fact.series.concept.id for fact in answers if fact.conflict == told}
    return [fact for fact in answers if fact.series.concept.id not in kinds]


def kind_words(fact: Fact) -> frozenset[str]:
    return forms_of(content_words(fact.series.concept.name))


def disputed_in_words(answers: Sequence[Fact], shelves: Shelves) -> list[Fact]:
    """Answers that something else contradicts which stands in no row of its own: only the reason tells of it."""
    return [fact for fact in answers if fact.conflict and len(shelves.descriptors.by_conflict[fact.conflict]) == 1]


def named_beside(answers: Sequence[Fact], claims: Sequence[Fact], reading: Interpretation) -> list[Fact]:
    """«¿cuánto se congeló o quedó sin aclarar?»: the claims about the same subject that one side of an «o» calls by name, where it holds
    no word of the answers."""
    own, subjects = said_of(answers), {fact.series.subject for fact in answers}
    sides = [forms_of(content_words(side)) for side in EITHER_OR.split(fold(reading.asked))]
    other = [side for side in sides if not side & own] if len(sides) > 1 else []
    return [f for f in claims if f.series.subject in subjects and any(side & said_of([f]) for side in other)]


EITHER_OR = re.compile(r"\b(?:o|u)\b")


def said_of(facts: Sequence[Fact]) -> frozenset[str]:
    """The words by which what these facts measure is called."""
    return forms_of(word for fact in facts for word in content_words(f"{fact.series.concept.name} {fact.series.counterpart} {fact.words}"))


# «¿cuánto decían los diputados de oposición que se debía?», «según la oposición»
SAYING = re.compile(rf"\b(?:segun\b|acus\w+\b|reconoc\w+\b|{TELLING})")


def of_this_year(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves, today: date) -> list[Fact]:
    """«¿cuánta gente vive en Jerez?»: beside the last census, how many are reckoned to live there this year."""
    if reading.act is not Act.AMOUNT or (reading.period and reading.period.kind != "latest") or reading.per or len(answers) != 1:
        return []
    last = answers[0]
    if last.unit is not Unit.PEOPLE or last.period is None or last.period.end.year >= today.year:
        return []
    alike = shelves.descriptors.of_concept(last.series.concept.id, last.series.subject.clave)
    return [fact for fact in alike if fact.period and fact.period.label == str(today.year) and fact.unit is last.unit]


def of_whoever_said_it(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """Of rival claims, also of another concept, the one of whoever the question names as saying it, or of each of those it names; empty
    where it names nobody whom a note names alone."""
    conflicts = {fact.conflict for fact in answers if fact.conflict}
    claims = [fact for conflict in conflicts for fact in shelves.descriptors.by_conflict[conflict] if not fact.repeats]
    if len(tellers := speakers(reading)) > 1:
        theirs = [of_teller(claims, teller) for teller in tellers]
        return list(dict.fromkeys(fact for told in theirs for fact in told)) if all(theirs) else []
    if len(conflicts) != 1 or disagreeing(reading) or not SAYING.search(fold(reading.asked)):
        return []
    chosen = singled_out(claims, replace(query_of(reading, []), amounts=(), single=True, words=("segun", *reading.words)))
    moments = moments_of(answers)
    fit = [fact for fact in chosen if fact.period and fact.period.label in moments]
    return fit if len(fit) == 1 and fit[0] not in answers else []


def of_teller(claims: Sequence[Fact], teller: Sequence[str]) -> list[Fact]:
    """The claims whose note names them best, else whose document does; of «la primera glosa» the other reports share one word."""
    notes = [f"{fact.note} {fact.stage_note}" for fact in claims]
    # what nobody documented is nobody's word because its headline names them
    titles = ["" if fact.confidence is Confidence.LOW else fact.source.document.title for fact in claims]
    for told in (notes, titles):
        said = [forms_of(content_words(text)) for text in told]
        scores = [sum(not forms_of((word,)).isdisjoint(own) for word in teller) for own in said]
        if best := max(scores, default=0):
            return [fact for fact, score in zip(claims, scores, strict=True) if score == best]
    return []


def rivals(answers: Sequence[Fact], *, exactly: bool = False) -> bool:
    """Two different numbers for one thing, stage and moment; sums that read the same are told apart only ``exactly``."""
    seen: dict[tuple[object, ...], Decimal] = {}
    for fact in answers:
        key = (fact.conflict or (fact.series.id, fact.period.label if fact.period else ""), fact.stage, fact.unit)
        first = seen.setdefault(key, fact.amount)
        if first != fact.amount and (exactly or not fact.unit.is_money or not reads_as(first, fact.amount)):
            return True
    return False


def are_of_one_moment(answers: Sequence[Fact]) -> bool:
    """Of what bears no date nobody knows whether it is the latest; and figures of several years are not all of them the latest."""
    ends = [fact.period.end for fact in answers if fact.period]
    return len(ends) == len(answers) > 0 and (max(ends) - min(ends)).days <= A_YEAR


A_YEAR = 366
