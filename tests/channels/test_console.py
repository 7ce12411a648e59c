from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from bot.channels.console import chat, colours_wanted, written

TODAY = date(2026, 11, 22)


def typing(lines: Iterable[str]) -> Callable[[str], str]:
    """A person who types these lines and then closes the terminal."""
    waiting = iter(lines)

    def ask_line(prompt: str) -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    return ask_line


def talk(scripted: Any, *typed: str, **options: Any) -> str:
    shown: list[str] = []
    chat(scripted, lambda: TODAY, typing(typed), shown.append, **options)
    return "\n".join(shown)


def test_a_follow_up_in_the_terminal_follows_the_question_before_it(scripted: Any) -> None:
    talk(scripted, "¿cuánto debe?", "", "¿Y en 2018?")
    assert scripted.asked == [("¿cuánto debe?", None), ("¿Y en 2018?", "¿cuánto debe?")]


def test_a_number_asks_the_suggestion_with_that_number(scripted: Any) -> None:
    said = talk(scripted, "¿cuánto debe?", "2", "9")
    assert "  2. ¿En qué se usó el empréstito?" in said
    assert [question for question, _ in scripted.asked] == ["¿cuánto debe?", "¿En qué se usó el empréstito?", "9"]


def test_a_new_start_forgets_the_question_before(scripted: Any) -> None:
    talk(scripted, "¿cuánto debe?", "/nueva", "¿Y en 2018?")
    assert scripted.asked[-1] == ("¿Y en 2018?", None)


def test_the_documents_of_the_last_answer_are_shown_again(scripted: Any) -> None:
    assert "no citó documentos" in talk(scripted, "/fuente")
    said = talk(scripted, "¿cuánto debe?", "/fuente")
    assert said.count("https://example.org/p?a=1&b=2") == 2


def test_leaving_asks_nothing_more(scripted: Any) -> None:
    talk(scripted, "/salir", "¿cuánto debe?")
    assert scripted.asked == []


def test_an_unknown_order_gets_help(scripted: Any) -> None:
    assert "/fuente" in talk(scripted, "/rara")


def test_explaining_shows_the_words_that_spoke(scripted: Any) -> None:
    assert "+1.50  «debe» por deuda" in talk(scripted, "¿cuánto debe?", explain=True)
    assert "+1.50" in talk(scripted, "/explica", "¿cuánto debe?")


def test_colours_only_where_a_person_looks_and_wants_them(scripted: Any) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert colours_wanted(Screen(), {"TERM": "xterm"})
    assert not colours_wanted(Screen(), {"TERM": "xterm", "NO_COLOR": "1"})
    assert not colours_wanted(Screen(), {"TERM": "dumb"})
    assert not colours_wanted(io.StringIO(), {"TERM": "xterm"})


def test_colours_change_nothing_that_is_read(scripted: Any) -> None:
    turn = scripted.ask("desacuerdo", TODAY)
    plain, painted = (written(turn, scripted, colours=colours) for colours in (False, True))
    assert "\033[1m4,939.3 millones de pesos\033[0m" in painted
    assert "\033" not in plain
    for code in ("\033[0m", "\033[1m", "\033[2m", "\033[3m", "\033[34m"):
        painted = painted.replace(code, "")
    assert painted == plain
