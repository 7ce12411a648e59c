"""What the channel says of itself, in Spanish; ``words_in_english.py`` says the same to whoever has
Telegram in English. An id of the same name in ``knowledge/respuestas.yaml`` takes its place."""

from __future__ import annotations

from typing import Literal

from bot.channels.telegram.words_in_english import IN_ENGLISH
from bot.domain.vocabulary import Knowledge
from bot.rendering.wording import Wordings

Language = Literal["es", "en"]
LANGUAGES: tuple[Language, ...] = ("es", "en")
# What chooses none of them.
OF_EACH_QUESTION = "todos"
LANGUAGE_NAMES: dict[Language, str] = {"es": "Español", "en": "English"}

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
        "Qué años hay de cada tema y qué falta: /temas\n"
        "Preguntas esperando respuesta: {esperan}."
    ),
    "telegram.en_privado": "Preguntarlo en el chat del bot",
    "telegram.carga": "Base de datos: {filas} renglones, armada el {fecha}.",
    "telegram.privacidad": "Qué se guarda, para qué y por cuánto tiempo desde la última vez que se usó:",
    "telegram.privacidad_se_borra": "{que}. Para qué: {para}. Tiempo: {tiempo}. Se borra con /borrar.",
    "telegram.privacidad_de_nadie": "{que}. Para qué: {para}. Tiempo: {tiempo}. No dice de quién es.",
    "telegram.privacidad_no": (
        "No se guarda tu nombre, tu usuario, tu teléfono, tus fotos, tus audios ni tu ubicación. "
        "Tu chat se anota con un código que no dice de quién es.\n"
        "Para borrarlo ya: /borrar. Telegram conserva los mensajes según sus propias reglas."
    ),
    "telegram.borrado": "Listo. Borré todo lo que guardaba de este chat. Renglones borrados: {cuantas}.",
    "telegram.nada_que_borrar": "No guardaba nada de este chat.",
    "telegram.borrado_en_grupo": "Listo. Borré tu conversación de aquí; lo de los demás sigue. Renglones borrados: {cuantas}.",
    "telegram.nada_que_borrar_en_grupo": "No guardaba ninguna conversación tuya aquí.",
    "telegram.idioma": (
        "¿En qué idioma te contesto? Si no eliges, en el de cada pregunta. "
        "Lo que dicen los documentos y las preguntas sugeridas van en español."
    ),
    "telegram.idioma_elegido": "Listo, te contesto en español.",
    "telegram.idioma_de_cada_pregunta": "El de cada pregunta",
    "telegram.idioma_libre": "Listo, te contesto en el idioma de cada pregunta.",
    "telegram.municipio_cual": (
        "Dime tu municipio y podrás preguntar «¿y en mi municipio?». Escribe el comando y el nombre: /municipio Jerez\n"
        "En tu chat con el bot también puedes compartir tu ubicación y tocar el tuyo.\n"
        "Solo se guarda si lo escribes o lo tocas; se borra con /municipio ninguno o con /borrar."
    ),
    "telegram.municipio_es": "Tu municipio es {municipio}. Para cambiarlo: /municipio y el nombre. Para olvidarlo: /municipio ninguno",
    "telegram.municipio_elegido": "Listo: cuando digas «mi municipio» entenderé {municipio}. Para olvidarlo: /municipio ninguno",
    "telegram.municipio_ejemplo": "¿Cuánto recibió mi municipio del FAIS en 2024?",
    "telegram.municipio_cerca": (
        "¿Cuál es tu municipio? Estos son los de cabecera más cercana a la ubicación que mandaste.\n"
        "La usé solo para hacer esta lista y no la guardé. Tu municipio se guarda si lo tocas; lo borras con /municipio ninguno o /borrar."
    ),
    "telegram.municipio_otro": "Ninguno de estos",
    "telegram.municipio_lejos": (
        "Solo conozco los municipios de Zacatecas y esa ubicación está lejos de todos. No la guardé.\n"
        "Para decirme tu municipio, escribe su nombre: /municipio Jerez"
    ),
    "telegram.municipio_olvidado": "Listo, ya no guardo tu municipio.",
    "telegram.municipio_desconocido": "No encontré «{nombre}» entre los 58 municipios de Zacatecas. Escríbelo otra vez: /municipio Jerez",
    "telegram.como_corregir": "Si una cifra está mal, toca «Está mal» debajo de la respuesta y di qué documento dice otra cosa.",
    "telegram.util": "Me sirvió",
    "telegram.inutil": "No me sirvió",
    "telegram.cifra_mal": "Está mal",
    "telegram.grafica": "Gráfica",
    "telegram.tarjeta": "Tarjeta",
    "telegram.tabla": "Tabla",
    "telegram.tabla_de": "Las cifras de la respuesta con recibo {recibo}, con su documento, su periodo y su etapa.",
    "telegram.gracias_por_decir": "Gracias por decirlo.",
    "telegram.cifra_anotada": (
        "Anotado: la respuesta con recibo {recibo} se va a revisar.\n"
        "Si sabes qué documento dice otra cosa, responde a este mensaje y cuéntalo. No escribas datos personales; si los hay, se tapan."
    ),
    "telegram.avisame": "Avísame cuando se revise",
    "telegram.te_avisare": "Te aviso aquí. Hasta entonces guardo, cifrado, el número de este chat; /borrar lo quita.",
    "telegram.aviso_cerrado": "Ya se revisó la respuesta con recibo {recibo}, como pediste que te avisara. Quien la revisó dice:\n{nota}",
    "telegram.comentario_anotado": "Gracias. Quedó junto al aviso del recibo {recibo}. Lo que se corrija sale en /correcciones",
    "telegram.ya_avisado": "Ya lo anoté.",
    "telegram.recibo": "Recibo {recibo}",
    "telegram.recibos": "Recibos {recibo}",
    "telegram.recibo_cual": "Escribe el recibo después de /r, por ejemplo: /r A7K2Q",
    "telegram.sin_recibo": "No tengo el recibo «{recibo}». Revisa que esté bien escrito.",
    "telegram.no_se_si_llego": "Se cortó la comunicación y no sé si te llegó mi respuesta. Si no la ves, pregúntame otra vez:",
    "telegram.fuentes": "De aquí sale la última respuesta:",
    "telegram.sin_fuente": "Esa respuesta no cita documentos.",
    "telegram.fuente_de_que": "¿De qué respuesta? Pregúntame algo primero, o escribe /fuente y la pregunta: /fuente deuda 2013",
    "telegram.comando": "No conozco {comando}. Estos sí:",
    "telegram.preguntaste": "Preguntaste: {pregunta}",
    "telegram.ver_mas": "Ver más",
    "telegram.ya_completa": "Ya está completa.",
    "telegram.ya_contestada": "Ya la contesté, está más abajo.",
    "telegram.boton_viejo": "Ese botón ya no lo recuerdo. Escríbeme la pregunta y te contesto.",
    "telegram.solo_texto": "Leí solo el texto que venía con tu mensaje; lo demás no lo puedo ver ni oír.",
    "telegram.voz": "Todavía no puedo oír audios. Escríbeme la pregunta; si tu teclado tiene micrófono, díctamela y mándala como texto.",
    "telegram.imagen": "No puedo ver imágenes ni videos. Escríbeme qué cifra o qué documento buscas.",
    "telegram.archivo": "No abro archivos. Escríbeme qué cifra o qué documento buscas.",
    "telegram.sticker": "Los stickers no los sé leer. Escríbeme una pregunta con palabras.",
    "telegram.ubicacion": "En un grupo no uso ubicaciones y no guardé esta. Para decirme tu municipio, escribe su nombre: /municipio Jerez",
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
