"""How well one published series fits what is asked: its owners, its facts, its topic, the fields its words stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date

from bot.answering.asked.counting import TIMES
from bot.answering.asked.slots import NEIGHBOURS, ONE_PLACE
from bot.answering.search.called import bears_its_number, bears_its_year, name_words, says
from bot.answering.search.descriptors import Descriptor
from bot.answering.search.index import Match
from bot.answering.search.sought import DEFAULT_SUBJECTS, Sought, Span
from bot.answering.search.timely import is_named_by_year, is_timely
from bot.domain.answer import Confidence, Unit
from bot.domain.ledger import Fact, Series
from bot.domain.reading import Interpretation, Mention, Topic
from bot.language.folding import words

# What is counted, not paid.
HEADS = frozenset({Unit.PEOPLE, Unit.COUNT})


def words_of(names: Sequence[Mention]) -> set[str]:
    return {word for mention in names for word in words(mention.said)}


def of_another_body(descriptor: Descriptor, reading: Interpretation) -> bool:
    """«¿cuánto costó liquidar al personal del IZAI?» is not answered by what another institute would cost, although the IZAI also speaks of
    what others do."""
    owners = DEFAULT_SUBJECTS.get(reading.topic, frozenset()) if reading.topic else frozenset()
    return descriptor.subject_kind == "institucion" and descriptor.any_series().subject.clave not in owners


def series_meant(descriptor: Descriptor, sought: Sought) -> tuple[Series, ...]:
    """The series of the municipalities named, or every one when none is (a ranking); others have one."""
    if not descriptor.municipal:
        return tuple(descriptor.series.values())
    if sought.reading.topic is Topic.DEBT and not sought.named_concept:
        # what a town receives is no answer to what it owes
        return ()
    if sought.towns:
        return tuple(descriptor.series[town] for town in sought.towns if town in descriptor.series)
    return () if sought.reading.act in ONE_PLACE else tuple(descriptor.series.values())


def is_owned_by(name: Mention, descriptor: Descriptor, subjects: Set[str]) -> bool:
    """The descriptor is about the name, not only mentions it."""
    return name.clave in subjects or name.clave in descriptor.claves or (name.kind == "banco" and says(descriptor, name))


def is_of_owner_meant(series: Series, sought: Sought, match: Match | None) -> bool:
    """It is of whoever the question means without narrowing it to a name, or some word of its owner's name was found."""
    return series.subject.clave in sought.owners or (match is not None and not name_words(series.subject.name).isdisjoint(match.hits))


def is_of_another_kind(facts: Sequence[Fact], sought: Sought) -> bool:
    """No such number is asked: money of «¿cuántos empleados?», people of «¿cuánto se gastó?», a balance of «¿cuánto al mes?», anything but
    days of «¿cuántos días?»."""
    if sought.monthly and facts and facts[0].series.concept.flow == "saldo":
        return True
    if sought.things and all(fact.unit.is_money for fact in facts):
        return True
    return (sought.spends and all(fact.unit in HEADS for fact in facts)) or (sought.days and all(fact.unit not in TIMES for fact in facts))


def facts_fit(facts: Sequence[Fact], series: Series, sought: Sought, timely: float) -> float:
    """How well what was published fits the period, kind of number, stage and name asked; ``timely`` is the share of the moments asked."""
    reading, fit = sought.reading, 0.0
    if sought.moments:
        fit += 0.45 * timely - 0.15
    if sought.number and facts:
        fit += 0.2 if facts[0].unit.is_money is (sought.number > 0) else -0.2
    if sought.term and spans_moments(facts, *sought.term):
        fit += 0.3
    if bears_its_year(series, sought.typed) or bears_its_number(series, reading):
        fit += 0.4
    if facts and all(fact.confidence is Confidence.LOW for fact in facts):
        fit -= 0.1
    if sought.monthly:
        fit += 0.4 if any(fact.unit is Unit.MXN_PER_MONTH for fact in facts) else -0.2
    if sought.month and any(fact.period and fact.period.label == sought.month for fact in facts):
        fit += 0.3
    if "total" in reading.words and any(fact.total for fact in facts):
        fit += 0.25
    if reading.stage:
        fit += 0.25 if any(fact.stage is reading.stage for fact in facts) else -0.25
    if sought.hint and any(fact.stage is sought.hint for fact in facts):
        fit += 0.25
    return fit


def topic_leaning(own: str, asked: Topic | None) -> float:
    if asked is None:
        return 0.0
    if own == asked:
        return 0.25
    return 0.05 if own in NEIGHBOURS.get(asked, frozenset()) else -0.3


def share_timely(facts: Sequence[Fact], moments: Sequence[Span]) -> float:
    """Share of the asked moments with a fact."""
    if not moments:
        return 1.0
    dated = [moment for moment in moments if any(is_timely(fact, *moment) for fact in facts)]
    if dated:
        return len(dated) / len(moments)
    return 0.8 if any(is_named_by_year(fact, *moments[0]) for fact in facts) else 0.0


def spans_moments(facts: Sequence[Fact], start: date, end: date) -> bool:
    """Of a government asked as one span, a figure of all of it goes before one of a month in it."""
    ends = (fact.period for fact in facts if fact.period and fact.series.concept.flow == "flujo")
    return any(2 * (min(each.end, end) - max(each.start, start)) > end - start for each in ends)


def fields_of(descriptor: Descriptor, aliases: Mapping[str, Sequence[str]]) -> list[tuple[str, float]]:
    first = descriptor.any_series()
    fields = [
        (first.concept.name, 1.0),
        (first.counterpart, 1.0),
        (descriptor.told_words, 0.9),
        (first.words, 0.5),
        (first.group, 0.5),
        (" ".join(aliases[descriptor.concept]), 0.9),
    ]
    if not descriptor.municipal:
        fields += [(first.subject.name, 1.0), (" ".join(aliases[first.subject.clave]), 0.9)]
    return fields
