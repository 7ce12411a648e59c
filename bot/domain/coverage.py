"""What the ledger holds and lacks, by topic, kind of figure, stage and year. Counted from the ledger, never typed by hand."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.ledger import Concept
from bot.domain.reading import Topic
from bot.domain.stage import Stage


@dataclass(frozen=True)
class StageYears:
    """The single years with a figure of one stage; ``stage`` is None where documents name none."""

    stage: Stage | None
    years: tuple[int, ...]


@dataclass(frozen=True)
class Kind:
    """One kind of figure: a concept with its ``narrower`` ones, by name. ``whose`` are the names it is about, most figures first;
    ``places`` how many municipalities; ``spans`` counts figures of several years at once, ``undated`` those without a date."""

    concept: Concept
    narrower: tuple[str, ...]
    whose: tuple[str, ...]
    places: int
    stages: tuple[StageYears, ...]
    figures: int
    spans: int
    undated: int

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({year for each in self.stages for year in each.years}))


@dataclass(frozen=True)
class Gap:
    """What one would look for, from ``since`` on, and what of it the ledger lacks. ``publisher`` and ``document`` say where it should be
    found; ``faq`` is the question that explains that document, or empty."""

    what: str
    missing_years: tuple[int, ...]
    missing_stages: tuple[Stage, ...]
    since: int
    publisher: str
    document: str
    faq: str

    @property
    def complete(self) -> bool:
        return not self.missing_years and not self.missing_stages


@dataclass(frozen=True)
class TopicCoverage:
    """``by_year`` holds (year, figures dated in it); ``gaps`` also the expectations that are met; ``examples`` are questions that
    have an answer."""

    topic: Topic
    figures: int
    statements: int
    documents: int
    by_year: tuple[tuple[int, int], ...]
    kinds: tuple[Kind, ...]
    gaps: tuple[Gap, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """``tools`` are what other figures are worked out with (population, prices). ``last_year`` is the last whole year before the day of
    asking: later ones are not yet due."""

    topics: tuple[TopicCoverage, ...]
    tools: tuple[Kind, ...]
    last_year: int
