"""The first line of a reply: how the question was read."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.vocabulary import Knowledge
from bot.rendering import dates
from bot.rendering.figures import stage_name
from bot.rendering.translation import N_, _

TOPICS: Mapping[Topic, str] = {
    Topic.DEBT: N_("deuda pública"),
    Topic.PENSIONS: N_("pensiones"),
    Topic.SPORTS: N_("deporte"),
    Topic.BUDGET: N_("presupuesto del estado"),
    Topic.TRANSFERS: N_("dinero federal y municipal"),
    Topic.OPEN_GOVERNMENT: N_("gobierno abierto"),
    Topic.ACCESS: N_("acceso a la información"),
    Topic.BOT: N_("este asistente"),
}
ACTS: Mapping[Act, str] = {
    Act.BREAKDOWN: N_("desglose"),
    Act.RANKING: N_("de mayor a menor"),
    Act.TREND: N_("evolución"),
    Act.COMPARE: N_("comparación"),
    Act.STATUS: N_("en qué va"),
    Act.TERMS: N_("condiciones"),
    Act.WHO: N_("quién"),
    Act.WHEN: N_("cuándo"),
    Act.LIST: N_("lista"),
    Act.SOURCE: N_("documentos"),
}
PER: Mapping[str, str] = {"habitante": N_("por habitante"), "pesos_de_hoy": N_("en pesos de hoy")}


def reading_line(reading: Interpretation, knowledge: Knowledge, *, topic: bool = True) -> str:
    """«deuda pública · Banorte · saldo · 2013»; without ``topic`` only what the question is about."""
    parts = [_(TOPICS[reading.topic])] if reading.topic and topic else []
    parts += [_act(reading)] if reading.act in ACTS and topic else []
    parts += _names(reading, knowledge)
    parts += [stage_name(reading.stage)] if reading.stage else []
    parts += [_(PER[reading.per])] if reading.per and reading.per in PER else []
    parts += [dates.asked(reading.period)] if reading.period else []
    said = list(dict.fromkeys(filter(None, parts)))
    return " · ".join(part for part in said if not any(other.lower().startswith(part.lower() + " ") for other in said))


def term_name(kind: str, clave: str, knowledge: Knowledge) -> str:
    """The name people know a thing by; its clave when the vocabulary has lost it since."""
    term = knowledge.by_name.get((kind, clave))
    return _(term.short or term.name) if term else clave


def _act(reading: Interpretation) -> str:
    return _("de menor a mayor") if reading.act is Act.RANKING and reading.order == "bottom" else _(ACTS[reading.act])


def _names(reading: Interpretation, knowledge: Knowledge) -> list[str]:
    term_of_office = reading.period is not None and reading.period.kind == "term"
    silent = {"concepto", "gobierno"} if term_of_office else {"concepto"}
    things = [term_name(m.kind, m.clave, knowledge) for m in reading.mentions if m.kind not in silent]
    concepts = [term_name(m.kind, m.clave, knowledge) for m in reading.mentions if m.kind == "concepto"]
    # a follow-up keeps the measure without its words: «y en 2018» after «¿cuánto gastó Jerez?»
    kept = term_name("concepto", reading.measure, knowledge) if reading.measure else ""
    return [*things, *(concepts or [kept])]
