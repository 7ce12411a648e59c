"""The JSON object that other programs get."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bot.domain.answer import (
    Explained,
    FaqEntry,
    Found,
    Missing,
    Note,
    NotUnderstood,
    SmallTalk,
    Suggestion,
    Unclear,
)
from bot.domain.reading import Act, Reading, Topic
from bot.rendering import answered

KEYS = [
    "question",
    "outcome",
    "reading",
    "figures",
    "statements",
    "sources",
    "faq",
    "commitment",
    "notes",
    "options",
    "more",
    "text",
    "receipt",
]


def test_the_json_object_holds_every_agreed_key_for_every_outcome(make: Any) -> None:
    entry = FaqEntry("que-es", "¿Qué es?", (), "Es.", "bot")
    answers = (
        Found(make.reading(), (make.figure(),), statements=(make.statement(),), commitment=make.card(), faq=entry),
        Explained(make.reading(), entry),
        Unclear(make.reading(), (Suggestion("¿Una?"),)),
        Missing(make.reading(), "eso"),
        NotUnderstood(make.reading(topic=None), "ilegible"),
        SmallTalk(make.reading(), "saludo"),
    )
    objects = [answered("¿cuánto?", [answer], make.knowledge()) for answer in answers]
    assert [o["outcome"] for o in objects] == ["found", "explained", "unclear", "missing", "not_understood", "smalltalk"]
    assert all(list(o) == KEYS for o in objects)


def test_the_json_object_is_as_the_contract_prints_it(make: Any) -> None:
    reading = make.reading(alternatives=(Reading(Act.LIST, Topic.DEBT, 0.05),))
    answer = Found(
        reading, (make.figure(),), (make.statement(sources=(make.jornada,)),), make.card(), notes=(Note("assumed_latest_period"),)
    )
    knowledge = make.knowledge(**{"note.assumed_latest_period": "Es lo más reciente."})
    said = answered("¿cuánto?", [answer, Found(make.reading(), (make.figure(),))], knowledge)
    assert said["reading"] == {
        "act": "amount",
        "topic": "deuda",
        "entities": ["banorte"],
        "years": [2013],
        "stage": None,
        "measure": "saldo",
        "confidence": 0.93,
        "alternatives": [{"act": "list", "topic": "deuda"}],
        "unread": [],
    }
    figure = said["figures"][0]
    assert figure["value"] == "4939273314.00"
    assert figure["unit"] == "MXN"
    assert figure["period"] == "2013-12-31"
    assert figure["stage"] == "saldo"
    assert figure["role"] == "answer"
    assert figure["sources"] == ["portico-2014-03"]
    assert figure["derived"] is False
    assert said["notes"] == [{"id": "assumed_latest_period", "text": "Es lo más reciente."}]
    assert [s["id"] for s in said["sources"]] == ["portico-2014-03", "jornada-2014-01"]
    assert said["commitment"]["status_code"] == "en_proceso"
    assert said["commitment"]["voices"][0]["who"] == "gobierno"
    assert [more["question"] for more in said["more"]] == ["cuanto se le debe a banorte en 2013"]
    assert list(said["more"][0]) == KEYS


def test_amounts_are_never_rounded_for_machines(make: Any) -> None:
    said = answered("?", [Found(make.reading(), (make.figure("44555816845.32"),))], make.knowledge())
    assert Decimal(said["figures"][0]["value"]) == Decimal("44555816845.32")
