"""Accounting stages said in other words than their names: «lo que votaron los diputados», «en cuánto quedó ya con los recortes»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.reading import Act, Topic
from bot.domain.stage import Stage

OF_BUDGETS = frozenset({Topic.BUDGET, Topic.TRANSFERS, Topic.SPORTS})
_ELSEWHERE = re.compile(r"\b(presupuesto|ppto|egresos)\b")
"""What makes a question about debt or pensions one about their place in the budget."""

_NOT_OF_MONEY = frozenset({Act.SOURCE, Act.WHO, Act.WHEN, Act.STATUS, Act.SMALLTALK})
_VOTERS = r"(diputad\w+|congreso|legislatura|legislador\w*)"
_GIVEN = r"((apart|destin|vot|pas|di|pus|etiquet|reserv|asegur|palome)(o|io|aron|ieron|arian?|aban?)|autorizan?)"
_CHANGED = r"(recort|tijer|traspas|movimientos|ajust|remend|modific|ampliac|adecuac|cambios|aumentos)\w*"
RECEIVED = r"\b(reci[bv]|resi[bv]|factur|entreg|surt)"
_UNPAID = r"(sin|por) pagar|(por|pa) cobrar|lo deben|se debe|no se (ha |habia )?pag\w+|(pag\w+|liquidad[oa]s?) o no"
_ENDED = r"(qued|acab|termin|cerr)(o|aron|a|ado|ando)"
_TIED = r"(apartad|apalabrad|amarrad|reservad|separad|firmad|contratad)[oa]s?"
_BOUND = r"(contratos?|proveedor(es)?|pedidos?|convenios?|constructoras?|ordenes de compra|licitad\w*|sin soltar|aun no se paga\w*)"
_COFFERS = r"(la caja|las arcas|la tesoreria|las cuentas|la cuenta)"
_LEFT = r"(salio|salieron|saliendo|salido|salia)"
_TURNS: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    (Stage.PAID, re.compile(rf"\b{_LEFT}( \w+){{0,4}} de( \w+){{0,3}} {_COFFERS}\b")),
    (Stage.PAID, re.compile(r"\b(desembols(o|aron|ado|ados)|ya( lo)? soltaron|(que|cuanto) si soltaron)\b")),
    (Stage.MODIFIED, re.compile(rf"\b{_ENDED}\b.*\b{_CHANGED}|\b{_CHANGED}.*\b{_ENDED}\b")),
    (Stage.MODIFIED, re.compile(rf"\b(ya con|contando|incluyendo|despues de)( \w+){{0,3}} {_CHANGED}\b")),
    (Stage.APPROVED, re.compile(rf"\b{_VOTERS}( \w+){{0,4}} {_GIVEN}\b|\b{_GIVEN}( \w+){{0,3}} {_VOTERS}\b")),
    (Stage.APPROVED, re.compile(r"\bles? (votaron|palome(o|aron))\b|\bse (les? )?presupuesto\b|\betiquetaron\b")),
    (Stage.ACCRUED, re.compile(rf"{RECEIVED}\w+\b.*\b({_UNPAID})\b")),
    (Stage.COMMITTED, re.compile(rf"\b{_TIED}\b.*\b{_BOUND}\b|\b{_BOUND}.*\b{_TIED}\b|\bapalabrad[oa]s?\b")),
    (Stage.PAID, re.compile(r"\b(pag(o|aron|ado)|paid)( \w+){0,2} (efectivamente|realmente|de veras|de verdad|en efectivo|actually)\b")),
    (Stage.PAID, re.compile(r"\b(efectivamente|realmente|de veras|de verdad|actually)( \w+){0,3} (pag(o|aron|ado)|paid)\b")),
)
_AT_FIRST = re.compile(r"\b(originales|original|inicial|iniciales)\b")
_ENLARGED = re.compile(r"^(?=.*\bampliacion\b).*\b(estadio|obra|edificio|carretera|costo|costaron|cuesta|caben?)\b")
"""«¿cuánto costó el estadio después de la ampliación?»: a building was enlarged, and no budget."""
_OF_PAPERS = re.compile(r"\b(documentos?|contratos?|copias?|version|actas?|oficios?|plan|convenio)\b")


def said_otherwise(words: Sequence[str], act: Act, topic: Topic | None) -> Stage | None:
    """The stage that a turn of speech means in a question about a budget; none in one about a loan or a right."""
    said = " ".join(words)
    if act in _NOT_OF_MONEY or (topic not in OF_BUDGETS and not _ELSEWHERE.search(said)):
        return None
    for stage, turn in _TURNS:
        if turn.search(said) and not (stage is Stage.MODIFIED and _ENLARGED.search(said)):
            return stage
    at_first = _AT_FIRST.search(said) and not _OF_PAPERS.search(said)
    return Stage.APPROVED if at_first else None
