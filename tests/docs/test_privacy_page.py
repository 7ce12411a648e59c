"""The page about privacy holds the table that the program makes."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings
from bot.state.retention import Retention, described

PAGE = Path(__file__).resolve().parents[2] / "docs/privacidad.md"
HEAD = "| qué | para qué | plazo desde su último uso | /borrar lo borra |\n|---|---|---|---|"


def test_the_table_of_what_is_kept_is_the_one_of_the_program() -> None:
    text = PAGE.read_text(encoding="utf-8")
    table = text.split("<!-- plazos: inicio -->\n")[1].split("\n<!-- plazos: fin -->")[0]
    kinds = [
        f"| {kind.what} | {kind.why} | {kind.how_long} | {'sí' if kind.erased else 'no: no dice de quién es'} |"
        for kind in described(Retention())
    ]
    assert table == "\n".join((HEAD, *kinds))


def test_the_lengths_of_the_program_are_those_of_its_settings() -> None:
    usual = {name: field.default for name, field in Settings.model_fields.items() if name.startswith("keep_")}
    kept = vars(Retention())
    assert usual.pop("keep_conversation_minutes") == kept.pop("conversations").total_seconds() / 60
    assert sorted(usual.values()) == sorted(length.days for length in kept.values())
