"""What a person chooses here and what they can have erased: language, municipality, privacy, corrections."""

from __future__ import annotations

from collections.abc import Sequence

from bot.channels.telegram.handling import CHOSEN
from bot.channels.telegram.home import municipality, named_in, with_code
from bot.channels.telegram.keyboard import Does, Label
from bot.channels.telegram.orders import Order
from bot.channels.telegram.seats import Seat
from bot.channels.telegram.words import LANGUAGE_NAMES, LANGUAGES, OF_EACH_QUESTION
from bot.domain.vocabulary import Term
from bot.rendering import corrections as published
from bot.rendering.blocks import Paragraph, Reply
from bot.rendering.grammar import sentence_case
from bot.rendering.translation import _, ngettext, speaking
from bot.state import Described
from bot.state.retention import written

NONE = ("ninguno", "ninguna", "none", "borrar")


async def language(order: Order) -> None:
    names = [Label(LANGUAGE_NAMES[each], Does.LANGUAGE, each) for each in LANGUAGES]
    names.append(Label(order.words.say("telegram.idioma_de_cada_pregunta"), Does.LANGUAGE, OF_EACH_QUESTION))
    await order.say(order.line("telegram.idioma"), below=names)


async def home(order: Order) -> None:
    """Opt-in: nothing is kept until a name is written or pressed, and it can be taken back."""
    knowledge = order.talk.assistant.knowledge
    if not order.rest:
        chosen = municipality(knowledge, CHOSEN.get().municipality or "")
        id = "telegram.municipio_es" if chosen else "telegram.municipio_cual"
        await order.say(order.line(id, municipio=chosen.name if chosen else ""))
    elif order.rest.strip().lower() in NONE:
        await order.talk.choose(order.to, municipality="")
        await order.say(order.line("telegram.municipio_olvidado"))
    elif found := await named_in(order.talk.assistant, order.rest, order.talk.today()):
        await settle(order, found)
    else:
        await order.say(order.line("telegram.municipio_desconocido", nombre=order.rest))


async def settle(order: Order, chosen: Term) -> None:
    await order.talk.choose(order.to, municipality=chosen.clave)
    await order.say(order.line("telegram.municipio_elegido", [order.words.say("telegram.municipio_ejemplo")], municipio=chosen.name))


async def propose_homes(order: Order, near: Sequence[Seat]) -> None:
    """After a location: its municipalities, to be pressed. Where it was goes no further than this."""
    found = [with_code(order.talk.assistant.knowledge, seat.code) for seat in near]
    offered = [Label(each.name, Does.HOME, each.code) for each in found if each]
    if offered:
        none = Label(order.words.say("telegram.municipio_otro"), Does.HOME)
        await order.say(order.line("telegram.municipio_cerca"), above=[*offered, none])
    else:
        await order.say(order.line("telegram.municipio_lejos"))


async def privacy(order: Order) -> None:
    """From the settings in force, never typed by hand."""
    kept = Reply("", tuple(Paragraph(_kind(order, each)) for each in order.talk.memory.described()))
    await order.say(order.line("telegram.privacidad"), kept, order.line("telegram.privacidad_no"))


async def erase(order: Order) -> None:
    """In a group, only the conversation of whoever asks: the rest is everybody's."""
    if order.in_group:
        count = await order.talk.memory.forget(order.place)
    else:
        count = sum((await order.talk.memory.erase(order.to.chat)).values())
    id = "telegram.borrado" if count else "telegram.nada_que_borrar"
    await order.say(order.line(f"{id}_en_grupo" if order.in_group else id, cuantas=str(count)))


async def corrections(order: Order) -> None:
    """What was corrected, newest first, and how to tell of a mistake."""
    told = published.text(order.talk.assistant.knowledge.corrections)
    await order.say(order.talk.paragraph(told), order.line("telegram.como_corregir"))


def _kind(order: Order, kind: Described) -> str:
    id = "telegram.privacidad_se_borra" if kind.erased else "telegram.privacidad_de_nadie"
    with speaking(order.to.language):
        what, why, how_long = _(kind.what), _(kind.why), written(kind.length, ngettext)
    return order.words.say(id, que=sentence_case(what), para=why, tiempo=how_long)
