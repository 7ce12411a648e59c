"""Whether a question is looked up, asked back or refused, and what of several questions stands together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.asked.bare_amounts import with_bare_millions
from bot.answering.asked.clauses import clauses_of, told_apart
from bot.answering.asked.halves import as_one, sharing_slots
from bot.answering.asked.income_origins import with_origins
from bot.answering.asked.kinds_listed import with_sisters_listed
from bot.answering.asked.loans import with_loan_signed
from bot.answering.asked.moments import moved_in_stage
from bot.answering.asked.nationwide import nationwide
from bot.answering.asked.owing import with_what_is_owed
from bot.answering.asked.periods import moved_in_time
from bot.answering.asked.places import asks_of_a_place, asks_of_my_town, measures_to_choose, outside, places_to_choose
from bot.answering.asked.plain_budgets import with_plain_budget
from bot.answering.asked.pointing_back import pointing_back
from bot.answering.asked.preparing import prepared
from bot.answering.asked.set_aside import only_what_is_defined
from bot.answering.derived.heads import published_per_head
from bot.answering.joining import (
    has_answer,
    is_as_asked,
    side_by_side,
)
from bot.answering.looking_up import ANSWERS, TOLD, Sought, looked_up
from bot.answering.otherwise.asking_back import AskingBack, settled
from bot.answering.otherwise.next_steps import NextSteps
from bot.answering.otherwise.refusals import asks_a_judgement, elsewhere, is_personal, refusal
from bot.answering.otherwise.second_thoughts import FIGURE_ACTS, SecondThoughts
from bot.answering.search.measures import measures_of
from bot.answering.search.shelves import Shelves
from bot.answering.statements.explaining import asks_of_kinds
from bot.answering.statements.noted import count_in_words
from bot.domain.answer import Answer, Explained, Found, NotUnderstood, SmallTalk, Unclear
from bot.domain.ledger import Ledger
from bot.domain.reading import Act, Interpretation, Question, Topic
from bot.domain.vocabulary import FaqText, Knowledge
from bot.language.folding import fold, words


class Answerer:
    """Answers readings from one ledger and one knowledge. Safe to share between threads."""

    def __init__(self, knowledge: Knowledge, ledger: Ledger) -> None:
        self._shelves = Shelves.of(knowledge, ledger)
        self._next_steps = NextSteps(knowledge, self._shelves)
        self._asking_back = AskingBack(knowledge)
        self._second_thoughts = SecondThoughts(self._shelves)
        self._talk = [(kind.name, words(cue)) for kind in knowledge.talk for cue in kind.cues]
        self._published_topics = {
            id: concept.topic for id, concept in self._shelves.concepts.items() if id in self._shelves.descriptors.published
        }
        self._measures = measures_of(self._shelves)

    def answers(self, reading: Interpretation, question: Question) -> tuple[Answer, ...]:
        """One answer a question of the message, each with what can be asked next."""
        meant = moved_in_stage(moved_in_time(reading, question.after), question.after)
        return tuple(self._next_steps.offered(answer, question.asked_on) for answer in self._answers(meant, question))

    def _answers(self, reading: Interpretation, question: Question) -> tuple[Answer, ...]:
        """When two halves ask the same kind of thing of one topic («¿cuánto valía en 2015 y cuánto
        en 2025?»), the first answer holds the figures of both, so that they can be read side by side."""
        reading = with_sisters_listed(reading, self._measures.wider, self._measures.telling)
        whole = replace(reading, asked=question.text)
        if not reading.more or self._shelves.faq.asked_exactly(whole):
            together = self.answer(whole if reading.more else reading, question)
            apart = [self.answer(clause, question) for clause in clauses_of(reading)]
            return ((told_apart(together, apart) or together) if apart else together,)
        if one_question := as_one(whole):
            return (self.answer(one_question, question),)
        first, second = sharing_slots(reading, reading.more[0])
        answered = [self.answer(each, question) for each in (first, second, *reading.more[1:])]
        alike = first.topic is second.topic and (first.act is second.act or second.act is Act.AMOUNT)
        one, other = answered[0], answered[1]
        if alike and isinstance(one, Found) and isinstance(other, Found) and (first.act in (second.act, Act.TREND) or not has_answer(one)):
            answered[0] = side_by_side(one, other)
        return tuple(answered)

    def answer(self, reading: Interpretation, question: Question) -> Answer:
        """One of the outcomes; never raises for any reading. A message that is word for word a question of the FAQ gets its entry, beside
        the figures when it asks for one; the entry alone when it tells amounts and they are not of a measure named."""
        if (exact := self._shelves.faq.asked_exactly(reading)) is None:
            reading = only_what_is_defined(reading)
            exact = self._shelves.faq.asked_exactly(reading)
        if exact is None:
            return self._answer(reading, question)
        entry = self._shelves.faq.open(exact)
        asks = reading.act in ANSWERS and reading.act not in TOLD and not asks_of_kinds(reading)
        found = self._answer(reading, question) if asks else None
        if (
            isinstance(found, Found)
            and not found.statements
            and (not entry.figures or reading.amounts or is_as_asked(found, reading, self._shelves))
        ):
            return replace(found, faq=entry)
        return Explained(reading, entry)

    def _answer(self, reading: Interpretation, question: Question) -> Answer:
        reading = with_bare_millions(with_loan_signed(nationwide(reading, self._shelves), self._shelves), self._shelves)
        if reading.act in ANSWERS and asks_a_judgement(reading):
            return NotUnderstood(reading, "fuera_de_tema")
        if reading.act is Act.NONE and (meant := self._second_thoughts.meant_after_all(reading, question.asked_on)):
            answered = self._answer(meant, question)
            return self._second_thoughts.with_meaning(answered) if reading.amounts and isinstance(answered, Found) else answered
        if reading.act is Act.NONE and not elsewhere(reading) and (told := self._second_thoughts.told_after_all(reading, question)):
            return told
        reading = with_what_is_owed(with_origins(pointing_back(reading, question.after, self._measures.municipal)))
        reading = with_plain_budget(settled(reading, self._published_topics), self._measures.municipal)
        if (unsure := self._asking_back.question(reading)) and not self._second_thoughts.is_clear(reading):
            return count_in_words(reading, self._shelves) or unsure
        if reading.act is Act.NONE:
            return NotUnderstood(reading, refusal(reading))
        if reading.act is Act.SMALLTALK:
            return SmallTalk(reading, kind_of_talk(reading, self._talk))
        if reading.act in FIGURE_ACTS and is_personal(reading):
            return NotUnderstood(reading, "personal")
        if outside(reading, self._shelves):
            return NotUnderstood(reading, "otro_lugar")
        if asks_of_a_place(reading, self._measures) or asks_of_my_town(reading):
            return Unclear(reading, places_to_choose(reading, self._shelves), wording="aclara_municipio")
        if choices := measures_to_choose(reading, self._shelves):
            return Unclear(reading, choices)
        if published := published_per_head(reading, self._shelves, question.asked_on):
            return published
        after = question.after if reading.act is Act.SOURCE and not names_something(reading) else None
        meant = replace(after, act=Act.SOURCE, carried=("mentions", "period", "measure")) if after else reading
        sought = prepared(meant, self._measures, question.after)
        line = sought.act is Act.TREND  # «¿cuánto bajó con Monreal?» is told as the line it was looked up as
        before = prepared(question.after, self._measures, None) if question.after else None
        found = looked_up(Sought(sought, self._shelves, question.asked_on, question.after, before))
        return replace(found, reading=replace(reading, act=Act.TREND) if line else reading)

    def faq_near(self, reading: Interpretation) -> Sequence[tuple[FaqText, float]]:
        """The FAQ entries near a reading and how near (0 to 1), best first: for the staff who write them."""
        return self._shelves.faq.ranked(reading)


def names_something(reading: Interpretation) -> bool:
    """The message itself names a thing, a concept or an amount: «¿de dónde sale?» does not."""
    typed = fold(reading.asked)
    return bool(reading.amounts) or any(fold(mention.said) in typed for mention in reading.mentions)


def kind_of_talk(reading: Interpretation, talk: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """Which friendly turn fits: the first kind, in the order staff wrote them, one of whose cues is in the message."""
    typed = f" {' '.join(words(reading.asked))} "
    return next((kind for kind, cue in talk if f" {' '.join(cue)} " in typed), "quien_eres" if reading.topic is Topic.BOT else "otro")
