"""Descriptor search: which published series a question is about.

Every distinct subject + concept + counterpart of the ledger is one descriptor, indexed by its folded words weighted by
rarity. The 58 municipalities share their descriptors (the municipality asked picks the series), so that «predial de
Jalpa» competes with «FAIS de Jalpa» and not with 57 other predials.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.answering.index import Match, WordIndex, content_words
from bot.domain.ledger import Concept, Fact, Ledger, Series
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.vocabulary import Knowledge, Term
from bot.language.folding import fold, words
from bot.language.phrases import PhraseIndex

# The subject meant when a question of the topic names none: «cuánto se debe» is the state's debt.
DEFAULT_SUBJECTS: Mapping[Topic, frozenset[str]] = {
    Topic.DEBT: frozenset({"zacatecas"}),
    Topic.PENSIONS: frozenset({"issstezac"}),
    Topic.SPORTS: frozenset({"incufidez", "zacatecas"}),
    Topic.BUDGET: frozenset({"zacatecas"}),
    Topic.TRANSFERS: frozenset({"zacatecas"}),
    Topic.OPEN_GOVERNMENT: frozenset({"secretariado tecnico local", "zacatecas"}),
    Topic.ACCESS: frozenset({"izai", "zacatecas"}),
}
NEIGHBOURS: Mapping[str, frozenset[str]] = {
    "deuda": frozenset({"presupuesto", "transferencias"}),
    "presupuesto": frozenset({"transferencias", "deuda", "deporte"}),
    "transferencias": frozenset({"presupuesto", "deuda"}),
    "gobierno_abierto": frozenset({"acceso_informacion"}),
    "acceso_informacion": frozenset({"gobierno_abierto"}),
    "pensiones": frozenset(),
    "deporte": frozenset({"presupuesto"}),
}


@dataclass(frozen=True)
class Descriptor:
    """What can be asked for. ``series`` maps a subject's clave to its series (one entry, unless municipal); ``claves`` are
    the names it is about (subject, counterpart, concept, place), ``told`` those of the maintainers' words, ``mentioned`` those that its
    notes only mention."""

    topic: str
    concept: str
    subject_kind: str
    series: Mapping[str, Series]
    claves: frozenset[str]
    told: frozenset[str]
    mentioned: frozenset[str]
    own_words: frozenset[str]

    @property
    def municipal(self) -> bool:
        return self.subject_kind == "municipio"

    def any_series(self) -> Series:
        return next(iter(self.series.values()))


@dataclass(frozen=True)
class Candidate:
    """A descriptor with its score for one question; ``series`` are the ones meant. ``unmatched`` are names the question gave
    and the descriptor is not about; ``covered`` the share of the question's word weight that it holds; ``named`` tells that it is about
    a name asked, not only mentions it; ``nameless`` that none was asked."""

    descriptor: Descriptor
    series: tuple[Series, ...]
    score: float
    covered: float
    unmatched: tuple[str, ...]
    concept_hit: bool
    concept_asked: bool
    named: bool
    nameless: bool
    timely: float


class Names:
    """Vocabulary names inside a text, longest first: which claves a descriptor or a statement mentions."""

    def __init__(self, terms: Iterable[Term]) -> None:
        phrases = ((words(alias), term.clave) for term in terms for alias in term.aliases)
        self._phrases = PhraseIndex((phrase, clave) for phrase, clave in phrases if len("".join(phrase)) > 2)

    def inside(self, text: str) -> frozenset[str]:
        return frozenset(clave for hit in self._phrases.find(words(text)) for clave in hit.values)


def group_series(series: Sequence[Series], told: Mapping[str, str], names: Names, places: Mapping[str, str]) -> tuple[Descriptor, ...]:
    """One descriptor a topic + concept + counterpart + classifier, and subject unless that is a municipality. ``told`` are the words by
    which maintainers say people name the facts of a series."""
    grouped: dict[tuple[str, ...], list[Series]] = defaultdict(list)
    for one in series:
        municipal = one.subject.kind == "municipio"
        key = (
            one.topic,
            one.concept.id,
            "" if municipal else one.counterpart,
            one.classifier,
            "municipio" if municipal else one.subject.id,
        )
        grouped[key].append(one)
    return tuple(
        Descriptor(
            topic=members[0].topic,
            concept=members[0].concept.id,
            subject_kind=members[0].subject.kind,
            series={one.subject.clave if members[0].subject.kind == "municipio" else one.id: one for one in members},
            claves=_claves(members[0], names, places),
            told=names.inside(told.get(members[0].id, "")),
            own_words=frozenset(words(f"{members[0].subject.name} {members[0].concept.name} {members[0].counterpart} {members[0].words}")),
            mentioned=names.inside(members[0].words) - (set(places.values()) if members[0].subject.kind == "municipio" else set()),
        )
        for members in grouped.values()
    )


def _claves(first: Series, names: Names, places: Mapping[str, str]) -> frozenset[str]:
    if first.subject.kind == "municipio":
        return names.inside(f"{first.concept.name}; {first.group}")
    said = names.inside(f"{first.subject.name}; {first.counterpart}; {first.concept.name}")
    return said | {first.subject.clave} | ({places[first.place]} if first.place in places else set())


class DescriptorShelf:
    """All descriptors of a ledger, ranked for a question. The weights were set on ``tests/gold/desarrollo.jsonl`` and are
    measured by ``ruta eval``; none of them knows a question."""

    def __init__(self, ledger: Ledger, knowledge: Knowledge, names: Names) -> None:
        places = {term.code: term.clave for term in knowledge.terms if term.code}
        self._facts = {series.id: tuple(ledger.facts([series.id])) for series in ledger.series()}
        told = {id: "; ".join(dict.fromkeys(fact.words for fact in facts if fact.words)) for id, facts in self._facts.items()}
        self._descriptors = group_series(ledger.series(), told, names, places)
        municipal = {d.concept for d in self._descriptors if d.municipal}
        self.municipal_concepts = frozenset(municipal - {d.concept for d in self._descriptors if not d.municipal})
        self._witnesses = frozenset(term.clave for term in knowledge.terms if term.witness)
        aliases: dict[str, list[str]] = defaultdict(list)
        for term in knowledge.terms:
            aliases[term.clave].extend(term.aliases)
        self._index = WordIndex([_fields(descriptor, aliases) for descriptor in self._descriptors])
        self._parents = {concept.id: concept.parent for concept in ledger.concepts()}
        concepts = [d.any_series().concept for d in self._descriptors] + [concept for concept in ledger.concepts() if concept.parts]
        self.published = frozenset(id for concept in concepts for id in (concept.id, concept.parent) if id)
        self.rarity = self._index.rarity
        self.knows = self._index.knows

    def facts(self, series: Series) -> tuple[Fact, ...]:
        return self._facts[series.id]

    def parts_of(self, whole: Fact) -> list[Fact]:
        """The facts published as parts of this one, of its stage and unit."""
        return [fact for fact in self.all_facts() if fact.part_of == whole.id and fact.unit is whole.unit]

    def kinds_beside(self, whole: Fact) -> list[Fact]:
        """Facts of the kinds of its concept, of its subject, period and stage: the parts of «impuestos ecológicos»."""
        mine = self.kinds_of(whole.series.concept.id, whole.series.subject.clave)
        label = whole.period.label if whole.period else None
        return [f for f in mine if f.stage is whole.stage and f.unit is whole.unit and (f.period.label if f.period else None) == label]

    def all_facts(self) -> Iterable[Fact]:
        return (fact for facts in self._facts.values() for fact in facts)

    def of_concept(self, concept: str, clave: str) -> list[Fact]:
        """Facts of one concept about one subject, whatever their counterpart."""
        mine = (one for d in self._descriptors if d.concept == concept for one in d.series.values() if one.subject.clave == clave)
        return [fact for one in mine for fact in self._facts[one.id]]

    def kinds_of(self, concept: str, clave: str) -> list[Fact]:
        """Facts of the kinds of a concept about one subject: of «ingresos-totales», a municipality's total income."""
        kinds = {d.concept for d in self._descriptors if d.any_series().concept.parent == concept}
        return [fact for kind in sorted(kinds) for fact in self.of_concept(kind, clave)]

    def rank(self, reading: Interpretation, limit: int = 40) -> list[Candidate]:
        """Candidates, best first."""
        asked = concepts_asked(reading)
        typed = [word for word in typed_words(reading) if self.knows(word)]
        matches = self._index.search((*asked_words(reading), *typed))
        fresh = self._index.search(typed) if reading.carried else {}
        keys = (
            set(matches)
            | self._keys_of_amounts(reading.amounts)
            | {key for key, d in enumerate(self._descriptors) if d.concept in asked or d.any_series().concept.parent in asked}
        )
        found = [candidate for key in keys if (candidate := self._weigh(self._descriptors[key], matches.get(key), fresh.get(key), reading))]
        return sorted(found, key=lambda c: (-c.score, c.series[0].id))[:limit]

    def _keys_of_amounts(self, typed: Sequence[Decimal]) -> set[int]:
        """Descriptors with a figure that the person typed, whatever their words."""
        if not typed:
            return set()
        return {
            key
            for key, d in enumerate(self._descriptors)
            for one in d.series.values()
            if any(is_typed(fact, typed) for fact in self._facts[one.id])
        }

    def _weigh(self, descriptor: Descriptor, match: Match | None, fresh: Match | None, reading: Interpretation) -> Candidate | None:
        series = _meant(descriptor, reading)
        if not series:
            return None
        covered = match.covered if match else 0.0
        score = 1.2 * covered + (0.3 * match.precise if match else 0.0)
        new = fresh.covered if fresh else 0.0
        unmatched, fit = self._names_fit(descriptor, series, reading, forgiving=new >= TYPED_COVERED)
        score += fit + (new if new >= TYPED_COVERED else 0.0)
        if not names_asked(reading) and not descriptor.municipal and not _default_subject(series[0], reading, match):
            score -= 0.3
        asked = concepts_asked(reading)
        near = self._kinship(series[0].concept, asked)
        assumed = not reading.concepts and "measure" not in reading.carried
        hit = near > 0 and not assumed
        score += near * (1.0 if reading.concepts else ASSUMED_CONCEPT if assumed else CARRIED_CONCEPT)
        score += _topic_fit(descriptor.topic, reading.topic)
        facts = [fact for one in series for fact in self._facts[one.id]]
        timely = _timely(facts, reading)
        if reading.period and reading.period.start:
            score += 0.45 * timely - 0.15
        score += _kind_of_number(facts, reading)
        if reading.stage:
            score += 0.25 if any(fact.stage is reading.stage for fact in facts) else -0.25
        typed = bool(reading.amounts) and any(is_typed(fact, reading.amounts) for fact in facts)
        score += 0.5 if typed else 0.0
        own = descriptor.claves | {one.subject.clave for one in series}
        named = any(
            mention.clave in own or (mention.clave in descriptor.told and mention.kind in TOLD_KINDS) for mention in names_asked(reading)
        )
        return Candidate(
            descriptor,
            series,
            score,
            covered,
            unmatched,
            hit or (typed and (covered > 0.1 or telling(reading.amounts))),
            bool(asked) and not assumed,
            named,
            not names_asked(reading),
            timely,
        )

    def _kinship(self, concept: Concept, asked: Sequence[str]) -> float:
        """How near a concept is to those asked: itself, a kind of it, a sister under one wider concept, or another."""
        if not asked:
            return 0.0
        if concept.id in asked:
            return 0.8
        if concept.parent and concept.parent in asked:
            return 0.55
        if concept.parent and any(concept.parent == self._parents.get(one) for one in asked):
            return 0.2
        return -0.35

    def _names_fit(
        self, descriptor: Descriptor, series: Sequence[Series], reading: Interpretation, forgiving: bool
    ) -> tuple[tuple[str, ...], float]:
        """Names asked that the descriptor is not about, and what the names add to its score. A name carried over from the turn
        before is forgiven when the new words point elsewhere: «¿y en desarrollo económico?»; a witness, when another name fits or the
        question is not about a budget: «¿cuánto le observó la ASF a Pinos?»."""
        own = descriptor.claves | {one.subject.clave for one in series}
        typed = fold(reading.asked)
        unmatched: list[str] = []
        fit = 0.0
        named = names_asked(reading)
        fits = sum(mention.clave in own for mention in named)
        for mention in named:
            if mention.clave in own:
                fit += 0.5
            elif mention.clave in descriptor.told:
                fit += 0.4
            elif mention.clave in descriptor.mentioned or set(words(mention.said)) <= descriptor.own_words:
                fit += 0.2
            elif forgiving and fold(mention.said) not in typed:
                fit -= 0.1
            elif mention.clave in self._witnesses and (fits or reading.topic is not Topic.BUDGET):
                fit -= 0.05
            else:
                unmatched.append(mention.clave)
                fit -= 0.6
        return tuple(unmatched), fit


# A budget chapter, a fund or a work in the maintainers' words is what the figure is about; an institution there is only one of several.
TOLD_KINDS = frozenset({"capitulo", "fondo", "obra", "programa"})
# A follow-up whose new words a descriptor covers this well leaves the carried names behind.
TYPED_COVERED = 0.6
# A concept carried over from the turn before weighs less than one named in this message.
CARRIED_CONCEPT = 0.5
# One that nobody named only decides between equals: «¿cuánta deuda hay?» is about its balance.
ASSUMED_CONCEPT = 0.3
# Without a municipality named, these acts do not mean all 58.
ONE_PLACE = frozenset({Act.AMOUNT, Act.TERMS, Act.STATUS, Act.WHO, Act.WHEN, Act.SOURCE, Act.FAQ})


SLOT_KINDS = ("municipio", "gobierno", "estado")


def asked_words(reading: Interpretation) -> tuple[str, ...]:
    """The content words asked, without years, amounts, places and governments: those are slots, not descriptors."""
    slots = {word for mention in reading.of_kind(*SLOT_KINDS) for word in words(mention.said)}
    return tuple(word for word in reading.words if not word[:1].isdigit() and word not in slots)


def typed_words(reading: Interpretation) -> tuple[str, ...]:
    """The content words of this message alone, without those of the turn before."""
    slots = {word for mention in reading.of_kind(*SLOT_KINDS) for word in words(mention.said)}
    return tuple(word for word in content_words(reading.asked) if not word[:1].isdigit() and word not in slots)


def concepts_asked(reading: Interpretation) -> tuple[str, ...]:
    """Concepts named, or the one carried over."""
    return reading.concepts or ((reading.measure,) if reading.measure else ())


def names_asked(reading: Interpretation) -> tuple[Mention, ...]:
    """Names that an answer must be about, each once; the state itself and a government are not narrowing."""
    named = {m.clave: m for m in reading.mentions if m.kind not in ("concepto", "gobierno", "estado") and m.clave != "zacatecas"}
    return tuple(named.values())


def _meant(descriptor: Descriptor, reading: Interpretation) -> tuple[Series, ...]:
    """The series of the municipalities named, or every one when none is (a ranking); others have one."""
    if not descriptor.municipal:
        return tuple(descriptor.series.values())
    places = [m.clave for m in reading.of_kind("municipio")]
    if not places and reading.act in ONE_PLACE:
        return ()
    return (
        tuple(descriptor.series[place] for place in places if place in descriptor.series) if places else tuple(descriptor.series.values())
    )


def _default_subject(series: Series, reading: Interpretation, match: Match | None) -> bool:
    if reading.topic and series.subject.clave in DEFAULT_SUBJECTS.get(reading.topic, frozenset()):
        return True
    own = set(words(series.subject.name))
    return bool(match and own & set(match.hits))


def _topic_fit(own: str, asked: Topic | None) -> float:
    if asked is None:
        return 0.0
    if own == asked:
        return 0.25
    return 0.05 if own in NEIGHBOURS.get(asked, frozenset()) else -0.3


def _timely(facts: Sequence[Fact], reading: Interpretation) -> float:
    """Share of the asked moments with a fact: of the years named, else of the span."""
    period = reading.period
    if period is None or period.start is None or period.end is None:
        return 1.0
    spans = [(period.start, period.end)]
    if period.kind == "years" and period.years:
        spans = [(date(year, 1, 1), date(year, 12, 31)) for year in period.years]
    return sum(any(fact.period and fact.period.overlaps(*span) for fact in facts) for span in spans) / len(spans)


def is_typed(fact: Fact, amounts: Iterable[Decimal]) -> bool:
    """The person typed this amount, give or take the rounding of speech (half a per cent)."""
    return any(abs(fact.amount - typed) * 200 <= typed for typed in amounts)


def telling(amounts: Iterable[Decimal]) -> bool:
    """An amount of three significant digits or more («4,939 millones») points to a figure by itself; «8 millones» does not."""
    return any(len(str(int(amount)).rstrip("0")) >= 3 for amount in amounts)


def _kind_of_number(facts: Sequence[Fact], reading: Interpretation) -> float:
    """«¿cuánto?» leans to money, «¿cuántos?» to a count, unless pesos follow."""
    asked = set(words(reading.asked))
    counts = asked & {"cuantos", "cuantas"} and not asked & {"pesos", "millones", "dinero", "lana", "varos", "varo", "feria"}
    if not facts or not (counts or asked & {"cuanto", "cuanta", "costo", "monto"}) or asked & {"gente", "porcentaje"}:
        return 0.0
    return 0.12 if facts[0].unit.is_money is not bool(counts) else -0.12


def _fields(descriptor: Descriptor, aliases: Mapping[str, Sequence[str]]) -> list[tuple[str, float]]:
    first = descriptor.any_series()
    fields = [
        (first.concept.name, 1.0),
        (first.counterpart, 1.0),
        (first.words, 0.8),
        (first.group, 0.5),
        (" ".join(aliases[descriptor.concept]), 0.9),
    ]
    if not descriptor.municipal:
        fields += [(first.subject.name, 1.0), (" ".join(aliases[first.subject.clave]), 0.9)]
    return fields
