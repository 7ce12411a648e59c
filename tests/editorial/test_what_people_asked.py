"""What the questions of nobody in particular teach: suggestions and the week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.app import Assistant
from bot.editorial.grouping import groups
from bot.editorial.present import read_present
from bot.editorial.proposal import Proposal, new_files, write
from bot.editorial.suggesting import suggest, unread_words
from bot.editorial.watching import Desk
from bot.editorial.weekly import NOTHING, markdown, week_until
from bot.knowledge import check, load
from bot.privacy import open_keys
from bot.state import State, UnansweredQuestion, open_state
from tests.editorial.conftest import TODAY

CURP = "GODE561231HZSRRN09"


def asked(text: str, *unread: str, outcome: str = "not_understood", day: date = TODAY) -> UnansweredQuestion:
    return UnansweredQuestion(text, outcome, unread, day)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with open_state(f"sqlite:///{tmp_path / 'estado.sqlite'}", open_keys(None, tmp_path / "llave")) as opened:
        yield opened


def test_questions_that_mean_the_same_are_one_group(assistant: Assistant) -> None:
    questions = [
        asked("cuánto costó la feria de la tuna", outcome="missing"),
        asked("Cuánto costó la feria de la tuna?", outcome="missing"),
        asked("cuánto dinero costó la feria de la tuna", outcome="missing"),
        asked("quién paga los camellones", outcome="missing"),
    ]
    found = groups(questions, assistant, TODAY)
    assert [group.times for group in found] == [3, 1]
    assert len(found[0].questions) == 3


def test_one_question_is_one_whether_it_got_a_question_back_or_nothing(assistant: Assistant) -> None:
    questions = [asked("quién barre el kiosco", outcome="unclear"), asked("quién barre el kiosco de la plaza")]
    (group,) = groups(questions, assistant, TODAY)
    assert (group.times, group.unpublished) == (2, False)


def test_what_is_personal_never_reaches_a_suggestion(desk: Desk, assistant: Assistant) -> None:
    questions = [asked(f"mi curp es {CURP}, cuándo me pagan el zurrumbate", CURP.lower(), "zurrumbate")] * 3
    found = suggest(questions, assistant, read_present(desk.folder), TODAY)
    told = " ".join((*(each.what for each in found), *(text for each in found for text in each.evidence))).lower()
    assert found
    assert CURP.lower() not in told


def test_a_word_near_one_name_is_proposed_as_its_alias_and_accepted_by_a_person(desk: Desk, assistant: Assistant) -> None:
    questions = [asked("cuánto debe fresniyyo", "fresniyyo"), asked("fresniyyo cuánto recibió", "fresniyyo")]
    present = read_present(desk.folder)
    first = suggest(questions, assistant, present, TODAY)[0]
    assert first.what == "«fresniyyo» parece «Fresnillo»: agregarlo a sus alias"
    assert (first.times, first.evidence) == (2, ("cuánto debe fresniyyo", "fresniyyo cuánto recibió"))
    assert first.change
    write(present, new_files(present, Proposal((first.change,), ())))
    assert "fresniyyo" in next(term for term in load(desk.folder).terms if term.clave == "fresnillo").aliases
    assert [each for each in check(desk.folder, desk.world, TODAY) if each.stops] == []


def test_a_word_near_nothing_is_left_to_a_person(desk: Desk, assistant: Assistant) -> None:
    found = suggest([asked("y el zurrumbate qué", "zurrumbate")] * 2, assistant, read_present(desk.folder), TODAY)
    assert (found[0].what, found[0].change) == ("nadie conoce la palabra «zurrumbate»", None)


def test_a_question_asked_twice_becomes_a_draft_that_is_not_yet_answered(desk: Desk, assistant: Assistant) -> None:
    questions = [asked("quién decide los colores del escudo"), asked("quién decide los colores del escudo estatal")]
    present = read_present(desk.folder)
    draft = suggest(questions, assistant, present, TODAY)[-1]
    assert draft.change
    write(present, new_files(present, Proposal((draft.change,), ())))
    entry = next(each for each in load(desk.folder).faq if each.clave == "quien-decide-los-colores-del-escudo")
    assert (entry.state, entry.question, entry.answer) == ("borrador", "¿Quién decide los colores del escudo?", "Por escribir.")
    assert [each for each in check(desk.folder, desk.world, TODAY) if each.stops] == []


def test_one_question_alone_proposes_nothing(desk: Desk, assistant: Assistant) -> None:
    assert suggest([asked("y el zurrumbate qué", "zurrumbate")], assistant, read_present(desk.folder), TODAY) == ()


def test_a_covered_word_is_not_a_word_nobody_knows() -> None:
    assert unread_words([asked("mi nombre es [dato personal]", "[dato", "personal]", "chucho")]) == {}


def test_the_week_tells_what_was_asked_and_what_was_missing(state: State, assistant: Assistant) -> None:
    state.counters.add({"telegram.preguntas": 12, "telegram.found": 9, "telegram.missing": 2, "telegram.not_understood": 1}, TODAY)
    state.counters.add({"telegram.preguntas": 500}, date(2026, 11, 1))
    for text in ("cuánto costó la feria de la tuna", "cuánto costó la feria de la tuna"):
        state.unanswered.put(asked(text, "tuna", outcome="missing"))
    state.unanswered.put(asked("qué onda con el zurrumbate", "zurrumbate"))
    state.unanswered.put(asked("una pregunta vieja", day=date(2026, 10, 1)))
    state.ratings.rate(1, "A7K2Q", useful=False, today=TODAY)
    state.ratings.rate(2, "A7K2Q", useful=True, today=TODAY)
    state.ratings.rate(2, "B1111", useful=True, today=TODAY)
    state.reports.put("A7K2Q", "la cifra | no es esa", "telegram", TODAY)
    text = markdown(week_until(state, assistant, TODAY))
    assert "# Semana del 2026-11-16 al 2026-11-22" in text
    assert "| preguntas | 12 |" in text
    assert "| 2 | cuánto costó la feria de la tuna |" in text
    assert "| A7K2Q | 1 | 1 | ya no se guarda |" in text
    assert "la cifra ¦ no es esa" in text
    assert "| tuna | 2 | cuánto costó la feria de la tuna |" in text
    assert "una pregunta vieja" not in text
    assert "B1111" not in text


def test_a_quiet_week_says_so_and_shows_no_zeros(state: State, assistant: Assistant) -> None:
    week = week_until(state, assistant, TODAY)
    assert markdown(week).count(NOTHING) == len(week.sections)
