"""What two halves of one message lend to each other."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.asked.budget_items import speaks_of_bill_and_law
from bot.answering.asked.clauses import OF_THAT
from bot.answering.asked.income_origins import speaks_of_origins
from bot.answering.asked.moments import moments_named, names_two_moments
from bot.answering.asked.periods import both
from bot.answering.asked.slots import testifies
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.figures.standings import PLACE, PLACE_OF
from bot.answering.search.index import content_words
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold, word_set, words
from bot.language.years import MONTHS


def sharing_slots(first: Interpretation, second: Interpretation) -> tuple[Interpretation, Interpretation]:
    """Two halves of one message about one topic share what only one of them names: «cuánto a corto y cuánto a largo plazo en 2013»."""
    if asks_mark_beside_place(both_asked := fold(f"{first.asked} {second.asked}")):
        marks = tuple(m for m in first.mentions if not m.clave.endswith(PLACE_OF))
        unplaced = PLACE.sub(lambda said: " " * len(said.group()), both_asked)
        first = replace(first, act=Act.AMOUNT)
        return first, replace(first, asked=unplaced, mentions=marks, measure=None, more=())
    if first.act is second.act and first.topic is not second.topic and not first.mentions:
        first = replace(first, topic=second.topic)
    if OF_THAT.search(fold(second.asked)):
        # «¿cuánto gastó Fresnillo, y cuánto de eso en obra pública?», «¿y cuánto de eso para la UAZ?» are of what the first asks
        towns = () if second.of_kind("municipio") else first.of_kind("municipio")
        return first, _lend(replace(second, topic=first.topic, mentions=(*second.mentions, *towns)), first)
    if first.topic is not second.topic or not {first.act, second.act} <= MEASURING | {first.act} & {second.act}:
        return first, second
    return _lend(first, second), _lend(second, first)


INSTRUCTION = word_set("""
    compara comparame comparalo comparala comparalos comparalas compare comparar comparacion contra vs versus con y e o de del entre a en el
    la los las lo al ano anos para ponlo ponlos lado
    """)


def as_one(whole: Interpretation) -> Interpretation | None:
    """A message that was taken for two and asks one thing. Its second half only says what to do with the first («subsidios nacionales,
    compara 2025 contra 2026»), names another year («¿cuántos en 2023 y cuántos en 2024?») or another moment («¿cuánto era en el proyecto
    y cuánto entró?») and nothing else, asks what the first tells anyway («¿qué municipio tiene menos gente, y cuántos son?»), or sets a
    bill beside its law. None of any other; ``whole`` holds the text of the whole message."""
    if len(whole.more) != 1:
        return None
    other = without_purpose(whole.more[0], whole)
    if whole_again := broken_off(whole, other):
        return whole_again
    if STORY.search(whole.asked[: whole.asked.find(other.asked)]):
        return replace(other, period=other.period or whole.period)
    said = words(other.asked)
    if other.period and said and all(word in INSTRUCTION or word.isdigit() for word in said) and not whole.period:
        return replace(whole, act=Act.COMPARE, period=other.period, more=())
    if other.period and whole.period and is_only_a_time(other) and (whole.act in OVER_TIME or of_two_years(whole, other)):
        # «…la de 2023, la de 2024 y la de 2025», «¿cuántos en 2023 y cuántos en 2024?»
        return replace(whole, period=both(whole.period, other.period), more=())
    if names_nothing(other) and (whole.act, other.act) in TOLD_ANYWAY and not asks_mark_beside_place(whole.asked):
        return replace(whole, more=())
    if not other.mentions and whole.act is other.act is Act.AMOUNT and moments_named(other) and names_two_moments(whole):
        return replace(whole, more=())
    if whole.act is Act.WHO and HOW_MUCH_EACH.fullmatch(" ".join(said)):
        return replace(whole, more=())
    if whole.act in MEASURING and WHO_SAID.fullmatch(" ".join(said)):
        return replace(whole, more=())
    if WHICH.fullmatch(" ".join(said)) and disagreeing(whole):
        return replace(whole, more=())
    if whole.topic is other.topic is Topic.BUDGET and speaks_of_bill_and_law(whole.asked):
        period = whole.period or other.period
        return replace(whole, act=Act.COMPARE, mentions=(*whole.mentions, *other.mentions), period=period, more=())
    if whole.act is Act.RANKING and AND_HOW_MANY.fullmatch(" ".join(said)):
        return replace(whole, more=())
    if whole.topic in (Topic.BUDGET, Topic.TRANSFERS) and speaks_of_origins(fold(whole.asked)):
        return replace(whole, period=whole.period or other.period, more=())
    return of_the_town_named(whole)


def broken_off(whole: Interpretation, other: Interpretation) -> Interpretation | None:
    """«los ingresos por cuotas y / aportaciones del ISSSTEZAC en 2021», «el índice de precios, / promedio del año en 2018»: the first half
    names nobody and no time, the second says both or one of them and asks nothing by itself. None of any other message."""
    typed = fold(other.asked).rstrip(" ?.!")
    begun = whole.asked[: whole.asked.find(other.asked)]
    names = [m for m in whole.mentions if m.kind != "concepto" and m.said and m.said in begun]
    own = [m for m in other.of_kind("concepto") if m.said and fold(m.said) in typed]
    if names or own or whole.period or not other.period or "period" in other.carried or ASKS.search(typed):
        return None
    act = other.act if whole.act in (Act.NONE, Act.TREND) else whole.act
    mentions = (*whole.mentions, *(replace(m, start=0, end=0) for m in other.mentions if m not in whole.mentions))
    said = tuple(dict.fromkeys((*whole.words, *other.words)))
    return replace(whole, act=act, topic=whole.topic or other.topic, mentions=mentions, words=said, period=other.period, more=())


# «En 2015, cuando quisieron vender los hoteles, ¿cuál valía más?»: the clause only says when
STORY = re.compile(r"^[^¿?]*\bcuando\b[^¿?]*,\s*¿?\s*$", re.IGNORECASE)
# «¿qué bancos ganaron y con cuánto cada uno?»: whom, with the parts beside them
HOW_MUCH_EACH = re.compile(r"(?:y |e )?(?:con |de |a |por )?cuanto (?:\w+ )?(?:a )?cada (?:uno|una|quien|cual|banco)")
# «¿…y quién la dijo?»: every figure tells who published it
WHO_SAID = re.compile(
    r"(?:y |e )?(?:de )?quien(?:es)? (?:la |lo |las |los )?(?:dijo|dice|dijeron|publico|saco|es|son|dio)(?: (?:eso|esa|esas|ese))?"
)
# «¿por qué hay dos totales? ¿cuáles son?»
WHICH = re.compile(r"(?:y |e )?cual(?:es)? (?:son|fueron|eran|es|fue|era)(?: (?:esas|esos|las dos|los dos|ambas|ambos))?")
# «¿cuál tiene menos, y cuántos tiene?»: the ranking says it
AND_HOW_MANY = re.compile(
    r"(?:y |e )?(?:con |de |a )?cuant[oa]s?(?: (?:tiene|tienen|tuvo|fue|es|eran|era|son|recibio|le toco|le dieron|gasto|hay|debe))?"
)


PURPOSE = re.compile(r"[.?!;]\W*(?:es|son|lo|la|los|las|me)\b(?: \w+){0,3}? (?:para|pa)\b.*$", re.IGNORECASE)


def without_purpose(half: Interpretation, whole: Interpretation) -> Interpretation:
    """«¿y de cuánto el de 2024? Es para una nota comparativa»: what it is for asks nothing."""
    asked = PURPOSE.sub("?", half.asked)
    return half if asked == half.asked else replace(half, asked=asked, act=whole.act if not half.mentions else half.act)


# One more moment of what was asked, and nothing else.
OVER_TIME = frozenset({Act.TREND, Act.COMPARE})
FURTHER = frozenset(MONTHS) | word_set("y e el la lo los las de del al en a cuanto cuanta cuantos cuantas")
# A ranking says how much each has, a line how it went.
TOLD_ANYWAY = {
    (Act.RANKING, Act.AMOUNT),
    (Act.TREND, Act.TREND),
    (Act.TREND, Act.COMPARE),
    (Act.COMPARE, Act.TREND),
    (Act.COMPARE, Act.COMPARE),
}


PLACE_AND_MARK = re.compile(r"\b(?:lugar|posicion|puesto)\b.*\b(?:calificacion|puntos|puntaje|puntuacion|nota)\b")


def asks_mark_beside_place(asked: str) -> bool:
    """«¿qué lugar sacó en el índice, y con cuánta calificación?»: the place does not tell the mark."""
    return bool(PLACE_AND_MARK.search(fold(asked)))


def names_nothing(half: Interpretation) -> bool:
    """Neither a name, a measure nor a time of its own: «¿y cuántos tiene?», «¿subió o bajó?»."""
    own = [mention for mention in half.mentions if mention.said and fold(mention.said) in fold(half.asked)]
    timed = half.period is not None and "period" not in half.carried
    return not own and not timed and not half.amounts and len(content_words(half.asked)) < FEW


FEW = 3


def is_only_a_time(half: Interpretation) -> bool:
    """«¿y cuántos en 2024?», «la de marzo de 2025»."""
    said = words(half.asked)
    return bool(said) and "period" not in half.carried and all(word in FURTHER or word.isdigit() for word in said)


def of_two_years(whole: Interpretation, other: Interpretation) -> bool:
    kinds = [half.period.kind for half in (whole, other) if half.period]
    further = kinds == ["year", "years"] and set(whole.years) < set(other.years)
    return whole.act is other.act and (kinds == ["year", "year"] or further)


MEASURING = frozenset({Act.AMOUNT, Act.COMPARE, Act.RANKING, Act.TREND})


def _lend(to: Interpretation, other: Interpretation) -> Interpretation:
    borrowed = to
    if to.period is None and other.period is not None and to.act is not Act.TREND:
        borrowed = replace(borrowed, period=other.period, stage=to.stage or other.stage)
    typed = fold(other.asked)
    for kinds in (("concepto",), ("municipio", "institucion", "banco", "prestamo", "obra", "fondo", "estado")):
        if kinds == ("concepto",) and OF_THAT.search(typed):
            # «¿cuánto pagó de deuda, y cuánto de eso fueron intereses?»: a part is no name of its whole
            continue
        if not to.of_kind(*kinds):
            lent = tuple(mention for mention in other.of_kind(*kinds) if not testifies(mention, typed))
            borrowed = replace(borrowed, mentions=(*borrowed.mentions, *lent))
    return borrowed


ASKS = re.compile(r"\b(?:cuant\w*|que|q|cual\w*|quien\w*|como|cuando|donde)\b|\?")


def of_the_town_named(whole: Interpretation) -> Interpretation | None:
    """«obras registradas del FAIS 2024, Calera»: the second half only names the place of the first. None of any other message."""
    first, second = whole, whole.more[0]
    typed = fold(second.asked).rstrip(" ?.!")
    towns = tuple(m for m in second.of_kind("municipio") if m.said and fold(m.said) in typed)
    named = {word for mention in towns for word in words(mention.said)}
    left = [word for word in content_words(second.asked) if word not in named and not word.isdigit()]
    if left or not towns or first.of_kind("municipio") or first.topic is not second.topic or ASKS.search(typed):
        return None
    if not fold(whole.asked).rstrip(" ?.!").endswith(f", {typed}"):
        return None
    placed = tuple(replace(town, start=0, end=0) for town in towns)
    said = tuple(dict.fromkeys((*first.words, *second.words)))
    return replace(first, mentions=(*first.mentions, *placed), words=said, period=first.period or second.period, more=())
