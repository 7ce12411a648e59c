"""What a message says it is not about: «no los ingresos, el gasto», «el de Fresnillo no, el de Jerez»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.reading import Mention
from bot.language.folding import Token

_LITTLE = (
    "es|era|el|la|lo|los|las|se|que|quiero|saber|cuanto|me|de|del|busco|interesa|interesan|importa|importan|pedi|pregunte|pregunto|hablo"
    "|diga|digan|diganme|den|mareen|decia|dije|digo|fue|hubiera|hubieran|ha|han|an|les|le|pido|vuelvan|contestar|contesten|a|con|what|was|the"
)
_NEGATED = re.compile(rf"\b(no|sin|ni|en vez de|en lugar de|me vale|not|aunque no|ya (me )?se (lo|cuanto))( ({_LITTLE}))*$")


def negated(words: Sequence[str], place: int) -> bool:
    """Whether the word at ``place`` stands under a «no», with nothing but little words between."""
    return bool(_NEGATED.search(" ".join(words[max(0, place - 7) : place])))


def wanted(mentions: Sequence[Mention], tokens: Sequence[Token], text: str) -> tuple[Mention, ...]:
    """The mentions without the refused ones, where another of their kind is asked for: «la de Zacatecas, no la de Jalisco»."""
    if not _NO.search(text):
        return tuple(mentions)
    typed = [token.text for token in tokens]
    starts = {token.start: place for place, token in enumerate(tokens)}
    refused = [mention for mention in mentions if _refused(mention, starts[mention.start], typed, text)]
    if not refused:
        return tuple(mentions)
    kept = [mention for mention in mentions if mention not in refused]
    return tuple(m for m in mentions if m in kept or not any(_alike(m, other) for other in kept))


_NO = re.compile(r"\b(?:no|ni|sin|not|en (?:vez|lugar) de)\b", re.IGNORECASE)
_NO_UNBROKEN = re.compile(rf"{_NO.pattern}[^,;.:?!]*$", re.IGNORECASE)
_AFTER_NO = re.compile(r"\s+no\s*[,;.]", re.IGNORECASE)


def _refused(mention: Mention, place: int, typed: Sequence[str], text: str) -> bool:
    # «no, el de Jerez» corrects; «no el de Jerez» refuses
    before = _NO_UNBROKEN.search(text[: mention.start]) is not None and negated(typed, place)
    return before or _AFTER_NO.match(text, mention.end) is not None


_PLACES = frozenset({"municipio", "estado"})


def _alike(one: Mention, other: Mention) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} == _PLACES
