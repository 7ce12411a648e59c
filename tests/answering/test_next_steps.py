"""What a reply offers to ask next, over the real data and the questions of the answer key."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from bot.answering.otherwise.next_steps import MOST, NextSteps
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Answer, Explained, Found, Missing, NotUnderstood, SmallTalk, Suggestion, Unclear
from bot.language.folding import words

if TYPE_CHECKING:
    from bot.app import Assistant

TODAY = date(2026, 11, 22)
GOLD = Path(__file__).parents[1] / "gold"


@pytest.fixture(scope="module")
def answered(assistant: Assistant) -> list[Answer]:
    """What every question of the answer key gets."""
    lines = [line for path in sorted(GOLD.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [answer for line in lines for answer in assistant.ask(json.loads(line)["q"], TODAY).answers]


def offered(answer: Answer) -> Sequence[Suggestion]:
    return answer.options if isinstance(answer, Unclear) else answer.suggestions


def asked(assistant: Assistant, question: str) -> list[str]:
    return [each.text for each in offered(assistant.ask(question, TODAY).answers[0])]


def test_no_reply_without_an_answer_is_a_dead_end(answered: list[Answer]) -> None:
    assert {type(answer) for answer in answered} >= {Found, Missing, NotUnderstood, Explained}
    assert all(len(offered(answer)) <= MOST for answer in answered)
    assert [answer.reading.asked for answer in answered if not isinstance(answer, Found | Explained) and not offered(answer)] == []


@pytest.mark.parametrize(
    ("question", "unrelated"),
    [
        ("cuanto debe el estado", "cobertura"),
        ("cuanto es el presupuesto", "ADEFAS"),
        ("cuanto le dieron a mineros", "INCUFIDEZ"),
        ("que paso con la alberca", "INCUFIDEZ"),
        ("cuanto debe el municipio de zacatecas", "FAIS"),
        ("donde denuncio a un funcionario", "solicitudes de información registradas"),
        ("la deuda ha subido", "intereses"),
        ("ya pagó el Cobaez?", "gasto pagado"),
        ("cuanto gastan en gasolina", "etiquetado"),
    ],
)
def test_nothing_is_offered_only_because_it_is_of_the_same_topic(assistant: Assistant, question: str, unrelated: str) -> None:
    assert not any(unrelated in step for step in asked(assistant, question))


def test_of_a_body_without_a_published_budget_the_whole_is_near(assistant: Assistant) -> None:
    assert "¿De cuánto fue el presupuesto del estado en 2025?" in asked(assistant, "cuanto se le va a salud")


def test_what_is_offered_has_an_answer(assistant: Assistant, answered: list[Answer]) -> None:
    """Options of a closed question are not judged here. Of some four hundred, a handful may be misread."""
    texts = sorted({each.text for answer in answered if not isinstance(answer, Unclear) for each in offered(answer)})
    unanswered = [text for text in texts if not isinstance(assistant.ask(text, TODAY).answers[0], Found | Explained)]
    assert len(texts) > 200
    assert len(unanswered) <= len(texts) / 50, unanswered


def test_nobody_is_offered_the_question_they_just_asked(answered: list[Answer]) -> None:
    assert [a.reading.asked for a in answered if any(words(each.text) == words(a.reading.asked) for each in offered(a))] == []


def test_a_municipality_is_followed_by_all_of_them_and_by_its_neighbour(assistant: Assistant) -> None:
    steps = asked(assistant, "¿Cuánto FAIS recibió Pinos en 2024?")
    assert "¿Qué municipio tuvo más FAIS en 2024?" in steps
    assert any("FAIS del municipio de" in step and "Pinos" not in step for step in steps)


def test_a_figure_of_one_year_is_followed_by_a_later_one_and_by_the_whole_line(assistant: Assistant) -> None:
    steps = asked(assistant, "¿Cuál fue el presupuesto aprobado del estado en 2018?")
    assert "¿De cuánto fue el presupuesto del estado en 2025?" in steps
    assert "¿Cómo ha cambiado el presupuesto del estado?" in steps


def test_one_stage_is_followed_by_another_that_is_published(assistant: Assistant) -> None:
    steps = asked(assistant, "¿Cuánto FAIS pagado hubo en Pinos en 2024?")
    assert any("modificado" in step or "recibido" in step for step in steps)


def test_what_is_missing_comes_with_a_request_ready_to_copy(assistant: Assistant) -> None:
    answer = assistant.ask("¿Cuánto se le pagó de presupuesto devengado a la UAZ en 2011?", TODAY).answers[0]
    assert isinstance(answer, Missing)
    (draft,) = [dict(note.fields) for note in answer.notes if note.id == "request_draft"]
    assert draft["quien"] == "Universidad Autónoma de Zacatecas"
    assert "2011" in draft["asunto"]
    assert any("solicitud de información" in each.text for each in answer.suggestions)


def test_a_commitment_is_followed_by_others_of_its_plan(assistant: Assistant) -> None:
    steps = asked(assistant, "¿En qué va el compromiso de las ventanillas únicas?")
    assert any(step.startswith("¿En qué va") and "ventanillas" not in step for step in steps)


def test_whoever_has_not_asked_yet_is_shown_several_topics(assistant: Assistant) -> None:
    answer = assistant.ask("hola", TODAY).answers[0]
    assert isinstance(answer, SmallTalk)
    topics = {assistant.read(each.text, TODAY).topic for each in answer.suggestions}
    assert len(topics) >= 3


def test_looking_for_what_to_offer_costs_next_to_nothing(assistant: Assistant, answered: list[Answer]) -> None:
    steps = NextSteps(assistant.knowledge, Shelves.of(assistant.knowledge, assistant.ledger))
    times = []
    for answer in answered * 2:
        start = perf_counter()
        steps.offered(answer, TODAY)
        times.append(perf_counter() - start)
    assert median(times) < 0.000_3
