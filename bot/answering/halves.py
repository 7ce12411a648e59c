"""What two halves of one message lend to each other."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.asked import testifies
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold


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
