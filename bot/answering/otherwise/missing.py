"""Understood, but not published: what is missing in words, what is nearest, and where to go on from there."""

from __future__ import annotations

import re

from bot.answering.asked.budget_items import BUDGET
from bot.answering.asked.moments import asks_what_was_spent
from bot.answering.asked.plain_words import PLAIN
from bot.answering.asked.slots import asked_words, concepts_asked, names_asked
from bot.answering.asked.town_money import SAID_OF_TOWNS
from bot.answering.figures.labels import facts_behind, inside, of_name
from bot.answering.search.index import content_words
from bot.answering.search.shelves import Shelves
from bot.domain.answer import NAMELESS, Figure, Missing, Note
from bot.domain.period import AskedPeriod
from bot.domain.reading import Interpretation
from bot.domain.vocabulary import Term
from bot.language.folding import fold


def missing(reading: Interpretation, shelves: Shelves, nearest: tuple[Figure, ...] = ()) -> Missing:
    """``nearest`` are figures of the same subject and concept, already with role ``nearest``. After «¿qué municipios recibieron más FAIS en
    2024?», «¿y cómo quedó en 2023?» is of that fund, and what remained of the debt is not near."""
    if "measure" in reading.carried and not reading.concepts:
        nearest = tuple(figure for figure in nearest if is_of(reading, figure, shelves))
    notes = (Note("nearest_period"),) if nearest and reading.period else ()
    return Missing(reading, subject_of(reading, shelves, nearest), nearest, notes)


def is_of(reading: Interpretation, figure: Figure, shelves: Shelves) -> bool:
    """Of the topic read, or of what was measured before."""
    series = [fact.series for fact in facts_behind((figure,), shelves.ledger)]
    return not series or any(one.topic == reading.topic or reading.measure in (one.concept.id, one.concept.parent) for one in series)


def subject_of(reading: Interpretation, shelves: Shelves, nearest: tuple[Figure, ...] = ()) -> str:
    """What is missing, as a person would say it: «presupuesto aprobado de la Secretaría de Salud, 2024»; where the question names no
    measure, that of the nearest figure."""
    when = f", {said_of(reading.period)}" if reading.period and reading.period.said else ""
    if asks_what_was_spent(reading) and concepts_asked(reading) == (BUDGET,) and not names_asked(reading):
        return f"gasto del estado{when}"
    if nearest and not reading.concepts and when:
        return f"{inside(nearest[0].label)}{when}"
    concept = next((shelves.concepts[c].name for c in concepts_asked(reading) if c in shelves.concepts), "")
    if not concept or is_of_a_thing_unnamed(reading):
        concept = quoted(reading)
    if not concept:
        return NAMELESS
    if concept.startswith("«"):
        return concept
    stage = f" {reading.stage}" if reading.stage and str(reading.stage) not in concept else ""
    names = [shelves.terms[clave] for clave in reading.entities if clave in shelves.terms]
    owners = " y ".join(of_name(term.article, _called(term)) for term in names if _called(term).lower() not in concept.lower())
    if not names and SAID_OF_TOWNS.search(fold(reading.asked)) and "municip" not in concept:
        owners = "de los municipios"
    elif not names and concepts_asked(reading) == (BUDGET,):
        owners = "del estado"
    return f"{concept}{stage}{' ' + owners if owners else ''}{when}"


def is_of_a_thing_unnamed(reading: Interpretation) -> bool:
    """«¿cuánto invierten en carreteras?»: only the topic said that a budget is asked, and its other words say of what."""
    typed = any(mention.said for mention in reading.of_kind("concepto"))
    return not typed and not names_asked(reading) and concepts_asked(reading) == (BUDGET,) and bool(set(asked_words(reading)) - PLAIN)


def said_of(period: AskedPeriod) -> str:
    """«2026», where «este año» was said, and «2023» for «23»: a request for information is read on another day, by somebody else."""
    if re.search(r"\d{4}", period.said) or period.start is None or period.end is None or period.start.year != period.end.year:
        return period.said
    return str(period.start.year) if (period.end - period.start).days > MOST_OF_A_YEAR else period.said


def quoted(reading: Interpretation) -> str:
    """The question from its first telling word on, «refrigerador comunitario», where it names nothing that is measured."""
    said = [(found.start(), found.end()) for found in re.finditer(r"\w+", reading.asked) if content_words(found.group())]
    if not said:
        return ""
    text = reading.asked[said[0][0] : said[-1][1]]
    if LIKE_ONES_OWN.search(text):
        # «facturen a NITH 730107, nss 0841…»: somebody's own data are not said again
        return ""
    return f"«{text if len(text) <= LONGEST else text[:LONGEST].rsplit(' ', 1)[0] + '…'}»"


LIKE_ONES_OWN = re.compile(r"@|\d{5,}|\d{3}[ -]\d{3}")
LONGEST, MOST_OF_A_YEAR = 70, 300


def _called(term: Term) -> str:
    """The short name where the article fits it too: «la Secretaría de Desarrollo Social», not «la Desarrollo Social»."""
    short = term.short or term.name
    return short if short.isupper() or short.split()[0] == term.name.split()[0] else term.name
