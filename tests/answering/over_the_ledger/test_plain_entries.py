"""Plain questions whose answer is what staff wrote, alone and first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Explained, Found
from bot.rendering import compose, text
from tests.answering.asking import TODAY

if TYPE_CHECKING:
    from bot.app import Assistant


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("en que se gasta el dinero del deporte", "cuanto-se-gasta-en-deporte"),
        ("en qué se usa lo que le dan al deporte", "cuanto-se-gasta-en-deporte"),
        ("cuántos días tienen para contestarme", "en-cuanto-tiempo-contestan"),
        ("cuántos días tiene la dependencia para responderme", "en-cuanto-tiempo-contestan"),
        ("qué plazo hay para que me contesten", "en-cuanto-tiempo-contestan"),
        ("quien le presto al estado", "que-bancos-le-han-prestado-al-estado"),
        ("quién fue el que le prestó a Zacatecas", "que-bancos-le-han-prestado-al-estado"),
        ("a quien le debemos mas", "a-quien-le-debe-el-estado"),
        ("¿Qué prometieron en gobierno abierto?", "que-se-prometio-en-gobierno-abierto"),
        ("que cosas prometieron con lo de gobierno abierto", "que-se-prometio-en-gobierno-abierto"),
        ("becas para deportistas cuánto dan", "de-cuanto-es-la-beca-deportiva"),
        ("becas del incufidez de cuánto son", "de-cuanto-es-la-beca-deportiva"),
        ("en qué se gastaron el préstamo de 2015", "que-paso-con-los-8900-millones"),
        ("¿para qué pidieron prestado en 2011?", "que-fue-el-rescate-financiero-2011"),
        ("¿Cuánto dinero tiene el estado este año?", "cuanto-dinero-tiene-el-estado"),
        ("en qué se gasta más el gobierno", "en-que-se-gasta-mas-el-estado"),
        ("¿todavía le dan dinero a Mineros?", "que-paso-con-el-apoyo-a-mineros"),
        ("quién decide el presupuesto del estado", "quien-aprueba-el-presupuesto"),
        ("quién sustituyó al inai", "quien-sustituyo-al-inai"),
        ("cuánto dinero tiene el INCUFIDEZ", "cuanto-presupuesto-tiene-el-incufidez"),
        ("le siguen dando a los mineros", "que-paso-con-el-apoyo-a-mineros"),
    ],
)
def test_the_entry_is_the_answer(assistant: Assistant, question: str, entry: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Explained)
    assert answer.faq.id == entry


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("compromisos de deporte", ["Transparencia en el Recurso del Deporte"]),
        ("qué compromisos hay de pensiones", ["Fideicomiso de Pensiones"]),
        ("compromisos sobre deporte y pensiones", ["Fideicomiso de Pensiones", "Transparencia en el Recurso del Deporte"]),
    ],
)
def test_a_list_of_commitments_is_of_its_subject(assistant: Assistant, question: str, titles: list[str]) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert [statement.text.split(" (plan")[0] for statement in answer.statements] == titles


def test_of_no_subject_all_commitments_are_listed(assistant: Assistant) -> None:
    (answer,) = assistant.ask("cuáles son los compromisos de gobierno abierto", TODAY).answers
    assert isinstance(answer, Found)
    assert len(answer.statements) == 8


@pytest.mark.parametrize("question", ["a cuáles municipios auditaron", "qué municipios fueron auditados"])
def test_the_towns_audited_are_named_in_one_sentence(assistant: Assistant, question: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    first, *largest = [statement.text for statement in answer.statements]
    assert "de 18 municipios: Apulco, Calera" in first
    assert [town for town in ("Pinos", "Ojocaliente", "Tlaltenango", "Murguía") if town not in " ".join(largest)] == []
    assert len(largest) == 4


@pytest.mark.parametrize(
    "question", ["cuánto dinero tiene el INCUFIDEZ", "¿todavía le dan dinero a Mineros?", "qué debe zacatecas a la conade"]
)
def test_documents_of_the_only_group_are_named_once(assistant: Assistant, question: str) -> None:
    said = text(compose(assistant.ask(question, TODAY).answers[0], assistant.knowledge))
    assert said.count("Documento") == 1


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("cuánto debe el cobaez", "Adeudo del Cobaez con el ISSSTEZAC"),
        ("cuánto debía el issstezac a finanzas", "Adeudo del ISSSTEZAC con el Gobierno del Estado: Secretaría de Finanzas"),
        ("cuánto le daban a mineros en 2017", "Apoyo público anual al equipo Mineros de futbol: Mineros de Zacatecas (Grupo Pachuca)"),
    ],
)
def test_who_owes_is_said_before_to_whom_and_help_is_given_to_somebody(assistant: Assistant, question: str, label: str) -> None:
    (answer,) = assistant.ask(question, TODAY).answers
    assert isinstance(answer, Found)
    assert answer.figures[0].label == label
