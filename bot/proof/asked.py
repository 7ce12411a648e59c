"""What staff see of what was asked: the questions that got no answer, and a sample of all of them to score. Masked, and of nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from bot.domain.answer import Answer, Explained, Found, Missing, NotUnderstood, SmallTalk, Unclear
from bot.privacy.masking import mask
from bot.state import SampledQuestion, State, UnansweredQuestion
from bot.state.answers import outcome_of, write_answers

# Why a question about somebody's own affair is declined: that it was is kept nowhere, masked or not.
PERSONAL = "personal"


def keep_asked(state: State, answers: Sequence[Answer], codes: Sequence[str | None], channel: str, today: date) -> None:
    """``codes`` are those of the receipts of the answers that have one, in order. StateError where the store cannot be written."""
    told = [(answer, code) for answer, code in _with_codes(answers, codes) if _is_for_staff(answer)]
    keep_unanswered(state, [answer for answer, _ in told], today)
    for answer, code in told:
        state.sample.offer(today, partial(_sampled, answer, code, channel, today))


def keep_unanswered(state: State, answers: Sequence[Answer], today: date) -> None:
    for answer in answers:
        if isinstance(answer, Missing | NotUnderstood | Unclear):
            unread = tuple(word for word in answer.reading.unread if mask(word) == word and not word.isdigit())
            state.unanswered.put(UnansweredQuestion(mask(answer.reading.asked), outcome_of(answer), unread, today))


def _sampled(answer: Answer, code: str, channel: str, today: date) -> SampledQuestion:
    asked = answer.reading.asked
    return SampledQuestion(mask(asked), outcome_of(answer), write_answers([answer], asked), code, channel, today)


def _with_codes(answers: Sequence[Answer], codes: Sequence[str | None]) -> Iterator[tuple[Answer, str]]:
    given = iter([code for code in codes if code])
    for answer in answers:
        yield answer, next(given, "") if isinstance(answer, Found | Explained | Missing) else ""


def _is_for_staff(answer: Answer) -> bool:
    """A greeting asks nothing, and a personal matter is nobody else's business."""
    return not isinstance(answer, SmallTalk) and not (isinstance(answer, NotUnderstood) and answer.reason == PERSONAL)
