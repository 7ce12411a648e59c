"""«¿Quién construyó…?»: the firm that a document names, or that none does, and what is known of the work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.search.index import content_words
from bot.answering.search.shelves import Shelves
from bot.answering.statements.records import merged
from bot.domain.answer import Found, Missing
from bot.domain.ledger import Record
from bot.domain.reading import Act, Interpretation
from bot.language.folding import fold, word_set

WHOM = r"\b(?:quien|quienes|que empresas?|que constructoras?|cual empresa|que compania|que contratistas?|que arquitecto)\b"
BUILT = re.compile(
    rf"{WHOM}.*\b(?:constru\w+|edific\w+|levanto|disen\w+|contratistas?|dieron la obra|qued\w+ con la obra)\b"
    r"|\ba que (?:constructora|empresa|contratista|compania)\b.*\b(?:dieron|dio|encargaron|contrataron|asignaron|adjudicaron)\b"
)
# «¿quién hizo el viaducto?», but not «¿quién hizo la solicitud?»; «¿quién ganó la licitación?» of a work, but not of a credit
MADE = re.compile(rf"{WHOM} (?:hizo|hicieron|hace|hacia|ejecuto|realizo|gan\w+ la (?:licitacion|obra))\b")
FIRMS = re.compile(r"\b(?:constructoras?|contratistas?|edificaciones)\b")
OF_BUILDING = word_set(
    "quien quienes construyo construyeron construido construida construccion constructora constructoras edifico diseno disenaron "
    "hizo hicieron levanto empresa empresas contratista contratistas licitacion obra dieron compania arquitecto quedo gano ejecuto realizo"
)
MOST = 3
# A statement about a work that nobody named must hold this much of the question.
LEAST = 0.6


def builder(reading: Interpretation, shelves: Shelves) -> Found | Missing | None:
    """None where the question asks for no builder."""
    typed = fold(reading.asked)
    works = reading.of_kind("obra")
    if reading.act is not Act.WHO or not (BUILT.search(typed) or (works and MADE.search(typed))):
        return None
    known = _of_the_work(reading, shelves)
    if firms := [record for record in known if FIRMS.search(fold(f"{record.text} {record.party}"))]:
        # a statement that names the firms goes before one that only says that there were some
        return Found(reading, statements=merged(sorted(firms, key=lambda one: bool(FIRMS.match(fold(one.party))))[:MOST]))
    term = next((shelves.terms[m.clave] for m in works if m.clave in shelves.terms), None)
    work = f"{term.article} {term.short or term.name}".strip() if term else "esa obra"
    return Missing(reading, f"quién construyó {work}", statements=merged(known[:MOST]))


def _of_the_work(reading: Interpretation, shelves: Shelves) -> Sequence[Record]:
    """Statements about the very work, the nearest to the question first."""
    left = tuple(word for word in content_words(reading.asked) if word not in OF_BUILDING)
    found = shelves.records.find(replace(reading, words=left or reading.words, period=None))
    works = {mention.clave for mention in reading.of_kind("obra")}
    if not works:
        return [m.record for m in found if not m.unmatched and m.covered >= LEAST and m.record.kind in ("destino", "evento")]
    return [
        match.record for match in found if not match.unmatched and (match.record.subject is None or match.record.subject.clave in works)
    ]
