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
EITHER = re.compile(
    r"\b(?:vi|he visto|lei|leo|veo|sale|salen|aparecen?|escuche|dicen|decian|traen)\b.*\d.*\b(?:y|o|pero|tambien)\b.*\d|"
    r"\b\d[\d.,]* (mil |mil millones |millones |mdp )?o (de )?\d|\bsegun\b.*\b(y|o) segun\b"
)


def disagreeing(reading: Interpretation) -> bool:
    """The person knows of several versions: all are shown."""
    if EITHER.search(fold(reading.asked)):
        return True
    return bool(DISAGREEMENT & set(words(reading.asked))) or any(cue in fold(reading.asked) for cue in DISAGREEING)
