"""From ranked candidates to the ones a question means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.asked.slots import asked_words, names_asked
from bot.answering.search.called import bears_its_number, says
from bot.answering.search.candidates import Candidate
from bot.answering.search.latest import latest_namesake
from bot.answering.search.nearer import EQUAL, is_sister, kind_said, nearest_named, nearest_plural, timeliest
from bot.answering.search.shelves import Shelves
from bot.answering.search.side_by_side import naming_only, side_by_side, without_typed
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation, Mention
from bot.language.folding import words

# Below this share of the asked word weight, and with no concept named, a candidate is a coincidence.
LEAST_COVERED = 0.4
# Of what the topic measures when nothing else is named («la deuda al terminar el gobierno»), less.
LEAST_ASSUMED = 0.3
# When the question names a concept, a candidate of another one must cover nearly all the words.
LEAST_BESIDE = 0.6
# … unless it bears the very name asked.
LEAST_CALLED = 0.5
# A name that fits needs little more to point to a candidate.
LEAST_NAMED = 0.25


def meant(reading: Interpretation, shelves: Shelves) -> list[Candidate]:
    """The candidates the question means, best first; empty when none covers every name and enough of the words. Several names that no
    candidate covers together («a Banorte y a Bancomer», not «la UAZ al SAT») are looked up one by one."""
    picked = meant_together(reading, shelves)
    if apart := one_by_one(reading, picked, shelves):
        return apart
    names = [m for m in names_asked(reading) if m.kind != "municipio"]
    # a document that mentions both («educación, salud y seguridad») compares neither
    bodies = {mention.clave for mention in names if mention.kind == "institucion"}
    whose = {candidate.series[0].subject.clave for candidate in picked}
    both_only_told = reading.act is Act.COMPARE and len(bodies) == len(names) and bool(picked) and not whose & bodies
    other_measure = reading.act is Act.COMPARE and bool(picked and reading.concepts) and not measures(picked[0], reading, shelves)
    if len(names) < 2 or (picked and not both_only_told and not other_measure):
        return with_twins(picked, reading, shelves)
    each_alone = [meant_alone(naming_only(reading, name, names), shelves) for name in names]
    alone = [candidate for found in each_alone for candidate in found]
    if other_measure:
        # «¿qué hotel valía más, el Jobito o el Parador?»: what both lost is no value of either
        return [candidate for candidate in alone if measures(candidate, reading, shelves)]
    return alone if all(each_alone) and (reading.act is Act.COMPARE or JOINED.search(reading.asked)) else picked


def one_by_one(reading: Interpretation, picked: Sequence[Candidate], shelves: Shelves) -> list[Candidate]:
    """What each of the things listed side by side is about, when nothing was published of all of them: «al SAT, al IMSS y a
    proveedores»; empty where one of them is about nothing."""
    siblings = side_by_side(reading)
    if len(siblings) < 2:
        return []
    together = [each for each in picked if each.timely > 0 and all(bears(each, m, shelves) for m in siblings)]
    if together and (not is_span(reading) or any(has_whole_span(each, reading, shelves) for each in together)):
        return []
    apart = [meant_alone(naming_only(without_typed(reading, siblings, one), one, siblings), shelves) for one in siblings]
    timely = all(found and found[0].timely > 0 and bears(found[0], one, shelves) for found, one in zip(apart, siblings, strict=True))
    timely = timely and (all(found[0].concept_hit for found in apart) or len({kin_of(found[0]) for found in apart}) == 1)
    if not timely or (together and not all(has_whole_span(found[0], reading, shelves) for found in apart)):
        return []
    return list({each.series[0].id: each for found in apart for each in found}.values())


def kin_of(candidate: Candidate) -> str:
    """The wide concept that it measures."""
    concept = candidate.series[0].concept
    return concept.parent or concept.id


def is_span(reading: Interpretation) -> bool:
    return reading.period is not None and reading.period.kind == "range"


def has_whole_span(candidate: Candidate, reading: Interpretation, shelves: Shelves) -> bool:
    """One figure of all the years asked: «lo que perdieron de 2020 a 2022»."""
    ends = (reading.years[0], reading.years[-1])
    return any(fact.period and (fact.period.start.year, fact.period.end.year) == ends for fact in facts_of([candidate], shelves))


def leaves_out(found: Sequence[Candidate], reading: Interpretation, shelves: Shelves) -> bool:
    """Of the things typed side by side, one has none of these."""
    return any(not any(bears(each, one, shelves) for each in found) for one in side_by_side(reading))


def bears(candidate: Candidate, mention: Mention, shelves: Shelves) -> bool:
    """The candidate is about this name, or measures this concept."""
    if mention.kind == "concepto":
        return belongs(candidate, mention.clave, shelves)
    own = candidate.descriptor.claves | {series.subject.clave for series in candidate.series}
    return mention.clave in own or (mention.kind == "banco" and says(candidate.descriptor, mention))


def meant_alone(reading: Interpretation, shelves: Shelves) -> list[Candidate]:
    """What one thing of a list is about."""
    return with_twins(meant_together(reading, shelves)[:1], reading, shelves)


def with_twins(picked: list[Candidate], reading: Interpretation, shelves: Shelves) -> list[Candidate]:
    """Two credits of the bank named, alike in all that was asked: «¿cuánto se le debía a Banobras?» is about both."""
    if len(picked) != 1 or not reading.of_kind("banco") or reading.of_kind("prestamo"):
        return picked
    best = picked[0]
    twins = [
        each
        for each in shelves.finder.rank(reading)
        if each.descriptor.concept == best.descriptor.concept
        and each.series[0].subject != best.series[0].subject
        and not each.unmatched
        and each.named
        and each.timely == best.timely > 0
        and each.score > best.score - EQUAL
    ]
    return [best, *twins]


def meant_together(reading: Interpretation, shelves: Shelves) -> list[Candidate]:
    ranked = [candidate for candidate in shelves.finder.rank(reading) if is_about(candidate)]
    every = ranked
    ranked = [candidate for candidate in every if candidate.concept_hit] or every
    if whole := next((each for each in every if bears_its_number(each.series[0], reading)), None) or wholly_said(every, ranked, reading):
        return [whole]
    if not ranked:
        return []
    best = kind_said(nearest_plural(nearest_named(ranked), reading), ranked)
    best = timeliest(best, [candidate for candidate in every if not is_sister(candidate, best, reading)])
    best = latest_namesake(best, ranked, reading, shelves)
    picked = [best]
    for concept in coordinated(reading, best, shelves):
        if not any(belongs(candidate, concept, shelves) for candidate in picked):
            other = [candidate for candidate in ranked if belongs(candidate, concept, shelves)]
            # «ampliar el estadio y remodelarlo»: of what the first was about, where that was published
            picked += [each for each in other if each.series[0].subject == best.series[0].subject][:1] or other[:1]
    return picked


# A figure that holds this much of the question's words, where the one of the concept named holds less than LEAST_BESIDE.
WHOLLY_COVERED = 0.9


def wholly_said(every: Sequence[Candidate], hits: Sequence[Candidate], reading: Interpretation) -> Candidate | None:
    """«¿cuánto pidió a la federación para infraestructura?»: «cuánto pidió» names one concept, all the words together another. Of «dinero
    para seguridad» only the name is said, and what bears it measures nothing that was asked."""
    said = {word for mention in names_asked(reading) for word in words(mention.said)}
    rest = [
        each for each in every if each.named and each.timely > 0 and each.covered >= WHOLLY_COVERED and set(asked_words(reading)) - said
    ]
    if rest and not rest[0].concept_hit and hits and hits[0].covered < LEAST_BESIDE:
        return rest[0]
    return said_of_then(every, hits)


def said_of_then(every: Sequence[Candidate], hits: Sequence[Candidate]) -> Candidate | None:
    """«gasto federal en Zacatecas en 2014»: nothing of the concept named, or of what the topic measures, is of that time; of that time is
    a figure of which all the words are, or more of them than of a measure that nobody named."""
    if not hits or any(each.timely > 0 for each in hits):
        return None
    least = LEAST_COVERED if all(each.assumed for each in hits) else WHOLLY_COVERED
    rest = [each for each in every if each.timely > 0 and not each.concept_hit and each.covered >= least]
    return rest[0] if rest and rest[0].covered > hits[0].covered else None


JOINED = re.compile(r"(^|\W)(y|e|o|u|i|m[aá]s|vs|versus|contra|ni)(\W|$)|[,;/+]", re.IGNORECASE)


def coordinated(reading: Interpretation, best: Candidate, shelves: Shelves) -> list[str]:
    """Concepts named beside the best one with «y», «o», a comma: «FAIS y FORTAMUN» asks for two, «presupuesto en participaciones»
    for one."""
    concepts = [m for m in reading.mentions if m.kind == "concepto"]
    first = next((m for m in concepts if belongs(best, m.clave, shelves)), None)
    if first is None:
        return []
    found = []
    for mention in concepts:
        between = reading.asked[min(first.end, mention.end) : max(first.start, mention.start)]
        if mention.clave != first.clave and (JOINED.search(between) or not (mention.said or first.said)):
            found.append(mention.clave)
    return found


def is_about(candidate: Candidate) -> bool:
    """Every name asked is its, and a concept, a name or enough of the words point to it."""
    if candidate.unmatched or candidate.foreign:
        return False
    if candidate.far and candidate.nameless and is_of_a_body(candidate):
        # «deuda este año» is not about what the ISSSTEZAC owes
        return False
    if candidate.concept_hit:
        return True
    if candidate.far and not candidate.named and candidate.covered < WHOLLY_COVERED:
        # «¿para qué pidieron prestado?» of the state's debt is not about what sport asked the federation for
        return False
    if candidate.lonely or not candidate.beyond_names:
        # «¿cuánto presupuesto tiene el IZAI?» is not about what it cost to close it
        return False
    if candidate.named and candidate.concept_asked and not candidate.beside:
        # «¿cuánto prestó Bancomer?»: the name alone does not make its interest an answer
        return candidate.covered >= LEAST_CALLED
    if candidate.concept_asked or candidate.beside or not (candidate.named or candidate.nameless):
        return candidate.covered >= LEAST_BESIDE
    return candidate.covered >= (LEAST_NAMED if candidate.named else LEAST_ASSUMED if candidate.assumed else LEAST_COVERED)


def is_of_an_unnamed_body(candidate: Candidate, reading: Interpretation) -> bool:
    """«¿cuánto recaudó según su cuenta pública?»: nothing measured and nobody named, so one word of «Seguridad Pública» is nobody's
    budget. «¿cuánto pidió Tello gastar en 2019?» is not what the INCUFIDEZ, of another topic, asked for."""
    if not (candidate.nameless and is_of_a_body(candidate)):
        return False
    elsewhere = reading.topic is not None and candidate.descriptor.topic != reading.topic
    return (elsewhere or candidate.assumed) and candidate.covered < LEAST_BODY


def is_of_a_body(candidate: Candidate) -> bool:
    return candidate.descriptor.subject_kind in ("institucion", "poder")


LEAST_BODY = 0.5


def belongs(candidate: Candidate, concept: str, shelves: Shelves) -> bool:
    """The candidate measures the concept, or a kind of it."""
    own = candidate.descriptor.concept
    return own == concept or (own in shelves.concepts and shelves.concepts[own].parent == concept)


def measures(candidate: Candidate, reading: Interpretation, shelves: Shelves) -> bool:
    """It measures one of the concepts asked, or a kind of it."""
    return any(belongs(candidate, concept, shelves) for concept in reading.concepts)


def family(best: Candidate, ranked: Sequence[Candidate], shelves: Shelves) -> list[Candidate]:
    """The best candidate and, of the same subject, the kinds of its concept and the wider concept it is a kind of: total,
    long-term and short-term debt."""
    concept = best.series[0].concept
    root = concept.parent or concept.id
    kin = [
        candidate
        for candidate in ranked
        if candidate.descriptor is best.descriptor
        or (belongs(candidate, root, shelves) and candidate.series[0].subject == best.series[0].subject and not candidate.unmatched)
    ]
    return kin if any(candidate.descriptor is best.descriptor for candidate in kin) else [best, *kin]


def facts_of(candidates: Sequence[Candidate], shelves: Shelves) -> list[Fact]:
    return [fact for candidate in candidates for series in candidate.series for fact in shelves.descriptors.facts(series)]
