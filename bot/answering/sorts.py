"""What is divided although nobody published its parts as such: among all of a sort, or by origin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answering.acts import BY_ORIGIN
from bot.answering.choosing import figures_of
from bot.answering.default_measures import with_default_measure
from bot.answering.parts import breakdown
from bot.answering.rankings import of_one_sort
from bot.answering.shelves import Shelves
from bot.domain.answer import Found, Note
from bot.domain.reading import Act, Interpretation, Mention


def divided_otherwise(reading: Interpretation, shelves: Shelves, asked_on: date) -> Found | None:
    """«el dinero de los tribunales»: what each of that sort has; «¿cuánto es federal y cuánto propio?»: of a year in which nobody published
    the two origins, every source of the income."""
    if alike := of_one_sort(with_default_measure(replace(reading, act=Act.AMOUNT)), shelves):
        return Found(reading, figures_of(sorted(alike, key=lambda fact: -fact.amount)), notes=(Note("partial_list"),))
    if not set(BY_ORIGIN) <= set(reading.concepts):
        return None
    income = Mention("concepto", "ingresos-totales", "", 0, 0)
    others = tuple(mention for mention in reading.mentions if mention.clave not in BY_ORIGIN)
    divided = breakdown(replace(reading, mentions=(*others, income), measure=income.clave), shelves, asked_on)
    return divided if isinstance(divided, Found) else None
