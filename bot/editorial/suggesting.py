"""``knowledge suggest``: vocabulary lines and drafts that unanswered questions ask for. Nothing is written until a person accepts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, count

from bot.app import Assistant
from bot.editorial.grouping import Group, groups
from bot.editorial.present import FileRow, Present
from bot.editorial.proposal import Change, Kind
from bot.editorial.workbook_columns import QUESTIONS, VOCABULARY
from bot.knowledge import Written
from bot.language.folding import fold, words
from bot.language.ordinary import everyday_words
from bot.language.spelling import Speller
from bot.privacy.masking import mask
from bot.state import UnansweredQuestion

_EVIDENCE = 3
_TIMES = 2
"""One question alone proves nothing, and could lead back to whoever asked it."""
_REVIEW = timedelta(days=180)
_OF_THE_BOT = "bot"


@dataclass(frozen=True)
class Suggestion:
    """``change`` is None when only a person can say what the word means; ``evidence`` holds some of the masked questions."""

    what: str
    times: int
    evidence: tuple[str, ...]
    change: Change | None


def suggest(questions: Sequence[UnansweredQuestion], assistant: Assistant, present: Present, today: date) -> tuple[Suggestion, ...]:
    """Words first, then entries; each asked for by two questions or more, the most asked first."""
    entries = (_entry(group, present, today) for group in groups(questions, assistant, today) if group.times >= _TIMES)
    return (*_words(questions, assistant, present), *entries)


def unread_words(questions: Iterable[UnansweredQuestion]) -> Mapping[str, Sequence[str]]:
    """Each word that nobody knows, with the masked questions that hold it, the most frequent first."""
    held: dict[str, list[str]] = defaultdict(list)
    for question in questions:
        text = mask(question.text)
        kept = set(words(text))
        for word in dict.fromkeys(fold(word) for word in question.unread):
            if len(word) > 2 and word in kept and word.isalpha():
                held[word].append(text)
    return dict(sorted(held.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def _words(questions: Sequence[UnansweredQuestion], assistant: Assistant, present: Present) -> Iterator[Suggestion]:
    owners = _names_of_one_word(present)
    speller = Speller(dict.fromkeys(owners, 1), protected=(*assistant.knowledge.ordinary, *everyday_words()))
    for word, texts in unread_words(questions).items():
        if len(texts) < _TIMES:
            continue
        evidence = tuple(dict.fromkeys(texts))[:_EVIDENCE]
        owner = owners.get(speller.mend(word))
        if owner is None or speller.mend(word) == word:
            yield Suggestion(f"nadie conoce la palabra «{word}»", len(texts), evidence, None)
            continue
        changed: dict[str, Written] = {"alias": (*owner.texts("alias"), word)}
        what = f"«{word}» parece «{owner.values['nombre']}»: agregarlo a sus alias"
        yield Suggestion(what, len(texts), evidence, Change(Kind.CHANGED, VOCABULARY, owner.file, owner, None, changed))


def _names_of_one_word(present: Present) -> dict[str, FileRow]:
    owners: dict[str, FileRow] = {}
    for row in present.of(VOCABULARY):
        if not row.file.endswith("conceptos.yaml"):
            for name in (str(row.values["nombre"]), str(row.values["corto"]), *row.texts("alias")):
                if len(folded := words(name)) == 1:
                    owners.setdefault(folded[0], row)
    return owners


def _entry(group: Group, present: Present, today: date) -> Suggestion:
    topic = group.reading.topic.value if group.reading.topic else _OF_THE_BOT
    first, *others = group.questions
    file = present.file_of_topic(topic) or f"{QUESTIONS.folder}/{topic}.yaml"
    values: dict[str, Written] = {
        "clave": _clave(first, present),
        "pregunta": f"¿{first.strip(' ¿?.').capitalize()}?",
        "tambien": tuple(others[:8]) or (first,),
        "respuesta": "Por escribir.",
        "fuentes": (),
        "tema": topic,
        "responsable": "por asignar",
        "estado": "borrador",
        "revisar_antes_de": (today + _REVIEW).isoformat(),
    }
    change = Change(Kind.NEW, QUESTIONS, file, None, None, values)
    return Suggestion(f"escribir una respuesta para «{values['pregunta']}» ({topic})", group.times, group.questions[:_EVIDENCE], change)


def _clave(question: str, present: Present) -> str:
    taken = {row.values["clave"] for row in present.of(QUESTIONS)}
    base = fold("-".join(word for word in words(question) if word.isalnum()))[:60].strip("-") or "pregunta"
    claves = chain([base], (f"{base}-{number}" for number in count(2)))
    return next(clave for clave in claves if clave not in taken)
