"""The real assistant under any text: it answers something, keeps the room's promises, and never raises."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.answer import Answer, Explained, Figure, Found, Missing, Role, Unclear

if TYPE_CHECKING:
    from bot.app import Assistant

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)
ASKED = (
    "¿cuánto {} en {}? cuánto fue de {}",
    "compara {} con {}, en qué se fue {}",
    "cómo ha ido {}",
    "cuál municipio recibió más {}",
    "de dónde sale {}",
    "quién {}",
    "qué porcentaje de {} es {}",
    "{} por habitante",
    "{} a pesos de 2025",
    "y en {}",
)
OLD = (
    "en qué se fue la deuda de 2016",
    "cómo se repartió el presupuesto 2014",
    "destinos del crédito Banorte",
    "ingresos propios 2018 por origen",
)
calm = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def shown(answer: Answer) -> tuple[Figure, ...]:
    return answer.figures if isinstance(answer, Found) else answer.nearest if isinstance(answer, Missing) else ()


def kept(answer: Answer) -> None:
    """What the citizen was promised of any answer."""
    for figure in shown(answer):
        assert figure.sources
        assert figure.label.strip()
        assert isinstance(figure.amount, Decimal)
        assert not figure.derived or figure.formula
    if isinstance(answer, Missing):
        assert answer.subject.strip()
        assert {figure.role for figure in answer.nearest} <= {Role.NEAREST}
    if isinstance(answer, Found):
        assert answer.figures or answer.statements or answer.commitment
        assert Role.NEAREST not in {figure.role for figure in answer.figures}
    if isinstance(answer, Explained):
        assert answer.faq.answer
    if isinstance(answer, Unclear):
        assert len(answer.options) <= 4


@pytest.fixture(scope="module")
def names(assistant: Assistant) -> tuple[str, ...]:
    """Everything the vocabulary can hear, with years and typing slips beside."""
    said = [alias for term in assistant.knowledge.terms for alias in term.aliases]
    return (
        *said,
        *map(str, range(1990, 2030)),
        "dos mil trece",
        "8 mil millones",
        "6,573 millones",
        "el año pasado",
        "ñ",
        "¿?",
        "40%",
        "2013-12",
    )


@settings(calm, max_examples=100)
@given(text=st.text(max_size=300))
def test_no_text_at_all_makes_the_assistant_raise(assistant: Assistant, text: str) -> None:
    turn = assistant.ask(text, TODAY)
    assert turn.answers
    for answer in turn.answers:
        kept(answer)


@settings(calm, max_examples=160)
@given(choice=st.data())
def test_no_mix_of_known_words_makes_the_assistant_raise(assistant: Assistant, names: tuple[str, ...], choice: st.DataObject) -> None:
    """Half of them as the next turn of a conversation."""
    words = st.sampled_from(names)
    frame = choice.draw(st.sampled_from(ASKED))
    text = frame.format(*(choice.draw(words) for _ in range(frame.count("{}"))))
    first = assistant.ask(text, TODAY)
    then = assistant.ask(f"y {choice.draw(words)}", TODAY, first.interpretation) if choice.draw(st.booleans()) else first
    for answer in (*first.answers, *then.answers):
        kept(answer)


ODD = {
    "nothing": "",
    "blank": " ",
    "null": "\x00",
    "coins": "💸" * 400,
    "question marks": "?" * 4096,
    "one letter": "a" * 4096,
    "one number": "9" * 400,
    "exponent": "1e999",
    "ligatures": "ﷺ" * 50,
    "superscript": "²⁰¹³",
    "other digits": "٢٠١٣",
    "year zero": "año 0",
    "no such day": "2013-99-99",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_messages_get_an_answer_without_a_figure(assistant: Assistant, text: str) -> None:
    for answer in assistant.ask(text, TODAY).answers:
        kept(answer)
        assert not [figure for figure in shown(answer) if figure.role is Role.ANSWER]


@pytest.mark.parametrize("text", ["Cuántas mesas de trabajo hubo y en qué municipios", "los eventos q hubo del follow the money, todos"])
def test_a_list_near_which_only_money_of_no_commitment_is_told_gets_an_answer(assistant: Assistant, text: str) -> None:
    for answer in assistant.ask(text, TODAY).answers:
        kept(answer)


def breakdowns(assistant: Assistant) -> Iterator[tuple[Figure, list[Figure]]]:
    about = sorted({(one.concept.name, one.subject.name) for one in assistant.ledger.series() if one.group})
    questions = [*OLD, *(f"¿en qué se dividió {concept} de {subject}?" for concept, subject in about[:60])]
    questions += [f"¿cómo se repartió el presupuesto del estado en {year}?" for year in range(2014, 2026)]
    for text in questions:
        for answer in assistant.ask(text, TODAY).answers:
            for total in (figure for figure in shown(answer) if figure.role is Role.CONTEXT and not figure.derived):
                yield (
                    total,
                    [
                        f
                        for f in shown(answer)
                        if f.role is Role.ANSWER and (f.stage, f.unit, f.period) == (total.stage, total.unit, total.period)
                    ],
                )


def test_the_parts_of_a_real_breakdown_never_exceed_the_total_printed_beside_them(assistant: Assistant) -> None:
    """Unless ``data/groups.csv`` declares the difference, as of the 2014 draft, whose municipalities stand also inside the executive."""
    with (ROOT / "data" / "groups.csv").open(encoding="utf-8", newline="") as file:
        declared = {row["group_id"] for row in csv.DictReader(file) if row["difference"] != "0"}
    found = [(total, parts) for total, parts in breakdowns(assistant) if parts]
    assert len(found) > 3
    for total, parts in found:
        facts = [fact for id in total.fact_ids if (fact := assistant.ledger.fact(id))]
        assert sum(part.amount for part in parts) <= total.amount or any(fact.group in declared for fact in facts), total.label


def test_no_figure_of_the_real_ledger_is_made_up(assistant: Assistant) -> None:
    """Asked year by year, a balance is the one that its document prints, zero only where a document prints zero."""
    for year in range(2005, 2027):
        for figure in balances(assistant, year):
            facts = [assistant.ledger.fact(id) for id in figure.fact_ids]
            assert figure.derived or facts
            assert all(fact and fact.amount == figure.amount for fact in facts)


@pytest.mark.parametrize("year", range(2005, 2027))
def test_the_debt_of_a_year_is_dated_in_that_year(assistant: Assistant, year: int) -> None:
    for figure in balances(assistant, year):
        assert figure.role is not Role.ANSWER or (figure.period and year in figure.period.years)


def balances(assistant: Assistant, year: int) -> Iterator[Figure]:
    for answer in assistant.ask(f"¿cuánto debía el estado de Zacatecas en {year}?", TODAY).answers:
        yield from shown(answer)
