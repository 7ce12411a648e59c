"""Questions to start from, by topic: about the figures one would look for first, in the last year they were published."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.otherwise.questions import how_it_went, how_much, standing_of, which_municipality
from bot.answering.search.holdings import MUNICIPALITIES, Holdings, is_clear, year_of
from bot.domain.ledger import Fact
from bot.domain.reading import Topic
from bot.domain.vocabulary import ExpectedFigure, Knowledge

MOST = 4
# A line needs a few points to be worth asking for.
POINTS = 4
COMMITMENTS = 2


def starters(topic: Topic, knowledge: Knowledge, holdings: Holdings, last_year: int) -> tuple[str, ...]:
    """Two figures at most, one evolution, the rest what is explained in words."""
    expected = [each for each in knowledge.expected if each.topic == topic]
    held = [(each, mine) for each in expected if (mine := _clear(holdings.meant(each), last_year))]
    numbers = [_latest(each, mine) for each, mine in held][:2]
    lines = [how_it_went(best.series) for each, mine in held if (best := _line(each, mine))][:1]
    promises = [standing_of(term) for term in knowledge.terms if term.kind == "compromiso" and term.topic == topic]
    entries = {entry.clave: entry for entry in knowledge.faq if entry.topic == topic and entry.published and defines(entry.question)}
    told = [entries[each.faq] for each in expected if each.faq in entries]
    words = [entry.question for entry in (*told, *entries.values())]
    return tuple(dict.fromkeys([*numbers, *lines, *promises[:COMMITMENTS], *words]))[:MOST]


def defines(question: str) -> bool:
    """Questions of meaning: the kind that is read the same whatever else it names."""
    return question.startswith(("¿Qué es ", "¿Qué son ", "¿Qué significa ", "¿Cómo pido "))


def _clear(facts: Sequence[Fact], last_year: int) -> list[Fact]:
    return [fact for fact in facts if is_clear(fact) and (year_of(fact) or 0) <= last_year + 1]


def _own(expected: ExpectedFigure, mine: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in mine if fact.series.concept.id == expected.concept and not fact.series.counterpart]


def _latest(expected: ExpectedFigure, mine: Sequence[Fact]) -> str:
    """In the words of the concept itself, where it has figures of its own: its kinds answer for it."""
    year = max(year_of(fact) or 0 for fact in mine)
    series = max(_own(expected, mine) or mine, key=lambda fact: year_of(fact) or 0)
    if expected.subject == MUNICIPALITIES:
        return which_municipality(series.series, year)
    return how_much(series.series, series.unit, year=year)


def _line(expected: ExpectedFigure, mine: Sequence[Fact]) -> Fact | None:
    own = _own(expected, mine)
    years = {year_of(fact) for fact in own}
    return own[0] if len(years) >= POINTS and expected.subject != MUNICIPALITIES else None
