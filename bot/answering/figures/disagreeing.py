"""When a question speaks of several versions, or of one against another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.domain.reading import Interpretation
from bot.language.folding import fold, word_set, words

DISAGREEMENT = word_set("cuadra cuadran versiones version distintas distintos coinciden coincidian contradicen conflicto numeros")
DISAGREEING = (
    "dice una cosa", "cada quien", "unos dicen", "otros dicen", "he visto dos", "hay dos", "dicen cosas", "no coincid", "cual es la buena",
    "tiene razon", "tienen razon", "las dos cosas", "ambas cosas", "o al reves", "lo que decia", "lo q decia", "lo que dijo",
)  # fmt: skip
# «¿40 o 50 millones?», «según Finanzas y según la oposición»
EITHER = re.compile(r"\b\d[\d.,]* (mil |mil millones |millones |mdp )?o (de )?\d|\bsegun\b.*\b(?:y|o)(?: cuant[oa]s?)? segun\b")
# «Finanzas decía una deuda y los diputados otra»
ONE_AND_OTHER = re.compile(
    r"\bun[oa]s\b.*\botr[oa]s\b|\b(?:dec\w+|dij\w+|dic\w+|asegur\w+|afirm\w+|habl\w+|manej\w+|da|dan|dio|dieron)\b"
    r".*\b(?:y|pero|mientras|vs|contra)\b.*\botr[oa]s?\b\s*(?:[,;.?!]|cosa|cifra|version|numero|$)"
)
# «me salen dos cantidades», «leí números muy distintos»: versions are counted, or said to differ
FIGURES_SAID = r"(?:cantidad|cifra|numero|dato|version|monto|suma|total|importe)(?:e?s)?"
SEVERAL = re.compile(
    rf"\b(?:dos|tres|cuatro|varias|varios|diferentes|distint[oa]s) {FIGURES_SAID}\b"
    rf"|\b{FIGURES_SAID} (?:que )?(?:son |estan |eran )?(?:muy |bien |tan )?(?:distint|diferent|contradict|encontrad)\w*"
    r"|\b(?:sale|salen|dice|dicen|viene|vienen|aparece|aparecen|da|dan|marca|marcan|trae|traen|veo|lei)"
    r" (?:algo |muy |bien |cosas |otra cosa |como )?(?:distint|diferent)\w*"
)
# «q dice hacienda y q dice inegi», «¿cuánta deuda decía dejar Alonso y cuánta decía Tello?», «no dicen lo mismo»: two who tell it
TELLS = (
    r"(?:que|q|k|cuant[oa]s?)(?: \w+)?? (?:dicen?|decian?|dij(?:o|eron)|da|dio|report(?:a|o)|registr(?:a|o)|marca|trae|asegur(?:a|o|aba))"
)
EACH_TELLS = re.compile(
    rf"\b{TELLS}\b.*\by {TELLS}\b"
    r"|\bno (?:dicen|dan|dijeron|dieron|reportan|traen|registran|marcan|es|son) (?:lo mismo|(?:el|la|los|las) mism[oa]s?)\b"
)
# «vi 315 y también 61 millones»
MET = word_set("vi visto lei leo veo sale salen aparece aparecen escuche dicen decian traen")


def disagreeing(reading: Interpretation) -> bool:
    """The person knows of several versions: all are shown."""
    return _knows_of_versions(reading.asked, reading.years)


# asked of each message by everything that shows versions or hides them
@lru_cache(maxsize=256)
def _knows_of_versions(asked: str, years: tuple[int, ...]) -> bool:
    typed, said = fold(asked), words(asked)
    if any(pattern.search(typed) for pattern in (EITHER, ONE_AND_OTHER, SEVERAL, EACH_TELLS)) or not DISAGREEMENT.isdisjoint(said):
        return True
    return any(cue in typed for cue in DISAGREEING) or (not MET.isdisjoint(said) and len(figures_typed(said, years)) > 1)


def figures_typed(said: Iterable[str], years: Sequence[int]) -> set[str]:
    """The numbers written in figures that are no year."""
    return {word for word in said if word[:1].isdigit() and word not in map(str, years)}


DOUBTING = re.compile(rf"(?:{FIGURES_SAID}|distint\w*|diferent\w*|contradi\w*|coincid\w*|cuadr\w*|version\w*)$")
# «según Noemí Luna y según Ulises Mejía»: who said it
SPEAKERS = re.compile(r"\bsegun (?:el |la |los |las )?((?:(?!y\b|o\b|e\b|segun\b|en\b|de\b|cuanto\b|que\b)\w+ ?){1,3})")


ORDINAL = re.compile(r"(?:primer|segund|tercer|cuart|quint|sext)[oa]?$")
GENERIC = word_set("otro otra otros otras nota notas medio medios periodico periodicos prensa fuente fuentes diario")


def speakers(reading: Interpretation) -> list[tuple[str, ...]]:
    """Whoever is named as telling a figure, each by the words that name them; «según otra nota» names nobody."""
    told = [words(said) for said in SPEAKERS.findall(" ".join(words(reading.asked)))]
    # «según la primera glosa y según la cuarta»
    noun = next((said[1:] for said in told if len(said) > 1 and ORDINAL.match(said[0])), ())
    told = [(*said, *noun) if len(said) == 1 and ORDINAL.match(said[0]) else said for said in told]
    return [said for said in told if not GENERIC.issuperset(said)]


def words_of_doubt(reading: Interpretation) -> frozenset[str]:
    """Of «leí dos cantidades muy distintas»: words that say that versions differ, or who told them, and point to no figure. Empty where
    no doubt is spoken of."""
    if not disagreeing(reading):
        return frozenset()
    typed = words(reading.asked)
    told = {word for said in SPEAKERS.findall(" ".join(typed)) for word in words(said)}
    return frozenset(word for word in typed if word in MET or DOUBTING.match(word)) | told
