from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from bot.channels.json_lines import LineError, replies

TODAY = date(2026, 11, 22)


def test_every_line_is_answered_in_order_and_follows_what_it_names(scripted: Any) -> None:
    lines = ['{"q": "hola"}', "", '{"q": "¿Y en 2018?", "prev": "¿cuánto debe?"}', '{"q": "clima", "prev": null}']
    said = [json.loads(line) for line in replies(scripted, lines, TODAY)]
    assert [(each["question"], each["outcome"]) for each in said] == [
        ("hola", "smalltalk"),
        ("¿Y en 2018?", "found"),
        ("clima", "not_understood"),
    ]
    assert scripted.asked[1] == ("¿Y en 2018?", "¿cuánto debe?")


def test_one_object_a_line_whatever_the_reply_holds(scripted: Any) -> None:
    (line,) = replies(scripted, ['{"q": "desglose"}'], TODAY)
    assert "\n" not in line


@pytest.mark.parametrize("line", ["¿cuánto debe?", '{"question": "x"}', '{"q": 3}', "[]", '{"q": "x", "prev": 3}', '"x"'])
def test_a_line_that_is_no_question_is_named(scripted: Any, line: str) -> None:
    answering = replies(scripted, ['{"q": "hola"}', line], TODAY)
    next(answering)
    with pytest.raises(LineError, match="Línea 2"):
        next(answering)


def test_each_line_carries_the_receipt_of_its_answer(scripted: Any, receipts: Any) -> None:
    lines = ['{"q": "hola"}', '{"q": "¿cuánto debe?"}', '{"q": "¿cuánto debe?"}']
    with receipts.together(TODAY) as issue:
        said = [json.loads(line) for line in replies(scripted, lines, TODAY, issue)]
        assert receipts.state.receipts.count() == 0
    codes = [each["receipt"] for each in said]
    assert codes[0] is None
    assert codes[1] == codes[2]
    assert said[1]["text"].endswith(f"Recibo {codes[1]}")
    assert receipts.state.receipts.count() == 1
