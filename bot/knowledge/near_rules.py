"""Names that an everyday word could be bent into: «jefes» is one letter from «Jerez», and nobody who writes it asks for Jerez."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.vocabulary import Term
from bot.errors import Problem
from bot.knowledge.reading import Reading
from bot.knowledge.rows import Cells
from bot.knowledge.staff_files import ORDINARY
from bot.language.folding import stem, words
from bot.language.ordinary import everyday_words
from bot.language.spelling import Speller


def problems(reading: Reading) -> Iterator[Problem]:
    """Each everyday word that the spelling repair would turn into a name of one word, at the line of that name. «Escuela» for
    «escuelas» is no harm."""
    names = _names_of_one_word(reading)
    speller = _speller(reading)
    for word in everyday_words():
        name = speller.mend(word)
        if name != word and name in names and stem(word) != stem(name):
            term, row, line = names[name]
            what = f"quien escriba «{word}» sería leído como «{name}» ({term.name})"
            yield row.problem("alias", what, f"Agrega «- {word}» a vocabulario/{ORDINARY}, o quita «{name}» de aquí", line)


def _names_of_one_word(reading: Reading) -> dict[str, tuple[Term, Cells, int]]:
    """Concepts are left out: they claim no words and never name anybody."""
    names: dict[str, tuple[Term, Cells, int]] = {}
    for term, row in reading.terms:
        if term.kind == "concepto":
            continue
        written = [(text.value, text.line) for text in row.lists["alias"]]
        for alias, line in ((term.name, row.at("nombre")), (term.short, row.at("corto")), *written):
            found = words(alias)
            if len(found) == 1:
                names.setdefault(found[0], (term, row, line))
    return names


def _speller(reading: Reading) -> Speller:
    """The repair that messages go through, with fewer known words: what bends here may still be held back there, never the reverse."""
    ours = {word for term, _ in reading.terms if not term.outside for alias in term.aliases for word in words(alias)}
    abroad = {word for term, _ in reading.terms if term.outside for alias in term.aliases for word in words(alias)}
    protected = [*reading.ordinary, *reading.stages, *reading.slang]
    return Speller(dict.fromkeys(ours | abroad, 1), protected=protected, never=reading.stages, sounding=abroad - ours)
