"""A file that has not changed since the last run is not parsed again, and nothing else is believed of what was kept."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.knowledge import nodes
from bot.knowledge.compiled import pickled
from bot.knowledge.parsed import PARSER, remembering

TEXT = "- clave: uno\n  alias: [a, 'b']\n"


@pytest.fixture(autouse=True)
def another_run() -> Iterator[None]:
    before = dict(nodes.known)
    nodes.known.clear()
    yield
    nodes.known.clear()
    nodes.known.update(before)


def kept(tmp_path: Path, *texts: str) -> Path:
    file = tmp_path / "var" / "leido"
    with remembering(file):
        for text in texts:
            nodes.parsed(text)
    nodes.known.clear()
    return file


def test_what_was_parsed_is_there_in_the_next_run_and_is_the_same(tmp_path: Path) -> None:
    file, fresh = kept(tmp_path, TEXT, ""), nodes.parsed(TEXT)
    nodes.known.clear()
    with remembering(file):
        assert len(nodes.known) == 2
        assert nodes.parsed(TEXT) == fresh
        assert nodes.parsed("") is None


def test_a_changed_file_is_parsed_and_its_old_form_forgotten(tmp_path: Path) -> None:
    file = kept(tmp_path, TEXT)
    with remembering(file):
        assert nodes.parsed(TEXT.replace("uno", "dos")) != nodes.parsed("- clave: uno\n")
    nodes.known.clear()
    with remembering(file):
        assert len(nodes.known) == 2


@pytest.mark.parametrize("damage", [b"", b"x" * 500, pickle.dumps({"a": 1}), pickled({"a": print}, PARSER), pickled({"a": Path()}, PARSER)])
def test_anything_but_parsed_files_is_not_read(tmp_path: Path, damage: bytes) -> None:
    file = kept(tmp_path, TEXT)
    file.write_bytes(damage)
    with remembering(file):
        assert nodes.known == {}
        nodes.parsed(TEXT)
    nodes.known.clear()
    with remembering(file):
        assert len(nodes.known) == 1


def test_what_an_older_parser_read_is_read_again(tmp_path: Path) -> None:
    file = kept(tmp_path, TEXT)
    head, _, body = file.read_bytes().partition(b"\n")
    file.write_bytes(head.replace(PARSER.encode(), b"0" * len(PARSER)) + b"\n" + body)
    with remembering(file):
        assert nodes.known == {}


def test_a_place_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with remembering(tmp_path / "file" / "leido"):
        assert nodes.parsed(TEXT)
