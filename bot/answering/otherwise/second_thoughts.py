"""What the first reading alone would have refused or asked back, although a published figure or a written answer clearly fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answering.asked.acts import THE_REST, mentions_how_much
from bot.answering.asked.periods import between_days
from bot.answering.asked.places import outside
from bot.answering.asked.slots import STATE, is_typed, names_asked
from bot.answering.asked.town_money import asks_of_audit
from bot.answering.asked.unpublished import UNPUBLISHED_ANYWHERE
from bot.answering.figures.disagreeing import disagreeing
from bot.answering.figures.labels import facts_behind
from bot.answering.otherwise.asking_back import UNSURE
from bot.answering.otherwise.refusals import is_personal
from bot.answering.search.index import content_words
from bot.answering.search.selecting import facts_of, is_about, one_by_one
from bot.answering.search.shelves import Shelves
from bot.answering.statements.commitments import card_for
from bot.answering.statements.evidence import CONFLICT
from bot.answering.statements.faq import FAQ_CLEAR, FAQ_CLEARER, FAQ_SAME, FAQ_WRITTEN
from bot.answering.statements.parties import told_of_party
from bot.domain.answer import Explained, Found
from bot.domain.reading import Act, Interpretation, Question, Topic
from bot.language.folding import fold, words

FIGURE_ACTS = frozenset({Act.AMOUNT, Act.TREND, Act.COMPARE, Act.BREAKDOWN})
# A figure that covers this much of a message is what the message asks.
WHOLLY = 0.9
MOSTLY = 0.6
HALF = 0.5
MOSTLY_TOLD = 0.7
HALF_TOLD = 0.45
# How many candidates a message read as out of scope may mean.
SEVERAL = 5
# So sure, a message read as out of scope is no question of ours.
SURELY_OUT = 0.8
# So many words that all belong to one figure are no coincidence.
TELLING = 3


class SecondThoughts:
    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    def is_clear(self, reading: Interpretation) -> bool:
        """The words name one published figure, one that nobody publishes, or a written answer: there is nothing to ask back."""
        asked = [concept for concept in reading.concepts if concept in self._shelves.concepts]
        if asked and not any(concept in self._shelves.descriptors.published for concept in asked):
            return True
        if self._shelves.reports.find(reading) if reading.of_kind("municipio") else self._shelves.reports.count(reading):
            return True
        if "mentions" in reading.carried and THE_REST.search(fold(reading.asked)):
            return True
        if self._said_outright(reading) or asks_of_audit(reading):
            return True
        best = next(iter(self._shelves.finder.rank(between_days(replace(reading, act=Act.AMOUNT)), 1)), None)
        named = best is not None and is_about(best) and (best.concept_hit or best.named) and best.timely > 0
        if named and best is not None and (best.covered >= MOSTLY or (best.concept_hit and (reading.amounts or reading.per))):
            return True
        if reading.act in FIGURE_ACTS and len(one_by_one(reading, [], self._shelves)) > 1:
            return True
        if told_of_party(reading, self._shelves) or card_for(reading, self._shelves):
            return True
        match = self._shelves.faq.best_about(reading)
        return match is not None and match.score >= FAQ_WRITTEN

    def _said_outright(self, reading: Interpretation) -> bool:
        """One statement holds nearly every word asked («el Congreso autorizó refinanciar con 22 votos»), or half of them where the
        question knows of rival versions and the statement is about those."""
        best = next(iter(self._shelves.records.find(reading)), None)
        if best is None or best.unmatched or len(set(reading.words)) < TELLING:
            return False
        return best.covered >= MOSTLY_TOLD or (best.record.kind == CONFLICT and disagreeing(reading) and best.covered >= HALF_TOLD)

    def meant_after_all(self, reading: Interpretation, asked_on: date) -> Interpretation | None:
        """A message read as out of scope that names something published, under the topic of what it names."""
        asked = replace(reading, act=Act.AMOUNT)
        if reading.topic or outside(asked, self._shelves):
            return None
        topic = (
            self._of_the_whole_country(asked)
            or self._of_what_nobody_publishes(asked)
            or self._of_a_document(asked)
            or self._of_a_place_of_ours(asked)
            or self._of_one_figure(asked, asked_on)
        )
        return replace(asked, topic=Topic(topic), confidence=max(reading.confidence, UNSURE)) if topic else None

    def _of_the_whole_country(self, asked: Interpretation) -> str:
        """«gasto federalizado nacional»: a figure of the whole country that is published here."""
        countrywide = [c for c in asked.concepts if c in self._shelves.descriptors.countrywide]
        return next((self._shelves.concepts[c].topic for c in countrywide if not self._shelves.is_outside(c)), "")

    def _of_what_nobody_publishes(self, asked: Interpretation) -> str:
        """«la nómina completa de Mineros»: of a name that has figures here, something that is known to be published nowhere."""
        names = {mention.clave for mention in names_asked(asked)}
        if not names or not asked.concepts or not set(asked.concepts) <= UNPUBLISHED_ANYWHERE:
            return ""
        return next((each.topic for each in self._shelves.descriptors.descriptors if names & each.claves), "")

    def _of_a_document(self, asked: Interpretation) -> str:
        """«el gobernador prometió subirle al presupuesto del deporte, ¿de cuánto va a ser?»: no forecast, where a document tells of it."""
        told = next(iter(self._shelves.records.find(asked)), None)
        how_much = mentions_how_much(words(asked.asked)) and len(set(asked.words)) > TELLING and asked.confidence < SURELY_OUT
        return told.record.topic if told and how_much and not told.unmatched and told.covered >= MOSTLY else ""

    def _of_a_place_of_ours(self, asked: Interpretation) -> str:
        """«población de Zacatecas»: a measure, a place of ours, and nothing else."""
        ours = any(m.clave == STATE or m.kind == "municipio" for m in asked.mentions)
        concept = self._shelves.concepts.get(asked.concepts[0]) if len(asked.concepts) == 1 else None
        said = {word for m in asked.mentions for word in words(m.said)} | set(words(asked.period.said) if asked.period else ())
        return concept.topic if ours and concept and not asked.amounts and set(asked.words) <= said else ""

    def _of_one_figure(self, asked: Interpretation, asked_on: date) -> str:
        """By every word («dos polígonos junto a Galerías»), by its amount («¿por qué se robaron 268 millones en Pinos?»: a premise to
        check), or by its concept, when the reading is unsure or a projection is published for the very year."""
        best = next((each for each in self._shelves.finder.rank(asked, SEVERAL) if is_about(each)), None)
        if best is None:
            return ""
        if not asked.mentions and best.covered >= WHOLLY and len(set(asked.words)) >= TELLING:
            return best.descriptor.topic
        if not (best.named or best.concept_hit):
            return ""
        facts = facts_of([best], self._shelves)
        ahead = {str(year) for year in asked.years if year > asked_on.year and best.concept_hit and not best.assumed}
        if any(fact.period and fact.period.label in ahead for fact in facts):
            return best.descriptor.topic
        typed = any(is_typed(fact, asked.amounts) for fact in facts)
        typed = typed or (bool(asked.amounts) and best.named and bool(asked.of_kind("municipio")))
        said = {word for mention in asked.of_kind("concepto") for word in content_words(mention.said)}
        sure = (asked.confidence < UNSURE and best.covered >= MOSTLY) or (len(said) > 1 and best.covered >= HALF)
        measured = best.descriptor.concept in asked.concepts and sure
        several_words = len(set(asked.words)) > 1
        return best.descriptor.topic if several_words and (best.covered >= WHOLLY or typed or measured) else ""

    def with_meaning(self, found: Found) -> Found:
        """A figure that corrects an accusation stands beside the entry that says what it means: «por aclarar» is not proven loss."""
        facts = facts_behind(found.figures, self._shelves.ledger)
        if not facts or found.faq:
            return found
        match = self._shelves.faq.best_about(replace(found.reading, asked=facts[0].series.concept.name, mentions=()))
        entry = self._shelves.faq.open(match.entry) if match and match.score >= FAQ_CLEAR else None
        return replace(found, faq=entry) if entry and not entry.figures else found

    def told_after_all(self, reading: Interpretation, question: Question) -> Explained | None:
        """A message that an entry of the FAQ clearly asks; one that leans on the turn before, on the person's own affair («¿cuándo me
        depositan?») or on a year to come is no such message. «¿Me van a pagar el aguinaldo completo?» names what is published of all."""
        to_come = any(year > question.asked_on.year for year in reading.years)
        published = any(concept in self._shelves.descriptors.published for concept in reading.concepts)
        own = "me" in words(reading.asked)
        measured = own and published and not is_personal(reading)
        alone = question.after is None and not to_come and len(reading.words) > 1 and (measured or not own)
        match = self._shelves.faq.best_about(reading) if alone else None
        clear = match is not None and match.score >= (FAQ_CLEARER if measured or reading.confidence < UNSURE else FAQ_SAME)
        return Explained(reading, self._shelves.faq.open(match.entry)) if match and clear else None
