"""Staff files -> domain types, with the place of everything that a check may want to point at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bot.domain.reading import Act
from bot.domain.vocabulary import ActCues, Correction, ExpectedFigure, FaqText, Knowledge, StatusReport, Term
from bot.errors import Problem
from bot.knowledge import forms
from bot.knowledge.form import Cells, Key, rows, said
from bot.knowledge.nodes import Many, Row, Text, Value, read
from bot.language.folding import words

VOCABULARY = "vocabulario"
QUESTIONS = "preguntas"
FORBIDDEN = "palabras_prohibidas.yaml"
COVERAGE = "cobertura.yaml"
STATUSES = "compromisos.yaml"
CORRECTIONS = "correcciones.yaml"
_YEAR = re.compile(r"(?:19|20)\d\d")
ORDINARY_FILE = "palabras_comunes"
_STAGES, _SLANG, _HOMONYMS = "etapas", "jerga", "homonimos"


def folded(text: str) -> str:
    """How a phrase is compared: folded words, one space between."""
    return " ".join(words(text))


def files(folder: Path) -> list[Path]:
    """Every file that ``load`` and ``check`` read, in a stable order."""
    top = [folder / name for name in ("intenciones.yaml", "respuestas.yaml", COVERAGE, CORRECTIONS, FORBIDDEN, STATUSES)]
    below = [*(folder / VOCABULARY).glob("*.yaml"), *(folder / QUESTIONS).glob("*.yaml")]
    return sorted(path for path in (*top, *below) if path.is_file())


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
    wording_lines: dict[str, int] = field(default_factory=dict)
    wordings_file: str = ""
    expected: list[tuple[ExpectedFigure, Cells]] = field(default_factory=list)
    statuses: list[tuple[StatusReport, Cells]] = field(default_factory=list)
    corrections: list[tuple[Correction, Cells]] = field(default_factory=list)
    homonyms: set[str] = field(default_factory=set)
    forbidden: tuple[Text, ...] = ()
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
    for path in files(folder):
        shown = f"{folder.resolve().name}/{path.relative_to(folder).as_posix()}"
        document, problems = read(path, shown)
        reading.problems.extend(problems)
        if not problems:
            _take(reading, path, shown, document)
    return reading


def _take(reading: Reading, path: Path, shown: str, document: Value | None) -> None:
    if path.parent.name == QUESTIONS:
        _faq(reading, shown, document)
    elif path.parent.name == VOCABULARY:
        _vocabulary(reading, path.stem, shown, document)
    elif path.name == "intenciones.yaml":
        _cues(reading, shown, document)
    elif path.name == "respuestas.yaml":
        _wordings(reading, shown, document)
    elif path.name == COVERAGE:
        _expected(reading, shown, document)
    elif path.name == STATUSES:
        _statuses(reading, shown, document)
    elif path.name == CORRECTIONS:
        _corrections(reading, shown, document)
    else:
        reading.forbidden = tuple(_plain_list(reading, shown, document))


def _vocabulary(reading: Reading, stem: str, shown: str, document: Value | None) -> None:
    if stem in forms.KINDS:
        _terms(reading, forms.KINDS[stem], shown, document)
    elif stem == _STAGES:
        _stages(reading, shown, _rows(reading, shown, document, forms.STAGE))
    elif stem == _SLANG:
        for row in _rows(reading, shown, document, forms.SLANG):
            _put(reading, reading.slang, [(Text(row.texts["dice"], row.at("dice")), row.texts["quiere_decir"])], shown)
    elif stem == ORDINARY_FILE:
        reading.ordinary |= {folded(text.value) for text in _plain_list(reading, shown, document)}
    elif stem == _HOMONYMS:
        reading.homonyms |= {folded(text.value) for text in _plain_list(reading, shown, document)}
    else:
        known = ", ".join(sorted([*forms.KINDS, _STAGES, _SLANG, ORDINARY_FILE, _HOMONYMS]))
        reading.problems.append(Problem(shown, None, None, "no conozco este archivo", f"Los de esta carpeta son: {known}"))


def _stages(reading: Reading, shown: str, found: list[Cells]) -> None:
    """A stage owns its own name: whoever else lists it is the one to change."""
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


def _terms(reading: Reading, kind: str, shown: str, document: Value | None) -> None:
    for row in _rows(reading, shown, document, forms.TERM):
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
    for row in _rows(reading, shown, document, forms.FAQ):
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
    for row in _rows(reading, shown, document, forms.EXPECTED):
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
    for row in _rows(reading, shown, document, forms.STATUS):
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
    for row in _rows(reading, shown, document, forms.CORRECTION):
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
    sections = (("actos", reading.acts, acts), ("temas", reading.topics, forms.TOPICS), ("charla", reading.talk, forms.TALK))
    for key, into, known in sections:
        for row in _rows(reading, shown, document.cells.get(key), forms.CUES):
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
    reading.wordings_file = shown
    for name, value in document.cells.items():
        if isinstance(value, Text) and value.value.strip():
            reading.wordings[name] = value.value.strip()
            reading.wording_lines[name] = document.lines[name]
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
