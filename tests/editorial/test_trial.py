"""``knowledge test``: which questions find their entry, which are asked again after a change, and the list that may only shrink."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.app import Assistant
from bot.domain.vocabulary import FaqText
from bot.editorial.pending import FILE, judge, read_pending, shrink
from bot.editorial.trial import Tried, try_question
from bot.editorial.trial_memory import Memory, recall, rows_of, standing
from bot.editorial.trial_run import problems, try_all
from bot.editorial.watching import Desk, look, looks
from bot.errors import KnowledgeError
from bot.knowledge import load
from bot.operations.known import world_of

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
ENTRY = """\
- clave: que-es-el-trueque
  pregunta: ¿Qué es el trueque de pueblo?
  tambien: [para qué sirve el trueque, trueque en la plaza, el trueque con qué se come]
  respuesta: Es cambiar una cosa por otra.
  fuentes: [portico-2016-10-19]
  tema: presupuesto
  responsable: finanzas
  estado: publicada
  revisar_antes_de: 2099-03-31
"""
OTHER = """\
- clave: que-hace-el-mayordomo
  pregunta: ¿Cómo pido ser mayordomo?
  tambien: [tareas de mayordomo, mayordomo significado, quién nombra al mayordomo]
  respuesta: Organiza la fiesta con otros vecinos.
  fuentes: [portico-2016-10-19]
  tema: presupuesto
  responsable: finanzas
  estado: publicada
  revisar_antes_de: 2099-03-31
"""


def folder_with(tmp_path: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = tmp_path / "knowledge" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "knowledge"


@pytest.fixture
def desk(tmp_path: Path, assistant: Assistant) -> Desk:
    folder = folder_with(
        tmp_path, {"preguntas/a.yaml": ENTRY, "preguntas/b.yaml": OTHER, "vocabulario/bancos.yaml": "- {clave: banorte, nombre: Banorte}\n"}
    )
    return Desk(folder, assistant.ledger, world_of(assistant.ledger), tmp_path / "memory.json")


def test_a_question_finds_its_own_entry_and_says_how_far_the_next_one_is(desk: Desk) -> None:
    assistant = Assistant(load(desk.folder), desk.ledger)
    entry = assistant.knowledge.faq[0]
    tried = try_question(assistant, entry, entry.question, TODAY)
    assert tried.passed
    assert (tried.got, tried.rival) == ("que-es-el-trueque", "")
    shared = replace(entry, clave="otra", question="¿Para qué es el trueque de pueblo en pueblo?", also=())
    rivalled = Assistant(replace(assistant.knowledge, faq=(*assistant.knowledge.faq, shared)), desk.ledger)
    tried = try_question(rivalled, entry, entry.question, TODAY)
    assert (tried.got, tried.rival) == ("que-es-el-trueque", "otra")
    assert tried.margin < 0.3


def test_a_question_that_another_entry_holds_is_reported(desk: Desk) -> None:
    assistant = Assistant(load(desk.folder), desk.ledger)
    entry = assistant.knowledge.faq[1]
    tried = try_question(assistant, entry, "para qué sirve el trueque", TODAY)
    assert (tried.passed, tried.got) == (False, "que-es-el-trueque")
    assert tried.margin < 0


def test_an_answer_whose_figure_is_lost_does_not_pass(desk: Desk) -> None:
    text = ENTRY.replace("Es cambiar una cosa por otra.", '"Costó {cifra:no-existe}."')
    assistant = Assistant(load(folder_with(desk.folder.parent, {"preguntas/a.yaml": text})), desk.ledger)
    entry = assistant.knowledge.faq[0]
    assert try_question(assistant, entry, entry.question, TODAY).got == "que-es-el-trueque sin la cifra «no-existe»"


def test_an_example_read_as_another_act_is_reported(desk: Desk) -> None:
    folder_with(desk.folder.parent, {"intenciones.yaml": "actos:\n- clave: ranking\n  ejemplos: [hola, buenas tardes]\n"})
    told = [str(problem) for problem in look(desk, TODAY).problems if problem.stops]
    assert "knowledge/intenciones.yaml [ranking]: el ejemplo «hola» debía leerse ranking y se leyó smalltalk. Revisa sus pistas" in told


def test_files_that_do_not_pass_the_check_are_not_asked(desk: Desk) -> None:
    folder_with(desk.folder.parent, {"preguntas/a.yaml": ENTRY.replace("una cosa por otra", "50 pesos por otros")})
    looked = look(desk, TODAY)
    assert looked.outcome is None
    assert "está escrito a mano" in str(looked.problems[0])


def test_after_a_change_only_what_it_can_touch_is_asked_again(desk: Desk) -> None:
    first = look(desk, TODAY).outcome
    assert first
    assert (first.asked, len(first.tried)) == (8, 8)
    again = look(desk, TODAY).outcome
    assert again
    assert (again.asked, again.tried) == (0, first.tried)
    folder_with(desk.folder.parent, {"preguntas/a.yaml": ENTRY.replace("Es cambiar", "Es dar")})
    changed = look(desk, TODAY).outcome
    assert changed
    assert 4 <= changed.asked < 8
    everything = look(desk, TODAY, everything=True).outcome
    assert everything
    assert everything.asked == 8
    assert everything.tried == changed.tried


def test_a_new_name_asks_again_the_questions_that_hold_its_words(desk: Desk) -> None:
    look(desk, TODAY)
    folder_with(desk.folder.parent, {"vocabulario/bancos.yaml": "- {clave: banorte, nombre: Banorte, alias: [el mayordomo]}\n"})
    outcome = look(desk, TODAY).outcome
    assert outcome
    assert outcome.asked == 4


def test_each_save_is_looked_at(desk: Desk) -> None:
    def saves() -> object:
        yield "one"
        folder_with(desk.folder.parent, {"preguntas/a.yaml": ENTRY.replace("¿Qué", "Qué")})
        yield "two"

    seen = [" ".join(map(str, looked.problems)) for looked in looks(desk, lambda: TODAY, saves())]  # type: ignore[arg-type]
    assert ["no es una pregunta" in each for each in seen] == [False, False, True]


def test_another_ledger_or_other_code_forgets_every_outcome(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    assert recall(path, "a") == Memory("a")
    path.write_text('{"ground": "b", "rows": {}, "tried": []}', encoding="utf-8")
    assert recall(path, "a") == Memory("a")
    path.write_text("half a fi", encoding="utf-8")
    assert recall(path, "b") == Memory("b")


def test_a_retired_entry_leaves_what_was_known_of_the_rest(desk: Desk) -> None:
    knowledge = load(desk.folder)
    outcomes = {
        (each.clave, question): Tried(each.clave, question, each.clave, "", "", 1.0) for each in knowledge.faq for question in each.also
    }
    memory = Memory("x", rows_of(knowledge), outcomes)
    retired = replace(knowledge, faq=knowledge.faq[1:])
    assert {clave for clave, _ in standing(memory, retired, rows_of(retired))} == {"que-hace-el-mayordomo"}


def pending_folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    return tmp_path


def introduced(clave: str, got: str) -> Tried:
    return Tried(clave, f"¿{clave}?", clave, got, "", 1.0)


def test_the_list_of_pending_questions_cannot_grow(tmp_path: Path) -> None:
    pending = read_pending(pending_folder(tmp_path, "# máximo: 1\na\nb\n"))
    (text,) = [str(problem) for problem in judge(pending, [introduced("a", "x"), introduced("b", "x")], {"a", "b"})]
    assert "hay 2 pendientes y el máximo es 1" in text


def test_a_mended_or_vanished_question_leaves_the_list_and_lowers_its_limit(tmp_path: Path) -> None:
    folder = pending_folder(tmp_path, "# máximo: 3\n# guía\n\na\nb\nc\n")
    told = [str(problem) for problem in judge(read_pending(folder), [introduced("a", "a"), introduced("b", "x")], {"a", "b"})]
    assert ["«a» ya se encuentra" in told[0], "«c» ya no es una pregunta publicada" in told[1], len(told)] == [True, True, 2]
    assert shrink(folder, {"a"}) == 1
    assert (folder / FILE).read_text(encoding="utf-8") == "# máximo: 2\n# guía\n\nb\nc\n"


def test_a_list_without_its_limit_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="máximo: 45"):
        read_pending(pending_folder(tmp_path, "a\n"))


def test_a_failure_that_is_not_in_the_list_stops_and_one_that_is_does_not(desk: Desk) -> None:
    assistant = Assistant(load(desk.folder), desk.ledger)
    outcome = try_all(assistant, desk.memory_file, TODAY, asked=lambda done, total: None)
    lost = replace(outcome, tried=tuple(replace(each, introduced=each.introduced and "una cortesía") for each in outcome.tried))
    told = [str(problem) for problem in problems(lost, assistant, desk.folder) if problem.stops]
    assert len(told) == 2
    assert told[0].startswith(
        "knowledge/preguntas/a.yaml:1: «Oiga, una duda: ¿Qué es el trueque de pueblo?» debía encontrar que-es-el-trueque"
    )
    folder_with(desk.folder.parent, {FILE: "# máximo: 2\nque-es-el-trueque\nque-hace-el-mayordomo\n"})
    assert not [problem for problem in problems(lost, assistant, desk.folder) if problem.stops]


def test_every_published_question_finds_its_entry_after_words_that_ask_nothing_or_waits_in_the_list(assistant: Assistant) -> None:
    pending = read_pending(ROOT / "knowledge")
    assert len(pending.lines) <= pending.limit <= 23
    lost = [tried for tried in (_introduced(assistant, entry) for entry in published(assistant)) if not tried.found_introduced]
    assert {tried.clave for tried in lost} - pending.claves == set(), (
        "mejora sus maneras de preguntar; knowledge/por_mejorar.txt solo se acorta"
    )


def published(assistant: Assistant) -> list[FaqText]:
    return [entry for entry in assistant.knowledge.faq if entry.state == "publicada"]


def _introduced(assistant: Assistant, entry: FaqText) -> Tried:
    return try_question(assistant, entry, entry.question, TODAY)
