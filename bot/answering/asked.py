"""What a reading asks for, in the terms of the look-up: words, names, concepts, amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from bot.answering.index import content_words
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation, Mention
from bot.language.folding import words

# Topics whose figures may answer a question read under another.
NEIGHBOURS: Mapping[str, frozenset[str]] = {
    "deuda": frozenset({"presupuesto", "transferencias"}),
    "presupuesto": frozenset({"transferencias", "deuda", "deporte"}),
    "transferencias": frozenset({"presupuesto", "deuda"}),
    "gobierno_abierto": frozenset({"acceso_informacion"}),
    "acceso_informacion": frozenset({"gobierno_abierto"}),
    "pensiones": frozenset(),
    "deporte": frozenset({"presupuesto"}),
}
# Without a municipality named, these acts do not mean all 58.
ONE_PLACE = frozenset({Act.AMOUNT, Act.TERMS, Act.STATUS, Act.WHO, Act.WHEN, Act.SOURCE, Act.FAQ})
SLOT_KINDS = ("municipio", "gobierno", "estado")


def asked_words(reading: Interpretation) -> tuple[str, ...]:
    """The content words asked, without years, amounts, places and governments: those are slots, not descriptors."""
    slots = {word for mention in reading.of_kind(*SLOT_KINDS) for word in words(mention.said)}
    return tuple(word for word in reading.words if not word[:1].isdigit() and word not in slots)


def typed_words(reading: Interpretation) -> tuple[str, ...]:
    """The content words of this message alone, without those of the turn before."""
    slots = {word for mention in reading.of_kind(*SLOT_KINDS) for word in words(mention.said)}
    if reading.per == "habitante":
        slots |= HEADS
    return tuple(word for word in content_words(reading.asked) if not word[:1].isdigit() and word not in slots)


HEADS = frozenset("habitante habitantes persona personas cabeza cabezas capita zacatecano zacatecanos ciudadano".split())  # noqa: SIM905


def concepts_asked(reading: Interpretation) -> tuple[str, ...]:
    """Concepts named, or the one carried over."""
    return reading.concepts or ((reading.measure,) if reading.measure else ())


def names_asked(reading: Interpretation) -> tuple[Mention, ...]:
    """Names that an answer must be about, each once; the state itself and a government are not narrowing."""
    named = {m.clave: m for m in reading.mentions if m.kind not in ("concepto", "gobierno", "estado") and m.clave != "zacatecas"}
    return tuple(named.values())


def is_typed(fact: Fact, amounts: Iterable[Decimal]) -> bool:
    """The person typed this amount, give or take the rounding of speech (half a per cent)."""
    return any(abs(fact.amount - typed) * 200 <= typed for typed in amounts)


def telling(amounts: Iterable[Decimal]) -> bool:
    """An amount of three significant digits or more («4,939 millones») points to a figure by itself; «8 millones» does not."""
    return any(len(str(int(amount)).rstrip("0")) >= 3 for amount in amounts)
