"""``report semana``: what was asked, not answered, badly rated and never found, and which words nobody knows. Of nobody in particular."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.app import Assistant
from bot.editorial.grouping import Group, groups
from bot.editorial.suggesting import unread_words
from bot.state import State

_LISTED = 20
_OUTCOMES = {
    "found": "con cifra o hecho",
    "explained": "con una respuesta del personal",
    "unclear": "con una pregunta de vuelta",
    "missing": "sin dato publicado",
    "not_understood": "fuera de tema o sin entender",
    "smalltalk": "saludos y cortesías",
}
_ASKED = "preguntas"
NOTHING = "Nada esta semana."


@dataclass(frozen=True)
class Section:
    """``rows`` are as long as ``columns``; ``remark`` says what the numbers do not."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    remark: str = ""


@dataclass(frozen=True)
class Week:
    first: date
    last: date
    sections: tuple[Section, ...]


def week_until(state: State, assistant: Assistant, last: date) -> Week:
    """The seven days that end on ``last``, both included."""
    first = last - timedelta(days=6)
    unanswered = [each for each in state.unanswered.since(first) if each.asked_on <= last]
    found = groups(unanswered, assistant, last)
    never = tuple(group for group in found if group.unpublished)
    lost = tuple(group for group in found if not group.unpublished)
    unread = tuple((word, len(texts), texts[0]) for word, texts in unread_words(unanswered).items())
    sections = (
        _asked(state, first, last),
        Section("No se contestaron", _GROUPED, tuple(_grouped(lost)), "Fuera de tema, sin entender o con una pregunta de vuelta."),
        Section("Se entendieron y no hay dato publicado", _GROUPED, tuple(_grouped(never)), "Candidatas a una solicitud de información."),
        _badly_rated(state, first, last),
        _said_wrong(state, first, last),
        Section(
            "Palabras que nadie conoce",
            ("palabra", "veces", "por ejemplo"),
            unread[:_LISTED],
            "«ruta knowledge suggest» propone qué hacer con ellas.",
        ),
    )
    return Week(first, last, sections)


def markdown(week: Week) -> str:
    lines = [f"# Semana del {week.first.isoformat()} al {week.last.isoformat()}", ""]
    lines += ["Las preguntas van con los datos personales tapados y sin decir de quién son.", ""]
    for section in week.sections:
        lines += [f"## {section.title}", "", *([section.remark, ""] if section.remark else [])]
        if section.rows:
            lines += [f"| {' | '.join(section.columns)} |", f"|{'---|' * len(section.columns)}"]
            lines += [f"| {' | '.join(_cell(value) for value in row)} |" for row in section.rows]
        else:
            lines.append(NOTHING)
        lines.append("")
    return "\n".join(lines)


_GROUPED = ("veces", "pregunta", "tema", "también la dicen")


def _grouped(found: Sequence[Group]) -> Iterator[tuple[str | int, ...]]:
    for group in found[:_LISTED]:
        topic = group.reading.topic.value if group.reading.topic else ""
        yield group.times, group.questions[0], topic, " / ".join(group.questions[1:4])


def _asked(state: State, first: date, last: date) -> Section:
    counted: Counter[str] = Counter()
    for names in state.counters.between(first, last).values():
        for name, count in names.items():
            counted[name.rpartition(".")[2]] += count
    rows = [("preguntas", counted[_ASKED]), *((said, counted[name]) for name, said in _OUTCOMES.items())]
    return Section("Qué se preguntó", ("qué", "cuántas"), tuple(rows) if counted[_ASKED] else ())


def _badly_rated(state: State, first: date, last: date) -> Section:
    rows = []
    for receipt, useful, useless in state.ratings.by_receipt(first, last):
        kept = state.receipts.find(receipt)
        outcome = _OUTCOMES.get(kept.content.outcome, "") if kept else "ya no se guarda"
        if useless:
            rows.append((receipt, useless, useful, outcome))
    return Section("Respuestas que no sirvieron", ("recibo", "no sirvió", "sirvió", "qué se contestó"), tuple(rows[:_LISTED]))


def _said_wrong(state: State, first: date, last: date) -> Section:
    told = [each for each in state.reports.listed(everything=True) if first <= each.sent_on <= last]
    rows = tuple((each.receipt or "sin recibo", each.comment, each.state) for each in told[:_LISTED])
    return Section("Avisos de «esta cifra está mal»", ("recibo", "qué dijeron", "estado"), rows)


def _cell(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else " ".join(value.split()).replace("|", "¦")
