"""What is owed, and to whom: «¿verdad que ya no se debe nada?», «¿cuánto debía el estado a proveedores?», «le debía 900 millones al
ISSSTEZAC»."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import replace

from bot.answering.asked.slots import LOAN_MEASURE, concepts_asked, unsaid
from bot.domain.reading import Act, Interpretation, Mention, Topic
from bot.language.folding import fold, words

NOTHING_OWED = re.compile(
    r"\b(?:no|ya no) (?:tiene|tenemos|hay|(?:se )?debe|debemos|queda) "
    r"(?:nada de |ninguna |ni un peso de |mas )?(?:la )?(?:deudas?|nada|ni un peso|creditos?|prestamos?)\b"
    r"|\b(?:pago|pagaron|liquido|liquidaron|saldo|acabo con) (?:ya )?(?:toda|todita|completa|por completo) la deuda\b"
    r"|\b(?:sin|cero) deudas?\b.*\b(?:verdad|cierto|quedo|quedamos|estamos)\b"
)


BALANCE = unsaid("saldo")
PAYMENTS, CASH = "servicio-deuda", "dinero-disponible"
LEFT_TO_PAY = re.compile(r"\b(?:falta|queda|resta)n? (?:por |de )?pagar\b")
KINDS = frozenset({"saldo-corto-plazo", "saldo-largo-plazo"})


def says_nothing_is_owed(reading: Interpretation) -> bool:
    return reading.topic is Topic.DEBT and bool(NOTHING_OWED.search(fold(reading.asked)))


def with_what_is_owed(reading: Interpretation) -> Interpretation:
    """«¿verdad que el estado ya no tiene deuda?»: a premise that the latest balance answers, whoever is said to have paid it."""
    if reading.topic is Topic.DEBT and set(reading.concepts) - {CASH} == {PAYMENTS} and LEFT_TO_PAY.search(fold(reading.asked)):
        # «¿cuánto queda por pagar de la deuda?» is no payment, nor money left
        kept = tuple(mention for mention in reading.mentions if mention.kind != "concepto")
        return replace(reading, mentions=(*kept, BALANCE), measure=BALANCE.clave)
    if not says_nothing_is_owed(reading) or reading.years:
        return reading
    # «ni un peso» is no amount that somebody remembers
    if any(amount > 1 for amount in reading.amounts) or reading.of_kind("banco", "prestamo", "municipio", "institucion"):
        return reading
    kinds = [mention for mention in reading.of_kind("concepto") if mention.clave in KINDS]
    if reading.of_kind("concepto") != tuple(kinds):
        return reading
    of_all = (mention for mention in reading.mentions if mention.kind not in ("gobierno", "concepto"))
    owed = kinds[:1] or [BALANCE]
    sure = replace(reading, confidence=1.0, alternatives=())
    return replace(sure, act=Act.AMOUNT, mentions=(*of_all, *owed), measure=owed[0].clave, period=None, amounts=())


def without_words_of_a_premise(reading: Interpretation) -> Interpretation:
    """«¿ya se pagó toda la deuda?»: these words describe no figure, and least of all the balance beside which it is told what was paid."""
    return replace(reading, asked="", words=()) if BALANCE in reading.mentions and says_nothing_is_owed(reading) else reading


OWES = re.compile(r"\b(?:deb|adeud)\w*\b")
# What is owed of a credit or of its capital is its balance.
OF_A_BALANCE = frozenset({"saldo", "amortizacion", LOAN_MEASURE})
OWED_TO = "adeudo-"
OF_WHAT = re.compile(r"\W+(?:de|del|por) (?:el |la |los |las )?")


def is_owed_of(mention: Mention, owed: Iterable[Mention], reading: Interpretation) -> bool:
    """«se debe de intereses», one beside the other."""
    between = (reading.asked[each.end : mention.start] for each in owed if each.end < mention.start)
    return mention.clave not in OF_A_BALANCE and any(OF_WHAT.fullmatch(fold(text)) for text in between)


def without_general_balance(reading: Interpretation, published: Container[str]) -> Interpretation:
    """«¿cuánto debía el estado a proveedores?», «¿cuánto se debe de intereses?»: what was owed to them, or of them, not the balance of the
    debt that «debía» names by itself."""
    owed = [m for m in reading.mentions if m.clave == "saldo" and OWES.fullmatch(fold(m.said).split()[-1] if m.said else "")]
    if reading.topic not in (Topic.DEBT, Topic.PENSIONS) or not owed:
        return reading
    own = [
        m.clave
        for m in reading.of_kind("concepto")
        if m.clave in published and (m.clave.startswith(OWED_TO) or is_owed_of(m, owed, reading))
    ]
    if not own:
        return reading
    kept = tuple(m for m in reading.mentions if m not in owed)
    left = any(m.clave == "saldo" for m in kept)
    return reading if left else replace(reading, mentions=kept, measure=own[0] if reading.measure == "saldo" else reading.measure)


# «le debía 900 millones al Issstezac», «quedó debiendo 58 millones al SAT», «le deben la UAZ y el Cobaez al Issstezac»
TO_WHOM = re.compile(r"^\W*(?:(?!(?:o|que|cuanto)\b|y (?!el |la |los |las ))[\w,.]+ ){0,12}?(?:al?|a la|a los|con el|con la|con) $")
TO_OWE = ("deb", "adeud")


def with_whom_it_is_owed(reading: Interpretation, published: Container[str]) -> Interpretation:
    """Of «¿por qué el Cobaez le debía 900 millones al ISSSTEZAC?», where the amount stands between the verb and the creditor: what is owed
    to that very body, and not everything that anybody owes."""
    verb = OWES.search(fold(reading.asked))
    if reading.topic is not Topic.PENSIONS or verb is None or not set(reading.concepts) <= {"saldo"}:
        return reading
    after = (m for m in reading.of_kind("institucion") if m.start > verb.end())
    whom = [m for m in after if TO_WHOM.search(fold(reading.asked[verb.end() : m.start]))]
    concept = f"{OWED_TO}{whom[0].clave}" if whom else ""
    if concept not in published:
        return reading
    several = len({m.clave for m in reading.of_kind("institucion")}) > 2
    kept = tuple(m for m in reading.mentions if m.clave != "saldo" and not (several and m.clave == whom[0].clave))
    return replace(reading, mentions=(*kept, unsaid(concept)), measure=concept)


def asks_how_much_each(reading: Interpretation) -> bool:
    """«¿a quién le debía y cuánto?», «¿a quién le debía el ISSSTEZAC?»: whom, of something that is measured."""
    asked = set(words(reading.asked))
    owed = bool(concepts_asked(reading)) or any(word.startswith(TO_OWE) for word in asked)
    return bool({"cuanto", "cuanta"} & asked) or (owed and {"a", "quien"} <= asked and reading.act is Act.WHO)


THE_STATE = frozenset({"gobierno del estado", "al gobierno del estado"})
# Questions in which somebody may owe the state, or pay it.
OWES_THE_STATE = frozenset({Topic.PENSIONS, Topic.DEBT})
TO_THE_STATE = re.compile(r"\b(?:al|a el|con el|con) gobierno del estado\b")


def without_state_as_creditor(reading: Interpretation) -> Interpretation:
    """«¿cuánto debe el gobierno del estado?», «¿cuánto le autorizaron al gobierno del estado?»: it is the owner of what is asked, and not
    the one to whom somebody else owes."""
    typed = fold(reading.asked)
    bare = [m for m in reading.of_kind("concepto") if fold(m.said) in THE_STATE]
    owed_to = reading.topic in OWES_THE_STATE and TO_THE_STATE.search(typed)
    if not bare or owed_to or (reading.of_kind("institucion") and reading.topic in OWES_THE_STATE):
        return reading
    kept = tuple(m for m in reading.mentions if m not in bare)
    claves = {mention.clave for mention in bare}
    return replace(reading, mentions=kept, measure=None if reading.measure in claves else reading.measure)
