"""Answers made by hand out of real domain values, with figures and documents of the real data."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from bot.domain.answer import CommitmentCard, Confidence, Document, Figure, Milestone, Role, Source, Statement, Unit, Voice
from bot.domain.period import AskedPeriod, Period
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.stage import Stage
from bot.domain.vocabulary import Knowledge, Term

PAGE = "https://example.org/"
PORTICO = Document("portico-2014-03", "Zacatecas, la deuda", "Pórtico", "press", PAGE + "portico?a=1&b=2", "", "2014-03-12", "")
JORNADA = Document("jornada-2014-01", "Deuda <histórica> & más", "La Jornada Zacatecas", "news", PAGE + "jornada", "", "2014-01", "")
UNDATED = Document("oem-1", "Nota sin fecha", "El Sol de Zacatecas", "press", "", "", "", "")


class Make:
    """Short ways to build answers; every default is an ordinary case."""

    portico = Source(PORTICO, "data/debt/balances.csv:12")
    jornada = Source(JORNADA, "página 3")
    undated = Source(UNDATED, "")

    @staticmethod
    def card(**changes: Any) -> CommitmentCard:
        values: dict[str, Any] = {
            "id": "ZAC-1-01",
            "title": "Seguimiento del empréstito",
            "plan": 1,
            "problem": "hacer comprensible el gasto",
            "responsible": "",
            "status": "en proceso",
            "status_code": "en_proceso",
            "status_date": "2016",
            "note": "",
            "voices": (Voice("gobierno", "Va avanzando", "2017", (Make.jornada,)),),
            "milestones": (Milestone("Publicar un micrositio", "desconocido", (Make.portico,)),),
            "sources": (Make.portico,),
        }
        return CommitmentCard(**(values | changes))

    @staticmethod
    def figure(amount: str = "4939273314", **changes: Any) -> Figure:
        values: dict[str, Any] = {
            "label": "saldo de la deuda del estado",
            "unit": Unit.MXN,
            "period": "2013-12-31",
            "stage": Stage.BALANCE,
            "sources": (Make.portico,),
            "confidence": Confidence.HIGH,
            "role": Role.ANSWER,
        } | changes
        period = values.pop("period")
        return Figure(amount=Decimal(amount), period=Period.parse(period) if period else None, **values)

    @staticmethod
    def statement(text: str = "Se publicó el decreto 53", **changes: Any) -> Statement:
        return Statement(**({"text": text, "date": "2016-12-31", "sources": (Make.portico,)} | changes))

    @staticmethod
    def reading(**changes: Any) -> Interpretation:
        values: dict[str, Any] = {
            "act": Act.AMOUNT,
            "topic": Topic.DEBT,
            "mentions": (Mention("banco", "banorte", "banorte", 0, 7),),
            "period": AskedPeriod("year", (2013,), None, None, "2013"),
            "measure": "saldo",
            "confidence": 0.93,
            "asked": "cuanto se le debe a banorte en 2013",
        }
        return Interpretation(**(values | changes))

    @staticmethod
    def knowledge(**wordings: str) -> Knowledge:
        terms = (Term("banorte", "banco", "Banco Mercantil del Norte", "Banorte", "", ("banorte",)),)
        templates = {"entendi": "Entendí: {lectura}", "aclara": "¿Cuál de estas?", "fuera_de_tema": "De eso no sé."} | wordings
        return Knowledge(terms, (), (), {}, {}, frozenset(), (), templates, "0")


@pytest.fixture
def make() -> Make:
    return Make()
