"""What the ledger has and lacks, counted from it: topic × kind of figure × stage × year, and what one would expect and is not there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.answering.figures.labels import of
from bot.answering.otherwise.starters import starters
from bot.answering.search.holdings import MUNICIPALITIES, Holdings, year_of
from bot.domain.coverage import Coverage, Gap, Kind, StageYears, TopicCoverage
from bot.domain.ledger import Concept, Fact, Ledger
from bot.domain.reading import Topic
from bot.domain.stage import Stage
from bot.domain.vocabulary import ExpectedFigure, Knowledge

# The assistant itself has no figures.
TOPICS = tuple(topic for topic in Topic if topic is not Topic.BOT)


def coverage(knowledge: Knowledge, ledger: Ledger, today: date) -> Coverage:
    facts = [fact for fact in ledger.facts([series.id for series in ledger.series()]) if not fact.repeats]
    concepts = {concept.id: concept for concept in ledger.concepts()}
    last = today.year - 1
    tools = tool_concepts(ledger, last)
    by_topic = _by_topic(facts, tools)
    statements = Counter(record.topic for record in ledger.records())
    statements[Topic.OPEN_GOVERNMENT] += len(ledger.commitments())
    holdings = Holdings.of(facts)
    questions = {entry.clave: entry.question for entry in knowledge.faq}
    return Coverage(
        tuple(
            TopicCoverage(
                topic=topic,
                figures=len(by_topic[topic]),
                statements=statements[topic],
                documents=len({fact.source.document.id for fact in by_topic[topic]}),
                by_year=tuple(sorted(Counter(year for fact in by_topic[topic] if (year := year_of(fact))).items())),
                kinds=kinds(by_topic[topic], concepts),
                gaps=tuple(gap(e, holdings, concepts, questions, last) for e in knowledge.expected if e.topic == topic),
                examples=starters(topic, knowledge, holdings, last),
            )
            for topic in TOPICS
        ),
        kinds([fact for fact in facts if is_tool(fact, tools)], concepts),
        last,
    )


def tool_concepts(ledger: Ledger, year: int) -> frozenset[str]:
    """Population and prices: what other figures are worked out with, whatever topic they are filed under."""
    states = [subject.id for subject in ledger.subjects() if subject.kind == "estado"]
    found = [ledger.prices(year), *(ledger.population(id, year) for id in states)]
    return frozenset(fact.series.concept.parent or fact.series.concept.id for fact in found if fact)


def is_tool(fact: Fact, tools: frozenset[str]) -> bool:
    return (fact.series.concept.parent or fact.series.concept.id) in tools


def _by_topic(facts: Iterable[Fact], tools: frozenset[str]) -> Mapping[Topic, list[Fact]]:
    found: dict[Topic, list[Fact]] = defaultdict(list)
    for fact in facts:
        if not is_tool(fact, tools):
            found[Topic(fact.series.topic)].append(fact)
    return found


def kinds(facts: Iterable[Fact], concepts: Mapping[str, Concept]) -> tuple[Kind, ...]:
    """Most figures first."""
    grouped: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[root(fact, concepts).id].append(fact)
    found = [kind(concepts[id], members) for id, members in grouped.items()]
    return tuple(sorted(found, key=lambda each: (-each.figures, each.concept.name)))


def kind(concept: Concept, facts: Sequence[Fact]) -> Kind:
    names = Counter(fact.series.subject.name for fact in facts if fact.series.subject.kind != "municipio")
    stages: dict[Stage | None, set[int]] = defaultdict(set)
    for fact in facts:
        if (year := year_of(fact)) is not None:
            stages[fact.stage].add(year)
    order = {stage: place for place, stage in enumerate((*Stage, None))}
    narrower = Counter(fact.series.concept.name for fact in facts if fact.series.concept.id != concept.id)
    return Kind(
        concept=concept,
        narrower=tuple(name for name, _ in narrower.most_common()),
        whose=tuple(name for name, _ in names.most_common()),
        places=len({fact.series.subject.id for fact in facts if fact.series.subject.kind == "municipio"}),
        stages=tuple(StageYears(stage, tuple(sorted(stages[stage]))) for stage in sorted(stages, key=lambda stage: order[stage])),
        figures=len(facts),
        spans=sum(fact.period is not None and year_of(fact) is None for fact in facts),
        undated=sum(fact.period is None for fact in facts),
    )


def gap(expected: ExpectedFigure, holdings: Holdings, concepts: Mapping[str, Concept], questions: Mapping[str, str], last: int) -> Gap:
    """A year counts as covered by a figure of that year alone, in a stage expected or in none named: what was only asked for is not a
    budget. A stage counts as covered by any year."""
    mine = holdings.meant(expected)
    fitting = [fact for fact in mine if not expected.stages or fact.stage is None or fact.stage.value in expected.stages]
    years = {year for fact in fitting if (year := year_of(fact))}
    stages = {fact.stage for fact in mine}
    return Gap(
        what=_what(expected, mine, concepts),
        missing_years=tuple(year for year in range(expected.since, last + 1) if year not in years),
        missing_stages=tuple(Stage(stage) for stage in expected.stages if Stage(stage) not in stages),
        since=expected.since,
        publisher=expected.publisher,
        document=expected.document,
        faq=questions.get(expected.faq, ""),
    )


def _what(expected: ExpectedFigure, mine: Sequence[Fact], concepts: Mapping[str, Concept]) -> str:
    name = concepts[expected.concept].name if expected.concept in concepts else expected.concept
    if expected.subject == MUNICIPALITIES:
        return name if "municipal" in name else f"{name} de los municipios"
    subject = next((fact.series.subject for fact in mine), None)
    if subject is None:
        return f"{name}: {expected.subject}"
    return name if subject.name.lower() in name.lower() else f"{name} {of(subject)}"


def root(fact: Fact, concepts: Mapping[str, Concept]) -> Concept:
    """The wider concept, within the topic: what the ISSSTEZAC owes is not filed under the state's debt."""
    wider = concepts.get(fact.series.concept.parent)
    return wider if wider and wider.topic == fact.series.topic else fact.series.concept
