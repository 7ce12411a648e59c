"""«De lo que pidió, ¿qué porcentaje le dieron?»: no percentage is worked out between two moments of money; both are shown."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.figures.choosing import choose, figures_of
from bot.answering.otherwise.missing import missing
from bot.answering.search.queries import query_of
from bot.answering.search.selecting import facts_of, meant
from bot.answering.search.shelves import Shelves
from bot.domain.answer import Missing, Role
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold

# What was wanted, decided or handed over, of which…
BASE = re.compile(
    r"\b(?:de|del) (?:lo|el dinero|l[oa]s \w+)(?: que)?(?: (?:se|le|les|nos|habia\w*|iban?|a|ya))*(?: \w+){0,2}? "
    r"(pid|ped|solicit|neces|ocup|requ?er|requier|anunci|promet|aprob|apru|autoriz|presup|asign|estim|calcul|proyect|propus|recib|lleg)"
)
DONE = r"(pag|dispers|ejerc|gast|dieron|dio|dado|entreg|recib|lleg|autoriz|aprob|cumpl|cubri|aplic)\w*"
LITTLE = r"(?: (?:si|no|ya|realmente|de veras|se|le|les|nos|lo|fue|ha|han|habia|sido|que))*"
SHARE = r"(?:porcentaje|ciento|porciento|proporcion|parte|tanto|fraccion|cachito|cacho|tajada|rebanada)"
# … so much was done: «¿qué porcentaje sí se pagó?», «¿qué porcentaje de lo presupuestado se pagó?»
DEED = re.compile(rf"\b{SHARE}\b{LITTLE} {DONE}\b|\b{SHARE}\b.* (?:se|le|les|si|nos) {DONE}\W*$")


def across_stages(reading: Interpretation, shelves: Shelves) -> Missing | None:
    """None where one moment, or none, is spoken of."""
    typed = fold(reading.asked)
    base, deed = BASE.search(typed), DEED.search(typed)
    if base is None or deed is None or base.group(1)[:3] == (deed.group(1) or deed.group(2))[:3]:
        return None
    plain = replace(reading, act=Act.AMOUNT, stage=None)
    picked = meant(plain, shelves)
    chosen = choose(facts_of(picked, shelves), replace(query_of(plain, picked), hint=None, single=False))
    near = missing(reading, shelves, figures_of((chosen.answers or chosen.nearest)[:MOST], Role.NEAREST))
    return replace(near, subject=f"qué porcentaje de una etapa a otra ({near.subject})")


MOST = 3
