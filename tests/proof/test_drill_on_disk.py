"""Five hundred messages full of personal data pass through everything that stores: what is left of them on disk is counted."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.domain.answer import Missing, NotUnderstood, SmallTalk
from bot.domain.reading import Act, Interpretation
from bot.language.folding import flat
from bot.privacy import Keys
from bot.privacy.readings import essentials, without_text
from bot.proof import Receipts
from bot.proof.asked import Asked, keep_asked
from bot.state import Arrived, Exchange, Place, open_state
from bot.state.sample import Sample
from tests.privacy.drill import messages

if TYPE_CHECKING:
    from bot.app import Assistant

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def telltale(secret: str) -> list[str]:
    """What would give it away: its digits together, or the rarer words of a name or street together."""
    digits = re.sub(r"\D", "", secret)
    return [secret, digits] if len(digits) >= 7 else [secret]


def test_of_five_hundred_messages_ninety_nine_in_a_hundred_pieces_are_nowhere_on_disk(assistant: Assistant, tmp_path: Path) -> None:
    drilled = messages(500, seed=7)
    with open_state(f"sqlite:///{tmp_path / 'estado.sqlite'}", Keys(b"x" * 32)) as state:
        receipts = Receipts(lambda: state, assistant.ledger, pytest.fail)
        state.sample = Sample(state.store, size=len(drilled))
        for number, message in enumerate(drilled):
            state.inbox.put([Arrived(number, number, message.text)], NOW)
            turn = assistant.ask(message.text, TODAY)
            codes = receipts.issue(turn.answers, TODAY)
            keep_asked(state, Asked(turn.answers, codes, "telegram", TODAY))
            receipts.report("", message.text, "telegram", TODAY, chat=number)
            exchange = Exchange(1, None, without_text(turn.interpretation, message.text))
            state.conversations.remember(Place(number, None, number), exchange, NOW)
        assert state.reports.open_count() == 500
        assert len(state.sample.of_week(TODAY)) > 400
    written = flat(b"".join(file.read_bytes() for file in tmp_path.iterdir()).decode("utf-8", "ignore"))
    pieces = [secret for message in drilled for secret in message.secrets]
    left = [secret for secret in pieces if any(flat(each) in written for each in telltale(secret))]
    assert len(pieces) > 1000
    assert len(left) <= len(pieces) * 0.01, left


def test_the_chats_of_the_drill_are_gone_when_they_ask_for_it(assistant: Assistant, tmp_path: Path) -> None:
    with open_state(f"sqlite:///{tmp_path / 'estado.sqlite'}", Keys(b"x" * 32)) as state:
        receipts = Receipts(lambda: state, assistant.ledger, pytest.fail)
        for chat in range(20):
            receipts.report("", "está mal", "telegram", TODAY, chat=chat)
            state.inbox.put([Arrived(chat, chat, "hola")], NOW)
        assert [dict(state.erase(chat)) for chat in range(20)] == [{"reports": 1, "inbox": 1}] * 20
        assert state.reports.open_count() == 0
        assert state.inbox.waiting() == {"new": 0, "claimed": 0}


def test_of_a_message_what_was_meant_stays_and_what_is_personal_goes(assistant: Assistant) -> None:
    text = "soy Xolalpa Pérez, ¿cuánto debía el estado a Banorte en 2013? 4921234567"
    reading = assistant.read(text, TODAY)
    kept = without_text(reading, text)
    assert "xolalpa" not in str(kept)
    assert "4921234567" not in str(kept)
    assert (kept.act, kept.entities, kept.years) == (reading.act, reading.entities, reading.years)
    follow_up = "¿y en 2012?"
    assert assistant.read(follow_up, TODAY, kept).entities == assistant.read(follow_up, TODAY, reading).entities
    assert essentials(reading).asked == ""
    assert {mention.said for mention in essentials(reading).mentions} == {""}


def test_a_greeting_is_not_in_the_sample(tmp_path: Path) -> None:
    with open_state(f"sqlite:///{tmp_path / 'estado.sqlite'}", Keys(b"x" * 32)) as state:
        keep_asked(state, Asked([SmallTalk(Interpretation(Act.SMALLTALK, None, asked="hola"), "saludo")], (), "telegram", TODAY))
        assert not state.sample.of_week(TODAY)


def test_questions_without_an_answer_are_kept_masked_and_somebodys_own_affair_is_not(tmp_path: Path) -> None:
    asked = Interpretation(Act.AMOUNT, None, asked="cuánto costó el xyz, soy Ana Pérez", unread=("xyz", "4921234567"))
    answers = [Missing(asked, "eso"), NotUnderstood(asked, "personal"), NotUnderstood(asked, "ilegible")]
    with open_state(f"sqlite:///{tmp_path / 'estado.sqlite'}", Keys(b"x" * 32)) as state:
        keep_asked(state, Asked(answers, (), "telegram", TODAY))
        first, second = state.unanswered.since(TODAY)
        assert sorted(each.outcome for each in state.sample.of_week(TODAY)) == ["missing", "not_understood"]
    assert (first.text, first.unread, first.outcome) == ("cuánto costó el xyz, soy [nombre]", ("xyz",), "missing")
    assert second.outcome == "not_understood"
