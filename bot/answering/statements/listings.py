"""«¿Cuáles?»: commitments, reports, or statements and figures of one kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answering.asked.counting import thing_counted
from bot.answering.asked.slots import concepts_asked
from bot.answering.figures.amounts import amount
from bot.answering.figures.choosing import choose, figures_of
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import belongs, facts_of
from bot.answering.search.shelves import Shelves
from bot.answering.statements.commitments import card_with_sides, listed
from bot.answering.statements.evidence import figures_told
from bot.answering.statements.nearest import MOST, best_records
from bot.answering.statements.tellings import telling
from bot.domain.answer import Answer, Explained, Figure, Found, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation

# A figure whose words are all of the question's.
WHOLLY = 0.95


def listing(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """Commitments, reports, or statements of one kind, with the figures they carry."""
    if sides := card_with_sides(reading, shelves):
        return sides
    if thing_counted(reading) and (counted := shelves.reports.count(reading)):
        return counted
    if found := listed(reading, shelves) or shelves.reports.find(reading):
        return found
    told = telling(reading, shelves, today)
    best = next(iter(shelves.finder.rank(reading, 1)), None)
    if (
        best
        and best.named
        and best.covered >= WHOLLY
        and not (reading.concepts or best.descriptor.municipal or isinstance(told, Explained))
    ):
        # «¿qué municipios aportan 14 %?»: the words are those of one figure, whose note names them
        return amount(reading, shelves, today) or told
    money = listed_figures(reading, shelves)
    if not money and reading.of_kind("municipio") and reading.concepts:
        return amount(reading, shelves, today)
    if not money and disagreeing(reading):
        money = figures_of(figures_told([match.record for match in best_records(reading, shelves)[:1]], shelves))
    if money and isinstance(told, Found):
        return replace(told, figures=(*told.figures, *money))
    return Found(reading, money) if money and told is None else told


def listed_figures(reading: Interpretation, shelves: Shelves) -> tuple[Figure, ...]:
    """Every published figure of the kind listed («obras deportivas de 2023»), largest first; none unless a concept is named."""
    facts: list[Fact] = []
    for concept in concepts_asked(reading):
        for candidate in shelves.finder.rank(reading, 80):
            if belongs(candidate, concept, shelves) and not candidate.unmatched and not candidate.descriptor.municipal:
                facts += choose(facts_of([candidate], shelves), query_of(reading, [candidate])).answers
    facts = facts or sisters(reading, shelves)
    parts = [part for fact in facts for part in shelves.descriptors.parts_of(fact)]
    if len(parts) > 1:
        return figures_of(sorted(dict.fromkeys(parts), key=lambda fact: -fact.amount)) + figures_of(facts, Role.CONTEXT)
    return figures_of(sorted(dict.fromkeys(facts), key=lambda fact: -fact.amount)[: MOST[Act.LIST]])


def sisters(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«los adeudos del ISSSTEZAC en 2020»: nobody printed their total then; what it owed to each."""
    wider = {shelves.concepts[id].parent for id in concepts_asked(reading) if id in shelves.concepts} - {""}
    ranked = [each for each in shelves.finder.rank(reading, 80) if not each.unmatched and not each.foreign]
    owner = ranked[0].series[0].subject if ranked and wider else None
    kin = [each for each in ranked if each.series[0].concept.parent in wider and each.series[0].subject == owner]
    return [fact for each in kin for fact in choose(facts_of([each], shelves), query_of(reading, [each])).answers]
