"""What there is and what is missing, in words."""

from __future__ import annotations

import pytest

from bot.domain.coverage import Coverage, Gap, Kind, StageYears, TopicCoverage
from bot.domain.ledger import Concept
from bot.domain.reading import Topic
from bot.domain.stage import Stage
from bot.rendering import coverage

WHAT = "saldo de la deuda del estado"


def gap(years: tuple[int, ...], stages: tuple[Stage, ...] = ()) -> Gap:
    return Gap(WHAT, years, stages, 2010, "Secretaría de Finanzas", "cuenta pública", "")


@pytest.mark.parametrize(
    ("found", "said"),
    [((), ""), ((2013,), "2013"), ((2013, 2014), "2013 y 2014"), ((2010, 2012, 2013, 2014, 2016, 2017), "2010, 2012 a 2014, 2016 y 2017")],
)
def test_years_in_a_row_are_told_as_a_span(found: tuple[int, ...], said: str) -> None:
    assert coverage.years(found) == said


@pytest.mark.parametrize(
    ("lacks", "said"),
    [
        (gap((2017,)), "no está el año 2017"),
        (gap((2017, 2019)), "no están los años 2017 y 2019"),
        (gap(tuple(range(2010, 2026))), "de 2010 a 2025 no está ningún año"),
        (gap((), (Stage.PAID,)), "no aparece la etapa pagado"),
        (gap((2012,), (Stage.ACCRUED, Stage.PAID)), "no está el año 2012; no aparecen las etapas devengado y pagado"),
    ],
)
def test_what_is_missing_is_a_sentence(lacks: Gap, said: str) -> None:
    assert coverage.lacking(lacks, 2025) == said


def kind(names: int = 1, places: int = 0, *stages: StageYears) -> Kind:
    whose = tuple(f"institución {n}" for n in range(names))
    return Kind(Concept("saldo", "saldo", "deuda", "saldo", ""), (), whose, places, stages, figures=3, spans=1, undated=2)


def test_many_owners_are_counted_and_few_are_named() -> None:
    assert coverage.whose(kind(3)) == "institución 0, institución 1 e institución 2"
    assert coverage.whose(kind(9)) == "institución 0, institución 1 y 7 más"
    assert coverage.whose(kind(0, 58)) == "58 municipios"


def test_figures_without_a_year_of_their_own_are_not_hidden() -> None:
    shown = coverage.by_stage(kind(1, 0, StageYears(Stage.BALANCE, (2013,)), StageYears(None, (2014,))))
    assert shown == ["saldo: 2013", "sin etapa: 2014", "1 de varios años juntos y 2 sin fecha"]


def test_the_message_names_two_gaps_of_a_topic_and_counts_the_others() -> None:
    topic = TopicCoverage(Topic.DEBT, 158, 0, 60, ((1998, 1), (2025, 5)), (), (gap((2017,)),) * 4, ("¿Cuánto debe el estado?",))
    reply = coverage.reply(Coverage((topic,), (), 2025))
    said = "\n".join(getattr(block, "text", "") for block in reply.lead)
    assert said.count("Falta: ") == 2
    assert "Y faltan otros 2 datos." in said
    assert [button.asks for button in reply.buttons] == ["¿Cuánto debe el estado?"]
