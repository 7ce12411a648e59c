"""«¿Cuánto?»: the published figure asked, its rivals and stages; the nearest one, labelled, when it is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from bot.answering.asked import ENGLISH, PART_OF_AMOUNT, concepts_asked, divides, is_typed, names_asked
from bot.answering.candidates import Candidate, bears_its_year, typed_text
from bot.answering.choosing import Chosen, by_confidence, choose, figures_of, of_one_stage_each, stages_published, timely
from bot.answering.counting import thing_counted
from bot.answering.derived import in_pesos_of, latest_prices, per_person, total
from bot.answering.evidence import reasons
from bot.answering.missing import missing
from bot.answering.periods import target_year as named_year
from bot.answering.preparing import DEFAULT_MEASURES, hinted_stage
from bot.answering.selecting import facts_of, family, meant
from bot.answering.shelves import Shelves
from bot.domain.answer import Answer, Confidence, Figure, Found, Note, Role, Unit
from bot.domain.ledger import Fact
from bot.domain.query import Query
from bot.domain.reading import Act, Interpretation, Topic
from bot.domain.stage import Stage
from bot.language.folding import fold, words
from bot.language.numerals import numerals

STATE = "zacatecas"
COUNTRY = "mexico"
DISAGREEMENT = frozenset(
    "cuadra cuadran versiones version distintas distintos coinciden coincidian contradicen conflicto cuentas numeros".split()  # noqa: SIM905
)
DISAGREEING = (
    *("dos numeros", "dos cifras", "dice una cosa", "cada quien", "unos dicen", "otros dicen", "he visto dos", "hay dos"),
    *(
        "varias cifras",
        "varias versiones",
        "cifras distintas",
        "me cuadran",
        "no cuadran",
        "dicen cosas",
        "no coincid",
        "cual es la buena",
        "tiene razon",
        "tienen razon",
        "lo que decia",
        "lo q decia",
        "lo que dijo",
    ),
)
# «¿40 o 50 millones?», «según Finanzas y según la oposición»
EITHER = re.compile(
    r"\b(?:vi|he visto|lei|leo|veo|sale|salen|aparecen?|escuche|dicen|decian|traen)\b.*\d.*\b(?:y|o|pero|tambien)\b.*\d|"
    r"\b\d[\d.,]* (mil |mil millones |millones |mdp )?o (de )?\d|\bsegun\b.*\b(y|o) segun\b"
)
HANDOVER = frozenset("recibio recibieron dejo dejaron heredo heredaron heredada entro entrego entrada salio salida".split())  # noqa: SIM905
# A kind of a wide concept that holds this much of the question's words stands without sisters that hold so much less.
LEAST_SAID, SAID_LESS = 0.6, 0.3
# Endings of verbs: what somebody does is not whose money is asked.
VERBAL = ("ando", "iendo", "ujo", "ujeron", "cio", "dio", "nio", "aron", "ieron", "aba", "aban", "ar", "er", "ir", "ara", "iera")
MONEY_FROM = 1_000_000
# More claims than this hide the figure that was asked.
MOST_CLAIMS = 4

# «a precios de 2018»: already in the pesos of one year
AT_CONSTANT_PRICES = re.compile(r"\ba precios (constantes|de (19|20)\d\d)\b")

# «en cuatro años»: what had added up by the date asked
IN_YEARS = re.compile(r"\ben (?:los |estos |sus )?(?:ultimos |primeros )?(?:dos|tres|cuatro|cinco|seis|\d) anos\b")
CUMULATIVE = frozenset({"acumulado", "acumulada", "lleva", "llevaba", "llevan", "llevamos", "total"})


def query_of(reading: Interpretation, candidates: Sequence[Candidate], whole_series: bool = False) -> Query:
    period = reading.period if reading.period and reading.period.kind != "latest" else None
    bounded = period if period and (period.start or period.end) else None
    return Query(
        series=tuple(series.id for candidate in candidates for series in candidate.series),
        start=(bounded.start or date.min) if bounded else None,
        end=(bounded.end or date.max) if bounded else None,
        stage=reading.stage,
        words=reading.words,
        amounts=reading.amounts,
        cumulative=bool(reading.of_kind("gobierno")) or bool(CUMULATIVE & set(reading.words)) or bool(IN_YEARS.search(fold(reading.asked))),
        hint=None if disagreeing(reading) else hinted_stage(reading),
        single=reading.act is not Act.COMPARE and not disagreeing(reading),
        whole_series=whole_series,
    )


def amount(reading: Interpretation, shelves: Shelves, today: date) -> Answer | None:
    """None when nothing published is about the question."""
    asked = concepts_asked(reading)
    if asked and not any(concept in shelves.descriptors.published for concept in asked):
        return missing(reading, shelves)
    if reports := shelves.reports.count(reading):
        return reports
    if (
        reading.topic is Topic.DEBT
        and reading.of_kind("municipio")
        and set(asked) <= {"saldo"}
        and not names_asked_apart_from_towns(reading)
    ):
        # the documents hold what the state owes, and of no town
        return missing(reading, shelves)
    if not reading.of_kind("municipio") and (whole := sum_of_parts(reading, shelves)) is not None:
        return Found(reading, converted(whole, reading, shelves, today))
    if part := part_of_typed(reading, shelves):
        return Found(reading, figures_of(part), notes=notes_of(replace(reading, amounts=()), part, ()))
    if reported := attributed(reading, shelves):
        return Found(reading, converted(figures_of(reported), reading, shelves, today), notes=notes_of(reading, reported, ()))
    picked = meant(reading, shelves)
    if not picked:
        return None
    if stranger := unknown_name(reading, picked[0], shelves):
        return replace(missing(reading, shelves), notes=(Note("unread_words", (("palabras", stranger),)),))
    chosen = [choice for candidate in picked for choice in choices(candidate, reading, shelves)]
    answers = of_one_stage_each([fact for choice in chosen for fact in choice.answers], query_of(reading, []))
    if not answers:
        nearest = [fact for choice in chosen for fact in choice.nearest]
        return missing(reading, shelves, figures_of(nearest[:2], Role.NEAREST))
    if is_stale(answers, reading, today):
        return missing(reading, shelves, figures_of(answers[:2], Role.NEAREST))
    sure = all(is_typed(fact, reading.amounts) and fact.confidence is not Confidence.LOW for fact in answers)
    if not sure or disagreeing(reading) or len(reading.amounts) > 1:
        answers = with_conflicts(answers, reading, shelves)
    answers = [*answers, *observed_beside(answers, reading, shelves)]
    if (summed := sum_of_answers(answers, reading, shelves)) is not None:
        return Found(reading, summed)
    answers = whole_of(answers, reading, shelves)
    if reading.per and len(answers) > MOST_CLAIMS and not disagreeing(reading):
        # what is worked out from a tenth claim tells nobody more
        answers = [fact for fact in answers if fact.amount and fact.confidence is by_confidence(answers)[0].confidence][
            :MOST_CLAIMS
        ] or answers
    figures = converted(figures_of(answers), reading, shelves, today)
    if not figures:
        return missing(reading, shelves, figures_of(answers[:2], Role.NEAREST))
    context = figures_of((fact for choice in chosen for fact in choice.context if fact not in answers), Role.CONTEXT)
    told = reasons(answers, shelves) if rivals(answers) else ()
    return Found(reading, (*figures, *context), told, notes=notes_of(reading, answers, figures))


# A balance older than this is not what is owed «hoy».
STALE = timedelta(days=2 * 365)


def is_stale(answers: Sequence[Fact], reading: Interpretation, today: date) -> bool:
    """«¿cuánto se le debe hoy a Banorte?»: the last balance published is of 2013, and credits end. What the state or a body owes does not:
    its last balance answers, with its date."""
    now = reading.period is not None and reading.period.kind == "latest"
    balances = all(fact.series.concept.flow == "saldo" and fact.series.subject.kind == "prestamo" and fact.period for fact in answers)
    return now and balances and max(_end(fact) for fact in answers) < today - STALE


def unknown_name(reading: Interpretation, candidate: Candidate, shelves: Shelves) -> str | None:
    """A word nobody knows that stands where the name would: «el presupuesto del Pentágono» is not the state's."""
    if (counted := thing_counted(reading)) in reading.unread:
        return counted
    if candidate.series[0].subject.kind != "estado" or names_asked(reading) or reading.carried:
        return None
    noted = {word for fact in facts_of([candidate], shelves) for word in words(fact.note)}
    divided = reading.per == "habitante"
    known = ENGLISH | noted
    strange = [word for word in reading.unread if word not in known and not word.endswith(VERBAL) and not (divided and divides(word))]
    if strange and not candidate.concept_hit:
        return strange[0]
    typed = fold(reading.asked)
    if not candidate.concept_hit and (thing := SPENT_ON.search(typed)) and not shelves.finder.knows(thing.group(1)):
        # «¿cuánto se gastó en el teleférico?»: no figure knows the word, so none is of it
        return thing.group(1)
    owner = (
        r"\b((tiene|debe|gasta|gasto|recibe) (el|la|los|las)|(presupuesto|deuda|dinero|gasto|nomina|saldo) (de|del|de la|de los|de las)) "
    )
    return next((word for word in reading.unread if re.search(owner + rf"{re.escape(word)}\b", typed)), None)


SPENT_ON = re.compile(r"\b(?:gast|cost|invir|pag|destin|dio|dieron)\w* (?:en|por|a|para)? ?(?:el|la|los|las|un|una) (\w{5,})")


def disagreeing(reading: Interpretation) -> bool:
    """The person knows of several versions: all are shown."""
    if EITHER.search(fold(reading.asked)):
        return True
    return bool(DISAGREEMENT & set(words(reading.asked))) or any(cue in fold(reading.asked) for cue in DISAGREEING)


def amount_facts(reading: Interpretation, shelves: Shelves) -> list[tuple[Figure, list[Fact]]]:
    """The figures an amount question would get, each with its facts; sums of parts come without."""
    picked = meant(reading, shelves)
    answers = [fact for candidate in picked for choice in choices(candidate, reading, shelves) for fact in choice.answers]
    if not answers:
        return [(figure, []) for figure in (sum_of_parts(reading, shelves) or ())[:1]]
    by_id = {fact.id: fact for fact in answers}
    return [(figure, [by_id[id] for id in figure.fact_ids]) for figure in figures_of(answers)]


def sum_of_parts(reading: Interpretation, shelves: Shelves) -> tuple[Figure, ...] | None:
    """A concept asked that nobody printed, from the parts it is made of: the sum with its inputs."""
    return next((found for id in concepts_asked(reading) if (found := sum_of_concept(id, reading, shelves))), None)


def sum_of_concept(id: str, reading: Interpretation, shelves: Shelves) -> tuple[Figure, ...] | None:
    """The sum of the parts of a concept of the state, or of the country, that nobody printed. Parts must share period and unit, and
    stage unless all are plans («estimado», «aprobado»)."""
    concept = shelves.concepts.get(id)
    if concept is None or not concept.parts or shelves.descriptors.of_concept(id, STATE):
        return None
    for owner in (STATE, COUNTRY):
        parts = [choose(shelves.descriptors.of_concept(part, owner), query_of(reading, [])).answers for part in concept.parts]
        if all(len(answers) == 1 for answers in parts):
            figure = total([answers[0] for answers in parts], first_upper(concept.name), Role.ANSWER)
            return (figure, *figures_of((answers[0] for answers in parts), Role.INPUT)) if figure else None
    return None


def sum_of_answers(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> tuple[Figure, ...] | None:
    """«¿cuánto suman el Ramo 28 y el Ramo 33?»: the parts of a concept that maintainers declared may be added; so may one thing
    measured of several owners at one moment, none of them part of another: the sum, and what each has."""
    if not TOGETHER.search(fold(reading.asked)):
        return None
    asked = {fact.series.concept.id for fact in answers}
    whole = next((concept for concept in shelves.concepts.values() if concept.parts and set(concept.parts) == asked), None)
    if whole and len(answers) == len(asked):
        figure = total(answers, first_upper(whole.name), Role.ANSWER)
        return (figure, *figures_of(answers, Role.INPUT)) if figure else None
    return sum_of_owners(answers) or sum_of_listed_parts(answers, shelves)


def sum_of_listed_parts(answers: Sequence[Fact], shelves: Shelves) -> tuple[Figure, ...] | None:
    """«¿cuánto debía al SAT y al IMSS juntos?»: some parts of one printed total. All of them are that total, which is printed."""
    wholes = {fact.part_of for fact in answers}
    if len(wholes) != 1 or "" in wholes or len({fact.series.id for fact in answers}) != len(answers) or len(answers) < 2:
        return None
    parts = {fact.id for fact in shelves.descriptors.by_whole.get(answers[0].part_of, ())}
    if parts <= {fact.id for fact in answers}:
        return None
    figure = total(answers, f"Suma: {'; '.join(figure.label for figure in figures_of(answers))}", Role.ANSWER)
    return (figure, *figures_of(answers)) if figure else None


def first_upper(name: str) -> str:
    """«FAIS municipal» stays, «presupuesto» begins the label."""
    return f"{name[:1].upper()}{name[1:]}"


def sum_of_owners(answers: Sequence[Fact]) -> tuple[Figure, ...] | None:
    """None where a figure may hold another: the state holds its bodies, a power its secretariats; amounts of credits never add."""
    owners = {fact.series.subject.id: fact.series.subject for fact in answers}
    kinds = {subject.kind for subject in owners.values()}
    moments = {(fact.series.concept.id, fact.stage, fact.unit, fact.period.label if fact.period else "") for fact in answers}
    ids = {fact.id for fact in answers}
    alike = len(moments) == 1 and len(owners) == len(answers) > 1 and not any(fact.part_of in ids for fact in answers)
    if not alike or not kinds <= ADDED or len(kinds) > 1 or answers[0].series.concept.flow not in ("flujo", "saldo"):
        return None
    names = [subject.name for subject in owners.values()]
    label = f"{first_upper(answers[0].series.concept.name)}: {', '.join(names[:-1])} y {names[-1]}, suma"
    figure = total(answers, label, Role.ANSWER)
    return (figure, *figures_of(answers)) if figure else None


# Kinds of owners of which none holds another of its kind.
ADDED = frozenset({"municipio", "prestamo", "poder", "institucion"})


def observed_beside(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«¿por qué la deuda cerró 2018 en 6,900 millones?»: the amount typed was a goal or somebody's word; what was observed then."""
    if reading.topic is not Topic.DEBT or not reading.amounts or any(fact.stage is not Stage.CLAIM for fact in answers):
        return []
    asked = replace(query_of(reading, []), amounts=(), stage=None)
    found = choose(shelves.descriptors.of_concept(DEFAULT_MEASURES[Topic.DEBT], STATE), asked)
    return [fact for fact in found.answers if fact.confidence is not Confidence.LOW]


TOGETHER = re.compile(
    r"\b(suma|sumaron|sumaban|suman|sumados|sumadas|sumar|sumando|juntos|juntas|juntan|juntando|juntaron|juntar|en total"
    r"|entre los dos|entre ambos)\b"
)


def whole_of(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«¿cuánto sumaron los dos créditos?»: the printed total of the same thing, or of all the parts named, in their place. «Aguinaldo
    2021, en total» names the part, and «¿cuánto esperaban juntar de tenencia?» asks for one thing among several."""
    wholes = {fact.part_of for fact in answers}
    printed = shelves.ledger.fact(next(iter(wholes))) if len(wholes) == 1 and "" not in wholes else None
    typed = fold(reading.asked)
    one_by_name = any(bears_its_year(fact.series, typed_text(reading)) for fact in answers)
    if printed is None or one_by_name or not TOGETHER.search(typed) or printed.stage not in (answers[0].stage, None):
        return list(answers)
    same = all(fact.series.concept.id == printed.series.concept.id for fact in answers)
    parts = {fact.id for fact in shelves.descriptors.all_facts() if fact.part_of == printed.id}
    return [printed] if same or parts <= {fact.id for fact in answers} else list(answers)


def part_of_typed(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«de los 61 millones pendientes, ¿cuánto era de la UAZ?»: the amount typed is the whole; its published part that bears the name."""
    if not PART_OF_AMOUNT.search(fold(reading.asked)):
        return []
    named = {mention.clave for mention in names_asked(reading)}
    typed = numerals_typed(reading)
    wholes = [fact for fact in shelves.descriptors.all_facts() if is_typed(fact, typed)] if named and typed else []
    parts = [part for whole in wholes for part in shelves.descriptors.parts_of(whole) if part.series.subject.clave in named]
    return parts if len(parts) == 1 else []


def names_asked_apart_from_towns(reading: Interpretation) -> bool:
    return any(mention.kind != "municipio" for mention in names_asked(reading))


ORDINAL_REPORT = re.compile(r"\b(?:primer|segund|tercer|cuart|quint|sext)\w* (?:glosa|informe)\b")
# How far behind the best candidate the one that a report told may stand.
TOLD_BEHIND = 0.9


def attributed(reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """«según la tercera glosa», «en su cuarto informe»: the figures that this very report told, of the series asked."""
    said = ORDINAL_REPORT.search(fold(reading.asked))
    if said is None or disagreeing(reading):
        return []
    ranked = [candidate for candidate in shelves.finder.rank(reading, 80) if not candidate.unmatched]
    near = [candidate for candidate in ranked if candidate.score > ranked[0].score - TOLD_BEHIND]
    for candidate in sorted(near, key=lambda each: -each.covered):
        told = [fact for fact in facts_of([candidate], shelves) if said.group() in fold(f"{fact.note} {fact.words} {fact.stage_note}")]
        fit = timely(told, query_of(reading, [candidate]))
        if fit:
            return [fact for fact in fit if not fact.repeats] or fit
    return []


def numerals_typed(reading: Interpretation) -> tuple[Decimal, ...]:
    said = numerals(words(reading.asked))
    return tuple(numeral.value for numeral in said if numeral.value >= MONEY_FROM)


def with_conflicts(answers: Sequence[Fact], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """Rival claims that stand under another concept («deuda con pasivos») join when the question speaks of a disagreement, or when all
    of them still fit in one short list."""
    conflicts = {fact.conflict for fact in answers if fact.conflict}
    if not conflicts:
        return list(answers)
    rivals_elsewhere = [f for f in shelves.descriptors.all_facts() if f.conflict in conflicts and f not in answers and not f.repeats]
    asked = bool(HANDOVER & set(reading.words)) or disagreeing(reading)
    values = {fact.amount for fact in (*answers, *rivals_elsewhere)}
    alike = {concept.parent or concept.id for concept in (fact.series.concept for fact in answers)}
    if not asked:
        # «¿cuánto costó?» asks for no version of the cost, «¿cuánto costó el contrato?» for one
        exact = {fact.series.concept.id for fact in answers} == set(concepts_asked(reading))
        covered = {one.id: each.covered for each in shelves.finder.rank(reading) for one in each.series}
        said = max((covered.get(fact.series.id, 0.0) for fact in answers), default=0.0) if exact else 0.0
        wide = {(fact.series.subject.id, fact.series.counterpart) for fact in answers if fact.series.counterpart}
        rivals_elsewhere = [
            f
            for f in rivals_elsewhere
            if (f.series.concept.parent or f.series.concept.id) in alike
            or ((f.series.subject.id, f.series.counterpart) in wide and covered.get(f.series.id, 0.0) > said)
        ]
        # what is owed to one is not rivalled by what is owed to two
        whom = {(fact.series.subject.id, fact.series.counterpart) for fact in answers} | {fact.series.concept.id for fact in answers}
        rivals_elsewhere = [f for f in rivals_elsewhere if {(f.series.subject.id, f.series.counterpart), f.series.concept.id} & whom]
    if not rivals_elsewhere or not (asked or len(values) <= MOST_CLAIMS):
        return list(answers)
    return by_confidence([*answers, *rivals_elsewhere])


def choices(candidate: Candidate, reading: Interpretation, shelves: Shelves) -> list[Chosen]:
    """What the candidate answers. A question for a balance, or for a concept that is only published by its kinds («aguinaldo»),
    is answered by the whole family."""
    if candidate.descriptor.municipal:
        return [choose(shelves.descriptors.facts(series), query_of(reading, [candidate])) for series in candidate.series]
    if typed := typed_facts([candidate], reading, shelves):
        return [Chosen(answers=tuple(typed))]
    own = choose(facts_of([candidate], shelves), query_of(reading, [candidate]))
    concept = candidate.series[0].concept
    asked = concepts_asked(reading)
    of_family = concept.parent in asked or (concept.id in asked and not concept.parent)
    its_own = (concept.id in asked and bool(concept.parent)) or bears_its_year(candidate.series[0], typed_text(reading))
    other = candidate.descriptor.claves - {candidate.series[0].subject.clave}
    if own.answers and any(mention.clave in other for mention in names_asked(reading)):
        # «¿cuánto le debía al SAT?»: what was owed to it, not to it and another
        return [own]
    if not of_family or (own.answers and (concept.flow != "saldo" or its_own)):
        return [own]
    kin = family(candidate, shelves.finder.rank(reading, 80), shelves)
    if own.answers and concept.parent in asked and candidate.covered >= LEAST_SAID:
        # «lo que le quedó tras el acuerdo»: the words are of this one, not of its sisters
        kin = [one for one in kin if one.covered > candidate.covered - SAID_LESS]
    if typed := typed_facts(kin, reading, shelves):
        return [Chosen(answers=tuple(typed))]
    found = [choose(facts_of([one], shelves), query_of(reading, [one])) for one in kin]
    if UNPAID.search(fold(reading.asked)):
        owed = [choice for choice in found if choice.answers and not any(fact.stage is Stage.PAID for fact in choice.answers)]
        found = owed or found
    return only_latest(found, reading) if len(found) > 1 else found


# What is still owed is not among what was paid.
UNPAID = re.compile(
    r"\b(sin pagar|no (se |se les |les |le )?(ha |han |habia |habian )?pag\w+|no pagad\w+|falta\w*|pendient\w*|debi\w*|deben?|adeud\w*)\b"
)


def typed_facts(candidates: Sequence[Candidate], reading: Interpretation, shelves: Shelves) -> list[Fact]:
    """Facts whose amount the person typed, in the asked period if one was asked: the premise holds, whatever stage was said."""
    if not reading.amounts:
        return []
    return [fact for fact in timely(facts_of(candidates, shelves), query_of(reading, candidates)) if is_typed(fact, reading.amounts)]


def only_latest(found: Sequence[Chosen], reading: Interpretation) -> list[Chosen]:
    """When no period was asked, an old balance of a sister concept does not stand beside the latest one."""
    answered = [choice for choice in found if choice.answers]
    if not answered:
        return list(found)
    if reading.period and reading.period.start and reading.period.kind != "latest":
        return answered
    sure = [c for c in answered if any(f.confidence is not Confidence.LOW for f in c.answers)] or answered
    newest = max(_end(fact) for choice in sure for fact in choice.answers)
    return [choice for choice in sure if any((newest - _end(fact)).days <= 92 for fact in choice.answers)]


def _end(fact: Fact) -> date:
    return fact.period.end if fact.period else date.min


def converted(figures: tuple[Figure, ...], reading: Interpretation, shelves: Shelves, today: date) -> tuple[Figure, ...]:
    """Per inhabitant or in pesos of another year, when asked; the stored figures stay as inputs. Empty when it cannot be worked out."""
    if reading.per == "habitante" and any(figure.unit is Unit.MXN_PER_PERSON for figure in figures):
        return tuple(figure for figure in figures if figure.unit is Unit.MXN_PER_PERSON)
    if reading.per == "habitante":
        owners = ((figure, shelves.ledger.fact(figure.fact_ids[0])) for figure in figures if figure.role is Role.ANSWER)
        done = [per_person(figure, fact.series.subject.id, shelves.ledger) for figure, fact in owners if fact]
    elif reading.per == "pesos_de_hoy":
        if any(AT_CONSTANT_PRICES.search(fold(figure.label)) for figure in figures):
            return figures
        year = target_year(figures, reading, shelves, today)
        done = [in_pesos_of(figure, year, shelves.ledger) for figure in figures if figure.role is Role.ANSWER] if year else []
    else:
        return figures
    return tuple(figure for group in done for figure in group)


def target_year(figures: Sequence[Figure], reading: Interpretation, shelves: Shelves, today: date) -> int | None:
    """The year whose pesos are asked: a year named after that of the figure, else the last with a price index."""
    of_figure = {figure.period.end.year for figure in figures if figure.period}
    if named := named_year(reading):
        return named
    later = [year for year in reading.years if year not in of_figure and shelves.ledger.prices(year)]
    return max(later) if later else latest_prices(shelves.ledger, today)


def notes_of(reading: Interpretation, answers: Sequence[Fact], figures: Sequence[Figure]) -> tuple[Note, ...]:
    """The caveats a figure needs to be read rightly."""
    notes: list[Note] = []
    if reading.amounts and not matches_premise(reading.amounts, answers):
        notes.append(Note("premise_differs"))
    if rivals(answers):
        notes.append(Note("sources_disagree"))
    if not reading.period:
        notes.append(Note("assumed_latest_period"))
    if reading.stage is None and len(stages_published(answers)) > 1:
        notes.append(Note("all_stages_shown"))
    if all(fact.confidence is Confidence.LOW for fact in answers):
        notes.append(Note("low_confidence_claim"))
    for figure in figures:
        if figure.derived and reading.per:
            notes.append(
                Note("per_person_formula" if reading.per == "habitante" else "real_terms_formula", (("formula", figure.formula or ""),))
            )
            break
    return tuple(notes)


def matches_premise(asked: Sequence[Decimal], answers: Sequence[Fact]) -> bool:
    return any(abs(fact.amount - amount) <= abs(amount) / 100 for fact in answers for amount in asked)


def rivals(answers: Sequence[Fact]) -> bool:
    """Two different numbers for one thing, stage and moment."""
    seen: dict[tuple[object, ...], Decimal] = {}
    for fact in answers:
        key = (fact.conflict or (fact.series.id, fact.period.label if fact.period else ""), fact.stage, fact.unit)
        if seen.setdefault(key, fact.amount) != fact.amount:
            return True
    return False


def with_role(figures: Sequence[Figure], role: Role) -> tuple[Figure, ...]:
    return tuple(replace(figure, role=role) for figure in figures)
