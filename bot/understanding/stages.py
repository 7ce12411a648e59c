"""Which accounting stage a message asks for: named by one of its forms, however spelt, and not merely a verb («se aprobó el crédito»)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.reading import Act, Topic
from bot.domain.stage import ACCOUNTING_STAGES, Stage
from bot.language.folding import word_set
from bot.language.phonetics import sound
from bot.language.phrases import Hit, PhraseIndex
from bot.understanding.negation import negated
from bot.understanding.stage_turns import OF_BUDGETS, RECEIVED, said_otherwise

_LONG = 7


class Stages:
    """``forms`` maps a word or phrase to the key of its stage (``knowledge/vocabulario/etapas.yaml``); ``known`` are words that are
    written as they are meant."""

    def __init__(self, forms: Mapping[str, str], known: Collection[str]) -> None:
        self._forms, self._known = forms, known
        self._index = _index(forms)
        self._sounds = {sound(form): form for form in forms if " " not in form}
        self._mistyped = _mistyped(forms, known)

    def asked(self, typed: Sequence[str], act: Act, topic: Topic | None) -> Stage | None:
        """The stage named; of two, the one wanted, else the first: «el pagado, no el aprobado»."""
        words = [self._meant(word) for word in typed]
        found = self._index.find(words)
        if any(_unpaid(words, hit) for hit in found) and re.search(RECEIVED, " ".join(words)):
            return Stage.ACCRUED
        named = [hit for hit in found if not _ordinary_verb(hit, words, act, topic)]
        wanted = [hit for hit in named if not negated(words, hit.start)]
        if named and not wanted:
            return _instead_of(words, named[0].values[0], said_otherwise(words, act, topic))
        return _wanted_of(words, wanted, act, topic) if wanted else said_otherwise(words, act, topic)

    def _meant(self, word: str) -> str:
        """«aprovado», «debengado», «comprometdo»: a stage may be spelt as it sounds, or hastily."""
        if word in self._forms or word in self._known:
            return word
        return self._mistyped.get(word) or self._sounds.get(sound(word), word)


def _unpaid(words: Sequence[str], hit: Hit[Stage]) -> bool:
    """«lo que recibieron y no han pagado», «lo facturado, pagado o no»."""
    return hit.values[0] is Stage.PAID and (negated(words, hit.start) or list(words[hit.end : hit.end + 2]) == ["o", "no"])


def _mistyped(forms: Mapping[str, str], known: Collection[str]) -> dict[str, str]:
    """«comprometdo», «modifciado» → the form meant: one letter missed, or two swapped. A stage is never guessed from anything less like
    it: «compromiso» and «reprobado» are words of their own."""
    meant: dict[str, set[str]] = {}
    for form in forms:
        if " " not in form and len(form) >= _LONG:
            for place in range(1, len(form)):
                meant.setdefault(form[:place] + form[place + 1 :], set()).add(form)
                meant.setdefault(form[:place] + form[place : place + 2][::-1] + form[place + 2 :], set()).add(form)
    return {typed: min(found) for typed, found in meant.items() if typed not in known and len({forms[form] for form in found}) == 1}


def _index(forms: Mapping[str, str]) -> PhraseIndex[Stage]:
    """Forms of the accounting stages; «autorizado» is the budget approved (``_ordinary_verb`` knows when it is not)."""
    known = {str(stage): stage for stage in ACCOUNTING_STAGES} | {str(Stage.AUTHORISED): Stage.APPROVED}
    return PhraseIndex((form.split(" "), known[key]) for form, key in forms.items() if key in known)


def _instead_of(words: Sequence[str], refused: Stage, otherwise: Stage | None) -> Stage | None:
    """«no quiero saber cuánto se aprobó sino cuánto se pagó»: beside a stage not wanted, paying is one too, and so is what another turn
    of speech means; «no lo aprobado, lo que se gastó» names none."""
    if not _PAYING.isdisjoint(words):
        return Stage.PAID
    if otherwise not in (None, refused):
        return otherwise
    return None if "sino" in words or any(word.startswith("gast") for word in words) else refused


def _wanted_of(words: Sequence[str], named: Sequence[Hit[Stage]], act: Act, topic: Topic | None) -> Stage:
    """«de lo asignado, ¿cuánto se ejerció?» asks for what was exercised, «¿cuánto les pagaron?» for what was paid, «¿cuánto salió de la
    caja?» too; else the first."""
    first, last = named[0], named[-1]
    if not _OF_WHICH.search(" ".join(words[: first.start])):
        return first.values[0]
    if last is first:
        rest = words[first.end :]
        paid = first.values[0] is Stage.APPROVED and not _PAYING.isdisjoint(rest)
        return Stage.PAID if paid else said_otherwise(rest, act, topic) or first.values[0]
    return (first if _ASKS.isdisjoint(words[first.end : last.start]) else last).values[0]


_OF_WHICH = re.compile(r"\bde los?( que( se| les?)*)?$")
_PAYING = word_set("pago pagaron pagado pagaba paid")
_ASKS = word_set("cuanto cuanta que how")
_BUDGETED = word_set(
    "presupuesto presupuestos ppto pto presup gasto gastos monto montos importe total asignacion egresos budget cantidad suma inversion "
    "recurso recursos capitulo cap"
)
_BUDGET_SAID = re.compile(r"\b(presup\w*|ppto|egresos|capitulo|cap|servicio)\b")
_PARTICIPLE = ("do", "da", "os", "as")
_ABBREVIATED = word_set("aprob modif comprom compromet compr deveng dev ejerc ejer pag")
_NAMED = word_set("lo el los como columna columnas monto importe")
_AWARDED = re.compile(r"\b(contratos?|licitacion|bonos?|plazas?|solicitud(es)?)\b")
_PERFECT = word_set("ha han he hemos habia habian hayan hubiera hubieran llevamos llevan siendo sido being")
_TOLD = frozenset({Act.WHO, Act.WHEN, Act.SOURCE, Act.STATUS, Act.LIST, Act.SMALLTALK})
_TO_SOMEBODY = word_set("a con que")
_CREDIT = re.compile(r"\b(prestamo|credito|deuda|emprestito|refinanci|endeud|ley|reforma|decreto|loan|borrow|impuesto|solicitud)")
_OF_BANKS = re.compile(r"\b(interes|credito|prestamo|banc)")
_REWRITTEN = re.compile(
    r"\b(ley|leyes|reglamento|credito|creditos|contrato|tasa|edad|redaccion|reforma|prestamo|condiciones|clausula|proyecto del?)\b"
)


@dataclass(frozen=True)
class _Said:
    """A word of a stage where it stands: ``before`` are the two words before it, ``after`` the next, ``message`` all of them."""

    word: str
    before: Sequence[str]
    after: Sequence[str]
    message: str
    act: Act
    topic: Topic | None

    @property
    def of_budgets(self) -> bool:
        return bool(_BUDGET_SAID.search(self.message))


def _ordinary_verb(hit: Hit[Stage], words: Sequence[str], act: Act, topic: Topic | None) -> bool:
    """Words of a stage that do not name one here: the Congress approves a loan, a debt has been paid, a government commits
    itself to something."""
    start, end = hit.start, hit.end
    said = _Said(words[start], words[max(0, start - 2) : start], words[end : end + 1], " ".join(words), act, topic)
    participle = said.word[-2:] in _PARTICIPLE or said.word in _ABBREVIATED
    if participle and not _BUDGETED.isdisjoint(said.before[-1:]) and (topic is not Topic.DEBT or said.of_budgets):
        return False
    if said.word.startswith("presupuest"):
        return act in (Act.FAQ, Act.WHO, Act.WHEN)
    ordinary = _ORDINARY.get(hit.values[0])
    return ordinary is not None and ordinary(said)


def _voted(said: _Said) -> bool:
    """«aprobaron la ley», «contratos asignados», «¿qué pasa si no lo aprueban?», «aprobaron mi solicitud»."""
    of_credit = bool(_CREDIT.search(said.message))
    told = said.act in _TOLD and not (said.topic is Topic.BUDGET and said.act in (Act.STATUS, Act.LIST) and not of_credit)
    law = of_credit and said.topic in (Topic.PENSIONS, Topic.OPEN_GOVERNMENT)
    awarded = said.word.startswith("asign") and bool(_AWARDED.search(said.message))
    how = said.act is Act.FAQ and said.word[-2:] not in _PARTICIPLE
    elsewhere = said.topic is Topic.DEBT or (said.topic is Topic.ACCESS and not said.of_budgets)
    return told or law or awarded or how or elsewhere


def _settled(said: _Said) -> bool:
    """«ya se ha pagado», «intereses pagados»; but «lo pagado» is the stage, whatever is asked about it."""
    if not _NAMED.isdisjoint(said.before[-1:]):
        return False
    perfect = not _PERFECT.isdisjoint(said.before[-1:]) or said.before in (["se", "a"], ["no", "a"], ["se", "an"])
    return said.act in _TOLD or perfect or (said.topic is Topic.DEBT and bool(_OF_BANKS.search(said.message)))


def _rewritten(said: _Said) -> bool:
    """«modificaron la ley», «la tasa modificada»."""
    return bool(_REWRITTEN.search(said.message)) and _BUDGETED.isdisjoint(said.message.split(" "))


def _promised(said: _Said) -> bool:
    """«se comprometió a pagar», «comprometido con los jubilados»; but «ISSSTEZAC comprometido 2022» is the stage."""
    to_somebody = said.word.startswith("compromet") and not _TO_SOMEBODY.isdisjoint(said.after)
    promise = said.word.startswith("comprometi") and said.before[-1:] in (["se"], ["habia"])
    set_aside = said.topic in (Topic.PENSIONS, Topic.DEBT) and said.word.startswith("comprometid") and not to_somebody
    return (
        not (said.topic in OF_BUDGETS or set_aside)
        or said.act in (Act.TERMS, Act.WHO, Act.LIST)
        or (promise and (said.topic is not Topic.BUDGET or to_somebody))
    )


def _of_rights(said: _Said) -> bool:
    """«ejercer mi derecho», «¿quién lo va a ejercer?»."""
    return said.topic is Topic.ACCESS or (said.act is Act.WHO and said.word == "ejercer")


_ORDINARY: Mapping[Stage, Callable[[_Said], bool]] = {
    Stage.APPROVED: _voted,
    Stage.MODIFIED: _rewritten,
    Stage.COMMITTED: _promised,
    Stage.EXERCISED: _of_rights,
    Stage.PAID: _settled,
}
