"""Which facts of a series answer a query: stage, period, rivals, and the nearest when none does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.answering.asked.slots import is_typed
from bot.answering.figures.labels import figure_of
from bot.answering.search.index import content_words, forms, forms_of
from bot.answering.search.timely import SLACK, begins_then, ended, is_summed, loosely_timely, of_the_span, of_years_together, timely
from bot.domain.answer import Confidence, Figure, Role, Unit, each_document_once
from bot.domain.ledger import Fact
from bot.domain.query import Query
from bot.domain.stage import ACCOUNTING_STAGES, Stage
from bot.language.folding import word_set, words

RANK = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}
# Balances of different cut-offs are one answer only when the cut-offs are close.
SAME_MOMENT = timedelta(days=31)


@dataclass(frozen=True)
class Chosen:
    """``answers`` are what was asked; ``context`` rival claims and side facts; ``nearest`` is filled only when no fact is of the asked
    period and stage."""

    answers: tuple[Fact, ...] = ()
    context: tuple[Fact, ...] = ()
    nearest: tuple[Fact, ...] = ()


def choose(facts: Sequence[Fact], query: Query) -> Chosen:
    """Answers of one series. Facts that repeat another are left out while the other is among them."""
    every, facts = facts, without_repeats(facts)
    staged = [fact for fact in facts if query.stage is None or fact.stage is query.stage]
    if not staged and query.stage is Stage.APPROVED:
        staged = as_decided(facts)
    at_hint = [fact for fact in timely(facts, query) if fact.stage is query.hint] if query.stage is None and query.hint else []
    if at_hint and not told_otherwise(facts, at_hint, query):
        staged = [fact for fact in facts if fact.stage is query.hint]
    if not staged:
        return Chosen(nearest=closest(timely(facts, query) or facts, query))
    fit = (
        of_years_together(staged, query)
        or of_the_span(staged, query)
        or timely(staged, query)
        or loosely_timely(staged, query)
        # what a later document says again of its own year: «el refinanciamiento de 2016, en 2017»
        or timely((fact for fact in every if fact.repeats and query.stage in (None, fact.stage)), query)
    )
    if not fit:
        return Chosen(nearest=closest(staged, query))
    return among(of_whole_year(fit, query), query)


def told_otherwise(facts: Sequence[Fact], at_hint: Sequence[Fact], query: Query) -> bool:
    """«¿cuánto recibió, según el INEGI?»: whoever is named as publishing it tells it without that stage."""
    asked = forms_of(query.words) if SAID in query.words else frozenset()
    said = [fact for fact in timely(facts, query) if asked & forms_of(content_words(fact.source.document.publisher))]
    return bool(said) and not any(fact in at_hint for fact in said)


SAID = "segun"
WHOLE_YEAR = 300


def of_whole_year(fit: Sequence[Fact], query: Query) -> Sequence[Fact]:
    """Of a year asked, what was published of all of it, whoever says so, and not of two of its months."""
    if query.whole_series or query.start is None or query.end is None or not WHOLE_YEAR < (query.end - query.start).days <= 366:
        return fit
    flows = [fact for fact in fit if fact.period and fact.series.concept.flow == "flujo"]
    whole = [fact for fact in flows if fact.period and (fact.period.end - fact.period.start).days > WHOLE_YEAR]
    return [fact for fact in fit if fact not in flows or fact in whole] if whole else fit


def as_decided(facts: Sequence[Fact]) -> list[Fact]:
    """«lo que se autorizó de deuda», «lo que CONADE asignó»: outside the accounting stages, what was authorised, or what names no stage
    at all."""
    if any(fact.stage in ACCOUNTING_STAGES for fact in facts):
        return []
    return [fact for fact in facts if fact.stage is Stage.AUTHORISED] or [fact for fact in facts if fact.stage is None]


def without_repeats(facts: Iterable[Fact]) -> list[Fact]:
    kept = list(facts)
    present = {fact.id for fact in kept}
    return [fact for fact in kept if not fact.repeats or fact.repeats not in present]


def among(fit: Sequence[Fact], query: Query) -> Chosen:
    """Of the facts that fit, those asked for by amount or attribution, else the latest moment with all its rivals and stages."""
    singled = singled_out(fit, query)
    dated = [fact for fact in (singled or fit) if fact.period] or list(singled or fit)
    if query.whole_series:
        return Chosen(answers=tuple(dated))
    if query.start is None and not singled:
        dated = without_roundings(without_projections(dated))
    sure = [fact for fact in dated if fact.confidence is not Confidence.LOW] or dated
    newest = latest_of(sure, query)
    answers = with_rivals([*newest, *(() if singled else later_claims(dated, newest, query))], fit, keep_low=not singled)
    rivals = [fact for fact in fit if fact not in answers and any(fact.conflict and fact.conflict == a.conflict for a in answers)]
    return Chosen(answers=tuple(by_confidence(answers)), context=tuple(rivals))


def without_projections(facts: Sequence[Fact]) -> list[Fact]:
    """What a document of 2024 foresees for 2027 is not the latest known, while anything else is."""
    known = [fact for fact in facts if not foreseen(fact)]
    return known or list(facts)


def foreseen(fact: Fact) -> bool:
    told = fact.source.document.published
    return fact.stage is Stage.ESTIMATED and fact.period is not None and fact.period.start.isoformat()[: len(told)] > told


# Somebody who says again in round numbers what a document of weeks before said exactly tells nothing newer.
RETOLD = timedelta(days=62)


def without_roundings(facts: Sequence[Fact]) -> list[Fact]:
    def retold(fact: Fact) -> bool:
        return any(
            RANK[other.confidence] < RANK[fact.confidence]
            and other.stage is fact.stage
            and timedelta(0) < ended(fact) - ended(other) <= RETOLD
            and len(str(int(fact.amount)).rstrip("0")) < len(str(int(other.amount)).rstrip("0"))
            and abs(fact.amount - other.amount) * 50 < other.amount
            for other in facts
        )

    return [fact for fact in facts if not retold(fact)]


def later_claims(facts: Sequence[Fact], newest: Sequence[Fact], query: Query) -> list[Fact]:
    """«¿qué porcentaje aportan?»: what somebody claimed after the latest document stands beside it."""
    if query.start is not None or query.amounts or not newest or newest[0].series.concept.flow == "saldo":
        return []
    return [fact for fact in facts if fact.confidence is Confidence.LOW and ended(fact) > max(map(ended, newest))]


def latest_of(sure: Sequence[Fact], query: Query) -> list[Fact]:
    """Of a balance, the last cut-off (and those close to it); of a flow, the last span, or every span inside an asked one."""
    ends = [fact.period.end for fact in sure if fact.period]
    if not ends:
        return list(sure)
    latest = max(ends)
    if sure[0].series.concept.flow == "saldo":
        return [fact for fact in sure if fact.period and latest - fact.period.end <= SAME_MOMENT]
    if query.start is not None:
        return without_held([fact for fact in sure if fact.period], query.start)
    if all(fact.unit is Unit.MXN_PER_YEAR for fact in sure):
        # «¿cuánto le dieron a Mineros?»: so much a year, and then so much: no one of them is what was given
        return [fact for fact in sure if fact.period]
    return [fact for fact in sure if fact.period and fact.period.end == latest]


def without_held(flows: Sequence[Fact], start: date) -> list[Fact]:
    """Of years asked together, what was summed since they began already holds what was told of some of their months."""
    whole = [fact.period for fact in flows if fact.period and begins_then(fact, start)]

    def held(fact: Fact) -> bool:
        own = fact.period
        return own is not None and any(
            one.start <= own.start and own.end <= one.end and one.end - one.start - (own.end - own.start) > SLACK for one in whole
        )

    return [fact for fact in flows if not (is_summed(fact) and held(fact))]


# Words that attribute a figure to somebody, or to one of several versions; only then do the words of a note choose.
ATTRIBUTION = word_set("""
    segun version versiones glosa informe oferta contrato columna opinion registrado registrada primera primer primeros segunda
    segundo tercera tercer cuarta cuarto ultimo ultima dictamen proyecto propuesta iniciativa solicitado anunciado anunciada
    inicial final requerido dispersado maximo pesado calificado estudio auditoria acumulado
    """)


# They say that a version is meant, and not which.
MERELY_ATTRIBUTE = word_set("segun version versiones")


def singled_out(facts: Sequence[Fact], query: Query) -> list[Fact]:
    """Facts whose amount was typed («los 6,573 millones»), or whose note holds an attribution asked that the others lack: «los
    primeros dos años», «según la segunda glosa»."""
    if len(facts) < 2:
        return []
    typed = [fact for fact in facts if is_typed(fact, query.amounts)]
    if typed and len(typed) < len(facts):
        return typed
    # «la primera mitad del aguinaldo» is a name, and tells no version from another
    named = {word for fact in facts for word in words(f"{fact.series.concept.name} {fact.series.counterpart}")}
    if not query.single or not ATTRIBUTION & (set(query.words) - named):
        return []
    notes = [_note_forms(fact) for fact in facts]
    telling = [
        word
        for word in query.words
        if word not in MERELY_ATTRIBUTE
        if 0 < sum(bool(note & set(forms(word))) for note in notes) < len(facts)
    ]
    scores = [sum(bool(note & set(forms(word))) for word in telling) for note in notes]
    best = max(scores)
    return [fact for fact, score in zip(facts, scores, strict=True) if score == best] if best else []


def _note_forms(fact: Fact) -> frozenset[str]:
    said = f"{fact.note} {fact.stage_note} {fact.stage or ''} {fact.source.document.publisher} {fact.words}"
    return forms_of(content_words(said))


def with_rivals(moment: Sequence[Fact], fit: Sequence[Fact], keep_low: bool) -> list[Fact]:
    """Rival claims about the same thing stand beside each other, whoever makes them."""
    conflicts = {fact.conflict for fact in moment if fact.conflict} if keep_low else set()
    return [fact for fact in fit if fact in moment or (fact.conflict and fact.conflict in conflicts)]


def closest(facts: Sequence[Fact], query: Query, limit: int = 2) -> tuple[Fact, ...]:
    """The facts nearest in time to the asked period, latest when none was asked; never another subject or concept."""
    dated = [fact for fact in facts if fact.period]
    if not dated:
        return tuple(facts[:limit])
    if query.start is None or query.end is None:
        latest = max(fact.period.end for fact in dated if fact.period)
        return tuple(fact for fact in dated if fact.period and fact.period.end == latest)[:limit]
    middle = query.start + (query.end - query.start) / 2

    def distance(fact: Fact) -> int:
        assert fact.period
        apart = abs((fact.period.start + (fact.period.end - fact.period.start) / 2 - middle).days)
        # what nobody documented is as far as what was documented a year before
        return apart + (366 if fact.confidence is Confidence.LOW else 0)

    return tuple(sorted(dated, key=lambda fact: (distance(fact), RANK[fact.confidence], fact.id))[:limit])


def are_balances_of_before(nearest: Sequence[Fact], query: Query) -> bool:
    """All are balances of a time before the one asked."""
    start = query.start
    return start is not None and all(
        fact.series.concept.flow == "saldo" and fact.period is not None and fact.period.end < start for fact in nearest
    )


def by_confidence(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: RANK[fact.confidence])


# Beyond so many figures of several owners, one stage tells them apart.
READABLE = 4


def of_one_stage_each(facts: Sequence[Fact], query: Query) -> list[Fact]:
    """Of several towns, each told at several stages: what they received, else the stage that all of them share and most tell."""
    owners = {fact.series.subject.id for fact in facts}
    if len(owners) < 2 or len(facts) <= READABLE or query.stage is not None or any(f.series.subject.kind != "municipio" for f in facts):
        return list(facts)
    shared = [stage for stage in stages_published(facts) if len({f.series.subject.id for f in facts if f.stage is stage}) == len(owners)]
    best = Stage.RECEIVED if Stage.RECEIVED in shared else next(iter(shared), None)
    return [fact for fact in facts if fact.stage is best] if shared else list(facts)


def figures_of(facts: Iterable[Fact], role: Role = Role.ANSWER) -> tuple[Figure, ...]:
    """Facts as figures; equal numbers of one series, period and stage become one figure with all their documents."""
    merged: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for fact in facts:
        merged[
            (fact.series.subject.id, fact.series.concept.id, fact.series.counterpart, fact.stage, fact.unit, fact.amount, _moment(fact))
        ].append(figure_of(fact, role))
    return tuple(_merge(group) for group in merged.values())


def _moment(fact: Fact) -> object:
    """A day and its month are one moment («2 de octubre», «octubre»); a span is itself."""
    if fact.period is None:
        return None
    return fact.period.label if "/" in fact.period.label else fact.period.label[:7]


def _merge(group: Sequence[Figure]) -> Figure:
    first = group[0]
    if len(group) == 1:
        return first
    sources = each_document_once(source for figure in group for source in figure.sources)
    ids = tuple(id for figure in group for id in figure.fact_ids)
    best = min(group, key=lambda figure: RANK[figure.confidence])
    return replace(first, sources=sources, fact_ids=ids, confidence=best.confidence)


def stages_published(facts: Iterable[Fact]) -> tuple[Stage, ...]:
    return tuple(dict.fromkeys(fact.stage for fact in facts if fact.stage))
