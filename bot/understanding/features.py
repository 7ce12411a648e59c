"""What a message shows of itself, as named signs that can be weighed: words, phrases, classes of words, letters.

A sign is a string that a person can read («w:cuanto», «p:cuanto recibio <municipio>»), so that ``--explain`` can show
which words spoke for which reading. The group before the colon decides how loud each of its signs is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.reading import Interpretation
from bot.domain.vocabulary import Knowledge, Term
from bot.language.folding import stem, words
from bot.language.numerals import numerals
from bot.language.phonetics import sound
from bot.language.phrases import PhraseIndex
from bot.understanding.wording import Word, Wording

GROUPS: Mapping[str, float] = {"w": 1.0, "s": 0.7, "p": 0.9, "c": 0.8, "k": 1.0, "v": 1.0, "a": 0.8, "q": 0.9, "x": 1.0, "f": 1.5}
"""Group → how loud it is as a whole: words, stems, phrases, letters, cues, vocabulary classes, place in the message,
words of the clause that asks, shape, the turn before."""


@dataclass(frozen=True)
class Sign:
    """``places`` are the typed words it came from (empty for the shape of the message)."""

    name: str
    places: tuple[int, ...] = ()


class Signs:
    def __init__(self, knowledge: Knowledge) -> None:
        self._terms: dict[tuple[str, str], Term] = {(term.kind, term.clave): term for term in knowledge.terms}
        self._cues: PhraseIndex[str] = PhraseIndex()
        groups = [("acto", cues) for cues in knowledge.acts] + [("tema", cues) for cues in knowledge.topics]
        for number, (side, cues) in enumerate(groups):
            name = f"{side}={cues.name}" if side == "tema" else f"{side}={cues.name}#{number}"
            for cue in cues.cues:
                self._cues.add(words(cue), name)

    def of(self, wording: Wording, after: Interpretation | None) -> dict[str, list[Sign]]:
        classed = self._classed(wording)
        groups: dict[str, list[Sign]] = {
            "w": [Sign(f"w:{word.text}", (word.token,)) for word in wording.words],
            "s": [Sign(f"s:{stem(word.text)}", (word.token,)) for word in wording.words if len(word.text) > 3],
            "p": _phrases(classed),
            "c": _letters(wording.words),
            "k": self._cue_signs(wording),
            "v": self._classes(wording),
            "a": _places(classed),
            "q": _asking(wording, classed),
            "x": _shape(wording, classed),
            "f": _turn_before(wording, after),
        }
        return groups

    def _classed(self, wording: Wording) -> list[Word]:
        """The words with names, years and amounts turned into their class."""
        meant = wording.meant
        numbers = {place: numeral for numeral in numerals(meant) for place in range(numeral.start, numeral.end)}
        out: list[Word] = []
        seen: set[int] = set()
        for place, word in enumerate(wording.words):
            mention = wording.claimed.get(word.token)
            if mention is not None:
                if mention.start not in seen and mention.kind != "concepto":
                    seen.add(mention.start)
                    out.append(Word(self._class(mention.kind, mention.clave), word.token))
                elif mention.kind == "concepto":
                    out.append(word)
                continue
            numeral = numbers.get(place)
            if numeral is None:
                out.append(word)
            elif numeral.start == place:
                out.append(
                    word if numeral.spelt and numeral.value < 3 else Word(_number_class(int(numeral.value), numeral.grouped), word.token)
                )
        return out

    def _class(self, kind: str, clave: str) -> str:
        term = self._terms[(kind, clave)]
        if term.outside:
            return "<fuera>"
        return "<institucion>" if kind == "institucion" else f"<{kind}>"

    def _cue_signs(self, wording: Wording) -> list[Sign]:
        hits = self._cues.find(wording.meant)
        signs = [
            Sign(f"k:{name}", tuple(wording.words[place].token for place in range(hit.start, hit.end)))
            for hit in hits
            for name in hit.values
        ]
        return list({sign.name: sign for sign in signs}.values())

    def _classes(self, wording: Wording) -> list[Sign]:
        signs: dict[str, Sign] = {}
        for place, mention in sorted(wording.claimed.items()):
            term = self._terms[(mention.kind, mention.clave)]
            names = [f"v:{mention.kind}:{mention.clave}", f"v:{self._class(mention.kind, mention.clave)}"]
            names += [f"v:tema={term.topic}"] if term.topic else []
            for name in names:
                signs.setdefault(name, Sign(name, (place,)))
        return list(signs.values())


def _number_class(value: int, grouped: bool) -> str:
    if 1970 <= value <= 2060 and not grouped:
        return "<año>"
    return "<monto>" if grouped or value >= 100 else "<numero>"


def _phrases(classed: Sequence[Word]) -> list[Sign]:
    texts = [word.text for word in classed]
    pairs = [Sign(f"p:{' '.join(texts[i : i + 2])}", (classed[i].token, classed[i + 1].token)) for i in range(len(texts) - 1)]
    triples = [
        Sign(f"p:{' '.join(texts[i : i + 3])}", (classed[i].token, classed[i + 1].token, classed[i + 2].token))
        for i in range(len(texts) - 2)
    ]
    return pairs + triples


def _letters(meant: Sequence[Word]) -> list[Sign]:
    signs = []
    for word in meant:
        if len(word.text) < 4 or word.text[:1].isdigit():
            continue
        padded = f"^{sound(word.text)}$"
        for size in (3, 4, 5):
            signs += [Sign(f"c:{padded[i : i + size]}", (word.token,)) for i in range(len(padded) - size + 1)]
    return signs


def _places(classed: Sequence[Word]) -> list[Sign]:
    first = [word for word in classed if word.text not in ("y", "oye", "a", "ver", "pues", "oiga", "hola")]
    texts = [word.text for word in first]
    signs = [Sign(f"a:1 {texts[0]}", (first[0].token,))] if first else []
    if len(first) > 1:
        signs.append(Sign(f"a:12 {texts[0]} {texts[1]}", (first[0].token, first[1].token)))
    if len(first) > 2:
        signs.append(Sign(f"a:123 {' '.join(texts[:3])}", tuple(word.token for word in first[:3])))
    if classed:
        signs.append(Sign(f"a:z {classed[-1].text}", (classed[-1].token,)))
    return signs


def _asking(wording: Wording, classed: Sequence[Word]) -> list[Sign]:
    """Words of the clause with the question mark; of a long message without one, the last words."""
    start, end = asking_span(wording)
    inside = [word for word in classed if start <= word.token < end]
    if not inside or len(inside) == len(classed):
        return []
    signs = [Sign(f"q:{word.text}", (word.token,)) for word in inside]
    signs += [Sign(f"q:{a.text} {b.text}", (a.token, b.token)) for a, b in pairwise(inside)]
    return signs


def asking_span(wording: Wording) -> tuple[int, int]:
    """Typed words from, up to: where the question itself stands."""
    text, tokens = wording.text, wording.tokens
    mark = text.rfind("?")
    if mark > 0:
        opened = max(text.rfind("¿", 0, mark), text.rfind("?", 0, mark), *(text.rfind(c, 0, mark) for c in ".!\n"))
        inside = [place for place, token in enumerate(tokens) if opened < token.start < mark]
        if inside:
            return inside[0], inside[-1] + 1
    return (max(0, len(tokens) - 12), len(tokens)) if len(tokens) > 18 else (0, len(tokens))


def _shape(wording: Wording, classed: Sequence[Word]) -> list[Sign]:
    count = len(wording.tokens)
    size = (
        "1"
        if count <= 1
        else "2-3"
        if count <= 3
        else "4-7"
        if count <= 7
        else "8-15"
        if count <= 15
        else "16-30"
        if count <= 30
        else "31+"
    )
    signs = [Sign(f"x:palabras={size}")]
    years = sum(word.text == "<año>" for word in classed)
    signs += [Sign(f"x:años={min(years, 3)}")] if years else []
    signs += [Sign("x:pregunta")] if "?" in wording.text else []
    names = {mention.clave for mention in wording.mentions if mention.kind != "concepto"}
    signs += [Sign(f"x:nombres={min(len(names), 3)}")]
    return signs


def _turn_before(wording: Wording, after: Interpretation | None) -> list[Sign]:
    if after is None:
        return []
    size = "corta" if len(wording.tokens) <= 4 else "media" if len(wording.tokens) <= 8 else "larga"
    return [
        Sign("f:sigue"),
        Sign(f"f:sigue {size}"),
        Sign(f"f:acto {after.act}"),
        Sign(f"f:acto {after.act} {size}"),
        Sign(f"f:tema {after.topic}"),
        Sign(f"f:tema {after.topic} {size}"),
    ]
