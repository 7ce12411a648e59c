"""«¿en qué porcentaje creció?», «descontando la inflación, ¿es mayor?»: the change between the two ends asked, worked out from what was
published of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from bot.answering.asked.periods import target_year
from bot.answering.asked.share_words import asks_share
from bot.answering.asked.slots import CHANGE
from bot.answering.derived.arithmetic import difference, in_pesos_of
from bot.answering.derived.conversions import AT_CONSTANT_PRICES
from bot.answering.figures.amounts import amount
from bot.answering.figures.labels import facts_behind, with_role
from bot.answering.search.index import forms_of
from bot.answering.search.shelves import Shelves
from bot.answering.statements.evidence import reasons
from bot.answering.statements.faq import FAQ_CLEAR
from bot.domain.answer import Confidence, Explained, Figure, Found, Note, Role
from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold, words

PERCENT = r"(?:porcentaje|por ?ciento|%)"
GREW = re.compile(rf"{PERCENT}\W+(?:\w+\W+){{0,4}}?{CHANGE}|{CHANGE}\W+(?:\w+\W+){{0,4}}?{PERCENT}")
# «pensionados-proyectados» go on where «pensionados» end.
IN_REAL_TERMS = "pesos_de_hoy"
PROJECTED = re.compile(r"-proyectad[oa]s$")


def asks_growth(reading: Interpretation) -> bool:
    """A change in per cent, and no share of a whole: «¿qué porcentaje del presupuesto se fue en…?» has none of the verbs."""
    return asks_share(reading) and bool(GREW.search(fold(reading.asked)))


def growth(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    """None where the two ends are not asked, or rival figures of them leave open which change was meant."""
    period = reading.period
    in_real_terms = reading.per == IN_REAL_TERMS
    if not (asks_growth(reading) or in_real_terms) or period is None or period.kind not in ("years", "range") or len(period.years) < 2:
        return None
    years = sorted(period.years) if in_real_terms else period.years
    ends = [published(reading, AskedPeriod.of_year(year), shelves, today) for year in (years[0], years[-1])]
    pair = comparable(ends[0], ends[1], shelves)
    if pair is None:
        return None
    if in_real_terms:
        return real_growth(reading, pair, target_year(reading) or years[-1], shelves)
    changed = difference(*pair, Role.ANSWER)
    if not changed:
        return None
    facts = facts_behind(pair, shelves.ledger)
    told = reasons(facts, shelves) if any(fact.conflict for fact in facts) else ()
    return Found(reading, (changed[-1], *pair, *with_role(changed[:-1], Role.CONTEXT)), told)


def real_growth(reading: Interpretation, pair: tuple[Figure, Figure], year: int, shelves: Shelves) -> Found | None:
    """Both ends in the pesos of one year, and the change between them. None where a price index is missing, or where what is measured is
    already told at the prices of one year."""
    if any(AT_CONSTANT_PRICES.search(fold(figure.label)) for figure in pair):
        return None
    told = [in_pesos_of(figure, year, shelves.ledger) for figure in pair]
    if not all(told):
        return None
    ends = [figures[0] if figure.period and figure.period.end.year != year else figure for figures, figure in zip(told, pair, strict=True)]
    changed = difference(ends[0], ends[1], Role.CONTEXT)
    inputs = tuple(dict.fromkeys(figure for figures in told for figure in figures[1:] if figure not in ends))
    notes = tuple(Note("real_terms_formula", (("formula", figure.formula or ""),)) for figure in ends if figure.derived)
    return Found(reading, (*ends, *with_role(changed[-1:], Role.ANSWER), *changed[:-1], *inputs), notes=notes[:1])


def written_of_growth(reading: Interpretation, shelves: Shelves) -> Explained | None:
    """What staff wrote of that growth, of the same topic, and of the government named, where one is: the debt of Tello's years is not that
    of Alonso's."""
    match = shelves.faq.best_about(reading) if asks_growth(reading) else None
    if match is None or match.score < FAQ_CLEAR or match.entry.topic != reading.topic:
        return None
    said = forms_of(words(" ".join((match.entry.question, *match.entry.also, match.entry.answer))))
    governments = (words(mention.said) for mention in reading.of_kind("gobierno"))
    return Explained(reading, shelves.faq.open(match.entry)) if all(set(name) <= said for name in governments) else None


def published(reading: Interpretation, of_year: AskedPeriod, shelves: Shelves, today: date) -> list[Figure]:
    found = amount(replace(reading, act=Act.AMOUNT, period=of_year, per=None), shelves, today)
    return [figure for figure in found.figures if figure.role is Role.ANSWER and not figure.derived] if isinstance(found, Found) else []


def comparable(first: Sequence[Figure], last: Sequence[Figure], shelves: Shelves) -> tuple[Figure, Figure] | None:
    """One figure of each end, of one thing and stage. Of rivals, those that one document tells together, else those of like spans of time,
    of the first stage told, and better founded; None where that leaves several."""
    pairs = [(one, other) for one, other in product(first, last) if alike(one, other, shelves)]
    narrower: tuple[Callable[[Figure, Figure], bool], ...] = (
        lambda one, other: bool(documents(one) & documents(other)),
        lambda one, other: days(one) == days(other),
        lambda one, other: one.stage is first[0].stage,
        lambda one, other: Confidence.LOW not in (one.confidence, other.confidence),
    )
    for fits in narrower:
        pairs = [pair for pair in pairs if fits(*pair)] or pairs
    return pairs[0] if len(pairs) == 1 else None


def days(figure: Figure) -> int:
    """Leap years apart."""
    return min((figure.period.end - figure.period.start).days, 364) if figure.period else 0


def alike(one: Figure, other: Figure, shelves: Shelves) -> bool:
    kinds = {(fact.series.subject.id, PROJECTED.sub("", fact.series.concept.id)) for fact in facts_behind((one, other), shelves.ledger)}
    return len(kinds) == 1 and one.unit is other.unit and one.stage is other.stage


def documents(figure: Figure) -> set[str]:
    return {source.document.id for source in figure.sources}
