"""«¿Qué porcentaje?»: what part of a whole a figure is, when nobody printed the percentage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answering.asked.budget_items import OF_THE_DEBT_BUDGET, is_for_debt
from bot.answering.asked.default_measures import DEFAULT_MEASURES
from bot.answering.asked.income_origins import ALL_INCOME, BY_ORIGIN
from bot.answering.asked.share_words import base_asked
from bot.answering.asked.slots import COUNTRY, LOAN_MEASURE, STATE, concepts_asked, unsaid
from bot.answering.derived.across_stages import across_stages
from bot.answering.derived.arithmetic import share, total
from bot.answering.derived.growth import asks_growth
from bot.answering.derived.sums import sum_of_concept
from bot.answering.figures.choosing import choose, figures_of
from bot.answering.figures.each_candidate import amount_facts
from bot.answering.figures.labels import figure_of, first_upper, inside, with_role
from bot.answering.figures.sets_of_parts import parts_of, parts_of_fact
from bot.answering.search.index import content_words, forms_of
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of, is_about
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Figure, Found, Missing, Role, Unit
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation, Topic
from bot.language.folding import fold, words

# The whole a figure is part of when the question leaves it unsaid, by concept of the part.
WHOLES = {
    "presupuesto": "presupuesto",
    "presupuesto-deuda": "presupuesto",
    "ingresos-origen-federal": "ingresos-totales",
    "ingresos-origen-estatal": "ingresos-totales",
}
FOR_THE_DEBT = "presupuesto-deuda"
# Concepts that are only ever the whole of a share.
BASES = frozenset({"pib-corriente", "pib-constante", "poblacion"})
# What the country's figure of each kind of federal money is called; those of the state that count more than it are not here.
NATIONAL = {
    "gasto-federalizado": "nacional-gasto-federalizado",
    "participaciones": "nacional-gasto-federalizado-participaciones",
    "ramo-33": "nacional-gasto-federalizado-aportaciones",
    "convenios": "nacional-gasto-federalizado-convenios",
}
FEDERAL_BUDGET = "nacional-gasto-neto-federal-pef"
OF_COUNTRY = re.compile(r"\b(nacional\w*|pais|paises|mexico|federacion|todos los estados|toda la republica|republica)\b")
WHOLE_COUNTRY = re.compile(
    r"\b(?:del|en el|todo el) pais\b|\bde lo nacional\b|\ba nivel nacional\b|\bde tod[oa]s? (?:los estados|la republica)\b"
)
# «de lo que le entró al estado, ¿qué tanto es de la federación?»
FEDERATION = re.compile(r"\bfedera(?:l|les|cion)\b")
OF_FEDERATION = frozenset({"gasto-federalizado", "ingresos-origen-federal"})
OURS = re.compile(r"\b(zacatecas|estado|entidad|nos|aca|aqui|zacatecan\w*)\b")
# How many candidates two figures are looked for among, of which one is a part of the other.
MOST_ABOUT = 4
POINTS_BACK = re.compile(r"\b(eso|esa|ese|esos|esas|ello|su|sus|aquello)\b")


def share_of_whole(reading: Interpretation, shelves: Shelves, before: Interpretation | None = None) -> Found | Missing | None:
    """The percentage with its two inputs; None when part and whole of one stage, unit and period are not both published, missing where two
    stages are asked. ``before`` is the turn before: «¿qué parte de sus ingresos propios es eso?»."""
    if asks_growth(reading):
        return None
    if apart := across_stages(reading, shelves):
        return apart
    base = base_meant(reading)
    told: list[Figure] = []
    for part_reading in part_readings(reading, before):
        for part, facts in [*amount_facts(part_reading, shelves)[:3], *alike(part_reading, shelves)]:
            if facts and is_the_base(facts[0], base, reading):
                continue
            for whole in wholes_for(facts[0] if facts else None, part, reading, shelves):
                found = share(part, whole)
                if found and 0 < part.amount < whole.amount and part.label != whole.label:
                    return Found(reading, (found, *with_role((part, whole), Role.INPUT)))
            told += share_noted(part, facts)
    if told:
        return Found(reading, (told[0],))
    return share_of_part(reading, shelves) or share_of_breakdown(reading, shelves)


NOTED = re.compile(r"\b(\d+(?:\.\d+)?) ?% del total\b")


def share_noted(part: Figure, facts: Sequence[Fact]) -> list[Figure]:
    """The percentage that the document itself gives beside the part: «33,569 millones, 91.2 % del total»."""
    said = NOTED.search(facts[0].note) if len(facts) == 1 else None
    label = f"Parte del total que representa, según el documento: {inside(part.label)}"
    return [replace(part, label=label, amount=Decimal(said[1]), unit=Unit.PERCENT, fact_ids=())] if said else []


def share_of_part(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«de lo que faltaba comprobar ante la CONADE, ¿qué porcentaje era de la UAZ?»: two figures that the words are about, of which one was
    published as a part of the other."""
    about = [candidate for candidate in shelves.finder.rank(reading) if is_about(candidate)][:MOST_ABOUT]
    answers = [fact for each in about for fact in choose(facts_of([each], shelves), query_of(reading, [each])).answers]
    held = {fact.id: fact for fact in answers}
    pairs = [(fact, held[fact.part_of]) for fact in held.values() if fact.part_of in held]
    if len(pairs) != 1:
        return None
    return share_of_facts(*pairs[0], reading)


def share_of_facts(part: Fact, whole: Fact, reading: Interpretation) -> Found | None:
    """The percentage with its two inputs; None across stages or units."""
    inputs = (figure_of(part, Role.INPUT), figure_of(whole, Role.INPUT))
    found = share(*inputs)
    return Found(reading, (found, *inputs)) if found else None


def base_meant(reading: Interpretation) -> str:
    """The whole typed; of «lo de la deuda en el presupuesto de 2019, ¿qué porcentaje eran intereses?» it is what the budget set aside."""
    base = base_asked(reading)
    of_debt = base in ("", "presupuesto") and is_for_debt(reading) and set(reading.concepts) - OF_THE_DEBT_BUDGET
    return FOR_THE_DEBT if of_debt else base


def share_of_breakdown(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«¿qué porcentaje de los impuestos ecológicos era por residuos?»: the one published part of the figure asked that bears the words
    left over."""
    facts = parts_of_fact(reading, shelves) or parts_of(reading, shelves)
    wholes = [fact for fact in facts if fact.total or fact.id in {part.part_of for part in facts}]
    said = forms_of(reading.words)
    if len(wholes) != 1 or not said & name_forms(wholes[0]):
        return None
    said -= name_forms(wholes[0])
    hits = {fact.id: len(said & name_forms(fact)) for fact in facts if fact not in wholes}
    best = [fact for fact in facts if hits.get(fact.id) == max(hits.values(), default=0) > 0]
    return share_of_facts(best[0], wholes[0], reading) if len(best) == 1 else None


def name_forms(fact: Fact) -> frozenset[str]:
    said = f"{fact.series.subject.name} {fact.series.concept.name} {fact.series.counterpart}"
    return forms_of(content_words(said))


def is_the_base(fact: Fact, base: str, reading: Interpretation) -> bool:
    """What was named as the whole is not its own part, unless it is the state's part of the country's."""
    own = fact.series
    return own.concept.id == base and own.subject.clave in (STATE, COUNTRY) and not OF_COUNTRY.search(fold(reading.asked))


def alike(reading: Interpretation, shelves: Shelves) -> list[tuple[Figure, list[Fact]]]:
    """What the other series of the concept named say of the same names and period: the part may stand behind a sister."""
    found: list[tuple[Figure, list[Fact]]] = []
    for candidate in shelves.finder.rank(reading):
        if is_about(candidate) and candidate.concept_hit and candidate.descriptor.concept in concepts_asked(reading):
            answers = choose(facts_of([candidate], shelves), query_of(reading, [candidate])).answers
            found += [(figure, [fact for fact in answers if fact.id in figure.fact_ids]) for figure in figures_of(answers)]
    return found


def part_readings(reading: Interpretation, before: Interpretation | None) -> Sequence[Interpretation]:
    """The readings that may ask for the part alone, likeliest first: without the whole that was named; the question before, where the
    message points back to it; the reading as it is, and with each concept named (the last one is the likelier part)."""
    base = base_meant(reading)
    found: list[Interpretation] = []
    others = [concept for concept in concepts_asked(reading) if concept != base]
    typed = fold(reading.asked)
    names_nothing = not any(mention.kind != "concepto" and mention.said and fold(mention.said) in typed for mention in reading.mentions)
    if before is not None and base and not others and (reading.carried or POINTS_BACK.search(typed) or names_nothing):
        found.append(replace(before, asked=f"{before.asked} {reading.asked}", period=reading.period or before.period, per=None))
    if (base in (FEDERAL_BUDGET, *NATIONAL.values()) or OF_COUNTRY.search(fold(reading.asked))) and (ours := of_the_state(reading, base)):
        found.append(ours)
    if base == ALL_INCOME and set(others) <= OF_FEDERATION and FEDERATION.search(fold(reading.asked)):
        found.append(only(reading, BY_ORIGIN[0]))
    if base and others:
        found += [only(reading, part) for part in reversed(others)]
        found += [only(reading, FOR_THE_DEBT)] if base == "presupuesto" and others == ["servicio-deuda"] else []
    elif base:
        found += [only(reading, FOR_THE_DEBT)] if base == "presupuesto" and "deuda" in words(reading.asked) else []
        found.append(only(without_words_of(base, reading), ""))
    if others and reading.of_kind("capitulo"):
        found.append(replace(reading, mentions=tuple(m for m in reading.mentions if m.kind != "capitulo")))
    if reading.topic is Topic.DEBT and not reading.concepts and reading.of_kind("banco", "prestamo"):
        found.append(only(reading, "saldo-credito"))
    concepts = concepts_asked(reading)
    if concepts and set(concepts) <= BASES and reading.topic in DEFAULT_MEASURES:
        return (*found, only(reading, DEFAULT_MEASURES[reading.topic]))
    if len(concepts) < 2:
        return (*found, reading)
    return (*found, *(only(reading, part) for part in reversed(concepts)))


def without_words_of(concept: str, reading: Interpretation) -> Interpretation:
    """«¿qué porcentaje de los impuestos ecológicos era por residuos?»: the words left are those of the part."""
    said = {word for mention in reading.mentions if mention.clave == concept for word in words(mention.said)}
    return replace(reading, words=tuple(word for word in reading.words if word not in said))


def only(reading: Interpretation, concept: str) -> Interpretation:
    """The reading as if this concept alone had been named; none where it is empty."""
    kept = [mention for mention in reading.mentions if mention.kind != "concepto"]
    named = next((m for m in reading.mentions if m.clave == concept), unsaid(concept))
    return replace(reading, mentions=(*kept, named) if concept else tuple(kept), measure=concept or None)


def of_the_state(reading: Interpretation, base: str) -> Interpretation | None:
    """«¿qué parte de las participaciones nacionales le tocó a Zacatecas?»: the state's own figure of that kind of money; of the whole
    federal spending, what is handed on to states and municipalities."""
    asked = concepts_asked(reading)
    if base and base not in (*NATIONAL, *NATIONAL.values()):
        kin = next((NATIONAL[concept] for concept in asked if concept in NATIONAL and not OURS.search(fold(reading.asked))), "")
    else:
        kin = next((state for state, country in NATIONAL.items() if {state, country} & set(asked)), "")
    return only(reading, kin) if kin else None


def wholes_for(fact: Fact | None, part: Figure, reading: Interpretation, shelves: Shelves) -> list[Figure]:
    """Candidates for the whole, likeliest first: what was named or typed, the total the part belongs to, the state's own total."""
    found: list[Fact] = []
    own = fact.series.concept.id if fact is not None else ""
    base = base_meant(reading) or taken_in(fact, reading)
    if own in NATIONAL and (base in NATIONAL.values() or OF_COUNTRY.search(fold(reading.asked))):
        base = NATIONAL[own]
    sums: list[Figure] = []
    named = reading.concepts if reading.measure == LOAN_MEASURE else concepts_asked(reading)
    kin = (own, fact.series.concept.parent) if fact is not None else ()
    for concept in [base] if base and base != own else [c for c in named if c not in kin]:
        if fact is not None:
            found += shelves.descriptors.of_concept(concept, fact.series.subject.clave)
            found += [kind for kind in shelves.descriptors.kinds_of(concept, fact.series.subject.clave) if kind.series.concept.id != own]
        found += [] if found and base else shelves.descriptors.of_concept(concept, STATE)
        found += [] if found else shelves.descriptors.of_concept(concept, COUNTRY)
        if part.period and not found and (summed := sum_of_concept(concept, reading_at(part, reading), shelves)):
            sums += [figure for figure in summed[:1] if figure.period == part.period]
    if fact is not None and not found and not sums:
        found += [other for other in [shelves.ledger.fact(fact.part_of)] if other]
        found += [other for other in shelves.ledger.group(fact.group) if other.total] if fact.group else []
        found += shelves.descriptors.of_amounts(reading.amounts)
        for made in (concept for concept in shelves.concepts.values() if own in concept.parts):
            found += shelves.descriptors.of_concept(made.id, fact.series.subject.clave)
        found += shelves.descriptors.of_concept(WHOLES.get(fact.series.concept.id, fact.series.concept.parent), STATE)
        sums += whole_of_classification(fact, shelves)
    fit = [one for one in found if one.stage in (part.stage, None) and same_time(part, one)]
    if WHOLE_COUNTRY.search(fold(reading.asked)):
        # «¿qué tajada de las aportaciones del país?»: no total of the state is that whole
        fit = [one for one in fit if one.series.subject.clave == COUNTRY]
    return [*figures_of(fit), *(figure for figure in sums if figure.stage in (part.stage, None))]


def whole_of_classification(fact: Fact, shelves: Shelves) -> list[Figure]:
    """Of a figure by function or chapter whose total nobody printed: the sum of all the classes of that year. Groups of another making
    may lack members, and are not added up."""
    kin = [other for other in shelves.ledger.group(fact.group) if fact.series.classifier and other.series.classifier]
    alike = {(other.series.subject.id, other.series.concept.id) for other in kin} == {(fact.series.subject.id, fact.series.concept.id)}
    name = fact.series.concept.name
    summed = total(kin, f"{first_upper(name)}, suma", Role.INPUT) if alike and not any(other.total for other in kin) else None
    return [summed] if summed else []


TAKEN_IN = re.compile(r"\bde (?:todo )?(?:el dinero |lo )que (?:le |les )?(?:ingres|entr|recib|tuv|gan|junt)\w*\b")


def taken_in(fact: Fact | None, reading: Interpretation) -> str:
    """«de lo que ingresó Mazapil, ¿qué tanto por ciento fue predial?»: all that the town took in is the whole."""
    of_a_town = fact is not None and fact.series.subject.kind == "municipio" and fact.series.concept.parent != "ingresos-totales"
    return "ingresos-totales" if of_a_town and TAKEN_IN.search(fold(reading.asked)) else ""


def reading_at(part: Figure, reading: Interpretation) -> Interpretation:
    """The reading, of the very period of the part."""
    if part.period is None or reading.period is None:
        return reading
    return replace(reading, period=replace(reading.period, start=part.period.start, end=part.period.end), stage=None)


DAYS_OF_A_YEAR = 366


def same_time(part: Figure, whole: Fact) -> bool:
    """Of the same period, or of the year by which the part is named («aguinaldo 2021», paid in 2023); a yearly base without stage (GDP)
    also serves a date inside its year, and eleven years of money none of their days."""
    if part.period is None or whole.period is None:
        return False
    if whole.period.label.isdigit() and whole.period.label in words(part.label):
        return True
    a_year = (whole.period.end - whole.period.start).days <= DAYS_OF_A_YEAR
    inside = a_year and whole.period.start <= part.period.start and part.period.end <= whole.period.end
    return whole.period.label == part.period.label or (whole.stage is None and inside)
