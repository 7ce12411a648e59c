"""What is paid of a debt: its capital and its interest, whatever credits bear them."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.set_aside import without_clause
from bot.answering.asked.slots import typed_here, unsaid
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.language.folding import fold

CAPITAL_AND_INTEREST = re.compile(r"\bcapital (o|u|y|e) (a |de |en )?(los )?intereses\b|\bintereses (o|u|y|e) (a |de |en )?(el )?capital\b")
SERVICE = "servicio-deuda"
OF_CAPITAL = re.compile(r"\b(de|a|al|en|pagar|abonar|amortizar|es|era|eran|fue|son) (puro )?capital\b")


def with_capital_paid(reading: Interpretation) -> Interpretation:
    """«¿se pagó más capital o intereses?», «¿y de capital?»: of the debt, «capital» is what was paid of the debt itself."""
    if reading.topic is Topic.DEBT and reading.act is Act.AMOUNT and (paid := with_credits_paid_off(reading)):
        return paid
    typed, measured = fold(reading.asked), set(reading.concepts)
    of_capital = reading.topic is Topic.DEBT and measured <= {"presupuesto", SERVICE} and OF_CAPITAL.search(typed)
    of_both = "intereses" in measured and not {SERVICE, "amortizacion"} & measured and CAPITAL_AND_INTEREST.search(typed)
    at = typed.find("capital")
    if not (of_capital or of_both) or any(m.start <= at < m.end for m in reading.of_kind("concepto")):
        return reading
    capital = Mention("concepto", "amortizacion", "capital", at, at + len("capital"))
    return replace(reading, mentions=(*reading.mentions, capital), measure="amortizacion" if of_capital else reading.measure)


SHORT_TERM = "saldo-corto-plazo"
PAID_OFF = re.compile(r"\b(?:liquid|pag|amortiz)(?:o|aron|ad[oa]s?|acion|ando|ar)\b|\bsald(?:aron|ad[oa]s?|ar)\b")
STILL = re.compile(r"\b(?:deb|adeud|falt|qued|pendient)\w*|\b(?:sin|por) pagar\b")


def with_credits_paid_off(reading: Interpretation) -> Interpretation | None:
    """«liquidó créditos de corto plazo, ¿de cuánto fue el pago?»: what was paid of them, and not what was owed."""
    typed = fold(reading.asked)
    owed = [m for m in reading.of_kind("concepto") if m.clave.startswith("saldo-") and m.said]
    others = {m.clave for m in reading.of_kind("concepto")} - {m.clave for m in owed} - {"liquidacion-personal"}
    if len(owed) != 1 or others or not PAID_OFF.search(typed) or STILL.search(typed):
        return None
    if owed[0].clave != SHORT_TERM and typed_here(owed[0], reading):
        # what was paid of the long term is told of the whole debt, and not of credits that bear «plazo» in their name
        reading = without_clause(reading, owed[0].start, owed[0].end)
    kept = tuple(m for m in reading.mentions if m.kind != "concepto")
    return replace(reading, mentions=(*kept, unsaid("amortizacion")), measure="amortizacion")


BORNE = frozenset({"intereses", "intereses-proyectados", "intereses-pagados", "amortizacion", "comisiones"})
OF_CREDITS = re.compile(r"^(?:creditos?|prestamos?|emprestitos?)\b")


def without_bearer_of_interest(reading: Interpretation) -> Interpretation:
    """«¿cuánto costarían de intereses los cuatro créditos de largo plazo?»: the credits bear what is asked, and their
    balance is not asked."""
    if reading.topic is not Topic.DEBT or not BORNE & set(reading.concepts):
        return reading
    first = min(mention.start for mention in reading.of_kind("concepto") if mention.clave in BORNE)
    bearers = [m for m in reading.of_kind("concepto") if m.clave.startswith("saldo") and m.start > first and OF_CREDITS.match(fold(m.said))]
    typed = fold(reading.asked)
    if not bearers or any(re.search(r"\b(?:y|e|mas)\s+(?:los |las |de |el )*$", typed[: mention.start]) for mention in bearers):
        return reading
    return replace(reading, mentions=tuple(m for m in reading.mentions if m not in bearers), measure=None)
