"""From ranked candidates to the ones a question means."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.descriptors import Candidate, concepts_asked
from bot.answering.shelves import Shelves
from bot.domain.ledger import Fact
from bot.domain.reading import Interpretation

# Below this share of the asked word weight, and with no concept named, a candidate is a coincidence.
LEAST_COVERED = 0.34
# When the question names a concept, a candidate of another one must cover nearly all the words.
LEAST_BESIDE = 0.6
# Candidates this near the best are its equals.
EQUAL = 0.12


def meant(reading: Interpretation, shelves: Shelves) -> list[Candidate]:
    """The candidates the question means, best first; empty when none covers every name and enough of the words."""
    ranked = [candidate for candidate in shelves.descriptors.rank(reading) if is_about(candidate)]
    if not ranked:
        return []
    picked = [ranked[0]]
    for concept in concepts_asked(reading):
        if not any(belongs(candidate, concept, shelves) for candidate in picked):
            picked += [candidate for candidate in ranked if belongs(candidate, concept, shelves) and candidate.score >= ranked[0].score - 0.6][:1]
    return picked


def is_about(candidate: Candidate) -> bool:
    return not candidate.unmatched and (candidate.concept_hit or candidate.covered >= (LEAST_BESIDE if candidate.concept_asked else LEAST_COVERED))


def belongs(candidate: Candidate, concept: str, shelves: Shelves) -> bool:
    """The candidate measures the concept, or a kind of it."""
    own = candidate.descriptor.concept
    return own == concept or (own in shelves.concepts and shelves.concepts[own].parent == concept)


def family(best: Candidate, ranked: Sequence[Candidate], shelves: Shelves) -> list[Candidate]:
    """The best candidate and, of the same subject, the kinds of its concept and the wider concept it is a kind of: total,
    long-term and short-term debt."""
    concept = best.series[0].concept
    root = concept.parent or concept.id
    return [
        candidate
        for candidate in ranked
        if candidate is best or (belongs(candidate, root, shelves) and candidate.series[0].subject == best.series[0].subject and not candidate.unmatched)
    ]


def facts_of(candidates: Sequence[Candidate], shelves: Shelves) -> list[Fact]:
    return [fact for candidate in candidates for series in candidate.series for fact in shelves.descriptors.facts(series)]
