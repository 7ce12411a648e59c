from pathlib import Path

from bot.knowledge import load
from bot.rendering.wording import absent

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def test_every_sentence_a_reply_uses_is_written_in_the_staff_file() -> None:
    assert absent(load(KNOWLEDGE).wordings) == ()
