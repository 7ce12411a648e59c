"""Whether a reply to a question holds only numbers that the rows hold, and those that were asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tests.differential.reckoning import Asked, Printed, Shelf


class Verdict(StrEnum):
    """``MISSING``: published, and not given. ``WRONG``: a number that the question does not have, in the role it was given."""

    RIGHT = "right"
    ASKED_BACK = "asked back"
    MISSING = "missing"
    WRONG = "wrong"


@dataclass(frozen=True)
class Judged:
    asked: Asked
    verdict: Verdict
    reason: str
    reply: Mapping[str, Any]


def judge(asked: Asked, reply: Mapping[str, Any], shelf: Shelf) -> Judged:
    wrong = next(_wrongs(asked, reply, shelf), "")
    if wrong:
        return Judged(asked, Verdict.WRONG, wrong, reply)
    if reply["outcome"] == "unclear":
        return Judged(asked, Verdict.ASKED_BACK, "", reply)
    if reply["outcome"] == "not_understood":
        return Judged(asked, Verdict.MISSING, "not understood", reply)
    given = {one for role in ("answer", "context") for one in in_role(reply, role)}
    if not asked.wanted or any(wanted <= given for wanted in asked.wanted):
        return Judged(asked, Verdict.RIGHT, "", reply)
    return Judged(asked, Verdict.MISSING, f"{reply['outcome']}, without what was asked", reply)


def _wrongs(asked: Asked, reply: Mapping[str, Any], shelf: Shelf) -> Iterator[str]:
    answers, nearest, beside, inputs = (in_role(reply, role) for role in ("answer", "nearest", "context", "input"))
    if answers and not any(set(answers) <= allowed for allowed in asked.allowed):
        strangers = set(answers) - frozenset().union(*asked.allowed)
        yield f"answers {_first(strangers)}" if strangers else "mixes stages or groups in one answer"
    if answers and asked.ranked and not any(order[: len(answers)] == tuple(one.value for one in answers) for order in asked.ranked):
        yield "not the first of the order, or not in order"
    if strangers := set(nearest) - asked.kin:
        yield f"offers as nearest {_first(strangers)}"
    if asked.wanted and (mislaid := set(nearest) & asked.wanted[0]):
        yield f"gives as nearest what was asked: {_first(mislaid)}"
    if strangers := set(beside) - asked.beside - shelf.printed:
        yield f"sets beside {_first(strangers)}"
    if strangers := set(inputs) - shelf.printed:
        yield f"works with {_first(strangers)}"


def in_role(reply: Mapping[str, Any], role: str) -> list[Printed]:
    return [
        Printed(Decimal(figure["value"]), figure["unit"], figure["period"] or "", figure["stage"] or "")
        for part in (reply, *reply["more"])
        for figure in part["figures"]
        if figure["role"] == role
    ]


def _first(printed: set[Printed]) -> str:
    one = min(printed, key=lambda each: (each.period, each.stage, each.value))
    return f"{one.value} {one.unit} {one.period or 'undated'} {one.stage or 'no stage'}"
