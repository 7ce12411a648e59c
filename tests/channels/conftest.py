"""An assistant whose answers the test decides, made of real domain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.answer import (
    Answer,
    Confidence,
    Document,
    Figure,
    Found,
    Missing,
    Note,
    NotUnderstood,
    Role,
    SmallTalk,
    Source,
    Statement,
    Suggestion,
    Unit,
)
from bot.domain.coverage import Coverage, Gap, Kind, StageYears, TopicCoverage
from bot.domain.ledger import Concept, Fact, Load
from bot.domain.period import AskedPeriod, Period
from bot.domain.reading import Act, Clue, Interpretation, Topic
from bot.domain.stage import Stage
from bot.domain.vocabulary import Knowledge
from bot.errors import LedgerError
from bot.privacy import Keys
from bot.proof import Receipts
from bot.state import open_state

PORTICO = Document(
    "portico-2014-03", "Zacatecas: <la deuda> & más", "Pórtico", "press", "https://example.org/p?a=1&b=2", "", "2014-03-12", "Nota & aviso"
)
JORNADA = Document("jornada-2014-01", "La deuda en 2013", "La Jornada Zacatecas", "press", "", "", "2014-01", "")
WORDINGS = {
    "entendi": "Entendí: {lectura}",
    "saludo": "¡Hola! Pregunta sobre dinero público.",
    "fuera_de_tema": "De eso no sé.",
    "sin_dato": "No encontré publicado {asunto}.",
    "note.sources_disagree": "Las fuentes no coinciden: va lo que dice cada una.",
}
SUGGESTED = (Suggestion("¿Y en 2018?"), Suggestion("¿En qué se usó el empréstito?"))


@dataclass(frozen=True)
class FakeTurn:
    interpretation: Interpretation
    answers: tuple[Answer, ...]


@dataclass
class FakeLedger:
    broken: bool = False

    def load(self) -> Load:
        if self.broken:
            raise LedgerError("Todavía no hay base de datos.")
        return Load("a1b2c3d4e5f6a7b8", "2026-11-20T10:00:00+00:00", ())

    def fact(self, id: str) -> Fact | None:
        return None

    def document(self, id: str) -> Document | None:
        return {PORTICO.id: PORTICO, JORNADA.id: JORNADA}.get(id)


@dataclass
class FakeAssistant:
    """``asked`` remembers every question with the one it followed."""

    ledger: FakeLedger = field(default_factory=FakeLedger)
    knowledge: Knowledge = field(default_factory=lambda: Knowledge((), (), (), {}, {}, frozenset(), (), WORDINGS, "prueba"))
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def read(self, text: str, asked_on: date, after: Interpretation | None = None) -> Interpretation:
        period = AskedPeriod("year", (2013,), None, None, "2013")
        carried = (after.asked,) if after and text.startswith("¿Y") else ()
        clues = (Clue("debe", "deuda", 1.5),)
        return Interpretation(Act.AMOUNT, Topic.DEBT, period=period, measure="saldo", asked=text, carried=carried, clues=clues)

    def ask(self, text: str, asked_on: date, after: Interpretation | None = None) -> FakeTurn:
        self.asked.append((text, after.asked if after else None))
        if text == "revienta":
            raise RuntimeError("a fault of the machine")
        reading = self.read(text, asked_on, after)
        return FakeTurn(reading, answers(text, reading))

    def coverage(self, today: date) -> Coverage:
        return covered(today)


def covered(today: date) -> Coverage:
    """A ledger with one balance, and one that is expected and not there."""
    balance = Kind(
        Concept("saldo", "saldo de la <deuda>", "deuda", "saldo", ""),
        ("saldo de largo plazo",),
        ("estado de Zacatecas",),
        0,
        (StageYears(Stage.BALANCE, (2013, 2014, 2015)),),
        figures=3,
        spans=1,
        undated=0,
    )
    missing = Gap(
        "intereses de la deuda",
        (2013, 2014),
        (Stage.ACCRUED,),
        2010,
        "Secretaría de Finanzas",
        "cuenta pública",
        "¿Qué es la cuenta pública?",
    )
    debt = TopicCoverage(
        Topic.DEBT,
        4,
        2,
        1,
        ((1998, 1), (2013, 1), (2014, 1), (2015, 1), (2040, 1)),
        (balance,) * 10,
        (missing,),
        ("¿Cuánto debe el estado?",),
    )
    return Coverage((debt,), (balance,), today.year - 1)


def answers(text: str, reading: Interpretation) -> tuple[Answer, ...]:
    if text == "hola":
        return (SmallTalk(reading, "saludo"),)
    if text == "clima":
        return (NotUnderstood(reading, "fuera_de_tema", SUGGESTED),)
    if text == "2012":
        return (Missing(reading, "el saldo de 2012", (replace(balance(), role=Role.NEAREST),), suggestions=SUGGESTED),)
    if text == "dos":
        first, second = replace(reading, asked="la deuda"), replace(reading, asked="las pensiones")
        return Found(first, (balance(),)), Found(second, (balance(),))
    if text == "desacuerdo":
        rivals = (balance(), replace(balance("5900000000", JORNADA), confidence=Confidence.LOW, note="Cifra dicha en entrevista"))
        return (Found(reading, rivals, notes=(Note("sources_disagree"),), suggestions=SUGGESTED),)
    if text == "desglose":
        parts = tuple(part(n) for n in range(1, 31))
        return (Found(reading, parts, suggestions=SUGGESTED),)
    if text == "fechas":
        events = tuple(Statement(f"Se publicó el decreto {n}", f"201{n}-12-31", (Source(PORTICO, f"página {n}"),)) for n in range(1, 4))
        return (Found(reading, statements=events, suggestions=SUGGESTED),)
    return (Found(reading, (balance(),), suggestions=SUGGESTED),)


def balance(amount: str = "4939273314", document: Document = PORTICO) -> Figure:
    source = Source(document, "data/debt/balances.csv:12")
    period = Period.parse("2013-12-31")
    return Figure("saldo de la <deuda> del estado", Decimal(amount), Unit.MXN, period, Stage.BALANCE, (source,))


def part(n: int) -> Figure:
    source = Source(PORTICO, "")
    return Figure(f"Programa de obra número {n}", Decimal(n * 10**7 + 1), Unit.MXN, Period.parse("2013"), Stage.CONTRACTED, (source,))


@pytest.fixture
def scripted() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def receipts(scripted: FakeAssistant, tmp_path: Path) -> Iterator[Receipts]:
    """Receipts of the scripted answers, in a store of this test alone."""
    state = open_state(f"sqlite:///{tmp_path / 'estado.sqlite'}", Keys(b"a secret that only these tests know"))
    yield Receipts(lambda: state, scripted.ledger, pytest.fail)
    state.close()
