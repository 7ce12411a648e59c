"""Labels of neighbouring figures: what they all begin with is said once, above them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

_OF = re.compile(r"(?:del|de (?:el|la|los|las)|de|of the|of) ")


def factored(labels: Sequence[str]) -> tuple[str, Mapping[str, str]]:
    """What all labels begin with and what is left of each: «Presupuesto de la UAZ» and «Presupuesto del Poder Judicial»
    give «Presupuesto», «UAZ», «Poder Judicial». Nothing is taken out where the rest would not read as a name."""
    different = list(dict.fromkeys(labels))
    if owner := _owner_of_kinds(different):
        said, names = _beginning([label.removesuffix(owner) for label in different])
        return said + owner, dict(zip(different, names, strict=True))
    beginning, names = _beginning(different)
    return beginning, dict(zip(different, names, strict=True))


def _beginning(different: Sequence[str]) -> tuple[str, Sequence[str]]:
    words = [label.split(" ") for label in different]
    shared = len(list(takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False)))) if len(words) > 1 else 0
    while shared:
        rests = [_name(" ".join(each[shared:]), after_colon=each[shared - 1].endswith(":")) for each in words]
        if all(rests):
            return " ".join(words[0][:shared]).rstrip(":"), rests
        shared -= 1
    return "", different


def _owner_of_kinds(labels: Sequence[str]) -> str:
    """« del estado de Zacatecas», where the labels are of one thing and of kinds of it, all of one owner: «saldo de la deuda» and «saldo
    de la deuda de largo plazo»; else nothing, for «Secretaría de Salud» and «Instituto de Salud» own nothing in common."""
    if len(labels) < 2:
        return ""
    backwards = [label.split(" ")[::-1] for label in labels]
    shared = [column[0] for column in takewhile(lambda column: len(set(column)) == 1, zip(*backwards, strict=False))]
    for count in range(len(shared), 0, -1):
        owner = " " + " ".join(reversed(shared[:count]))
        things = [label.removesuffix(owner) for label in labels]
        thing = min(things, key=len)
        kinds = all(each == thing or each.startswith(f"{thing} de ") for each in things)
        if _OF.match(owner[1:]) and len(things) > 1 and kinds and _beginning(things)[0]:
            return owner
    return ""


def _name(rest: str, *, after_colon: bool) -> str:
    """The rest without «de», or nothing where it is not a name on its own."""
    if after_colon:
        return rest
    match = _OF.match(rest)
    return rest[match.end() :] if match else ""
