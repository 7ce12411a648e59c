"""Long replies in several messages."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.pages import LIMIT, fits, lead_pages, pages, units, whole_pages
from bot.domain.answer import Confidence, Role
from bot.rendering.blocks import Documents, FigureGroup, FigureLine, Link, Paragraph, Reply

from .strict import seen

ASF = Link("asf", "ASF", "Informe", "5 mar 2014", "https://example.org/" + "x" * 80, "pág. 3")


def _group(count: int) -> FigureGroup:
    lines = tuple(FigureLine(f"Obra {n}", f"{n} millones de pesos", f"${n},000,000.00", "", (), Confidence.HIGH) for n in range(count))
    return FigureGroup("Obras", "pagado · 2013", lines, (ASF,), Role.ANSWER)


def test_a_short_reply_is_one_message() -> None:
    assert whole_pages([Reply("Entendí: deuda", (Paragraph("Uno"),), (Paragraph("Dos"),))]) == ("<i>Entendí: deuda</i>\n\nUno\n\nDos",)


def test_the_lead_leaves_out_what_waits_behind_ver_mas() -> None:
    assert lead_pages([Reply("", (Paragraph("Uno"),), (Paragraph("Dos"),))]) == ("Uno",)


def test_a_list_longer_than_a_message_names_its_document_in_every_part() -> None:
    parts = whole_pages([Reply("", (_group(300),))])
    assert len(parts) > 3
    assert all(fits(part) and "ASF, 5 mar 2014</a>" in part for part in parts)
    assert "".join(parts).count("<b>") == 300


def test_links_beyond_the_hundredth_go_to_the_next_message_instead_of_being_lost() -> None:
    link = Link("a", "A", "A", "2014", "https://a.mx", "")
    parts = whole_pages([Reply("", (Documents((link,) * 150),))])
    assert len(parts) == 2
    assert sum(part.count("<a ") for part in parts) == 150
    assert all(seen(part) for part in parts)


def test_a_paragraph_is_not_parted_while_it_fits_in_a_message() -> None:
    paragraph = "palabra " * 400
    assert pages([paragraph, paragraph]) == (paragraph, paragraph)


LONG = [
    "<b>" + "renglón con varias palabras\n" * 400 + "</b>",
    "<i>" + "palabra &amp; palabra " * 600 + "</i>",
    "💰" * 5000,
    "<b><i>" + "x" * 9000 + "</i></b>",
    'antes <a href="https://example.org/a?b=1&amp;c=2">el documento</a> ' * 300,
]


@pytest.mark.parametrize("piece", LONG)
def test_a_paragraph_longer_than_a_message_is_cut_with_its_tags_closed_and_opened_again(piece: str) -> None:
    messages = pages(["antes", piece, "después"])
    assert len(messages) > 2
    assert all(fits(message) and seen(message) for message in messages)
    assert "".join("".join(map(_bare, messages)).split()) == "".join(_bare("antes" + piece + "después").split())


def test_length_is_counted_as_telegram_counts_it() -> None:
    assert units("ñ💰") == 3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["", "b", "i"]), st.text(min_size=1, max_size=300), st.integers(1, 100)), min_size=1, max_size=8))
def test_nothing_is_lost_and_every_message_is_one_that_telegram_takes(parts: list[tuple[str, str, int]]) -> None:
    pieces = []
    for tag, text, times in parts:
        safe = html.escape(text * times, quote=False).replace("\x00", " ")
        pieces.append(f"<{tag}>{safe}</{tag}>" if tag else safe)
    kept = [piece for piece in pieces if piece.strip()]
    messages = pages(pieces)
    assert all(units(message) <= LIMIT for message in messages)
    readable = [message for message in messages if html.unescape(_bare(message)).strip()]
    assert "".join("".join(map(_bare, readable)).split()) == "".join("".join(map(_bare, kept)).split())
    for message in readable:
        seen(message)


def _bare(text: str) -> str:
    for tag in ("b", "i"):
        text = text.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    return text
