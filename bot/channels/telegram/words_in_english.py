"""What the channel says of itself to whoever has Telegram in English. The answers stay in Spanish, as their documents are."""

from __future__ import annotations

IN_ENGLISH = {
    "telegram.descripcion": (
        "Ask about public money in Zacatecas, Mexico: what is owed, what it was spent on, how a commitment is going. "
        "Every figure comes with its stage, its date and the document that says it. Answers are in Spanish. Not a government office."
    ),
    "telegram.descripcion_corta": "Public money in Zacatecas: figures with their documents. Answers in Spanish.",
    "telegram.inicio": (
        "Ask me in Spanish, in your own words, about public money in Zacatecas: what is owed, where it went, how a commitment is going.\n"
        "Every figure comes with its stage, its date and the document that says it."
    ),
    "telegram.ayuda": "Write your question in Spanish as you would say it. Go on with «¿y en 2018?», or edit your message to correct it.",
    "telegram.ayuda_grupo": "In a group I only read commands, messages that name me and replies to mine.",
    "telegram.ejemplos": "Tap a question, or write your own:",
    "telegram.acerca": (
        "I answer with what published documents say: budget laws, public accounts, audits, open data and press. "
        "I am not a government office.\n"
        "What nobody has published I say so; if two sources disagree, I show both."
    ),
    "telegram.taller": "Let us begin here. Tap a question, or write your own:",
    "telegram.liga_vieja": "That link no longer tells me anything. Ask me in your own words, or tap one of these:",
    "telegram.estado": (
        "I am answering. My database was built on {fecha}, holds {cifras} figures and expects data up to {anio}.\n"
        "Which years there are of each topic, and what is missing: /topics"
    ),
    "telegram.en_privado": "Ask it in the bot's own chat",
    "telegram.carga": "Database: {filas} rows, built on {fecha}.",
    "telegram.privacidad": (
        "What I remember: up to {cuantas} of your questions in this chat, how I read them and what I answered. Each is forgotten {minutos} "
        "minutes after you last used it. It serves to understand «¿y en 2018?», to correct and to show «{ver_mas}».\n"
        "Where: in the program's memory. Nothing is written to disk, and if the program starts again, it is lost.\n"
        "What I do not keep: your name, your user name, your phone, your photos, your voice or your location.\n"
        "To erase it now: /forget. Telegram keeps messages under its own rules."
    ),
    "telegram.borrado": "Done. I forgot what I remembered of your questions in this chat. Questions erased: {cuantas}.",
    "telegram.nada_que_borrar": "I did not remember any question of yours in this chat.",
    "telegram.fuentes": "The last answer comes from here:",
    "telegram.sin_fuente": "That answer cites no documents.",
    "telegram.fuente_de_que": "Of which answer? Ask me something first, or write /source and the question: /source deuda 2013",
    "telegram.comando": "I do not know {comando}. I do know these:",
    "telegram.preguntaste": "You asked: {pregunta}",
    "telegram.ver_mas": "See more",
    "telegram.ya_completa": "It is already complete.",
    "telegram.ya_contestada": "I already answered it, further down.",
    "telegram.boton_viejo": "I no longer remember that button: I keep it {minutos} minutes. Write me the question and I will answer.",
    "telegram.solo_texto": "I read only the text that came with your message; the rest I cannot see or hear.",
    "telegram.voz": "I cannot listen to voice messages yet. Write me your question, or dictate it to your keyboard and send it as text.",
    "telegram.imagen": "I cannot see pictures or videos. Write me which figure or which document you are looking for.",
    "telegram.archivo": "I do not open files. Write me which figure or which document you are looking for.",
    "telegram.sticker": "I cannot read stickers. Write me a question in words.",
    "telegram.ubicacion": "I do not use your location and did not keep it. Write me the name of your municipality and your question.",
    "telegram.contacto": "I do not need contact details and did not keep them. Write me your question.",
    "telegram.otro": "I cannot read that kind of message. Write me your question in words.",
    "telegram.falla": "Something failed on my side and I could not answer. Try again in a moment; nothing is wrong with your question.",
}
