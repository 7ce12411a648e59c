"""A message that goes on from the turn before: «¿y en 2018?», «no, del 2017», «me refería al municipio»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.stage import Stage
from bot.domain.vocabulary import Term
from bot.language.folding import word_set

Terms = Mapping[tuple[str, str], Term]

_GOING_ON = word_set(
    "y e i and pero entonces no tambien perdon corrijo ni o ah aja ok okei okey lo mismo igual ahora what bueno total va sale orale "
    "decia dije digo hablo hablaba referia refiero rectifico error comparalo comparala comparalos comparalas ponlo ponla"
)
_SAYING = word_set("yo me es por")
"""«yo decía…», «me refería a…»: what goes on is said by the second word."""
_POINTING = word_set(
    "eso ese esa esos esas esto este estos ahi alla lo la los las le les otro otra otros otras mismo misma demas mismos it that them those"
)
_THAT = word_set("eso ese esa esos esas esto este estos that those")
_ONE_OF = (word_set("el la los las lo"), word_set("de del que"))
_PAID = word_set("pago pagaron pagado paid")
_SHORT = 5
_PLACES = frozenset({"municipio", "estado"})
_OF_FIGURES = frozenset({Act.AMOUNT, Act.BREAKDOWN, Act.COMPARE, Act.TREND, Act.RANKING})
_WITHOUT_PERIOD = frozenset({Act.FAQ, Act.NONE, Act.SMALLTALK})


def goes_on(now: Interpretation, before: Interpretation, typed: Sequence[str]) -> bool:
    """Whether the message leans on the turn before. A whole question of its own does not, even after another."""
    if now.act in (Act.NONE, Act.SMALLTALK) or (before.act in (Act.NONE, Act.SMALLTALK) and not before.mentions):
        return False
    if len(typed) <= _SHORT or (
        len(typed) <= 3 * _SHORT and (not _GOING_ON.isdisjoint(typed[: 1 + (typed[0] in _SAYING)]) or _points_back(typed))
    ):
        return True
    own = [mention for mention in now.mentions if mention.kind != "gobierno"]
    if own or now.topic != before.topic:
        return False
    return len(typed) <= 2 * _SHORT or (len(typed) <= 3 * _SHORT and not _POINTING.isdisjoint(typed))


def _points_back(typed: Sequence[str]) -> bool:
    """«de eso, ¿cuánto fue nómina?», «ese es el ingreso», «el de Zacatecas, no el de Baja»: no subject of its own."""
    first, second = typed[0], typed[1]
    return first in _THAT or (first == "de" and second in _THAT) or (first in _ONE_OF[0] and second in _ONE_OF[1])


_TOWN = word_set("municipio ayuntamiento presidencia alcaldia capital")
_CORRECTING = word_set("referia refiero decia digo dije hablo hablaba perdon no")
_STATE, _CAPITAL = ("estado", "zacatecas"), ("municipio", "municipio de zacatecas")


def as_corrected(now: Interpretation, before: Interpretation, typed: Sequence[str], terms: Terms) -> Interpretation:
    """«me refería al municipio»: the same question, about the town; of Zacatecas, its capital."""
    said = set(typed)
    if len(typed) > _SHORT + 1 or said.isdisjoint(_TOWN) or said.isdisjoint(_CORRECTING) or now.of_kind("municipio"):
        return now
    if before.act in _WITHOUT_PERIOD or before.topic not in (Topic.DEBT, Topic.BUDGET, Topic.TRANSFERS):
        return now
    named = [mention for mention in (*now.mentions, *before.mentions) if (mention.kind, mention.clave) == _STATE]
    capital = tuple(replace(mention, kind=_CAPITAL[0], clave=_CAPITAL[1]) for mention in named[:1] if _CAPITAL in terms)
    others = tuple(mention for mention in now.mentions if mention not in named)
    sure = max(now.confidence, before.confidence)
    return replace(now, act=before.act, topic=Topic.TRANSFERS, mentions=(*capital, *others), confidence=sure)


def carry_over(now: Interpretation, before: Interpretation, typed: Sequence[str], terms: Terms) -> Interpretation:
    """Slots that the message leaves open come from the turn before; what it names replaces what is of its kind."""
    asked_so, now = now, as_corrected(now, before, typed, terms)
    if not goes_on(now, before, typed):
        return now
    carried: list[str] = []
    # a turn that looked out of scope has no topic, but what it named may go on all the same
    same_topic = before.topic in (None, now.topic) or now is not asked_so
    kept = tuple(m for m in before.mentions if same_topic and _stays(m, now, terms))
    if kept:
        carried.append("mentions")
    period = now.period
    if now.act not in _WITHOUT_PERIOD and before.period is not None and not now.years and not _of_term(now):
        period = _period_after(now, before.period, typed)
        carried += ["period"] if period is not None else []
    elif now.act is Act.COMPARE and period is not None and before.period is not None:
        period = _both(before.period, period)
    elif period is not None and before.period is not None:
        period = _stretched(period, before.period, typed)
    stage, measure = now.stage, now.measure
    if stage is None and before.stage is not None and not _PAID.isdisjoint(typed):
        stage = Stage.PAID  # «¿y cuánto se pagó?» after what was approved: beside another stage, paying is one too
    elif stage is None and before.stage is not None and (now.act is before.act or {now.act, before.act} <= _OF_FIGURES):
        stage = before.stage
        carried.append("stage")
    if measure is None and before.measure is not None and same_topic and now.act not in _WITHOUT_PERIOD:
        measure = before.measure
        carried.append("measure")
    words = tuple(dict.fromkeys((*now.words, *(before.words if same_topic and not now.entities else ()))))
    return replace(now, mentions=(*now.mentions, *kept), period=period, stage=stage, measure=measure, words=words, carried=tuple(carried))


def _stays(mention: Mention, now: Interpretation, terms: Terms) -> bool:
    """«¿y el cobaez?» after «cuánto le debe la uaz al issstezac» changes the debtor and keeps the ISSSTEZAC, which is what
    the topic is about."""
    if mention.kind == "concepto" or any(m.clave == mention.clave for m in now.mentions):
        return False
    if mention.kind == "capitulo" and any(terms[("concepto", c)].topic != terms[(mention.kind, mention.clave)].topic for c in now.concepts):
        return False  # «¿y para abonar a capital?», after the chapter of debt: what is asked now has a topic of its own
    if mention.kind == "gobierno" and now.period is not None and now.act is not Act.COMPARE:
        return False
    if now.act is Act.COMPARE:
        return True
    rivals = [m for m in now.mentions if m.kind == mention.kind or (m.kind in _PLACES and mention.kind in _PLACES)]
    if not rivals:
        return True
    of_topic = terms[(mention.kind, mention.clave)].topic == now.topic
    return mention.kind == "institucion" and of_topic and not any(terms[(m.kind, m.clave)].topic for m in rivals)


def _of_term(now: Interpretation) -> bool:
    return now.period is not None and now.period.kind == "term"


def _period_after(now: Interpretation, before: AskedPeriod, typed: Sequence[str]) -> AskedPeriod | None:
    shifted = _shifted(before, typed)
    if shifted is not None:
        return _both(before, shifted) if now.act in (Act.COMPARE, Act.TREND) else shifted
    if now.act is Act.TREND or (now.period is not None and now.period.kind != "latest"):
        return now.period
    return before


_LATER = word_set("siguiente siguient despues dspues adelante next following after")
_EARLIER = word_set("anterior antes previo previous before atras")
_COUNTS = {"dos": 2, "tres": 3, "two": 2, "three": 3}
_YEAR = word_set("ano anos year years ejercicio")


def _shifted(period: AskedPeriod, typed: Sequence[str]) -> AskedPeriod | None:
    """«el año siguiente», «un año antes», «dos para atrás», after one year; not «¿la pagaron antes de irse?», nor «los movimientos que le
    hicieron después»."""
    said = set(typed) - {word for word, following in pairwise(typed) if following in ("de", "que")}
    step = 1 if said & _LATER or {"que", "sigue"} <= {*typed} else -1 if said & _EARLIER else 0
    afar = len(typed) > _SHORT and said.isdisjoint(_YEAR)
    if not step or len(period.years) != 1 or len(typed) > 2 * _SHORT or afar:
        return None
    return AskedPeriod.of_year(period.years[0] + step * next((_COUNTS[word] for word in typed if word in _COUNTS), 1))


def _stretched(now: AskedPeriod, before: AskedPeriod, typed: Sequence[str]) -> AskedPeriod:
    """«y así hasta 2021» after 2016, «desde el 19» after 2024: all the years between."""
    if len(now.years) != 1 or len(before.years) != 1:
        return now
    (year,), (other,) = now.years, before.years
    if not (("hasta" in typed and other < year) or ("desde" in typed and year < other)):
        return now
    first, last = sorted((year, other))
    return AskedPeriod("range", tuple(range(first, last + 1)), date(first, 1, 1), date(last, 12, 31), f"{first}-{last}")


def _both(before: AskedPeriod, now: AskedPeriod) -> AskedPeriod:
    """«compáralo con 2021» after 2015 is about both."""
    years = tuple(dict.fromkeys((*before.years, *now.years)))
    if not before.years or not now.years or len(years) < 2:
        return now
    return AskedPeriod("years", years, date(min(years), 1, 1), date(max(years), 12, 31), f"{before.said} / {now.said}")
