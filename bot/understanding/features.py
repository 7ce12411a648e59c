"""What a message shows of itself, as named signs that can be weighed: words, phrases, the part a word plays, letters.

A sign is a string that a person can read («w:cuanto», «p:cuanto recibio <municipio>»), so that ``--explain`` can show
which words spoke for which reading. The group before the colon decides how loud its signs are together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from bot.domain.reading import Interpretation
from bot.domain.vocabulary import Knowledge, Term
from bot.language.folding import stem, word_set, words
from bot.language.numerals import numerals
from bot.language.phonetics import sound
from bot.language.phrases import PhraseIndex
from bot.understanding.asking import asking_span
from bot.understanding.scope import lives_there, names_ours
from bot.understanding.wording import Word, Wording

GROUPS: Mapping[str, float] = {
    "w": 1.0, "s": 0.7, "p": 1.0, "c": 1.0, "k": 1.0, "v": 1.0, "a": 0.7, "q": 1.0, "r": 1.2, "j": 1.0, "x": 0.8, "f": 1.0,
}  # fmt: skip
"""Group → how loud it is as a whole: words, stems, phrases, letters, cues, vocabulary, place in the message, phrases of
the part that asks, parts that words play, parts said together, shape, the turn before."""

TURN_BEFORE = "f"

Places = tuple[int, ...]
Signs = dict[str, Places]
"""Sign → the typed words it came from (none for the shape of the message)."""

LITTLE = word_set(
    "que cuanto cuanta cuantos cuantas quien quienes cuando donde cual cuales como por para de del en a al con sin y o ni no si ya el la "
    "los las lo se le les me te mi tu su un una es son fue era ha han hay mas menos cada todo todos todavia sigue desde hasta entre este "
    "esta ese eso porque pero also the how much many what who when where is are did of for to in"
)
_TELLING = word_set(
    "que cuanto cuanta cuantos cuantas quien quienes cuando donde cual cuales como por para ya mas menos no si cada todavia mi mis y o "
    "entre desde hasta"
)
_MOST_TOGETHER = 16
_OPENINGS = word_set("y oye a ver pues oiga hola")


class Noticing:
    """Notices the signs of a message. ``roles`` maps a word, or «~stem», to the part it plays («agente», «gasto»)."""

    def __init__(self, knowledge: Knowledge, roles: Mapping[str, str]) -> None:
        self._roles = roles
        self._terms: dict[tuple[str, str], Term] = {(term.kind, term.clave): term for term in knowledge.terms}
        self._cues: PhraseIndex[str] = PhraseIndex()
        seen: dict[str, int] = {}
        for side, cues in [*(("acto", cues) for cues in knowledge.acts), *(("tema", cues) for cues in knowledge.topics)]:
            key = f"{side}={cues.name}"
            seen[key] = seen.get(key, 0) + 1
            for cue in cues.cues:
                self._cues.add(words(cue), f"{key}#{seen[key]}")
        self.role = lru_cache(maxsize=65536)(self._role)

    def of(self, wording: Wording, after: Interpretation | None) -> dict[str, Signs]:
        """Signs by group, but for those of single words (``of_word``), which are the same wherever the word stands."""
        classed = self._classed(wording)
        start, end = asking_span(wording)
        asked = [word for word in classed if start <= word.token < end]
        return {
            "p": _chains("p:", classed, (2, 3)),
            "k": self._cue_signs(wording, start, end),
            "v": self._names(wording),
            "a": _edges(classed),
            "q": _chains("q:", asked, (1, 2, 3)),
            "r": self._played(classed, asked),
            "j": self._together(classed),
            "x": {**_shape(wording, classed), **self._outside(wording, start, end)},
            TURN_BEFORE: _turn_before(wording, after),
        }

    def _classed(self, wording: Wording) -> list[Word]:
        """The words with names, years and amounts turned into their class."""
        numbers = {place: numeral for numeral in numerals(wording.meant) for place in range(numeral.start, numeral.end)}
        out: list[Word] = []
        seen: set[int] = set()
        for place, word in enumerate(wording.words):
            mention = wording.claimed.get(word.token)
            numeral = numbers.get(place)
            if mention is not None:
                if mention.start not in seen:
                    seen.add(mention.start)
                    out.append(Word(self._class(mention.kind, mention.clave), word.token))
            elif numeral is None or (numeral.spelt and numeral.value < 3):
                out.append(word)
            elif numeral.start == place:
                out.append(Word(_number_class(int(numeral.value), numeral.grouped), word.token))
        return out

    def _class(self, kind: str, clave: str) -> str:
        return "<fuera>" if self._terms[(kind, clave)].outside else f"<{kind}>"

    def _played(self, classed: Sequence[Word], asked: Sequence[Word]) -> Signs:
        """Words by the part they play, alone and in the phrases of the part that asks."""
        signs: Signs = {}
        for word in classed:
            if (role := self.role(word.text))[0] == "=":
                signs.setdefault(f"r:{role}", (word.token,))
        signs.update(_chains("r:? ", [Word(self.role(word.text), word.token) for word in asked], (1, 2, 3, 4)))
        return signs

    def _together(self, classed: Sequence[Word]) -> Signs:
        """Two parts said in one message, in any order and however far apart («municipal» and «presupuesto»)."""
        parts: dict[str, int] = {}
        for word in classed:
            role = self.role(word.text)
            if role[0] in "=<" or word.text in _TELLING:
                parts.setdefault(role, word.token)
        pairs = combinations(sorted(parts.items())[:_MOST_TOGETHER], 2)
        return {f"j:{one} + {other}": (min(at, then), max(at, then)) for (one, at), (other, then) in pairs}

    def _outside(self, wording: Wording, start: int, end: int) -> Signs:
        """Whether the question is about a thing whose money is not Zacatecas', or only mentions where somebody lives."""
        signs: Signs = {}
        for place, mention in wording.claimed.items():
            if place == mention.start and self._terms[(mention.kind, mention.clave)].outside:
                ours = names_ours(wording, self._terms)
                before = wording.tokens[place - 1].text if place else ""
                lives = lives_there(wording, place)
                where = "pregunta" if start <= place < end else "aparte"
                signs[f"x:fuera {mention.kind} {where}{' vive' if lives else ''}{' y nuestro' if ours else ' solo'}"] = (place,)
                signs[f"x:fuera tras {before}"] = (place,)
        return signs

    def _role(self, word: str) -> str:
        """«=agente» for a word that plays a known part; little words stay themselves; the rest are «*»."""
        if word[0] == "<" or word in LITTLE:
            return word
        found = self._roles.get(word) or self._roles.get(f"~{stem(word)}")
        return f"={found}" if found else "*"

    def _cue_signs(self, wording: Wording, start: int, end: int) -> Signs:
        signs: Signs = {}
        for hit in self._cues.find(wording.meant):
            places = tuple(wording.words[place].token for place in range(hit.start, hit.end))
            asked = "?" if start <= places[0] < end else ""
            for name in hit.values:
                signs.setdefault(f"k:{asked}{name}", places)
        return signs

    def _names(self, wording: Wording) -> Signs:
        signs: Signs = {}
        for place, mention in sorted(wording.claimed.items()):
            term = self._terms[(mention.kind, mention.clave)]
            signs.setdefault(f"v:{mention.kind}:{mention.clave}", (place,))
            signs.setdefault(f"v:{self._class(mention.kind, mention.clave)}", (place,))
            if term.topic:
                signs.setdefault(f"v:tema={term.topic}", (place,))
        for mention in wording.mentions:
            if mention.kind == "concepto":
                topic = self._terms[(mention.kind, mention.clave)].topic
                places = tuple(p for p, token in enumerate(wording.tokens) if mention.start <= token.start < mention.end)
                signs.setdefault(f"v:concepto de {topic}", places)
        return signs


@lru_cache(maxsize=65536)
def of_word(word: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Group and signs of one word: itself, its stem, the letters of how it sounds."""
    signs: list[tuple[str, tuple[str, ...]]] = [("w", (f"w:{word}",))]
    if len(word) > 3:
        signs.append(("s", (f"s:{stem(word)}",)))
    if len(word) > 3 and not word[0].isdigit():
        padded = f"^{sound(word)}$"
        signs.append(("c", tuple(f"c:{padded[i : i + size]}" for size in (3, 4, 5) for i in range(len(padded) - size + 1))))
    return tuple(signs)


def _chains(prefix: str, chain: Sequence[Word], sizes: Sequence[int]) -> Signs:
    texts = [word.text for word in chain]
    places = tuple([word.token for word in chain])
    return {
        prefix + " ".join(texts[place : place + size]): places[place : place + size]
        for size in sizes
        for place in range(len(texts) - size + 1)
    }


def _number_class(value: int, grouped: bool) -> str:
    if 1970 <= value <= 2060 and not grouped:
        return "<año>"
    return "<monto>" if grouped or value >= 100 else "<numero>"


def _edges(classed: Sequence[Word]) -> Signs:
    opening = [word for word in classed if word.text not in _OPENINGS][:3]
    signs: Signs = {}
    said = ""
    places: Places = ()
    for size, word in enumerate(opening, start=1):
        said, places = f"{said} {word.text}", (*places, word.token)
        signs[f"a:{size}{said}"] = places
    if classed:
        signs[f"a:z {classed[-1].text}"] = (classed[-1].token,)
    return signs


_HOW_MUCH = word_set("cuanto cuanta cuantos cuantas tanto")
_SIZES = ((1, "1"), (3, "2-3"), (7, "4-7"), (15, "8-15"), (30, "16-30"))


def _shape(wording: Wording, classed: Sequence[Word]) -> Signs:
    size = next((name for most, name in _SIZES if len(wording.tokens) <= most), "31+")
    texts = [word.text for word in classed]
    years = texts.count("<año>")
    names = {mention.clave for mention in wording.mentions if mention.kind != "concepto"}
    signs = [f"x:palabras={size}", f"x:nombres={min(len(names), 3)}"]
    signs += [f"x:años={min(years, 3)}"] if years else []
    asked = len([text for text in texts if text in _HOW_MUCH])
    signs += [f"x:cuantos={min(asked, 3)}"] if asked > 1 else []
    signs += [f"x:interrogantes={min(wording.text.count('?'), 3)}"] if "?" in wording.text else []
    signs += ["x:pregunta"] if "?" in wording.text else []
    return dict.fromkeys(signs, ())


def _turn_before(wording: Wording, after: Interpretation | None) -> Signs:
    if after is None:
        return {}
    size = "corta" if len(wording.tokens) <= 4 else "media" if len(wording.tokens) <= 8 else "larga"
    names = ("sigue", f"sigue {size}", f"acto {after.act}", f"acto {after.act} {size}", f"tema {after.topic}", f"tema {after.topic} {size}")
    return {f"f:{name}": () for name in names}


__all__ = ["GROUPS", "TURN_BEFORE", "Noticing", "Signs", "of_word"]
