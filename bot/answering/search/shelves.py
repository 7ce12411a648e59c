"""What an answer is drawn from, indexed once: series, statements, FAQ entries, names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.answering.figures.reports import ReportShelf
from bot.answering.search.candidates import Finder
from bot.answering.search.descriptors import DescriptorShelf, Names
from bot.answering.statements.faq import FaqShelf
from bot.answering.statements.records import RecordShelf
from bot.answering.statements.statuses import commitments
from bot.domain.answer import CommitmentCard
from bot.domain.ledger import Concept, Ledger
from bot.domain.reading import Topic
from bot.domain.vocabulary import Knowledge, Term


@dataclass(frozen=True)
class Shelves:
    ledger: Ledger
    descriptors: DescriptorShelf
    finder: Finder
    records: RecordShelf
    reports: ReportShelf
    faq: FaqShelf
    concepts: Mapping[str, Concept]
    terms: Mapping[str, Term]
    commitments: tuple[CommitmentCard, ...]

    @classmethod
    def of(cls, knowledge: Knowledge, ledger: Ledger) -> Shelves:
        names = Names(term for term in knowledge.terms if term.kind not in ("concepto", "gobierno"))
        descriptors = DescriptorShelf(ledger, knowledge, names)
        return cls(
            ledger=ledger,
            descriptors=descriptors,
            finder=Finder(descriptors, ledger, knowledge),
            records=RecordShelf(ledger, names, frozenset(term.clave for term in knowledge.terms if term.witness)),
            reports=ReportShelf(ledger),
            faq=FaqShelf(knowledge.faq, ledger, names, courtesies(knowledge)),
            concepts={concept.id: concept for concept in ledger.concepts()},
            terms={term.clave: term for term in knowledge.terms},
            commitments=commitments(ledger, knowledge.statuses),
        )

    @cached_property
    def national(self) -> tuple[Concept, ...]:
        """The federalised spending published of the whole country and of nobody else, by key."""
        known = (self.concepts[id] for id in sorted(self.descriptors.countrywide) if id in self.concepts)
        return tuple(concept for concept in known if concept.topic == Topic.TRANSFERS and not self.is_outside(concept.id))

    def is_outside(self, clave: str) -> bool:
        """Whether the vocabulary says that this is no public money of Zacatecas (``fuera``)."""
        term = self.terms.get(clave)
        return term is not None and term.outside


def courtesies(knowledge: Knowledge) -> tuple[str, ...]:
    """What people say before and after a question without asking anything."""
    return tuple(cue for kind in knowledge.talk if kind.name in ("saludo", "gracias") for cue in kind.cues)
