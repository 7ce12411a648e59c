"""Two questions in one message: where the second may begin."""

from __future__ import annotations

import re

from bot.domain.reading import Interpretation

_JOINT = re.compile(
    r"(?:\?\s*[,;]?\s*(?=\S*[¿\w])|[,;.]?\s+(?:y|e|i)\s+(?:(?:tambi[eé]n|adem[aá]s|aparte|de paso)\s+)?"
    r"|[,;.]\s*(?:adem[aá]s|aparte|tambi[eé]n)\s*,?\s*)"
    r"(?=¿|(?:a|de|en|por|con|para|pa)?\s*(?:cu[aá]nt|cu[aá]l|qui[eé]n|cu[aá]ndo|qu[eé]\b|d[oó]nde|c[oó]mo|desde cu))",
    re.IGNORECASE,
)


def halves(text: str, whole: Interpretation) -> list[str]:
    """The message cut once, or whole."""
    joint = next((found for found in _JOINT.finditer(text) if len(text[: found.start()].split()) >= 2), None)
    if joint is None or len(text[joint.end() :].split()) < 2:
        return [text]
    return [text[: joint.start()].strip(" ,;"), text[joint.end() :].strip()]
