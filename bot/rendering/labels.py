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
    words = [label.split(" ") for label in different]
    shared = len(list(takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False)))) if len(words) > 1 else 0
    while shared:
        rests = [_name(" ".join(each[shared:]), after_colon=each[shared - 1].endswith(":")) for each in words]
        if all(rests):
            return " ".join(words[0][:shared]).rstrip(":"), dict(zip(different, rests, strict=True))
        shared -= 1
    return "", {label: label for label in different}


def _name(rest: str, *, after_colon: bool) -> str:
    """The rest without «de», or nothing where it is not a name on its own."""
    if after_colon:
        return rest
    match = _OF.match(rest)
    return rest[match.end() :] if match else ""
