"""Moments of money that a question names by a verb, a participle or a word of its own, beside the six of spending that the reader knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from bot.answering.asked.budget_items import speaks_of_bill_and_law
from bot.answering.asked.counting import thing_counted
from bot.answering.asked.slots import affirmed, asked_words, concepts_asked, unsaid, without_said
from bot.answering.search.index import content_words, forms, forms_of
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold, word_set, words

# Words that name a moment other than the six of spending; the reader's stage slot holds only those six.
STAGE_HINTS = {
    Stage.DRAFT: word_set("proyecto propuesta propuesto propuso propusieron propone proponia proponian proponen proponer ppef iniciativa"),
    Stage.COMMITTEE: frozenset(("dictamen",)),
    Stage.ESTIMATED: word_set("esperaba esperaban preveia preveian estimaba estimaban"),
    Stage.REQUESTED: word_set(
        "solicito solicitaron solicitaba solicitaban solicitado solicitud pidio pidieron pedia pedian pedido pidiendo"
    ),
    Stage.PAID: word_set("pago pagaron pagado pagados"),
    Stage.RECEIVED: word_set("recibio recibieron recibido recibidos llego llegaron toco bajo"),
    Stage.ANNOUNCED: word_set("anuncio anunciaron anunciado prometio prometieron"),
}
FORMS = {
    f"{stage.value[:-1]}{ending}": stage for stage in Stage if stage.value.endswith(("ado", "ido")) for ending in ("o", "a", "os", "as")
}
# «ha recibido», «fue autorizado»: a verb tells what happened, and does not say which of several numbers is asked.
AUXILIARIES = word_set("""
    he ha hemos han haya hayan habia habian habra hubo haber fue fueron era eran es son sea ser sido siendo
    esta estan estaba estaban quedo quedaron queda quedan
    """)
# Beside another moment, what was received; alone, it only says that it is income.
ENTERED = word_set("entro entraron")
# «¿subió o bajó?», «solicito me informe»: not of money
OTHERWISE = word_set("bajo solicito")
# What a government received it books as collected.
SAME_MOMENT = {Stage.RECEIVED: frozenset({Stage.RECEIVED, Stage.COLLECTED})}
# «¿cuánto gastó Apulco de lo que recibió?»
SPENT_OF_RECEIVED = re.compile(r"\bgast\w+\b.*\bde lo que (?:le |les )?(?:recib|lleg|toc)\w+")
# The noun is a name of budgets («el gasto de 2018»); the verb, in the past, tells what happened.
SPENT = re.compile(
    r"\b(?:se|cuanto|cuanta|cuantos|que|lo que|si|no|ya|le|les|eso|ahi|dinero) (?:le |les |se )?(?:gasto|erogo|desembolso)\b"
    r"(?! (?:federal|estatal|total|publico|corriente|de \d))"
    r"|\b(?:gastaron|gastaba|gastaban|gastaste|erogaron|desembolsaron)\b"
    r"|\b(?:termin\w+|acab\w+|iba\w*|fue\w*|han?|habia\w*|hubo) (?:de )?(?:gastad[oa]|gastando|gastar|gastandose|gastarse|erogad[oa])\b"
    r"|\blo (?:realmente |efectivamente |ya )?gastado\b"
)
# «aproba-» of «aprobaron», «ejerci-» of «ejercieron»; «saldo» is no verb, and «sal-» would be «salud» and «salió» too
ROOTS = {stage.value if stage is Stage.BALANCE else stage.value[:-2]: stage for stage in Stage}
# In the order in which a budget goes through them.
BILLS = (Stage.DRAFT, Stage.COMMITTEE)


def hinted_stage(reading: Interpretation) -> Stage | None:
    """The moment that the first telling verb names: «¿cuánto pagó de lo que recibió?» asks for what was paid. None when two moments are
    asked side by side: «¿cuánto se necesitaba y cuánto se pagó?», «dictamen contra lo aprobado»."""
    if is_of_two_sides(reading):
        return None
    if spent_of_a_fund(reading) or SPENT_OF_RECEIVED.search(fold(reading.asked)):
        return Stage.PAID
    return next((stage for word in words(reading.asked) for stage, cues in STAGE_HINTS.items() if word in cues), None)


def spent_of_a_fund(reading: Interpretation) -> bool:
    """Of a fund that towns are given, what they spent was published as paid."""
    return bool(reading.of_kind("fondo")) and SPENT.search(fold(reading.asked)) is not None


def bill_asked(reading: Interpretation) -> Stage | None:
    """«en el proyecto de 2014», «¿cómo venía en el dictamen?»: the stage of a bill that the words name."""
    typed = set(words(reading.asked))
    return next((stage for stage in BILLS if STAGE_HINTS[stage] & typed), None)


AGAIN = frozenset({Act.AMOUNT, Act.BREAKDOWN, Act.RANKING})
STILL_FIGURES = AGAIN | {Act.TREND, Act.STATUS, Act.LIST}


def moved_in_stage(reading: Interpretation, before: Interpretation | None) -> Interpretation:
    """«¿y cómo venía en el dictamen?», after how the budget was divided: nothing is named but a stage of the bill, so the question before
    is asked again, of that stage."""
    if before is None or before.topic is not Topic.BUDGET or before.act not in AGAIN or reading.act not in STILL_FIGURES or before.more:
        return reading
    own = [m for m in reading.mentions if m not in before.mentions and m.clave != before.measure]
    typed = set(words(reading.asked))
    stage = bill_asked(reading)
    if not reading.carried or own or stage is None or reading.more or VERSUS & typed:
        return reading
    period = reading.period if reading.years else before.period
    carried = ("mentions", "period", "measure")
    return replace(before, asked=reading.asked, stage=stage, period=period, amounts=(), carried=carried, confidence=1.0, alternatives=())


VERSUS = word_set("contra vs versus comparado comparada compara diferencia cambio cambiaron movieron")


def asks_what_was_spent(reading: Interpretation) -> bool:
    """«¿cuánto se gastó?», of money that a budget had set aside; what was lent or decided is no budget."""
    return reading.stage is None and bool(SPENT.search(affirmed(reading)))


def is_of_two_sides(reading: Interpretation) -> bool:
    """«¿cuánto recibió y cuánto pagó?»: each side is asked for by itself."""
    return sum(word in ("cuanto", "cuanta") for word in words(reading.asked)) > 1 or reading.act is Act.COMPARE


def participles(reading: Interpretation) -> tuple[Stage, ...]:
    """The stages typed as participles, each once, in order; not within the name of a thing («el refinanciamiento autorizado en
    diciembre de 2016») nor as part of a verb."""
    found = words(without_said(reading))
    said = (FORMS[word] for before, word in zip(("", *found), found, strict=False) if word in FORMS and before not in AUXILIARIES)
    return tuple(dict.fromkeys(said))


def moments_named(reading: Interpretation) -> frozenset[Stage]:
    """Every moment that the words name, by a participle, a form that begins like one («aprobaron») or a telling word; not the one they take
    back: «lo aprobado, no lo que pedían»."""
    named = frozenset(stage for word in words(affirmed(reading)) for stage in moments_of(word))
    if reading.topic is Topic.BUDGET and speaks_of_bill_and_law(reading.asked):
        named |= {Stage.DRAFT, Stage.APPROVED}
    named |= {Stage.PAID} if spent_of_a_fund(reading) else frozenset()
    return named | {reading.stage} if reading.stage else named


@lru_cache(maxsize=4096)
def moments_of(word: str) -> frozenset[Stage]:
    """Those that one folded word may name."""
    if word in OTHERWISE:
        return frozenset()
    hinted = {stage for stage, cues in STAGE_HINTS.items() if word in cues}
    begun = {stage for root, stage in ROOTS.items() if word.startswith(root)}
    return frozenset(hinted | begun | ({Stage.RECEIVED} if word in ENTERED else set()))


def names_two_moments(reading: Interpretation) -> bool:
    """«lo aprobado en 2023 contra lo ejercido en 2024», «¿cuánto pidió y cuánto recibió?»: no single stage holds for both. A bill named
    beside a stage is always a second one."""
    two_sides = is_of_two_sides(reading)
    if not two_sides and reading.stage is None:
        return False
    named = moments_named(reading)
    return len(named) > 1 and (two_sides or not named.isdisjoint(BILLS))


def asks_two_moments(reading: Interpretation, published: Mapping[str, frozenset[Stage]]) -> bool:
    """Two moments are named, and what is measured is published at two of them. ``published`` are the stages of each concept."""
    if not names_two_moments(reading):
        return False
    named = moments_named(reading)
    held = [published.get(concept, frozenset()) for concept in concepts_asked(reading)]
    return all(len(at_moments(stages, named)) > 1 for stages in held)


def at_moments(stages: Iterable[Stage], named: Iterable[Stage]) -> frozenset[Stage]:
    """Of the stages at which something is published, those that the moments named mean."""
    meant = {stage for moment in named for stage in SAME_MOMENT.get(moment, {moment})}
    return frozenset(meant & set(stages))


ASKS_HOW_MUCH = re.compile(r"cuant[oa]s? |lo que ")


def names_stage_in_concept(reading: Interpretation) -> bool:
    """«lo que falta por ejercer», «recursos no entregados», «intereses presupuestados»: the word
    belongs to the name of the concept, not to a stage; in «cuánto le aprobaron», by which people call a budget, it is the stage."""
    if reading.stage is None or any(ASKS_HOW_MUCH.match(fold(mention.said)) for mention in reading.of_kind("concepto")):
        return False
    roots = (reading.stage.value[:-3], *(("presupuestad",) if reading.stage is Stage.APPROVED else ()))
    typed = without_said(reading, "concepto")
    return not any(root in typed for root in roots) and any(root in fold(reading.asked) for root in roots)


def with_stage_said(reading: Interpretation, published: Mapping[str, frozenset[Stage]]) -> Interpretation:
    """The reader's slot holds the six of spending; the others count when what is measured is published at that stage: by a participle, and
    what was asked for also by its verb. «lo autorizado y lo del portal» asks for two numbers, of which one is named by its stage."""
    said, asked = participles(reading) or requested(reading), concepts_asked(reading)
    if reading.stage is not None or len(said) != 1 or not asked or words(reading.asked).count("lo") > 1 or names_two_moments(reading):
        return reading
    if not all(said[0] in published.get(concept, frozenset()) for concept in asked):
        return reading
    # «¿cuánto solicitó el gobierno de crédito?» measures it as its name would; «¿cuánto pedían los alcaldes?» may be another thing
    plain = said[0] is Stage.REQUESTED and all(OF_CREDITS.match(word) for word in asked_words(reading))
    named = (unsaid(asked[0]),) if plain and not reading.concepts else ()
    return replace(reading, stage=said[0], mentions=(*reading.mentions, *named))


OF_CREDITS = re.compile(r"(?:solicit|p[ei]d|quer|credit|prestamo|emprestit|deud|endeud|prestad|gob|estado|ejecutivo|nuev|monto|total)\w*$")
# «pidió prestado» is what was lent; «solicito me informen» asks for an answer
BORROWS = re.compile(r"\bp[ei]d\w+ (?:\w+ )?prestad|\b(?:ha|han|hemos|habian?) pedido\b|(?<!cuanto )\bsolicito\b")
WANTED = re.compile(r"\b(?:quer|pretend|busca|intent)\w* (?:pedir|contratar|endeudar|solicitar|que le prestar)")


def requested(reading: Interpretation) -> tuple[Stage, ...]:
    """«¿cuánto pidió el gobernador de empréstito?»: neither what he was granted nor what he took. What a bill asks for is a bill."""
    typed = fold(reading.asked)
    verb = hinted_stage(reading) is Stage.REQUESTED and not BORROWS.search(typed) and bill_asked(reading) is None
    return (Stage.REQUESTED,) if verb or WANTED.search(typed) else ()


def with_income_estimated(reading: Interpretation, published: Mapping[str, frozenset[Stage]]) -> Interpretation:
    """«los impuestos que se presupuestaron»: of income, what the legislature approves is an estimate. ``published`` are the stages of each
    concept."""
    held = [published.get(concept, frozenset()) for concept in concepts_asked(reading)]
    if reading.stage is not Stage.APPROVED or reading.topic is not Topic.BUDGET or not held:
        return reading
    income = all(Stage.ESTIMATED in stages and Stage.APPROVED not in stages for stages in held)
    return replace(reading, stage=Stage.ESTIMATED) if income else reading


def with_stage_noted(reading: Interpretation, noted: Mapping[str, Mapping[str, Stage]]) -> Interpretation:
    """«¿cuánto registró de obras con el FORTAMUN?»: documents call a stage of the fund «obras registradas». What was received is no answer,
    so where that stage is not published, nothing is."""
    typed = forms_of(words(reading.asked))
    for concept in concepts_asked(reading):
        for name, stage in noted.get(concept, {}).items():
            if all(typed & set(forms(word)) for word in content_words(name)):
                return replace(reading, stage=stage)
    return reading


def without_stage_of_a_count(reading: Interpretation) -> Interpretation:
    """«¿cuánta gente cabe después de la ampliación?»: people and things have no stage of spending."""
    counts = thing_counted(reading) or "cuanta gente" in fold(reading.asked)
    return replace(reading, stage=None) if reading.stage and counts else reading


def without_stage_of_two_moments(reading: Interpretation, published: Mapping[str, frozenset[Stage]]) -> Interpretation:
    """«¿cuánto se propuso y cuánto se aprobó?» asks both; a stage that is only carried, or part of a name, is not asked."""
    if asks_two_moments(reading, published):
        compared = reading.act is Act.AMOUNT and is_of_two_sides(reading)
        return replace(reading, stage=None, act=Act.COMPARE if compared else reading.act)
    if ("stage" in reading.carried and hinted_stage(reading)) or names_stage_in_concept(reading):
        return replace(reading, stage=None)
    return reading
