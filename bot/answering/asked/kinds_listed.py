"""«¿qué impuesto deja más, el de nómina o los ecológicos?»: kinds of one thing, of which only the first word is said once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.answering.asked.moments import ROOTS
from bot.answering.asked.slots import typed_here, unsaid
from bot.answering.search.index import content_words, forms, forms_of
from bot.domain.reading import Act, Interpretation, Mention
from bot.domain.vocabulary import Term
from bot.language.folding import fold, words

LISTS = re.compile(r"(?:,|\b[yeou]|\bvs|\bcontra)\s+(?:cuant[oa] )?(?:de )?(?:(?:el|la|los|las) )?(?:(?:de|del|sobre) )?\w+")
# Of each concept named by one word, its kinds, and of each the words that tell it from the others, one set a name.
Kinds = Mapping[str, Mapping[str, frozenset[frozenset[str]]]]


def kinds_by_word(terms: Iterable[Term]) -> Kinds:
    """«impuesto sobre nóminas» is an «impuesto», told apart by «nóminas»; «intereses pagados» are interest at a moment, and
    «participaciones y aportaciones» two things: no kinds."""
    names = ((term.clave, fold(name)) for term in terms for name in (term.name, *term.aliases))
    named = [(clave, content_words(name)) for clave, name in names if " y " not in name]
    wide = {clave: set(forms(said[0])) for clave, said in named if len(said) == 1 and said[0] == clave}
    told_apart = [(clave, frozenset(said[1:]), said[0]) for clave, said in named if len(said) > 1 and not is_of_a_moment(said[1:])]
    by_first: dict[str, list[int]] = defaultdict(list)
    for place, (_, _, first) in enumerate(told_apart):
        for shape in forms(first):
            by_first[shape].append(place)
    found: dict[str, dict[str, frozenset[frozenset[str]]]] = defaultdict(dict)
    for concept, shapes in wide.items():
        for place in sorted({place for shape in shapes for place in by_first[shape]}):
            clave, own, _ = told_apart[place]
            if clave != concept:
                found[concept][clave] = found[concept].get(clave, frozenset()) | {own}
    return found


def is_of_a_moment(said: Iterable[str]) -> bool:
    return any(word.startswith(root) for word in said for root in ROOTS)


def telling_words(names: Mapping[str, str], wider: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Of each concept with a wider one, the words of its name that stand in no sister's: «trabajador», «gobierno»."""
    said = {id: frozenset(content_words(fold(names[id]))) for id in wider}
    sisters = {id: frozenset[str]().union(*(said[other] for other in wider if other != id and wider[other] == wider[id])) for id in wider}
    return {id: said[id] - sisters[id] for id in wider}


def with_sisters_listed(reading: Interpretation, wider: Mapping[str, str], telling: Mapping[str, frozenset[str]]) -> Interpretation:
    """«¿cuánto pone el trabajador, cuánto el gobierno y cuánto los municipios?»: of the sisters of a kind named, those of which the list
    says only what tells them apart."""
    own = {m.clave: wider[m.clave] for m in reading.of_kind("concepto") if m.clave in wider and typed_here(m, reading)}
    typed = fold(reading.asked)
    if len(own) != 1 or reading.act not in (Act.AMOUNT, Act.BREAKDOWN, Act.COMPARE) or len(typed) != len(reading.asked):
        return reading
    ((kind, wide),) = own.items()
    sisters = [id for id, parent in wider.items() if parent == wide and id != kind]
    said = ((id, re.search(rf"{NEXT_OF_LIST}({re.escape(word)})\b", typed)) for id in sisters for word in sorted(telling[id]))
    listed = {id: Mention("concepto", id, reading.asked[slice(*at.span(1))], *at.span(1)) for id, at in said if at}
    return replace(reading, mentions=(*reading.mentions, *listed.values())) if listed else reading


NEXT_OF_LIST = r"(?:,|\b[yeo]|\bcuant[oa])(?: (?:a|al|de|del|el|la|los|las|y|cuanto|cuanta))+ "


def with_kinds_listed(reading: Interpretation, kinds: Kinds) -> Interpretation:
    """The kinds named, two or more, in the place of the one word that they share and of what else their own words would name."""
    wide = next((m for m in reading.of_kind("concepto") if m.clave in kinds and typed_here(m, reading)), None)
    if wide is None:
        return reading
    rest = content_words(fold(f"{reading.asked[: wide.start]} {reading.asked[wide.end :]}"))
    typed = forms_of(rest)
    listed = {
        clave: own
        for clave, names in kinds[wide.clave].items()
        for own in names
        if all(set(forms(word)) & typed for word in own) and clave not in reading.concepts
    }
    others = {concept for concept in reading.concepts if concept in kinds[wide.clave]}
    if not listed or len(listed) + len(others) < 2:
        return of_whom_it_is_for(reading, wide, kinds[wide.clave])
    if not LISTS.search(fold(reading.asked[wide.end :])):
        return reading
    telling = forms_of(word for own in listed.values() for word in own)
    kept = tuple(
        m for m in reading.mentions if m is not wide and not (m.kind == "concepto" and m.said and set(forms(fold(m.said))) & telling)
    )
    act = Act.AMOUNT if reading.act in (Act.BREAKDOWN, Act.LIST) else reading.act
    return replace(reading, act=act, mentions=(*kept, *map(unsaid, listed)), measure=next(iter(listed)))


def of_whom_it_is_for(reading: Interpretation, wide: Mention, kinds: Mapping[str, frozenset[frozenset[str]]]) -> Interpretation:
    """«del impuesto que se cobra para la UAZ»: it is nobody's but the state's, and bears the name of whom it is for."""
    for owner in reading.of_kind("institucion"):
        before = words(reading.asked[: owner.start])[-2:]
        called = frozenset(content_words(fold(owner.said)))
        kind = next((clave for clave, names in kinds.items() if called and called in names), None)
        if kind and owner.start > wide.end and "para" in before:
            kept = tuple(mention for mention in reading.mentions if mention not in (owner, wide))
            return replace(reading, mentions=(*kept, replace(wide, clave=kind)), measure=kind)
    return reading
