"""What can be wrong with names although each row is well written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from string import Formatter

from bot.domain.vocabulary import Term
from bot.errors import Problem
from bot.knowledge.reading import Reading, folded
from bot.knowledge.rows import Cells

_INEGI = re.compile(r"32\d{3}")
_CLAVE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._/-]*")
_Placed = tuple[Term, Cells]


def problems(reading: Reading) -> Iterator[Problem]:
    yield from _twice(reading.terms)
    yield from _shared_names(reading)
    for term, row in reading.terms:
        yield from _one(term, row)
    yield from _municipal_codes(reading.terms)
    yield from _wordings(reading)


def _twice(terms: Iterable[_Placed]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Cells] = {}
    for term, row in terms:
        before = first.setdefault((term.kind, term.clave), row)
        if before is not row:
            yield row.problem("clave", f"«{term.clave}» ya está en {_place(before)}", "Junta los dos o cambia la clave")


def _shared_names(reading: Reading) -> Iterator[Problem]:
    owners: dict[str, dict[tuple[str, str], _Placed]] = defaultdict(dict)
    for term, row in reading.terms:
        for alias in {folded(alias) for alias in term.aliases} - {""}:
            owners[alias].setdefault((term.kind, term.clave), (term, row))
    for alias, found in owners.items():
        for index, (term, row) in enumerate(found.values() if alias not in reading.homonyms else ()):
            rivals = list(found.values())[:index]
            same = [other for other in rivals if other[0].kind == term.kind]
            if same:
                what = f"«{alias}» nombra a «{term.clave}» y también a «{same[0][0].clave}» ({_place(same[0][1])})"
                yield row.problem("alias", what, "Déjalo en uno solo")
            elif rivals and "concepto" not in {term.kind, rivals[0][0].kind}:
                # «fortamun» is the fund and what is measured of it: a concept may carry the name of its thing.
                what = f"«{alias}» nombra a «{term.clave}» ({term.kind}) y a «{rivals[0][0].clave}» ({rivals[0][0].kind})"
                yield row.caution("alias", what, "Si así debe ser, anótalo en vocabulario/homonimos.yaml")


def _one(term: Term, row: Cells) -> Iterator[Problem]:
    if not _CLAVE.fullmatch(term.clave):
        what = f"«{term.clave}» no sirve de clave"
        yield row.problem("clave", what, "Usa letras sin acento ni ñ, números, espacios y guiones: «rio grande»")
    if term.start and term.end and term.end < term.start:
        yield row.problem("hasta", f"{term.end} es antes de {term.start}", "Revisa «desde» y «hasta»")
    if term.kind == "municipio" and not term.outside and not _INEGI.fullmatch(term.code):
        what = f"leí «{term.code}» y esperaba la clave INEGI de cinco cifras"
        yield row.problem("clave_inegi", what, 'Ejemplo: «clave_inegi: "32020"»')
    for alias in row.lists["alias"]:
        if not folded(alias.value):
            yield row.problem("alias", f"«{alias.value}» no tiene letras ni números", "Bórralo", alias.line)


def _municipal_codes(terms: Iterable[_Placed]) -> Iterator[Problem]:
    first: dict[str, Term] = {}
    for term, row in terms:
        if term.code and first.setdefault(term.code, term) is not term:
            what = f"{term.code} ya es la clave INEGI de «{first[term.code].clave}»"
            yield row.problem("clave_inegi", what, "Consulta data/budget/municipalities.csv")


def _wordings(reading: Reading) -> Iterator[Problem]:
    for name, text in reading.wordings.items():
        try:
            fields = [field for _, field, _, _ in Formatter().parse(text) if field is not None]
        except ValueError:
            fields = [""]
        if not all(field.isidentifier() for field in fields):
            what = f"las llaves de «{name}» no abren y cierran un nombre"
            yield reading.wordings_row.problem(name, what, "Ejemplo: «{periodo}»")


def _place(row: Cells) -> str:
    return f"{row.file}:{row.line}"
