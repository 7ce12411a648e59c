"""What can be wrong with the questions and answers of staff although each row is well written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urlsplit

from bot.domain.placeholders import fact_ids, misspelt
from bot.domain.reading import Topic
from bot.domain.vocabulary import FaqText
from bot.errors import Problem
from bot.knowledge import references
from bot.knowledge.nodes import Text
from bot.knowledge.problems import World
from bot.knowledge.reading import Reading, folded
from bot.knowledge.rows import Cells
from bot.language.folding import words

_MONEY = re.compile(
    r"\$\s*\d|\d[\d.,]*\s*(?:mil(?:lones)?\s+)?(?:de\s+)?(?:pesos|millones|mdp|centavos)\b|\b\d{1,3}(?:,\d{3}){2,}\b"
    r"|\b(?:mil|cien|(?:dos|tres|cuatro|quin|seis|sete|ocho|nove)cientos|ciento|\w+enta|\w+ta y \w+|veinti\w+|veinte|diez|quince|once|doce"
    r"|trece|catorce|dieci\w+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|un)\s+mill[oó]n(?:es)?\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"\d[\d.,]*\s*(?:%|por ciento\b)", re.IGNORECASE)
_NORM = {"ley", "leyes", "articulo", "articulos", "constitucion", "reglamento", "decreto"}
_SENTENCE = re.compile(r"(?<=[.?!;])\s+")
_LONG = 900
_FRONT = re.compile(r"(?:/(?:index|inicio|home|default)(?:\.\w+)?)*/?", re.IGNORECASE)
_SEARCH = re.compile(r"(?:^|[/.])(?:search|buscar|buscador|busqueda)(?:[/.?]|$)|[?&](?:s|q|query|buscar)=", re.IGNORECASE)
_CLAVE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def problems(reading: Reading, world: World, today: date) -> Iterator[Problem]:
    yield from _twice(reading)
    yield from _pages(reading, world)
    for entry, row in reading.faq:
        yield from _documents(entry, row, world)
        yield from _figures(entry, row, world)
        yield from accusations(entry.answer, reading.forbidden, row, "respuesta")
        yield from accusations(entry.question, reading.forbidden, row, "pregunta")
        yield from _care(entry, row, today)
    for name, text in reading.wordings.items():
        yield from accusations(text, reading.forbidden, reading.wordings_row, name)


def _twice(reading: Reading) -> Iterator[Problem]:
    claves: dict[str, Cells] = {}
    asked: dict[str, FaqText] = {}
    for entry, row in reading.faq:
        before = claves.setdefault(entry.clave, row)
        if before is not row:
            what = f"«{entry.clave}» ya está en {before.file}:{before.line}"
            yield row.problem("clave", what, "Junta las dos entradas o cambia la clave")
        if not _CLAVE.fullmatch(entry.clave):
            what = f"«{entry.clave}» no sirve de clave"
            yield row.problem("clave", what, "Usa minúsculas sin acento y guiones: «que-es-issstezac»")
        yield from _repeated(entry, row)
    # A main question owns its words: the other way of asking is the one to change.
    for entry, row in reading.faq:
        yield from _asked_elsewhere(entry, row, asked, "pregunta", (Text(entry.question, row.at("pregunta")),))
    for entry, row in reading.faq:
        yield from _asked_elsewhere(entry, row, asked, "tambien", row.lists["tambien"])


def _asked_elsewhere(entry: FaqText, row: Cells, asked: dict[str, FaqText], column: str, texts: tuple[Text, ...]) -> Iterator[Problem]:
    for text in texts:
        other = asked.setdefault(folded(text.value), entry)
        if other is not entry:
            what = f"«{text.value}» ya es pregunta de «{other.clave}» ({other.file}:{other.line})"
            yield row.problem(column, what, "Déjala en una sola entrada", text.line)


def _repeated(entry: FaqText, row: Cells) -> Iterator[Problem]:
    seen = {folded(entry.question)}
    for text in row.lists["tambien"]:
        if folded(text.value) in seen:
            yield row.problem("tambien", f"«{text.value}» está dos veces en esta entrada", "Bórrala aquí", text.line)
        seen.add(folded(text.value))


def _documents(entry: FaqText, row: Cells, world: World) -> Iterator[Problem]:
    if entry.published and not entry.sources and entry.topic != Topic.BOT:
        what = "falta «fuentes»: solo lo que habla del propio bot puede ir sin documento"
        yield row.problem("fuentes", what, "Ejemplo: «fuentes: [jornada-2026-01-21]»")
    for text in row.lists["fuentes"]:
        yield from references.document(row, "fuentes", text.value, world, text.line)


def _pages(reading: Reading, world: World) -> Iterator[Problem]:
    """Documents whose address opens a front page or a search: told once each, where they are first cited."""
    cited: dict[str, tuple[Cells, int]] = {}
    for _, row in reading.faq:
        for text in row.lists["fuentes"]:
            cited.setdefault(text.value, (row, text.line))
    for id, (row, line) in cited.items():
        address = world.address_of(id) or ""
        if page := _no_document(address):
            what = f"«{id}» abre {page} ({address}), no un documento"
            yield row.caution("fuentes", what, "Pon en data/sources.csv la dirección del documento mismo", line)


def _no_document(address: str) -> str:
    """«la portada del sitio», «un buscador», or nothing for an address that may well be a document."""
    url = urlsplit(address)
    if url.netloc and _FRONT.fullmatch(url.path) and not url.query:
        return "la portada del sitio"
    return "un buscador" if _SEARCH.search(f"{url.netloc}{url.path}?{url.query}") else ""


def _figures(entry: FaqText, row: Cells, world: World) -> Iterator[Problem]:
    for fact in fact_ids(entry.answer):
        yield from references.figure(row, "respuesta", fact, world)
        documents = world.documents_of(fact)
        if documents and entry.sources and set(documents).isdisjoint(entry.sources):
            yield row.problem("fuentes", f"ninguna es el documento de la cifra «{fact}»", f"Agrega «{documents[0]}»")
    for braces in misspelt(entry.answer):
        yield row.problem("respuesta", f"no entiendo «{braces}»", "Una cifra se escribe «{cifra:deficit-actuarial-2020}»")
    yield from typed_amounts(entry.answer, row, "respuesta")


def typed_amounts(text: str, row: Cells, key: str) -> Iterator[Problem]:
    """Amounts and rates written by hand in the text of a key."""
    for sentence in _SENTENCE.split(text):
        typed = [match.group() for match in _MONEY.finditer(sentence)]
        if not _NORM & set(words(sentence)):
            # «la ley ordenaba 30 por ciento» is a norm; «creció 30 por ciento» is a figure and needs its document.
            typed += [match.group() for match in _RATE.finditer(sentence)]
        for amount in typed:
            what = f"«{amount}» está escrito a mano"
            yield row.problem(key, what, "Usa «{cifra:…}», que la toma de su documento con etapa y periodo")


def accusations(text: str, forbidden: Mapping[str, str], row: Cells, key: str) -> Iterator[Problem]:
    """Forbidden words, as in ``Reading.forbidden``, in the text of a key."""
    said = f" {folded(text)} "
    for word, written in forbidden.items():
        if f" {word} " in said:
            what = f"«{written}» acusa o califica"
            yield row.problem(key, what, "Di lo que dice el documento; la lista está en knowledge/palabras_prohibidas.yaml")


def _care(entry: FaqText, row: Cells, today: date) -> Iterator[Problem]:
    if entry.published and entry.review_by and entry.review_by < today:
        what = f"debía revisarse antes del {entry.review_by}"
        yield row.caution("revisar_antes_de", what, "Vuelve a leer sus fuentes y pon una fecha nueva")
    if not (entry.question.startswith("¿") and entry.question.endswith("?")):
        yield row.problem("pregunta", f"«{entry.question}» no es una pregunta", "Escríbela entre «¿» y «?»")
    if len(entry.answer) > _LONG:
        what = f"la respuesta tiene {len(entry.answer)} letras y en un teléfono se leen {_LONG}"
        yield row.caution("respuesta", what, "Acórtala o pártela en dos preguntas")
    if len(entry.also) < 3:
        what = f"hay {len(entry.also)} maneras más de preguntarlo"
        yield row.caution("tambien", what, "Escribe de cuatro a quince, como lo dirías de viva voz")
