"""What a reading leaves to infer before it is looked up: the measure behind «por habitante», the year of a conversion, slots that two
halves of one message share."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.answering.acts import as_looked_up
from bot.answering.asked import HEADS, LOAN_MEASURE, NEIGHBOURS, ONE_PLACE, PART_OF_AMOUNT, testifies
from bot.answering.stages import with_stage_said
from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold, words

PESOS_OF = re.compile(r"pesos\s+(?:de|del|d|a)\s+(?:ano\s+)?((?:19|20)\d\d)")
TODAYS_PESOS = re.compile(r"(pesos|dinero|lana) (de hoy|de ahora|actuales|corrientes de hoy)|inflacion")
# A new government's first account, or the old one's last, is dated within months of the change.
AROUND = (timedelta(days=120), timedelta(days=110))
ENTERS = frozenset("recibio recibieron heredo heredaron heredada heredaba entro llego encontro agarro tomo".split())  # noqa: SIM905
LEAVES = frozenset("dejo dejaron salio termino entrego acabo terminar irse salir".split())  # noqa: SIM905
# Acts whose answer is a figure anyway: with «en pesos de hoy» or «por habitante» they ask for that figure.
FIGURE_ACTS = frozenset({Act.BREAKDOWN, Act.TERMS, Act.LIST, Act.FAQ, Act.SOURCE, Act.COMPARE, Act.TREND})


@dataclass(frozen=True)
class Measures:
    """What can be measured: the topic of each concept, those with a figure, those that only municipalities have, those made of
    others, and the stages at which each is published."""

    topics: Mapping[str, str]
    published: Container[str]
    municipal: Container[str]
    divided: Container[str] = frozenset()
    stages: Mapping[str, frozenset[Stage]] = field(default_factory=dict)


def prepared(reading: Interpretation, measures: Measures, before: Interpretation | None) -> Interpretation:
    """The reading as it is looked up; ``before`` is the reading of the turn before."""
    topics, published = measures.topics, measures.published
    reading = as_looked_up(without_period_of_a_name(without_home(without_bare_amount(reading)), before), measures.divided)
    reading = without_far_concepts(reading, topics, published)
    reading = without_municipal_concepts(reading, measures.municipal)
    if ("stage" in reading.carried and hinted_stage(reading)) or names_two_stages(reading) or names_stage_in_concept(reading):
        reading = replace(reading, stage=None)
    reading = with_stage_said(with_default_measure(by_head(reading)), measures.stages)
    if any(concept in published for concept in reading.concepts):
        kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave in published or topics.get(m.clave) is None)
        reading = replace(reading, mentions=kept)
    if before and reading.carried and reading.per is None and before.per and reading.act in (before.act, Act.AMOUNT):
        reading = replace(reading, per=before.per)
    reading = first_years(at_handover(reading))
    if reading.act is Act.COMPARE and reading.carried and before and before.period and reading.period:
        reading = replace(reading, period=both(before.period, reading.period))
    if reading.per is None and (target_year(reading) or TODAYS_PESOS.search(fold(reading.asked))):
        reading = replace(reading, per="pesos_de_hoy")
    if reading.per == "pesos_de_hoy":
        reading = of_before(reading, before)
        return without_target_year(replace(reading, act=Act.AMOUNT) if reading.act in FIGURE_ACTS else reading)
    if reading.act is Act.AMOUNT and reading.amounts and PART_OF_AMOUNT.search(fold(reading.asked)):
        reading = replace(reading, amounts=())
    if reading.act is Act.AMOUNT and reading.period and reading.period.kind == "years" and len(reading.years) > 1:
        return replace(reading, act=Act.COMPARE)
    return reading


def target_year(reading: Interpretation) -> int | None:
    """The year in whose pesos the figure is asked («a pesos de 2025»), when it is named."""
    named = PESOS_OF.search(fold(reading.asked))
    return int(named.group(1)) if named else None


def without_target_year(reading: Interpretation) -> Interpretation:
    target, period = target_year(reading), reading.period
    if target is None or period is None or target not in period.years:
        return reading
    left = tuple(year for year in period.years if year != target)
    if period.kind == "range":
        left = left[:1]
    if not left:
        return replace(reading, period=None)
    kept = AskedPeriod(
        "year" if len(left) == 1 else "years", left, date(min(left), 1, 1), date(max(left), 12, 31), ", ".join(map(str, left))
    )
    return replace(reading, period=kept)


def sharing_slots(first: Interpretation, second: Interpretation) -> tuple[Interpretation, Interpretation]:
    """Two halves of one message about one topic share what only one of them names: «cuánto a corto y cuánto a largo plazo en 2013»."""
    if first.act is second.act and first.topic is not second.topic and not first.mentions:
        first = replace(first, topic=second.topic)
    if first.topic is not second.topic or not {first.act, second.act} <= MEASURING | {first.act} & {second.act}:
        return first, second
    return _lend(first, second), _lend(second, first)


MEASURING = frozenset({Act.AMOUNT, Act.COMPARE, Act.RANKING})


def _lend(to: Interpretation, other: Interpretation) -> Interpretation:
    borrowed = to
    if to.period is None and other.period is not None:
        borrowed = replace(borrowed, period=other.period, stage=to.stage or other.stage)
    typed = fold(other.asked)
    for kinds in (("concepto",), ("municipio", "institucion", "banco", "prestamo", "obra", "fondo", "estado")):
        if not to.of_kind(*kinds):
            lent = tuple(mention for mention in other.of_kind(*kinds) if not testifies(mention, typed))
            borrowed = replace(borrowed, mentions=(*borrowed.mentions, *lent))
    return borrowed


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


def without_home(reading: Interpretation) -> Interpretation:
    """«entreno niños en Guadalupe y ocupo saber…»: where the person is, not what is asked."""
    typed = fold(reading.asked)
    if reading.topic is Topic.TRANSFERS or "mi municipio" in typed:
        return reading
    kept = tuple(m for m in reading.mentions if m.kind != "municipio" or not re.search(AT_HOME + re.escape(fold(m.said)), typed))
    return reading if len(kept) == len(reading.mentions) else replace(reading, mentions=kept)


def without_period_of_a_name(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """«¿y del crédito de enero de 2012?», after a balance of 2013: the date belongs to the name of the loan, and the period asked stays."""
    period = reading.period
    loans = reading.of_kind("prestamo")
    if period is None or not period.said or not reading.carried:
        return reading
    if not any(fold(period.said) in fold(loan.said) for loan in loans):
        return reading
    return replace(reading, period=before.period if before else None)


def without_far_concepts(reading: Interpretation, topics: Mapping[str, str], published: Container[str]) -> Interpretation:
    """Concepts of a topic that is neither the one read nor beside it do not count: «cuánto le debía el ISSSTEZAC al SAT» is not about the
    balance of the state's debt. What nobody publishes counts under any topic: a salary is missing, whoever's it is. The price index is
    a tool, not a subject, when pesos of another year are asked."""
    if reading.topic is None:
        return reading
    near = {str(reading.topic), *NEIGHBOURS.get(str(reading.topic), ())}
    said = [c for c in (*reading.concepts, reading.measure or "") if c in published or c not in UNPUBLISHED_ANYWHERE]
    far = {c for c in said if topics.get(c, str(reading.topic)) not in near}
    if reading.per == "pesos_de_hoy":
        far |= {c for c in reading.concepts if c.startswith("inpc")}
    if not far:
        return reading
    kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave not in far)
    return replace(reading, mentions=kept, measure=None if reading.measure in far else reading.measure)


# Known not to be published, and asked of any institution.
UNPUBLISHED_ANYWHERE = frozenset({"sueldo"})


def both(first: AskedPeriod, second: AskedPeriod) -> AskedPeriod:
    """«compáralo con 2025», after a question about 2024."""
    if first.start is None or second.start is None or first.end is None or second.end is None or first.years == second.years:
        return second
    years = tuple(sorted({*first.years, *second.years}))
    return AskedPeriod("years", years, min(first.start, second.start), max(first.end, second.end), f"{first.said} y {second.said}")


def of_before(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """«eso mismo, pero en pesos de 2024»: the figure of the turn before; the year typed is that of the pesos."""
    if before is None or any(not concept.startswith("inpc") for concept in reading.concepts):
        return reading
    if not reading.carried and (reading.entities or not SAME.search(fold(reading.asked))):
        return reading
    period = before.period if set(reading.years) <= {target_year(reading)} else reading.period
    return replace(
        reading, measure=before.measure, mentions=(*reading.mentions, *before.of_kind("concepto")), period=period, stage=before.stage
    )


SAME = re.compile(r"\b(eso|esa|ese|lo mismo|mismo|misma|esos|esas)\b")


def first_years(reading: Interpretation) -> Interpretation:
    """«los dos primeros años de David Monreal»: that part of a term."""
    period = reading.period
    if period is None or period.kind != "term" or period.start is None:
        return reading
    named = FIRST_YEARS.search(fold(reading.asked))
    if named is None:
        return reading
    count = next(part for part in named.groups() if part)
    years = int(count) if count.isdigit() else COUNTS.index(count)
    return replace(reading, period=replace(period, end=period.start.replace(year=period.start.year + years), kind="years_of_term"))


COUNTS = ("cero", "un", "dos", "tres", "cuatro", "cinco", "seis")
FIRST_YEARS = re.compile(rf"\b(?:primer[oa]?s? (\d|{'|'.join(COUNTS)}) anos?|(\d|{'|'.join(COUNTS)}) primer[oa]?s? anos?)\b")


def at_handover(reading: Interpretation) -> Interpretation:
    """«lo que dejó Alonso», «con cuánto recibió Tello»: the moment of the change of government, not its whole term."""
    period = reading.period
    if period is None or period.kind != "term" or period.start is None or period.end is None or reading.act is Act.TREND:
        return reading
    typed = set(words(reading.asked)) | ({"salio"} if "cuando se fue" in fold(reading.asked) else set())
    governments = reading.of_kind("gobierno")
    moment = period.start if typed & ENTERS and not (typed & LEAVES and len(governments) > 1) else period.end if typed & LEAVES else None
    if moment is None:
        return reading
    return replace(reading, period=replace(period, start=moment - AROUND[0], end=moment + AROUND[1], kind="handover"))


PER_HEAD = frozenset({"poblacion", "deuda-por-habitante"})


def by_head(reading: Interpretation) -> Interpretation:
    """«por habitante» divides a figure; it does not ask how many people live there."""
    if reading.per != "habitante":
        return reading
    kept = tuple(m for m in reading.mentions if m.clave not in PER_HEAD)
    said = tuple(word for word in reading.words if word not in HEADS)
    return replace(reading, mentions=kept, words=said, measure=None if reading.measure in PER_HEAD else reading.measure)


# What a question of the topic measures when it names neither concept nor thing: «¿cuánta deuda hay?».
DEFAULT_MEASURES = {Topic.DEBT: "saldo", Topic.BUDGET: "presupuesto"}


def with_default_measure(reading: Interpretation) -> Interpretation:
    if reading.concepts or reading.measure or reading.topic not in DEFAULT_MEASURES or reading.act not in DEFAULTED:
        return reading
    if reading.topic is Topic.DEBT and reading.act is Act.RANKING and reading.period:
        return replace(reading, mentions=(*reading.mentions, Mention("concepto", LOAN_BALANCE, "", 0, 0)), measure=LOAN_BALANCE)
    if reading.topic is Topic.DEBT and reading.of_kind("prestamo", "banco"):
        # the amount of a credit does not change: a line of it is of its balance
        return reading if reading.act is Act.TREND else replace(reading, measure=LOAN_MEASURE)
    typed = fold(reading.asked)
    others = [m for m in reading.mentions if m.kind not in ("gobierno", "estado") and m.clave != "zacatecas" and not testifies(m, typed)]
    if others and not (reading.topic is Topic.BUDGET and all(m.kind == "institucion" for m in others)):
        return reading
    return replace(reading, measure=DEFAULT_MEASURES[reading.topic])


# «¿con qué banco se debía más al cierre de 2013?»
LOAN_BALANCE = "saldo-credito"
DEFAULTED = frozenset({Act.AMOUNT, Act.TREND, Act.COMPARE, Act.RANKING, Act.SOURCE})


def without_municipal_concepts(reading: Interpretation, municipal: Container[str]) -> Interpretation:
    """«¿cuánto gastó el estado?» is not about what a municipality spent."""
    typed = set(words(reading.asked))
    if reading.of_kind("municipio") or typed & {"municipio", "municipios", "ayuntamiento", "ayuntamientos", "alcaldia"}:
        return reading
    if reading.topic is Topic.TRANSFERS and reading.act not in ONE_PLACE:
        return reading
    kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave not in municipal)
    return replace(reading, mentions=kept, measure=None if reading.measure and reading.measure in municipal else reading.measure)


# Words that name a moment other than the six of spending; the reader's stage slot holds only those six.
STAGE_HINTS = {
    Stage.DRAFT: frozenset("proyecto propuesta propuesto proponia proponian proponen proponer ppef iniciativa".split()),  # noqa: SIM905
    Stage.COMMITTEE: frozenset(("dictamen",)),
    Stage.REQUESTED: frozenset("solicito solicitado solicitud pidio pidieron pedia pedian pedido pidiendo".split()),  # noqa: SIM905
    Stage.PAID: frozenset("pago pagaron pagado pagados".split()),  # noqa: SIM905
    Stage.RECEIVED: frozenset("recibio recibieron recibido recibidos llego llegaron toco bajo".split()),  # noqa: SIM905
    Stage.ANNOUNCED: frozenset("anuncio anunciaron anunciado prometio prometieron".split()),  # noqa: SIM905
}


def hinted_stage(reading: Interpretation) -> Stage | None:
    """The moment that the first telling verb names: «¿cuánto pagó de lo que recibió?» asks for what was paid. None when two moments are
    asked side by side: «¿cuánto se necesitaba y cuánto se pagó?», «dictamen contra lo aprobado»."""
    typed = words(reading.asked)
    if sum(word in ("cuanto", "cuanta") for word in typed) > 1 or reading.act is Act.COMPARE:
        return None
    return next((stage for word in typed for stage, cues in STAGE_HINTS.items() if word in cues), None)


def names_two_stages(reading: Interpretation) -> bool:
    """An accounting stage and another moment in one question: neither filters, both are shown."""
    typed = set(words(reading.asked))
    return reading.stage is not None and any(stage is not reading.stage and cues & typed for stage, cues in LEGISLATIVE.items())


def names_stage_in_concept(reading: Interpretation) -> bool:
    """«lo que falta por ejercer», «recursos no entregados»: the word belongs to the name of the concept, not to a stage."""
    if reading.stage is None:
        return False
    root = reading.stage.value[:-3]
    typed = fold(reading.asked)
    for mention in reading.of_kind("concepto"):
        typed = typed.replace(fold(mention.said), " ") if mention.said else typed
    return root not in typed and root in fold(reading.asked)


def names_two_moments(reading: Interpretation) -> bool:
    """«lo aprobado en 2023 contra lo ejercido en 2024», «¿cuánto pidió y cuánto recibió?»: no single stage holds for both."""
    typed = words(reading.asked)
    named = {stage for stage in Stage for word in typed if word.startswith(stage.value[:-2]) or word in STAGE_HINTS.get(stage, ())}
    return len(named) > 1


LEGISLATIVE = {stage: STAGE_HINTS[stage] for stage in (Stage.DRAFT, Stage.COMMITTEE)}
