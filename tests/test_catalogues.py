"""Catalogues of other languages: complete, in step with the Spanish texts, and compiled."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.rendering.translation import DOMAIN, FOLDER, LANGUAGES, SOURCE

ROOT = Path(__file__).parents[1]
TARGETS = [language for language in LANGUAGES if language != SOURCE]
WHAT_TO_DO = "Run «make catalogs», write what is missing in the .po file, run it again and commit the .po and the .mo."


def catalogue(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Every text that ``make catalogs`` finds."""
    template = tmp_path_factory.mktemp("catalogues") / "ruta.pot"
    extract = (
        sys.executable,
        "-m",
        "babel.messages.frontend",
        "-q",
        "extract",
        "-F",
        "pyproject.toml",
        "-k",
        "N_",
        "-o",
        str(template),
        ".",
    )
    subprocess.run(extract, cwd=ROOT, check=True)
    with template.open("rb") as file:
        return frozenset(key(message) for message in messages(read_po(file)))


def messages(found: Catalog) -> Iterator[Message]:
    return (message for message in found if message.id)


def key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", text))


@pytest.mark.parametrize("language", TARGETS)
def test_a_catalogue_has_every_text_of_the_source_and_no_other(language: str, source: frozenset[str]) -> None:
    held = {key(message) for message in messages(catalogue(language))}
    assert len(source) > 300
    assert (sorted(source - held), sorted(held - source)) == ([], []), WHAT_TO_DO


@pytest.mark.parametrize("language", TARGETS)
def test_every_text_is_translated(language: str) -> None:
    empty = [key(message) for message in messages(catalogue(language)) if message.fuzzy or not all(forms(message.string))]
    assert empty == [], WHAT_TO_DO


@pytest.mark.parametrize("language", TARGETS)
def test_a_translation_has_the_same_places_to_fill_in(language: str) -> None:
    for message in messages(catalogue(language)):
        for said in forms(message.string):
            assert places(said) == places(key(message)), key(message)


@pytest.mark.parametrize("language", TARGETS)
def test_the_compiled_catalogue_is_that_of_the_text(language: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    assert (FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo").read_bytes() == compiled.getvalue(), WHAT_TO_DO
