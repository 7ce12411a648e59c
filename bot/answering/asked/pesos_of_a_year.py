"""An amount in the pesos of another year: «¿a cuánto equivale en pesos de hoy?», «eso mismo, pero en pesos de 2024»."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.default_measures import with_default_measure
from bot.answering.asked.periods import target_year, without_target_year
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold

TODAYS_PESOS = re.compile(
    r"(pesos|dinero|lana) (de hoy|de ahora|actuales|corrientes de hoy)|inflacion"
    r"|\b(equival\w+|valdria\w*|seria|serian) (hoy|ahora|actualmente)\b|\bhoy (en dia )?(cuanto )?(equival\w+|valdria\w*|seria|serian)\b"
)
# «¿cuánto subió la inflación?» asks for the index, and converts nothing.
PRICES_ROSE = re.compile(r"\b(?:subi|aument|crec|fue|hubo|hay)\w* (?:de )?(?:la )?inflacion|\binflacion (?:anual|de [a-z]+ de|en|entre)\b")
# With «en pesos de hoy» these too ask for the amount.
AS_AMOUNT = frozenset({Act.BREAKDOWN, Act.TERMS, Act.LIST, Act.FAQ, Act.SOURCE, Act.COMPARE, Act.TREND})


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


def with_pesos_of_a_year(reading: Interpretation) -> Interpretation:
    """«¿cuánto sería hoy?»: the message asks for a conversion."""
    if reading.per is None and (target_year(reading) or TODAYS_PESOS.search(PRICES_ROSE.sub(" ", fold(reading.asked)))):
        return replace(reading, per="pesos_de_hoy")
    return reading


def in_pesos_of_a_year(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """What is converted is an amount, of the turn before where the message names none; the year of the pesos is not the year asked."""
    if reading.per != "pesos_de_hoy":
        return reading
    reading = replace(reading, act=Act.AMOUNT) if reading.act in AS_AMOUNT else reading
    return without_target_year(with_default_measure(of_before(reading, before)))
