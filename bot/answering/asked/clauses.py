"""«¿cuánto cubrió el terreno, cuánto se perdonó y cuánto quedó debiendo?»: one sentence that asks «cuánto» several times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce

from bot.answering.asked.budget_items import speaks_of_bill_and_law
from bot.answering.asked.income_origins import speaks_of_origins
from bot.answering.asked.slots import typed_here
from bot.answering.joining import side_by_side
from bot.domain.answer import Answer, Found, Role
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.language.folding import fold, words

HOW_MUCH = re.compile(r"\b(?:y |e )?(?:de |a |en |por )?cuant[oa]s?\b")
MOST_CLAUSES = 4
TOLD = frozenset({Act.AMOUNT, Act.COMPARE, Act.BREAKDOWN, Act.STATUS, Act.LIST})


def clauses_of(reading: Interpretation) -> list[Interpretation]:
    """Each «cuánto» of the sentence as a question of its own, with what stands before the first one, and the names and the period of
    the whole; empty where the sentence asks once, or was already told apart."""
    typed = fold(reading.asked)
    if reading.act not in TOLD or reading.more or len(typed) != len(reading.asked) or typed.count("cuant") < 2:
        return []
    starts = [found.start() for found in HOW_MUCH.finditer(typed)]
    if not 2 <= len(starts) <= MOST_CLAUSES:
        return []
    ends = [*starts[1:], len(typed)]
    shared = set(words(typed[: starts[0]]))
    said = [set(words(typed[start:end])) - LITTLE for start, end in zip(starts, ends, strict=True)]
    years = years_of(reading)
    voted = reading.topic is Topic.BUDGET and speaks_of_bill_and_law(reading.asked)
    if speaks_of_origins(typed) or voted or reading.carried or any(own <= years for own in said):
        # «cuánto valía en 2015 y cuánto en 2025» asks for two times of one thing, a bill and its law are of one
        # budget, «¿cuánto, cuánto fue?» asks once
        return []
    return [
        replace(
            reading,
            act=Act.AMOUNT,
            asked=f"{reading.asked[: starts[0]]} {reading.asked[start:end]} {' '.join(meant)}".rstrip(),
            mentions=tuple(mentions_of(reading, start, end, (starts[0], ends[0]))),
            words=tuple(word for word in reading.words if word in shared or word in own or word in meant),
            measure=None,
            stage=None,
            alternatives=(),
        )
        for (start, end), own in zip(zip(starts, ends, strict=True), said, strict=True)
        for meant in [things_of(reading, starts[0], ends[0], own) if start > starts[0] else ()]
    ]


# «¿cuánto costó ampliar el estadio y cuánto remodelarlo?»
OF_IT = re.compile(r"[aei]rl[oa]s?$")


def things_of(reading: Interpretation, start: int, end: int, own: set[str]) -> tuple[str, ...]:
    """Of the first clause, what a clause with only these words means: what it speaks of besides what it measures («estadio») where they say
    «remodelarlo», what it asks of its names («perdió») where they only name another."""
    said = tuple(word for word in words(reading.asked[start:end]) if word in reading.words and word not in LITTLE)
    named = {word for mention in reading.mentions if mention.kind != "concepto" for word in words(mention.said)}
    if own - years_of(reading) <= named:
        return tuple(word for word in said if word not in named)
    measured = {word for mention in reading.of_kind("concepto") for word in words(mention.said)}
    return tuple(word for word in said if word not in measured) if any(map(OF_IT.search, own)) else ()


def years_of(reading: Interpretation) -> set[str]:
    return {str(year) for year in reading.years}


LITTLE = frozenset(words("y e de a en por cuanto cuanta cuantos cuantas fue era es se le les lo la el los las dinero"))


def mentions_of(reading: Interpretation, start: int, end: int, first: tuple[int, int]) -> Iterator[Mention]:
    """The names and concepts typed in the clause or before the first one; names of nobody else stand in another clause alone, and what the
    first one measures is measured of a clause that only names somebody («y cuánto el Parador»). «de eso» is of all named before."""
    typed = [m for m in reading.mentions if typed_here(m, reading)]
    earlier = start if OF_THAT.search(fold(reading.asked[start:end])) else first[0]
    mine = [m for m in typed if m.start < earlier or start <= m.start < end]
    yield from mine
    if not any(mention.kind != "concepto" for mention in mine):
        yield from (m for m in typed if m.kind != "concepto" and m not in mine)
    named = {word for mention in mine if mention.kind != "concepto" for word in words(mention.said)}
    if set(words(reading.asked[start:end])) - LITTLE - years_of(reading) <= named:
        yield from (m for m in typed if m.kind == "concepto" and first[0] <= m.start < first[1] and m not in mine)
    yield from (m for m in reading.mentions if m not in typed and m.kind != "concepto")


OF_THAT = re.compile(r"\bde (?:ell[oa]s?|es[oae]s?(?: \w+)?|ahi|alli|lo que (?:les? )?(?:recib|lleg|toc|dieron|dio)\w*)\b")


def told_apart(whole: Answer, answers: list[Answer]) -> Found | None:
    """The answers to the clauses as one, where each of them is a figure of something else and the answer to the whole sentence lacks
    some."""
    told = [each for each in answers if isinstance(each, Found)]
    if len(told) != len(answers):
        return None
    own = [[figure for figure in each.figures if figure.role is Role.ANSWER] for each in told]
    series = [{(figure.label, figure.stage) for figure in figures} for figures in own]
    if not all(series) or any(one & other for place, one in enumerate(series) for other in series[:place]):
        return None
    held = {figure.amount for figure in whole.figures if figure.role is Role.ANSWER} if isinstance(whole, Found) else set()
    if all(any(figure.amount in held for figure in figures) for figures in own):
        return None
    return replace(reduce(side_by_side, told), reading=whole.reading)
