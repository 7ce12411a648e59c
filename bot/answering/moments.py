"""Moments of money that a question names by a verb or a word of its own, beside the six accounting stages that the reader knows."""

from __future__ import annotations

import re

from bot.domain.reading import Act, Interpretation
from bot.domain.stage import Stage
from bot.language.folding import fold, word_set, words

# Words that name a moment other than the six of spending; the reader's stage slot holds only those six.
STAGE_HINTS = {
    Stage.DRAFT: word_set("proyecto propuesta propuesto proponia proponian proponen proponer ppef iniciativa"),
    Stage.COMMITTEE: frozenset(("dictamen",)),
    Stage.ESTIMATED: word_set("esperaba esperaban preveia preveian estimaba estimaban"),
    Stage.REQUESTED: word_set("solicito solicitado solicitud pidio pidieron pedia pedian pedido pidiendo"),
    Stage.PAID: word_set("pago pagaron pagado pagados"),
    Stage.RECEIVED: word_set("recibio recibieron recibido recibidos llego llegaron toco bajo"),
    Stage.ANNOUNCED: word_set("anuncio anunciaron anunciado prometio prometieron"),
}


# «¿cuánto gastó Apulco de lo que recibió?»
SPENT_OF_RECEIVED = re.compile(r"\bgast\w+\b.*\bde lo que (?:le |les )?(?:recib|lleg|toc)\w+")


def hinted_stage(reading: Interpretation) -> Stage | None:
    """The moment that the first telling verb names: «¿cuánto pagó de lo que recibió?» asks for what was paid. None when two moments are
    asked side by side: «¿cuánto se necesitaba y cuánto se pagó?», «dictamen contra lo aprobado»."""
    typed = words(reading.asked)
    if sum(word in ("cuanto", "cuanta") for word in typed) > 1 or reading.act is Act.COMPARE:
        return None
    if SPENT_OF_RECEIVED.search(fold(reading.asked)):
        return Stage.PAID
    return next((stage for word in typed for stage, cues in STAGE_HINTS.items() if word in cues), None)


def names_two_stages(reading: Interpretation) -> bool:
    """An accounting stage and another moment in one question: neither filters, both are shown."""
    typed = set(words(reading.asked))
    return reading.stage is not None and any(stage is not reading.stage and cues & typed for stage, cues in LEGISLATIVE.items())


def names_stage_in_concept(reading: Interpretation) -> bool:
    """«lo que falta por ejercer», «recursos no entregados», «intereses presupuestados»: the word
    belongs to the name of the concept, not to a stage."""
    if reading.stage is None:
        return False
    roots = (reading.stage.value[:-3], *(("presupuestad",) if reading.stage is Stage.APPROVED else ()))
    typed = fold(reading.asked)
    for mention in reading.of_kind("concepto"):
        typed = typed.replace(fold(mention.said), " ") if mention.said else typed
    return not any(root in typed for root in roots) and any(root in fold(reading.asked) for root in roots)


def names_two_moments(reading: Interpretation) -> bool:
    """«lo aprobado en 2023 contra lo ejercido en 2024», «¿cuánto pidió y cuánto recibió?»: no single stage holds for both."""
    typed = words(reading.asked)
    named = {stage for stage in Stage for word in typed if word.startswith(stage.value[:-2]) or word in STAGE_HINTS.get(stage, ())}
    return len(named) > 1


LEGISLATIVE = {stage: STAGE_HINTS[stage] for stage in (Stage.DRAFT, Stage.COMMITTEE)}
