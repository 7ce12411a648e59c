"""A message that goes on from the turn before: «¿y en 2018?», «no, del 2017», «me refería al municipio»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Interpretation, Mention


def carry_over(now: Interpretation, before: Interpretation, typed: Sequence[str]) -> Interpretation:
    """Slots the message leaves open come from the turn before; what it names replaces the same kind."""
    if not before.mentions and before.period is None and before.topic is None:
        return now
    if now.act is Act.NONE or len(typed) > 12:
        return now
    carried: list[str] = []
    kinds = {mention.kind for mention in now.mentions}
    kept = tuple(m for m in before.mentions if _survives(m, kinds, now))
    if kept:
        carried.append("mentions")
    period = now.period
    if period is None and before.period is not None and now.act not in (Act.TREND, Act.FAQ):
        period = _shifted(before.period, typed) or before.period
        carried.append("period")
    stage = now.stage
    if stage is None and before.stage is not None and now.act is before.act:
        stage = before.stage
        carried.append("stage")
    measure = now.measure
    if measure is None and before.measure is not None:
        measure = before.measure
        carried.append("measure")
    words = tuple(dict.fromkeys((*now.words, *(before.words if kept or not now.mentions else ()))))
    return replace(now, mentions=(*now.mentions, *kept), period=period, stage=stage, measure=measure, words=words, carried=tuple(carried))


_PLACES = frozenset({"municipio", "estado"})


def _survives(mention: Mention, kinds: set[str], now: Interpretation) -> bool:
    if mention.kind in kinds or (mention.kind in _PLACES and kinds & _PLACES):
        return False
    if mention.kind == "concepto":
        return False
    return (mention.kind, mention.clave) not in {(m.kind, m.clave) for m in now.mentions}


def _shifted(period: AskedPeriod, typed: Sequence[str]) -> AskedPeriod | None:
    """«el año siguiente», «el anterior», after a year."""
    text = " ".join(typed)
    step = 1 if "siguiente" in text or "despues" in text else -1 if "anterior" in text or "antes" in text else 0
    if not step or len(period.years) != 1:
        return None
    year = period.years[0] + step
    from datetime import date

    return AskedPeriod("year", (year,), date(year, 1, 1), date(year, 12, 31), str(year))
