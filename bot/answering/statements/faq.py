"""Which FAQ entry answers, if any, and its amounts filled from the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answering.asked.acts import mentions_how_much
from bot.answering.figures.labels import figure_of
from bot.answering.search.descriptors import Names
from bot.answering.search.index import WordIndex, content_words
from bot.domain.answer import FaqEntry, Source
from bot.domain.ledger import Ledger
from bot.domain.placeholders import fact_ids
from bot.domain.reading import Act, Interpretation
from bot.domain.vocabulary import FaqText
from bot.language.folding import fold, words

# How near an entry stands to a question, 0 to 1, for…
FAQ_WHOLE = 0.95  # every word, the year too, to be of the entry
FAQ_SAME = 0.8  # the entry to be the question itself
FAQ_BETTER = 0.62  # it to answer better than statements do
FAQ_CLEARER = 0.6  # it to go before a figure that only shares words
FAQ_WRITTEN = 0.58  # nothing to be asked back
FAQ_CLEAR = 0.5  # it to answer where no figure does
FAQ_ALIKE = 0.45  # it to do so, where its own question begins like the one asked («¿quién…?»)
FAQ_WHY = 0.45  # it to say why
FAQ_OF_ALL = 0.4  # it to speak of all commitments
FAQ_BESIDE = 0.38  # it to be offered beside another entry
FAQ_LIKELY = 0.34  # it to be told where an idea is asked
YEAR = re.compile(r"(?:19|20)\d\d")
OTHER_TIME = 0.85
"""«¿qué pasó con el aguinaldo?» is not asked of one year: an entry whose question names one stands behind."""
NO_AMOUNT = 0.75
"""«¿cuánto se fue en deporte?» is not asked of who is in charge: an entry that tells no amount stands behind."""

OF_SOMEBODY = re.compile(r"\b(?:quien|quienes|banco|bancos|acreedor\w*|empresa|empresas|instancia|dependencia|organismo)\b")
OF_A_TERM = re.compile(r"\b(?:plazos?|venc\w+|termina\w*|acab\w+|liquid\w+|cuant[oa]s? (?:anos|meses|tiempo)|hasta (?:que|cuando))\b")
TERM = "plazo-credito"
OF_A_TIME = re.compile(r"\b(?:cuando|fecha|que dia|que mes|que ano)\b")
SAME_WORDS = 0.97
"""Of entries asked in the same words, the one that is asked for a date goes before for «¿cuándo…?»."""
OTHER_MEASURE = 0.6
"""«¿a cuántos años es el préstamo?» is not asked of what the loan was for: an entry in none of whose questions a term is asked stands far
behind."""
OTHER_ACT = 0.85
"""«¿quién nos presta?» is not asked of what the loans were for: an entry in none of whose questions somebody is asked stands behind."""


@dataclass(frozen=True)
class FaqMatch:
    """``score`` is 0 to 1: the harmonic mean of how much of the question the entry covers and how much of the entry's own
    question was asked. ``margin`` is the distance to the next entry."""

    entry: FaqText
    score: float
    margin: float


def with_year_meant(asked: tuple[str, ...], reading: Interpretation) -> tuple[str, ...]:
    """«deuda este año» asks of 2026, and is no «¿en qué año se termina de pagar la deuda?»; where more words say what is asked, the year
    does not make them less known."""
    period = reading.period
    if period is None or period.start is None or period.end is None or period.start.year != period.end.year:
        return asked
    said = set(words(period.said))
    if not said or "period" in reading.carried or any(letter.isdigit() for letter in period.said):
        return asked
    left = tuple(word for word in asked if word not in said)
    return left if len(left) > 1 else (*left, str(period.start.year))


class FaqShelf:
    """Published entries, found by any of their questions."""

    def __init__(self, entries: Iterable[FaqText], ledger: Ledger, names: Names, courtesies: Iterable[str] = ()) -> None:
        self._names = names
        self._entries = tuple(entry for entry in entries if entry.published)
        self._ledger = ledger
        asked_as = [(position, text) for position, entry in enumerate(self._entries) for text in (entry.question, *entry.also)]
        self._exact = {words(text): position for position, text in reversed(asked_as)}
        self._courtesies = sorted({words(said) for said in courtesies} - {()}, key=len, reverse=True)
        self._owner = [position for position, _ in asked_as]
        self._of_a_year = [{word for word in words(entry.question) if YEAR.fullmatch(word)} for entry in self._entries]
        self._tells_amounts = [mentions_how_much(words(" ".join((e.question, *e.also)))) or bool(fact_ids(e.answer)) for e in self._entries]
        self._asks_somebody = [bool(OF_SOMEBODY.search(fold(" ; ".join((e.question, *e.also))))) for e in self._entries]
        self._asks_how_long = [bool(OF_A_TERM.search(fold(" ; ".join((e.question, *e.also))))) for e in self._entries]
        self._asks_when = [bool(OF_A_TIME.search(fold(" ; ".join((e.question, *e.also))))) for e in self._entries]
        self._index = WordIndex([[(text, 1.0)] for _, text in asked_as])
        self._whole = WordIndex([[(" ; ".join((e.question, *e.also)), 1.0), (e.answer, 0.5)] for e in self._entries])

    def best(self, reading: Interpretation) -> FaqMatch | None:
        """The entry whose question is nearest, whatever its score: the caller knows how near is near enough."""
        if (exact := self._written(reading)) is not None:
            return FaqMatch(self._entries[exact], 1.0, 1.0)
        ranked = self.ranked(reading)
        if not ranked:
            return None
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        return FaqMatch(ranked[0][0], ranked[0][1], ranked[0][1] - second)

    def ranked(self, reading: Interpretation) -> Sequence[tuple[FaqText, float]]:
        """Every entry that shares a word with the question and its score, best first, as if nobody had written the question down."""
        asked = self._with_names_mended(with_year_meant(content_words(reading.asked), reading), reading) or reading.words
        if reading.carried and not any(map(self._index.knows, asked)):
            # «¿y su suplente?»: no question has the word; one about whom the turn before spoke may answer
            asked = reading.words
        nearest: dict[int, float] = {}
        for key, covered, precise, _ in self._index.search(asked).values():
            position = self._owner[key]
            near = 2 * covered * precise / (covered + precise)
            if near > nearest.get(position, 0.0):
                nearest[position] = near
        elsewhere = 0.6 if reading.confidence >= 0.7 else 0.8
        scores = {
            position: near * elsewhere if reading.topic and self._entries[position].topic != reading.topic else near
            for position, near in nearest.items()
        }
        # one wording says how near, all of them and the answer say how much of the question the entry knows: leaving each wording out in
        # turn, the mix finds its entry in 59 %, one wording alone in 53 %
        whole = self._whole.covered(asked)
        scores = {position: 0.6 * near + 0.4 * whole[position] for position, near in scores.items() if position in whole}
        scores = {position: score * (OTHER_TIME if self._is_of_other_years(position, asked) else 1.0) for position, score in scores.items()}
        if reading.act is Act.WHO:
            scores = {position: score * (1.0 if self._asks_somebody[position] else OTHER_ACT) for position, score in scores.items()}
        if TERM in reading.concepts:
            scores = {position: score * (1.0 if self._asks_how_long[position] else OTHER_MEASURE) for position, score in scores.items()}
        if reading.act is Act.WHEN:
            scores = {position: score * (1.0 if self._asks_when[position] else SAME_WORDS) for position, score in scores.items()}
        if reading.act in (Act.AMOUNT, Act.TREND):
            scores = {position: score * (1.0 if self._tells_amounts[position] else NO_AMOUNT) for position, score in scores.items()}
        return [(self._entries[position], score) for position, score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))]

    def _with_names_mended(self, asked: tuple[str, ...], reading: Interpretation) -> tuple[str, ...]:
        """A name as entries write it, where it was typed as none of them does: «el incufides»."""
        mended = {word: mention.clave for mention in reading.mentions for word in words(mention.said) if not self._index.knows(word)}
        return tuple(each for word in asked for each in (words(mended[word]) if word in mended else (word,)))

    def _is_of_other_years(self, position: int, asked: Iterable[str]) -> bool:
        own = self._of_a_year[position]
        return bool(own) and own.isdisjoint(asked)

    def asked_exactly(self, reading: Interpretation) -> FaqText | None:
        """The entry one of whose questions is the message itself, letter case, accents, signs and a greeting aside."""
        position = self._written(reading)
        return None if position is None else self._entries[position]

    def _written(self, reading: Interpretation) -> int | None:
        asked = words(reading.asked)
        return self._exact.get(asked, self._exact.get(self._without_courtesies(asked)))

    def _without_courtesies(self, asked: tuple[str, ...]) -> tuple[str, ...]:
        """«Buenas tardes, ¿qué es el FAIS? Gracias» asks what «¿qué es el FAIS?» asks."""
        while True:
            said = next((each for each in self._courtesies if asked[: len(each)] == each or asked[-len(each) :] == each), None)
            if said is None or len(said) >= len(asked):
                return asked
            asked = asked[len(said) :] if asked[: len(said)] == said else asked[: -len(said)]

    def best_about(self, reading: Interpretation) -> FaqMatch | None:
        """The best entry, unless the question names something the entry is silent on: what the UAZ owes is not what the Cobaez owes."""
        match = self.best(reading)
        if match is None:
            return None
        said = self._names.inside(" ; ".join((match.entry.question, *match.entry.also, match.entry.answer)))
        asked = {m.clave for m in reading.mentions if m.kind not in ("concepto", "gobierno", "estado") and m.clave != "zacatecas"}
        return match if asked <= said else None

    def open(self, text: FaqText) -> FaqEntry:
        """The entry with its documents and the figures its placeholders name."""
        facts = [fact for id in fact_ids(text.answer) if (fact := self._ledger.fact(id))]
        documents = [document for id in text.sources if (document := self._ledger.document(id))]
        return FaqEntry(
            id=text.clave,
            question=text.question,
            also=text.also,
            answer=text.answer,
            topic=text.topic,
            sources=tuple(Source(document, "") for document in documents),
            figures=tuple(figure_of(fact) for fact in facts),
        )
