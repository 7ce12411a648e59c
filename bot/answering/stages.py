"""The stages that a question asks for by their participle: «los impuestos recaudados», «lo pagado contra lo recibido»."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.answering.asked import concepts_asked
from bot.answering.index import content_words, forms
from bot.domain.reading import Interpretation
from bot.domain.stage import Stage
from bot.language.folding import fold, word_set, words

FORMS = {f"{stage.value[:-1]}{ending}": stage for stage in Stage if stage.value.endswith("do") for ending in ("o", "a", "os", "as")}
# «ha recibido», «fue autorizado»: a verb tells what happened, and does not say which of several numbers is asked.
AUXILIARIES = word_set("""
    he ha hemos han haya hayan habia habian habra hubo haber fue fueron era eran es son sea ser sido siendo
    esta estan estaba estaban quedo quedaron queda quedan
    """)


def participles(reading: Interpretation) -> tuple[Stage, ...]:
    """The stages typed as participles, each once, in order; not within the name of a thing («el refinanciamiento autorizado en
    diciembre de 2016») nor as part of a verb."""
    typed = fold(reading.asked)
    for mention in reading.mentions:
        typed = typed.replace(fold(mention.said), " _ ") if mention.said else typed
    found = words(typed)
    said = (FORMS[word] for before, word in zip(("", *found), found, strict=False) if word in FORMS and before not in AUXILIARIES)
    return tuple(dict.fromkeys(said))


def with_stage_said(reading: Interpretation, published: Mapping[str, frozenset[Stage]]) -> Interpretation:
    """The reader's slot holds the six of spending; the others count when what is measured is published at that stage. «lo autorizado y
    lo del portal» asks for two numbers, of which one is named by its stage."""
    said, asked = participles(reading), concepts_asked(reading)
    if reading.stage is not None or len(said) != 1 or not asked or words(reading.asked).count("lo") > 1:
        return reading
    held = all(said[0] in published.get(concept, frozenset()) for concept in asked)
    return replace(reading, stage=said[0]) if held else reading


def with_stage_noted(reading: Interpretation, noted: Mapping[str, Mapping[str, Stage]]) -> Interpretation:
    """«¿cuánto registró de obras con el FORTAMUN?»: documents call a stage of the fund «obras registradas». What was received is no answer,
    so where that stage is not published, nothing is."""
    typed = {shape for word in words(reading.asked) for shape in forms(word)}
    for concept in concepts_asked(reading):
        for name, stage in noted.get(concept, {}).items():
            if all(typed & set(forms(word)) for word in content_words(name)):
                return replace(reading, stage=stage)
    return reading
