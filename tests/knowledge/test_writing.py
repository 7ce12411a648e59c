"""What is written in a staff file is read back as it was."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bot.knowledge.nodes import Many, Row, Text, parsed
from bot.knowledge.writing import row_text

LETTERS = st.characters(exclude_categories=["Cs"])


@given(st.text(LETTERS, min_size=1).filter(str.strip), st.lists(st.text(LETTERS, min_size=1).filter(str.strip), min_size=1))
@example("etiqueta \U000e0001", ["null", "a: b", "# no", "[x"])
@example("fin de línea\u2028y otra\x85", ["\x7f", "true", "2024", "- guion"])
def test_whatever_a_text_holds(text: str, items: list[str]) -> None:
    document = parsed(row_text({"pregunta": text, "tambien": tuple(items), "fuentes": tuple(items)}, ("pregunta", "tambien", "fuentes")))
    assert isinstance(document, Many)
    (row,) = document.items
    assert isinstance(row, Row)
    written = {key: value.value if isinstance(value, Text) else [item.value for item in value.items] for key, value in row.cells.items()}
    assert written == {"pregunta": text, "tambien": items, "fuentes": items}
