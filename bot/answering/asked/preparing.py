"""What a reading leaves to infer before it is looked up: the measure behind «por habitante», the year of a conversion, slots that two
halves of one message share."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import replace

from bot.answering.asked.acts import as_looked_up, with_capital_paid, without_bearer_of_interest
from bot.answering.asked.budget_items import (
    bill_against_law,
    with_budget_of_package,
    with_chapter_of_debt,
    without_cost_of_a_body,
    without_whole_budget,
    without_whole_of_part,
)
from bot.answering.asked.counting import asks_gap, thing_counted
from bot.answering.asked.default_measures import with_default_measure
from bot.answering.asked.kinds_listed import with_kinds_listed
from bot.answering.asked.moments import (
    asks_two_moments,
    hinted_stage,
    is_of_two_sides,
    names_stage_in_concept,
    with_income_estimated,
    with_stage_noted,
    with_stage_said,
)
from bot.answering.asked.overlapping import (
    with_both_federal_kinds,
    without_chapter_of_a_town,
    without_federal_noun,
    without_listed_parts,
    without_name_in_name,
    without_summed_parts,
    without_wider_kind,
)
from bot.answering.asked.owing import OWES, is_owed_of, with_whom_it_is_owed, without_general_balance, without_words_of_a_premise
from bot.answering.asked.per_person import by_head
from bot.answering.asked.periods import (
    asks_the_first,
    at_handover,
    between_days,
    both,
    first_years,
    in_part_of_year,
    not_until,
    target_year,
    with_year_for_amount,
    without_period_of_a_name,
    without_target_year,
    without_year_of_a_name,
)
from bot.answering.asked.set_aside import before_the_vote, without_debt_besides, without_federal_money, without_refused
from bot.answering.asked.slots import LOAN_MEASURE, NEIGHBOURS, ONE_PLACE, PART_OF_AMOUNT, STATE, testifies, typed_here
from bot.answering.asked.town_money import with_money_of_a_town, without_all_spending
from bot.answering.asked.unpublished import UNPUBLISHED_ANYWHERE, without_those_paid, without_unpublished
from bot.answering.derived.conversions import with_months_of_prices
from bot.answering.figures.standings import with_place_asked
from bot.answering.search.index import content_words
from bot.answering.search.measures import Measures
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.language.folding import fold, words

TODAYS_PESOS = re.compile(
    r"(pesos|dinero|lana) (de hoy|de ahora|actuales|corrientes de hoy)|inflacion"
    r"|\b(equival\w+|valdria\w*|seria|serian) (hoy|ahora|actualmente)\b|\bhoy (en dia )?(cuanto )?(equival\w+|valdria\w*|seria|serian)\b"
)
# «¿cuánto subió la inflación?» asks for the index, and converts nothing.
PRICES_ROSE = re.compile(r"\b(?:subi|aument|crec|fue|hubo|hay)\w* (?:de )?(?:la )?inflacion|\binflacion (?:anual|de [a-z]+ de|en|entre)\b")
# With «en pesos de hoy» these too ask for the amount.
AS_AMOUNT = frozenset({Act.BREAKDOWN, Act.TERMS, Act.LIST, Act.FAQ, Act.SOURCE, Act.COMPARE, Act.TREND})


def prepared(reading: Interpretation, measures: Measures, before: Interpretation | None) -> Interpretation:
    """The reading as it is looked up; ``before`` is the reading of the turn before."""
    topics, published = measures.topics, measures.published
    reading = without_stage_of_a_count(without_those_paid(without_words_of_a_premise(reading)))
    reading = without_refused(without_debt_besides(without_witness_of_before(before_the_vote(without_state_as_creditor(reading)), before)))
    reading = with_budget_of_package(without_cost_of_a_body(without_federal_money(reading)))
    reading = with_whom_it_is_owed(without_bearer_of_interest(reading), published)
    reading = with_capital_paid(without_summed_parts(with_money_of_a_town(without_all_spending(with_both_federal_kinds(reading)))))
    reading = without_chapter_of_a_town(with_chapter_of_debt(with_capital_city(reading, measures.of_towns, measures.municipal)))
    reading = without_year_of_a_name(between_days(in_part_of_year(not_until(with_year_for_amount(reading)))), measures.dated)
    reading = with_topic_of_name(with_place_asked(reading, published), topics, published)
    reading = with_kinds_listed(without_general_balance(reading, published), measures.kinds_by_word)
    reading = without_whole_of_part(without_whole_budget(reading, measures.stages, topics), measures.made_of)
    reading = as_looked_up(without_period_of_a_name(without_home(without_bare_amount(reading)), before), measures.divided)
    if reading.per is None and (target_year(reading) or TODAYS_PESOS.search(PRICES_ROSE.sub(" ", fold(reading.asked)))):
        reading = replace(reading, per="pesos_de_hoy")
    reading = without_far_concepts(reading, topics, published, measures.kinds)
    reading = without_wider_kind(without_federal_noun(without_listed_parts(without_name_in_name(reading, published))), measures.wider)
    reading = without_municipal_concepts(reading, measures.municipal)
    reading = with_default_measure(by_head(reading))
    if asks_two_moments(reading, measures.stages):
        reading = replace(reading, stage=None, act=Act.COMPARE if reading.act is Act.AMOUNT and is_of_two_sides(reading) else reading.act)
    elif ("stage" in reading.carried and hinted_stage(reading)) or names_stage_in_concept(reading):
        reading = replace(reading, stage=None)
    reading = bill_against_law(with_stage_said(with_stage_noted(reading, measures.noted), measures.stages))
    reading = with_income_estimated(reading, measures.stages)
    if any(concept in published for concept in reading.concepts):
        reading = without_unpublished(reading, topics, published)
    if before and reading.carried and reading.per is None and before.per and reading.act in (before.act, Act.AMOUNT):
        reading = replace(reading, per=before.per)
    reading = with_months_of_prices(first_years(at_handover(reading)))
    if reading.act is Act.COMPARE and reading.carried and before and before.period and reading.period:
        reading = replace(reading, period=both(before.period, reading.period))
    if reading.per == "pesos_de_hoy":
        reading = replace(reading, act=Act.AMOUNT) if reading.act in AS_AMOUNT else reading
        reading = without_target_year(with_default_measure(of_before(reading, before)))
        several = reading.act is Act.AMOUNT and reading.period and reading.period.kind == "years" and len(reading.years) > 1
        return replace(reading, act=Act.COMPARE) if several else reading
    if reading.act is Act.AMOUNT and reading.amounts and PART_OF_AMOUNT.search(fold(reading.asked)):
        reading = replace(reading, amounts=())
    if reading.act is Act.AMOUNT and asks_gap(reading) and len({m.clave for m in reading.of_kind("municipio")}) == 2:
        return replace(reading, act=Act.COMPARE)
    of_years = reading.period is not None and reading.period.kind == "years" and len(reading.years) > 1
    if reading.act is Act.AMOUNT and (of_years or asks_the_first(reading)):
        return replace(reading, act=Act.COMPARE)
    return reading


def without_witness_of_before(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """«¿cuánto autorizó la Legislatura?», «¿y en pesos de 2024?»: who only decided it then does not narrow it now."""
    if before is None or not reading.carried or reading.act is Act.STATUS:
        return reading
    typed = fold(before.asked)
    silent = {m.clave for m in before.of_kind("institucion") if testifies(m, typed) and fold(m.said) not in fold(reading.asked)}
    return replace(reading, mentions=tuple(m for m in reading.mentions if m.clave not in silent)) if silent else reading


def without_stage_of_a_count(reading: Interpretation) -> Interpretation:
    """«¿cuánta gente cabe después de la ampliación?»: people and things have no stage of spending."""
    counts = thing_counted(reading) or "cuanta gente" in fold(reading.asked)
    return replace(reading, stage=None) if reading.stage and counts else reading


THE_STATE = frozenset({"gobierno del estado", "al gobierno del estado"})
# Questions in which somebody may owe the state, or pay it.
OWES_THE_STATE = frozenset({Topic.PENSIONS, Topic.DEBT})
TO_THE_STATE = re.compile(r"\b(?:al|a el|con el|con) gobierno del estado\b")


def without_state_as_creditor(reading: Interpretation) -> Interpretation:
    """«¿cuánto debe el gobierno del estado?», «¿cuánto le autorizaron al gobierno del estado?»: it is the owner of what is asked, and not
    the one to whom somebody else owes."""
    typed = fold(reading.asked)
    bare = [m for m in reading.of_kind("concepto") if fold(m.said) in THE_STATE]
    owed_to = reading.topic in OWES_THE_STATE and TO_THE_STATE.search(typed)
    if not bare or owed_to or (reading.of_kind("institucion") and reading.topic in OWES_THE_STATE):
        return reading
    kept = tuple(m for m in reading.mentions if m not in bare)
    claves = {mention.clave for mention in bare}
    return replace(reading, mentions=kept, measure=None if reading.measure in claves else reading.measure)


CAPITAL_CITY = "municipio de zacatecas"
ITS_TOWNS = re.compile(r"\b(?:municipios|ayuntamientos|alcaldias) (?:de|en|del estado de) zacatecas\b")


def with_capital_city(reading: Interpretation, of_towns: Container[str], municipal: Container[str]) -> Interpretation:
    """«¿cuánto cobra de predial Zacatecas?»: of what only municipalities have it is the town, and beside another municipality of what they
    too have; a fund may be the state's. «¿cuál es el municipio de Zacatecas con menos habitantes?» is any of the state's, and «los
    municipios de Zacatecas» are all of them."""
    if reading.act is Act.RANKING and reading.entities == (CAPITAL_CITY,) and not reading.carried:
        return replace(
            reading, mentions=tuple(replace(m, kind="estado", clave=STATE) if m.clave == CAPITAL_CITY else m for m in reading.mentions)
        )
    states = [m for m in reading.mentions if m.kind == "estado" and m.clave == "zacatecas" and fold(m.said) == "zacatecas"]
    of_one_town = reading.act in ONE_PLACE and not reading.of_kind("fondo") and any(concept in municipal for concept in reading.concepts)
    beside = reading.of_kind("municipio") and any(concept in of_towns for concept in reading.concepts)
    if not states or not (beside or of_one_town) or ITS_TOWNS.search(fold(reading.asked)):
        return reading
    towns = tuple(replace(m, kind="municipio", clave=CAPITAL_CITY) if m in states else m for m in reading.mentions)
    return replace(reading, mentions=towns)


BALANCE = "saldo"
CREDIT = ("credito", "prestamo", "emprestito", "deuda", "refinanci", "endeud", "iniciativa", "licitacion", "factoraje")


def without_bare_amount(reading: Interpretation) -> Interpretation:
    """«el monto de capital amortizado» asks for the capital; «monto» alone is the amount of a credit only where one is spoken of."""
    spoken = bool(reading.of_kind("prestamo", "banco")) or any(word.startswith(CREDIT) for word in words(reading.asked))
    if spoken and len(reading.concepts) < 2:
        return reading
    kept = tuple(m for m in reading.mentions if m.clave != LOAN_MEASURE or fold(m.said) != "monto")
    if len(kept) == len(reading.mentions):
        return reading
    left = next((m.clave for m in kept if m.kind == "concepto"), None)
    return replace(reading, mentions=kept, measure=left if reading.measure == LOAN_MEASURE else reading.measure)


AT_HOME = r"\b(vivo|vivimos|trabajo|estudio|entreno|soy|somos|radico|radicamos|doy clases|ando|estoy)\b(\W+\w+){0,3}?\W+(en|de|desde)\W+"


# «profe de economía aquí», «soy pasante de derecho»
TRADE = r"(?:^\W*|\bsoy )(?:profe|profesora?|maestr[oa]|estudiante|alumn[oa]|pasante) (?:de|en) "


def without_home(reading: Interpretation) -> Interpretation:
    """«entreno niños en Guadalupe y ocupo saber…», «profe de economía aquí»: where the person is and what they are, not what is asked."""
    typed = fold(reading.asked)
    at_home = () if reading.topic is Topic.TRANSFERS or "mi municipio" in typed else ("municipio",)
    kept = tuple(
        m
        for m in reading.mentions
        if not (m.kind in at_home and (re.search(AT_HOME + re.escape(fold(m.said)), typed) or told_before(m, reading)))
        and not (m.kind == "institucion" and m.said and re.search(TRADE + re.escape(fold(m.said)), typed))
    )
    return reading if len(kept) == len(reading.mentions) else replace(reading, mentions=kept)


ASKED_AFTER = re.compile(r"[.!;]\s+[^.!;]*\b(?:cuant\w*|que|cual|cuales|como|quien)\b")
OF_THE_STATE = re.compile(r"\b(?:del|el) (?:gobierno del )?estado\b|\bestatal\b")
POINTS_THERE = re.compile(r"\b(?:aqui|aca|ahi|alla|alli|mi|nuestro|este|ese|su) ?(?:municipio|pueblo|rancho)?\b")


def told_before(mention: Mention, reading: Interpretation) -> bool:
    """«Siembro frijol en Sain Alto. ¿Qué tanto le destinaron al campo?»: a town in a sentence of its own, before one that asks of the state
    or of a body of it, and does not point back to that town."""
    rest = fold(reading.asked[mention.end :])
    if not mention.said or not ASKED_AFTER.search(rest) or POINTS_THERE.search(rest):
        return False
    later = [m for m in reading.of_kind("institucion") if m.start > mention.end]
    return bool(later) or bool(OF_THE_STATE.search(rest))


def with_topic_of_name(reading: Interpretation, topics: Mapping[str, str], published: Container[str]) -> Interpretation:
    """«¿cuánto sacó Zacatecas en el índice de calidad de la información?»: a name of several words that only one published measure bears
    says of which topic the question is, whatever topic its other words speak for. So do the things owed in «¿cuánto se debía del
    aguinaldo?», where only the verb speaks of a balance."""
    named = [m for m in reading.of_kind("concepto") if m.clave in published and typed_here(m, reading)]
    owed = [m for m in named if m.clave == BALANCE and OWES.fullmatch(fold(m.said).split()[-1])]
    things = [m for m in named if m not in owed]
    own = {Topic(topics[m.clave]) for m in things if m.clave in topics}
    sure = any(is_owed_of(m, owed, reading) for m in things) or (len(named) == 1 and len(content_words(named[0].said)) > 1)
    if reading.topic is None or len(own) != 1 or not sure:
        return reading
    (topic,) = own
    if topic is reading.topic or str(topic) in NEIGHBOURS.get(str(reading.topic), ()):
        return reading
    return replace(reading, topic=topic, measure=things[0].clave, mentions=tuple(m for m in reading.mentions if m not in owed))


def without_far_concepts(
    reading: Interpretation, topics: Mapping[str, str], published: Container[str], kinds: Mapping[str, frozenset[str]]
) -> Interpretation:
    """Concepts of a topic that is neither the one read nor beside it do not count: «cuánto le debía el ISSSTEZAC al SAT» is not about the
    balance of the state's debt. What nobody publishes counts under any topic: a salary is missing, whoever's it is. The price index is
    a tool, not a subject, when pesos of another year are asked."""
    if reading.topic is None or (reading.act is Act.SOURCE and "measure" in reading.carried):
        return reading
    near = {str(reading.topic), *NEIGHBOURS.get(str(reading.topic), ())}
    said = [c for c in (*reading.concepts, reading.measure or "") if c in published or c not in UNPUBLISHED_ANYWHERE]
    # «¿cuánto debe hoy el ISSSTEZAC?»: the balance of pensions has kinds of its own
    far = {c for c in said if topics.get(c, str(reading.topic)) not in near and not kinds.get(c, frozenset()) & {str(reading.topic)}}
    if reading.per == "pesos_de_hoy":
        far |= {c for c in reading.concepts if c.startswith("inpc")}
    if not far:
        return reading
    kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave not in far)
    return replace(reading, mentions=kept, measure=None if reading.measure in far else reading.measure)


def of_before(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """«eso mismo, pero en pesos de 2024»: the figure of the turn before; the year typed is that of the pesos."""
    if before is None or any(not concept.startswith("inpc") for concept in reading.concepts):
        return reading
    if not reading.carried:
        return reading
    period = before.period if set(reading.years) <= {target_year(reading)} else reading.period
    return replace(
        reading, measure=before.measure, mentions=(*reading.mentions, *before.of_kind("concepto")), period=period, stage=before.stage
    )


def without_municipal_concepts(reading: Interpretation, municipal: Container[str]) -> Interpretation:
    """«¿cuánto gastó el estado?» is not about what a municipality spent."""
    typed = set(words(reading.asked))
    if reading.of_kind("municipio") or typed & {"municipio", "municipios", "ayuntamiento", "ayuntamientos", "alcaldia"}:
        return reading
    if reading.topic is Topic.TRANSFERS and reading.act not in ONE_PLACE:
        return reading
    kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave not in municipal)
    return replace(reading, mentions=kept, measure=None if reading.measure and reading.measure in municipal else reading.measure)
