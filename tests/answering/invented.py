"""An invented ledger, an invented vocabulary and a reader of three lines: what the answering room is tested on.

Nothing here is of Zacatecas but the names that the room itself knows (``zacatecas`` for the state). Every amount is made up so
that a wrong sum, share or period shows in its digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import count

from bot.answering import Answerer
from bot.answering.search.index import content_words
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Answer, CommitmentCard, Confidence, Document, Figure, Found, Missing, Role, Source, Unit
from bot.domain.ledger import Concept, Fact, Load, Record, Series, Subject
from bot.domain.period import AskedPeriod, Period
from bot.domain.reading import Act, Interpretation, Mention, Question, Topic
from bot.domain.stage import Stage
from bot.domain.vocabulary import FaqText, Knowledge, Term
from bot.language.folding import tokens, words
from bot.language.phrases import PhraseIndex

TODAY = date(2026, 11, 22)
RANK = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}


def document(id: str, published: str = "2021-03-04") -> Document:
    return Document(id, f"Informe {id}", f"Editorial {id}", "informe", f"https://example.org/{id}", "", published, "")


def source(id: str = "gaceta") -> Source:
    return Source(document(id), f"tabla 1 de {id}")


def subject(clave: str, name: str, kind: str = "institucion", article: str = "el") -> Subject:
    return Subject(clave.replace(" ", "-"), clave, name, kind, article)


def concept(id: str, name: str, topic: str = "presupuesto", flow: str = "flujo", parent: str = "", parts: tuple[str, ...] = ()) -> Concept:
    return Concept(id, name, topic, flow, "", parent=parent, parts=parts)


def series(about: Subject, measure: Concept, counterpart: str = "", told: str = "", group: str = "") -> Series:
    id = "/".join(part for part in (about.id, measure.id, counterpart, group) if part)
    return Series(id, measure.topic, about, measure, counterpart, "", "", group, told)


_numbers = count(1)


def fact(
    of: Series,
    amount: int | str | Decimal,
    period: str | None,
    stage: Stage | None = None,
    *,
    unit: Unit = Unit.MXN,
    says: str = "gaceta",
    id: str = "",
    confidence: Confidence = Confidence.HIGH,
    total: bool = False,
    note: str = "",
    repeats: str = "",
    part_of: str = "",
    conflict: str = "",
    words: str = "",
) -> Fact:
    """A published number; everything not said is the ordinary case."""
    return Fact(
        id=id or f"inventado/{next(_numbers)}",
        series=of,
        amount=Decimal(amount),
        unit=unit,
        period=Period.parse(period) if period else None,
        stage=stage,
        stage_note="",
        confidence=confidence,
        note=note,
        source=source(says),
        group=of.group,
        total=total,
        repeats=repeats,
        part_of=part_of,
        conflict=conflict,
        words=words,
    )


def record(text: str, kind: str = "evento", date: str = "2014-05-10", **more: object) -> Record:
    values: dict[str, object] = {"topic": "deuda", "subject": None, "party": "", "confidence": Confidence.HIGH, "words": ""}
    values |= {"sources": (source("cronica"),)} | more
    return Record(id=f"hecho/{next(_numbers)}", kind=kind, text=text, date=date, **values)  # type: ignore[arg-type]


@dataclass(frozen=True)
class InventedLedger:
    """The ``Ledger`` protocol over what a test gives it."""

    rows: tuple[Fact, ...] = ()
    told: tuple[Record, ...] = ()
    cards: tuple[CommitmentCard, ...] = ()
    known: tuple[Concept, ...] = ()
    people: tuple[Fact, ...] = ()
    index: tuple[Fact, ...] = ()

    def load(self) -> Load:
        return Load("0", "2026-11-22T00:00:00", ())

    def subjects(self) -> Sequence[Subject]:
        return tuple(dict.fromkeys(row.series.subject for row in self.rows))

    def concepts(self) -> Sequence[Concept]:
        return tuple(dict.fromkeys((*self.known, *(row.series.concept for row in self.rows))))

    def series(self) -> Sequence[Series]:
        return tuple(dict.fromkeys(row.series for row in self.rows))

    def facts(self, series_ids: Sequence[str]) -> Sequence[Fact]:
        return _ordered(row for row in self.rows if row.series.id in series_ids)

    def fact(self, id: str) -> Fact | None:
        return next((row for row in self.rows if row.id == id), None)

    def group(self, name: str) -> Sequence[Fact]:
        return _ordered(row for row in self.rows if row.group == name)

    def records(self) -> Sequence[Record]:
        return sorted(self.told, key=lambda one: (one.date or "9999", one.id))

    def commitments(self) -> Sequence[CommitmentCard]:
        return self.cards

    def document(self, id: str) -> Document | None:
        return next((row.source.document for row in self.rows if row.source.document.id == id), None)

    def population(self, subject_id: str, year: int) -> Fact | None:
        return next((row for row in self.people if row.series.subject.id == subject_id and row.period and year in row.period.years), None)

    def prices(self, year: int) -> Fact | None:
        return next((row for row in self.index if row.period and year in row.period.years), None)

    def without(self, ids: Iterable[str]) -> InventedLedger:
        gone = set(ids)
        return replace(self, rows=tuple(row for row in self.rows if row.id not in gone))


def _ordered(rows: Iterable[Fact]) -> list[Fact]:
    return sorted(rows, key=lambda row: (row.period.start if row.period else date.max, str(row.stage or ""), RANK[row.confidence], row.id))


def term(clave: str, kind: str, name: str, *aliases: str, **more: object) -> Term:
    return Term(clave, kind, name, name, "", (name, *aliases), **more)  # type: ignore[arg-type]


def knowledge(terms: Iterable[Term] = (), faq: Iterable[FaqText] = ()) -> Knowledge:
    return Knowledge(tuple(terms), (), (), {}, {}, frozenset(), tuple(faq), {}, "0")


def entry(clave: str, question: str, answer: str = "Así es.", *also: str, topic: str = "deuda", state: str = "publicada") -> FaqText:
    return FaqText(clave, question, also, answer, topic, ("gaceta",), "transparencia", state, None, "inventado.yaml", 1)


YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Desk:
    """A ledger and a vocabulary with somebody to ask: names, concepts and years of a text are found by their exact words, act and topic
    are said by the test."""

    def __init__(self, ledger: InventedLedger, known: Knowledge) -> None:
        self.ledger, self.knowledge = ledger, known
        self.shelves = Shelves.of(known, ledger)
        self.answerer = Answerer(known, ledger)
        self._phrases = PhraseIndex((words(alias), one) for one in known.terms for alias in one.aliases)

    def read(self, text: str, act: Act = Act.AMOUNT, topic: Topic | None = Topic.BUDGET, **slots: object) -> Interpretation:
        typed = tokens(text)
        mentions = [
            Mention(
                one.kind, one.clave, text[typed[hit.start].start : typed[hit.end - 1].end], typed[hit.start].start, typed[hit.end - 1].end
            )
            for hit in self._phrases.find([token.text for token in typed])
            for one in hit.values
        ]
        values: dict[str, object] = {
            "mentions": tuple(mentions),
            "period": asked_years(*map(int, YEAR.findall(text))),
            "words": content_words(text),
            "confidence": 0.9,
            "asked": text,
        }
        return Interpretation(act, topic, **(values | slots))  # type: ignore[arg-type]

    def ask(
        self, text: str, act: Act = Act.AMOUNT, topic: Topic | None = Topic.BUDGET, after: Interpretation | None = None, **slots: object
    ) -> Answer:
        return self.answerer.answer(self.read(text, act, topic, **slots), Question(text, TODAY, after))


def asked_years(*years: int) -> AskedPeriod | None:
    """One year, or several side by side; None when none is named."""
    if not years:
        return None
    kind = "year" if len(years) == 1 else "years"
    return AskedPeriod(kind, years, date(min(years), 1, 1), date(max(years), 12, 31), " y ".join(map(str, years)))


def asked_span(first: int, last: int) -> AskedPeriod:
    return AskedPeriod("range", tuple(range(first, last + 1)), date(first, 1, 1), date(last, 12, 31), f"de {first} a {last}")


def figures(answer: Answer, role: Role = Role.ANSWER) -> tuple[Figure, ...]:
    """The figures of a role in any answer, the nearest ones of a missing one included."""
    held = answer.figures if isinstance(answer, Found) else answer.nearest if isinstance(answer, Missing) else ()
    return tuple(figure for figure in held if figure.role is role)


def amounts(answer: Answer, role: Role = Role.ANSWER) -> list[Decimal]:
    return [figure.amount for figure in figures(answer, role)]


def notes(answer: Answer) -> set[str]:
    return {note.id for note in getattr(answer, "notes", ())}
