"""Golden conversations: what citizens are told, word for word, in files that staff can read.

``pytest tests/test_conversations.py --rewrite-conversations`` writes today's replies; the diff is the review. A turn whose reply is
known to be wrong carries ``pendiente: what is wrong`` and no reply: nothing false is recorded, and the skip counts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from bot.domain.reading import Act, Interpretation, Topic
from bot.rendering import answered

if TYPE_CHECKING:
    from bot.app import Assistant

FOLDER = Path(__file__).parent / "conversations"
TODAY = date(2026, 11, 22)
RECORDED = ("entendi", "resultado", "cifras", "hechos", "fuentes", "notas", "opciones", "respuesta", "tambien")
ROLES = {"nearest": "(cercana) ", "input": "(para el cálculo) ", "context": "(contexto) "}


@dataclass(frozen=True)
class Turn:
    """One question of a conversation, counted from 0; those before it are asked first."""

    file: Path
    conversation: int
    position: int

    @property
    def name(self) -> str:
        title = read(self.file)[self.conversation]["conversacion"]
        return f"{self.file.stem}: {title} [{self.position + 1}]"


def yaml() -> YAML:
    parser = YAML()
    parser.width = 4096
    parser.indent(mapping=2, sequence=4, offset=2)
    return parser


@cache
def read(path: Path) -> Any:
    return yaml().load(path.read_text(encoding="utf-8"))


def turns() -> Iterator[Turn]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, conversation in enumerate(read(path)):
            yield from (Turn(path, number, position) for position in range(len(conversation["turnos"])))


ALL = tuple(turns())


@pytest.fixture(scope="module")
def rewriting(request: pytest.FixtureRequest) -> Iterator[bool]:
    asked: bool = request.config.getoption("--rewrite-conversations")
    yield asked
    if asked:
        for path in sorted(FOLDER.glob("*.yaml")):
            text = StringIO()
            yaml().dump(read(path), text)
            # ruamel indents the outermost list as well: two columns that no reader needs.
            lines = (line.removeprefix("  ") for line in text.getvalue().splitlines(keepends=True))
            path.write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize("turn", [pytest.param(turn, id=turn.name) for turn in ALL])
def test_the_reply_is_the_one_reviewed(turn: Turn, assistant: Assistant, rewriting: bool) -> None:
    written = read(turn.file)[turn.conversation]["turnos"]
    expected = written[turn.position]
    if "pendiente" in expected:
        pytest.skip(f"respuesta que falta mejorar: {expected['pendiente']}")
    given = shown(reply(assistant, [each["pregunta"] for each in written[: turn.position + 1]]))
    if rewriting:
        record(expected, given)
    assert {key: expected[key] for key in RECORDED if key in expected} == given


def test_conversations_show_every_act_and_every_topic() -> None:
    if any("pendiente" in written_turn(turn) for turn in ALL):
        pytest.skip("hay respuestas que falta mejorar")
    read_as = {word for turn in ALL for word in written_turn(turn)["entendi"].split()}
    assert {act.value for act in Act} <= read_as
    assert {topic.value for topic in Topic} <= read_as


def test_there_are_at_least_sixty_turns() -> None:
    assert len(ALL) >= 60


def written_turn(turn: Turn) -> Mapping[str, Any]:
    found: Mapping[str, Any] = read(turn.file)[turn.conversation]["turnos"][turn.position]
    return found


def reply(assistant: Assistant, questions: list[str]) -> dict[str, Any]:
    """The reply to the last question, each read after the one before."""
    after: Interpretation | None = None
    for question in questions:
        turn = assistant.ask(question, TODAY, after)
        after = turn.interpretation
    return answered(questions[-1], turn.answers, assistant.knowledge)


def shown(reply: Mapping[str, Any]) -> dict[str, Any]:
    """What a reviewer reads of a reply: only the keys that hold something."""
    reading = reply["reading"]
    understood = [reading["act"], reading["topic"], *reading["entities"], *map(str, reading["years"]), reading["stage"]]
    everything = {
        "entendi": " · ".join(filter(None, understood)),
        "resultado": reply["outcome"],
        "cifras": [figure(each) for each in reply["figures"]],
        "hechos": [" · ".join(filter(None, (each["date"], each["text"]))) for each in reply["statements"]],
        "fuentes": [source["id"] for source in reply["sources"]],
        "notas": [note["id"] for note in reply["notes"]],
        "opciones": reply["options"] if reply["outcome"] == "unclear" else [],
        "respuesta": reply["text"].rstrip() + "\n",
        "tambien": [shown(each) for each in reply["more"]],
    }
    return {key: value for key, value in everything.items() if value}


def figure(each: Mapping[str, Any]) -> str:
    where = ", ".join(filter(None, (each["period"], each["stage"])))
    return f"{ROLES.get(each['role'], '')}{each['label']} = {each['value']} {each['unit']}" + (f" ({where})" if where else "")


def record(turn: dict[str, Any], given: Mapping[str, Any]) -> None:
    for key in RECORDED:
        turn.pop(key, None)
    turn.update(literal(given))


def literal(given: Mapping[str, Any]) -> dict[str, Any]:
    as_block = {**given, "respuesta": LiteralScalarString(given["respuesta"])}
    if "tambien" in given:
        as_block["tambien"] = [literal(each) for each in given["tambien"]]
    return as_block
