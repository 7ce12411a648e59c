"""What every other room may count on, the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
from decimal import Decimal

from bot.domain.answer import Confidence, Unit
from bot.domain.ledger import Ledger
from bot.domain.stage import Stage
from bot.ledger import open_ledger


def test_a_figure_comes_with_its_amount_to_the_centavo_its_period_stage_and_document(built: str) -> None:
    fact = open_ledger(built).fact("saldo-2013-diario")
    assert fact is not None
    assert (fact.amount, fact.unit, str(fact.period), fact.stage) == (Decimal("5558000000.05"), Unit.MXN, "2013-12-31", Stage.BALANCE)
    assert fact.source.document.title == "Deuda al cierre de 2013"
    assert fact.source.locator == "nuestra tabla data/debt/balances.csv, línea 3"
    assert (fact.confidence, fact.note, fact.conflict) == (Confidence.LOW, "Con proveedores", "deuda-2013")


def test_what_is_not_money_keeps_its_unit_and_its_digits(built: str) -> None:
    ledger = open_ledger(built)
    spread, people = ledger.fact("prestamo-banco-rojo-2013-sobretasa-hacienda-2024"), ledger.population("mun-32020", 2024)
    assert spread is not None
    assert people is not None
    assert (spread.amount, spread.unit) == (Decimal("1.62"), Unit.PERCENTAGE_POINTS)
    assert (str(people.amount), people.unit) == ("59910", Unit.PEOPLE)


def test_the_facts_of_a_series_run_by_period_then_stage_then_confidence(built: str) -> None:
    ledger = open_ledger(built)
    balances = ledger.facts(["deuda/estado-zacatecas/saldo-total"])
    assert [fact.id for fact in balances] == ["saldo-2013-repetido", "saldo-2013-hacienda", "saldo-2013-diario"]
    interest = ledger.facts(["deuda/estado-zacatecas/intereses-pagados"])
    assert [fact.id for fact in interest] == ["intereses-2016-2021", "intereses-sin-fecha"], "undated ones come last"


def test_the_facts_of_several_series_come_in_one_order_each_once(built: str) -> None:
    ledger = open_ledger(built)
    ids = [series.id for series in ledger.series()]
    facts = ledger.facts([*ids, *ids])
    assert len(facts) == len({fact.id for fact in facts})
    dated = [(fact.period.start, fact.period.end) for fact in facts if fact.period]
    assert dated == sorted(dated)
    assert all(fact.period is None for fact in facts[len(dated) :])


def test_a_figure_covers_the_span_it_was_published_for(built: str) -> None:
    fact = open_ledger(built).fact("intereses-2016-2021")
    assert fact is not None
    assert str(fact.period) == "2016-09-12/2021-06-30"


def test_a_figure_without_a_date_has_no_period(built: str) -> None:
    fact = open_ledger(built).fact("intereses-sin-fecha")
    assert fact is not None
    assert fact.period is None


def test_a_breakdown_is_its_parts_and_its_printed_total(built: str) -> None:
    group = open_ledger(built).group("presupuesto-2024")
    total = [fact.amount for fact in group if fact.total]
    parts = [fact.amount for fact in group if not fact.total]
    assert total == [sum(parts)] == [Decimal("100.10")]


def test_each_municipality_has_its_own_series_with_its_names(built: str) -> None:
    ledger = open_ledger(built)
    series = {one.id: one for one in ledger.series()}["transferencias/mun-32001/fais"]
    assert (series.subject.clave, series.place, series.topic) == ("apozol", "32001", "transferencias")
    assert "FAIS" in series.words
    assert {fact.stage for fact in ledger.facts([series.id])} == {Stage.RECEIVED, Stage.PAID}


def test_a_zero_that_means_not_registered_is_no_figure(built: str) -> None:
    ledger = open_ledger(built)
    stages = [fact.stage for fact in ledger.facts(["transferencias/mun-32001/fortamun"])]
    assert stages == [Stage.RECEIVED]


def test_a_blank_amount_is_no_figure(built: str) -> None:
    assert open_ledger(built).fact("saldo-2014") is None


def test_the_conditions_of_a_loan_read_as_a_sentence(built: str) -> None:
    loan = {record.id: record for record in open_ledger(built).records()}["credito-banco-rojo-2013-hacienda-2024"]
    assert loan.kind == "credito"
    assert loan.party == "Banco Rojo"
    assert "Plazo: 240 meses. Tasa: TIIE 28 más 1.62 puntos porcentuales." in loan.text
    assert loan.text.startswith("Banco Rojo: 3,000 millones de pesos. Para: refinanciar.")


def test_the_amount_of_a_loan_stands_at_the_stage_its_status_says(built: str) -> None:
    fact = open_ledger(built).fact("prestamo-banco-rojo-2013-monto-hacienda-2024")
    assert fact is not None
    assert (fact.stage, fact.stage_note) == (Stage.CONTRACTED, "vigente")


def test_statements_run_by_date_and_carry_documents(built: str) -> None:
    records = open_ledger(built).records()
    dates = [record.date for record in records]
    assert dates == ["2013-10-19", "2013-10-19", "2013-11", "", ""]
    assert all(record.sources for record in records)


def test_an_event_prints_the_amount_its_words_leave_out(built: str) -> None:
    texts = {record.id: record.text for record in open_ledger(built).records()}
    assert texts["evento-decreto"] == "Se publica el decreto. Monto: 4,897 millones de pesos."
    assert texts["evento-firma"] == "El estado firma con Banco Rojo por 3 mil millones"


def test_a_disagreement_is_a_statement_with_every_document_that_takes_part(built: str) -> None:
    ledger = open_ledger(built)
    conflict = {record.id: record for record in ledger.records()}["deuda-2013"]
    assert conflict.kind == "conflicto"
    assert [source.document.id for source in conflict.sources] == ["diario-2014", "hacienda-2024"]
    rivals = [fact.id for fact in ledger.facts(["deuda/estado-zacatecas/saldo-total"]) if fact.conflict == conflict.id]
    assert rivals == ["saldo-2013-hacienda", "saldo-2013-diario"]


def test_a_commitment_has_its_milestones_and_what_each_side_says(built: str) -> None:
    (card,) = open_ledger(built).commitments()
    assert (card.id, card.plan, card.status_code, card.responsible) == ("ZAC-9-01", 9, "en_proceso", "Secretaría Inventada")
    assert [(milestone.text, milestone.status) for milestone in card.milestones] == [
        ("Abrir un micrositio", "en proceso"),
        ("Publicar los contratos", "cumplido"),
    ]
    assert [voice.who for voice in card.voices] == ["gobierno", "dinero"]
    assert card.voices[1].sources[0].document.publisher == "Hacienda Inventada"


def test_prices_and_people_are_found_by_year(built: str) -> None:
    ledger = open_ledger(built)
    prices, partial = ledger.prices(2013), ledger.prices(2026)
    assert prices is not None
    assert partial is not None
    assert prices.amount == Decimal("82.1234")
    assert str(partial.period) == "2026-01/2026-06", "the index of an unfinished year says which months it covers"
    assert ledger.prices(1999) is None
    assert ledger.population("mun-32020", 1999) is None


def test_documents_are_found_by_id(built: str) -> None:
    ledger = open_ledger(built)
    document = ledger.document("hacienda-2024")
    assert document is not None
    assert document.url == "https://example.org/hacienda"
    assert ledger.document("nadie") is None


def test_catalogues_come_in_a_stable_order(built: str) -> None:
    ledger: Ledger = open_ledger(built)
    for ids in ([one.id for one in ledger.subjects()], [one.id for one in ledger.concepts()], [one.id for one in ledger.series()]):
        assert ids == sorted(ids)


def test_many_threads_read_one_ledger(built: str) -> None:
    ledger = open_ledger(built)
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(ledger.facts([one.id for one in ledger.series()])))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1
