"""Questions that were not answered, so that staff see what is missing: masked, and of nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.answer import Answer, Missing, NotUnderstood, Unclear
from bot.privacy.masking import mask
from bot.state import State, UnansweredQuestion

_OUTCOMES: tuple[tuple[type[Answer], str], ...] = ((Missing, "missing"), (NotUnderstood, "not_understood"), (Unclear, "unclear"))
# Whether somebody's own affair was declined is nobody else's business, masked or not.
PERSONAL = "personal"


def keep_unanswered(state: State, answers: Sequence[Answer], today: date) -> int:
    """Keep each question without an answer; how many. StateError where the store cannot be written."""
    kept = 0
    for answer in answers:
        outcome = next((name for kind, name in _OUTCOMES if isinstance(answer, kind)), "")
        if not outcome or (isinstance(answer, NotUnderstood) and answer.reason == PERSONAL):
            continue
        unread = tuple(word for word in answer.reading.unread if mask(word) == word and not word.isdigit())
        state.unanswered.put(UnansweredQuestion(mask(answer.reading.asked), outcome, unread, today))
        kept += 1
    return kept
