"""Two questions in one message: where the second begins, and whether there really are two.

Both are learned from examples (``knowledge/ejemplos/dobles.jsonl``): every place where a second question may begin shows its signs, and
the likeliest place, read on both sides, shows whether two things are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold, word_set, words
from bot.understanding.features import LITTLE, Noticing
from bot.understanding.weights import Weights
from bot.understanding.wording import Wording

PLACE, TWO = "corte lugar", "corte dos"
"""Columns of the weights: how likely a second question begins here; how likely there are two."""

_JOINTS = word_set(
    "y e and i n o pero ah tambien tanbien ademas aparte luego paso asi como otra cosa pregunta mas entonces also ni pues ya oye oiga bueno"
)
_ASKS = word_set("cuanto cuanta cuantos cuantas quien quienes cuando donde cual cuales que como si how who when which where what why")
_PURE_ASKS = _ASKS - word_set("que como si")
_BEFORE = word_set("a de en por con para pa desde hasta ante sobre x segun hacia at to for from by")
_ASIDES = frozenset({("antes", "de", "que"), ("despues", "de", "que")})
"""«…, antes de que lo votaran»: they say when, where nothing is asked after them."""
_WORTH_READING = -2.0
"""Score of a place below which its halves are not even read: one message in eight is read twice."""
_TWO_FROM = -0.3
"""Chosen where one message in thirty-five that is labelled as one thing is cut; most of those do ask twice («cómo se mete un recurso y
cuánto tiempo tengo»). Lower cuts more of both."""
_OF_WHOLE = re.compile(r"(de cada|de tod[oa]s?|de lo que|del total)\b")
"""«de cada cien pesos que gastó la federación, ¿cuántos fueron a…?» names a whole and asks once."""
_ADDED_UP = word_set("suma suman sumaban sumados sumadas juntos juntas")
"""«¿cuánto suman el Ramo 28 y el Ramo 33?» asks for one sum."""
_OF_EACH = re.compile(r"cuant[oa]s?( \w+){0,3} cada (uno|una|1|quien|cual)\b|cuant[oa] c u\b")
"""«¿a quiénes les debía y cuánto a cada quien?» asks for one list with its figures."""
_SIZES = (1, 2, 4, 7, 12, 20)


@dataclass(frozen=True)
class Cut:
    """``first`` and ``second`` as typed; ``signs`` spoke for this place with ``score``."""

    first: str
    second: str
    signs: tuple[str, ...]
    score: float


@dataclass(frozen=True)
class Halves:
    """A message read ``whole``, and as two."""

    cut: Cut
    whole: Interpretation
    first: Interpretation
    second: Interpretation


class Splitting:
    def __init__(self, weights: Weights, noticing: Noticing) -> None:
        self._place, self._two = weights.column(PLACE), weights.column(TWO)
        self._noticing = noticing

    def cut(self, wording: Wording) -> Cut | None:
        """Where a second question most likely begins, if it may anywhere."""
        scored = [(self._place.of(signs), place, signs) for place, signs in self.places(wording)]
        if not scored:
            return None
        score, place, signs = max(scored)
        return _cut(wording, place, signs, score) if score > _WORTH_READING else None

    def places(self, wording: Wording) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Every typed word where a second question may begin, with what is seen there."""
        seen = _Seen(wording, self._noticing)
        for place in seen.candidates():
            yield place, tuple(seen.signs(place))

    def holds_two(self, halves: Halves) -> bool:
        """Thanks at the end are no question, nor are further names of what is put in order or compared; a half out of scope counts only
        where it asks: «yo a Coppel le termino de pagar en mayo, ¿y el estado cuándo?»."""
        cut, whole, first, second = halves.cut, halves.whole.act, halves.first.act, halves.second.act
        if not _asks(cut.second) and (whole is Act.RANKING or (whole is Act.COMPARE and _names_only(halves.second))):
            return False
        again = words(cut.second)
        if again[:1] == ("en",) and _ASKS.isdisjoint(again):
            return False  # «…en 2021, en 2027 y en el año más pesado»: one more time or place of the same
        if not _ADDED_UP.isdisjoint(words(cut.first)) or _OF_EACH.match(" ".join(again)):
            return False
        if _OF_WHOLE.match(fold(cut.first)) and _PURE_ASKS.isdisjoint(words(cut.first)):
            return False
        if any(act is Act.NONE and not _asks(half) for act, half in ((first, cut.first), (second, cut.second))):
            return False
        return second is not Act.SMALLTALK and self._two.of(signs_of_two(halves)) > _TWO_FROM


_INSTEAD = re.compile(
    r"[.,;?!]\s*(?:(?:bueno|no|ay|perd[oó]n)[,\s]+)*mejor\s+(?:ya\s+|nada\s+m[aá]s\s+|nom[aá]s\s+)?(?=dime|dame|d[ií]ga?me|deme|quiero|p[aá]same)",
    re.IGNORECASE,
)


def taken_back(text: str) -> tuple[str, str] | None:
    """«…bueno, mejor dime nada más cuánto fue el de la Fiscalía»: what was asked first, and what is asked instead."""
    found = _INSTEAD.search(text)
    return (text[: found.start()], text[found.end() :]) if found and found.start() else None


def _names_only(half: Interpretation) -> bool:
    """«Compara el FAIS recibido de Jerez y de Pinos en 2016»: «de Pinos en 2016» asks nothing else."""
    named = {word for mention in half.mentions for word in words(mention.said)}
    return all(word in named or word in LITTLE or word.isdigit() for word in words(half.asked))


def _asks(half: str) -> bool:
    return half.endswith("?") or not _ASKS.isdisjoint(words(half))


class _Seen:
    """The words of a message, their parts and names, counted from both ends."""

    def __init__(self, wording: Wording, noticing: Noticing) -> None:
        self.wording = wording
        heard: dict[int, str] = {}
        for word in wording.words:
            heard.setdefault(word.token, word.text)
        self.meant = [heard.get(place, "") for place in range(len(wording.tokens))]
        self.parts = [self._part(place, noticing) for place in range(len(self.meant))]
        self.asks = [word in _PURE_ASKS or (word == "que" and self._accented(place)) for place, word in enumerate(self.meant)]

    def _part(self, place: int, noticing: Noticing) -> str:
        mention = self.wording.claimed.get(place)
        if mention is not None:
            return f"<{mention.kind}>"
        word = self.meant[place]
        return "<n>" if word[:1].isdigit() else noticing.role(word) if word else "*"

    def _accented(self, place: int) -> bool:
        token = self.wording.tokens[place]
        return "é" in self.wording.text[token.start : token.end] or (place > 0 and self.meant[place - 1] in _BEFORE)

    def candidates(self) -> Iterator[int]:
        """Where something is joined or asked, but for «en qué», «2015-16», «31/12/2021», «el crédito que…» and what only says when."""
        meant, gaps = self.meant, self.wording.gaps
        begun = next((place for place, word in enumerate(meant) if word not in _JOINTS), len(meant))
        for place in range(begun + 1, len(meant)):
            joined = gaps[place].strip() or meant[place - 1] in _JOINTS
            asks = meant[place] in _ASKS or (meant[place] in _BEFORE and not _ASKS.isdisjoint(meant[place + 1 : place + 2]))
            if not (joined or asks):
                continue
            led = meant[place] in _ASKS and meant[place - 1] in _BEFORE
            of_years = gaps[place] in ("-", "/") and meant[place - 1][-1:].isdigit() and meant[place][:1].isdigit()
            relative = meant[place] == "que" and not joined and not self.asks[place]
            aside = tuple(meant[place : place + 3]) in _ASIDES and _PURE_ASKS.isdisjoint(meant[place:])
            if not (led or of_years or relative or aside):
                yield place

    def signs(self, place: int) -> Iterator[str]:
        meant, parts, gaps = self.meant, self.parts, self.wording.gaps
        gap = _gap(gaps[place])
        before = meant[place - 1]
        joint = before if before in _JOINTS else "-"
        start = " ".join(meant[place : place + 2])
        asks_before, asks_after = self.asks[:place], self.asks[place:]
        first_ask = _size(next((n for n, asks in enumerate(asks_after) if asks), 99))
        shape = f"{min(sum(asks_before), 2)} {min(sum(asks_after), 2)} {first_ask}"
        names = f"{_some(parts[:place])} {_some(parts[place:])}"
        yield f"t:hueco {gap}"
        yield f"t:antes {before}"
        yield f"t:antes2 {' '.join(meant[max(0, place - 2) : place])}"
        yield f"t:antes parte {gap} {parts[place - 1]}"
        yield f"t:hueco y junta {gap} {joint}"
        yield f"t:empieza {meant[place]}"
        yield f"t:empieza2 {start}"
        yield f"t:empieza partes {' '.join(parts[place : place + 2])}"
        yield f"t:empieza partes3 {' '.join(parts[place : place + 3])}"
        yield f"t:junta y empieza {gap} {joint} {meant[place]}"
        yield f"t:junta y partes {gap} {joint} {' '.join(parts[place : place + 2])}"
        yield f"t:preguntan {shape}"
        yield f"t:preguntan, hueco {shape} {gap} {joint}"
        yield f"t:nombres {names}"
        yield f"t:nombres, hueco {names} {gap} {joint}"
        yield f"t:largos {_size(place)} {_size(len(meant) - place)}"
        yield f"t:acaba en pregunta {gaps[-1].strip()[:1]} {gap}"
        same = {word for word in meant[:place] if word in _PURE_ASKS} & {word for word in meant[place:] if word in _PURE_ASKS}
        yield f"t:misma {bool(same)} {gap} {joint}"
        if place == len(meant) - 1 or place == 1:
            yield "t:orilla"
        yield from (f"t:luego {word}" for word in meant[place + 1 : place + 5])
        yield from (f"t:atrás {word}" for word in meant[max(0, place - 4) : place - 1])
        yield f"t:antes parte2 {gap} {' '.join(parts[max(0, place - 2) : place])}"
        yield from (f"t:sigue {part}" for part in set(parts[place:]) if part[0] == "=")
        yield from (f"t:viene {part}" for part in set(parts[:place]) if part[0] == "=")


def _gap(gap: str) -> str:
    for sign in "?;…\n+.,:/-()!":
        if sign in gap:
            return sign if sign != "\n" else "renglón"
    return "nada"


def _some(parts: Sequence[str]) -> str:
    names = {part for part in parts if part[0] == "<" and part != "<n>"}
    return f"{min(len(names), 2)}{'a' if '<n>' in parts else ''}"


def _size(count: int) -> str:
    return str(next((size for size in _SIZES if count <= size), "más"))


def _cut(wording: Wording, place: int, signs: tuple[str, ...], score: float) -> Cut:
    text, last = wording.text, place - 1
    while last > 0 and wording.tokens[last].text in _JOINTS:
        last -= 1
    start = wording.tokens[place].start
    first = text[: wording.tokens[last].end] + ("?" if "?" in text[wording.tokens[last].end : start] else "")
    return Cut(first.strip(" ,;¿"), text[start:].strip(" ,;"), signs, score)


def signs_of_two(halves: Halves) -> tuple[str, ...]:
    """What the place shows, and what the halves say when read."""
    cut, whole, first, second = halves.cut, halves.whole, halves.first, halves.second
    acts, same = f"{first.act} {second.act}", first.act is second.act
    topics = "mismo" if first.topic is second.topic else "otro"
    own = f"{bool(second.mentions) and 'mentions' not in second.carried} {bool(second.years) and 'period' not in second.carried}"
    level = _level(min(first.confidence, second.confidence))
    also = {reading.act for reading in whole.alternatives[:2]}
    asks = f"{_asks(cut.first)} {_asks(cut.second)}"
    place = str(max(-4, min(6, round(2 * cut.score))))
    return (
        *cut.signs,
        f"d:lugar {place}",
        f"d:actos {acts}",
        f"d:entero {whole.act}",
        f"d:entero {whole.act} {acts}",
        f"d:entero seguro {_level(whole.confidence)} {same}",
        f"d:entero también {not also.isdisjoint((first.act, second.act))} {same} {whole.act in (first.act, second.act)}",
        f"d:iguales {same} {topics}",
        f"d:iguales {same} {whole.act is first.act} {whole.act is second.act}",
        f"d:segunda trae {own} {same}",
        f"d:seguras {level}",
        f"d:seguras {level} {same} {topics}",
        f"d:seguras una {_level(first.confidence)} otra {_level(second.confidence)}",
        f"d:lugar y seguras {place} {level}",
        f"d:lugar e iguales {place} {same}",
        f"d:fuera {whole.act is Act.NONE} {first.act is Act.NONE} {second.act is Act.NONE}",
        f"d:preguntan {asks}",
        f"d:preguntan {asks} {acts}",
        f"d:preguntan {asks} {whole.act} {same}",
    )


_LEVELS = ((0.3, "poca"), (0.5, "media"), (0.8, "buena"))


def _level(confidence: float) -> str:
    return next((name for most, name in _LEVELS if confidence < most), "mucha")
