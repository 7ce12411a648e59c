"""«¿Qué es…?», «¿por qué…?»: what staff wrote, unless a figure answers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.answering.asked.slots import NEIGHBOURS, concepts_asked, names_asked
from bot.answering.figures.amounts import amount
from bot.answering.otherwise.missing import missing
from bot.answering.otherwise.second_thoughts import FIGURE_ACTS, MOSTLY
from bot.answering.search.selecting import is_about
from bot.answering.search.shelves import Shelves
from bot.answering.statements.faq import FAQ_CLEAR, FAQ_CLEARER, FAQ_LIKELY, FAQ_SAME, FAQ_WHOLE, FAQ_WHY
from bot.answering.statements.tellings import telling
from bot.domain.answer import Answer, Explained, Found
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.vocabulary import FaqText
from bot.language.folding import fold

WHY = re.compile(r"\b(por ?que|xq|pq)\b")
ASKS_FIGURES = re.compile(r"cuant|\bcuales (?:son|eran|fueron)\b")
EXPLAINABLE = FIGURE_ACTS | {Act.LIST}


def explained(reading: Interpretation, shelves: Shelves, today: date) -> Answer:
    """The entry that answers, or what the statements tell; the amount typed, corrected, where what is measured is published."""
    if reading.amounts and any(concept in shelves.descriptors.published for concept in reading.concepts):
        # «¿por qué hay 10 mil pensionados?»: the amount is a premise to check
        checked = amount(replace(reading, act=Act.AMOUNT), shelves, today)
        if isinstance(checked, Found):
            return checked
    match = shelves.faq.best(reading)
    if match and match.score >= (FAQ_LIKELY if is_near(match.entry, reading) else FAQ_CLEAR):
        return Explained(reading, shelves.faq.open(match.entry))
    found = telling(reading, shelves, today)
    return found or missing(reading, shelves)


def written(reading: Interpretation, shelves: Shelves) -> Explained | None:
    """What staff wrote, where it goes before any figure."""
    return why(reading, shelves) or kinds_told(reading, shelves) or unmeasured(reading, shelves)


OF_KINDS = re.compile(r"\b(?:capitulos?|clasific\w+|finalidad\w*|categoria\w*|rubros?)\b")


def asks_of_kinds(reading: Interpretation) -> bool:
    """«¿en qué capítulos se divide el gasto?»: of no time and of nobody, so the idea is asked and no money."""
    dated = reading.period or reading.amounts or names_asked(reading)
    return reading.act is Act.BREAKDOWN and not dated and bool(OF_KINDS.search(fold(reading.asked)))


def kinds_told(reading: Interpretation, shelves: Shelves) -> Explained | None:
    match = shelves.faq.best_about(reading) if asks_of_kinds(reading) else None
    return Explained(reading, shelves.faq.open(match.entry)) if match and match.score >= FAQ_CLEAR else None


def why(reading: Interpretation, shelves: Shelves) -> Explained | None:
    """«¿por qué la CONADE frenó el dinero?»: an entry that says why goes before a figure that does not."""
    typed = fold(reading.asked)
    if reading.act not in EXPLAINABLE or reading.amounts or not WHY.search(typed) or ASKS_FIGURES.search(typed):
        return None
    match = shelves.faq.best_about(reading)
    says_why = match is not None and (WHY.search(fold(match.entry.question)) or match.score >= FAQ_CLEAR)
    return Explained(reading, shelves.faq.open(match.entry)) if match and says_why and match.score >= FAQ_WHY else None


def unmeasured(reading: Interpretation, shelves: Shelves) -> Explained | None:
    """«¿cuánto dinero tiene el INCUFIDEZ?», which names nothing that is measured: what staff wrote of it goes before a figure that only
    shares its words, unless it is about a name asked or most of the words are of it."""
    narrowed = concepts_asked(reading) or reading.amounts or reading.per or reading.stage or reading.carried
    if narrowed or reading.of_kind("municipio"):
        return None
    if reading.act is Act.BREAKDOWN or (reading.act is Act.LIST and reading.topic is Topic.DEBT):
        return of_no_one(reading, shelves)
    if reading.act is not Act.AMOUNT:
        return None
    match = shelves.faq.best_about(reading)
    if match is None or not is_near(match.entry, reading):
        return None
    best = next((each for each in shelves.finder.rank(reading, 1) if is_about(each)), None)
    said = best is not None and (best.concept_hit or best.named or best.covered >= MOSTLY)
    least = FAQ_WHOLE if reading.period else FAQ_SAME if said else FAQ_CLEARER
    return Explained(reading, shelves.faq.open(match.entry)) if match.score >= least else None


def is_near(entry: FaqText, reading: Interpretation) -> bool:
    """The entry is of the topic asked, or of one beside it."""
    return reading.topic is None or entry.topic in (reading.topic, *NEIGHBOURS.get(str(reading.topic), ()))


def of_no_one(reading: Interpretation, shelves: Shelves) -> Explained | None:
    """«¿en qué se gastaron el préstamo?», «lista de créditos», without saying which: the entry tells which of what was asked for,
    authorised and signed is the same money."""
    if reading.period or names_asked(reading):
        return None
    match = shelves.faq.best_about(reading)
    alike = match is not None and match.entry.topic == reading.topic and match.score >= FAQ_CLEARER
    return Explained(reading, shelves.faq.open(match.entry)) if match and alike else None
