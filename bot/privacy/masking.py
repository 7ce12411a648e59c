"""Personal data in a message is covered before the message is stored, logged or forwarded.

Numbers of known make are told by shape, date and check digit; people and homes by the words that announce them. When in doubt
about a number of such a shape, it is covered: a covered amount costs an editor a look, an uncovered telephone costs its owner more.
Years, amounts with their currency, budget codes, names of places and of institutions stay.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from bot.language.folding import flat
from bot.privacy.numbers import numbers
from bot.privacy.people import births, names
from bot.privacy.personal import Span
from bot.privacy.streets import homes


def mask(text: str) -> str:
    """The text with each piece of personal data replaced by what it is: «me llamo [nombre], mi teléfono es [teléfono]»."""
    text = unicodedata.normalize("NFC", text)
    masked, at = [], 0
    for span in found(text):
        masked += [text[at : span.start], span.kind.value]
        at = span.end
    return "".join([*masked, text[at:]])


def found(text: str) -> tuple[Span, ...]:
    """The pieces of personal data of an NFC text, in order, none inside another."""
    folded = flat(text)
    if len(folded) != len(text):
        # a sign that folds to two letters would shift every place after it
        folded = "".join((flat(sign) or " ")[:1] for sign in text)
    return tuple(_apart([*numbers(folded), *homes(folded), *births(folded), *names(text, folded)]))


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """The earliest first, and of those that overlap the longest; what sticks out of it is covered with it."""
    kept: Span | None = None
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if kept is None:
            kept = span
        elif span.start < kept.end:
            kept = Span(kept.start, max(kept.end, span.end), kept.kind)
        else:
            yield kept
            kept = span
    if kept is not None:
        yield kept
