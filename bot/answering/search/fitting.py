"""How well one published series fits what is asked: its owners, its facts, its topic, the fields its words stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date

from bot.answering.search.called import is_numbered, says
from bot.answering.search.descriptors import Descriptor
from bot.answering.search.index import Match, forms, forms_of
from bot.answering.search.meant import SeriesMeant
from bot.answering.search.sought import Sought
from bot.answering.search.timely import begins_then
from bot.domain.answer import Unit
from bot.domain.ledger import Fact
from bot.domain.reading import Mention, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold, words


def towns_meant(descriptor: Descriptor, sought: Sought) -> tuple[str, ...] | None:
    """Of which municipalities a descriptor is meant: those named, or every one (none in particular) where none is, as in a ranking; None
    where it is not meant at all."""
    if not descriptor.municipal:
        return ()
    if sought.reading.topic is Topic.DEBT and not sought.named_concept:
        # what a town receives is no answer to what it owes
        return None
    if sought.towns:
        return tuple(town for town in sought.towns if town in descriptor.series) or None
    return None if sought.of_one_place else ()


def is_owned_by(name: Mention, descriptor: Descriptor, subjects: Set[str]) -> bool:
    """The descriptor is about the name, not only mentions it."""
    return name.clave in subjects or name.clave in descriptor.claves or (name.kind == "banco" and says(descriptor, name))


def is_of_the_other_owner(meant: SeriesMeant, sought: Sought) -> bool:
    """Money of the state, where that of the whole country is asked."""
    return sought.names_a_state and meant.series[0].subject.kind == "estado" and meant.series[0].subject.clave not in sought.owners


def is_of_owner_meant(meant: SeriesMeant, sought: Sought, match: Match) -> bool:
    """It is of whoever the question means without narrowing it to a name, or some word of its owner's name was found, or it is of the few
    things that were asked for, where such are asked."""
    if sought.reading.stage is Stage.REQUESTED and Stage.REQUESTED in meant.stages:
        return True
    return meant.series[0].subject.clave in sought.owners or not meant.owner_words.isdisjoint(match.hits)


WORK = "obra"
OF_THE_WORK = re.compile(r"(?:de|del) (?:la |los |las )?(\w{5,})")


def kind_of_work(sought: Sought, kinds: Set[str], knows: Callable[[str], bool]) -> tuple[str, ...]:
    """«estadio», of «¿cuánto costó el estadio de futbol?», where no work is named: ``kinds`` are the words by which works are of a kind;
    with it the word that says which one, where no figure knows it: «estadio de beisbol»."""
    typed = fold(sought.reading.asked)
    said = next((word for word in words(typed) if not kinds.isdisjoint(forms(word))), "") if not sought.names else ""
    if not said:
        return ()
    which = OF_THE_WORK.match(typed[typed.index(said) + len(said) :].strip())
    return (said, which.group(1)) if which and not knows(which.group(1)) else (said,)


def is_of_another_work(descriptor: Descriptor, asked: Sequence[str]) -> bool:
    """The canchas are no «estadio»."""
    if descriptor.subject_kind != WORK:
        return False
    own = forms_of((*descriptor.own_words, *words(descriptor.told_words)))
    return any(own.isdisjoint(forms(word)) for word in asked)


PER_PERSON = frozenset({Unit.MXN_PER_PERSON})


def is_of_another_kind(meant: SeriesMeant, sought: Sought) -> bool:
    """No such number is asked: money of «¿cuántos empleados?», people of «¿cuánto se gastó?», a balance or people of «¿cuánto al mes?»,
    what lies between two amounts where one is asked, what falls to each person where nobody asks it, what was paid of «¿cuánto falta?»,
    people of «¿qué son los 19 mil millones?», anything but days of «¿cuántos días?»."""
    if meant.is_difference and not sought.differs:
        return True
    if meant.units == PER_PERSON and sought.reading.per != "habitante":
        return True
    if not sought.is_choosy:
        return False
    if sought.rate and meant.facts and meant.series[0].concept.flow == "saldo":
        return True
    if sought.years_of_name and meant.name_years and meant.name_years.isdisjoint(sought.years_of_name):
        return True
    if sought.years_named and meant.facts and not any(is_named_by(year, fact) for fact in meant.facts for year in sought.years_named):
        return True
    if (sought.unpaid and meant.only_paid) or (sought.paid and meant.only_unpaid):
        return True
    if sought.things and meant.is_all_money:
        return True
    counts_heads = sought.spends or sought.millions or (sought.number > 0 and (sought.rate is not None or sought.unpaid))
    return (counts_heads and meant.is_all_heads) or (sought.days and not meant.counts_time)


def is_named_by(year: str, fact: Fact) -> bool:
    """«aguinaldo 2024»: it bears the year, or is of it."""
    said = words(f"{fact.series.counterpart} {fact.series.words} {fact.words}")
    return year in said or (fact.period is not None and fact.period.start.year <= int(year) <= fact.period.end.year)


def facts_fit(meant: SeriesMeant, sought: Sought, timely: float) -> float:
    """How well what was published fits the period, kind of number, stage and name asked; ``timely`` is the share of the moments asked."""
    reading, fit = sought.reading, 0.0
    if sought.moments:
        fit += 0.45 * timely - 0.15
    if sought.number and meant.facts:
        fit += 0.2 if meant.begins_with_money is (sought.number > 0) else -0.2
    if (sought.term and spans_moments(meant.facts, *sought.term)) or (sought.since and summed_since(meant.facts, sought.since)):
        fit += 0.3
    if (meant.name_with_year and meant.name_with_year in sought.typed) or (
        meant.number_in_name and is_numbered(meant.number_in_name, reading)
    ):
        fit += 0.4
    if meant.only_claimed:
        fit -= 0.1
    if sought.rate:
        fit += 0.4 if sought.rate in meant.units else -0.2
    elif meant.only_rates and not sought.month:
        # «¿cuánto se va en intereses?» is of what was paid, before so much a month
        fit -= 0.1
    if sought.month and sought.month in meant.labels:
        fit += 0.3
    if sought.summed and meant.holds_total:
        fit += 0.25
    if reading.stage:
        fit += 0.25 if reading.stage in meant.stages else -0.25
    if sought.hint and sought.hint in meant.stages:
        fit += 0.25
    return fit


def spans_moments(facts: Sequence[Fact], start: date, end: date) -> bool:
    """Of a government asked as one span, a figure of all of it goes before one of a month in it."""
    ends = (fact.period for fact in facts if fact.period and fact.series.concept.flow == "flujo")
    return any(2 * (min(each.end, end) - max(each.start, start)) > end - start for each in ends)


def summed_since(facts: Sequence[Fact], start: date) -> bool:
    """«desde 2021 ¿cuánto se ha pagado?»: a sum that began then goes before so much a month of that year."""
    return any(begins_then(fact, start) for fact in facts)


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
