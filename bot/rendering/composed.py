"""Texts that the answering room composes in Spanish (labels of figures, formulas), said in the language spoken.

They are recognised part by part in the finished text instead of travelling beside it: a label kept in a receipt, or one that a new way
of answering composes, is said in English or stays whole in Spanish, and can never say something else than the Spanish one."""

from __future__ import annotations

import re
from functools import cache

from bot.rendering.grammar import sentence_case
from bot.rendering.translation import N_, SOURCE, _, knows, spoken

WHOLE = (
    N_("Cambio: en cantidad"),
    N_("Cambio: en por ciento"),
    N_("La cantidad escrita"),
    N_("Compromisos publicados del primer Plan de Acción Local"),
    N_("Compromisos publicados del segundo Plan de Acción Local"),
    N_("cuenta de los compromisos publicados"),
    N_("Municipios sin reporte"),
    N_("Municipios que reportaron"),
    N_("Municipios revisados por la ASF"),
    N_("Municipios del estado de Zacatecas"),
    N_("cuenta de los municipios de la lista publicada"),
    N_("cuenta de los municipios de la lista que publica el INEGI"),
)
"""Labels and formulas without parts."""

FORMS = (
    N_("Parte que representa: {cifra}"),
    N_("Veces que cabe: {cifra}"),
    N_("{cifra}, por habitante"),
    N_("{cifra}, por persona"),
    N_("{cifra}, promedio anual"),
    N_("{cifra}, suma"),
    N_("{cifra}, la mitad"),
    N_("{cifra}, la tercera parte"),
    N_("{cifra}, la cuarta parte"),
    N_("{cifra}, la quinta parte"),
    N_("{cifra}, la décima parte"),
    N_("{cifra}, el doble"),
    N_("{cifra}, el triple"),
    N_("{cifra}, el cuádruple"),
    N_("Municipios con {cifra} de más de {pesos} pesos"),
    N_("Municipios con {cifra} de menos de {pesos} pesos"),
    N_("Municipios con {cifra}"),
    N_("Suma: {cifra}"),
    N_("Lo que faltó: {cifra}"),
    N_("{cifra}, en pesos de {anio}"),
    N_("{pesos} pesos ÷ {personas} habitantes (CONAPO, mitad de {anio})"),
    N_("{pesos} pesos × {despues} ÷ {antes} (INPC, promedio de {anio} entre promedio de {base})"),
    N_("{pesos} pesos ÷ {personas} {cifra}"),
    N_("{pesos} ÷ {cuantos} años publicados"),
    N_("{pesos} ÷ {cuantos} años publicados; sin cifra publicada de {anios}"),
)
"""Forms with parts; «cifra» is the label of another figure, or what was counted, and the others are numbers."""

_NUMBERS = r"[\d,.+() -]+"
_OWNER = re.compile(r" (?:del|de la|de los|de las|de|al|a la) ")
_OWING = re.compile(r"([Aa]deudo) (de(?:l| la|) .+?) con (.+)")


def composed(text: str) -> str:
    """The text in the language spoken; as it is, where one of its parts is unknown."""
    if spoken() == SOURCE or not text:
        return text
    said = _recognised(text)
    return text if said is None else said


def _recognised(text: str) -> str | None:
    if (name := _name(text)) is not None:
        return name
    for form in FORMS:
        if match := _pattern(form).fullmatch(text):
            return _(form).format(**{part: composed(found) if part == "cifra" else found for part, found in match.groupdict().items()})
    # «impuestos de la UAZ: estímulos»: what follows the colon is as its document prints it
    label, colon, counterpart = text.partition(": ")
    owned = _owned(label)
    return f"{owned}{colon}{counterpart}" if owned is not None and colon else owned


def _owned(label: str) -> str | None:
    """«saldo de la deuda del estado de Zacatecas»: a concept of the catalogue, and whose it is, named in Spanish unless the catalogue
    knows better. The longest concept wins."""
    if (name := _name(label)) is not None:
        return name
    if owing := _OWING.fullmatch(label):
        label = f"{owing[1]} con {owing[3]} {owing[2]}"
    for cut in reversed(list(_OWNER.finditer(label))):
        concept = _name(label[: cut.start()])
        if concept is not None:
            return _("{concepto} de {quien}").format(concepto=concept, quien=_(label[cut.end() :]))
    return None


def _name(text: str) -> str | None:
    """A name of the catalogue, with the first letter as it came."""
    if knows(text):
        return sentence_case(_(text)) if text[:1].isupper() else _(text)
    lower = text[:1].lower() + text[1:]
    return sentence_case(_(lower)) if lower != text and knows(lower) else None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """The form as an expression with one group a part."""
    parts = re.split(r"\{(\w+)\}", form)
    held = (rf"(?P<{part}>{'.+' if part == 'cifra' else _NUMBERS})" if i % 2 else re.escape(part) for i, part in enumerate(parts))
    return re.compile("".join(held), re.DOTALL)
