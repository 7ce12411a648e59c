"""Every number of the shipped ledger as questions: concept, subject, period and stage, written out or in a hurry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tests.differential.reckoning import Asked, Set, Shelf, changes, percent_of, printed
from tests.differential.rows import Row, span_of
from tests.differential.spanish import PARTICIPLES, contracted, thing, when

# Long regular series: one row in so many is asked.
SAMPLED = {"inpc-mensual": 10, "poblacion": 10}


class Families(Shelf):
    """Worked out once for all the questions about one subject and concept."""

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__(rows)
        self._families: dict[tuple[str, str], tuple[list[Row], Set]] = {}

    def family(self, subject: str, root: str) -> tuple[list[Row], Set]:
        """The rows, and the changes and shares among them."""
        if (subject, root) not in self._families:
            kin = self.kin(subject, root)
            self._families[subject, root] = kin, _derived(kin)
        return self._families[subject, root]


def questions(rows: Sequence[Row]) -> dict[str, Asked]:
    """By text: two rows that ask the same ask it once."""
    shelf = Families(rows)
    asked: dict[str, Asked] = {}
    for at, row in enumerate(rows):
        if row.period and at % SAMPLED.get(row.concept, 1) == 0:
            for question in _of(row, shelf):
                asked.setdefault(question.text, question)
    return asked


def _of(row: Row, shelf: Families) -> Iterator[Asked]:
    exact, year = span_of(row.period), span_of(row.period[:4])
    yield from _worded(row, shelf, thing(row), when(row.period), exact, "")
    if row.stage in PARTICIPLES:
        yield from _worded(row, shelf, thing(row, row.stage), when(row.period), exact, row.stage)
    if "-" in row.period and "/" not in row.period:
        yield from _worded(row, shelf, thing(row), f"en {row.period[:4]}", year, "")


def _worded(row: Row, shelf: Families, what: str, moment: str, span: tuple[date, date], stage: str) -> Iterator[Asked]:
    was = "fueron" if row.concept_article in ("los", "las") else "fue"
    opening = "De cuánto" if row.unit.startswith("MXN") else "Cuáles" if was == "fueron" else "Cuál"
    for kind, text in (("written out", f"¿{opening} {was} {what} {moment}?"), ("in a hurry", f"{what} {moment}")):
        yield _asked(row, shelf, contracted(text), f"{row.topic}, {kind}", span, stage)


def _asked(row: Row, shelf: Families, text: str, kind: str, span: tuple[date, date], stage: str) -> Asked:
    """Right is any row of the very thing in the time asked; also its kinds, and rivals that ``data/`` declares, may be shown."""
    kin, derived = shelf.family(row.subject, row.root)
    timely = [one for one in kin if one.within(*span) and stage in ("", one.stage)]
    wanted = [one for one in timely if (one.concept, one.counterpart) == (row.concept, row.counterpart)]
    conflicts = {one.conflict for one in timely if one.conflict}
    rivals = [one for one in shelf.rows if one.conflict in conflicts]
    return Asked(text, kind, tuple(printed([one]) for one in wanted), (printed((*timely, *rivals)),), printed(kin), derived)


def _derived(kin: Sequence[Row]) -> Set:
    """Changes and shares among the numbers of one subject and concept."""
    pairs = [(one, other) for one in kin for other in kin if one is not other]
    shares = {share for one, other in pairs if (share := percent_of(one, other))}
    return frozenset(change for one, other in pairs for change in changes(one, other)) | shares
