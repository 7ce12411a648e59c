"""«¿Quién?», «¿cuándo?», «¿cuáles?», «¿en qué quedó?», «¿de dónde sale?»: answers made of published statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answering.asked.acts import mentions_how_much
from bot.answering.asked.budget_items import BUDGET
from bot.answering.asked.counting import counts_days
from bot.answering.asked.loans import contracts
from bot.answering.asked.slots import asked_words, names_asked, names_several
from bot.answering.figures.amounts import amount
from bot.answering.figures.choosing import figures_of
from bot.answering.figures.conflicts import MOST_CLAIMS
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.figures.labels import facts_behind, with_role
from bot.answering.search.queries import query_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import timely
from bot.answering.statements.builders import builder
from bot.answering.statements.commitments import card_for, milestones_told
from bot.answering.statements.evidence import CONFLICT, figures_told
from bot.answering.statements.faq import FAQ_ALIKE, FAQ_BETTER, FAQ_SAME
from bot.answering.statements.nearest import LEAST, LEAST_NAMED, best_records
from bot.answering.statements.parties import audit_of, lenders, told_of_party
from bot.answering.statements.records import bears_year, merged, period_fit
from bot.domain.answer import Answer, Explained, Figure, Found, Note, Role, Statement
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold, words

BEGINS = {
    Act.WHO: ("quien", "quienes", "a quien"),
    Act.WHEN: ("cuando", "desde cuando", "para cuando", "en que fecha"),
    Act.STATUS: ("es cierto", "que paso", "que pasa", "ya"),
}
SURE = 0.65
# «¿qué pasó con…?», «¿cómo va…?» ask how things stand; «aforo del estadio ya ampliado» asks for a figure.
STANDING = re.compile(
    r"\b(que (paso|ha pasado)|como (va|van|anda|sigue)|en que (va|quedo|quedaron|termino|acabo)|por que|sigue|siguen|todavia"
    r"|ya (le |les |lo |la |los |las |nos |se )*(no|esta|fue|van|pag|vend|termin|acab|abri|qued|entreg|devolv|cerr|funcion)\w*)\b"
    r"|\bya se\b"
)


def telling(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """Statements nearest to the question; an FAQ entry that answers it better goes first."""
    if reading.act is Act.WHO and (card := card_for(reading, shelves)) and card.responsible:
        return Found(
            reading, commitment=card, statements=(Statement(f"Responsables: {card.responsible}.", card.status_date, card.sources),)
        )
    if reading.act is Act.WHO and not reading.of_kind("municipio") and (audited := audit_of(reading, shelves)):
        return audited
    if built := builder(reading, shelves):
        return built
    if lent := lenders(reading, shelves):
        return Found(reading, statements=merged(lent))
    faq = shelves.faq.best_about(reading)
    found = best_records(reading, shelves)
    alike = faq is not None and fold(faq.entry.question).lstrip("¿").startswith(BEGINS.get(reading.act, ("¿",)))
    if faq is not None and faq.score >= (FAQ_ALIKE if alike else FAQ_BETTER):
        entry = shelves.faq.open(faq.entry)
        plain = faq.score >= FAQ_SAME and not reading.period
        if not found or found[0].score < 0.9 or plain or (reading.act is Act.WHO and alike and faq.score >= FAQ_BETTER):
            return Explained(reading, entry)
        # beside what staff wrote, a disagreement is told to whoever speaks of one
        told = [match.record for match in found if match.record.kind != CONFLICT or match is found[0] or disagreeing(reading)]
        return Found(reading, statements=merged(told), faq=entry)
    if found:
        claimed = timely(figures_told([found[0].record], shelves), query_of(reading, [])) if found[0].record.kind == CONFLICT else []
        rival = figures_of(claimed)
        return Found(reading, rival if len(rival) <= MOST_CLAIMS else (), merged([match.record for match in found]))
    return milestones_told(reading, shelves)


def surely_told(reading: Interpretation, shelves: Shelves, dated: bool = False) -> Found | None:
    """For a question that wanted a figure: only statements that cover nearly all of it, with the figures they print. One that prints
    none does not say how much. ``dated`` ones are of the very time asked."""
    if not names_asked(reading) and len(asked_words(reading)) < 2:
        # «¿cuánto ganó el estado?» is not about the banks that win a tender
        return None
    sure = (match.record for match in best_records(reading, shelves) if match.covered >= SURE)
    if any(mention.clave == BUDGET for mention in reading.of_kind("concepto")):
        # «¿qué parte del presupuesto es para salud?» is not what a credit was to pay for
        sure = (record for record in sure if record.topic == reading.topic)
    found = [one for one in sure if not dated or bears_year(one, reading) or period_fit(one.date, reading) > 0]
    figures = of_what_is_measured(figures_of(figures_told(found[:1], shelves)[:MOST_CLAIMS]), reading, shelves)
    if counts_days(reading):
        # «¿de cuántos días quedó?»: no amount of money says it
        figures = tuple(figure for figure in figures if not figure.unit.is_money)
    if not found or (not figures and "cuant" in fold(reading.asked)):
        return None
    notes = (Note("sources_disagree"),) if found[0].kind == CONFLICT and len(figures) > 1 else ()
    return Found(reading, figures, merged(found), notes=notes)


def with_disagreement_told(found: Found, shelves: Shelves) -> Found:
    """«¿el Cobaez le debía al ISSSTEZAC o al revés? Leí las dos cosas»: the figure, with what is known of the disagreement about those
    very names."""
    reading = found.reading
    names = {mention.clave for mention in names_asked(reading)}
    # «¿el ISSSTEZAC le debe al Cobaez?» asks which of the two, and not how much
    of_two = len(names) > 1 and not mentions_how_much(words(reading.asked))
    if found.statements or not (disagreeing(reading) or of_two) or not names:
        return found
    told = [each for each in shelves.records.find(reading) if each.record.kind == CONFLICT and not each.unmatched]
    several = names_several(reading)
    told = told if several or disagreeing(reading) else []
    near = [each.record for each in told if each.covered >= (LEAST_NAMED if several else LEAST)][:1]
    return replace(found, statements=merged(near)) if near else found


def status(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """A commitment's card when one is meant; else what the latest statements say, with the money beside them."""
    if card := card_for(reading, shelves):
        return Found(reading, commitment=card)
    if report := shelves.reports.find(reading):
        return report
    if said := told_of_party(reading, shelves):
        return said
    told = telling(reading, shelves, today)
    money = amount(reading, shelves, today)
    if isinstance(told, Found):
        # how something stands is told in the order in which it happened
        told = replace(told, statements=tuple(sorted(told.statements, key=lambda each: each.date or "9999")))
    if isinstance(told, Found) and isinstance(money, Found):
        typed = fold(reading.asked)
        # an amount typed is a premise: the stored one answers it
        asked = "cuant" in typed or bool(reading.amounts) or (bool(reading.concepts) and not STANDING.search(typed))
        if told.faq and not asked:
            # the entry and the statements print what there is to know
            return told
        # «¿en qué quedó el hotel?»: what the statement itself prints is how it stands
        printed = () if asked else figures_of(figures_told([m.record for m in best_records(reading, shelves)[:1]], shelves)[:MOST_CLAIMS])
        beside = with_role(money.figures, Role.CONTEXT) if reading.concepts else ()
        return replace(told, figures=printed or (money.figures if asked else beside))
    return told or money


def of_what_is_measured(figures: Sequence[Figure], reading: Interpretation, shelves: Shelves) -> tuple[Figure, ...]:
    """«¿cuántos pasivos cubrió?» is not answered by the debt that the same statement prints: where the measure named is published, the
    figures that are of it."""
    if not any(concept in shelves.descriptors.published for concept in reading.concepts):
        return tuple(figures)
    return tuple(figure for figure in figures if _measures(figure, reading, shelves))


def _measures(figure: Figure, reading: Interpretation, shelves: Shelves) -> bool:
    """«¿qué tasa ofreció?» is not answered with how much was lent: the statement says the rate."""
    if not reading.concepts:
        return True
    asked = set(reading.concepts)
    return any({fact.series.concept.id, fact.series.concept.parent} & asked for fact in facts_behind([figure], shelves.ledger))


def terms(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """Conditions of a loan: the figures (rate, spread, months) and the statement that tells the rest."""
    plain = None if reading.period or names_asked(reading) else shelves.faq.best_about(reading)
    if plain is not None and plain.score >= FAQ_BETTER:
        return Explained(reading, shelves.faq.open(plain.entry))
    money = amount(reading, shelves, today)
    told = [match.record for match in best_records(reading, shelves, Act.TERMS)]
    loans = {mention.clave for mention in reading.of_kind("prestamo")}
    statements = merged(told or [one for one in contracts(shelves) if one.subject and one.subject.clave in loans])
    if isinstance(money, Found):
        asked = [figure for figure in money.figures if not statements or _measures(figure, reading, shelves)]
        if asked:
            return replace(money, figures=tuple(asked), statements=statements)
    if statements:
        return Found(reading, statements=statements, notes=(Note("partial_list"),))
    return telling(reading, shelves, today) or money
