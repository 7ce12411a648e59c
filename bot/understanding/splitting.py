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
    r"(?:y\s+)?(?:(?:a|de|en|por|con|para|pa|x|desde|hasta|ante|hacia|seg[uú]n)\s+)?"
    r"(?:cu[aá]nt|ku?ant|cu[aá]l|qui[eé]n|k?ien|[ck]u[aá]ndo|qu[eé]\b|[kq]\b|d[oó]nde|c[oó]mo\b)"
    r"|si\s+(?:ya|hay|se|fue|desde|est[aá]|va|s[ií])|p[aá]s[ae]me|d[aá]me|d[ií](?:ga)?me|me\s+(?:diga|indique)"
    r"|el\s+(?:documento|link|decreto|nombre|plazo|periodo|monto|importe|saldo)|los\s+nombres|la\s+(?:fuente|liga|fecha|tasa|lista)"
    r"|fuente|link|liga\b|desglose|fecha|tasa|plazo"
    r"|ya\s+\w+|(?:si\s+)?es\s+(?:cierto|verdad)|fue\s+m[aá]s|s[ií]\s+se|lo\s+\w+(?:ó|aron|ieron|izo)\b|how|who|when|which|where|what|is\b|did\b"
)
_STRONG = (
    r"\?+\s*[,;.]?\s*|;\s*|\s*\+\s*|\.{3}\s*|\s*[,;.]?\s+(?:y\s+)?"
    r"(?:adem[aá]s|as[ií]\s+como|aparte|tambi[eé]n|tanbien|de\s+paso|otra\s+(?:cosa|pregunta)|y\s+otra|luego)\b\s*[:,]?\s*"
)
_WORD_ASKS = r"¿?\s*(?:(?:a|de|en|por|con|para|pa)\s+)?(?:cu[aá]nt|cu[aá]l|qui[eé]n|cuándo|d[oó]nde|how|who|when|which|where)"
_WEAK = r"\s*[,.]?\s+(?:y|e|i|and|n)\s+"
_JOINT = re.compile(
    rf"(?P<strong>{_STRONG})(?:y\s+)?(?:otra\s*:\s*)?(?=[¿\w$])|(?P<joined>{_WEAK})(?=¿?\s*(?:{_ASKS}))|[,.]\s+(?={_WORD_ASKS})",
    re.IGNORECASE,
)
_MOST = 3
_LONGEST = 28
_NEAR = 16
"""«… quisiera saber a cuánto asciende el déficit y desde cuándo»: in a long message the two stand close to each other."""

_SURE, _SURER, _BOTH_ASK = 0.45, 0.85, 0.25
_BESIDE = frozenset({Act.WHO, Act.WHEN, Act.SOURCE, Act.TERMS})
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
        told_at_length = len(text.split()) > _LONGEST and not first.endswith("?") and not _asks_at_the_end(first)
        if found < _MOST and not told_at_length and _asks(first, anywhere=True) and _asks(second, anywhere=False):
            found += 1
            yield Cut(first, second, joint.group("strong") is not None, joint.group("joined") is not None)


_QUESTION = re.compile(rf"(?:^|[\s¿,;:(])(?:{_ASKS})", re.IGNORECASE)
_BEGINS = re.compile(rf"[\s¿]*(?:{_WORD_ASKS}|(?:(?:a|de|en|por|con|para|desde|ante)\s+)?qué\b)", re.IGNORECASE)
_ASKS_ONLY = re.compile(
    r"\b(?:cu[aá]nt[oa]s?|qué|cu[aá]l(?:es)?|qui[eé]n(?:es)?|cuándo|dónde|saber|solicito|pido|requiero)\b", re.IGNORECASE
)
_KEYWORDS = 7
_DATING = word_set("datos dato cifras cifra numeros")


def _asks(text: str, anywhere: bool) -> bool:
    """A story is no question: half a message must ask with a question word, or be a few keywords."""
    count = len(text.split())
    found = _QUESTION.search(text)
    if count < 2:
        return found is not None
    return count <= _KEYWORDS or (found is not None and (anywhere or found.start() <= 12))


def _asks_at_the_end(text: str) -> bool:
    """Only a word that can do nothing but ask counts here: «que» mostly goes on telling."""
    return _ASKS_ONLY.search(" ".join(text.split()[-_NEAR:])) is not None


def _about_something(text: str, reading: Interpretation) -> bool:
    return bool(reading.mentions or reading.period or _QUESTION.search(text) or text.endswith("?"))


def _only_dates(text: str, reading: Interpretation) -> bool:
    """«Quiero el 2023.», «Datos de 2024»: of when the question before is, not another question."""
    said = set(reading.period.said.split()) if reading.period else set()
    return bool(reading.years) and all(word in said or word in STOP or word in _DATING for word in words(text))


def holds_two(cut: Cut, whole: Interpretation, first: Interpretation, second: Interpretation) -> bool:
    """Both halves read as questions, and they ask different things. A greeting and a few words on who asks are no question."""
    if _only_dates(cut.second, second) or _says_where_from(cut.second):
        return False
    if second.act is Act.SMALLTALK or (first.act is Act.SMALLTALK and (not cut.first.endswith("?") or second.act is Act.NONE)):
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
    sure = _SURER if any(out) else _BOTH_ASK if _QUESTION.search(cut.first) and _BEGINS.match(cut.second) else _SURE
    if min(first.confidence, second.confidence) < sure or not _about_something(cut.first, first):
        return False
    if any(out) or first.act is not second.act or (first.topic is not second.topic and second.mentions):
        return whole.act is not Act.COMPARE or whole.confidence < _SURER or second.act in _BESIDE
    named = (first.entities, first.years) != (second.entities, second.years)
    return cut.strong and named and whole.act is not Act.COMPARE


def _says_where_from(text: str) -> bool:
    """«desde California» and «soy de Jerez» tell who asks; «desde cuándo» asks."""
    said = words(text)
    return not LIVING.isdisjoint(said[:1]) and _QUESTION.match(text) is None


def _is_question(text: str) -> bool:
    found = _QUESTION.search(text)
    return text.endswith("?") or (found is not None and found.start() <= 12)
