"""``docs/guia-personal.md``: its worked example can be published as it stands, and it explains every mistake an editor can make."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.app import Assistant
from bot.domain.answer import Explained
from bot.knowledge import check, load
from bot.operations.known import world_of

if TYPE_CHECKING:
    from bot.errors import Problem

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs/guia-personal.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.S | re.M)[0]
TODAY = date(2026, 11, 22)
FILE = "preguntas/deporte.yaml"

GOOD = """- clave: que-es-prueba
  pregunta: ¿Qué es una prueba?
  tambien: [qué quiere decir prueba, para qué sirve una prueba, cómo es una prueba]
  respuesta: Es una manera de saber si algo funciona.
  fuentes: [portico-2016-10-19]
  tema: deporte
  responsable: deporte
  estado: publicada
  revisar_antes_de: 2099-12-31
"""


def changed(before: str, after: str) -> bytes:
    assert before in GOOD
    return GOOD.replace(before, after).encode()


SECOND = GOOD.replace("¿Qué es una prueba?", "¿Qué es otra prueba?").replace(
    "[qué quiere decir prueba, para qué sirve una prueba, cómo es una prueba]", "[a, b, c]"
)
# What an editor does wrong → the file as it then stands.
MISTAKES: Mapping[str, bytes] = {
    "saves in another encoding": GOOD.encode("latin-1"),
    "aligns with tabs": changed("  tema", "\ttema"),
    "pastes an invisible letter": changed("Es una manera", "Es una\x07 manera"),
    "forgets a quotation mark": changed("Es una manera", '"Es una manera'),
    "forgets the dash": GOOD.replace("- clave", "clave").replace("\n  ", "\n").encode(),
    "writes a loose line": b"- una pregunta suelta\n",
    "misspells a key": changed("  responsable:", "  responsables:"),
    "writes a key twice": changed("  tema: deporte\n", "  tema: deporte\n  tema: deporte\n"),
    "leaves out a key": changed("  responsable: deporte\n", ""),
    "writes a list for a text": changed("tema: deporte", "responsable: [deporte]").replace(
        b"  responsable: deporte\n", b"  tema: deporte\n"
    ),
    "writes an unknown state": changed("publicada", "lista"),
    "writes a text for a list": changed("[portico-2016-10-19]", "portico-2016-10-19"),
    "leaves a list element empty": changed("[portico-2016-10-19]", "['']"),
    "writes a day that does not exist": changed("2099-12-31", "30/02/2027"),
    "copies an entry": (GOOD + SECOND).encode(),
    "writes the clave with capitals": changed("que-es-prueba", "Qué es"),
    "asks the same in two entries": (GOOD + SECOND.replace("que-es-prueba", "que-es-otra").replace("[a,", "[que es una prueba,")).encode(),
    "asks the same twice in an entry": changed("cómo es una prueba", "que quiere decir PRUEBA"),
    "publishes without a document": changed("  fuentes: [portico-2016-10-19]\n", ""),
    "cites an unknown document": changed("portico-2016-10-19", "no-existe"),
    "cites an unknown figure": changed("si algo funciona", "que son {cifra:no-existe}").replace(b"Es una", b"> \n    Es una"),
    "cites another document than the figure's": changed("si algo funciona", "que fue {cifra:deficit-actuarial-2020}").replace(
        b"Es una", b"> \n    Es una"
    ),
    "misspells a placeholder": changed("si algo funciona", "que son (cifra)")
    .replace(b"(cifra)", b"{monto}")
    .replace(b"Es una", b"> \n    Es una"),
    "types an amount": changed("si algo funciona", "si costó 50 millones de pesos"),
    "accuses": changed("si algo funciona", "si hubo un robo"),
    "forgets the question marks": changed("¿Qué es una prueba?", "Qué es una prueba"),
    "lets the review date pass": changed("2099-12-31", "2020-01-31"),
    "writes too long an answer": changed("si algo funciona", "si algo funciona " * 60),
    "cites a front page": changed("portico-2016-10-19", "shcp-cog"),
    "writes few other wordings": changed("[qué quiere decir prueba, para qué sirve una prueba, cómo es una prueba]", "[una prueba]"),
}


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """Only the words that are not said and one file of answers: what a mistake in it needs to be told."""
    folder = tmp_path / "knowledge"
    (folder / "preguntas").mkdir(parents=True)
    shutil.copy(ROOT / "knowledge/palabras_prohibidas.yaml", folder)
    return folder


def told(folder: Path, assistant: Assistant) -> list[Problem]:
    return check(folder, world_of(assistant.ledger), TODAY)


def explained() -> list[re.Pattern[str]]:
    """The first column of the guide's table, each «…» standing for any text."""
    section = GUIDE.split("## Qué quiere decir cada aviso")[1].split("\n## ")[0]
    return [re.compile(".*".join(map(re.escape, said.split("…")))) for said in re.findall(r"^\| `(.+?)` \|", section, re.M)]


@pytest.mark.parametrize("slip", MISTAKES)
def test_what_an_editor_is_told_is_explained_in_the_guide(slip: str, knowledge: Path, assistant: Assistant) -> None:
    (knowledge / FILE).write_bytes(MISTAKES[slip])
    found = told(knowledge, assistant)
    assert found
    for problem in found:
        assert any(each.search(str(problem)) for each in explained()), str(problem)


def test_the_guide_explains_nothing_that_is_never_said(knowledge: Path, assistant: Assistant) -> None:
    said = []
    for content in MISTAKES.values():
        (knowledge / FILE).write_bytes(content)
        said += [str(problem) for problem in told(knowledge, assistant)]
    assert [each.pattern for each in explained() if not any(each.search(line) for line in said)] == []


def test_a_well_written_entry_is_told_nothing(knowledge: Path, assistant: Assistant) -> None:
    (knowledge / FILE).write_text(GOOD, encoding="utf-8")
    assert told(knowledge, assistant) == []


@pytest.fixture
def with_the_example(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", folder, ignore=shutil.ignore_patterns("ejemplos"))
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.write("\n" + EXAMPLE)
    return folder


def test_the_worked_example_can_be_published_as_it_stands(with_the_example: Path, assistant: Assistant) -> None:
    before = [str(problem) for problem in told(ROOT / "knowledge", assistant)]
    assert [str(problem) for problem in told(with_the_example, assistant) if str(problem) not in before] == []


def test_the_worked_example_answers_its_own_question(with_the_example: Path, assistant: Assistant) -> None:
    question, clave = "¿Qué es un presupuesto solicitado?", "que-es-presupuesto-solicitado"
    (answer,) = Assistant(load(with_the_example), assistant.ledger).ask(question, TODAY).answers
    assert isinstance(answer, Explained)
    assert answer.faq.id == clave


def test_the_guide_explains_refusals_of_the_workbook_in_the_words_they_are_told_in() -> None:
    section = GUIDE.split("### Si el libro no pasa")[1].split("\n## ")[0]
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot/editorial").glob("*.py"))
    told = re.sub(r"\{[^{}]*\}", "…", source)
    explained_here = re.findall(r"^\| `(.+?)` \|", section, re.M)
    assert len(explained_here) > 10
    assert [said for said in explained_here if said not in told] == []
