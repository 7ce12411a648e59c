"""Amounts, rankings, «por habitante»: the small exact things a message may say beside what it asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.language.folding import word_set
from bot.language.numerals import Numeral, numerals, read_numeral

_PER_PERSON = re.compile(
    r"\b(por|x|para|a) (cada )?(habitante|habitantes|cabeza|persona(?! (?:pensionad|jubilad))|ciudadano|zacatecano|capita)\b"
    r"|\bper capita\b|\bpercapita\b"
    r"|\bcada (zacatecano|zacatecana|habitante|ciudadano|persona(?! (?:pensionad|jubilad))|uno de nosotros)\b"
    r"|\bper person\b|\ble toca a cada\b|\bpor zacatecano\b"
)
_SHARE = r"\b(?:me|nos) (?:toca|tocan|tocaria|corresponde|corresponderia)\b"
_DEBT = r"\b(?<!\bmi )(?:deuda|debe|deben)\b"
_SHARED_DEBT = re.compile(rf"{_SHARE}.*{_DEBT}|{_DEBT}.*{_SHARE}")
_DEARER = (
    r"(?:(?:la )?(?:inflacion|carestia)|el alza de (?:los )?precios"
    r"|(?:lo que|como|cuanto) (?:han? )?(?:subi|aument|encarec)\w* (?:los precios|las cosas|todo))"
)
_REAL_TERMS = re.compile(
    r"\b(pesos|dinero|valor|precios) de (hoy|ahora|ahorita|2026|2025)\b"
    r"|\b(quit\w+|descont\w+|rest\w+|elimin\w+|consider\w+|sin contar|contando|ajust\w+ (por|a)|tomando en cuenta|con) "
    rf"{_DEARER}\b|\ben terminos reales\b|\bpesos (constantes|actuales)\b"
    r"|\bvalor (actual|presente|real)\b|\bpoder (adquisitivo|de compra)\b"
    r"|\ba precios (de(?! (?:el mism|es[aeo]s?\b|aquel|entonces|cada))|actuales|constantes)"
)
_BOTTOM = re.compile(r"\b(menos|menor|menores|peor|peores|mas (baj|chic|pequen|pobre|barat)\w*|ultim[oa]s|least|lowest|smallest)\b")
_TOP = re.compile(r"\b(mas|mayor|mayores|mejor|mejores|top|primer[oa]s|mas (alt|grand)\w*|most|highest|biggest|largest)\b")
_LIMIT_BEFORE = word_set("los las top primeros primeras ultimos ultimas cuales the son")
_LIMIT_AFTER = word_set(
    "que mas menos municipios secretarias dependencias creditos bancos primeros mayores menores obras deudas largest con prestamos "
    "principales"
)


def amounts_of(words: Sequence[str], gaps: Sequence[str]) -> tuple[Decimal, ...]:
    """Figures the person typed, in pesos: «3 mdp», «$1,500», «mil setecientos millones»."""
    return tuple(numeral.value for numeral in numerals(words) if _is_amount(numeral, words, gaps))


def _is_amount(numeral: Numeral, words: Sequence[str], gaps: Sequence[str]) -> bool:
    following = words[numeral.end] if numeral.end < len(words) else ""
    return (
        gaps[numeral.start].rstrip().endswith("$")
        or following in ("pesos", "peso", "millones")
        or numeral.value >= 1_000_000
        or (numeral.grouped and numeral.value >= 1000)
    )


def shares_the_debt(text: str) -> bool:
    """«¿cuánto me toca de la deuda?»: what everybody owes, divided; «mi deuda» is one's own."""
    return ("toca" in text or "corresponde" in text) and _SHARED_DEBT.search(text) is not None


def per_of(text: str) -> str | None:
    if _PER_PERSON.search(text) or shares_the_debt(text):
        return "habitante"
    return "pesos_de_hoy" if _REAL_TERMS.search(text) else None


def order_of(text: str) -> str | None:
    if _BOTTOM.search(text):
        return "bottom"
    return "top" if _TOP.search(text) else None


def limit_of(words: Sequence[str]) -> int | None:
    """«los tres que más», «top 5», «las 10 obras»."""
    for place in range(1, len(words)):
        numeral = read_numeral(words, place)
        if numeral is None or words[place - 1] not in _LIMIT_BEFORE or not 1 <= numeral.value <= 58:
            continue
        following = words[numeral.end] if numeral.end < len(words) else ""
        if words[place - 1] == "top" or following in _LIMIT_AFTER or not following:
            return int(numeral.value)
    return None
