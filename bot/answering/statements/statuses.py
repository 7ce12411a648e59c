"""What staff add to the commitments of the ledger: the newest status stands first, with the ones before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.answer import CommitmentCard, Milestone, Source, Standing, Voice
from bot.domain.ledger import Ledger
from bot.domain.vocabulary import StatusReport


def commitments(ledger: Ledger, reports: Iterable[StatusReport]) -> tuple[CommitmentCard, ...]:
    """The published commitments with the reports of staff; a report whose documents the ledger does not know adds nothing."""
    told: dict[str, list[tuple[StatusReport, tuple[Source, ...]]]] = {}
    for report in sorted(reports, key=lambda each: each.date):
        sources = tuple(Source(document, "") for id in report.sources if (document := ledger.document(id)))
        if sources:
            told.setdefault(report.commitment, []).append((report, sources))
    return tuple(_told(card, told[card.id]) if card.id in told else card for card in ledger.commitments())


def _told(card: CommitmentCard, reports: Sequence[tuple[StatusReport, tuple[Source, ...]]]) -> CommitmentCard:
    standings = [Standing(card.status_code, card.status_date, card.sources)]
    standings += [Standing(report.status, report.date, sources) for report, sources in reports if report.status]
    # of two statuses of one date, what staff wrote later stands
    newest = sorted(enumerate(standings), key=lambda pair: (pair[1].date, pair[0]), reverse=True)
    latest, *earlier = (standing for _, standing in newest)
    voices = [Voice(report.voice, report.says, report.date, sources) for report, sources in reports]
    milestones = {milestone.text: milestone for milestone in card.milestones}
    for report, sources in reports:
        if report.milestone:
            milestones[report.milestone] = Milestone(report.milestone, report.milestone_status, sources)
    return replace(
        card,
        status=latest.status_code.replace("_", " ") if latest is not standings[0] else card.status,
        status_code=latest.status_code,
        status_date=latest.date,
        sources=latest.sources,
        voices=(*card.voices, *voices),
        milestones=tuple(milestones.values()),
        history=tuple(earlier),
    )
