from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from bot.channels.console import Desk, chat, colours_wanted, written
from bot.errors import StateError
from bot.proof import Receipts
from bot.state import State

TODAY = date(2026, 11, 22)
CODE = re.compile(r"Recibo (\w{5}) ")


def typing(lines: Iterable[str]) -> Callable[[str], str]:
    """A person who types these lines and then closes the terminal."""
    waiting = iter(lines)

    def ask_line(prompt: str) -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    return ask_line


def no_state() -> State:
    raise StateError("No puedo abrir la memoria del bot.")


def talk(scripted: Any, *typed: str, **options: Any) -> str:
    shown: list[str] = []
    desk = Desk(scripted, options.pop("receipts", None) or Receipts(no_state, scripted.ledger, lambda said: None), lambda: TODAY)
    chat(desk, typing(typed), shown.append, **options)
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


def test_an_answer_carries_a_receipt_that_shows_it_again(scripted: Any, receipts: Receipts) -> None:
    said = talk(scripted, "¿cuánto debe?", "/r", receipts=receipts)
    code = CODE.search(said)[1]  # type: ignore[index]
    assert f"/r {code} lo muestra otra vez" in said
    assert "Se contestó así por primera vez el 22 de noviembre de 2026." in said
    again = talk(scripted, f"/r {code.lower()}", receipts=receipts)
    assert "$4,939,273,314.00" in again


def test_small_talk_carries_no_receipt(scripted: Any, receipts: Receipts) -> None:
    assert "Recibo" not in talk(scripted, "hola", receipts=receipts)


def test_a_wrong_figure_is_reported_with_its_receipt_and_without_personal_data(scripted: Any, receipts: Receipts) -> None:
    said = talk(scripted, "¿cuánto debe?", "/mal es de otro año, soy Ana Pérez, 492 123 4567", receipts=receipts)
    code = CODE.search(said)[1]  # type: ignore[index]
    assert f"quedó anotado con el número 1 con el recibo {code}" in said
    (report,) = receipts.state.reports.listed()
    assert (report.receipt, report.comment) == (code, "es de otro año, soy [nombre], [teléfono]")
    assert "Escribe después de /mal" in talk(scripted, "/mal", receipts=receipts)


def test_what_is_no_receipt_is_said(scripted: Any, receipts: Receipts) -> None:
    assert "No tengo el recibo «NADA»" in talk(scripted, "/r nada".upper().replace("/R", "/r"), receipts=receipts)
    assert "Escribe el recibo" in talk(scripted, "/r", receipts=receipts)


def test_without_a_store_questions_are_answered_and_the_rest_says_why(scripted: Any) -> None:
    said = talk(scripted, "¿cuánto debe?", "/r A7K2Q")
    assert "$4,939,273,314.00" in said
    assert "Recibo" not in said
    assert "No puedo abrir la memoria del bot." in said


def test_the_corrections_are_read_in_the_terminal(scripted: Any) -> None:
    assert "Todavía no hay correcciones" in talk(scripted, "/correcciones")


def test_the_source_of_an_answer_says_how_far_it_can_be_trusted_and_when_it_was_loaded(scripted: Any) -> None:
    said = talk(scripted, "¿cuánto debe?", "/fuente")
    assert "Confianza: alta." in said
    assert "Se cargó en la base de datos el 20 de noviembre de 2026" in said
