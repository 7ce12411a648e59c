"""Who somebody says to be: a name after «me llamo», «mi nombre es», «soy», «a nombre de», or of a relative.

«Soy» announces a trade as often as a name («soy maestra», «soy de Fresnillo»): after it only a given name is taken for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.privacy.personal import Personal, Span

_RELATIVE = (
    r"(?:esposo|esposa|hijo|hija|mama|papa|madre|padre|hermano|hermana|vecino|vecina|tio|tia|abuelo|abuela|primo|prima|suegro|suegra|novio|novia"
    r"|marido|senora|jefe|jefa|companero|companera|amigo|amiga|sobrino|sobrina|nieto|nieta)"
)
# What follows these is a name, whatever it is.
_SURE = re.compile(
    rf"\b(?:me llamo|me llaman|mi nombre(?: completo)? es|mi nombre:|nombre completo:|nombre:|firma:|mi {_RELATIVE} se llama)\s+"
)
# What follows these is a name when it begins with a given name.
_MAYBE = re.compile(
    rf"\b(?:soy(?: (?:la|el) (?:senora|senor|sra\.?|sr\.?|maestra|maestro|profe|profa|profesora|profesor|doctora|doctor|dra\.?|dr\.?"
    rf"|licenciada|licenciado|lic\.?|ing\.?|ingeniera|ingeniero))?|yo,|habla|le escribe|les escribe|le saluda|les saluda|a nombre de"
    rf"|de parte de|atentamente:?,?|atte\.?:?,?|mi {_RELATIVE},?|saludos,?|me dicen|con ustedes)\s+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_LINKS = frozenset({"de", "del", "la", "las", "los", "y", "da", "san"})
_LONGEST = 6
_BORN = re.compile(
    r"\b(?:naci|nacid[oa]|fecha de nacimiento(?: es)?:?)(?: el)?(?: dia)? (\d{1,2}(?: de |[/-]| )[a-z0-9]+(?: del? |[/-]| )\d{2,4})"
)


def names(text: str, folded: str) -> Iterator[Span]:
    """Names of people in a text and its folded form, sign by sign."""
    for cue in _SURE.finditer(folded):
        yield from _name(text, folded, cue.end(), sure=True)
    for cue in _MAYBE.finditer(folded):
        yield from _name(text, folded, cue.end(), sure=False)


def births(folded: str) -> Iterator[Span]:
    for match in _BORN.finditer(folded):
        yield Span(match.start(1), match.end(1), Personal.BIRTH)


def _name(text: str, folded: str, start: int, *, sure: bool) -> Iterator[Span]:
    """The words of a name from ``start`` on: given names, surnames and what links them, until an ordinary word or a sign."""
    given, ordinary = _known_names(), _ordinary()
    end, linked, capitals = start, False, text[start : start + 1].isupper()
    for count, word in enumerate(_run(folded, start)):
        said = word.group().rstrip(".")
        capital = text[word.start()].isupper()
        if count == 0 and not (said in given or (sure and said not in ordinary) or (capitals and _two_capitals(text, folded, start))):
            return
        if said in _LINKS and said not in given:
            # «Juan de la Cruz» goes on; «Juan y quiero saber», «Juan de Fresnillo» does not, unless it is written as a name
            if (count == 0 or said == "y") and not _given_after(folded, word):
                break
            linked = True
            continue
        if count and said not in given and (said in ordinary or (capitals and not capital) or (linked and not capital)):
            break
        end, linked = word.start() + len(said), False
        if count >= _LONGEST:
            break
    if end > start:
        yield Span(start, end, Personal.NAME)


def _given_after(folded: str, link: re.Match[str]) -> bool:
    following = next(_run(folded, link.end() + 1), None)
    return following is not None and following.group().rstrip(".") in _known_names()


def _two_capitals(text: str, folded: str, start: int) -> bool:
    """«Soy Xóchitl Ramírez»: two words written as names, neither of them an acronym."""
    first = list(_run(folded, start))[:2]
    spelled = [text[word.start() : word.end()] for word in first]
    return len(spelled) == 2 and all(each[0].isupper() and each[1:].islower() for each in spelled) and first[0].group() not in _ordinary()


def _run(folded: str, start: int) -> Iterator[re.Match[str]]:
    """Words that follow each other with nothing but a space between."""
    at = start
    while word := _WORD.match(folded, at):
        yield word
        at = word.end() + 1
        if folded[word.end() : at] != " ":
            return


@cache
def _known_names() -> frozenset[str]:
    """Given names and surnames common in Mexico, folded."""
    return frozenset(_lines("nombres.txt"))


@cache
def _ordinary() -> frozenset[str]:
    """Words that end a name: they begin what the person wants to say."""
    return frozenset(_lines("palabras_que_siguen.txt"))


def _lines(file: str) -> Iterator[str]:
    for line in Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()
