"""«¿cuál es la versión más alta y quién la dijo?»: of the rival claims of one thing, the one at the end asked, beside the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answering.asked.acts import WHY
from bot.answering.asked.bare_amounts import MILLION
from bot.answering.asked.default_measures import DEFAULT_MEASURES
from bot.answering.asked.slots import unsaid
from bot.answering.figures.amounts import amount
from bot.answering.figures.choosing import by_confidence, figures_of
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.figures.labels import facts_behind
from bot.answering.search.queries import query_of
from bot.answering.search.shelves import Shelves
from bot.answering.search.timely import timely
from bot.answering.statements.evidence import reasons
from bot.domain.answer import Found, Note, Role
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold, words
from bot.language.numerals import numerals

CLAIMS = r"(?:version(?:es)?|cifras?|cantidad(?:es)?|numeros?|datos?|montos?)"
HIGH, LOW = r"(?:mas (?:alt|grand|elevad|abultad|fuert)\w*|mayor|maxim[oa])", r"(?:mas (?:baj|chic|pequen)\w*|menor|minim[oa])"
EXTREME = re.compile(rf"\b{CLAIMS}\b.*\b(?:(?P<high>{HIGH})|(?P<low>{LOW}))\b|\b(?:(?P<most>mayor)|(?P<least>menor)) {CLAIMS}\b")
TOLD = re.compile(r"\b(?:versi\w+|dij\w+|dich\w+|dad[oa]s?|dio|dieron|da|dan|dice\w*|manej\w+|circul\w+|mencion\w+|de quien)\b")
OF_CLAIMS = frozenset({Act.AMOUNT, Act.RANKING, Act.WHO, Act.COMPARE, Act.LIST})


def claimed(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    """What was claimed of one thing, where a question speaks of its versions; None of any other."""
    return extreme_claim(reading, shelves, today) or claim_typed(reading, shelves) or versions_typed(reading, shelves)


def extreme_claim(reading: Interpretation, shelves: Shelves, today: date) -> Found | None:
    """None where no such claim is asked, or nobody contradicts the figure asked. The claims that lose stand as context."""
    typed = fold(reading.asked)
    said = EXTREME.search(typed)
    if said is None or reading.act not in OF_CLAIMS or not TOLD.search(typed):
        return None
    asked = replace(reading, act=Act.AMOUNT, amounts=())
    measure = DEFAULT_MEASURES.get(reading.topic) if reading.topic else None
    if measure and not any(mention.said for mention in reading.of_kind("concepto")):
        names = tuple(mention for mention in reading.mentions if mention.kind != "concepto")
        asked = replace(asked, mentions=(*names, unsaid(measure)), measure=measure)
    found = amount(asked, shelves, today)
    if not isinstance(found, Found):
        return None
    facts = facts_behind(found.figures, shelves.ledger)
    disputes = Counter(fact.conflict for fact in facts if fact.conflict)
    if not disputes:
        return None
    claims = [fact for fact in shelves.descriptors.by_conflict[disputes.most_common(1)[0][0]] if not fact.repeats]
    lowest = bool(said["low"] or said["least"])
    best = (min if lowest else max)(fact.amount for fact in claims)
    return beside_its_rivals(reading, [fact for fact in claims if fact.amount == best], claims, shelves, lowest)


SAID_BY = re.compile(r"\b(?:qu|k)ien(?:es)?\b(?: \w+){0,3}? (?:dic|dij|dich|asegur|afirm|inform|report|declar|sac|public|habl)\w*")


def claim_typed(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«¿quién anda diciendo que heredaron 23 mil millones?»: the claim of that very amount, with who made it, beside its rivals."""
    if reading.topic is None or not reading.amounts or not SAID_BY.search(fold(reading.asked)):
        return None
    typed = [fact for fact in shelves.descriptors.of_amounts(reading.amounts) if fact.series.concept.topic == reading.topic]
    disputed = [fact for fact in timely(typed, query_of(reading, [])) if fact.conflict and not fact.repeats]
    if len({fact.conflict for fact in disputed}) != 1:
        alone = [fact for fact in timely(typed, query_of(reading, [])) if not fact.repeats]
        return Found(reading, figures_of(alone)) if len({fact.series.id for fact in alone}) == 1 and not disputed else None
    return beside_its_rivals(reading, disputed, shelves.descriptors.by_conflict[disputed[0].conflict], shelves)


# «unos dicen 40 y otros 60»: of so many amounts of one dispute, its every claim is asked
LEAST_VERSIONS = 2
BARE_MOST = 100_000


def versions_typed(reading: Interpretation, shelves: Shelves) -> Found | None:
    """«Veo 7,341, 7,061 y 6,714»: the claims of the one dispute that holds the amounts typed, whatever each of them is called."""
    if reading.topic is None or reading.act not in OF_CLAIMS or WHY.search(fold(reading.asked)) or not disagreeing(reading):
        # «¿por qué unos dicen 7,400 y otros 12,000?» asks for the reason first
        return None
    disputes: Counter[str] = Counter()
    for said in {number.value for number in numerals(words(reading.asked))}:
        typed = shelves.descriptors.of_amounts([said * MILLION if said < BARE_MOST else said])
        disputes.update({fact.conflict for fact in timely(typed, query_of(reading, [])) if fact.conflict and fact.unit.is_money})
    best = disputes.most_common(2)
    if not best or best[0][1] < LEAST_VERSIONS or (best[0][1] == best[-1][1] and len(best) > 1):
        return None
    claims = by_confidence(fact for fact in shelves.descriptors.by_conflict[best[0][0]] if not fact.repeats)
    if claims[0].series.topic != reading.topic:
        return None
    return Found(reading, figures_of(claims), reasons(claims, shelves), notes=(Note("sources_disagree"),))


def beside_its_rivals(
    reading: Interpretation, told: Sequence[Fact], claims: Sequence[Fact], shelves: Shelves, lowest: bool = False
) -> Found:
    values = {fact.amount for fact in told}
    others = [fact for fact in claims if fact.amount not in values and not fact.repeats]
    others.sort(key=lambda fact: fact.amount, reverse=not lowest)
    sides = (*figures_of(told), *figures_of(others, Role.CONTEXT))
    return Found(reading, sides, reasons(claims, shelves), notes=(Note("sources_disagree"),))
