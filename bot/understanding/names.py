"""Which words of a message name something of the vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.domain.reading import Mention
from bot.domain.vocabulary import Term
from bot.language.folding import Token, word_set, words
from bot.language.number import plural, singular
from bot.language.phrases import Hit, PhraseIndex

LINKS = word_set("de del la el los las y e a en por para al lo")

JOINING = word_set("y e o u mas con")
# What is measured is said of one and of many; a body, a town or a bank has one name.
COUNTED = frozenset({"concepto"})
LEAST_LETTERS = 5


class Names:
    """Three looks at a text, each at the words the one before left: as typed, with spelling mended, without the little
    words («secretaría de la salud», «teul gonzalez ortega»)."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._exact: PhraseIndex[Term] = PhraseIndex()
        self._loose: PhraseIndex[Term] = PhraseIndex()
        self.words: set[str] = set()
        terms = tuple(terms)
        for term in terms:
            for phrase in {words(alias) for alias in (*term.aliases, term.name, term.short, term.clave)}:
                self._add(phrase, term)
        for phrase, term in in_other_number(terms):
            self._exact.add(phrase, term)

    def _add(self, phrase: tuple[str, ...], term: Term) -> None:
        self._exact.add(phrase, term)
        self.words.update(phrase)
        bare = tuple(word for word in phrase if word not in LINKS)
        if len(bare) > 1 and bare != phrase:
            self._loose.add(bare, term)

    def find(self, text: str, found: Sequence[Token], typed: Sequence[str], mended: Sequence[str]) -> list[Mention]:
        taken: set[int] = set()
        mentions: list[Mention] = []
        meant = self._exact.find(mended) if mended != typed else ()
        for index, look, places in self._looks(typed, mended):
            for hit in index.find(look):
                span = range(places[hit.start], places[hit.end - 1] + 1)
                if look is typed and any(held(span, longer) for longer in meant):
                    # «falta pa los aguinaldos»: with the slang mended, the words are of a longer name
                    continue
                if taken.isdisjoint(span):
                    taken.update(span)
                    mentions.extend(_mention(term, hit, span, text, found, list(look), typed) for term in hit.values)
        return sorted(mentions, key=lambda mention: (mention.start, mention.end))

    def _looks(self, typed: Sequence[str], mended: Sequence[str]) -> Iterable[tuple[PhraseIndex[Term], Sequence[str], Sequence[int]]]:
        everywhere = range(len(typed))
        yield self._exact, typed, everywhere
        if mended != typed:
            yield self._exact, mended, everywhere
        bare = [place for place in everywhere if mended[place] not in LINKS]
        yield self._loose, [mended[place] for place in bare], bare
        for look, places in elided(mended):
            if any(hit.end - hit.start == len(look) for hit in self._exact.find(look)):
                yield self._exact, look, places


def held(span: range, hit: Hit[Term]) -> bool:
    """The words are some of those of a longer name."""
    return hit.start <= span.start and span.stop <= hit.end and hit.end - hit.start > len(span)


def elided(typed: Sequence[str]) -> Iterable[tuple[Sequence[str], Sequence[int]]]:
    """«Ramo 28 y 33», «los capítulos 1000 y 2000»: each number with the word that the first one shares with it, and where they stand."""
    for place in range(3, len(typed)):
        if typed[place - 1] not in JOINING or not typed[place].isdigit():
            continue
        head, first, _, second = typed[place - 3 : place + 1]
        if first.isdigit() and not head.isdigit():
            yield (singular(head), first), (place - 3, place - 2)
            yield (singular(head), second), (place, place)


def in_other_number(terms: Sequence[Term]) -> Iterable[tuple[tuple[str, ...], Term]]:
    """«impuesto ecológico» beside «impuestos ecológicos»: what is measured, in the other number, where nothing else is called so."""
    called = {words(alias) for term in terms for alias in (*term.aliases, term.name, term.short, term.clave)}
    meant: dict[tuple[str, ...], set[str]] = defaultdict(set)
    by_clave = {term.clave: term for term in terms if term.kind in COUNTED}
    for term in by_clave.values():
        for phrase in {words(alias) for alias in (*term.aliases, term.name)}:
            if sum(word not in LINKS for word in phrase) > 1:
                for change in (singular, plural):
                    meant[tuple(word if word in LINKS or len(word) < LEAST_LETTERS else change(word) for word in phrase)].add(term.clave)
    return [(phrase, by_clave[min(claves)]) for phrase, claves in meant.items() if len(claves) == 1 and phrase not in called]


def _mention(term: Term, hit: Hit[Term], span: range, text: str, found: Sequence[Token], look: list[str], typed: Sequence[str]) -> Mention:
    said = text[found[span.start].start : found[span.stop - 1].end]
    repaired = any(word not in typed for word in look[hit.start : hit.end])
    return Mention(term.kind, term.clave, said, span.start, span.stop, repaired)
