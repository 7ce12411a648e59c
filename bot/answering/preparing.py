"""What a reading leaves to infer before it is looked up: the measure behind «por habitante», the year of a conversion, slots that two
halves of one message share."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.answering.asked import HEADS, NEIGHBOURS, ONE_PLACE
from bot.answering.candidates import testifies
from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold, words

PESOS_OF = re.compile(r"pesos\s+(?:de|del|d|a)\s+(?:ano\s+)?((?:19|20)\d\d)")
TODAYS_PESOS = re.compile(r"(pesos|dinero|lana) (de hoy|de ahora|actuales|corrientes de hoy)|inflacion")
# «de los 50 millones que pidió, ¿cuánto era para infraestructura?»: the amount typed is the whole, not the figure asked.
PART_OF_AMOUNT = re.compile(
    r"\b(de|dentro de) (los|las|esos|esas|aquellos) (mas de )?[\d].*\bcuant[oa]"
    r"|\d.*\bcuant[oa] (era|eran|es|son|fue|fueron|corresponde|toca|va) (de|del|para|a|al) "
)
# A new government's first account, or the old one's last, is dated within months of the change.
AROUND = (timedelta(days=120), timedelta(days=110))
ENTERS = frozenset("recibio recibieron heredo heredaron heredada heredaba entro llego encontro agarro tomo".split())  # noqa: SIM905
LEAVES = frozenset("dejo dejaron salio termino entrego acabo terminar irse salir".split())  # noqa: SIM905
# Acts whose answer is a figure anyway: with «en pesos de hoy» or «por habitante» they ask for that figure.
FIGURE_ACTS = frozenset({Act.BREAKDOWN, Act.TERMS, Act.LIST, Act.FAQ, Act.SOURCE, Act.COMPARE, Act.TREND})


@dataclass(frozen=True)
class Measures:
    """What can be measured: the topic of each concept, those with a figure, and those that only municipalities have."""

    topics: Mapping[str, str]
    published: Container[str]
    municipal: Container[str]


def prepared(reading: Interpretation, measures: Measures, before: Interpretation | None) -> Interpretation:
    """The reading as it is looked up; ``before`` is the reading of the turn before."""
    topics, published = measures.topics, measures.published
    reading = without_far_concepts(reading, topics)
    reading = without_municipal_concepts(reading, measures.municipal)
    if ("stage" in reading.carried and hinted_stage(reading)) or names_two_stages(reading):
        reading = replace(reading, stage=None)
    reading = with_default_measure(by_head(reading))
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
    if first.act is not second.act or first.topic is not second.topic:
        return first, second
    return _lend(first, second), _lend(second, first)


def _lend(to: Interpretation, other: Interpretation) -> Interpretation:
    borrowed = to
    if to.period is None and other.period is not None:
        borrowed = replace(borrowed, period=other.period)
    typed = fold(other.asked)
    for kinds in (("concepto",), ("municipio", "institucion", "banco", "prestamo", "obra", "fondo", "estado")):
        if not to.of_kind(*kinds):
            lent = tuple(mention for mention in other.of_kind(*kinds) if not testifies(mention, typed))
            borrowed = replace(borrowed, mentions=(*borrowed.mentions, *lent))
    return borrowed


def without_far_concepts(reading: Interpretation, topics: Mapping[str, str]) -> Interpretation:
    """Concepts of a topic that is neither the one read nor beside it do not count: «cuánto le debía el ISSSTEZAC al SAT» is not about the
    balance of the state's debt. The price index is a tool, not a subject, when pesos of another year are asked."""
    if reading.topic is None:
        return reading
    near = {str(reading.topic), *NEIGHBOURS.get(str(reading.topic), ())}
    far = {c for c in (*reading.concepts, reading.measure or "") if topics.get(c, str(reading.topic)) not in near}
    if reading.per == "pesos_de_hoy":
        far |= {c for c in reading.concepts if c.startswith("inpc")}
    if not far:
        return reading
    kept = tuple(m for m in reading.mentions if m.kind != "concepto" or m.clave not in far)
    return replace(reading, mentions=kept, measure=None if reading.measure in far else reading.measure)


def both(first: AskedPeriod, second: AskedPeriod) -> AskedPeriod:
    """«compáralo con 2025», after a question about 2024."""
    if first.start is None or second.start is None or first.end is None or second.end is None or first.years == second.years:
        return second
    years = tuple(sorted({*first.years, *second.years}))
    return AskedPeriod("years", years, min(first.start, second.start), max(first.end, second.end), f"{first.said} y {second.said}")


def of_before(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """«eso mismo, pero en pesos de 2024»: the figure of the turn before; the year typed is that of the pesos."""
    if before is None or not reading.carried or reading.concepts:
        return reading
    period = before.period if set(reading.years) <= {target_year(reading)} else reading.period
    return replace(
        reading, measure=before.measure, mentions=(*reading.mentions, *before.of_kind("concepto")), period=period, stage=before.stage
    )


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
    if reading.topic is Topic.DEBT and reading.of_kind("prestamo", "banco"):
        return replace(reading, measure=LOAN_MEASURE)
    typed = fold(reading.asked)
    if any(m.kind not in ("gobierno", "estado") and m.clave != "zacatecas" and not testifies(m, typed) for m in reading.mentions):
        return reading
    return replace(reading, measure=DEFAULT_MEASURES[reading.topic])


# «¿de cuánto fue el crédito con Scotiabank?», unless the question says «debe» or «falta», which are names of its balance.
LOAN_MEASURE = "monto-credito"
DEFAULTED = frozenset({Act.AMOUNT, Act.TREND, Act.COMPARE})


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


LEGISLATIVE = {stage: STAGE_HINTS[stage] for stage in (Stage.DRAFT, Stage.COMMITTEE)}
