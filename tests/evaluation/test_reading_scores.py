"""How labelled messages are scored: act, topic, slots, and the two mistakes about scope."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.evaluation import Count, LabelledReport, evaluate, read_questions

ROW = {"act": ["amount"], "topic": ["deuda"], "years": [], "stage": None, "entity": [], "style": "plain", "note": ""}


def report(tmp_path: Path, rows: list[dict[str, Any]], replies: Mapping[str, Any]) -> LabelledReport:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps({**ROW, **row}) for row in rows), encoding="utf-8")
    scored = evaluate(read_questions(path), lambda text, prev: replies[text])
    assert isinstance(scored, LabelledReport)
    return scored


def read(outcome: str = "found", **reading: Any) -> dict[str, Any]:
    return {"outcome": outcome, "reading": {"act": "amount", "topic": "deuda", "years": [], "stage": None, "entities": [], **reading}}


def test_any_of_the_labelled_acts_is_right(tmp_path: Path) -> None:
    rates = report(tmp_path, [{"q": "a", "act": ["list", "amount"]}], {"a": read()}).rates()
    assert rates["act"] == rates["both"] == Count(1, 1)


def test_a_message_without_a_labelled_topic_accepts_every_topic(tmp_path: Path) -> None:
    assert report(tmp_path, [{"q": "hola", "topic": []}], {"hola": read(topic=None)}).rates()["topic"] == Count(1, 1)


def test_years_are_scored_only_where_named_and_may_hold_more(tmp_path: Path) -> None:
    rows = [{"q": "a", "years": [2013]}, {"q": "b", "years": [2013, 2014]}, {"q": "c"}]
    replies = {"a": read(years=[2012, 2013]), "b": read(years=[2013]), "c": read(years=[1999])}
    assert report(tmp_path, rows, replies).rates()["years"] == Count(1, 2)


def test_a_stage_is_scored_only_where_named(tmp_path: Path) -> None:
    rows = [{"q": "a", "stage": "pagado"}, {"q": "b", "stage": "ejercido"}, {"q": "c"}]
    replies = {"a": read(stage="pagado"), "b": read(stage="pagado"), "c": read(stage="pagado")}
    assert report(tmp_path, rows, replies).rates()["stage"] == Count(1, 2)


def test_every_labelled_name_must_be_read(tmp_path: Path) -> None:
    rows = [{"q": "a", "entity": ["banorte", "banobras"]}, {"q": "b", "entity": ["banorte"]}]
    replies = {"a": read(entities=["banorte"]), "b": read(entities=["banorte", "fresnillo"])}
    assert report(tmp_path, rows, replies).rates()["entities"] == Count(1, 2)


def test_an_answer_to_a_question_outside_scope_is_a_false_answer(tmp_path: Path) -> None:
    rows = [{"q": q, "act": ["none"], "topic": []} for q in ("a", "b", "c", "d")]
    replies = {"a": read("found"), "b": read("explained"), "c": read("not_understood"), "d": read("unclear")}
    scored = report(tmp_path, rows, replies)
    assert scored.rates()["false_answers"] == Count(2, 4)
    assert scored.rates()["act"] == Count(0, 0)
    assert [each.question.text for each in scored.mistakes] == ["a", "b"]


def test_refusing_and_asking_back_in_scope_are_counted(tmp_path: Path) -> None:
    rows = [{"q": q} for q in ("a", "b", "c")]
    rates = report(tmp_path, rows, {"a": read("not_understood"), "b": read("unclear"), "c": read("found")}).rates()
    assert (rates["refused_in_scope"], rates["asked_back"]) == (Count(1, 3), Count(1, 3))
    assert rates["right_when_answered"] == Count(1, 1)


def test_a_message_that_asks_two_things_is_scored_as_two(tmp_path: Path) -> None:
    parts = [{"act": ["amount"], "topic": ["deuda"], "years": [2016]}, {"act": ["who"], "topic": ["deuda"], "years": []}]
    both = {**read(years=[2016]), "more": [read(act="who")]}
    assert report(tmp_path, [{"q": "a", "parts": parts}], {"a": both}).rates()["both"] == Count(2, 2)
    assert report(tmp_path, [{"q": "a", "parts": parts}], {"a": read()}).rates()["both"] == Count(1, 2)


def test_the_most_frequent_confusion_comes_first_with_an_example(tmp_path: Path) -> None:
    rows = [{"q": "a", "act": ["who"]}, {"q": "b", "act": ["list"]}, {"q": "c", "act": ["list"]}]
    found = report(tmp_path, rows, {q: read() for q in "abc"}).confusions()
    assert [(c.asked, c.read, c.times, c.example) for c in found] == [
        ("list/deuda", "amount/deuda", 2, "b"),
        ("who/deuda", "amount/deuda", 1, "a"),
    ]


def test_tables_are_plain_text_by_act_topic_and_style(tmp_path: Path) -> None:
    rows = [{"q": "a", "style": "slang"}, {"q": "b", "act": ["who"], "topic": []}]
    tables = {table.title: table for table in report(tmp_path, rows, {"a": read(), "b": read()}).to_tables()}
    assert tables["Por acto"].rows == (
        ("amount", "1.000 (1/1)", "1.000 (1/1)", "1.000 (1/1)", "1"),
        ("who", "0.000 (0/1)", "1.000 (1/1)", "0.000 (0/1)", "1"),
    )
    assert [row[0] for row in tables["Por tema"].rows] == ["deuda", "—"]
    assert [row[0] for row in tables["Por estilo"].rows] == ["plain", "slang"]
    assert ("años", "—") in tables["Total"].rows


def test_the_json_of_a_report_is_json(tmp_path: Path) -> None:
    scored = report(tmp_path, [{"q": "a", "act": ["who"]}], {"a": read()}).to_json()
    assert json.loads(json.dumps(scored))["mistakes"][0]["read"] == {"act": "amount", "topic": "deuda"}


def test_a_line_separator_inside_a_message_does_not_cut_it(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({**ROW, "q": "uno\u2028dos"}, ensure_ascii=False), encoding="utf-8")
    assert read_questions(path).labelled[0].text == "uno\u2028dos"
