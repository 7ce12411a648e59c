"""``Reader``: a message in, its interpretation out. Pure, synchronous, the same answer every time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.period import AskedPeriod
from bot.domain.reading import Act, Interpretation, Mention, Question, Reading
from bot.domain.vocabulary import Knowledge, Term
from bot.language.dates import Span, read_dates
from bot.language.folding import fold, word_set
from bot.language.numerals import may_begin
from bot.language.pasted import as_read
from bot.understanding import slots
from bot.understanding.asking import asking_span, tells_a_life
from bot.understanding.clues import Clues
from bot.understanding.content import content_words, unread_words
from bot.understanding.deciding import Deciding
from bot.understanding.features import TURN_BEFORE, Noticing, Signs
from bot.understanding.followups import carry_over
from bot.understanding.negation import wanted
from bot.understanding.scope import within_scope
from bot.understanding.splitting import Halves, Splitting, taken_back
from bot.understanding.stages import Stages
from bot.understanding.weights import Weighing, Weights, read_weights
from bot.understanding.wording import Wording, Wordings


class Reader:
    def __init__(self, knowledge: Knowledge, weights: Weights | None = None) -> None:
        self._knowledge = knowledge
        self._weights = weights or read_weights()
        self._terms: dict[tuple[str, str], Term] = {(term.kind, term.clave): term for term in knowledge.terms}
        self.wordings = Wordings(knowledge, self._weights.common)
        self._noticing = Noticing(knowledge, self._weights.roles)
        self._weighing = Weighing(self._weights)
        self._deciding = Deciding(self._weights)
        self.splitting = Splitting(self._weights, self._noticing)
        self._stages = Stages(knowledge.stages, self._weights.common.keys() | knowledge.ordinary)

    def read(self, question: Question) -> Interpretation:
        """The second of two questions stands under ``more``."""
        text = as_read(question.text)
        if instead := taken_back(text):
            return self._second(instead[1], question.asked_on, self._read(instead[0], question.asked_on, question.after))
        whole, halves = self.halved(question if text == question.text else replace(question, text=text))
        if halves is not None and self.splitting.holds_two(halves):
            return replace(halves.first, more=(halves.second,))
        return whole

    def halved(self, question: Question) -> tuple[Interpretation, Halves | None]:
        """The message read whole, and in two where a second question may begin."""
        wording = self.wordings.read(question.text)
        whole = self._reading(wording, question.asked_on, question.after)
        cut = self.splitting.cut(wording)
        if cut is None:
            return whole, None
        first = self._read(cut.first, question.asked_on, question.after)
        return whole, Halves(cut, whole, first, self._second(cut.second, question.asked_on, first))

    def _second(self, text: str, asked_on: date, first: Interpretation) -> Interpretation:
        """The second half of a message may go on from the first or ask something else; what it leaves open is the same."""
        wording = self.wordings.read(text)
        groups = self._noticing.of(wording, first)
        going_on = self._reading(wording, asked_on, first, groups)
        fresh = self._reading(wording, asked_on, first, {**groups, TURN_BEFORE: {}})
        if Act.NONE in (fresh.act, going_on.act) and fresh.act is not going_on.act:
            return going_on if fresh.act is Act.NONE else fresh
        if fresh.topic is not first.topic and (not fresh.mentions or "mentions" in fresh.carried):
            return going_on  # «…y a dónde fue a parar»: what names nothing is about the same
        return fresh if fresh.confidence > going_on.confidence else going_on

    def _read(self, text: str, asked_on: date, after: Interpretation | None) -> Interpretation:
        return self._reading(self.wordings.read(text), asked_on, after)

    def _reading(
        self, wording: Wording, asked_on: date, after: Interpretation | None, groups: Mapping[str, Signs] | None = None
    ) -> Interpretation:
        """``groups`` are the signs of the message, where they are known already."""
        groups = groups or self._noticing.of(wording, after)
        found = self._deciding.readings(self._weighing.scores(wording.meant, groups))
        period = self._period(wording, asked_on)
        found = within_scope(found, wording, self._terms, period, asked_on)
        now = self._filled(wording, period, found, self._clues(wording, groups, found[0]), language_of(wording.typed, after))
        if after is None or now.act is Act.SMALLTALK:
            return now
        now = carry_over(now, after, wording.typed, self._terms)
        return replace(now, clues=self._clues(wording, groups, now))

    def _clues(self, wording: Wording, groups: Mapping[str, Signs], read: Reading | Interpretation) -> Clues:
        return Clues(wording, groups, self._weights, (f"acto {read.act}", f"tema {read.topic}"))

    def _filled(
        self, wording: Wording, period: AskedPeriod | None, found: Sequence[Reading], clues: Clues, language: str
    ) -> Interpretation:
        typed, best = wording.typed, found[0]
        text = " ".join(wording.meant)
        mentions = wanted(wording.mentions, wording.tokens, wording.text)
        concepts = [mention.clave for mention in mentions if mention.kind == "concepto"]
        words = content_words(wording)
        return Interpretation(
            act=best.act,
            topic=best.topic,
            mentions=mentions,
            period=period,
            stage=self._stages.asked(typed, best.act, best.topic),
            measure=concepts[0] if concepts else None,
            per=slots.per_of(text),
            limit=slots.limit_of(typed) if best.act in (Act.RANKING, Act.LIST) else None,
            order=slots.order_of(text) if best.act is Act.RANKING else None,
            amounts=slots.amounts_of(typed, wording.gaps),
            words=tuple(words.values()),
            unread=unread_words(wording, words, period, self._weights.common),
            confidence=best.confidence,
            alternatives=tuple(found[1:]),
            clues=clues,
            asked=wording.text,
            language=language,
        )

    def _period(self, wording: Wording, asked_on: date) -> AskedPeriod | None:
        free = _datable(wording)
        span = read_dates(free, asked_on, wording.gaps)
        governments = [m for m in wording.mentions if m.kind == "gobierno"]
        term = next((self._terms[(m.kind, m.clave)] for m in governments), None)
        if spanned := self._since_office(wording.text, governments, span):
            return spanned
        if span is not None and (span.years or span.kind == "relative") and not _of_office(span, term):
            return _asked(span)
        if term is not None:
            return AskedPeriod("term", (), term.start, term.end, term.short or term.name)
        return _asked(span) if span else None

    def _since_office(self, text: str, governments: Sequence[Mention], span: Span | None) -> AskedPeriod | None:
        """«del sexenio de Alonso a 2019», «desde Alonso hasta Tello»: from the first day of that office on."""
        typed = fold(text)
        if not governments or len(typed) != len(text) or not _SINCE_OFFICE.search(typed[: governments[0].start]):
            return None
        first, rest = self._terms[(governments[0].kind, governments[0].clave)], typed[governments[0].end :]
        if len(governments) > 1 and _UP_TO.fullmatch(typed[governments[0].end : governments[1].start]):
            last = self._terms[(governments[1].kind, governments[1].clave)].end
        else:
            up_to = _UP_TO_YEAR.match(rest) if span and len(span.years) == 1 else None
            last = span.end if span and up_to else None
        if first.start is None or last is None or last <= first.start:
            return None
        said = text[governments[0].start :].rstrip(" ?!.")
        return AskedPeriod("range", tuple(range(first.start.year, last.year + 1)), first.start, last, said)


_SINCE_OFFICE = re.compile(
    r"\b(?:desde|de|del)(?: (?:el|la|los|que|entro))*(?: (?:sexenio|gobierno|administracion|epoca|tiempos?|periodo))?(?: de| con)? $"
)
_UP_TO = re.compile(r",? (?:a|al|hasta)(?: (?:el|la|que))*(?: (?:sexenio|gobierno|administracion|fin|final))?(?: de)? ")
_UP_TO_YEAR = re.compile(r",? (?:a|al|hasta)(?: (?:el|ano|fines|finales|de))* (?:19|20)\d\d\b")


def _datable(wording: Wording) -> list[str]:
    """The typed words, blank where they cannot say when: the numbers of a name («Banobras 17-2»), its year where another year is said
    («el crédito de diciembre de 2012, entre 2013 y 2021»), the years of whoever asks."""
    typed, claimed = wording.typed, wording.claimed
    start, end = asking_span(wording)
    another_year = any(len(word) == 4 and word.isdigit() and place not in claimed for place, word in enumerate(typed))

    def blank(place: int, word: str) -> bool:
        if place in claimed and word[:1].isdigit():
            return len(word) != 4 or another_year
        return not start <= place < end and tells_a_life(typed, place, wording.gaps)

    return ["" if may_begin(word) and blank(place, word) else word for place, word in enumerate(typed)]


def _of_office(span: Span, term: Term | None) -> bool:
    """«Tello 2016-2021»: the years are those of the office, not a line of years."""
    if term is None or term.start is None or term.end is None or len(span.years) < 2 or span.kind == "years":
        return False
    return (span.years[0], span.years[-1]) == (term.start.year, term.end.year)


def _asked(span: Span) -> AskedPeriod:
    return AskedPeriod(span.kind, span.years, span.start, span.end, span.said)


_ENGLISH = word_set(
    "the how much many what who when did does do is was are were owe owes for which and of to in spent got get year can i you will "
    "about most least with have has that this these at on more less there show tell me give between compared debt budget rate state "
    "government municipality municipalities received spend paid next runs loan loans interest banks sports pension pensions please or only"
)
_GREETING = word_set("hello thank morning afternoon evening goodbye")
_SPANISH = word_set("el la los las de del que en cuanto cual quien como por para una un y se es con no si lo le su al o a mi me")


def language_of(typed: Sequence[str], after: Interpretation | None) -> str:
    """«en» where English words are two and more than the Spanish ones. A message of a few words («thanks», «and in 2018?») goes on in the
    language of the turn before."""
    said = set(typed)
    english, spanish = len(_ENGLISH & said), len(_SPANISH & said)
    going_on = after is not None and after.language == "en" and not spanish
    return "en" if (english >= 2 and english > spanish) or (going_on and len(typed) <= 4) or (not spanish and _GREETING & said) else "es"
