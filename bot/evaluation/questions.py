"""Reading question files: JSON Lines of labelled messages, of messages that ask two things, or of gold questions."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.errors import Problem, SourceDataError


@dataclass(frozen=True)
class Labels:
    """What one question asks. ``acts`` and ``topics`` are equally acceptable, the best first; ``stage`` None when none is named."""

    acts: tuple[str, ...]
    topics: tuple[str, ...]
    years: frozenset[int]
    stage: str | None
    entities: frozenset[str]

    @property
    def outside(self) -> bool:
        """The bot must say that it does not know."""
        return self.acts[0] == "none"


@dataclass(frozen=True)
class LabelledQuestion:
    """A message and how a person read it. ``parts`` holds one reading, or one for each thing the message asks."""

    text: str
    prev: str | None
    style: str
    parts: tuple[Labels, ...]
    line: int


@dataclass(frozen=True)
class Expectation:
    """When a reply is right; the words of the file format, with numbers as exact decimals."""

    statuses: frozenset[str]
    values_all: tuple[Decimal, ...]
    values_any: tuple[Decimal, ...]
    values_never: tuple[Decimal, ...]
    tolerance: Decimal
    sources_any: frozenset[str]
    text_any: tuple[str, ...]


@dataclass(frozen=True)
class GoldQuestion:
    """A question whose right answer the data determines; ``why`` names the rows that prove it."""

    id: str
    text: str
    prev: str | None
    kind: str
    topic: str
    expect: Expectation
    why: str
    line: int


@dataclass(frozen=True)
class QuestionFile:
    """One file holds questions of one format: ``labelled`` or ``gold``, the other is empty."""

    name: str
    labelled: tuple[LabelledQuestion, ...] = ()
    gold: tuple[GoldQuestion, ...] = ()


def read_questions(path: Path) -> QuestionFile:
    """Read a file of questions; SourceDataError names every line that cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as failure:
        raise SourceDataError(f"No pude leer {path}: {failure}. Revisa que el archivo exista y esté en UTF-8.") from failure
    labelled: list[LabelledQuestion] = []
    gold: list[GoldQuestion] = []
    problems: list[Problem] = []
    # Only «\n» ends a line: messages copied from phones hold U+2028, which str.splitlines would cut.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line, parse_float=Decimal)
            if "expect" in row:
                gold.append(_gold(row, number))
            else:
                labelled.append(_labelled(row, number))
        except (ValueError, KeyError, TypeError, ArithmeticError) as failure:
            what = f"no entiendo la pregunta ({_reason(failure)})"
            problems.append(Problem(path.name, number, None, what, "Compara el renglón con los de junto"))
    problems += _mixed(path.name, bool(labelled), bool(gold), bool(problems))
    if problems:
        raise SourceDataError(f"{path.name} no se puede evaluar:", problems)
    return QuestionFile(path.name, tuple(labelled), tuple(gold))


def _mixed(name: str, labelled: bool, gold: bool, broken: bool) -> list[Problem]:
    if labelled and gold:
        return [Problem(name, None, None, "mezcla preguntas etiquetadas y preguntas con respuesta", "Sepáralas en dos archivos")]
    if not labelled and not gold and not broken:
        return [Problem(name, None, None, "no trae ninguna pregunta", "Pon una pregunta por renglón, en JSON")]
    return []


def _reason(failure: Exception) -> str:
    return f"falta {failure}" if isinstance(failure, KeyError) else str(failure)


def _labelled(row: Mapping[str, Any], line: int) -> LabelledQuestion:
    parts = row.get("parts") or [row]
    return LabelledQuestion(
        text=row["q"],
        prev=row.get("prev") or None,
        style=row.get("style", "double" if "parts" in row else ""),
        parts=tuple(map(_labels, parts)),
        line=line,
    )


def _labels(row: Mapping[str, Any]) -> Labels:
    acts = _names(row["act"])
    if not acts:
        raise ValueError("«act» está vacío")
    return Labels(
        acts=acts,
        topics=_names(row["topic"]),
        years=frozenset(row.get("years") or ()),
        stage=row.get("stage"),
        entities=frozenset(_names(row.get("entity") or [])),
    )


def _gold(row: Mapping[str, Any], line: int) -> GoldQuestion:
    expect = row["expect"]
    statuses = frozenset(_names(expect["status"]))
    if not statuses:
        raise ValueError("«status» está vacío")
    return GoldQuestion(
        id=row["id"],
        text=row["q"],
        prev=row.get("prev") or None,
        kind=row["kind"],
        topic=row.get("topic", ""),
        expect=Expectation(
            statuses=statuses,
            values_all=_decimals(expect["values_all"]),
            values_any=_decimals(expect["values_any"]),
            values_never=_decimals(expect["values_never"]),
            tolerance=Decimal(expect["tolerance"]),
            sources_any=frozenset(_names(expect["sources_any"])),
            text_any=_names(expect["text_any"]),
        ),
        why=row.get("why", ""),
        line=line,
    )


def _names(values: object) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise TypeError(f"esperaba una lista de palabras, no {values!r}")
    return tuple(values)


def _decimals(values: Sequence[int | Decimal]) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, values))
