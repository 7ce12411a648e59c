"""What the channel says of itself, in Spanish; ``words_in_english.py`` says the same to whoever has
Telegram in English. An id of the same name in ``knowledge/respuestas.yaml`` takes its place."""

from __future__ import annotations

from typing import Literal

from bot.channels.telegram.words_in_english import IN_ENGLISH
from bot.domain.vocabulary import Knowledge
from bot.rendering.wording import Wordings

Language = Literal["es", "en"]
LANGUAGES: tuple[Language, ...] = ("es", "en")

EXAMPLES = (
    "¿Cuánto debe el estado de Zacatecas?",
    "¿Cuál fue el presupuesto del estado en 2024?",
    "¿Cuánto recibió Fresnillo del FAIS en 2024?",
    "¿Qué es el ISSSTEZAC?",
    "¿En qué va el compromiso de pensiones?",
    "¿Cuánto dinero recibió el INCUFIDEZ?",
    "¿Cuánta deuda le toca a cada habitante?",
    "¿Cómo pido información pública?",
)

SENTENCES = {
    "telegram.descripcion": (
        "Pregunta por el dinero público de Zacatecas: cuánto se debe, en qué se gastó, en qué va un compromiso. "
        "Cada cifra viene con su etapa, su fecha y el documento que la dice. No es una oficina de gobierno."
    ),
    "telegram.descripcion_corta": "Dinero público de Zacatecas: cifras con su documento.",
    "telegram.inicio": (
        "Pregúntame con tus palabras por el dinero público de Zacatecas: cuánto se debe, en qué se gastó, en qué va un compromiso.\n"
        "Cada cifra lleva su etapa, su fecha y el documento que la dice."
    ),
    "telegram.ayuda": "Escribe tu pregunta como la dirías. Puedes seguir con «¿y en 2018?» o corregir tu mensaje: corrijo la respuesta.",
    "telegram.ayuda_grupo": "En un grupo solo leo comandos, mensajes que me nombran y respuestas a los míos.",
    "telegram.ejemplos": "Toca una pregunta, o escribe la tuya:",
    "telegram.acerca": (
        "Respondo con lo que dicen documentos publicados: leyes de presupuesto, cuentas públicas, auditorías, datos abiertos y prensa. "
        "No soy una oficina de gobierno y no hago trámites.\n"
        "Lo que nadie ha publicado lo digo así; si dos fuentes no coinciden, muestro las dos."
    ),
    "telegram.taller": "Empecemos por aquí. Toca una pregunta, o escribe la tuya:",
    "telegram.liga_vieja": "Esa liga ya no me dice nada. Pregúntame con tus palabras, o toca una de estas:",
    "telegram.estado": (
        "Estoy contestando. Mi base de datos se armó el {fecha}, tiene {cifras} cifras y espera datos hasta {anio}.\n"
        "Qué años hay de cada tema y qué falta: /temas"
    ),
    "telegram.en_privado": "Preguntarlo en el chat del bot",
    "telegram.carga": "Base de datos: {filas} renglones, armada el {fecha}.",
    "telegram.privacidad": (
        "Qué recuerdo: hasta {cuantas} preguntas tuyas de este chat, cómo las leí y lo que contesté. Cada una se olvida a los {minutos} "
        "minutos de la última vez que la usaste. Es para entender «¿y en 2018?», corregir y mostrar «{ver_mas}».\n"
        "Dónde: en la memoria del programa. Nada se escribe en disco, y si el programa se reinicia, se pierde.\n"
        "Qué no guardo: tu nombre, tu usuario, tu teléfono, tus fotos, tus audios ni tu ubicación.\n"
        "Para borrarlo ya: /borrar. Telegram conserva los mensajes según sus propias reglas."
    ),
    "telegram.borrado": "Listo. Olvidé lo que recordaba de tus preguntas en este chat. Preguntas borradas: {cuantas}.",
    "telegram.nada_que_borrar": "No recordaba ninguna pregunta tuya en este chat.",
    "telegram.fuentes": "De aquí sale la última respuesta:",
    "telegram.sin_fuente": "Esa respuesta no cita documentos.",
    "telegram.fuente_de_que": "¿De qué respuesta? Pregúntame algo primero, o escribe /fuente y la pregunta: /fuente deuda 2013",
    "telegram.comando": "No conozco {comando}. Estos sí:",
    "telegram.preguntaste": "Preguntaste: {pregunta}",
    "telegram.ver_mas": "Ver más",
    "telegram.ya_completa": "Ya está completa.",
    "telegram.ya_contestada": "Ya la contesté, está más abajo.",
    "telegram.boton_viejo": "Ese botón ya no lo recuerdo: lo guardo {minutos} minutos. Escríbeme la pregunta y te contesto.",
    "telegram.solo_texto": "Leí solo el texto que venía con tu mensaje; lo demás no lo puedo ver ni oír.",
    "telegram.voz": "Todavía no puedo oír audios. Escríbeme la pregunta; si tu teclado tiene micrófono, díctamela y mándala como texto.",
    "telegram.imagen": "No puedo ver imágenes ni videos. Escríbeme qué cifra o qué documento buscas.",
    "telegram.archivo": "No abro archivos. Escríbeme qué cifra o qué documento buscas.",
    "telegram.sticker": "Los stickers no los sé leer. Escríbeme una pregunta con palabras.",
    "telegram.ubicacion": "No uso tu ubicación y no la guardé. Escríbeme el nombre de tu municipio y tu pregunta.",
    "telegram.contacto": "No necesito datos de contacto y no los guardé. Escríbeme tu pregunta.",
    "telegram.otro": "Ese tipo de mensaje no lo sé leer. Escríbeme tu pregunta con palabras.",
    "telegram.falla": "Algo falló de mi lado y no pude contestarte. Intenta otra vez en un momento; tu pregunta no tiene nada de malo.",
}


def sentences(language: Language) -> dict[str, str]:
    return IN_ENGLISH if language == "en" else SENTENCES


def wordings(knowledge: Knowledge, language: Language = "es") -> Wordings:
    """What staff wrote under ``knowledge/`` is in Spanish."""
    return Wordings(IN_ENGLISH if language == "en" else {**SENTENCES, **knowledge.wordings})


def language_of(code: str | None) -> Language:
    """From the language of a person's Telegram («en-US»); everybody else is spoken to in Spanish."""
    return "en" if (code or "").lower().partition("-")[0] == "en" else "es"
