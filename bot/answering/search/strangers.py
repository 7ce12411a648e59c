"""Words that nobody knows, where a name would stand: what is asked is not in the ledger, whatever else fits."""

from __future__ import annotations

import re

from bot.answering.asked.counting import thing_counted
from bot.answering.asked.slots import ENGLISH, divides, names_asked
from bot.answering.figures.disagreeing import words_of_doubt
from bot.answering.search.candidates import Candidate
from bot.answering.search.selecting import facts_of
from bot.answering.search.shelves import Shelves
from bot.domain.reading import Interpretation
from bot.language.folding import fold, words

# Endings of verbs: what somebody does is not whose money is asked.
VERBAL = ("ando", "iendo", "ujo", "ujeron", "cio", "dio", "nio", "aron", "ieron", "aba", "aban", "ar", "er", "ir", "ara", "iera")


def unknown_name(reading: Interpretation, candidate: Candidate, shelves: Shelves) -> str | None:
    """A word nobody knows that stands where the name would: «el presupuesto del Pentágono» is not the state's."""
    if (counted := thing_counted(reading)) in reading.unread:
        return counted
    named = {word for mention in reading.mentions if mention.kind != "concepto" for word in words(mention.said)}
    if (thing := COSTING.search(fold(reading.asked))) and thing.group(1) not in named and not shelves.finder.knows(thing.group(1)):
        return thing.group(1)
    if candidate.series[0].subject.kind != "estado" or names_asked(reading) or reading.carried:
        return None
    noted = {word for fact in facts_of([candidate], shelves) for word in words(fact.note)}
    divided = reading.per == "habitante"
    known = ENGLISH | noted | words_of_doubt(reading)
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


# What costs is the thing asked, whatever else had a cost.
COSTING = re.compile(r"\bc(?:o|ue)st(?:o|a|an|aron|aba|aria) (?:el|la|los|las|un|una) (\w{5,})")
SPENT_ON = re.compile(r"\b(?:gast|cost|invir|pag|destin|dio|dieron)\w* (?:en|por|a|para)? ?(?:el|la|los|las|un|una) (\w{5,})")
