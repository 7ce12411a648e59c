"""What staff see of what was asked: the questions that got no answer, and a sample of all of them to score. Masked, and of nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from bot.domain.answer import Answer, Explained, Found, Missing, NotUnderstood, SmallTalk, Unclear
from bot.privacy.masking import mask
from bot.state import SampledQuestion, State, UnansweredQuestion
from bot.state.answers import outcome_of, write_answers

# Why a question about somebody's own affair is declined: that it was is kept nowhere, masked or not.
PERSONAL = "personal"


@dataclass(frozen=True)
class Asked:
    """A message: ``codes`` are those of the receipts of its answers that have one, in order."""

    answers: Sequence[Answer]
    codes: Sequence[str | None]
    channel: str
    today: date


def keep_asked(state: State, *messages: Asked) -> None:
    """Many messages cost few statements. StateError where the store cannot be written."""
    for today, asked in groupby(messages, lambda each: each.today):
        told = [(answer, code, each.channel) for each in asked for answer, code in _with_codes(each) if _is_for_staff(answer)]
        state.unanswered.put(*_unanswered([answer for answer, _, _ in told], today))
        state.sample.offer(today, *(partial(_sampled, *each, today) for each in told))


def _unanswered(answers: Sequence[Answer], today: date) -> Iterator[UnansweredQuestion]:
    for answer in answers:
        if isinstance(answer, Missing | NotUnderstood | Unclear):
            unread = tuple(word for word in answer.reading.unread if mask(word) == word and not word.isdigit())
            yield UnansweredQuestion(mask(answer.reading.asked), outcome_of(answer), unread, today)


def _sampled(answer: Answer, code: str, channel: str, today: date) -> SampledQuestion:
    asked = answer.reading.asked
    return SampledQuestion(mask(asked), outcome_of(answer), write_answers([answer], asked), code, channel, today)


def _with_codes(asked: Asked) -> Iterator[tuple[Answer, str]]:
    given = iter([code for code in asked.codes if code])
    for answer in asked.answers:
        yield answer, next(given, "") if isinstance(answer, Found | Explained | Missing) else ""


def _is_for_staff(answer: Answer) -> bool:
    """A greeting asks nothing, and a personal matter is nobody else's business."""
    return not isinstance(answer, SmallTalk) and not (isinstance(answer, NotUnderstood) and answer.reason == PERSONAL)
