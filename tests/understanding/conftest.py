"""The reader that citizens talk to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.understanding import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    from bot.knowledge import load
    from bot.understanding import Reader

    return Reader(load(Path("knowledge")))
