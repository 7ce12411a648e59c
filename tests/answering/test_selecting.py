"""From ranked candidates to the ones a question means."""

from __future__ import annotations

from bot.answering.search.selecting import facts_of, family, meant
from bot.answering.search.side_by_side import naming_only
from bot.domain.reading import Topic
from tests.answering.invented import Desk
from tests.answering.valley import valley


def concepts(text: str, topic: Topic = Topic.BUDGET, desk: Desk | None = None) -> list[str]:
    asked = desk or valley()
    return [candidate.descriptor.concept for candidate in meant(asked.read(text, topic=topic), asked.shelves)]


def test_a_name_without_figures_means_nothing_published() -> None:
    assert concepts("presupuesto del Instituto del Trigo") == []


def test_a_question_of_other_words_means_nothing_published() -> None:
    assert concepts("la receta del pozole verde con rábanos") == []


def test_two_concepts_joined_by_y_are_two_answers() -> None:
    assert sorted(concepts("cuotas y fondo de caminos de Villa Luna", Topic.TRANSFERS)) == ["cuotas", "fondo-caminos"]
    assert sorted(concepts("cuotas, fondo de caminos de Villa Luna", Topic.TRANSFERS)) == ["cuotas", "fondo-caminos"]


def test_two_concepts_that_nothing_joins_are_one_answer() -> None:
    assert len(concepts("cuotas fondo de caminos Villa Luna", Topic.TRANSFERS)) == 1


def test_two_names_are_looked_up_one_by_one() -> None:
    desk = valley()
    found = meant(desk.read("¿cuánto del Instituto del Maíz y del Puente Azul?"), desk.shelves)
    assert [candidate.series[0].subject.clave for candidate in found] == ["instituto del maiz", "puente azul"]


def test_two_names_of_which_one_has_no_figure_are_not_answered_by_the_other() -> None:
    assert concepts("¿cuánto del Instituto del Maíz y del Instituto del Trigo?") == []


def test_a_name_alone_leaves_the_others_and_their_words_behind() -> None:
    reading = valley().read("¿cuánto del Instituto del Maíz y del Puente Azul?")
    first, second = reading.mentions
    alone = naming_only(reading, second, [first, second])
    assert alone.entities == ("puente azul",)
    assert alone.words == ("puente", "azul")


def test_the_family_of_a_balance_is_its_total_long_and_short_term() -> None:
    desk = valley()
    reading = desk.read("saldo de la deuda", topic=Topic.DEBT)
    (best,) = meant(reading, desk.shelves)
    kin = family(best, desk.shelves.finder.rank(reading, 80), desk.shelves)
    assert {candidate.descriptor.concept for candidate in kin} == {"saldo", "saldo-largo", "saldo-corto"}
    assert {fact.series.subject.clave for fact in facts_of(kin, desk.shelves)} == {"zacatecas"}


def test_a_sister_with_the_asked_year_answers_for_one_without_it() -> None:
    assert concepts("saldo de la deuda en 2014", Topic.DEBT) == ["saldo-largo"]
