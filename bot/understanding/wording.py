"""A message as the rest of the room sees it: its words as typed, as meant, and the names among them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.domain.reading import Mention
from bot.domain.vocabulary import Knowledge
from bot.language.folding import Token, tokens, words
from bot.language.phrases import PhraseIndex
from bot.language.spelling import Speller
from bot.understanding.names import Names

_REPEATED = re.compile(r"([a-zñ])\1{2,}")


@dataclass(frozen=True)
class Word:
    """A word as meant: slang translated, spelling mended. ``token`` is the place of the typed word it came from."""

    text: str
    token: int
    repaired: bool = False


@dataclass(frozen=True, eq=False)
class Wording:
    """``gaps`` is what was typed before each word and after the last; ``claimed`` maps the place of a word to the name it
    belongs to (concepts claim no words)."""

    text: str
    tokens: tuple[Token, ...]
    gaps: tuple[str, ...]
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    claimed: Mapping[int, Mention]

    @cached_property
    def typed(self) -> list[str]:
        return [token.text for token in self.tokens]

    @cached_property
    def meant(self) -> list[str]:
        return [word.text for word in self.words]


class Wordings:
    """Reads texts into ``Wording``. ``common`` are further words known to be words, with how common each is."""

    def __init__(self, knowledge: Knowledge, common: Mapping[str, int]) -> None:
        self._names = Names(term for term in knowledge.terms if term.kind != "concepto")
        self._concepts = Names(term for term in knowledge.terms if term.kind == "concepto")
        self._slang: PhraseIndex[tuple[str, ...]] = PhraseIndex((words(said), words(meant)) for said, meant in knowledge.slang.items())
        # «falta pa los aguinaldos»: one word typed for another
        self._plainly = {said: meant for said, meant in knowledge.slang.items() if len(words(said)) == len(words(meant)) == 1}
        known = dict.fromkeys(self._names.words | self._concepts.words, 1) | dict.fromkeys(
            (w for cue in (*knowledge.acts, *knowledge.topics) for c in cue.cues for w in words(c)), 2
        )
        for word, count in common.items():
            known[word] = known.get(word, 0) + count
        stages = {form for form in knowledge.stages if " " not in form}
        abroad = {word for term in knowledge.terms if term.outside for alias in term.aliases for word in words(alias)}
        ours = {word for term in knowledge.terms if not term.outside for alias in term.aliases for word in words(alias)}
        protected = [*knowledge.ordinary, *stages, *knowledge.slang]
        self._speller = Speller(known, protected=protected, never=stages, sounding=abroad - ours - common.keys())

    def read(self, text: str) -> Wording:
        found = tokens(text)
        typed = [token.text for token in found]
        ends = [0, *(token.end for token in found)]
        starts = [*(token.start for token in found), len(text)]
        gaps = tuple(text[end:start] for end, start in zip(ends, starts, strict=True))
        mended = [self._mend(word) for word in typed]
        mentions = self._names.find(text, found, typed, mended)
        # «déficit del ISSSTEZAC» names a concept and, inside it, an institution: neither hides the other
        concepts = self._concepts.find(text, found, typed, [self._plainly.get(word, word) for word in mended])
        claimed = {place: mention for mention in reversed(mentions) for place in range(mention.start, mention.end)}
        meant = tuple(self._meant(typed, mended, claimed))
        return Wording(text, found, gaps, meant, _with_offsets([*mentions, *concepts], found), claimed)

    def _mend(self, word: str) -> str:
        if self._speller.knows(word):
            return word
        short = _REPEATED.sub(r"\1", word)
        return self._speller.mend(short)

    def _meant(self, typed: Sequence[str], mended: Sequence[str], claimed: Mapping[int, Mention]) -> list[Word]:
        meant: list[Word] = []
        place = 0
        while place < len(typed):
            hit = None if place in claimed else self._slang.at(mended, place)
            if hit and not any(at in claimed for at in range(hit.start, hit.end)):
                meant.extend(Word(word, place) for word in hit.values[0])
                place = hit.end
            else:
                meant.append(Word(mended[place], place, mended[place] != typed[place]))
                place += 1
        return meant


def _with_offsets(mentions: Sequence[Mention], found: Sequence[Token]) -> tuple[Mention, ...]:
    """Mentions by word places become mentions by characters of the text."""
    return tuple(Mention(m.kind, m.clave, m.said, found[m.start].start, found[m.end - 1].end, m.repaired) for m in mentions)
