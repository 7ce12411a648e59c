"""Which published series a question is nearest to."""

from __future__ import annotations

from decimal import Decimal

from bot.answering.search.candidates import Candidate
from bot.domain.reading import Act, Topic
from bot.domain.stage import Stage
from tests.answering.invented import Desk, InventedLedger, concept, fact, knowledge, series, subject
from tests.answering.valley import TERMS, TOWNS, accounts, desk_over, valley


def ranked(text: str, topic: Topic = Topic.BUDGET, act: Act = Act.AMOUNT, desk: Desk | None = None, **slots: object) -> list[Candidate]:
    asked = desk or valley()
    return asked.shelves.finder.rank(asked.read(text, act, topic, **slots))


def measured(candidate: Candidate) -> tuple[str, str]:
    return candidate.series[0].subject.clave, candidate.descriptor.concept


def test_the_name_and_the_concept_lead_to_the_series() -> None:
    assert measured(ranked("presupuesto del Instituto del Maíz")[0]) == ("instituto del maiz", "presupuesto")
    assert measured(ranked("costo del Puente Azul")[0]) == ("puente azul", "costo")


def test_a_question_that_names_nobody_is_about_the_state() -> None:
    assert measured(ranked("¿cuánta deuda hay?", Topic.DEBT)[0]) == ("zacatecas", "saldo")


def test_a_name_the_series_is_not_about_is_remembered() -> None:
    best = ranked("presupuesto del Instituto del Trigo")
    assert all("instituto del trigo" in candidate.unmatched for candidate in best)


def test_a_witness_named_beside_the_subject_does_not_narrow_it() -> None:
    best = ranked("según la Auditoría del Valle, ¿cuánto costó el Puente Azul?")[0]
    assert measured(best) == ("puente azul", "costo")
    assert best.unmatched == ()


def test_the_counterpart_is_found_by_its_own_word() -> None:
    best = ranked("¿cuánto fue para el hospital?", Topic.DEBT)[0]
    assert best.series[0].counterpart == "hospital"


def test_a_typed_amount_finds_its_series_without_any_word() -> None:
    found = ranked("¿qué son los 12.3 millones?", amounts=(Decimal(12_345_678),))
    assert measured(found[0]) == ("puente azul", "costo")
    assert found[0].concept_hit


def test_only_the_municipality_named_is_meant() -> None:
    best = ranked("cuotas de Tres Pinos", Topic.TRANSFERS)[0]
    assert [one.subject.name for one in best.series] == ["Tres Pinos"]


def test_without_a_municipality_an_amount_is_not_that_of_all_of_them() -> None:
    assert all(not candidate.descriptor.municipal for candidate in ranked("¿cuánto fue de cuotas?", Topic.TRANSFERS))


def test_without_a_municipality_a_ranking_is_over_all_of_them() -> None:
    best = ranked("cuotas por municipio", Topic.TRANSFERS, Act.RANKING)[0]
    assert len(best.series) == len(TOWNS)


def test_of_two_kinds_of_number_cuantos_asks_for_the_count() -> None:
    caja, plant = subject("caja", "Caja"), "jubilados"
    money = fact(series(caja, concept("pago", "pago de jubilados", "pensiones")), 5, "2020")
    heads = accounts().rows
    count = next(row for row in heads if row.id == "pensionados-2020")
    counted = fact(series(caja, concept("padron", f"padrón de {plant}", "pensiones", "otro")), 900, "2020", unit=count.unit)
    desk = Desk(InventedLedger((money, counted)), knowledge(TERMS))
    assert ranked("¿cuántos jubilados hay?", Topic.PENSIONS, desk=desk)[0].descriptor.concept == "padron"
    assert ranked("¿cuánto va a jubilados?", Topic.PENSIONS, desk=desk)[0].descriptor.concept == "pago"


def test_the_stage_asked_leans_to_a_series_that_has_it() -> None:
    asked = {candidate.descriptor.concept: candidate.score for candidate in ranked("el Puente Azul", stage=Stage.PAID)}
    other = {candidate.descriptor.concept: candidate.score for candidate in ranked("el Puente Azul", stage=Stage.MODIFIED)}
    assert asked["costo"] > other["costo"]


def test_the_share_of_the_asked_years_that_a_series_holds_is_told() -> None:
    assert ranked("presupuesto del Instituto del Maíz en 2020 y 2022")[0].timely == 0.5
    assert ranked("presupuesto del Instituto del Maíz en 2022")[0].timely == 0.0
    assert ranked("presupuesto del Instituto del Maíz")[0].timely == 1.0


def test_the_order_does_not_depend_on_the_order_of_the_rows() -> None:
    backwards = desk_over(InventedLedger(tuple(reversed(accounts().rows))))
    for text in ("presupuesto 2020", "deuda a largo plazo", "crédito Sol"):
        mine = [(c.series[0].id, c.score) for c in ranked(text, Topic.DEBT) if not c.descriptor.municipal]
        theirs = [(c.series[0].id, c.score) for c in ranked(text, Topic.DEBT, desk=backwards) if not c.descriptor.municipal]
        assert mine == theirs
