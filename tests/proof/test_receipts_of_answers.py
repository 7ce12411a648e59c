"""A receipt shows again what was answered and says what changed since, over the real data; it keeps neither person nor text."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.domain.answer import Found, Role, figures_in
from bot.domain.receipt import Standing
from bot.errors import StateError
from bot.ledger import build, default_url, open_ledger
from bot.privacy import Keys
from bot.proof import Receipts, figures_today
from bot.proof.reckoning import reckoned
from bot.rendering import plain
from bot.rendering import receipt as said
from bot.state import State, open_state

if TYPE_CHECKING:
    from bot.app import Assistant

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).resolve().parents[2]
BALANCE = "¿Cuánto debía el estado en octubre de 2018?"
PER_PERSON, PER_PERSON_ROW = "¿De cuánto fue el saldo de la deuda del estado por habitante en 2023?", "largo-plazo-2023-10"
BALANCES, PEOPLE = "debt/balances.csv", "budget/population_state.csv"
ROW = "saldo-2018-10"


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with open_state(f"sqlite:///{tmp_path / 'estado.sqlite'}", Keys(b"x" * 32)) as opened:
        yield opened


@pytest.fixture
def receipts(state: State, assistant: Assistant) -> Receipts:
    return Receipts(lambda: state, assistant.ledger, pytest.fail)


def asked(assistant: Assistant, receipts: Receipts, question: str) -> Any:
    (code, *_) = receipts.issue(assistant.ask(question, TODAY).answers, TODAY)
    assert code is not None
    found = receipts.find(code)
    assert found is not None
    return found


def ledger_with(tmp_path: Path, old: str, new: str, table: str = BALANCES) -> Any:
    """A ledger of the real data in which a line of a table is another."""
    folder = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    file = folder / table
    before = file.read_text(encoding="utf-8")
    assert before.count(old) == 1
    file.write_text(before.replace(old, new), encoding="utf-8")
    build(folder, default_url(tmp_path))
    return open_ledger(default_url(tmp_path))


def line_of(fact: str) -> str:
    return next(line for line in (ROOT / "data" / BALANCES).read_text(encoding="utf-8").splitlines() if f",{fact}," in line)


def test_every_kind_of_answer_comes_back_as_it_was(assistant: Assistant, receipts: Receipts) -> None:
    lines = (ROOT / "tests/gold/desarrollo.jsonl").read_text(encoding="utf-8").splitlines()[::4]
    told = ("figures", "nearest", "statements", "commitment")
    for question in (json.loads(line)["q"] for line in lines):
        answers = assistant.ask(question, TODAY).answers
        for answer, code in zip(answers, receipts.issue(answers, TODAY), strict=True):
            found = receipts.find(code) if code else None
            if found is None:
                continue
            assert type(found.answer) is type(answer)
            assert [getattr(found.answer, name, None) for name in told] == [getattr(answer, name, None) for name in told]
            assert {each.standing for each in figures_today(found, assistant.ledger)} <= {Standing.SAME}, question


def test_the_same_answer_has_one_receipt_however_it_was_asked_for(assistant: Assistant, receipts: Receipts, state: State) -> None:
    first = asked(assistant, receipts, BALANCE)
    later = receipts.issue(assistant.ask("oye, " + BALANCE.lower(), TODAY).answers, date(2026, 12, 1))
    assert later == (first.code,)
    assert state.receipts.count() == 1
    assert receipts.find(first.code).last_on == date(2026, 12, 1)  # type: ignore[union-attr]


def test_nothing_of_the_person_nor_of_the_words_is_kept(assistant: Assistant, receipts: Receipts, state: State, tmp_path: Path) -> None:
    question = "soy Xóchitl Xolalpa y mi zurumbático perro pregunta cuánto debía el estado a Banorte en 2013, 4921234567"
    asked(assistant, receipts, question)
    asked(assistant, receipts, "¿cuánto gastó la secretaría de salud en zurumbáticos en 2019?")
    state.close()
    written = b"".join(file.read_bytes() for file in tmp_path.glob("estado.sqlite*")).decode("utf-8", "ignore").lower()
    assert "banorte" in written
    assert not [word for word in ("xóchitl", "xolalpa", "zurumb", "perro", "4921234567") if word in written]


def test_a_figure_that_changed_is_told_with_both_values(assistant: Assistant, receipts: Receipts, tmp_path: Path) -> None:
    found = asked(assistant, receipts, BALANCE)
    row = line_of(ROW)
    today = figures_today(found, ledger_with(tmp_path, row, row.replace("7455000000", "7455000001")))
    changed = [each for each in today if each.standing is Standing.CHANGED]
    assert [(str(each.figure.amount), str(each.now)) for each in changed] == [("7455000000.00", "7455000001.00")]
    text = plain.text(said.reply(found, today, assistant.knowledge))
    assert "decía 7,455 millones de pesos; hoy dice 7,455 millones de pesos ($7,455,000,001.00)" in text
    (figure,) = (each for each in said.as_object(found, today, "otra", assistant.knowledge)["figures"] if each["standing"] == "changed")
    assert (figure["value"], figure["value_today"]) == ("7455000000.00", "7455000001.00")


def test_a_figure_that_left_the_ledger_is_told_as_gone(assistant: Assistant, receipts: Receipts, tmp_path: Path) -> None:
    found = asked(assistant, receipts, BALANCE)
    row = line_of(ROW)
    elsewhere = row.replace("2018-10-04", "2018-09-04", 1)
    today = figures_today(found, ledger_with(tmp_path, row, elsewhere))
    assert Standing.GONE in {each.standing for each in today}
    assert "hoy ya no está en la base de datos" in plain.text(said.reply(found, today, assistant.knowledge))


def test_a_figure_whose_row_got_another_id_is_still_the_same(assistant: Assistant, receipts: Receipts, tmp_path: Path) -> None:
    found = asked(assistant, receipts, BALANCE)
    row = line_of(ROW)
    today = figures_today(found, ledger_with(tmp_path, row, row.replace(f",{ROW},", ",otro-nombre,")))
    assert {each.standing for each in today} == {Standing.SAME}


def test_a_figure_worked_out_from_one_that_changed_says_so(assistant: Assistant, receipts: Receipts, tmp_path: Path) -> None:
    found = asked(assistant, receipts, PER_PERSON)
    assert any(figure.derived for figure in found.answer.figures)
    row = line_of(PER_PERSON_ROW)
    today = figures_today(found, ledger_with(tmp_path, row, row.replace("6907000000", "6907000001")))
    assert {each.standing for each in today if each.figure.derived} == {Standing.RECKONED}


def test_a_figure_per_person_rests_on_the_people_too(assistant: Assistant, receipts: Receipts, tmp_path: Path) -> None:
    found = asked(assistant, receipts, PER_PERSON)
    (people,) = (fact for fact in found.facts if fact.unit == "people")
    row = next(line for line in (ROOT / "data" / PEOPLE).read_text(encoding="utf-8").splitlines() if str(people.amount) in line)
    today = figures_today(found, ledger_with(tmp_path, row, row.replace(str(people.amount), str(people.amount + 1)), PEOPLE))
    assert {each.standing for each in today if each.figure.derived} == {Standing.RECKONED}
    assert "se calculó con 1 cifra que cambió" in plain.text(said.reply(found, today, assistant.knowledge))


def test_an_answer_of_staff_that_was_written_again_is_told(assistant: Assistant, receipts: Receipts) -> None:
    from dataclasses import replace

    found = asked(assistant, receipts, "¿Qué es el ISSSTEZAC?")
    same = plain.text(said.reply(found, (), assistant.knowledge))
    assert "se volvió a escribir" not in same
    faq = tuple(replace(text, answer="Otra cosa.") for text in assistant.knowledge.faq)
    assert "se volvió a escribir después" in plain.text(said.reply(found, (), replace(assistant.knowledge, faq=faq)))
    assert "ya no se publica" in plain.text(said.reply(found, (), replace(assistant.knowledge, faq=())))


def test_small_talk_and_what_was_not_understood_carry_no_receipt(assistant: Assistant, receipts: Receipts, state: State) -> None:
    for question in ("hola", "¿cuánto gasta Jalisco en policías?"):
        answers = assistant.ask(question, TODAY).answers
        assert set(receipts.issue(answers, TODAY)) == {None}
    assert state.receipts.count() == 0


def test_without_a_store_there_is_one_warning_and_no_receipt(assistant: Assistant) -> None:
    def no_state() -> State:
        raise StateError("No puedo abrir la memoria del bot.")

    told: list[str] = []
    without = Receipts(no_state, assistant.ledger, told.append)
    answers = assistant.ask(BALANCE, TODAY).answers
    assert [without.issue(answers, TODAY) for _ in range(3)] == [(None,)] * 3
    with without.together(TODAY) as issue:
        assert issue(answers) == (None,)
    assert told == ["Sin recibos: No puedo abrir la memoria del bot."]


def test_many_questions_in_a_row_get_the_same_receipts_as_one_by_one(assistant: Assistant, receipts: Receipts, tmp_path: Path) -> None:
    lines = (ROOT / "tests/gold/desarrollo.jsonl").read_text(encoding="utf-8").splitlines()[:40]
    turns = [assistant.ask(json.loads(line)["q"], TODAY).answers for line in lines]
    single = [receipts.issue(answers, TODAY) for answers in turns]
    with open_state(f"sqlite:///{tmp_path / 'otro.sqlite'}", Keys(b"x" * 32)) as other:
        with Receipts(lambda: other, assistant.ledger, pytest.fail).together(TODAY) as issue:
            assert [tuple(issue(answers)) for answers in turns] == single
        assert other.receipts.count() == receipts.state.receipts.count()


def test_an_answer_given_again_among_many_has_the_day_it_was_last_given(assistant: Assistant, receipts: Receipts) -> None:
    answers = assistant.ask(BALANCE, TODAY).answers
    (code,) = receipts.issue(answers, TODAY)
    tomorrow = TODAY + timedelta(days=1)
    with receipts.together(tomorrow) as issue:
        assert [issue(answers) for _ in range(2)] == [(code,)] * 2
    found = receipts.find(code or "")
    assert found
    assert (found.first_on, found.last_on) == (TODAY, tomorrow)


def test_a_report_of_a_receipt_nobody_knows_is_not_queued(receipts: Receipts, state: State) -> None:
    assert receipts.report("AAAAA", "está mal", "página", TODAY) is None
    assert receipts.report("", "falta un documento, tel. 4921234567", "telegram", TODAY, chat=7) == 1
    assert [each.comment for each in state.reports.listed()] == ["falta un documento, tel. [teléfono]"]


def test_a_figure_per_person_is_worked_out_again_from_todays_amount(assistant: Assistant, receipts: Receipts, tmp_path: Path) -> None:
    found = asked(assistant, receipts, PER_PERSON)
    row = line_of(PER_PERSON_ROW)
    today = figures_today(found, ledger_with(tmp_path, row, row.replace("6907000000", "7000000000")))
    (again,) = (each for each in today if each.figure.derived)
    (people,) = (fact.amount for fact in found.facts if fact.unit == "people")
    assert again.now == (Decimal(7_000_000_000) / people).quantize(Decimal("0.01"))
    text = plain.text(said.reply(found, today, assistant.knowledge))
    assert f"se calculó con 1 cifra que cambió; hoy da ${again.now:,} por persona" in text


def test_every_figure_that_was_worked_out_can_be_worked_out_again(assistant: Assistant) -> None:
    """Nothing changed: the arithmetic told beside a figure gives the figure."""
    seen = 0
    for name in ("desarrollo", "segunda"):
        lines = (ROOT / f"tests/gold/{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for question in (json.loads(line)["q"] for line in lines):
            for answer in assistant.ask(question, TODAY).answers:
                figures = figures_in(answer) if isinstance(answer, Found) else ()
                amounts: dict[Decimal, Decimal | None] = {figure.amount: figure.amount for figure in figures if not figure.derived}
                for figure in (each for each in figures if each.derived):
                    amounts |= {figure.amount: figure.amount} if figure.role is Role.INPUT else {}
                for figure in (each for each in figures if each.derived and any(sign.isdigit() for sign in each.formula or "")):
                    facts = {fact.amount: fact.amount for id in figure.fact_ids if (fact := assistant.ledger.fact(id))}
                    assert reckoned(figure, {**amounts, **facts}) == figure.amount, (question, figure.label, figure.formula)
                    seen += 1
    assert seen > 30
