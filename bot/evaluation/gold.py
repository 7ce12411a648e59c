"""Judging replies by their answer: right, wrong (a figure that must not be given) or missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bot.evaluation.questions import Expectation, GoldQuestion
from bot.evaluation.reply import Judgeable
from bot.evaluation.report import Count, Table
from bot.language.folding import fold

# A computed figure may be printed to the centavo where the key keeps more digits.
ROUNDING = Decimal("0.005")
ONE_FIGURE = frozenset({"amount", "share", "percapita", "real_terms"})
UNPUBLISHED = frozenset({"no_data", "out_of_scope"})
UNASSERTED = frozenset({"unclear", "missing", "not_understood", "smalltalk"})
READABLE_FIGURES = 4


class Verdict(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"


@dataclass(frozen=True)
class Judged:
    question: GoldQuestion
    verdict: Verdict
    reason: str
    outcome: str


@dataclass(frozen=True)
class GoldReport:
    """``wrong`` counts wrong figures, the costly mistake; ``missing`` every other reply that is not right."""

    file: str
    judged: tuple[Judged, ...]

    def count(self, verdict: Verdict) -> Count:
        return Count.over(each.verdict is verdict for each in self.judged)

    @property
    def mistakes(self) -> tuple[Judged, ...]:
        """Wrong figures first, then the missing ones, in file order."""
        wrong = tuple(each for each in self.judged if each.verdict is Verdict.WRONG)
        return wrong + tuple(each for each in self.judged if each.verdict is Verdict.MISSING)

    def to_tables(self) -> tuple[Table, ...]:
        return (
            Table("Total", ("respuestas", "cuántas"), tuple((_SPANISH[v], str(self.count(v))) for v in Verdict)),
            self._table("Por tipo de pregunta", "tipo", lambda each: each.question.kind),
            self._table("Por tema", "tema", lambda each: each.question.topic),
            self._table("Por conversación", "turno", lambda each: "seguimiento" if each.question.prev else "primera"),
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "format": "gold",
            **{verdict.value: self.count(verdict).to_json() for verdict in Verdict},
            "by_kind": _grouped(self.judged, lambda each: each.question.kind),
            "by_topic": _grouped(self.judged, lambda each: each.question.topic),
            "mistakes": [_mistake(each) for each in self.mistakes],
        }

    def _table(self, title: str, column: str, key: Callable[[Judged], str]) -> Table:
        groups = _grouped(self.judged, key)
        rows = tuple((name, *(str(counts[v.value]) for v in Verdict), str(sum(counts.values()))) for name, counts in groups.items())
        return Table(title, (column, *(_SPANISH[v] for v in Verdict), "preguntas"), rows)


_SPANISH = {Verdict.RIGHT: "correctas", Verdict.WRONG: "cifra equivocada", Verdict.MISSING: "faltantes"}


def judge(question: GoldQuestion, reply: Mapping[str, Any]) -> Judged:
    """Judge one reply; the first rule that fails is the reason."""
    given = Judgeable.of(reply)
    reason = _wrong(question, given)
    if reason:
        return Judged(question, Verdict.WRONG, reason, given.outcome)
    reason = _missing(question, given)
    return Judged(question, Verdict.MISSING if reason else Verdict.RIGHT, reason, given.outcome)


def _wrong(question: GoldQuestion, given: Judgeable) -> str:
    expect = question.expect
    forbidden = [value for value in expect.values_never if value in given.figures]
    if forbidden:
        return f"da una cifra que no debe dar: {_numbers(forbidden)}"
    expected = expect.values_all + expect.values_any
    if given.outcome == "found" and expected and given.figures and not any(_given(value, given, expect) for value in expected):
        return f"da {_numbers(given.figures)} y se esperaba {_numbers(expected)}"
    if given.outcome not in expect.statuses and question.kind in UNPUBLISHED and given.figures:
        return f"da una cifra donde no hay ninguna publicada: {_numbers(given.figures)}"
    return ""


def _missing(question: GoldQuestion, given: Judgeable) -> str:
    expect = question.expect
    if given.outcome not in expect.statuses:
        return f"resultado {given.outcome}, se esperaba {' o '.join(sorted(expect.statuses))}"
    unasserted = given.outcome in UNASSERTED
    if not (unasserted and len(expect.statuses) > 1):
        reason = _unsaid(expect, given)
        if reason:
            return reason
    if unasserted:
        return ""
    readable = max(READABLE_FIGURES, len(expect.values_all + expect.values_any))
    if question.kind in ONE_FIGURE and len(set(given.figures)) > readable:
        return f"la cifra queda enterrada entre {len(set(given.figures))}"
    if expect.sources_any and not expect.sources_any & given.sources:
        return f"falta un documento: {', '.join(sorted(expect.sources_any))}"
    return ""


def _unsaid(expect: Expectation, given: Judgeable) -> str:
    absent = [value for value in expect.values_all if not _given(value, given, expect)]
    if absent:
        return f"faltan cifras: {_numbers(absent)}"
    if expect.values_any and not any(_given(value, given, expect) for value in expect.values_any):
        return f"falta alguna de: {_numbers(expect.values_any)}"
    if expect.text_any and not any(fold(text) in given.text for text in expect.text_any):
        return f"el texto no dice: {' / '.join(expect.text_any[:3])}"
    return ""


def _given(value: Decimal, given: Judgeable, expect: Expectation) -> bool:
    allowed = max(abs(value) * expect.tolerance, ROUNDING) if expect.tolerance else Decimal(0)
    return any(figure.is_finite() and abs(figure - value) <= allowed for figure in given.figures)


def _numbers(values: Iterable[Decimal]) -> str:
    shown = tuple(f"{value:,f}" for value in values)
    return ", ".join(shown[:4]) + (" …" if len(shown) > 4 else "")


def _grouped(judged: Iterable[Judged], key: Callable[[Judged], str]) -> dict[str, dict[str, int]]:
    groups: dict[str, dict[str, int]] = {}
    for each in judged:
        counts = groups.setdefault(key(each), {verdict.value: 0 for verdict in Verdict})
        counts[each.verdict.value] += 1
    return dict(sorted(groups.items()))


def _mistake(each: Judged) -> dict[str, str | None]:
    question = each.question
    return {
        "id": question.id,
        "q": question.text,
        "prev": question.prev,
        "kind": question.kind,
        "verdict": each.verdict.value,
        "outcome": each.outcome,
        "reason": each.reason,
        "why": question.why,
    }
