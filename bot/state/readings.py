"""A reading as JSON and back. What decided it (``clues``) is not kept: it quotes the message."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from functools import cache

from pydantic import TypeAdapter

from bot.domain.reading import Interpretation


def write_reading(reading: Interpretation) -> str:
    return json.dumps(asdict(replace(reading, clues=())), ensure_ascii=False, default=str, separators=(",", ":"))


def read_reading(text: str) -> Interpretation:
    return replace(_adapter().validate_json(text), clues=())


@cache
def _adapter() -> TypeAdapter[Interpretation]:
    return TypeAdapter(Interpretation)
