"""Questions about a place: another state, no municipality where one is needed, a municipality and nothing said of what."""

from __future__ import annotations

import re

from bot.answering.asked.counting import thing_counted
from bot.answering.asked.slots import COUNTRY, FEDERATION, STATE, testifies
from bot.answering.asked.town_money import FEDERAL_KINDS, OF_TOWNS, SPENDS, asks_of_audit, with_money_of_a_town
from bot.answering.otherwise.questions import how_much
from bot.answering.search.measures import Measures
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Suggestion
from bot.domain.reading import Act, Interpretation, Topic
from bot.language.folding import fold, word_set, words

# «desde California», «vivo en Texas»: where people are, not what they ask about.
AT_HOME = re.compile(r"\b(desde|vivo|vivimos|radico|estoy|ando|soy|trabajo|naci|comparad[oa]s?|que en)\b")


def outside(reading: Interpretation, shelves: Shelves) -> bool:
    """The question is about another state or country: its money is not in these documents, whatever the words around it."""
    typed = fold(reading.asked)
    ours = any(m.clave == "zacatecas" or m.kind == "municipio" for m in reading.mentions)
    if countrywide := set(reading.concepts) & shelves.descriptors.countrywide:
        return not ours and any(shelves.is_outside(concept) for concept in countrywide)  # what only the federation spends
    abroad = (m for m in reading.of_kind("estado") if shelves.is_outside(m.clave) and fold(m.said) in typed)
    if FEDERATION.search(typed):
        # «viene de México, de la federación»: the country, and no other state
        abroad = (m for m in abroad if m.clave != COUNTRY)
    # «el comparativo que publicó Sinaloa»: who says it
    places = [m for m in abroad if not testifies(m, typed)]
    if not places or ours:
        return False
    return reading.act not in (Act.FAQ, Act.SMALLTALK) and not AT_HOME.search(typed)


# Where most people live, for the buttons of «¿de qué municipio?»; any other can be typed.
LARGEST = ("fresnillo", "guadalupe", "municipio de zacatecas", "jerez")


SEVERAL_TOWNS = word_set("municipios ayuntamientos alcaldias")


def asks_of_a_place(reading: Interpretation, measures: Measures) -> bool:
    """A figure that only municipalities have, and no municipality: «¿cuánto llegó del FAIS?»."""
    concepts = [concept for concept in reading.concepts if concept in measures.municipal]
    return (
        bool(concepts)
        and len(concepts) == len(reading.concepts)
        and reading.act is Act.AMOUNT
        and reading.topic is Topic.TRANSFERS
        and not (reading.of_kind("municipio", "estado") or SEVERAL_TOWNS & set(words(reading.asked)))
    )


MY_TOWN = re.compile(r"\b(?:mi|nuestro|tu|este) (?:municipio|pueblo|rancho|ayuntamiento)\b")
# «¿cuánto recibió el municipio?»: one of 58, and not said which; «el municipio que menos recibió», «el municipio de …» say it
THE_TOWN = re.compile(r"\b(?:el|al|del) (?:municipio|ayuntamiento)\b(?! (?:de|del|que|al|con|mas|menos|donde|en el que)\b)")
OF_ONE_PLACE = frozenset({Act.AMOUNT, Act.TREND, Act.COMPARE, Act.BREAKDOWN})


def asks_of_my_town(reading: Interpretation) -> bool:
    """«¿cuánto le tocó a mi municipio?», from somebody who has not said which."""
    typed = fold(reading.asked)
    if reading.of_kind("municipio"):
        return False
    unsaid = not reading.concepts and not reading.measure
    if unsaid and reading.act is Act.AMOUNT and not reading.mentions and not reading.amounts and THE_TOWN.search(typed):
        return reading.topic in OF_TOWNS
    if not MY_TOWN.search(typed):
        return False
    return (unsaid and reading.act is Act.AMOUNT) or (reading.topic in OF_TOWNS and reading.act in OF_ONE_PLACE)


def places_to_choose(reading: Interpretation, shelves: Shelves) -> tuple[Suggestion, ...]:
    """The same question about each of the largest municipalities."""
    year = reading.years[0] if reading.years else None
    asked = next((id for id in reading.concepts if shelves.descriptors.of_concept(id, LARGEST[0])), "")
    if not asked:
        did, when = "gastó" if SPENDS.search(fold(reading.asked)) else "recibió", f" en {year}" if year else ""
        known = (shelves.terms[clave] for clave in LARGEST if clave in shelves.terms and not reading.concepts)
        towns = (term.short or term.name for term in known)
        return tuple(Suggestion(f"¿Cuánto {did} el municipio de {town.removeprefix('municipio de ')}{when}?") for town in towns)
    facts = [shelves.descriptors.of_concept(asked, clave)[:1] for clave in LARGEST]
    return tuple(Suggestion(how_much(fact.series, fact.unit, year=year)) for found in facts for fact in found)


def measures_to_choose(reading: Interpretation, shelves: Shelves) -> tuple[Suggestion, ...]:
    """«¿cuánto recibió Zacatecas?» may mean the state or its capital; of a municipality, where a word says of what and no figure has it,
    its federal money."""
    places = reading.of_kind("municipio") or tuple(m for m in reading.of_kind("estado") if m.clave == STATE)
    if (
        SEVERAL_TOWNS & set(words(reading.asked))
        or len(places) != 1
        or len(reading.mentions) > 1
        or reading.act is not Act.AMOUNT
        or reading.topic not in OF_TOWNS
    ):
        return ()
    said_more = reading.concepts or reading.measure or reading.amounts or reading.carried or thing_counted(reading)
    if said_more or FEDERATION.search(fold(reading.asked)) or len(reading.words) > len(words(places[0].said)) + 2:
        return ()
    if with_money_of_a_town(reading) is not reading or asks_of_audit(reading):
        return ()
    year = reading.years[0] if reading.years else None
    asked = [(concept, places[0].clave) for concept in (*FEDERAL_KINDS, *FUNDS)]
    if places[0].kind == "estado":
        capital = FEDERAL_KINDS if fold(places[0].said) == STATE else ()
        asked = [*((concept, STATE) for concept in RECEIVED_BY_STATE), *((concept, LARGEST[2]) for concept in capital)]
    held = [shelves.descriptors.of_concept(concept, clave)[:1] for concept, clave in asked]
    return tuple(Suggestion(how_much(fact.series, fact.unit, year=year)) for facts in held for fact in facts)


FUNDS = ("fais", "fortamun")
RECEIVED_BY_STATE = ("ingresos-totales", "participaciones")
