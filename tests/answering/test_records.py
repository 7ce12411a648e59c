"""Which published statements speak to a question."""

from __future__ import annotations

import pytest

from bot.answering.statements.records import RecordMatch, merged, period_fit, topic_fit
from bot.domain.answer import Confidence
from bot.domain.reading import Act, Topic
from tests.answering.invented import record, source
from tests.answering.valley import RECORDS, valley


def found(text: str, act: Act, topic: Topic = Topic.DEBT) -> list[RecordMatch]:
    return valley().shelves.records.find(valley().read(text, act, topic))


def test_who_lent_is_told_by_the_loan_itself() -> None:
    best = found("¿quién prestó el crédito Sol?", Act.WHO)[0]
    assert best.record.party == "Banco del Alba"
    assert best.unmatched == ()


def test_what_maintainers_call_an_event_finds_it() -> None:
    assert "cerró" in found("¿cuándo fue la clausura del Puente Azul?", Act.WHEN, Topic.BUDGET)[0].record.text


def test_a_statement_silent_on_the_name_asked_falls_behind_and_says_which_name() -> None:
    best = found("¿cuándo autorizó el Congreso el crédito del Instituto del Trigo?", Act.WHEN)[0]
    assert best.unmatched == ("instituto del trigo",)


def test_the_asked_year_decides_between_two_events_of_one_thing() -> None:
    assert found("¿qué le pasó al Puente Azul en 2021?", Act.WHEN, Topic.BUDGET)[0].record.date == "2021-08-01"
    assert found("¿qué le pasó al Puente Azul en 2023?", Act.WHEN, Topic.BUDGET)[0].record.date == "2023-02"


def test_reports_of_towns_are_no_statements_of_this_shelf() -> None:
    assert all(match.record.kind != "reporte" for match in found("¿quién reportó sus cuentas de 2023?", Act.WHO, Topic.TRANSFERS))


def test_a_statement_keeps_its_date_and_documents() -> None:
    (told,) = merged(RECORDS[:1])
    assert (told.text, told.date, told.sources) == (RECORDS[0].text, "2014-05-10", RECORDS[0].sources)


def test_one_sentence_told_by_two_documents_stands_once_with_both() -> None:
    twice = (record("Se firmó."), record("Se firmó.", sources=(source("gaceta"),)), record("Se firmó.", date="2015"))
    told = merged(twice)
    assert [(one.text, one.date) for one in told] == [("Se firmó.", "2014-05-10"), ("Se firmó.", "2015")]
    assert [one.document.id for one in told[0].sources] == ["cronica", "gaceta"]


def test_a_claim_stays_a_claim() -> None:
    assert merged([record("Lo dijo un diputado.", confidence=Confidence.LOW)])[0].confidence is Confidence.LOW


@pytest.mark.parametrize(("own", "asked"), [("deuda", Topic.DEBT), ("presupuesto", Topic.DEBT), ("deporte", Topic.DEBT)])
def test_the_topic_read_counts_and_its_neighbours_do_not_hurt(own: str, asked: Topic) -> None:
    fit = {"deuda": 0.1, "presupuesto": 0.0, "deporte": -0.2}
    assert topic_fit(own, asked) == fit[own]
    assert topic_fit(own, None) == 0.0


def test_an_undated_statement_is_worse_than_a_timely_one_and_better_than_one_of_another_year() -> None:
    reading = valley().read("¿qué pasó en 2014?")
    assert period_fit("2014-05", reading) > period_fit("", reading) > period_fit("2013", reading)
    assert period_fit("2013", valley().read("¿qué pasó?")) == 0.0
