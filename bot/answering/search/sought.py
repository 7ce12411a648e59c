"""What a question asks for, in the terms in which every published thing is weighed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from bot.answering.asked.counting import PAID, counts_days, kind_of_number, thing_counted
from bot.answering.asked.moments import bill_asked
from bot.answering.asked.periods import YEAR
from bot.answering.asked.plain_words import MONEY
from bot.answering.asked.slots import LOAN_MEASURE, NEIGHBOURS, ONE_PLACE, asked_words, concepts_asked, names_asked, points_back, without_of
from bot.answering.search.called import typed_text
from bot.domain.answer import Unit
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.domain.stage import Stage
from bot.language import folding
from bot.language.folding import fold

# One that nobody named only decides between equals: «¿cuánta deuda hay?» is about its balance. Of a name it weighs more: «¿de cuánto
# fue el factoraje con Scotiabank?» is not about what was left to pay.
ASSUMED_CONCEPT = 0.3
ASSUMED_OF_A_NAME = 0.8
# One carried over from the turn before weighs less than one named in this message.
CARRIED_CONCEPT = 0.5
A_YEAR = timedelta(days=366)
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

# A budget chapter, a fund or a work in the maintainers' words is what the figure is about; an institution there is only one of several.
TOLD_KINDS = frozenset({"capitulo", "fondo", "obra", "programa"})

Span = tuple[date, date]


@dataclass(frozen=True)
class Sought:
    """What a reading asks for, worked out once for all the descriptors that are weighed for it.

    ``number`` is the kind of number that its words lean to, 1 for money and -1 for a count; ``things`` tells that they count what is
    never money, ``days`` that they count days, ``spends`` that they ask for what was spent, ``millions`` that an amount of money was
    typed, ``rate`` in which pesos so much a month or a fortnight is asked, ``years_of_name`` the years that belong to a name,
    ``unpaid`` that only what was not paid is asked, ``paid`` that only what was paid is, ``summed`` for what was added up, ``place``
    for a rank, ``points_back`` that they speak of what was just talked of; ``month`` is the one month asked; ``named_concept`` tells
    that this message or the one before names what is measured; ``typed`` is its text without «de»; ``said`` are its words that describe a
    thing, in order; ``hint`` is the stage of the bill it speaks of; ``moments`` are the years named, else the span asked; ``term`` is the
    span of a government asked as one; ``since`` the first day of a time asked without end; ``towns`` are the municipalities named;
    ``owners`` those whose money is meant without narrowing the question: whom questions of its topic are about, and the state or country
    named. ``differs`` tells that what lies between two amounts
    is asked.
    """

    reading: Interpretation
    names: tuple[Mention, ...]
    concepts: tuple[str, ...]
    number: int
    things: bool
    named_concept: bool
    typed: str
    said: tuple[str, ...]
    hint: Stage | None
    days: bool
    spends: bool
    points_back: bool
    millions: bool
    rate: Unit | None
    years_of_name: tuple[str, ...]
    unpaid: bool
    paid: bool
    summed: bool
    place: bool
    month: str
    moments: tuple[Span, ...]
    term: Span | None
    since: date | None
    towns: tuple[str, ...]
    differs: bool
    owners: frozenset[str]

    @classmethod
    def of(cls, reading: Interpretation) -> Sought:
        typed, said = fold(reading.asked), folding.words(reading.asked)
        paid, unpaid = only_paid_or_unpaid(reading)
        return cls(
            reading=reading,
            names=names_asked(reading),
            concepts=concepts_asked(reading),
            number=kind_of_number(reading),
            things=bool(thing_counted(reading)),
            named_concept=bool(reading.concepts),
            typed=typed_text(reading),
            said=asked_words(reading),
            hint=bill_asked(reading),
            days=counts_days(reading),
            millions=any(amount >= MANY for amount in reading.amounts),
            rate=rate_asked(reading),
            years_of_name=years_of_names(reading),
            unpaid=unpaid,
            paid=paid,
            summed=not SUMMED.isdisjoint(said),
            place=not PLACE.isdisjoint(said),
            month=month_asked(reading),
            spends=bool(SPENDS.search(typed)),
            points_back=points_back(reading),
            moments=moments_asked(reading),
            term=term_asked(reading),
            since=reading.period.start if reading.period and reading.period.kind == "open" else None,
            differs=bool(DIFFERS.search(typed)),
            towns=tuple(mention.clave for mention in reading.of_kind("municipio")),
            owners=owners_meant(reading),
        )

    @cached_property
    def years_named(self) -> tuple[str, ...]:
        """The years of names that are not the period asked."""
        return tuple(year for year in self.years_of_name if year not in map(str, self.reading.years))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.said)

    @cached_property
    def name_words(self) -> frozenset[str]:
        # «la secretaría de finansas»: among the words read stand those of the name, as it is spelt
        spelt = (f"{mention.said} {mention.clave}" if mention.repaired else mention.said for mention in self.names)
        return frozenset(word for said in spelt for word in folding.words(said))

    @cached_property
    def unmeasuring(self) -> frozenset[str]:
        """Words of the names asked, and of any money: neither says what is measured."""
        return MONEY | self.name_words

    @cached_property
    def is_choosy(self) -> bool:
        """Some kinds of number are no answer to it."""
        return bool(self.rate or self.years_of_name or self.unpaid or self.paid or self.things or self.spends or self.millions or self.days)

    @cached_property
    def assumed(self) -> bool:
        """What is measured was named neither in this message nor in the one before."""
        return not self.named_concept and "measure" not in self.reading.carried

    @cached_property
    def told(self) -> frozenset[str]:
        """Names that the maintainers' words of a thing may hold: a chapter, a fund, a programme."""
        return frozenset(mention.clave for mention in self.names if mention.kind in TOLD_KINDS)

    @cached_property
    def works(self) -> frozenset[str]:
        """Those of them that are public works."""
        return frozenset(mention.clave for mention in self.names if mention.kind == "obra")

    @cached_property
    def is_of_sports(self) -> bool:
        """«¿le subieron el presupuesto al deporte?» is not about the budget of the whole state, measured by the same word."""
        return self.reading.topic is Topic.SPORTS and not self.names and not self.reading.carried

    @cached_property
    def names_a_state(self) -> bool:
        return any(mention.kind == "estado" for mention in self.reading.mentions)

    @cached_property
    def leanings(self) -> Mapping[str, float]:
        """What it adds to a thing to be of this or that topic."""
        asked = self.reading.topic
        if asked is None:
            return dict.fromkeys(Topic, 0.0)
        near = NEIGHBOURS.get(asked, frozenset())
        return {topic: 0.25 if topic is asked else 0.05 if topic in near else -0.3 for topic in Topic}

    @cached_property
    def of_one_place(self) -> bool:
        return self.reading.act in ONE_PLACE

    @cached_property
    def concept_weight(self) -> float:
        """How much it counts that a thing measures what is asked: 1 where this message names it."""
        if self.named_concept:
            return 1.0
        if not self.assumed:
            return CARRIED_CONCEPT
        return ASSUMED_OF_A_NAME if self.concepts == (LOAN_MEASURE,) or self.names else ASSUMED_CONCEPT


def owners_meant(reading: Interpretation) -> frozenset[str]:
    """Those named, else those whom questions of the topic are about: «en todo el país» is not of Zacatecas."""
    of_topic = DEFAULT_SUBJECTS.get(reading.topic, frozenset()) if reading.topic else frozenset()
    named = frozenset(mention.clave for mention in reading.of_kind("estado"))
    return of_topic | named if "zacatecas" in named else named or of_topic


# More than there are people in the state: it is money.
MANY = 10_000_000
# «¿cuánto se pagaba al mes?»
RATES = {
    Unit.MXN_PER_MONTH: re.compile(r"\b(?:al|por|cada) mes\b(?! de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic))|\bmensual\w*"),
    Unit.MXN_PER_FORTNIGHT: re.compile(r"\b(?:a la|por|cada|de) quincena\b|\bquincenal\w*"),
}


def rate_asked(reading: Interpretation) -> Unit | None:
    typed = fold(reading.asked)
    return next((unit for unit, said in RATES.items() if said.search(typed)), None)


def years_of_names(reading: Interpretation) -> tuple[str, ...]:
    """Of «aguinaldo 2024»: the year is the name's, whatever the period asked."""
    said = [without_of(mention.said) for mention in reading.of_kind("concepto") if mention.said]
    if not said:
        return ()
    typed = without_of(reading.asked)
    years = [word for word in typed.split() if len(word) == LENGTH_OF_YEAR and YEAR.fullmatch(word)]
    return tuple(year for year in years if any(f"{name} {year}" in typed for name in said if name))


LENGTH_OF_YEAR = 4


# What is still owed is not among what was paid.
UNPAID = re.compile(
    r"\b(?:sin pagar|por pagar|no (?:se |se les |les |le )?(?:h?a |h?an |h?abia |h?abian )?pag\w+|no pagad\w+|falta\w*|pendient\w*|debi\w*"
    r"|deben?|adeud\w*|restan?|restaba)\b"
)


def only_paid_or_unpaid(reading: Interpretation) -> tuple[bool, bool]:
    """«¿cuánto se pagó del aguinaldo?», and not «¿cuánto de lo que se pagó falta por comprobar?»; «¿cuánto falta por pagar?», and not
    «¿cuánto pagó y cuánto debe?»."""
    if reading.act is not Act.AMOUNT:
        return False, False
    typed = fold(reading.asked)
    if not UNPAID.search(typed):
        return bool(PAID.search(typed)), False
    return False, not PAID.search(UNPAID.sub(" ", typed))


# «ya juntando 2021 y 2022»
SUMMED = folding.word_set("total junto junta juntos juntas juntando juntandole sumando sumado sumados sumadas acumulado acumulados")
# «¿en qué lugar quedó?»
PLACE = frozenset({"lugar", "posicion", "puesto"})


def month_asked(reading: Interpretation) -> str:
    """«2024-01», of «en enero de 2024»; nothing where no single month is asked."""
    start, end = (reading.period.start, reading.period.end) if reading.period else (None, None)
    if start is None or end is None or (start.year, start.month) != (end.year, end.month) or start.day != 1 or end.day < A_MONTH:
        return ""
    return f"{start:%Y-%m}"


A_MONTH = 28


# «lo autorizado menos los contratos», «¿cuánto no cuadra?»
DIFFERS = re.compile(
    r"\b(?:diferenci\w*|explic\w*|aclar\w*|justific\w*|falt\w*|cuadr\w*|hueco|menos|contra|sobr(?:o|aron|ante)|perd\w*|quedo|entre)\b"
)


# «¿cuánto se gastó en butacas?»
SPENDS = re.compile(r"\bcuanto (?:dinero |lana )?(?:se )?(?:(?:gast|cost|invirt|invert)\w+|(?:iba|va|fue|iban|van|llevaban?|llevan?)\b)")


def moments_asked(reading: Interpretation) -> tuple[Span, ...]:
    period = reading.period
    if period is None or (period.start is None and period.end is None):
        return ()
    if period.kind == "years" and period.years:
        return tuple((date(year, 1, 1), date(year, 12, 31)) for year in period.years)
    return ((period.start or date.min, period.end or date.max),)


def term_asked(reading: Interpretation) -> Span | None:
    """«Tello 2016-2021», not «con Tello en 2018»."""
    period = reading.period
    if period is None or period.start is None or period.end is None or period.end - period.start <= A_YEAR:
        return None
    return (period.start, period.end) if reading.of_kind("gobierno") else None
