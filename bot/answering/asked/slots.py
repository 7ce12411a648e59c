"""What a reading asks for, in the terms of the look-up: words, names, concepts, amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from bot.answering.figures.disagreeing import words_of_doubt
from bot.answering.search.index import DATING, content_words
from bot.domain.ledger import Fact
from bot.domain.reading import Act, Interpretation, Mention
from bot.language.folding import fold, word_set, words

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
# «¿de cuánto fue el crédito con Scotiabank?», unless the question says «debe» or «falta», which are names of its balance.
LOAN_MEASURE = "monto-credito"
# «¿con qué banco se debía más al cierre de 2013?»
LOAN_BALANCE = "saldo-credito"
# «de los 50 millones que pidió, ¿cuánto era para infraestructura?»: the amount typed is the whole, not the figure asked.
PART_OF_AMOUNT = re.compile(
    r"\b(de|dentro de) (los|las|esos|esas|aquellos) (mas de )?[\d].*\bcuant[oa]"
    r"|\d.*\bcuant[oa] (era|eran|es|son|fue|fueron|corresponde|toca|va) (de|del|para|a|al) "
)
# The two owners of public money whose figures a question may mean without naming them.
STATE, COUNTRY = "zacatecas", "mexico"
FEDERATION = re.compile(r"\b(?:federacion|federal(?:es)?|gobierno de mexico)\b")
SLOT_KINDS = ("municipio", "gobierno", "estado")


def asked_words(reading: Interpretation) -> tuple[str, ...]:
    """The content words asked, without years, amounts, places and governments: those are slots, not descriptors."""
    return describing([word for word in reading.words if word not in DATING], reading)


def typed_words(reading: Interpretation) -> tuple[str, ...]:
    """The content words of this message alone, without those of the turn before."""
    typed = describing(content_words(reading.asked), reading)
    return typed if reading.per != "habitante" else tuple(word for word in typed if not divides(word))


def describing(said: Sequence[str], reading: Interpretation) -> tuple[str, ...]:
    """Those of these words that may be of a published thing."""
    silent = silent_words(reading)
    left = tuple(word for word in said if not word[:1].isdigit() and word not in silent and word not in TALK)
    # of «¿a cuánto equivale en pesos de 2025?» the words of the conversion point to no figure
    return tuple(word for word in left if not word.startswith(PRICES)) if reading.per == "pesos_de_hoy" else left


# Asked of one reading by all that looks for its words.
@lru_cache(maxsize=64)
def silent_words(reading: Interpretation) -> frozenset[str]:
    """Words that point to no figure: of slots, of doubt, of a comparison, of a change, of an amount of money."""
    typed = fold(reading.asked)
    # «¿era la mitad de la de 2016?»; «la primera mitad del aguinaldo» is the name of a figure
    sizes = SIZES if not SIZES.isdisjoint(words(typed)) and COMPARES_SIZES.search(typed) else frozenset()
    # «9 mil millones» is a sum of money, and not the name of a credit of so many millions
    money = THOUSANDS_OF_MILLIONS if (reading.amounts and " mil millones" in typed) or "cuantos millones" in typed else frozenset()
    # «hace 10 años»: how long ago
    ago = words(reading.period.said) if reading.period and reading.period.said.startswith("hace ") else ()
    # «¿cuánto ha subido la deuda?», «¿era mayor?»: they ask for a line of years, or for two of them
    of_change = reading.act in OF_CHANGE or reading.per == "pesos_de_hoy"
    moved = {word for word in words(typed) if of_change and (word in DEGREES or CHANGED.match(word))}
    return slot_words(reading) | words_of_doubt(reading) | sizes | money | moved | set(ago)


DEGREES = word_set("mayor menor mayores menores grande grandes chica chico pequena pequeno superior inferior mejor peor")
OF_CHANGE = (Act.TREND, Act.COMPARE)
# Verbs that ask how a thing changed. «movilidad» is none.
CHANGE = (
    r"\b(?:crec|aument|subi|sub[eo]n?\b|increment|baj[aoe]|dismin|redu[cj]|cambi|ca(?:y[eo]|id|ig)|evoluc|dispar|movi[do]"
    r"|arriba\b|abajo\b)\w*"
)
CHANGED = re.compile(CHANGE)


THOUSANDS_OF_MILLIONS = word_set("mil millones")


# What the reader leaves of an English question besides its translated words; and verbs and words of doubt that every figure bears:
# «¿es cierto que seguía en 9 mil millones?»
TALK = word_set("""
    does do did as late early by of the at end per
    cierto verdad veras falso mentira periodo periodos espera esperan
    subia subian ascendia ascendian asciende sigue siguen seguia seguian rondaba rondaban rebasaba rebasaban llegaba llegaban
    equivalia equivale elevaba estaba tocara tocaran tenia tenian habia habian
    """)


def slot_words(reading: Interpretation) -> frozenset[str]:
    """Words of places, governments, and of those who only say or vote it."""
    typed = fold(reading.asked)
    silent = [*reading.of_kind(*SLOT_KINDS), *(m for m in reading.of_kind("institucion") if testifies(m, typed))]
    named = frozenset(word for mention in silent for word in words(mention.said))
    return named | owner_words(typed) | period_words(reading) | {word for said in SINCE.findall(typed) for word in words(said)}


# What a government does when it comes, and when it goes.
ENTERS = word_set("recibio recibieron heredo heredaron heredada heredaba entro llego encontro agarro tomo")
LEAVES = word_set("dejo dejaron salio termino entrego acabo terminar irse salir")
# «lo que ha pagado desde que entró»: all of its time, and no moment of it.
SINCE = re.compile(rf"\b(?:desde|hasta) que (?:[a-z]+ ){{0,4}}?(?:{'|'.join(sorted(ENTERS | LEAVES))}|empezo|inicio|se fue)\b")


PARTS_OF_YEAR = word_set("""
    primer primero segundo tercer tercero cuarto ultimo trimestre semestre bimestre cuatrimestre cierre finales final principios inicios
    inicio mediados
    """)


def period_words(reading: Interpretation) -> set[str]:
    """Of «en el primer trimestre de 2023», «a finales de 2018»: they say when, and point to no figure."""
    said = set(words(reading.period.said)) if reading.period else set()
    ends = set(END_OF_YEAR.findall(fold(reading.asked)))
    return ends | (said & PARTS_OF_YEAR if len(said) <= LONGEST_PERIOD else set())


END_OF_YEAR = re.compile(r"\ba (finales|fines|principios|inicios|mediados) del? (?:ano )?(?:19|20)\d\d\b")


LONGEST_PERIOD = 5


# «el gobierno del estado de Zacatecas» is the owner of what is asked, and no «Gobierno» among its parts.
OWNER = re.compile(r"\b(gobierno) (?:del? (?:estado (?:de )?)?)?zacatecas\b|\bgobierno (estatal)\b")


def owner_words(typed: str) -> set[str]:
    return {word for found in OWNER.findall(typed) for word in found if word}


HEADS = word_set("habitante habitantes persona personas cabeza cabezas capita zacatecano zacatecanos ciudadano gente parejo poblacion")
SHARING = ("repart", "divid", "toca")


def without_of(text: str) -> str:
    """«aguinaldo del 2021» and «aguinaldo 2021» are one name."""
    return " ".join(word for word in words(text) if word not in ("del", "de"))


def divides(word: str) -> bool:
    """Of «si se repartiera entre todos los habitantes, ¿cuánto le toca a cada uno?»: words of the division, which point to no figure."""
    return word in HEADS or word.startswith(SHARING)


PRICES = ("hoy", "ahora", "peso", "precio", "inflacion", "equival", "actualiz", "deflact", "actual", "valdria")


SIZES = word_set("veces cabe caben doble triple cuadruple mitad")
COMPARES_SIZES = re.compile(
    r"\bveces\b|\b(?:el|del|al) (?:doble|triple|cuadruple)\b|\b(?:es|era|fue|son|eran|fueron|casi|ni|apenas|mas de|menos de) la mitad\b"
)


REFUSED = re.compile(r"\bno (?:lo|la|el|los|las) que [^,.;?]*")


def affirmed(reading: Interpretation) -> str:
    """The message without what it says it does not ask: «no lo que se debe, lo que se contrató»."""
    return REFUSED.sub(" ", fold(reading.asked))


def unsaid(concept: str) -> Mention:
    """A concept that the question asks for without naming it."""
    return Mention("concepto", concept, "", 0, 0)


def typed_here(mention: Mention, reading: Interpretation) -> bool:
    """Said in this message, not carried over from the turn before."""
    return bool(mention.said) and reading.asked[mention.start : mention.end] == mention.said


def without_said(reading: Interpretation, *kinds: str) -> str:
    """The folded message with «_» where a name of these kinds was typed, or of any kind: what is left is not part of a name."""
    typed = fold(reading.asked)
    for mention in reading.of_kind(*kinds) if kinds else reading.mentions:
        typed = typed.replace(fold(mention.said), " _ ") if mention.said else typed
    return typed


OF_THAT = word_set("eso esa ese esos esas ello aquello")


def points_back(reading: Interpretation) -> bool:
    """«¿y cuánto se gastó en eso?»: of what was just talked of."""
    return not OF_THAT.isdisjoint(words(reading.asked))


def concepts_asked(reading: Interpretation) -> tuple[str, ...]:
    """Concepts named, or the one carried over."""
    return reading.concepts or ((reading.measure,) if reading.measure else ())


@lru_cache(maxsize=64)
def names_asked(reading: Interpretation) -> tuple[Mention, ...]:
    """Names that an answer must be about, each once; the state itself and a government are not narrowing, nor whoever only says,
    votes or orders it: «lo que autorizó la Legislatura», «según Hacienda», «por orden de los jueces»."""
    named = {m.clave: m for m in reading.mentions if m.kind not in ("concepto", "gobierno", "estado") and m.clave != "zacatecas"}
    typed = fold(reading.asked)
    return tuple(mention for mention in named.values() if mention.kind != "institucion" or not testifies(mention, typed))


def names_several(reading: Interpretation) -> bool:
    """«el crédito que se firmó con Banorte», «entre Jerez y Pinos»: an answer must be about more than one name."""
    return len({mention.clave for mention in names_asked(reading)}) > 1


WITNESSING = (
    r"\b(?:autori|aprob|apru|vot|segun|dij|dic|decia|registr|report|revis|observ|entreg|public|propus|present|mand|envi"
    r"|recono|admit|asegur|calcul|estim|resolv|resuelv|fall(?=[oó]|aron)|dictamin|determin)"
)
SAYING = (
    r"\b(?:segun(?: (?:el|la|los|las|un|una) \w+ (?:de|del))?|ante|orden(?:es)? de|orden\w+ por|senten\w+ de|mandato de|resolucion\w* de"
    r"|registrad\w+ (?:en|ante))"
)
# «los diputados dicen cosas distintas»: after the name, only verbs of telling
TELLING = r"(?:dice|dicen|dijo|dijeron|decia|decian|asegura|aseguran|aseguro|afirma|afirman|afirmo|sostiene|sostienen|declaro|declararon"
TELLING += r"|contradice|contradicen|contradijeron|difieren)\b"
# «lo que el estado reportó en sus ingresos al INEGI»
ADDRESSED = r"\b(?:report|inform|declar|registr|entreg|rindi|notific)\w*\b(?:\W+\w+){0,6}?\W+"
GRANTED = r"\bl[ea]s? (?:aprob|apru|autori|asign)\w*"
# Whose vote approves what others spend.
LEGISLATORS = frozenset({"legislatura del estado", "poder legislativo"})
CHANGING = r"(?:recort|modific|quit|aument|baj|subi|reduj|redu[cz]|increment|reasign|ajust|tijer)"
PARTICIPLE = r"(?<!ado)(?<!ada)(?<!ados)(?<!adas)(?<!ido)(?<!ida)"


# A question asks it of the same names a dozen times.
@lru_cache(maxsize=256)
def testifies(mention: Mention, typed: str) -> bool:
    """It speaks of somebody else's money. A participle needs its «por»: «aprobado por el Congreso», not «lo aprobado de la UAZ»."""
    if mention.clave in LEGISLATORS and _voting(fold(mention.said)).search(typed):
        return True
    if not SPEAKS.search(typed):
        return False
    granted, testimony = _testimony(fold(mention.said))
    if mention.clave not in LEGISLATORS and granted.search(typed):
        # «¿cuánto le aprobaron Obras Públicas?», with the «a» left out: who gets it
        return False
    return bool(testimony.search(typed))


# Without one of these nobody is a witness, whatever the name.
SPEAKS = re.compile(rf"{WITNESSING}|\b(?:ante|orden|senten|mandato|resolucion|inform|declar|rindi|notific|otr)|{TELLING}")


@lru_cache(maxsize=64)
def _voting(said: str) -> re.Pattern[str]:
    """«lo que el Congreso le autorizó», «el Congreso dio permiso de…», «¿cuánto le recortaron los diputados al presupuesto?»."""
    return re.compile(
        rf"\b{CHANGING}\w*{PARTICIPLE} (?:el |la |los |las )?{re.escape(said)}\b"
        rf"|\b{re.escape(said)} (?:(?:no|ya|le|les|lo|la|los|las|se|que) )*{CHANGING}(?!\w*(?:ado|ada|idos?|idas?)\b)\w*|"
        rf"\b{re.escape(said)} (?:(?:no|ya|le|les|nos|lo|la|los|las|se|que) )*(?:autoriz|aprob|vot)(?:o|aron|aba|aban|e|en)\b"
        rf"|\b{re.escape(said)} (?:(?:le|les|nos) )?(?:dio|dieron) permiso\b"
        rf"|{BILL_SENT}\b(?:al|a|ante) (?:el |la |los |las )?{re.escape(said)}\b"
    )


# «el paquete que mandó el gobernador a la Legislatura»
BILL_SENT = r"\b(?:paquete|presupuesto|proyecto|iniciativa)\b[^,;.?]*\b(?:mand|envi|present|entreg|turn|lleg)\w*\b(?:\W+\w+){0,3}?\W+"


# Each name is asked about many times, and there are more of them than the library of patterns remembers.
@lru_cache(maxsize=4096)
def _testimony(said: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What grants something to the name, and what makes it a witness."""
    office = "(?:(?:secretari[oa]|titular|director[a]?|president[ea]|gente) (?:del? )?(?:la )?)?"
    name = rf"(?:el |la |los |las |un |una )?{office}{re.escape(said)}\b"
    verb = rf"{WITNESSING}\w*{PARTICIPLE}\s+(?:ante |en )?{name}"
    says = rf"{name}(?: (?:no|nos|lo|ya|que|se))* {TELLING}|{name} (?:de \w+ )?(?:{TELLING}|otr[oa]\b)"
    heard = rf"{ADDRESSED}(?:al |ante |a ){name}"
    testimony = rf"{says}|{verb}|{WITNESSING}\w*\s+por {name}|{SAYING}\s+{name}|{heard}"
    return re.compile(rf"{GRANTED}\s+{name}"), re.compile(testimony)


def rounded_to(typed: Decimal) -> tuple[Decimal, Decimal]:
    """The least and the largest amount for which a person may say this one: speech rounds by half a per cent."""
    return typed - typed / 200, typed + typed / 200


def is_typed(fact: Fact, amounts: Iterable[Decimal]) -> bool:
    """The person typed this amount, give or take the rounding of speech."""
    return any(least <= fact.amount <= most for least, most in map(rounded_to, amounts))


def telling(amounts: Iterable[Decimal]) -> bool:
    """An amount of three significant digits or more («4,939 millones») points to a figure by itself; «8 millones» does not."""
    return any(len(str(int(amount)).rstrip("0")) >= 3 for amount in amounts)
