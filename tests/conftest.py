"""What every room's tests share: the assistant over the real data, and the switch that rewrites golden conversations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.servers import postgres

if TYPE_CHECKING:
    from bot.app import Assistant

__all__ = ["postgres"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-conversations",
        action="store_true",
        help="write what the assistant answers today into tests/conversations/*.yaml; read the diff before committing it",
    )
    parser.addoption(
        "--rewrite-readings",
        action="store_true",
        help="write how messages are read today into tests/understanding/lecturas_doradas.tsv; read the diff before committing it",
    )


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant citizens talk to, over a ledger built from ``data/`` for this run."""
    # Imported here so that the tests of one room do not load every other room.
    from bot.app import build_assistant
    from bot.ledger import build, default_url
    from bot.settings import Settings

    settings = Settings(_env_file=None, var_dir=tmp_path_factory.mktemp("var"))
    build(Path(settings.data_dir), default_url(settings.var_dir))
    return build_assistant(settings)
