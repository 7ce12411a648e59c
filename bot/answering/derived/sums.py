"""Figures added up: only parts that maintainers declared, or owners of which none holds another; a printed total goes before a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.asked.slots import COUNTRY, STATE, concepts_asked, points_back
from bot.answering.derived.arithmetic import total
from bot.answering.figures.choosing import choose, figures_of
from bot.answering.figures.labels import first_upper
from bot.answering.search.called import bears_its_year, typed_text
from bot.answering.search.queries import query_of
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Figure, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation
from bot.language.folding import fold, words


def sum_of_parts(reading: Interpretation, shelves: Shelves) -> tuple[Figure, ...] | None:
    """A concept asked that nobody printed, from the parts it is made of: the sum with its inputs."""
    return next((found for id in concepts_asked(reading) if (found := sum_of_concept(id, reading, shelves))), None)


def sum_of_concept(id: str, reading: Interpretation, shelves: Shelves) -> tuple[Figure, ...] | None:
    """The sum of the parts of a concept of the state, or of the country, that nobody printed of the time asked. Parts must share
    period and unit, and stage unless all are plans («estimado», «aprobado»)."""
    concept = shelves.concepts.get(id)
    if concept is None or not concept.parts or choose(shelves.descriptors.of_concept(id, STATE), query_of(reading, [])).answers:
        return None
    for owner in (STATE, COUNTRY):
        parts = of_a_shared_stage(
            [choose(shelves.descriptors.of_concept(part, owner), query_of(reading, [])).answers for part in concept.parts]
        )
        if parts:
            figure = total(parts, first_upper(concept.name), Role.ANSWER)
            return (figure, *figures_of(parts, Role.INPUT)) if figure else None
    return None


def of_a_shared_stage(parts: Sequence[Sequence[Fact]]) -> list[Fact]:
    """One fact a part. Where parts are published at several stages, the one stage that all of them share; none where there is no such."""
    if all(len(answers) == 1 for answers in parts):
        return [answers[0] for answers in parts]
    shared = set.intersection(*({fact.stage for fact in answers} for answers in parts))
    alike = [[fact for fact in answers if fact.stage in shared] for answers in parts]
    return [answers[0] for answers in alike] if all(len(answers) == 1 for answers in alike) else []


def sum_of_answers(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> tuple[Figure, ...] | None:
    """«¿cuánto suman el Ramo 28 y el Ramo 33?»: the parts of a concept that maintainers declared may be added; so may one thing
    measured of several owners at one moment, none of them part of another: the sum, and what each has."""
    typed = fold(reading.asked)
    if not (TOGETHER.search(typed) or ADDED_TO.search(typed)):
        return None
    asked = tuple(dict.fromkeys(fact.series.concept.id for fact in answers))
    if len(asked) > 1:
        answers = of_a_shared_stage([[fact for fact in answers if fact.series.concept.id == one] for one in asked]) or answers
    whole = next((concept for concept in shelves.concepts.values() if concept.parts and set(concept.parts) == set(asked)), None)
    if whole and len(answers) == len(asked):
        figure = total(answers, first_upper(whole.name), Role.ANSWER)
        return (figure, *figures_of(answers, Role.INPUT)) if figure else None
    return sum_of_owners(answers) or sum_of_listed_parts(answers, shelves) or sum_of_some_parts(answers, shelves)


def sum_of_some_parts(answers: Sequence[Fact], shelves: Shelves) -> tuple[Figure, ...] | None:
    """«participaciones más aportaciones de Jerez»: some parts of one declared whole of one owner, none twice."""
    asked = [fact.series.concept.id for fact in answers]
    owners = {fact.series.subject.id for fact in answers}
    alike = any(set(asked) <= set(concept.parts) for concept in shelves.concepts.values() if concept.parts)
    if not alike or len(owners) != 1 or len(set(asked)) != len(asked) or len(asked) < 2:
        return None
    return added_up(answers)


def sum_of_listed_parts(answers: Sequence[Fact], shelves: Shelves) -> tuple[Figure, ...] | None:
    """«¿cuánto debía al SAT y al IMSS juntos?»: some parts of one printed total. All of them are that total, which is printed."""
    wholes = {fact.part_of for fact in answers}
    if len(wholes) != 1 or "" in wholes or len({fact.series.id for fact in answers}) != len(answers) or len(answers) < 2:
        return None
    parts = {fact.id for fact in shelves.descriptors.by_whole.get(answers[0].part_of, ())}
    return None if parts <= {fact.id for fact in answers} else added_up(answers)


def added_up(answers: Sequence[Fact], label: str = "") -> tuple[Figure, ...] | None:
    """The sum, named after all its parts where it has no name of its own, and what each of them is."""
    each = figures_of(answers)
    figure = total(answers, label or f"Suma: {'; '.join(one.label for one in each)}", Role.ANSWER)
    return (figure, *each) if figure else None


def sum_of_owners(answers: Sequence[Fact]) -> tuple[Figure, ...] | None:
    """None where a figure may hold another: the state holds its bodies, a power its secretariats; amounts of credits never add."""
    owners = {fact.series.subject.id: fact.series.subject for fact in answers}
    kinds = {subject.kind for subject in owners.values()}
    moments = {(fact.series.concept.id, fact.stage, fact.unit, fact.period.label if fact.period else "") for fact in answers}
    ids = {fact.id for fact in answers}
    alike = len(moments) == 1 and len(owners) == len(answers) > 1 and not any(fact.part_of in ids for fact in answers)
    if not alike or not kinds <= ADDED or len(kinds) > 1 or answers[0].series.concept.flow not in ("flujo", "saldo"):
        return None
    names = [subject.name for subject in owners.values()]
    label = f"{first_upper(answers[0].series.concept.name)}: {', '.join(names[:-1])} y {names[-1]}, suma"
    return added_up(answers, label)


# Kinds of owners of which none holds another of its kind.
ADDED = frozenset({"municipio", "prestamo", "poder", "institucion"})
TOGETHER = re.compile(
    r"\b(suma|sumaron|sumaban|suman|sumados|sumadas|sumar|sumando|juntos|juntas|juntan|juntando|juntaron|juntar|en total"
    r"|entre los dos|entre ambos)\b"
)
# «el Ramo 28 más el Ramo 33», not «el que más recibió»
ADDED_TO = re.compile(
    r"\b(?:ramo \d+|[a-z]+iones|fais|fism|fortamun|propios)(?: mas| ?\+) ?(?:(?:el|la|los|las) )?"
    r"(?:ramo|[a-z]+iones|fais|fism|fortamun|ingresos)\b"
)


def whole_of(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«¿cuánto sumaron los dos créditos?»: the printed total of the same thing, or of all the parts named, in their place. «Aguinaldo
    2021, en total» names the part, and «¿cuánto esperaban juntar de tenencia?» asks for one thing among several."""
    wholes = {fact.part_of for fact in answers}
    printed = shelves.ledger.fact(next(iter(wholes))) if len(wholes) == 1 and "" not in wholes else None
    typed = fold(reading.asked)
    one_by_name = any(bears_its_year(fact.series, typed_text(reading)) for fact in answers)
    if printed is None or one_by_name or not TOGETHER.search(typed) or printed.stage not in (answers[0].stage, None):
        return list(answers)
    # «lo de los municipios en total» is no total of the state
    of_state = printed.series.subject.clave == STATE and len(answers) == 1 and answers[0].series.subject != printed.series.subject
    same = not of_state and all(fact.series.concept.id == printed.series.concept.id for fact in answers)
    parts = {fact.id for fact in shelves.descriptors.by_whole.get(printed.id, ())}
    all_of_them = len(answers) > 1 and parts <= {fact.id for fact in answers}
    return [printed] if same or all_of_them else list(answers)


def whole_unless_named(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«¿cuánto se pagó por sentencias hasta 2023?»: all of it, and not one of its parts, unless what tells that part from the others was
    typed."""
    if reading.carried or points_back(reading):
        # «¿cuánto de eso se pagó?», after «el aguinaldo 2021»
        return list(answers)
    typed = set(words(reading.asked))
    found: list[Fact] = []
    for fact in answers:
        whole = shelves.ledger.fact(fact.part_of) if fact.part_of else None
        alike = whole is not None and (whole.series.subject, whole.series.concept, whole.stage) == (
            fact.series.subject,
            fact.series.concept,
            fact.stage,
        )
        own = set(words(fact.series.counterpart)) - set(words(fact.series.concept.name))
        same = whole is not None and whole.period is not None and fact.period is not None and whole.period.label == fact.period.label
        found.append(whole if whole is not None and alike and same and own and not own & typed else fact)
    return list(dict.fromkeys(found))
