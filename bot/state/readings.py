"""A reading as JSON and back. What decided it (``clues``) is not kept: it quotes the message."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pydantic import TypeAdapter

from bot.domain.reading import Interpretation


def write_reading(reading: Interpretation) -> str:
    return _adapter().dump_json(_without_clues(reading)).decode()


def read_reading(text: str) -> Interpretation:
    return replace(_adapter().validate_json(text), clues=())


def _without_clues(reading: Interpretation) -> Interpretation:
    return replace(reading, clues=(), more=tuple(map(_without_clues, reading.more)))


@cache
def _adapter() -> TypeAdapter[Interpretation]:
    return TypeAdapter(Interpretation)
