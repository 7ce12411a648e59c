"""Fifty questions of each week, drawn among all that were asked, for two people to score. Of nobody: no chat, no hour, only the day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import SystemRandom

from sqlalchemy import Connection, bindparam, delete, insert, select

from bot.state.schema import sample
from bot.state.store import Store

SIZE = 50
_LOT_BITS = 62
_NONE = 1 << _LOT_BITS
_c = sample.c
_LOTS = select(_c.lot).where(_c.week == bindparam("of_week")).order_by(_c.lot)
_NEW = insert(sample)
_FALLEN_OUT = delete(sample).where(_c.week == bindparam("of_week"), _c.lot > bindparam("last"))


@dataclass(frozen=True)
class SampledQuestion:
    """``text`` is masked; ``outcome`` as the JSON contract names it; ``told`` the answer as ``write_answers`` leaves it; ``receipt`` its
    code, empty where it has none."""

    text: str
    outcome: str
    told: str
    receipt: str
    channel: str
    asked_on: date


Drawn = Callable[[], SampledQuestion]


def draw_lot() -> int:
    return SystemRandom().getrandbits(_LOT_BITS)


def week_of(day: date) -> date:
    """Its Monday."""
    return day - timedelta(days=day.weekday())


class Sample:
    """Each question draws a lot, and a week keeps the lowest ones: all have the same chance, however many there are, and workers that
    share the store need not count together."""

    def __init__(self, store: Store, size: int = SIZE, lot: Callable[[], int] = draw_lot) -> None:
        self._store = store
        self._size = size
        self._lot = lot
        self._last = _LOTS.offset(size - 1).limit(1)
        self._out: dict[date, int] = {}

    def offer(self, asked_on: date, *questions: Drawn) -> int:
        """How many of those asked on a day were drawn; only they are called, and what falls out of the sample is erased."""
        week = week_of(asked_on)
        # lots only get lower: what was too high stays so, and most questions end here
        drawn = _below(self._out.get(week, _NONE), {self._lot(): question for question in questions})
        if not drawn:
            return 0
        with self._store.writing() as connection:
            # one worker at a time draws: of two that take the last place only one may stay
            self._store.hold(connection, sample)
            drawn = _below(self._lowest_out(connection, week), drawn)
            if drawn:
                connection.execute(_NEW, [{"week": week, "lot": lot, **vars(question())} for lot, question in drawn.items()])
                connection.execute(_FALLEN_OUT, {"of_week": week, "last": self._lowest_out(connection, week)})
        return len(drawn)

    def _lowest_out(self, connection: Connection, week: date) -> int:
        """From this lot on a question stays out of its week: that of the last one in it."""
        last: int | None = connection.scalar(self._last, {"of_week": week})
        if last is None:
            return _NONE
        self._out = {week: last}
        return last

    def of_week(self, day: date) -> Sequence[SampledQuestion]:
        """Those of the week of ``day``, from Monday to Sunday, in the order of their lots."""
        asked = select(_c.text, _c.outcome, _c.told, _c.receipt, _c.channel, _c.asked_on).where(_c.week == week_of(day))
        with self._store.reading() as connection:
            return [SampledQuestion(*row) for row in connection.execute(asked.order_by(_c.lot).limit(self._size))]


def _below(out: int, lots: Mapping[int, Drawn]) -> dict[int, Drawn]:
    return {lot: question for lot, question in lots.items() if lot < out}
