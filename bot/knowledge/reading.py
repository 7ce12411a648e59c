"""Staff files -> domain types, with the place of everything that a check may want to point at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.domain.reading import Act
from bot.domain.vocabulary import ActCues, Correction, ExpectedFigure, FaqText, Knowledge, StatusReport, Term
from bot.errors import Problem
from bot.knowledge import row_keys, staff_files
from bot.knowledge.nodes import Many, Row, Text, Value, read
from bot.knowledge.rows import Cells, Key, rows, said
from bot.language.folding import words

_YEAR = re.compile(r"(?:19|20)\d\d")


def folded(text: str) -> str:
    """How a phrase is compared: folded words, one space between."""
    return " ".join(words(text))


@dataclass
class Reading:
    """Everything read so far, and everything that was wrong."""

    terms: list[tuple[Term, Cells]] = field(default_factory=list)
    acts: list[ActCues] = field(default_factory=list)
    topics: list[ActCues] = field(default_factory=list)
    talk: list[ActCues] = field(default_factory=list)
    stages: dict[str, str] = field(default_factory=dict)
    slang: dict[str, str] = field(default_factory=dict)
    ordinary: set[str] = field(default_factory=set)
    faq: list[tuple[FaqText, Cells]] = field(default_factory=list)
    wordings: dict[str, str] = field(default_factory=dict)
    wordings_row: Cells = field(default_factory=lambda: Cells(staff_files.WORDINGS, 1))
    expected: list[tuple[ExpectedFigure, Cells]] = field(default_factory=list)
    statuses: list[tuple[StatusReport, Cells]] = field(default_factory=list)
    corrections: list[tuple[Correction, Cells]] = field(default_factory=list)
    homonyms: set[str] = field(default_factory=set)
    forbidden: dict[str, str] = field(default_factory=dict)
    """By its folded words, each word that answers do not use, as it is written in the list."""
    problems: list[Problem] = field(default_factory=list)

    def knowledge(self, content_hash: str) -> Knowledge:
        return Knowledge(
            terms=tuple(term for term, _ in self.terms),
            acts=tuple(self.acts),
            topics=tuple(self.topics),
            talk=tuple(self.talk),
            stages=self.stages,
            slang=self.slang,
            ordinary=frozenset(self.ordinary),
            faq=tuple(text for text, _ in self.faq),
            wordings=self.wordings,
            content_hash=content_hash,
            expected=tuple(figure for figure, _ in self.expected),
            statuses=tuple(report for report, _ in self.statuses),
            corrections=tuple(sorted((each for each, _ in self.corrections), key=lambda each: each.day, reverse=True)),
        )


def read_folder(folder: Path) -> Reading:
    """Read all of it; mistakes are collected, never raised."""
    reading = Reading()
    for path in staff_files.files(folder):
        shown = f"{folder.resolve().name}/{path.relative_to(folder).as_posix()}"
        document, problems = read(path, shown)
        reading.problems.extend(problems)
        if not problems:
            _take(reading, path, shown, document)
    return reading


def _take(reading: Reading, path: Path, shown: str, document: Value | None) -> None:
    if path.parent.name == staff_files.QUESTIONS:
        _faq(reading, shown, document)
        return
    readers = _OF_VOCABULARY if path.parent.name == staff_files.VOCABULARY else _OF_THE_FOLDER
    if reader := readers.get(path.name):
        reader(reading, shown, document)
    else:
        fix = f"Los de esta carpeta son: {', '.join(sorted(readers))}"
        reading.problems.append(Problem(shown, None, None, "no conozco este archivo", fix))


def _stages(reading: Reading, shown: str, document: Value | None) -> None:
    """A stage owns its own name: whoever else lists it is the one to change."""
    found = _rows(reading, shown, document, row_keys.STAGE)
    claves = {row.texts["clave"] for row in found}
    for row in found:
        clave = row.texts["clave"]
        for form in row.lists["formas"]:
            taken = folded(form.value) in claves - {clave}
            if taken:
                what = f"«{form.value}» es el nombre de otra etapa y aquí quiere decir «{clave}»"
                reading.problems.append(Problem(shown, form.line, None, what, "Quítala de aquí"))
            else:
                _put(reading, reading.stages, [(form, clave)], shown)


def _slang(reading: Reading, shown: str, document: Value | None) -> None:
    for row in _rows(reading, shown, document, row_keys.SLANG):
        _put(reading, reading.slang, [(Text(row.texts["dice"], row.at("dice")), row.texts["quiere_decir"])], shown)


def _ordinary(reading: Reading, shown: str, document: Value | None) -> None:
    reading.ordinary |= {folded(text.value) for text in _plain_list(reading, shown, document)}


def _homonyms(reading: Reading, shown: str, document: Value | None) -> None:
    reading.homonyms |= {folded(text.value) for text in _plain_list(reading, shown, document)}


def _forbidden(reading: Reading, shown: str, document: Value | None) -> None:
    reading.forbidden = {folded(text.value): text.value for text in _plain_list(reading, shown, document)}


def _rows(reading: Reading, shown: str, document: Value | None, keys: tuple[Key, ...]) -> list[Cells]:
    good, problems = rows(document, shown, keys)
    reading.problems.extend(problems)
    return good


def _put(reading: Reading, into: dict[str, str], pairs: Iterable[tuple[Text, str]], shown: str) -> None:
    """One written form stands for one thing; the same pair twice is harmless («ejerció», «ejercio»)."""
    for text, meaning in pairs:
        before = into.setdefault(folded(text.value), meaning)
        if before != meaning:
            what = f"«{text.value}» ya quiere decir «{before}» y aquí «{meaning}»"
            reading.problems.append(Problem(shown, text.line, None, what, "Déjala en un solo lugar"))


def _terms(kind: str, reading: Reading, shown: str, document: Value | None) -> None:
    for row in _rows(reading, shown, document, row_keys.TERM):
        name, short = row.texts["nombre"], row.texts["corto"]
        written = dict.fromkeys(alias for alias in (name, short, *row.words("alias")) if alias)
        term = Term(
            clave=row.texts["clave"],
            kind=kind,
            name=name,
            short=short or name,
            article=row.texts["articulo"],
            aliases=tuple(written),
            topic=row.texts["tema"] or None,
            outside=row.flags["fuera"],
            witness=row.flags["testigo"],
            code=row.texts["clave_inegi"],
            start=row.days["desde"],
            end=row.days["hasta"],
        )
        reading.terms.append((term, row))


def _faq(reading: Reading, shown: str, document: Value | None) -> None:
    for row in _rows(reading, shown, document, row_keys.FAQ):
        text = FaqText(
            clave=row.texts["clave"],
            question=row.texts["pregunta"],
            also=row.words("tambien"),
            answer=row.texts["respuesta"],
            topic=row.texts["tema"],
            sources=row.words("fuentes"),
            owner=row.texts["responsable"],
            state=row.texts["estado"],
            review_by=row.days["revisar_antes_de"],
            file=shown,
            line=row.line,
        )
        reading.faq.append((text, row))


def _expected(reading: Reading, shown: str, document: Value | None) -> None:
    for row in _rows(reading, shown, document, row_keys.EXPECTED):
        if not _YEAR.fullmatch(row.texts["desde"]):
            what = f"leí «{row.texts['desde']}» y esperaba un año"
            reading.problems.append(Problem(shown, row.at("desde"), "desde", what, "Ejemplo: «desde: 2010»"))
            continue
        figure = ExpectedFigure(
            topic=row.texts["tema"],
            concept=row.texts["concepto"],
            subject=row.texts["de"],
            since=int(row.texts["desde"]),
            stages=row.words("etapas"),
            publisher=row.texts["publica"],
            document=row.texts["documento"],
            faq=row.texts["pregunta"],
        )
        reading.expected.append((figure, row))


def _statuses(reading: Reading, shown: str, document: Value | None) -> None:
    for row in _rows(reading, shown, document, row_keys.STATUS):
        report = StatusReport(
            commitment=row.texts["compromiso"],
            date=row.texts["fecha"],
            voice=row.texts["voz"],
            says=" ".join(row.texts["dice"].split()),
            status=row.texts["estado"],
            milestone=row.texts["hito"],
            milestone_status=row.texts["estado_hito"],
            sources=row.words("evidencia"),
        )
        reading.statuses.append((report, row))


def _corrections(reading: Reading, shown: str, document: Value | None) -> None:
    for row in _rows(reading, shown, document, row_keys.CORRECTION):
        day = row.days["fecha"]
        assert day is not None
        texts = (row.texts[key] for key in ("decia", "dice", "fuente", "recibo", "dato"))
        reading.corrections.append((Correction(day, *texts), row))


def _cues(reading: Reading, shown: str, document: Value | None) -> None:
    if document is None:
        return
    if not isinstance(document, Row):
        reading.problems.append(Problem(shown, document.line, None, "esperaba «actos:» y «temas:»", "Escribe una lista debajo de cada una"))
        return
    for name in document.cells:
        if name not in ("actos", "temas", "charla"):
            reading.problems.append(Problem(shown, document.lines[name], name, f"no conozco «{name}»", "Uso: actos, temas, charla"))
    acts = tuple(act.value for act in Act)
    sections = (("actos", reading.acts, acts), ("temas", reading.topics, row_keys.TOPICS), ("charla", reading.talk, row_keys.TALK))
    for key, into, known in sections:
        for row in _rows(reading, shown, document.cells.get(key), row_keys.CUES):
            if row.texts["clave"] not in known:
                what = f"no conozco «{row.texts['clave']}»"
                reading.problems.append(Problem(shown, row.at("clave"), "clave", what, f"Uso: {', '.join(known)}"))
            into.append(ActCues(row.texts["clave"], row.words("pistas"), row.words("ejemplos")))


def _wordings(reading: Reading, shown: str, document: Value | None) -> None:
    if document is None:
        return
    if not isinstance(document, Row):
        reading.problems.append(Problem(shown, document.line, None, "esperaba «clave: texto»", "Ejemplo: «saludo: Hola.»"))
        return
    for text in document.doubled:
        reading.problems.append(Problem(shown, text.line, text.value, f"«{text.value}» está dos veces", "Deja una sola"))
    reading.wordings_row = Cells(shown, document.line, lines=document.lines)
    for name, value in document.cells.items():
        if isinstance(value, Text) and value.value.strip():
            reading.wordings[name] = value.value.strip()
        else:
            what = f"leí {said(value)} y esperaba un texto"
            reading.problems.append(Problem(shown, document.lines[name], name, what, f"Ejemplo: «{name}: Hola.»"))


def _plain_list(reading: Reading, shown: str, document: Value | None) -> list[Text]:
    if document is None:
        return []
    if not isinstance(document, Many):
        reading.problems.append(Problem(shown, document.line, None, "esperaba una lista de palabras", "Ejemplo: «- tabaco»"))
        return []
    texts = []
    for item in document.items:
        if isinstance(item, Text) and item.value.strip():
            texts.append(item)
        else:
            reading.problems.append(Problem(shown, item.line, None, f"leí {said(item)} y esperaba una palabra", "Ejemplo: «- tabaco»"))
    return texts


_Reader = Callable[[Reading, str, Value | None], None]
_OF_THE_FOLDER: Mapping[str, _Reader] = {
    staff_files.CUES: _cues,
    staff_files.WORDINGS: _wordings,
    staff_files.COVERAGE: _expected,
    staff_files.STATUSES: _statuses,
    staff_files.CORRECTIONS: _corrections,
    staff_files.FORBIDDEN: _forbidden,
}
_OF_VOCABULARY: Mapping[str, _Reader] = {
    **{f"{name}.yaml": partial(_terms, kind) for name, kind in row_keys.KINDS.items()},
    staff_files.STAGES: _stages,
    staff_files.SLANG: _slang,
    staff_files.ORDINARY: _ordinary,
    staff_files.HOMONYMS: _homonyms,
}
