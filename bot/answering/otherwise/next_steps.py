"""What to ask next: at most four questions that have an answer, chosen by what the ledger really holds. No reply is a dead end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import islice

from bot.answering.asked.plain_words import PLAIN
from bot.answering.figures.labels import label_of
from bot.answering.otherwise import questions
from bot.answering.otherwise.requests import where_to_ask
from bot.answering.otherwise.starters import POINTS, starters
from bot.answering.search.holdings import Holdings, is_clear, year_of
from bot.answering.search.shelves import Shelves
from bot.answering.statements.faq import FAQ_BESIDE, FAQ_CLEAR
from bot.domain.answer import Answer, Explained, Figure, Found, Missing, NotUnderstood, Role, SmallTalk, Suggestion, Unclear, Unit
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.domain.vocabulary import Knowledge
from bot.language.folding import words

MOST = 4
NEAR_ENTRIES = 3
# How near an entry must stand to be offered: after a figure, which is named by few words, and after a question.
CLEARLY, ALIKE = FAQ_CLEAR, FAQ_BESIDE
# What a person without an answer is offered: one question of each of these, the figures first.
DOORS = (Topic.DEBT, Topic.TRANSFERS, Topic.PENSIONS, Topic.BUDGET)
HOW_TO_ASK = ("que-escribo-en-la-solicitud", "como-pido-informacion")
WHAT_THERE_IS = "que-datos-hay"

Ranked = tuple[tuple[float, str, str], ...]
"""Entries with how near they stand, their clave and their question, nearest first."""


def told_of(ranked: Ranked, least: float = FAQ_CLEAR, own: str = "") -> tuple[str, ...]:
    """The questions of those at least so near, without the entry that has just answered."""
    return tuple(question for score, clave, question in ranked if score >= least and clave != own)[:NEAR_ENTRIES]


class NextSteps:
    """Built once from what an answerer already holds; what only some replies need is worked out when first needed."""

    def __init__(self, knowledge: Knowledge, shelves: Shelves) -> None:
        self._knowledge = knowledge
        self._shelves = shelves
        self._entries = {entry.clave: entry.question for entry in knowledge.faq if entry.published}
        self._starters: dict[tuple[Topic, int], tuple[str, ...]] = {}
        self._ranked: dict[tuple[str, Topic], Ranked] = {}

    def offered(self, answer: Answer, asked_on: date) -> Answer:
        """The same answer with its suggestions; a closed question keeps its own options."""
        if isinstance(answer, Unclear):
            return answer if answer.options else replace(answer, options=self._suggestions(answer, asked_on))
        if isinstance(answer, Missing):
            answer = replace(answer, notes=(*answer.notes, *where_to_ask(answer, self._knowledge.expected, self._shelves)))
        return replace(answer, suggestions=self._suggestions(answer, asked_on))

    def _suggestions(self, answer: Answer, asked_on: date) -> tuple[Suggestion, ...]:
        answered = {words(answer.reading.asked), *map(words, self._just_answered(answer))}
        found = (text for text in dict.fromkeys(self._questions(answer, asked_on)) if words(text) not in answered)
        return tuple(map(Suggestion, islice(found, MOST)))

    def _just_answered(self, answer: Answer) -> Iterator[str]:
        """The questions to which this reply is the answer: of its entry, of its commitment, of each figure shown."""
        if isinstance(answer, Explained | Found) and answer.faq:
            yield answer.faq.question
        if not isinstance(answer, Found):
            return
        if answer.commitment:
            yield from (questions.standing_of(term) for term in self._knowledge.terms if term.clave == answer.commitment.id)
        for fact in self._shown(answer.figures):
            yield self._this_figure(fact)
            yield questions.how_it_went(fact.series) if answer.reading.act is Act.TREND else ""

    def _questions(self, answer: Answer, asked_on: date) -> list[str]:
        topic = self._topic_of(answer)
        if isinstance(answer, Found | Explained | Missing) and topic and topic is not Topic.BOT:
            return self._near(answer, topic)
        return self._doors(answer, asked_on)

    def _near(self, answer: Found | Explained | Missing, topic: Topic) -> list[str]:
        """Only what is near the question asked: the same measure of another year, its parts, its whole, what staff wrote of the same thing.
        An answer with nothing near it offers nothing."""
        match answer:
            case Found():
                fact = self._first(answer.figures)
                own = [*self._after_figures(answer.figures, answer.reading), *self._after_commitment(answer)]
                if len(own) < MOST:
                    told = self._entries_near(label_of(fact.series), topic, CLEARLY) if fact else self._written_near(answer.reading, topic)
                    own += told[:2]
                return [*own, *self._documents(answer)]
            case Explained():
                own = self._after_figures(answer.faq.figures[:1], answer.reading)[:2]
                return [*own, *self._entries_near(answer.faq.question, topic, ALIKE, own=answer.faq.id)]
            case Missing():
                own = self._after_figures(answer.nearest, answer.reading, again=True)[:2]
                own += [*self._whole_of(answer.reading), *self._written_near(answer.reading, topic)[:1]]
                return [*own[: MOST - 1], *self._how_to_ask()]

    # after a figure

    def _after_figures(self, figures: Sequence[Figure], reading: Interpretation, *, again: bool = False) -> list[str]:
        """``again`` asks first for the very figure shown: it was offered as the nearest, and stands under another question."""
        # of a line, one asks on about its end
        shown, fact = self._shown(figures), self._first(figures[::-1] if reading.act is Act.TREND else figures)
        if fact is None:
            return []
        steps = [self._this_figure(fact)] if again else []
        steps += [*self._parts(fact, reading), *self._other_years(fact, shown, reading), *self._other_stage(fact, shown)]
        steps += [*self._other_places(fact, reading), *self._per_person(fact, reading)]
        steps += self._stage_explained(shown) if reading.topic is Topic.BUDGET else ()
        return [step for step in steps if len(step) <= questions.LONGEST]

    def _shown(self, figures: Sequence[Figure]) -> list[Fact]:
        ids = (id for figure in figures if figure.role in (Role.ANSWER, Role.NEAREST) for id in figure.fact_ids)
        return [self._facts[id] for id in ids if id in self._facts]

    def _first(self, figures: Sequence[Figure]) -> Fact | None:
        """The first of one year, and not of the whole country: those are context, not what one asks on about."""
        return next((fact for fact in self._shown(figures) if is_clear(fact) and fact.series.subject.kind != "pais"), None)

    def _this_figure(self, fact: Fact) -> str:
        return questions.how_much(fact.series, fact.unit, year=year_of(fact), part=self._part(fact))

    def _parts(self, fact: Fact, reading: Interpretation) -> Iterator[str]:
        if reading.act is not Act.BREAKDOWN and self._part_counts[fact.id] > 1:
            yield questions.its_parts(fact.series, year_of(fact))

    def _other_years(self, fact: Fact, shown: Sequence[Fact], reading: Interpretation) -> Iterator[str]:
        """The latest year published, or the one before it; then the whole line."""
        seen = {year_of(each) for each in shown}
        others = [year for year in self._years[fact.series.id] if year not in seen]
        if others and reading.act not in (Act.TREND, Act.COMPARE):
            own = year_of(fact) or 0
            earlier = [year for year in others if year < own]
            year = others[-1] if others[-1] > own or not earlier else earlier[-1]
            yield questions.how_much(fact.series, fact.unit, year=year, part=self._part(fact))
        if reading.act is not Act.TREND and len(self._years[fact.series.id]) >= POINTS and not self._part(fact):
            yield questions.how_it_went(fact.series)

    def _other_stage(self, fact: Fact, shown: Sequence[Fact]) -> Iterator[str]:
        """Another published moment of the same money in the same year: «pagado», when «aprobado» was shown."""
        seen = {each.stage for each in shown}
        for other in self._of_series[fact.series.id]:
            if other.stage not in seen and other.stage in questions.SAID and year_of(other) == year_of(fact) and is_clear(other):
                yield questions.how_much(other.series, other.unit, year=year_of(other), stage=other.stage, part=self._part(other))
                return

    def _other_places(self, fact: Fact, reading: Interpretation) -> Iterator[str]:
        """All the municipalities in order; and the one that stands next to it."""
        if fact.series.subject.kind != "municipio":
            return
        if reading.act is not Act.RANKING:
            yield questions.which_municipality(fact.series, year_of(fact))
        if neighbour := self._neighbour(fact):
            yield questions.how_much(neighbour.series, neighbour.unit, year=year_of(neighbour))

    def _neighbour(self, fact: Fact) -> Fact | None:
        """Of the same concept, stage and year, the municipality with the next larger amount, or the next smaller for the largest."""
        alike = [
            other
            for other in self._holdings.under[fact.series.concept.id]
            if other.stage is fact.stage
            and other.period == fact.period
            and other.series.subject.kind == "municipio"
            and other.amount != fact.amount
        ]
        larger = [other for other in alike if other.amount > fact.amount]
        return min(larger, key=lambda other: other.amount) if larger else max(alike, key=lambda other: other.amount, default=None)

    def _per_person(self, fact: Fact, reading: Interpretation) -> Iterator[str]:
        subject, year = fact.series.subject, year_of(fact)
        if reading.per or fact.unit is not Unit.MXN or subject.kind not in ("estado", "municipio") or self._part(fact):
            return
        if year and self._shelves.ledger.population(subject.id, year):
            yield questions.how_much(fact.series, fact.unit, year=year, per_person=True)

    def _stage_explained(self, shown: Iterable[Fact]) -> Iterator[str]:
        stages: dict[Stage, None] = dict.fromkeys(fact.stage for fact in shown if fact.stage)
        yield from (self._entries[clave] for stage in stages if (clave := f"que-es-{stage.value}") in self._entries)

    def _part(self, fact: Fact) -> str:
        """The counterpart, where only it tells this series from its sisters."""
        series = fact.series
        return series.counterpart if self._sisters[series.subject.id, series.concept.id] > 1 else ""

    # after words

    def _after_commitment(self, answer: Found) -> Iterator[str]:
        if answer.commitment is None:
            return
        known = [term for term in self._knowledge.terms if term.kind == "compromiso" and term.clave != answer.commitment.id]
        same_plan = [term for term in known if term.clave.rpartition("-")[0] == answer.commitment.id.rpartition("-")[0]]
        yield from (questions.standing_of(term) for term in same_plan[:2])

    def _entries_near(self, about: str, topic: Topic, least: float, own: str = "") -> tuple[str, ...]:
        """The entries of a topic nearest to a name or a question of ours: whoever asks what to do when refused is told who decides now."""
        if (about, topic) not in self._ranked:
            self._ranked[about, topic] = self._ranked_near(about, topic)
        return told_of(self._ranked[about, topic], least, own)

    def _written_near(self, reading: Interpretation, topic: Topic) -> tuple[str, ...]:
        """Those nearest to the words of a person, which are ranked anew each time and kept nowhere."""
        telling = " ".join(word for word in reading.words if word not in PLAIN)
        return told_of(self._ranked_near(telling, topic)) if telling else ()

    def _ranked_near(self, about: str, topic: Topic) -> Ranked:
        ranked = self._shelves.faq.ranked(Interpretation(Act.FAQ, topic, asked=about))
        kept = [(score, entry.clave, entry.question) for entry, score in ranked if entry.topic == topic and score >= ALIKE]
        return tuple(kept[: NEAR_ENTRIES + 1])

    def _whole_of(self, reading: Interpretation) -> Iterator[str]:
        """Of a body whose budget nobody published, that of the whole state."""
        if not reading.of_kind("institucion") or reading.of_kind("municipio"):
            return
        for concept in reading.concepts:
            whole = [fact for fact in self._holdings.under[concept] if fact.series.subject.kind == "estado" and is_clear(fact)]
            if latest := max(whole, key=lambda fact: year_of(fact) or 0, default=None):
                yield self._this_figure(latest)
                return

    def _topic_of(self, answer: Answer) -> Topic | None:
        """Whoever asked what a municipality owes is not offered what the state does."""
        if isinstance(answer, Explained):
            return Topic(answer.faq.topic)
        topic = answer.reading.topic
        return Topic.TRANSFERS if topic is Topic.DEBT and answer.reading.of_kind("municipio") else topic

    def _documents(self, answer: Answer) -> Iterator[str]:
        """«¿Qué documento lo dice?», for the figure shown, where the reply has no address of it."""
        if isinstance(answer, Found) and answer.reading.act is not Act.SOURCE:
            fact = None if answer.reading.act is Act.TREND else self._first(answer.figures)
            if fact and fact.unit.is_money and fact.series.subject.kind != "prestamo" and not fact.source.document.url:
                yield questions.its_document(fact.series, year_of(fact))

    def _how_to_ask(self) -> list[str]:
        return [self._entries[clave] for clave in HOW_TO_ASK if clave in self._entries][:1]

    def _of_topic(self, topic: Topic, asked_on: date) -> tuple[str, ...]:
        key = (topic, asked_on.year - 1)
        if key not in self._starters:
            self._starters[key] = starters(topic, self._knowledge, self._holdings, asked_on.year - 1)
        return self._starters[key]

    def _doors(self, answer: Answer, asked_on: date) -> list[str]:
        """Ways in, for whoever has no answer yet: of the topic that was heard, else of each of the main ones."""
        topic = answer.reading.topic
        what = [self._entries[WHAT_THERE_IS]] if WHAT_THERE_IS in self._entries else []
        heard = list(self._of_topic(topic, asked_on)[:2]) if topic and topic is not Topic.BOT and isinstance(answer, NotUnderstood) else []
        first = [own[0] for door in DOORS if (own := self._of_topic(door, asked_on))]
        if isinstance(answer, SmallTalk | NotUnderstood):
            return [*heard, *first[: MOST - 1 - len(heard)], *what, *first]
        return [*what, *first]

    # what the ledger holds

    @cached_property
    def _facts(self) -> Mapping[str, Fact]:
        return {fact.id: fact for fact in self._shelves.descriptors.all_facts()}

    @cached_property
    def _holdings(self) -> Holdings:
        return Holdings.of(fact for fact in self._facts.values() if not fact.repeats)

    @cached_property
    def _of_series(self) -> Mapping[str, Sequence[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self._facts.values():
            found[fact.series.id].append(fact)
        return found

    @cached_property
    def _years(self) -> Mapping[str, Sequence[int]]:
        """Single years with a figure, by series."""
        return {id: sorted({year for fact in facts if is_clear(fact) and (year := year_of(fact))}) for id, facts in self._of_series.items()}

    @cached_property
    def _part_counts(self) -> Counter[str]:
        return Counter(fact.part_of for fact in self._facts.values() if fact.part_of)

    @cached_property
    def _sisters(self) -> Counter[tuple[str, str]]:
        """How many series share a subject and a concept."""
        return Counter((facts[0].series.subject.id, facts[0].series.concept.id) for facts in self._of_series.values())
