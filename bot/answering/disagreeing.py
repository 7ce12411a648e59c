"""When a question speaks of several versions, or of one against another."""

from __future__ import annotations

import re

from bot.domain.reading import Interpretation
from bot.language.folding import fold, word_set, words

DISAGREEMENT = word_set("cuadra cuadran versiones version distintas distintos coinciden coincidian contradicen conflicto cuentas numeros")
DISAGREEING = (
    "dos numeros", "dos cifras", "dice una cosa", "cada quien", "unos dicen", "otros dicen", "he visto dos", "hay dos", "varias cifras",
    "varias versiones", "cifras distintas", "me cuadran", "no cuadran", "dicen cosas", "no coincid", "cual es la buena", "tiene razon",
    "tienen razon", "lo que decia", "lo q decia", "lo que dijo",
)  # fmt: skip
# «¿40 o 50 millones?», «según Finanzas y según la oposición»
EITHER = re.compile(r"\b\d[\d.,]* (mil |mil millones |millones |mdp )?o (de )?\d|\bsegun\b.*\b(y|o) segun\b")
# «Finanzas decía una deuda y los diputados otra»
ONE_AND_OTHER = re.compile(
    r"\b(?:dec\w+|dij\w+|dic\w+|asegur\w+|afirm\w+|habl\w+|manej\w+|da|dan|dio|dieron)\b"
    r".*\b(?:y|pero|mientras|vs|contra)\b.*\botr[oa]s?\b\s*(?:[,;.?!]|cosa|cifra|version|numero|$)"
)
# «vi 315 y también 61 millones»
MET = word_set("vi visto lei leo veo sale salen aparece aparecen escuche dicen decian traen")


def disagreeing(reading: Interpretation) -> bool:
    """The person knows of several versions: all are shown."""
    typed, said = fold(reading.asked), set(words(reading.asked))
    if EITHER.search(typed) or ONE_AND_OTHER.search(typed) or (MET & said and len(figures_typed(reading)) > 1):
        return True
    return bool(DISAGREEMENT & said) or any(cue in typed for cue in DISAGREEING)


def figures_typed(reading: Interpretation) -> set[str]:
    """The numbers written in figures that are no year."""
    return {word for word in words(reading.asked) if word[:1].isdigit() and word not in map(str, reading.years)}
