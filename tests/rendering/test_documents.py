from bot.rendering.blocks import Link
from bot.rendering.documents import as_published, places


def test_lines_of_one_table_are_told_together() -> None:
    told = places(["nuestra tabla a.csv, línea 23", "nuestra tabla a.csv, línea 9", "página 4", "nuestra tabla b.csv, línea 2"])
    assert told == "nuestra tabla a.csv, líneas 9 y 23; página 4; nuestra tabla b.csv, línea 2"


def test_places_told_together_can_be_joined_again() -> None:
    once = places(["tabla, línea 1", "tabla, línea 2", "tabla, línea 3"])
    assert places([*once.split("; "), "tabla, línea 7", ""]) == "tabla, líneas 1, 2, 3 y 7"


def test_a_reply_names_the_page_of_a_document_and_not_the_line_of_our_table() -> None:
    link = Link(
        "informe", "Secretaría", "Informe", "2024", "", "nuestra tabla a.csv, líneas 9 y 23; página 4; nuestra tabla b.csv, línea 2"
    )
    assert as_published(link).locator == "página 4"
