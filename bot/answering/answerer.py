"""Which act is answered how, and what is said when nothing published answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.answering.asked.acts import mentions_how_much
from bot.answering.asked.bare_amounts import with_bare_millions
from bot.answering.asked.clauses import clauses_of, told_apart
from bot.answering.asked.default_measures import with_default_measure
from bot.answering.asked.halves import as_one, sharing_slots
from bot.answering.asked.income_origins import with_origins
from bot.answering.asked.kinds_listed import with_sisters_listed
from bot.answering.asked.loans import with_loan_signed
from bot.answering.asked.moments import moved_in_stage
from bot.answering.asked.nationwide import nationwide
from bot.answering.asked.owing import asks_how_much_each, with_what_is_owed
from bot.answering.asked.payrolls import published_kind
from bot.answering.asked.periods import moved_in_time
from bot.answering.asked.places import asks_of_a_place, asks_of_my_town, measures_to_choose, outside, places_to_choose
from bot.answering.asked.plain_budgets import with_plain_budget
from bot.answering.asked.pointing_back import pointing_back
from bot.answering.asked.preparing import prepared
from bot.answering.asked.set_aside import only_what_is_defined
from bot.answering.asked.share_words import asks_share
from bot.answering.asked.slots import concepts_asked, names_asked
from bot.answering.asked.unpublished import UNPUBLISHED_ANYWHERE
from bot.answering.derived.averages import asks_yearly_mean, yearly_mean
from bot.answering.derived.conversions import left_as_stored, typed_in_pesos_of
from bot.answering.derived.growth import growth, written_of_growth
from bot.answering.derived.heads import divided_among, per_head, published_per_head
from bot.answering.derived.multiples import multiple, set_apart
from bot.answering.derived.ranked_shares import ranked_shares
from bot.answering.derived.shares import share_of_whole
from bot.answering.figures import comparisons, parts, rankings, trends
from bot.answering.figures.amounts import amount, budget_in_premise
from bot.answering.figures.claims import claimed
from bot.answering.figures.counted_towns import counted_towns
from bot.answering.figures.credits_taken import debt_of_governments
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.figures.labels import with_role
from bot.answering.figures.sorts import divided_otherwise, unsaid_part
from bot.answering.figures.summed_towns import summed_towns
from bot.answering.joining import (
    has_answer,
    is_as_asked,
    side_by_side,
    with_entry_of_sums,
    with_parts,
    with_silent_years,
    with_what_was_authorised,
)
from bot.answering.otherwise.asking_back import AskingBack, settled
from bot.answering.otherwise.missing import missing
from bot.answering.otherwise.next_steps import NextSteps
from bot.answering.otherwise.refusals import asks_a_judgement, elsewhere, is_personal, refusal
from bot.answering.otherwise.second_thoughts import FIGURE_ACTS, MOSTLY, WHOLLY, SecondThoughts
from bot.answering.search.measures import measures_of
from bot.answering.search.selecting import is_about
from bot.answering.search.shelves import Shelves
from bot.answering.statements import commitments, listings, origins, parties, tellings
from bot.answering.statements.explaining import asks_of_kinds, explained, written
from bot.answering.statements.faq import FAQ_CLEAR, FAQ_SAME, FAQ_WHOLE
from bot.answering.statements.noted import count_in_words, counted_otherwise, noted_before
from bot.answering.statements.towns import told_of_towns
from bot.domain.answer import Answer, Explained, Found, Missing, NotUnderstood, Role, SmallTalk, Unclear, Unit
from bot.domain.ledger import Ledger
from bot.domain.reading import Act, Interpretation, Question, Topic
from bot.domain.vocabulary import FaqText, Knowledge
from bot.language.folding import fold, words

Act_ = Callable[[Interpretation, Shelves, date], Answer | None]

ANSWERS: Mapping[Act, Act_] = {
    Act.AMOUNT: trends.amount_or_line,
    Act.BREAKDOWN: parts.breakdown,
    Act.RANKING: rankings.ranking,
    Act.TREND: trends.trend,
    Act.COMPARE: comparisons.compare,
    Act.STATUS: tellings.status,
    Act.TERMS: tellings.terms,
    Act.WHO: tellings.telling,
    Act.WHEN: tellings.telling,
    Act.LIST: listings.listing,
    Act.SOURCE: origins.origin,
}
TOLD = frozenset({Act.WHO, Act.WHEN, Act.LIST, Act.STATUS, Act.SOURCE, Act.TERMS})
# «¿a quién le tocó más?» is a ranking of those who have a figure.
SUPERLATIVE = frozenset({"mas", "menos", "mayor", "menor"})
DIVIDED = frozenset({Act.BREAKDOWN, Act.RANKING, Act.TREND, Act.COMPARE})
KEYWORDED = frozenset({Act.FAQ, Act.WHO, Act.LIST, Act.STATUS})
# At the beginning it asks; inside, «que» and «quien» only join.
INTERROGATIVE = re.compile(
    r"[¿?]|^(y |a |de |en |por |con |para |pa )*(que|q|k|quien\w*|cual\w*|cuando|donde|como|enlista|enumera|lista|dime|explica\w*)\b"
)
WHETHER = re.compile(r"\b(?:tra(?:e|ia|jo)|inclu(?:ye|ia|yo)|contempl(?:a|aba|o)|habra|hubo|preve|consider(?:a|aba)|va a haber)\b")
PERCENTS = frozenset({Unit.PERCENT, Unit.PERCENTAGE_POINTS})


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
        return replace(self._looked_up(sought, question), reading=replace(reading, act=Act.TREND) if line else reading)

    def _looked_up(self, reading: Interpretation, question: Question) -> Answer:
        if divided_among(reading) and reading.act in FIGURE_ACTS and (each := per_head(reading, self._shelves)):
            return each
        if set(reading.concepts) & UNPUBLISHED_ANYWHERE and reading.act is not Act.FAQ:
            if (kind := published_kind(reading, self._shelves)) is None:
                return missing(reading, self._shelves)
            reading = kind
        asked = concepts_asked(reading)
        if told := told_of_towns(reading, self._shelves):
            return told
        if asked and reading.act in DIVIDED and not any(concept in self._shelves.descriptors.published for concept in asked):
            return missing(reading, self._shelves)
        if (reading.act in KEYWORDED and self._names_a_figure(reading)) or (reading.act in (Act.LIST, Act.WHO) and disagreeing(reading)):
            reading = with_default_measure(replace(reading, act=Act.AMOUNT))
        if of_all := commitments.of_all(reading, self._shelves) or counted_towns(reading, self._shelves, question.asked_on):
            return of_all
        before = prepared(question.after, self._measures, None) if question.after else None
        if before and (told := parts.part_of_before(reading, before, self._shelves) or noted_before(reading, before, self._shelves)):
            return told
        summed = summed_towns(reading, self._shelves) or debt_of_governments(reading, self._shelves, question.asked_on)
        if told_whole := summed or claimed(reading, self._shelves, question.asked_on):
            return told_whole
        if reading.act is Act.FAQ:
            return explained(reading, self._shelves, question.asked_on)
        if plain := written(reading, self._shelves) or typed_in_pesos_of(reading, self._shelves, question.asked_on):
            return plain
        held = multiple(reading, self._shelves, question.asked_on) or growth(reading, self._shelves, question.asked_on)
        if worked := held or written_of_growth(reading, self._shelves):
            return worked
        if asks_share(reading):
            return self._share(reading, question)
        if asks_yearly_mean(reading) and (averaged := yearly_mean(reading, self._shelves)):
            return averaged
        found = ANSWERS[reading.act](reading, self._shelves, question.asked_on)
        if reading.act is Act.BREAKDOWN:
            found = divided_otherwise(reading, found, self._shelves, question.asked_on) or found
        if reading.act in (Act.WHO, Act.LIST) and (reading.amounts or asks_how_much_each(reading)):
            found = with_parts(found, parts.breakdown(reading, self._shelves, question.asked_on))
        found = set_apart(reading, found, self._shelves, question.asked_on)
        if found is None and reading.act is Act.WHO and reading.amounts:
            found = amount(replace(reading, act=Act.AMOUNT), self._shelves, question.asked_on)
        if found is None and reading.act is Act.WHO and SUPERLATIVE & set(words(reading.asked)):
            found = rankings.ranking(reading, self._shelves, question.asked_on)
        if isinstance(found, Found) and (otherwise := counted_otherwise(found, reading, self._shelves)):
            return otherwise
        if isinstance(found, Found) and reading.act is Act.AMOUNT and len(found.figures) == 1:
            found = unsaid_part(found, self._shelves) or found
        if isinstance(found, Found) and left_as_stored(found, reading):
            return replace(missing(reading, self._shelves, with_role(found.figures[:2], Role.NEAREST)), notes=())
        if isinstance(found, Found):
            found = tellings.with_disagreement_told(found, self._shelves)
            return with_entry_of_sums(with_silent_years(with_what_was_authorised(found, self._shelves)), self._shelves)
        if isinstance(found, Explained) or (isinstance(found, Missing) and found.statements):
            return found
        return self._otherwise(reading, found, question.asked_on)

    def _share(self, reading: Interpretation, question: Question) -> Answer:
        """A published percentage, or one worked out; else the figures there are, as the nearest, and what is missing."""
        asked_on = question.asked_on
        found = ANSWERS[reading.act](reading, self._shelves, asked_on)
        if isinstance(found, Found) and any(f.unit in PERCENTS and not f.derived for f in found.figures):
            return found
        if shared := ranked_shares(reading, self._shelves) or share_of_whole(reading, self._shelves, question.after):
            return shared
        if not isinstance(found, Found):
            return found if isinstance(found, Explained) else self._otherwise(reading, found, asked_on)
        if not found.figures:
            return missing(reading, self._shelves)
        return missing(reading, self._shelves, with_role(found.figures[:2], Role.NEAREST))

    def _otherwise(self, reading: Interpretation, found: Answer | None, asked_on: date) -> Answer:
        """Nothing of the act asked: an FAQ entry or statements that clearly speak of it, else what is missing. A figure known to be
        unpublished for the asked period is missing, whatever the FAQ says in general."""
        if premise := budget_in_premise(reading, self._shelves, asked_on):
            return premise
        if isinstance(found, Missing) and reading.carried:
            # «¿y de capital?» asks for the figure, not for what capital is
            return found
        if reading.act in FIGURE_ACTS and (told_of := parties.told_of_party(reading, self._shelves)):
            return told_of
        match = self._shelves.faq.best_about(reading)
        near_told = isinstance(found, Missing) and found.nearest and mentions_how_much(words(reading.asked))
        if match and not near_told and match.score >= (FAQ_SAME if isinstance(found, Missing) or asks_a_figure(reading) else FAQ_CLEAR):
            return Explained(reading, self._shelves.faq.open(match.entry))
        if otherwise := count_in_words(reading, self._shelves) or commitments.not_among(reading, self._shelves):
            return otherwise
        if isinstance(found, Missing):
            # «¿el paquete 2026 trae deuda nueva?» asks no amount
            named = bool(found.nearest and reading.concepts) and not WHETHER.search(fold(reading.asked))
            asks = reading.act is Act.AMOUNT and not named and not mentions_how_much(words(reading.asked))
            return (tellings.surely_told(reading, self._shelves, dated=True) if asks else None) or found
        told = parties.audit_of(reading, self._shelves)
        told = told or (tellings.surely_told(reading, self._shelves, dated=bool(reading.years)) if reading.act not in TOLD else None)
        return told or missing(reading, self._shelves)

    def _names_a_figure(self, reading: Interpretation) -> bool:
        """Keywords without a question word, «costo anual del aguinaldo de 60 días», that are the name of one published figure."""
        if reading.topic is Topic.OPEN_GOVERNMENT:
            return False
        if INTERROGATIVE.search(fold(reading.asked).strip()) or "?" in reading.asked:
            return False
        best = next(iter(self._shelves.finder.rank(reading, 1)), None)
        match = self._shelves.faq.best_about(reading)
        if best is None or not is_about(best) or (match and match.score >= FAQ_WHOLE):
            return False
        dated = bool(reading.years) and best.concept_hit and best.timely > 0
        return (best.concept_hit or best.named) and best.covered >= (MOSTLY if dated else WHOLLY)

    def faq_near(self, reading: Interpretation) -> Sequence[tuple[FaqText, float]]:
        """The FAQ entries near a reading and how near (0 to 1), best first: for the staff who write them."""
        return self._shelves.faq.ranked(reading)


def asks_a_figure(reading: Interpretation) -> bool:
    """A figure of a year or of somebody named: a definition does not stand in for it."""
    return reading.act not in TOLD and bool(reading.period or names_asked(reading))


def names_something(reading: Interpretation) -> bool:
    """The message itself names a thing, a concept or an amount: «¿de dónde sale?» does not."""
    typed = fold(reading.asked)
    return bool(reading.amounts) or any(fold(mention.said) in typed for mention in reading.mentions)


def kind_of_talk(reading: Interpretation, talk: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """Which friendly turn fits: the first kind, in the order staff wrote them, one of whose cues is in the message."""
    typed = f" {' '.join(words(reading.asked))} "
    return next((kind for kind, cue in talk if f" {' '.join(cue)} " in typed), "quien_eres" if reading.topic is Topic.BOT else "otro")
