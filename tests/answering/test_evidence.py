"""What stands behind words and numbers."""

from __future__ import annotations

from bot.answering.statements.evidence import claims, figures_told, reasons, told_of
from bot.domain.answer import Confidence, Found
from bot.domain.reading import Act, Topic
from tests.answering.invented import InventedLedger, amounts, fact, record, series, source
from tests.answering.valley import BRIDGE, COST, LOAN, accounts, desk_over, valley

REASON = "Una fuente cuenta la comisión y la otra no."
BRIDGE_STORY = record(
    "El Puente Azul costó 15,000,021 pesos y se pagó en dos partes.",
    "destino",
    subject=BRIDGE,
    topic="presupuesto",
    date="2021-08-01",
    sources=(source("gaceta"),),
)


def accounts_with_reason() -> InventedLedger:
    base = accounts()
    reason = record(REASON, "conflicto", "", words="monto del crédito Sol")
    told = (*base.told, BRIDGE_STORY, reason.__class__(**{**reason.__dict__, "id": "dos-montos"}))
    return InventedLedger(base.rows, told, base.cards, base.known, base.people, base.index)


DESK = desk_over(accounts_with_reason())


def test_a_disagreement_is_told_with_every_claim_and_its_reason() -> None:
    answer = DESK.ask("monto del crédito Sol", topic=Topic.DEBT)
    assert isinstance(answer, Found)
    assert sorted(amounts(answer)) == [300_000_010, 310_000_011]
    assert [told.text for told in answer.statements] == [REASON]


def test_rival_claims_come_best_documented_first() -> None:
    shelves = DESK.shelves
    assert [one.confidence for one in claims("dos-montos", shelves)] == [Confidence.HIGH, Confidence.HIGH]
    assert claims("ninguno", shelves) == []
    assert reasons([fact(series(LOAN, COST), 1, "2014")], shelves) == ()


def test_a_statement_that_prints_a_stored_figure_brings_it() -> None:
    assert [one.id for one in figures_told([BRIDGE_STORY], DESK.shelves)] == ["puente-pagado"]
    other = record("El Puente Azul costó 15,000,021 pesos.", sources=(source("otra"),))
    assert figures_told([other], DESK.shelves) == []


def test_a_figure_brings_the_statements_that_print_it() -> None:
    paid = next(one for one in DESK.shelves.descriptors.all_facts() if one.id == "puente-pagado")
    assert [told.text for told in told_of([paid], DESK.shelves, "destino")] == [BRIDGE_STORY.text]


def test_how_it_was_shared_out_is_told_in_words_when_nobody_published_the_parts() -> None:
    answer = DESK.ask("¿en qué se gastó el Puente Azul en 2021?", Act.BREAKDOWN)
    assert isinstance(answer, Found)
    assert BRIDGE_STORY.text in [told.text for told in answer.statements]


def test_a_question_of_how_much_is_not_answered_by_a_statement_without_figures() -> None:
    answer = valley().ask("¿cuánto tardaron las reparaciones del Puente Azul que se cerró?", topic=Topic.BUDGET)
    assert not (isinstance(answer, Found) and answer.statements and not answer.figures)
