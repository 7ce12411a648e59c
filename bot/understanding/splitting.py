"""Two questions in one message: where the second may begin, and whether there really are two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.reading import Act, Interpretation
from bot.language.folding import word_set, words
from bot.understanding.content import STOP
from bot.understanding.scope import LIVING

_ASKS = (
    r"(?:y\s+)?(?:(?:a|de|en|por|con|para|pa|desde|hasta)\s+)?"
    r"(?:cu[aá]nt|ku?ant|cu[aá]l|qui[eé]n|k?ien|cu[aá]ndo|qu[eé]\b|k\b|d[oó]nde|c[oó]mo\b)"
    r"|si\s+(?:ya|hay|se|fue|desde|est[aá]|va|s[ií])|p[aá]s[ae]me|d[aá]me|d[ií]me"
    r"|el\s+(?:documento|link|decreto)|la\s+(?:fuente|liga|fecha|tasa|lista)|fuente|link|liga\b|desglose|fecha|tasa|plazo"
    r"|ya\s+\w+|(?:si\s+)?es\s+(?:cierto|verdad)|fue\s+m[aá]s|s[ií]\s+se|lo\s+\w+(?:ó|aron|ieron|izo)\b|how|who|when|which|where|what|is\b|did\b"
)
_STRONG = (
    r"\?+\s*[,;.]?\s*|;\s*|\s*\+\s*|\.{3}\s*|\s*[,;.]?\s+(?:y\s+)?"
    r"(?:adem[aá]s|aparte|tambi[eé]n|tanbien|de\s+paso|otra\s+(?:cosa|pregunta)|y\s+otra|luego)\b\s*[:,]?\s*"
)
_WORD_ASKS = r"¿?\s*(?:(?:a|de|en|por|con|para|pa)\s+)?(?:cu[aá]nt|cu[aá]l|qui[eé]n|cu[aá]ndo|d[oó]nde|how|who|when|which|where)"
_WEAK = r"\s*[,.]?\s+(?:y|e|i|and|n)\s+"
_JOINT = re.compile(
    rf"(?P<strong>{_STRONG})(?:y\s+)?(?:otra\s*:\s*)?(?=[¿\w$])|(?P<joined>{_WEAK})(?=¿?\s*(?:{_ASKS}))|[,.]\s+(?={_WORD_ASKS})",
    re.IGNORECASE,
)
_MOST = 3
_LONGEST = 28
_SURE, _SURER = 0.45, 0.85
_OF_PARTS = frozenset({Act.COMPARE, Act.BREAKDOWN})
"""«¿cuánto a escuelas y cuánto a hospitales?» is one question about the parts of something."""


@dataclass(frozen=True)
class Cut:
    """``strong``: what stands between says that something else follows («además», «;», a question mark); ``joined``: it is
    «y». Otherwise a comma: «Deudas que siguen abiertas, ¿cuáles quedan?» is one question."""

    first: str
    second: str
    strong: bool
    joined: bool


def cuts(text: str) -> Iterator[Cut]:
    """Places where a second question may begin."""
    found = 0
    for joint in _JOINT.finditer(text):
        first, second = text[: joint.start()].strip(" ,;¿"), text[joint.end() :].strip(" ,;")
        if joint.group().lstrip().startswith("?"):
            first += "?"
        told_at_length = len(text.split()) > _LONGEST and not first.endswith("?")
        if found < _MOST and not told_at_length and _asks(first, anywhere=True) and _asks(second, anywhere=False):
            found += 1
            yield Cut(first, second, joint.group("strong") is not None, joint.group("joined") is not None)


_QUESTION = re.compile(rf"(?:^|[\s¿,;:(])(?:{_ASKS})", re.IGNORECASE)
_KEYWORDS = 7
_DATING = word_set("datos dato cifras cifra numeros")


def _asks(text: str, anywhere: bool) -> bool:
    """A story is no question: half a message must ask with a question word, or be a few keywords."""
    count = len(text.split())
    if count < 2:
        return False
    found = _QUESTION.search(text)
    return count <= _KEYWORDS or (found is not None and (anywhere or found.start() <= 12))


def _about_something(text: str, reading: Interpretation) -> bool:
    return bool(reading.mentions or reading.period or _QUESTION.search(text) or text.endswith("?"))


def _only_dates(text: str, reading: Interpretation) -> bool:
    """«Quiero el 2023.», «Datos de 2024»: of when the question before is, not another question."""
    said = set(reading.period.said.split()) if reading.period else set()
    return bool(reading.years) and all(word in said or word in STOP or word in _DATING for word in words(text))


def holds_two(cut: Cut, whole: Interpretation, first: Interpretation, second: Interpretation) -> bool:
    """Both halves read as questions, and they ask different things. A greeting and a few words on who asks are no question."""
    if _only_dates(cut.second, second) or not LIVING.isdisjoint(words(cut.second)[:1]):
        return False
    if second.act is Act.SMALLTALK or (first.act is Act.SMALLTALK and (not _is_question(cut.first) or second.act is Act.NONE)):
        return False
    out = (first.act is Act.NONE, second.act is Act.NONE)
    if all(out) or (out[0] and not cut.first.endswith("?")) or (out[1] and not _is_question(cut.second)):
        return False
    if not _is_question(cut.first) and not cut.strong and not cut.joined:
        return False
    if first.act is second.act and whole.act in _OF_PARTS and whole.act is not first.act:
        return False
    if whole.act is Act.BREAKDOWN is second.act and not cut.strong and not second.entities and whole.entities:
        return False
    sure = _SURER if any(out) else _SURE
    if min(first.confidence, second.confidence) < sure or not _about_something(cut.first, first):
        return False
    if any(out) or (first.act, first.topic) != (second.act, second.topic):
        return not (whole.act is Act.COMPARE and first.act is second.act)
    named = (first.entities, first.years) != (second.entities, second.years)
    return cut.strong and named and whole.act is not Act.COMPARE


def _is_question(text: str) -> bool:
    found = _QUESTION.search(text)
    return text.endswith("?") or (found is not None and found.start() <= 12)
