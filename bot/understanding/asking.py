"""Where in a message the question itself stands, apart from the story around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.language.folding import word_set
from bot.understanding.wording import Wording

_ASKS = word_set("cuanto cuanta cuantos cuantas quien quienes cuando donde cual cuales como dime digame diganme")
_BEFORE = word_set("en a de por para con desde hasta sobre")
_BEFORE_WHAT = _BEFORE - word_set("desde hasta")
_LIVED = word_set(
    "jubile jubilo jubilada jubilado pensione pensionada pensionado naci vivo vivi vine fui compre case trabajo trabaje trabajando "
    "manejo termine jugue participe llevo estudie egrese radico soy estoy ando"
)
_CLAUSE = frozenset(".;?!¿,\n")
_NEAR = 7
_SHORT = 9
_TAIL = 14


# A reading asks it four times of one message.
@lru_cache(maxsize=16)
def asking_span(wording: Wording) -> tuple[int, int]:
    """Typed words from, up to. With a question mark, its sentence; without one, a long message asks from its last question
    word on («mi hermano dice que es un dineral entonces cuánto se debe»)."""
    count = len(wording.tokens)
    marked = _marked_span(wording)
    if marked is not None:
        return marked
    if count <= _SHORT:
        return 0, count
    meant = {word.token: word.text for word in reversed(wording.words)}
    asks = [place for place in range(count) if _asks(meant, place)]
    if not asks:
        return max(0, count - _TAIL), count
    start = asks[-1]
    while start and (start - 1 in asks or meant.get(start - 1) in _BEFORE):
        start -= 1
    return (start, count) if count - start >= 3 else (max(0, start - 8), count)


def _asks(meant: Mapping[int, str], place: int) -> bool:
    word = meant.get(place, "")
    # «desde que entró» tells when, and seldom asks
    return word in _ASKS or (word == "que" and meant.get(place - 1, "") in _BEFORE_WHAT)


def _marked_span(wording: Wording) -> tuple[int, int] | None:
    text, tokens = wording.text, wording.tokens
    mark = text.rfind("?")
    if mark <= 0:
        return None
    opened = max(text.rfind("¿", 0, mark), text.rfind("?", 0, mark), *(text.rfind(c, 0, mark) for c in ".!\n"))
    inside = [place for place, token in enumerate(tokens) if opened < token.start < mark]
    return (inside[0], inside[-1] + 1) if len(inside) >= 2 else None


def tells_a_life(typed: Sequence[str], place: int, gaps: Sequence[str]) -> bool:
    """«me jubilé en el 98», «desde 1987 vivo aquí»: what is said there is of whoever asks, in the same clause."""
    first = place
    while first and place - first < _NEAR and _CLAUSE.isdisjoint(gaps[first]):
        first -= 1
    last = place + 1
    while last < len(typed) and last - place <= 2 and _CLAUSE.isdisjoint(gaps[last]):
        last += 1
    return not _LIVED.isdisjoint(typed[first:last])
