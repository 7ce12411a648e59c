from bot.rendering.documents import places


def test_lines_of_one_table_are_told_together() -> None:
    told = places(["nuestra tabla a.csv, línea 23", "nuestra tabla a.csv, línea 9", "página 4", "nuestra tabla b.csv, línea 2"])
    assert told == "nuestra tabla a.csv, líneas 9 y 23; página 4; nuestra tabla b.csv, línea 2"


def test_places_told_together_can_be_joined_again() -> None:
    once = places(["tabla, línea 1", "tabla, línea 2", "tabla, línea 3"])
    assert places([*once.split("; "), "tabla, línea 7", ""]) == "tabla, líneas 1, 2, 3 y 7"
