"""A small inverted index: texts found by their rarest words. Serves figures, statements and FAQ entries alike.

Words match by any shared form (the word, without its plural, its stem), so that «interes» finds «intereses» although
Snowball cuts «interes» to «inter»: one stem alone loses a third of the unaccented words people type.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from bot.language.folding import stem, word_set, words
from bot.language.years import MONTHS

DATING = frozenset(MONTHS) | word_set("mes ano anos")
STOP = DATING | word_set("""
    a al algo ante asi aun bien cada como con cual cuales cuando cuanto cuanta cuantos cuantas da dan de del desde donde dos e el
    ella ellos en entonces entre era eran es esa ese eso esos esas esta estan estar estas este esto estos estoy favor fue fueron
    ha haber hace hacen hacer hacia han hasta hay he hubo i ir la las le les lo los mas me menos mi mis mucho muy nada ni no nos
    nosotros o oiga otro otra otros para pero por porque pues q que qe k ke quien quienes quiero quisiera saber se sea ser si
    sido sin sobre son su sus tal tan te tiene tienen todo toda todos todas tu un una unas uno unos usted va van vez y ya yo dame
    iba iban ibamos tocar tocaria tocarian tocaba tocaban querian queria
    tuvo tuvieron tenia tenian busco ocupo necesito interesa solicito atentamente indique
    dime digame pasame cuenta cuentame ver mira oye hola buenas tardes dias gracias porfa porfavor the of is was how much what
    who when where did does do in on for and to it as by late early end
    """)


SMALL = re.compile(r"it[ao]s?$")


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[str, ...]:
    """The shapes under which a folded word is indexed and looked up; the first is the word itself."""
    if word[:1].isdigit() or len(word) <= 3:
        return (word,)
    shapes = [word, stem(word)]
    if len(word) > 6 and (small := SMALL.search(word)):
        # «canchitas» of «canchas»
        shapes.append(word[: small.start()])
    if word.endswith("es") and len(word) > 5:
        shapes.append(word[:-2])
    if word.endswith("s"):
        shapes.append(word[:-1])
    if word[-1] in "aoe" and len(word) > 4:
        shapes.append(word[:-1])
    if word.endswith(("as", "os")) and len(word) > 5:
        shapes.append(word[:-2])
    return tuple(dict.fromkeys(shape for shape in shapes if len(shape) > 2))


def forms_of(said: Iterable[str]) -> frozenset[str]:
    """All the shapes of all these words."""
    return frozenset(shape for word in said for shape in forms(word))


def content_words(text: str) -> tuple[str, ...]:
    return tuple(word for word in words(text) if word not in STOP)


UNKNOWN = 2.5


class Match(NamedTuple):
    """How well one text answers the words asked. ``covered`` is the share of the question's word weight found in it
    (0 to 1); ``precise`` the share of the text's own naming weight that was asked for; ``hits`` the words found."""

    key: int
    covered: float
    precise: float
    hits: tuple[str, ...]


NOWHERE = Match(-1, 0.0, 0.0, ())


class WordIndex:
    """``texts`` gives, for each entry, its fields as (words, weight) pairs; the position in it is the key of a match. Indexed on first
    use: a question for a figure never opens the statements."""

    def __init__(self, texts: Sequence[Iterable[tuple[str, float]]]) -> None:
        self._texts = texts
        self._size = max(len(texts), 1)

    @cached_property
    def _postings(self) -> dict[str, dict[int, float]]:
        postings: dict[str, dict[int, float]] = defaultdict(dict)
        for key, fields in enumerate(self._texts):
            for text, weight in fields:
                for word in content_words(text):
                    for shape in forms(word):
                        posting = postings[shape]
                        posting[key] = max(posting.get(key, 0.0), weight)
        return postings

    @cached_property
    def _own_weight(self) -> list[float]:
        own: list[dict[str, float]] = []
        for fields in self._texts:
            named: dict[str, float] = {}
            for text, weight in fields:
                for word in content_words(text):
                    named[word] = max(named.get(word, 0.0), weight)
            own.append(named)
        return [self._weigh(named) for named in own]

    def _weigh(self, own: Mapping[str, float]) -> float:
        return sum(weight * self.rarity(word) for word, weight in own.items() if weight >= 1.0) or 1.0

    @lru_cache(maxsize=65536)  # noqa: B019 - one index lives as long as the program
    def rarity(self, word: str) -> float:
        """From about 0.5 for a word of every text to about 6 for a word of one. A word of none weighs like a middling one: it may be
        the thing asked («milpillas») or just talk («ordénamelos»)."""
        found = min((len(self._postings[shape]) for shape in forms(word) if shape in self._postings), default=None)
        return UNKNOWN if found is None else math.log(1 + self._size / (1 + found))

    def knows(self, word: str) -> bool:
        return any(shape in self._postings for shape in forms(word))

    def search(self, asked: Sequence[str]) -> dict[int, Match]:
        """Matches of the words asked, by key; texts that share none are absent."""
        hits: dict[int, tuple[str, ...]] = {}
        weights: dict[int, float] = {}
        total = 0.0
        for word in dict.fromkeys(asked):
            rarity, alone = self.rarity(word), (word,)
            total += rarity
            for key, weight in self._holding(word).items():
                if key in hits:
                    hits[key] += alone
                    weights[key] += rarity * weight
                else:
                    hits[key] = alone
                    weights[key] = rarity * weight
        own = self._own_weight
        return {key: Match(key, weight / total, min(1.0, weight / own[key]), hits[key]) for key, weight in weights.items()}

    def covered(self, asked: Sequence[str]) -> dict[int, float]:
        """Of each match of ``search`` only ``covered``, for whoever needs no more."""
        weights: dict[int, float] = {}
        total = 0.0
        for word in dict.fromkeys(asked):
            rarity = self.rarity(word)
            total += rarity
            for key, weight in self._holding(word).items():
                weights[key] = weights.get(key, 0.0) + rarity * weight
        return {key: weight / total for key, weight in weights.items()} if total else dict.fromkeys(weights, 0.0)

    @lru_cache(maxsize=4096)  # noqa: B019 - one index lives as long as the program
    def _holding(self, word: str) -> Mapping[int, float]:
        """The texts that hold the word in any of its shapes, and how much it weighs in each, at most 1."""
        found: dict[int, float] = {}
        for shape in forms(word):
            for key, weight in self._postings.get(shape, {}).items():
                found[key] = max(found.get(key, 0.0), min(weight, 1.0))
        return found
