"""Where somebody lives: a street with its number, or what follows «vivo en» and «mi domicilio es». Texts come folded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.personal import Personal, Span

_WAY = (
    r"(?:calle|c\.|avenida|av\.?|blvd\.?|bulevar|boulevard|privada|priv\.?|andador|and\.|calzada|calz\.?|callejon|cjon\.?"
    r"|cerrada(?! (?:la|el)\b)|cda\.?|circuito|cto\.?|prolongacion|prol\.?|paseo|retorno|pasaje)"
)
_STOP = r"(?:cuanto|cuanta|cuantos|cual|que|como|donde|quien|quiero|necesito|pero|porque|para|costo|obra|en|y)"
_NAME = rf"(?:(?!{_STOP}\b)[a-z0-9.]+ ){{1,6}}?"
_SIGN = r"(?:(?:#|no\.?|num\.?|numero|n°) ?)"
_HOUSE = rf"(?:{_SIGN}\d{{1,5}}|(?!(?:19[5-9]|20[0-4])\d\b)\d{{1,5}})(?: ?-? ?[a-h]\b)?"
_INSIDE = r"(?:,? ?(?:int\.?|interior|depto\.?|departamento|piso|mz\.?|mza\.?|manzana|lt\.?|lte\.?|lote|casa) ?#?\d+[a-z]?)*"
_QUARTER = (
    r"(?:,? ?(?:en )?(?:la |el )?(?:col\.?|colonia|fracc\.?|fraccionamiento|barrio|unidad habitacional|infonavit) (?:[a-z0-9.]+ ?){1,4}?"
    r"(?=[,.;?!\n]|$| cp\b| c\.p| y\b| en\b| cuant| quier))?"
)
_POSTCODE = r"(?:,? ?(?:cp|c\.p\.?|codigo postal):? ?\d{5})?"
_PATTERNS = tuple(
    map(
        re.compile,
        (
            # a street with its number, and what is said of it after
            rf"\b{_WAY} {_NAME}{_HOUSE}{_INSIDE}{_QUARTER}{_POSTCODE}",
            # a block and a lot
            r"\b(?:mz|mza|manzana)\.? ?#?\d+[a-z]?,? ?(?:lt|lte|lote)\.? ?#?\d+[a-z]?" + _QUARTER + _POSTCODE,
            # a name and a number where somebody says to live
            r"\b(?:vivo|vivimos|radico|mi casa (?:es|esta)|mi domicilio (?:es|esta)|mi direccion es|mi direccion:|domicilio:|direccion:)"
            rf" (?:en |por )?(?:la |el |los |las )?{_NAME}{_HOUSE}{_INSIDE}{_QUARTER}{_POSTCODE}",
            # a postcode said to be one
            r"\b(?:cp|c\.p\.?|codigo postal)(?: es)?:? ?\d{5}\b",
        ),
    )
)


def homes(folded: str) -> Iterator[Span]:
    """Addresses of a folded text."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            yield Span(match.start(), match.start() + len(match.group().rstrip(" ,.;")), Personal.HOME)
