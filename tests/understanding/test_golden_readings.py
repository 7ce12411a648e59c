"""Some hundreds of messages are read today as they are on record.

``pytest tests/understanding --rewrite-readings`` writes today's readings into ``lecturas_doradas.tsv``; the diff is the review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.understanding.golden import recorded, rewrite

if TYPE_CHECKING:
    from bot.understanding import Reader


def test_every_message_on_record_is_read_as_written(reader: Reader, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--rewrite-readings"):
        rewrite(reader)
    moved = [
        f"{each.message}\n    era: {each.reading}\n    hoy: {now}" for each in recorded() if (now := each.today(reader)) != each.reading
    ]
    assert not moved, "\n".join(moved)


def test_the_record_holds_hundreds_of_messages_of_every_act_and_topic() -> None:
    readings = [each.reading.split(" · ")[0].split(" + ")[0] for each in recorded()]
    assert len(readings) >= 400
    assert len({reading.split()[0] for reading in readings}) == 14
    assert len({reading.split()[1] for reading in readings}) == 9
