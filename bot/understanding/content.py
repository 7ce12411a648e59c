"""The words that carry what is asked, for looking things up; and those that nothing understood."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.period import AskedPeriod
from bot.language.folding import word_set
from bot.understanding.wording import Wording

STOP = word_set("""
    a al algo ante asi aun bajo bien cada como con cual cuales cuando cuanta cuantas cuanto cuantos
    de del desde donde dos e el ella ellos en entonces entre era eran es esa ese eso
    esos esta estan estaba este esto estos fue fueron ha habia han hasta hay hizo hicieron i ir
    la las le les lo los mas me mi mis mucho muy nada ni no nos nosotros o
    oiga otra otro oye para pero por porque pues que quien quienes se segun ser si sin sobre
    solo son su sus tal tambien tan te tengo tiene tienen toda todas todo todos tu un una
    unas uno unos va van voy y ya yo favor hola buenas buenos dias tardes noches gracias dime
    dame digame quiero quisiera saber necesito puede puedes podria ver mira mire ahi aqui alla the of in
    how much many what who is was did for and to zacatecas estado gobierno año ano años anos
    dinero
    """)


def content_words(wording: Wording) -> dict[int, str]:
    """Place in the meant words → the word."""
    return {place: word.text for place, word in enumerate(wording.words) if word.text not in STOP and len(word.text) > 1}


def unread_words(wording: Wording, words: Mapping[int, str], period: AskedPeriod | None, known: Mapping[str, int]) -> tuple[str, ...]:
    """Content words that are no name, no number and no word of the examples."""
    dated = set(period.said.split()) if period else set()
    return tuple(
        word
        for place, word in words.items()
        if word not in known and word not in dated and not word[:1].isdigit() and not _named(wording, wording.words[place].token)
    )


def _named(wording: Wording, place: int) -> bool:
    token = wording.tokens[place]
    return any(mention.start <= token.start < mention.end for mention in wording.mentions)
