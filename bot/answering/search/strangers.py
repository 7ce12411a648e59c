"""Words that nobody knows, where a name would stand: what is asked is not in the ledger, whatever else fits."""

from __future__ import annotations

import re

from bot.answering.asked.counting import thing_counted
from bot.answering.asked.owing import OWED_TO
from bot.answering.asked.slots import TALK, divides, names_asked
from bot.answering.figures.disagreeing import words_of_doubt
from bot.answering.search.candidates import Candidate
from bot.answering.search.index import forms, forms_of
from bot.answering.search.selecting import facts_of
from bot.answering.search.shelves import Shelves
from bot.domain.reading import Interpretation
from bot.language.folding import fold, word_set, words
from bot.language.years import MONTHS

# Endings of verbs: what somebody does is not whose money is asked.
VERBAL = ("ando", "iendo", "ujo", "ujeron", "cio", "dio", "nio", "aron", "ieron", "aba", "aban", "ar", "er", "ir", "ara", "iera")


def unknown_name(reading: Interpretation, candidate: Candidate, shelves: Shelves) -> str | None:
    """A word nobody knows that stands where the name would: «el presupuesto del Pentágono» is not the state's."""
    if (counted := thing_counted(reading)) in reading.unread:
        return counted
    named = {word for mention in reading.mentions if mention.kind != "concepto" for word in words(mention.said)}
    if (thing := COSTING.search(fold(reading.asked))) and thing.group(1) not in named:
        # «¿cuánto costó el gimnasio del ISSSTEZAC?» is not what it would cost to close that institute
        of_a_body = candidate.series[0].subject.kind == "institucion" and not (
            candidate.concept_hit or is_called(thing.group(1), candidate)
        )
        if of_a_body or not shelves.finder.knows(thing.group(1)):
            return thing.group(1)
    if work := other_work(reading, candidate, shelves):
        return work
    if candidate.series[0].subject.kind != "estado" or names_asked(reading) or reading.carried:
        return None
    noted = {word for fact in facts_of([candidate], shelves) for word in words(fact.note)}
    divided = reading.per == "habitante"
    known = TALK | noted | words_of_doubt(reading)
    strange = [word for word in reading.unread if word not in known and not word.endswith(VERBAL) and not (divided and divides(word))]
    if strange and not candidate.concept_hit:
        return strange[0]
    typed = fold(reading.asked)
    thing = SPENT_ON.search(typed)
    if thing and thing.group(1) not in OF_ANY_TOTAL and not candidate.concept_hit and not shelves.finder.knows(thing.group(1)):
        # «¿cuánto se gastó en el teleférico?», «¿cuánto gastan en gasolina?»: no figure knows the word, so none is of it
        return thing.group(1)
    owner = (
        r"\b((tiene|debe|gasta|gasto|recibe) (el|la|los|las)|(presupuesto|deuda|dinero|gasto|nomina|saldo) (de|del|de la|de los|de las)) "
    )
    return next((word for word in reading.unread if re.search(owner + rf"{re.escape(word)}\b", typed)), None)


def is_called(word: str, candidate: Candidate) -> bool:
    """The word is of the candidate's name or of what is noted of its facts."""
    noted = (each for series in candidate.series for each in words(f"{series.words} {series.counterpart}"))
    return not forms_of((*candidate.descriptor.own_words, *noted)).isdisjoint(forms(word))


def part_of_a_total(reading: Interpretation, candidate: Candidate, shelves: Shelves) -> str:
    """«¿cuánto gastó Fresnillo en alumbrado?» is not all that it spent, nor what it took in «de multas» all that is its own, nor the budget
    of Seguridad Pública what it was given «para patrullas»."""
    concept = candidate.series[0].concept
    of_a_town = concept.id in ALL_OF_A_TOWN
    if reading.per or not (of_a_town or BUDGET in (concept.id, concept.parent)):
        return ""
    typed = fold(reading.asked)
    things = [thing for thing in PURPOSE.findall(typed) if not VERB.search(thing)]
    things += OBJECT.findall(typed) if of_a_town else []
    if not things:
        return ""
    said = {word for mention in reading.mentions for word in words(mention.said)}
    said |= set(words(reading.period.said)) if reading.period else set()
    said |= set(words(candidate.series[0].subject.name))
    said |= {word for fact in facts_of([candidate], shelves) for word in words(f"{fact.note} {fact.words}")} if not of_a_town else set()
    own = forms_of(candidate.descriptor.own_words) | forms_of(said | OF_ANY_TOTAL | frozenset(MONTHS))
    own |= forms_of(OF_A_FUND) if concept.id in FUNDS else frozenset()
    return next((thing for thing in things if not own & set(forms(thing))), "")


FUNDS = frozenset({"fais", "fortamun"})
ALL_OF_A_TOWN = frozenset({"egresos-municipales", "ingresos-propios-municipales", "gasto-anual", "gasto-pensiones"}) | FUNDS
# What a fund is for anyway.
OF_A_FUND = word_set("obra obras realidad fondo fondos infraestructura comunidades federacion")
OBJECT = re.compile(
    r"\b(?:gast|ejerc|recaud|cobr|sac|junt|pag|invirt|invert|us)\w* .*?\b(?:en|de|por) (?:(?:el|la|los|las|su|sus|puro) )?([a-z]{3,})"
)
BUDGET = "presupuesto"
# What the money is for; «para comprar» and «para 2024» name no thing.
PURPOSE = re.compile(r"\bpara (?:(?:el|la|los|las|su|sus|puro|pura|puros|puras) )?([a-z]{5,})")
VERB = re.compile(r"(?:[aei]r|[aei]r[ls][aeo]s?|nosotros|ustedes|quien\w*|cuando|donde|siempre|saber)$")
OF_ANY_TOTAL = word_set("""
    municipio municipios ayuntamiento total totales todo todos dinero lana recursos recurso pesos millones ejercicio zacatecas cuenta cada
    promedio verdad ahi eso esto esa ese ello ellos ano mes dia que los las estado gobierno ciudadanos ciudadania gente fiscal tarea
    escuela
    """)


def other_work(reading: Interpretation, candidate: Candidate, shelves: Shelves) -> str:
    """«la remodelación del palacio de gobierno» is not that of the villas: what was done to something, where nobody named a work and the
    figure speaks of no such thing."""
    first = candidate.series[0].subject
    done = DONE_TO.search(fold(reading.asked)) if first.kind == "obra" and not names_asked(reading) else None
    if done is None:
        return ""
    term = shelves.terms.get(first.clave)
    noted = " ".join(f"{fact.note} {fact.words}" for fact in facts_of([candidate], shelves))
    own = forms_of((*candidate.descriptor.own_words, *words(noted), *words(" ".join(term.aliases) if term else "")))
    return "" if own & set(forms(done.group(1))) else done.group(1)


MADE = r"(?:remodelacion|rehabilitacion|ampliacion|construccion|terminacion|pavimentacion|obra|costo|costar|\w{4,}(?:ar|er|ir))"
DONE_TO = re.compile(
    rf"\b(?:{MADE} (?:de |a )?|c(?:o|ue)st(?:o|a|an|aron|aba|aria) )(?:del|al|el|la|los|las|un|una) "
    r"(?!remodel|rehabilit|amplia|constru|termin|obra)(\w{5,})"
)
# What costs is the thing asked, whatever else had a cost.
COSTING = re.compile(r"\bc(?:o|ue)st(?:o|a|an|aron|aba|aria) (?:el|la|los|las|un|una) (\w{5,})")
ARTICLE = r"(?:el|la|los|las|un|una)"
SPENT_ON = re.compile(
    rf"\b(?:gast|cost|invir|invier|pag|destin|dio|dieron)\w* (?:(?:en|por|a|para)? ?{ARTICLE} |(?:en|para) (?!{ARTICLE} ))(\w{{5,}})"
)


# «¿cuánto le deben los ayuntamientos al ISSSTEZAC?»; what whoever owes is anybody's
DEBTOR = re.compile(
    r"\b(?:deb|adeud)\w* (?:del |(?:de )?(?:el|la|los|las) )(?!zacat|depend|ent[ei]|institu|patron|total)"
    r"(\w{4,})\b.*\b(?:al?|con) "
)


def is_owed_by_another(candidate: Candidate, reading: Interpretation) -> bool:
    """«¿cuánto le debían los municipios al ISSSTEZAC?» is neither what the ISSSTEZAC owes, nor what a school owes to it, nor what they owe
    to others; «¿cuánto debe el gobierno del estado al ISSSTEZAC?» is not what the ISSSTEZAC owes to it."""
    measure = reading.measure or ""
    owed_to = measure.removeprefix(OWED_TO)
    if owed_to != measure and (not candidate.concept_hit or candidate.series[0].subject.clave == owed_to):
        return True
    debtor = DEBTOR.search(fold(reading.asked)) if candidate.descriptor.concept.startswith(OWED_TO) else None
    if debtor is None:
        return False
    shapes = frozenset(forms(debtor.group(1)))
    creditor = candidate.descriptor.concept.removeprefix(OWED_TO).split("-")
    return forms_of(candidate.descriptor.own_words).isdisjoint(shapes) or not forms_of(creditor).isdisjoint(shapes)
