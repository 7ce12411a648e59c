"""Stage, amounts, rankings, «por habitante»: the small exact things a message may say beside what it asks."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from bot.domain.reading import Act, Mention, Topic
from bot.domain.stage import ACCOUNTING_STAGES, Stage
from bot.language.folding import Token, word_set
from bot.language.numerals import Numeral, numerals, read_numeral
from bot.language.phrases import Hit, PhraseIndex

Stages = PhraseIndex[Stage]

_PER_PERSON = re.compile(
    r"\b(por|x|para|a) (cada )?(habitante|habitantes|cabeza|persona|ciudadano|zacatecano|capita)\b"
    r"|\bper capita\b|\bpercapita\b"
    r"|\bcada (zacatecano|zacatecana|habitante|ciudadano|persona|uno de nosotros)\b"
    r"|\bper person\b|\ble toca a cada\b|\bpor zacatecano\b"
)
_REAL_TERMS = re.compile(
    r"\b(pesos|dinero|valor|precios) de (hoy|ahora|ahorita|2026|2025)\b"
    r"|\b(quitando|descontando|sin contar|contando|ajustad[oa]s? (por|a)|quitandole|tomando en cuenta) (la )?inflacion\b"
    r"|\ben terminos reales\b|\bpesos (constantes|actuales)\b"
    r"|\bvalor (actual|presente)\b|\bcon (la )?inflacion\b|\ba precios (de|actuales|constantes)"
)
_BOTTOM = re.compile(r"\b(menos|menor|menores|peor|peores|mas (baj|chic|pequen|pobre|barat)\w*|ultim[oa]s|least|lowest|smallest)\b")
_TOP = re.compile(r"\b(mas|mayor|mayores|mejor|mejores|top|primer[oa]s|mas (alt|grand)\w*|most|highest|biggest|largest)\b")
_LIMIT_BEFORE = word_set("los las top primeros primeras ultimos ultimas cuales the son")
_LIMIT_AFTER = word_set(
    "que mas menos municipios secretarias dependencias creditos bancos primeros mayores menores obras deudas largest con prestamos "
    "principales"
)
_LITTLE = (
    "es|era|el|la|lo|los|las|se|que|quiero|saber|cuanto|me|de|del|busco|interesa|interesan|importa|importan|pedi|pregunte|pregunto|hablo|diga|digan|diganme|den|mareen"
    "|decia|dije|digo|fue|hubiera|hubieran|ha|han|les|le|what|was|the"
)
_NEGATED = re.compile(rf"\b(no|sin|ni|en vez de|en lugar de|not|aunque no)( ({_LITTLE}))*$")
_LONG = 7
_RECEIVED = re.compile(r"\b(recib|factur|entreg|surt)")


def stage_of(words: Sequence[str], stages: Stages, act: Act, topic: Topic | None) -> Stage | None:
    """The accounting stage named; of two, the one wanted, else the first: «el pagado, no el aprobado»."""
    found = stages.find(words)
    if any(hit.values[0] is Stage.PAID and _negated(words, hit.start) for hit in found) and _RECEIVED.search(" ".join(words)):
        return Stage.ACCRUED
    named = [hit for hit in found if not _ordinary_verb(hit, words, act, topic)]
    wanted = [hit for hit in named if not _negated(words, hit.start)]
    if named and not wanted:
        return _instead_of(words, named[0].values[0])
    return _wanted_of(words, wanted) if wanted else None


def wanted(mentions: Sequence[Mention], tokens: Sequence[Token], text: str) -> tuple[Mention, ...]:
    """Without what the message says it is not about, when it says what it is about: «no los ingresos, quiero el gasto», «la de
    Zacatecas, no la de Jalisco», «el de Fresnillo no, el de Jerez»."""
    typed = [token.text for token in tokens]
    starts = {token.start: place for place, token in enumerate(tokens)}
    refused = [mention for mention in mentions if _refused(mention, starts[mention.start], typed, text)]
    if not refused:
        return tuple(mentions)
    kept = [mention for mention in mentions if mention not in refused]
    return tuple(m for m in mentions if m in kept or not any(_alike(m, other) for other in kept))


_NO_UNBROKEN = re.compile(r"\b(no|ni|sin|not|en vez de|en lugar de)\b[^,;.:?!]*$", re.IGNORECASE)
_AFTER_NO = re.compile(r"\s+no\s*[,;.]", re.IGNORECASE)


def _refused(mention: Mention, place: int, typed: Sequence[str], text: str) -> bool:
    # «no, el de Jerez» corrects; «no el de Jerez» refuses
    before = _NO_UNBROKEN.search(text[: mention.start]) is not None and _negated(typed, place)
    return before or _AFTER_NO.match(text, mention.end) is not None


_PLACES = frozenset({"municipio", "estado"})


def _alike(one: Mention, other: Mention) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} == _PLACES


def mistyped_stages(forms: Mapping[str, str], known: Collection[str]) -> dict[str, str]:
    """«comprometdo», «modifciado» → the form meant: one letter missed, or two swapped. A stage is never guessed from anything less like
    it: «compromiso» and «reprobado» are words of their own."""
    meant: dict[str, set[str]] = {}
    for form in forms:
        if " " not in form and len(form) >= _LONG:
            for place in range(1, len(form) - 1):
                meant.setdefault(form[:place] + form[place + 1 :], set()).add(form)
                meant.setdefault(form[:place] + form[place + 1] + form[place] + form[place + 2 :], set()).add(form)
    return {typed: min(found) for typed, found in meant.items() if typed not in known and len({forms[form] for form in found}) == 1}


def stage_index(forms: Mapping[str, str]) -> Stages:
    """Forms of the accounting stages; «autorizado» is the budget approved (``_ordinary_verb`` knows when it is not)."""
    known = {str(stage): stage for stage in ACCOUNTING_STAGES} | {str(Stage.AUTHORISED): Stage.APPROVED}
    return PhraseIndex((form.split(" "), known[key]) for form, key in forms.items() if key in known)


def _negated(words: Sequence[str], place: int) -> bool:
    return bool(_NEGATED.search(" ".join(words[max(0, place - 7) : place])))


def _instead_of(words: Sequence[str], refused: Stage) -> Stage | None:
    """«no quiero saber cuánto se aprobó sino cuánto se pagó»: beside a stage not wanted, paying is one too; «no lo aprobado, lo que se
    gastó» names none."""
    if not _PAYING.isdisjoint(words):
        return Stage.PAID
    return None if any(word.startswith("gast") for word in words) else refused


def _wanted_of(words: Sequence[str], named: Sequence[Hit[Stage]]) -> Stage:
    """«de lo asignado, ¿cuánto se ejerció?» asks for what was exercised; otherwise the first."""
    first, last = named[0], named[-1]
    part = words[max(0, first.start - 2) : first.start] in (["de", "lo"], ["de", "los"]) and not _ASKS.isdisjoint(
        words[first.end : last.start]
    )
    return (last if part else first).values[0]


_PAYING = word_set("pago pagaron pagado pagaba paid")
_ASKS = word_set("cuanto cuanta que how")
_BUDGETED = word_set(
    "presupuesto presupuestos ppto pto presup gasto gastos monto montos importe total asignacion egresos budget cantidad suma inversion "
    "recurso recursos capitulo cap"
)
_OF_BUDGETS = re.compile(r"\b(presup\w*|ppto|egresos|capitulo|cap|servicio)\b")
_PARTICIPLE = ("do", "da", "os", "as")
_PERFECT = word_set("ha han he hemos habia habian hayan hubiera hubieran llevamos llevan siendo sido being")
_OF_BUDGET = frozenset({Topic.BUDGET, Topic.TRANSFERS, Topic.SPORTS})
_TOLD = frozenset({Act.WHO, Act.WHEN, Act.SOURCE, Act.STATUS, Act.LIST, Act.SMALLTALK})
_PROMISED = word_set("a con que")
_CREDIT = re.compile(r"\b(prestamo|credito|deuda|emprestito|refinanci|endeud|ley|reforma|decreto|loan|borrow|impuesto|solicitud)")
_REWRITTEN = re.compile(
    r"\b(ley|leyes|reglamento|credito|creditos|contrato|tasa|edad|redaccion|reforma|prestamo|condiciones|clausula|proyecto del?)\b"
)


def _ordinary_verb(hit: Hit[Stage], words: Sequence[str], act: Act, topic: Topic | None) -> bool:
    """Words of a stage that do not name one here: the Congress approves a loan, a debt has been paid, a government commits
    itself to something."""
    stage, word = hit.values[0], words[hit.start]
    before = words[max(0, hit.start - 2) : hit.start]
    if (
        not _BUDGETED.isdisjoint(before[-1:])
        and word[-2:] in _PARTICIPLE
        and (topic is not Topic.DEBT or _OF_BUDGETS.search(" ".join(words)))
    ):
        return False
    if word.startswith("presupuest"):
        return act in (Act.FAQ, Act.WHO, Act.WHEN)
    if stage is Stage.APPROVED:
        told = act in _TOLD and not (topic is Topic.BUDGET and act in (Act.STATUS, Act.LIST) and not _CREDIT.search(" ".join(words)))
        voted = topic in (Topic.PENSIONS, Topic.OPEN_GOVERNMENT) and bool(_CREDIT.search(" ".join(words)))
        return told or voted or topic is Topic.DEBT
    if stage is Stage.PAID:
        perfect = not _PERFECT.isdisjoint(before[-1:]) or before in (["se", "a"], ["no", "a"], ["se", "an"])
        return act in _TOLD or perfect or (topic is Topic.DEBT and bool(re.search(r"\b(interes|credito|prestamo|banc)", " ".join(words))))
    if stage is Stage.MODIFIED:
        return bool(_REWRITTEN.search(" ".join(words))) and _BUDGETED.isdisjoint(words)
    if stage is Stage.COMMITTED:
        to_somebody = word.startswith("comprometi") and not _PROMISED.isdisjoint(words[hit.end : hit.end + 1])
        promised = word.startswith("comprometi") and before[-1:] in (["se"], ["habia"]) and (topic is not Topic.BUDGET or to_somebody)
        return topic not in _OF_BUDGET or act in (Act.TERMS, Act.WHO, Act.LIST) or promised
    return stage is Stage.EXERCISED and (topic is Topic.ACCESS or (act is Act.WHO and word == "ejercer"))


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


def per_of(text: str) -> str | None:
    if _PER_PERSON.search(text):
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
