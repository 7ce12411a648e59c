"""What staff add to a commitment: its newest status, the ones before it, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from bot.answering.statements.statuses import commitments
from bot.domain.answer import CommitmentCard, Document
from bot.domain.vocabulary import StatusReport
from tests.answering.valley import commitments as published_commitments

if TYPE_CHECKING:
    from bot.domain.ledger import Ledger

DOCUMENT = published_commitments()[0].sources[0].document.id


class Paper:
    """A ledger that knows the commitments of the valley and one document."""

    def commitments(self) -> Sequence[CommitmentCard]:
        return published_commitments()

    def document(self, id: str) -> Document | None:
        return published_commitments()[0].sources[0].document if id == DOCUMENT else None


LEDGER = cast("Ledger", Paper())


def report(
    date: str, status: str = "", milestone: str = "", says: str = "Se publicó.", sources: tuple[str, ...] = (DOCUMENT,)
) -> StatusReport:
    return StatusReport(LEDGER.commitments()[0].id, date, "gobierno", says, status, milestone, "cumplido" if milestone else "", sources)


def test_without_reports_the_commitments_are_the_published_ones() -> None:
    assert commitments(LEDGER, ()) == tuple(LEDGER.commitments())


def test_the_newest_status_stands_and_the_earlier_ones_are_its_history() -> None:
    published = LEDGER.commitments()[0]
    card = commitments(LEDGER, [report("2030-05", "cumplido"), report("2029", "seleccionado")])[0]
    assert (card.status_code, card.status_date, card.status) == ("cumplido", "2030-05", "cumplido")
    assert [each.status_code for each in card.history] == ["seleccionado", published.status_code]
    assert card.sources[0].document.id == DOCUMENT


def test_of_two_statuses_of_one_day_the_one_written_later_stands() -> None:
    card = commitments(LEDGER, [report("2030", "cumplido"), report("2030", "en_proceso")])[0]
    assert card.status_code == "en_proceso"


def test_a_report_without_status_only_adds_a_voice() -> None:
    published = LEDGER.commitments()[0]
    card = commitments(LEDGER, [report("2030-05")])[0]
    assert (card.status_code, card.history[1:]) == (published.status_code, ())
    assert card.voices[-1].says == "Se publicó."
    assert card.voices[-1].sources


def test_a_milestone_known_by_its_words_changes_and_a_new_one_is_added() -> None:
    known = LEDGER.commitments()[0].milestones[0]
    card = commitments(LEDGER, [report("2030", milestone=known.text), report("2030", milestone="Otro paso")])[0]
    assert next((each.text, each.status) for each in card.milestones) == (known.text, "cumplido")
    assert (card.milestones[-1].text, len(card.milestones)) == ("Otro paso", len(LEDGER.commitments()[0].milestones) + 1)


def test_a_report_whose_document_nobody_knows_adds_nothing() -> None:
    assert commitments(LEDGER, [report("2030", "cumplido", sources=("nadie",))]) == tuple(LEDGER.commitments())
