"""«¿Quién?», «¿cuándo?», «¿cuáles?», «¿en qué quedó?», «¿de dónde sale?»: answers made of published statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answering.asked.counting import thing_counted
from bot.answering.asked.loans import contracts
from bot.answering.asked.slots import concepts_asked, names_asked, without_said
from bot.answering.figures.amounts import amount
from bot.answering.figures.choosing import choose, figures_of
from bot.answering.figures.conflicts import MOST_CLAIMS
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.figures.labels import with_role
from bot.answering.search.index import content_words, forms, forms_of
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import belongs, facts_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import timely
from bot.answering.statements.builders import builder
from bot.answering.statements.commitments import card_for, listed, milestones_told
from bot.answering.statements.evidence import CONFLICT, figures_told
from bot.answering.statements.records import RecordMatch, bears_year, merged, period_fit, topic_fit
from bot.domain.answer import Answer, Explained, Figure, Found, Note, Role, Statement
from bot.domain.ledger import Fact, Record
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold, words

CREDIT_WORDS = ("credito", "prest", "emprestito", "acreedor")
# One statement a municipality: all of them, when they are listed.
AUDIT = "auditoria"
ASF = "auditoria superior de la federacion"
# A statement that covers less of the question than this is about something else.
LEAST = 0.4
# Of a loan or a work that it is about, one needs less.
LEAST_NAMED = 0.25
NEAR = 0.25
MOST = {Act.WHEN: 3, Act.WHO: 3, Act.LIST: 20, Act.STATUS: 4, Act.SOURCE: 3}
# An entry this near answers better than statements do.
FAQ_BETTER = 0.62
# One this near is the question itself.
FAQ_PLAIN = 0.8
# An entry whose own question begins like the one asked («¿quién…?») needs less.
FAQ_ALIKE = 0.45
BEGINS = {Act.WHO: ("quien", "quienes", "a quien"), Act.WHEN: ("cuando", "desde cuando", "en que fecha"), Act.STATUS: ("es cierto",)}
SURE = 0.65
# A figure whose words are all of the question's.
WHOLLY = 0.95
# «¿qué pasó con…?», «¿cómo va…?» ask how things stand; «aforo del estadio ya ampliado» asks for a figure.
STANDING = re.compile(
    r"\b(que (paso|ha pasado)|como (va|van|anda|sigue)|en que (va|quedo|quedaron|termino|acabo)|por que|ya (se|no|esta|fue|van)|sigue)\b"
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
    names_nothing = not (reading.period or names_asked(reading))
    if faq is not None and faq.score >= (FAQ_ALIKE if alike else FAQ_BETTER):
        entry = shelves.faq.open(faq.entry)
        if not found or found[0].score < 0.9 or (faq.score >= FAQ_PLAIN and names_nothing):
            return Explained(reading, entry)
        return Found(reading, statements=merged([match.record for match in found]), faq=entry)
    if found:
        claimed = timely(figures_told([found[0].record], shelves), query_of(reading, [])) if found[0].record.kind == CONFLICT else []
        rival = figures_of(claimed)
        return Found(reading, rival if len(rival) <= MOST_CLAIMS else (), merged([match.record for match in found]))
    return milestones_told(reading, shelves)


def surely_told(reading: Interpretation, shelves: Shelves, dated: bool = False) -> Found | None:
    """For a question that wanted a figure: only statements that cover nearly all of it, with the figures they print. One that prints
    none does not say how much. ``dated`` ones are of the very time asked."""
    sure = (match.record for match in best_records(reading, shelves) if match.covered >= SURE)
    found = [one for one in sure if not dated or bears_year(one, reading) or period_fit(one.date, reading) > 0]
    figures = of_what_is_measured(figures_of(figures_told(found[:1], shelves)[:MOST_CLAIMS]), reading, shelves)
    if not found or (not figures and "cuant" in fold(reading.asked)):
        return None
    notes = (Note("sources_disagree"),) if found[0].kind == CONFLICT and len(figures) > 1 else ()
    return Found(reading, figures, merged(found), notes=notes)


def audit_of(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«¿qué número de auditoría le tocó a Trancoso?»: what is told of the audits of the towns named."""
    towns = {mention.clave for mention in reading.of_kind("municipio")}
    whom = reading.act is Act.WHO and any(mention.clave == ASF for mention in reading.mentions)
    if not (towns or whom) or not any(word.startswith(AUDIT[:5]) for word in words(reading.asked)):
        return None
    kept = [one for one in shelves.records.all() if one.kind == AUDIT and one.subject and (one.subject.clave in towns or not towns)]
    told = [record for record in kept if period_fit(record.date, reading) >= 0]
    return Found(reading, statements=merged(told)) if told else None


# Of a statement about somebody who was named, and of the very time asked, this much of the question is enough.
LEAST_OF_PARTY = 0.35


def told_of_party(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«¿cuánto pedían los alcaldes priistas en diciembre de 2015?»: those who asked own no money, so no figure is theirs; the statement
    that names them, of that time, and the figure it prints. A rating agency or a court owns none at all: what it said, with its number."""
    # a governor named says of which years the question is
    typed = forms_of(words(without_said(reading, "gobierno")))
    voices = {m.clave for m in reading.of_kind("institucion", "banco")} - shelves.descriptors.owners
    for match in shelves.records.find(reading, Act.WHO)[: MOST[Act.LIST]]:
        if match.unmatched or match.covered < LEAST_OF_PARTY or period_fit(match.record.date, reading) < 0:
            continue
        party, dated = content_words(match.record.party), period_fit(match.record.date, reading) > 0
        if dated and len(party) > 1 and all(set(forms(word)) & typed for word in party):
            figures = figures_of(figures_told([match.record], shelves)[:MOST_CLAIMS])
            return Found(reading, figures, merged([match.record])) if figures else None
        if voices & shelves.records.parties(match.record) and PRINTED.search(match.record.text):
            return Found(reading, statements=merged([match.record]))
    return None


# «de 26.9% a 14.8%», «30 días»
PRINTED = re.compile(r"\d ?%|\b\d{1,3}(?:\.\d+)? \w+")


def best_records(reading: Interpretation, shelves: Shelves, act: Act | None = None) -> list[RecordMatch]:
    named = bool(reading.of_kind("prestamo", "banco", "obra"))
    least = LEAST_NAMED if named and (act or reading.act) is Act.STATUS else LEAST
    found = [match for match in shelves.records.find(reading, act) if not match.unmatched and not of_another_town(match.record, reading)]
    if (act or reading.act) is Act.LIST and found and found[0].record.kind == AUDIT and found[0].covered >= least:
        alike = [match for match in found if match.record.kind == AUDIT]
        return sorted(alike, key=lambda match: match.record.id)[: MOST[Act.LIST]]
    ranked = [match for match in found if match.covered >= (LEAST_NAMED if holds_names(match, reading) else least)]
    if not ranked:
        return []
    ranked = [match for match in ranked if not astray(match.record, reading)]
    if not ranked:
        return []
    near = [match for match in ranked if match.score >= ranked[0].score - NEAR]
    return of_one_kind(near, reading) if (act or reading.act) is Act.LIST else near[: MOST.get(act or reading.act, 3)]


SEVERAL = 2


def holds_names(match: RecordMatch, reading: Interpretation) -> bool:
    """It bears every one of the names asked, of which there are several: «¿qué día se firmó con Banorte el crédito del rescate?»"""
    return len({mention.clave for mention in names_asked(reading)}) >= SEVERAL and not match.unmatched


def of_another_town(record: Record, reading: Interpretation) -> bool:
    """«¿qué municipio tiene más por aclarar?»: what is told of one town answers for none, unless towns are listed or named."""
    towns = {mention.clave for mention in reading.of_kind("municipio")}
    one = record.subject if record.subject and record.subject.kind == "municipio" else None
    return one is not None and reading.act is not Act.LIST and one.clave not in towns


def astray(record: Record, reading: Interpretation) -> bool:
    """Of another topic and of another time than asked: words alone brought it here."""
    return topic_fit(record.topic, reading.topic) < 0 and period_fit(record.date, reading) < 0


def of_one_kind(near: Sequence[RecordMatch], reading: Interpretation) -> list[RecordMatch]:
    """A list holds things of one kind, in the order of time: credits, not credits, uses and disagreements mixed."""
    of_credits = any(word.startswith(CREDIT_WORDS) for word in reading.words)
    kind = "credito" if of_credits and any(match.record.kind == "credito" for match in near) else near[0].record.kind
    alike = [match for match in near if match.record.kind == kind]
    chosen = alike if len(alike) > 1 else list(near)
    return sorted(chosen, key=lambda match: match.record.date or "9999")[: MOST[Act.LIST]]


def lenders(reading: Interpretation, shelves: Shelves) -> list[Record]:
    """«¿quién le prestó al estado en 2011?»: the credits of that time, with who lent."""
    spoken = any(word.startswith(CREDIT_WORDS) for word in words(reading.asked))
    if reading.act is not Act.WHO or reading.topic is not Topic.DEBT or not spoken:
        return []
    if reading.period is None or reading.of_kind("prestamo", "banco", "institucion"):
        return []
    return [one for one in shelves.records.all() if one.kind == "credito" and one.date and period_fit(one.date, reading) > 0]


# «¿qué dice el gobierno del Código Urbano?»: the sides of the card
SIDES = re.compile(r"\b(?:dice|dicen|dijo|muestra\w*|cuenta|hay de)\b.*\b(?:gobierno|evidencias?|documentos?|dinero|pruebas?)\b")


def card_with_sides(reading: Interpretation, shelves: Shelves) -> Found | None:
    """What government, documents and money say of the commitment named."""
    if not reading.of_kind("compromiso") or not SIDES.search(fold(reading.asked)):
        return None
    card = card_for(reading, shelves)
    return Found(reading, commitment=card) if card and card.voices else None


def listing(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """Commitments, reports, or statements of one kind, with the figures they carry."""
    if sides := card_with_sides(reading, shelves):
        return sides
    if thing_counted(reading) and (counted := shelves.reports.count(reading)):
        return counted
    if found := listed(reading, shelves) or shelves.reports.find(reading):
        return found
    told = telling(reading, shelves, today)
    best = next(iter(shelves.finder.rank(reading, 1)), None)
    if best and best.named and best.covered >= WHOLLY and not (reading.concepts or best.descriptor.municipal):
        # «¿qué municipios aportan 14 %?»: the words are those of one figure, whose note names them
        return amount(reading, shelves, today) or told
    money = listed_figures(reading, shelves)
    if not money and reading.of_kind("municipio") and reading.concepts:
        return amount(reading, shelves, today)
    if not money and disagreeing(reading):
        money = figures_of(figures_told([match.record for match in best_records(reading, shelves)[:1]], shelves))
    if money and isinstance(told, Found):
        return replace(told, figures=(*told.figures, *money))
    return Found(reading, money) if money and told is None else told


def listed_figures(reading: Interpretation, shelves: Shelves) -> tuple[Figure, ...]:
    """Every published figure of the kind listed («obras deportivas de 2023»), largest first; none unless a concept is named."""
    facts: list[Fact] = []
    for concept in concepts_asked(reading):
        for candidate in shelves.finder.rank(reading, 80):
            if belongs(candidate, concept, shelves) and not candidate.unmatched and not candidate.descriptor.municipal:
                facts += choose(facts_of([candidate], shelves), query_of(reading, [candidate])).answers
    facts = facts or sisters(reading, shelves)
    parts = [part for fact in facts for part in shelves.descriptors.parts_of(fact)]
    if len(parts) > 1:
        return figures_of(sorted(dict.fromkeys(parts), key=lambda fact: -fact.amount)) + figures_of(facts, Role.CONTEXT)
    return figures_of(sorted(dict.fromkeys(facts), key=lambda fact: -fact.amount)[: MOST[Act.LIST]])


def sisters(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«los adeudos del ISSSTEZAC en 2020»: nobody printed their total then; what it owed to each."""
    wider = {shelves.concepts[id].parent for id in concepts_asked(reading) if id in shelves.concepts} - {""}
    ranked = [each for each in shelves.finder.rank(reading, 80) if not each.unmatched and not each.foreign]
    owner = ranked[0].series[0].subject if ranked and wider else None
    kin = [each for each in ranked if each.series[0].concept.parent in wider and each.series[0].subject == owner]
    return [fact for each in kin for fact in choose(facts_of([each], shelves), query_of(reading, [each])).answers]


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
    if isinstance(told, Found) and isinstance(money, Found):
        typed = fold(reading.asked)
        # an amount typed is a premise: the stored one answers it
        asked = "cuant" in typed or bool(reading.amounts) or (bool(reading.concepts) and not STANDING.search(typed))
        # «¿en qué quedó el hotel?»: what the statement itself prints is how it stands
        printed = () if asked else figures_of(figures_told([m.record for m in best_records(reading, shelves)[:1]], shelves)[:MOST_CLAIMS])
        return replace(told, figures=printed or (money.figures if asked else with_role(money.figures, Role.CONTEXT)))
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
    facts = [fact for id in figure.fact_ids if (fact := shelves.ledger.fact(id))]
    return any({fact.series.concept.id, fact.series.concept.parent} & set(reading.concepts) for fact in facts)


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
