"""Promises of the local action plans."""

from __future__ import annotations

import pytest

from bot.answering.statements.commitments import card_for, listed
from bot.domain.answer import Found
from bot.domain.reading import Act, Mention, Topic
from tests.answering.valley import valley

OPEN = Topic.OPEN_GOVERNMENT


def card(text: str, **slots: object) -> str | None:
    found = card_for(valley().read(text, Act.STATUS, OPEN, **slots), valley().shelves)
    return found.id if found else None


def titles(text: str) -> list[str]:
    found = listed(valley().read(text, Act.LIST, OPEN), valley().shelves)
    return [one.text for one in found.statements] if found else []


def test_a_commitment_is_found_by_its_name() -> None:
    assert card("¿en qué va?", mentions=(Mention("compromiso", "val-1-02", "1.02", 0, 4),)) == "VAL-1-02"


def test_a_commitment_is_found_by_half_the_words_of_its_title() -> None:
    assert card("¿en qué quedó lo de los contratos abiertos?") == "VAL-1-01"
    assert card("¿y lo del transporte escolar?") == "VAL-2-01"


def test_a_word_in_common_is_not_enough() -> None:
    assert card("¿qué pasó con el agua?") is None


def test_a_proposal_is_no_commitment() -> None:
    assert card("¿en qué van los semáforos inteligentes?") is None


def test_outside_open_government_no_title_is_looked_for() -> None:
    assert card_for(valley().read("contratos abiertos de obra", topic=Topic.BUDGET), valley().shelves) is None


@pytest.mark.parametrize(
    ("asked", "plans"),
    [("¿cuáles son los compromisos?", {"1", "2"}), ("compromisos del primer plan", {"1"}), ("compromisos del segundo plan", {"2"})],
)
def test_the_commitments_of_the_plan_asked_are_listed_without_proposals(asked: str, plans: set[str]) -> None:
    found = titles(asked)
    assert {text.split("(plan ")[1][0] for text in found} == plans
    assert all("Semáforos" not in text for text in found)


def test_proposals_are_listed_when_they_are_asked_for() -> None:
    assert titles("¿qué propuestas hubo?") == ["Semáforos inteligentes (plan 2): propuesta."]


def test_the_steps_of_one_commitment_come_with_their_state() -> None:
    found = listed(valley().read("hitos de los contratos abiertos de obra", Act.LIST, OPEN), valley().shelves)
    assert isinstance(found, Found)
    assert found.commitment
    assert [one.text for one in found.statements] == ["Publicar los contratos (cumplido).", "Abrir el registro (en_proceso)."]


def test_who_answers_for_a_commitment_is_told_only_where_a_document_names_somebody() -> None:
    named = valley().ask("¿quién es responsable de los contratos abiertos de obra?", Act.WHO, OPEN)
    unnamed = valley().ask("¿quién es responsable de la calidad del agua potable?", Act.WHO, OPEN)
    assert isinstance(named, Found)
    assert [one.text for one in named.statements] == ["Responsables: Contraloría del Valle."]
    assert not (isinstance(unnamed, Found) and unnamed.commitment)
