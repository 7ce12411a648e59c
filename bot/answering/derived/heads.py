"""«¿Cuánto le toca a cada pensionado?»: a published amount divided by how many people it went to, both of one moment."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.answering.asked.per_person import PER_HEAD
from bot.answering.asked.slots import names_asked, unsaid
from bot.answering.derived.arithmetic import to_centavos, written
from bot.answering.figures.each_candidate import amount_facts
from bot.answering.figures.labels import figure_of
from bot.answering.figures.trends import amount_or_line
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Figure, Found, Role, Unit, each_document_once
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation, Topic
from bot.language.folding import fold

DEBT_PER_HEAD = "deuda-por-habitante"
# Whom a count counts, by the beginning of the word; the likelier count first.
COUNTS: Mapping[str, tuple[str, ...]] = {
    "pensionad": ("pensionados",),
    "jubilad": ("pensionados",),
    "pension": ("pensionados",),
    "trabajador": ("trabajadores-liquidados", "empleados-instituto", "trabajadores-activos"),
    "emplead": ("empleados-instituto", "trabajadores-liquidados"),
    "liquidad": ("trabajadores-liquidados",),
    "deportista": ("deportistas-becados",),
    "becad": ("deportistas-becados",),
    "becari": ("deportistas-becados",),
    "cotizante": ("trabajadores-activos",),
    "afiliad": ("activos-y-jubilados",),
}
# What «¿cuánto gana?» is worked out from: what all of them are paid.
PAID_TO: Mapping[str, str] = {"empleados-instituto": "nomina-trabajadores", "pensionados": "pago-mensual-pensiones"}
WHO = f"({'|'.join(who for who in COUNTS if who != 'pension')})"
WAYS = (
    re.compile(rf"\bcada (?:\w+ de (?:los|las|esos|esas) )?(?:\d+ )?{WHO}"),
    re.compile(rf"\bpor {WHO}"),
    re.compile(rf"\b(?:promedio|entre|divid\w+|repart\w+)\b.*?\b{WHO}"),
    re.compile(rf"\b{WHO}.*\bpromedio\b"),
    re.compile(r"\b(pension)(?:es)? promedio\b|\bpromedio de (?:las |una )?(pension)"),
)


def divided_among(reading: Interpretation) -> tuple[str, ...]:
    """The counts of people that the amount asked is to be divided by; empty where it is not."""
    typed = fold(reading.asked)
    if reading.per not in (None, "habitante") or not any(who in typed for who in COUNTS):
        return ()
    found = next((hit for way in WAYS if (hit := way.search(typed))), None)
    if found is None or "cotizantes-por-pensionado" in reading.concepts:
        return ()
    return COUNTS[next(part for part in found.groups() if part)]


def per_head(reading: Interpretation, shelves: Shelves) -> Found | None:
    """The quotient with its two inputs; None when no amount and count of one owner and one moment are published."""
    for count in divided_among(reading):
        for part in parts_asked(reading, count):
            for figure, facts in amount_facts(part, shelves):
                people = headcount(facts[0], count, shelves) if facts and figure.unit.is_money else None
                if people is not None:
                    return Found(reading, (quotient(figure, people), replace(figure, role=Role.INPUT), figure_of(people, Role.INPUT)))
    return None


def parts_asked(reading: Interpretation, count: str) -> Sequence[Interpretation]:
    """The reading without the people it is divided among, and of what they are paid where it names no amount."""
    kept = tuple(m for m in reading.mentions if m.clave not in (count, "sueldo"))
    measured = [m.clave for m in kept if m.kind == "concepto"]
    measure = reading.measure if reading.measure not in (count, "sueldo") else None
    left = tuple(word for word in reading.words if not word.startswith((*COUNTS, "promedio", "cada", "toca", "toco")))
    plain = replace(reading, per=None, mentions=kept, measure=measure, words=left)
    if (measured or "sueldo" not in (*reading.concepts, reading.measure)) and (measured or measure or count not in PAID_TO):
        return (plain,)
    pay = unsaid(PAID_TO[count]) if count in PAID_TO else None
    return (replace(plain, mentions=(*kept, pay), measure=pay.clave),) if pay else (plain,)


def headcount(fact: Fact, count: str, shelves: Shelves) -> Fact | None:
    """How many people the owner of the amount had at its moment: of the same date, month or year."""
    if fact.period is None:
        return None
    counts = [each for each in shelves.descriptors.of_concept(count, fact.series.subject.clave) if each.unit is Unit.PEOPLE and each.period]
    same = [each for each in counts if each.period and each.period.label == fact.period.label]
    inside = [
        each
        for each in counts
        if each.period and fact.period.start <= each.period.start and each.period.end <= fact.period.end and len(fact.period.label) == 4
    ]
    return next(iter(same or inside), None)


def quotient(figure: Figure, people: Fact) -> Figure:
    name = people.series.concept.name
    return replace(
        figure,
        label=f"{figure.label}, por persona",
        amount=to_centavos(figure.amount / people.amount),
        unit=Unit.MXN_PER_PERSON,
        sources=each_document_once((*figure.sources, people.source)),
        formula=f"{written(figure.amount)} pesos ÷ {written(people.amount)} {name}",
        note="",
    )


def published_per_head(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    """A figure per inhabitant that a document prints, of the year asked; otherwise it is worked out."""
    if reading.per != "habitante" or not reading.years:
        return None
    if not set(reading.concepts) & PER_HEAD:
        if reading.topic is not Topic.DEBT or set(reading.concepts) - {"saldo"}:
            return None
        if any(not shelves.terms[name.clave].witness for name in names_asked(reading)):
            return None
        reading = replace(reading, mentions=(unsaid(DEBT_PER_HEAD),), measure=DEBT_PER_HEAD)
    found = amount_or_line(reading, shelves, today)
    if not isinstance(found, Found):
        return None
    return found if all(figure.unit is Unit.MXN_PER_PERSON and not figure.derived for figure in found.figures) else None
