"""How long each kind is kept, told in words from the same table that the sweep obeys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, Date, delete

from bot.state import schema
from bot.state.store import Store

# In minutes. These words, and those of ``KINDS``, are translated by the catalogues of ``bot/rendering``.
UNITS = ((525_600, "año", "años"), (1440, "día", "días"), (60, "hora", "horas"), (1, "minuto", "minutos"))


@dataclass(frozen=True)
class Retention:
    """How long after its last use each kind is erased."""

    conversations: timedelta = timedelta(minutes=15)
    inbox: timedelta = timedelta(days=2)
    receipts: timedelta = timedelta(days=1825)
    reports: timedelta = timedelta(days=365)
    unanswered: timedelta = timedelta(days=180)
    sample: timedelta = timedelta(days=35)
    ratings: timedelta = timedelta(days=365)
    addresses: timedelta = timedelta(days=90)
    preferences: timedelta = timedelta(days=365)
    counters: timedelta = timedelta(days=1095)


@dataclass(frozen=True)
class Kind:
    """``erased`` tells whether /borrar erases it: what belongs to nobody cannot be found for anybody."""

    name: str
    what: str
    why: str
    used: Column[datetime] | Column[object]
    erased: bool


KINDS = (
    Kind(
        "conversations",
        "cómo se leyó cada pregunta tuya (tema, nombres, fechas, palabras de búsqueda; sin datos personales) y con qué se contestó",
        "para entender «¿y en 2018?», corregir y mostrar «ver más»",
        schema.conversations.c.used_at,
        True,
    ),
    Kind(
        "inbox",
        "el mensaje que mandaste, cifrado y solo hasta contestarlo; después, únicamente su número",
        "para no perder preguntas ni contestarlas dos veces",
        schema.inbox.c.received_at,
        True,
    ),
    Kind(
        "receipts",
        "la respuesta que se dio, sin quién la pidió ni con qué palabras",
        "para mostrarla otra vez con su recibo y decir si cambió",
        schema.receipts.c.last_on,
        False,
    ),
    Kind(
        "reports",
        "los avisos de «esta cifra está mal», con tus datos personales tapados",
        "para que el personal revise la cifra",
        schema.reports.c.sent_on,
        True,
    ),
    Kind(
        "unanswered",
        "preguntas que no se pudieron contestar, con los datos personales tapados y sin nada que diga de quién son",
        "para saber qué falta",
        schema.unanswered.c.asked_on,
        False,
    ),
    Kind(
        "sample",
        "hasta 50 preguntas por semana, escogidas al azar, y su respuesta; con los datos personales tapados y sin decir de quién son",
        "para que dos personas revisen si se contestó bien",
        schema.sample.c.asked_on,
        False,
    ),
    Kind("ratings", "si una respuesta te sirvió o no", "para saber qué mejorar", schema.ratings.c.rated_on, True),
    Kind(
        "addresses",
        "el número de tu chat, cifrado, solo si pediste que se te avise algo",
        "para poder avisarte",
        schema.addresses.c.since,
        True,
    ),
    Kind("preferences", "el idioma y el municipio que elegiste", "para contestar como pediste", schema.preferences.c.used_on, True),
    Kind("counters", "cuántas preguntas hubo por día, sin decir de quién", "para las estadísticas", schema.counters.c.day, False),
)


@dataclass(frozen=True)
class Described:
    """One kind as a person reads it (Spanish); ``length`` comes from the settings in force."""

    what: str
    why: str
    length: timedelta
    erased: bool

    @property
    def how_long(self) -> str:
        return written(self.length)


def described(retention: Retention) -> tuple[Described, ...]:
    """What is kept, why and for how long: the text behind ``/privacidad``."""
    return tuple(Described(kind.what, kind.why, getattr(retention, kind.name), kind.erased) for kind in KINDS)


def purge(store: Store, retention: Retention, now: datetime) -> Mapping[str, int]:
    """Erase what is due; how many rows of each kind. An unanswered update is due too: nobody waits two days for a reply."""
    gone: dict[str, int] = {}
    with store.writing() as connection:
        for kind in KINDS:
            due = now - getattr(retention, kind.name)
            limit = due.date() if isinstance(kind.used.type, Date) else due
            gone[kind.name] = connection.execute(delete(kind.used.table).where(kind.used < limit)).rowcount
        connection.execute(delete(schema.marks).where(schema.marks.c.until <= now))
    return gone


def in_spanish(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


def written(length: timedelta, plural: Callable[[str, str, int], str] = in_spanish) -> str:
    """In the largest unit that divides it; ``plural`` chooses the word, as ``ngettext`` does."""
    minutes = round(length.total_seconds() / 60)
    size, one, many = next(unit for unit in UNITS if (minutes >= unit[0] and minutes % unit[0] == 0) or unit is UNITS[-1])
    return f"{minutes // size} {plural(one, many, minutes // size)}"
