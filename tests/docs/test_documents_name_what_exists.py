"""README, guides and example settings name only commands, options, targets, settings and files that exist, and leave none out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import typer

from bot.channels.telegram.commands import COMMANDS
from bot.cli import app
from bot.cli_review import PAGE
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
README, EXAMPLE = ROOT / "README.md", ROOT / ".env.example"
PAGES = [README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "LICENSE-data.md", *sorted((ROOT / "docs").glob("*.md"))]
SETTINGS = {field.alias for field in Settings.model_fields.values()}
# The shape of a path, not of a fraction or of a command of Telegram.
PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]+)+/?|[\w*-]+/|[\w-]+\.(?:md|py|yaml|csv|toml|lock|jsonl)")
BUILT_LATER = {"var/", "var/llave_secreta"}

page = pytest.mark.parametrize("page", [pytest.param(each, id=each.name) for each in PAGES])


def code(path: Path) -> Iterator[str]:
    """What a page sets as code: lines of its blocks, then the spans in its sentences."""
    text = path.read_text(encoding="utf-8")
    for block in re.findall(r"^ *```\w*\n(.*?)^ *```", text, re.S | re.M):
        yield from block.splitlines()
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"^ *```.*?^ *```", "", text, flags=re.S | re.M))


@cache
def commands() -> Mapping[str, set[str]]:
    """Each command («data build») with its options; a group alone has none."""
    found: dict[str, set[str]] = {}
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        members = getattr(command, "commands", {"": command})
        for member, each in members.items():
            found[f"{name} {member}".strip()] = {option for each_ in each.params for option in each_.opts} | {"--help"}
    return found


def called(path: Path) -> Iterator[tuple[str, set[str]]]:
    """The commands a page calls, with the options it gives them."""
    for line in code(path):
        for first, second in re.findall(r"(?:\./ruta|^ruta|-m bot(?![.\w]))\s+([a-z]+)(?:\s+([a-z]+))?", line):
            group = any(name.startswith(f"{first} ") for name in commands())
            yield (f"{first} {second}" if group else first), set(re.findall(r"(?<=\s)--[a-z-]+", line))


def in_the_table() -> Mapping[str, set[str]]:
    """The commands of the README's table, with the options their row names."""
    section = README.read_text(encoding="utf-8").split("\n## Commands\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `([a-z][a-z ]*[a-z])[^`]*` \|(.*)$", section, re.M)
    return {name: set(re.findall(r"--[a-z-]+", rest)) for name, rest in rows if not name.startswith("make")}


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


@page
def test_every_command_and_option_a_page_calls_exists(page: Path) -> None:
    for name, options in called(page):
        assert name in commands(), f"{page.name}: no hay una orden «{name}»"
        assert options <= commands()[name], f"{page.name}: «{name}» no tiene {options - commands()[name]}"


@page
def test_every_make_target_a_page_calls_exists(page: Path) -> None:
    named = {name for line in code(page) for name in re.findall(r"\bmake ([a-z-]+)", line)}
    assert named <= targets()


@page
def test_every_setting_a_page_names_exists(page: Path) -> None:
    assert set(re.findall(r"\b(?:BOT|DATABASE)_[A-Z_]+\b", page.read_text(encoding="utf-8"))) <= SETTINGS


@page
def test_every_path_a_page_names_exists(page: Path) -> None:
    for span in re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8")):
        if PATH.fullmatch(span) and span not in BUILT_LATER:
            places = (ROOT, ROOT / "bot", ROOT / "bot/channels", ROOT / "knowledge/vocabulario", ROOT / "tests/gold", page.parent)
            assert any(any(place.glob(span.rstrip("/"))) for place in places), f"{page.name}: no existe «{span}»"


@page
def test_every_link_between_pages_opens(page: Path) -> None:
    for address in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if not address.startswith(("http://", "https://")):
            assert (page.parent / address).is_file(), f"{page.name}: no abre «{address}»"


def test_the_readme_links_the_accuracy_that_two_people_found_as_soon_as_it_is_published() -> None:
    readme = README.read_text(encoding="utf-8")
    published = PAGE.is_file()
    assert ("](docs/exactitud.md)" in readme, "is not published yet" in readme) == (published, not published)


def test_the_readme_has_every_command() -> None:
    assert set(in_the_table()) == set(commands())


def test_the_readme_has_every_option_of_a_command() -> None:
    for name, options in in_the_table().items():
        written = {option for option in commands()[name] if option.startswith("--")}
        everywhere = {"--help"} | ({"--today", "--explain"} if name in ("chat", "eval") or name.startswith("knowledge ") else set())
        assert options <= written, name
        assert written - everywhere <= options, name


def test_the_readme_has_every_make_target_a_person_calls() -> None:
    described = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"`make ([a-z-]+)`", README.read_text(encoding="utf-8"))) >= described - {"help"}


def test_the_readme_has_every_setting_in_its_table() -> None:
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", README.read_text(encoding="utf-8"), re.M)) == SETTINGS


def test_the_readme_has_every_command_of_telegram() -> None:
    assert {f"/{command.name}" for command in COMMANDS} <= set(re.findall(r"/[a-z]+", README.read_text(encoding="utf-8")))


def test_the_example_settings_are_all_of_them_and_none_is_put() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    assert {line[1:].partition("=")[0] for line in lines if re.match(r"#[A-Z_]+=", line)} == SETTINGS
    assert not [line for line in lines if line and not line.startswith("#")]


def test_the_example_settings_can_be_used_as_they_stand(tmp_path: Path) -> None:
    filled = re.sub(r"^#(?=[A-Z_]+=)", "", EXAMPLE.read_text(encoding="utf-8"), flags=re.M)
    (tmp_path / ".env").write_text(filled, encoding="utf-8")
    assert Settings(_env_file=tmp_path / ".env").listen_port == 8080
