"""The rules by which a reply to a gold question is right, wrong or missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.errors import SourceDataError
from bot.evaluation import GoldReport, Verdict, evaluate, judge, read_questions
from bot.evaluation.questions import GoldQuestion

EXPECT = {
    "status": ["found"],
    "values_all": [],
    "values_any": [],
    "values_never": [],
    "tolerance": 0,
    "sources_any": [],
    "text_any": [],
}


def line(id: str = "x1", kind: str = "amount", prev: str | None = None, **expect: Any) -> str:
    row = {"id": id, "q": "¿cuánto?", "prev": prev, "kind": kind, "topic": "deuda", "expect": {**EXPECT, **expect}, "why": ""}
    return json.dumps(row, ensure_ascii=False)


def question(tmp_path: Path, kind: str = "amount", **expect: Any) -> GoldQuestion:
    path = tmp_path / "gold.jsonl"
    path.write_text(line(kind=kind, **expect), encoding="utf-8")
    return read_questions(path).gold[0]


def reply(outcome: str = "found", *values: str, role: str = "answer", sources: tuple[str, ...] = (), text: str = "") -> dict[str, Any]:
    return {
        "outcome": outcome,
        "figures": [{"value": value, "role": role} for value in values],
        "statements": [],
        "sources": [{"id": name} for name in sources],
        "text": text,
    }


def test_the_expected_figure_with_its_document_is_right(tmp_path: Path) -> None:
    asked = question(tmp_path, values_all=[740370927], sources_any=["portico"])
    assert judge(asked, reply("found", "740370927.00", sources=("portico",))).verdict is Verdict.RIGHT


def test_a_right_figure_without_its_document_is_missing(tmp_path: Path) -> None:
    asked = question(tmp_path, values_all=[740370927], sources_any=["portico"])
    judged = judge(asked, reply("found", "740370927.00", sources=("otra",)))
    assert judged.verdict is Verdict.MISSING
    assert "portico" in judged.reason


def test_another_figure_where_one_is_expected_is_wrong(tmp_path: Path) -> None:
    assert judge(question(tmp_path, values_all=[100]), reply("found", "101")).verdict is Verdict.WRONG


def test_a_part_added_twice_is_wrong_even_beside_the_expected_figure(tmp_path: Path) -> None:
    asked = question(tmp_path, values_all=[19600000], values_never=[30800000])
    assert judge(asked, reply("found", "19600000", "30800000")).verdict is Verdict.WRONG


def test_figures_offered_as_nearest_are_not_judged(tmp_path: Path) -> None:
    asked = question(tmp_path, kind="no_data", status=["missing"], values_never=[5])
    assert judge(asked, reply("missing", "5", role="nearest")).verdict is Verdict.RIGHT


def test_a_figure_without_a_role_counts_as_an_answer(tmp_path: Path) -> None:
    asked = question(tmp_path, values_all=[7])
    assert judge(asked, {"outcome": "found", "figures": [{"value": "7"}], "text": ""}).verdict is Verdict.RIGHT


@pytest.mark.parametrize("kind", ["no_data", "out_of_scope"])
def test_any_figure_where_nothing_is_published_is_wrong(tmp_path: Path, kind: str) -> None:
    assert judge(question(tmp_path, kind=kind, status=["missing"]), reply("found", "5")).verdict is Verdict.WRONG


def test_a_reply_that_finds_nothing_when_something_is_published_is_missing(tmp_path: Path) -> None:
    assert judge(question(tmp_path, values_all=[5]), reply("missing")).verdict is Verdict.MISSING


def test_one_of_several_sources_that_disagree_is_not_enough(tmp_path: Path) -> None:
    asked = question(tmp_path, kind="conflict", values_all=[40, 50])
    assert judge(asked, reply("found", "40")).verdict is Verdict.MISSING
    assert judge(asked, reply("found", "40", "50")).verdict is Verdict.RIGHT


@pytest.mark.parametrize(("given", "verdict"), [("9.92", "right"), ("9.916", "right"), ("9.5", "wrong")])
def test_a_computed_share_may_be_rounded(tmp_path: Path, given: str, verdict: str) -> None:
    asked = question(tmp_path, kind="share", values_all=[9.9167], tolerance=0.01)
    assert judge(asked, reply("found", given)).verdict == verdict


def test_a_stored_figure_may_not_be_rounded(tmp_path: Path) -> None:
    assert judge(question(tmp_path, values_all=[4939273314]), reply("found", "4939300000")).verdict is Verdict.WRONG


def test_a_figure_buried_among_five_is_not_a_reply_to_how_much(tmp_path: Path) -> None:
    asked = question(tmp_path, values_all=[1])
    assert judge(asked, reply("found", "1", "2", "3", "4")).verdict is Verdict.RIGHT
    assert judge(asked, reply("found", "1", "2", "3", "4", "5")).verdict is Verdict.MISSING


def test_a_breakdown_may_hold_many_figures(tmp_path: Path) -> None:
    asked = question(tmp_path, kind="breakdown", values_all=[1, 2, 3, 4, 5])
    assert judge(asked, reply("found", "1", "2", "3", "4", "5", "6")).verdict is Verdict.RIGHT


def test_texts_are_compared_without_accents_nor_capitals(tmp_path: Path) -> None:
    asked = question(tmp_path, kind="who", status=["found", "explained"], text_any=["funcion publica"])
    assert judge(asked, reply("explained", text="La Secretaría de la Función Pública")).verdict is Verdict.RIGHT
    assert judge(asked, reply("explained", text="Finanzas")).verdict is Verdict.MISSING


def test_a_statement_counts_as_text(tmp_path: Path) -> None:
    asked = question(tmp_path, kind="when", text_any=["2015-09-04"])
    given = {**reply("found"), "statements": [{"text": "Inauguración: 2015-09-04"}]}
    assert judge(asked, given).verdict is Verdict.RIGHT


def test_asking_back_where_allowed_needs_neither_figure_nor_text(tmp_path: Path) -> None:
    asked = question(tmp_path, kind="ambiguous", status=["unclear", "found"], values_any=[5], text_any=["estado"])
    assert judge(asked, reply("unclear")).verdict is Verdict.RIGHT


def test_a_value_that_is_no_number_never_equals_the_expected_one(tmp_path: Path) -> None:
    assert judge(question(tmp_path, values_all=[5]), reply("found", "NaN")).verdict is Verdict.WRONG


def test_the_report_counts_by_kind_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    lines = [line("x1", values_all=[1]), line("x2", kind="conflict", prev="antes", values_all=[2])]
    path.write_text("\n".join(lines), encoding="utf-8")
    report = evaluate(read_questions(path), lambda text, prev: reply("found", "2" if prev else "3"))
    assert isinstance(report, GoldReport)
    as_json = report.to_json()
    assert (as_json["right"]["hits"], as_json["wrong"]["hits"], as_json["missing"]["hits"]) == (1, 1, 0)
    assert as_json["by_kind"] == {
        "amount": {"right": 0, "wrong": 1, "missing": 0},
        "conflict": {"right": 1, "wrong": 0, "missing": 0},
    }
    assert [mistake["id"] for mistake in as_json["mistakes"]] == ["x1"]
    titles = {table.title: table for table in report.to_tables()}
    assert titles["Por tipo de pregunta"].rows == (("amount", "0", "1", "0", "1"), ("conflict", "1", "0", "0", "1"))
    assert titles["Por conversación"].rows[1][0] == "seguimiento"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"q": "hola"}', "falta 'act'"),
        ('{"q": "hola", "act": [], "topic": []}', "está vacío"),
        ('{"q": "hola", "act": "amount", "topic": []}', "lista de palabras"),
        ("no es json", "no entiendo"),
        ("", "ninguna pregunta"),
        ('{"q": "hola", "act": ["amount"], "topic": []}\n' + '{"id": "x1", "q": "hola", "kind": "amount", "expect": {}}', ":2"),
    ],
)
def test_a_file_that_cannot_be_scored_says_which_line(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "malo.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceDataError) as error:
        read_questions(path)
    assert said in str(error.value)


def test_a_file_that_mixes_both_formats_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mezcla.jsonl"
    path.write_text('{"q": "hola", "act": ["amount"], "topic": []}\n' + line(), encoding="utf-8")
    with pytest.raises(SourceDataError, match="mezcla"):
        read_questions(path)


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceDataError, match="No pude leer"):
        read_questions(tmp_path / "nada.jsonl")
