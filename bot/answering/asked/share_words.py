"""Whether a question asks what part of a whole something is, and of which whole."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.reading import Interpretation
from bot.language.folding import fold

ASKS_SHARE = (
    "porcentaje",
    "por ciento",
    "x ciento",
    "porciento",
    "proporcion",
    "proporcionalmente",
    "que parte",
    "que tanto de",
    "que tanto por",
    "cuanto por ciento",
    "%",
    "que fraccion",
    "percent",
    "what share",
)


# «q cachito», «qué tajada», «del total, ¿qué tanto es de…?»
SHARE_SAID = re.compile(
    r"\b(?:que|q|k|ke|cual)\b(?: \w+)?? (?:parte|cach(?:o|ito)|tajada|rebanad(?:a|ita)|pedaz(?:o|ito)|porcion|porcentaje|fraccion)\b"
    r"|\bdel? .*\b(?:que|q|k|ke) tanto (?:es|son|era|eran|fue|fueron|va|van|se va|corresponde|representa|viene|vino) "
)


# «¿qué municipios aportan 14 %?» names a percentage
TYPED_SHARE = re.compile(r"\d\s*(%|por ?ciento)")


# «¿cuánto pesa la deuda en el presupuesto?»
OF_A_WHOLE = re.compile(
    r"\b(?:cuanto|que tanto) (?:representa|pesa|significa)\w*\b.*\b(?:de|del|en) (?:el |los |las |la |su |sus |todo el )?"
    r"(?:pib|producto interno|total|presupuesto|gasto|ingresos?)\b"
)
# «¿cuánto representa frente al PIB?», «¿qué tan grande es respecto del presupuesto?»
MEASURES_UP = re.compile(r"\b(?:cuanto|que tanto) (?:represent|pes|signific|es|era|fue|equival)\w*\b|\bque tan \w+\b")
FACES = re.compile(
    r"\b(?:frente|respecto|en relacion|con relacion|en proporcion|en comparacion|comparad[oa]s?|relativ[oa]s?)\W+(?:a|al|de|del|con)"
    r"\W+(?:(?:el|la|los|las|su|sus|total|todo|toda|todos|todas|de|del)\W+)*$"
)


# «de cada peso», «de cada cien pesos»
OF_EVERY = r"cada (?:(?:10|100|1000|1,000|diez|cien|mil) )?pesos?"
OF_EVERY_PESO = re.compile(rf"\bde {OF_EVERY}\b|\bde cada (?:100|cien)\b")


def asks_share(reading: Interpretation) -> bool:
    text = _without_other_parts(fold(reading.asked))
    return _speaks_of_share(text) or (MEASURES_UP.search(text) is not None and bool(faced(reading)))


# Both are asked of each message by everything that could take a share for something else.
@lru_cache(maxsize=256)
def _without_other_parts(typed: str) -> str:
    """«¿en qué partes se dividía?» asks for the parts, and not what share one of them is."""
    return TYPED_SHARE.sub(" ", typed).replace("que partes", " ")


@lru_cache(maxsize=256)
def _speaks_of_share(text: str) -> bool:
    said = OF_EVERY_PESO.search(text) or SHARE_SAID.search(text) or OF_A_WHOLE.search(text)
    return bool(said) or any(cue in text for cue in ASKS_SHARE)


# What stands between the words of a share and its whole: «qué porcentaje de todos los ingresos», «¿qué tanto de sus…?».
SHARE_OF = re.compile(
    rf"(?:percentage|percent|share|porcentaje|por ?ciento|proporcion|parte|cach(?:o|ito)|tajada|tanto|fraccion|%|{OF_EVERY})\W+"
    r"(?:(?!fue|es\b|son\b|era|representa|corresponde)\w+\W+){0,2}?(?:de|del|en|of)\W+"
    r"(?:(?:el|la|los|las|lo|su|sus|total|todo|toda|todos|todas|de|del|dinero|lana|recursos|que|esos|esas|ese|esa|mi|nuestro|nuestros|the|its|total|\d{4})\W+)*$"
)


# «del presupuesto de 2019, ¿qué parte era…?»: the whole comes first.
OF_FIRST = re.compile(r"(?:^|[.,;:] )\W*del? (?:(?:el|la|los|las|todo|toda|todos|todas|total|del?) )*$")


def base_asked(reading: Interpretation) -> str:
    """The concept typed as the whole of a share, empty where none is: «¿qué porcentaje de sus ingresos propios es eso?»."""
    typed = fold(reading.asked)
    for mention in reading.of_kind("concepto"):
        at = typed.find(fold(mention.said)) if mention.said else -1
        if at > 0 and (SHARE_OF.search(typed[:at]) or (OF_FIRST.search(typed[:at]) and _speaks_of_share(typed[at:]))):
            return mention.clave
    return faced(reading)


def faced(reading: Interpretation) -> str:
    """The one concept against which another thing is set: «frente al PIB», and not «el presupuesto de 2016 frente al de 2014»."""
    typed, concepts = fold(reading.asked), reading.of_kind("concepto")
    against = [m.clave for m in concepts if m.said and FACES.search(typed[: m.start])]
    return against[0] if len(against) == 1 and sum(m.clave == against[0] for m in concepts) == 1 else ""
