"""What the channel says of itself to whoever has Telegram in English or chose it."""

from __future__ import annotations

IN_ENGLISH = {
    "telegram.descripcion": (
        "Ask about public money in Zacatecas, Mexico: what is owed, what it was spent on, how a commitment is going. "
        "Every figure comes with its stage, its date and the document that says it. Not a government office."
    ),
    "telegram.descripcion_corta": "Public money in Zacatecas: figures with their documents.",
    "telegram.inicio": (
        "Ask me in English or Spanish about public money in Zacatecas: what is owed, where it went, how a commitment is going.\n"
        "Every figure comes with its stage, its date and the document that says it."
    ),
    "telegram.ayuda": (
        "Write your question as you would say it, in English or Spanish. Go on with «and in 2018?», or edit your message to correct it."
    ),
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
        "Which years there are of each topic, and what is missing: /topics\n"
        "Questions waiting for an answer: {esperan}."
    ),
    "telegram.en_privado": "Ask it in the bot's own chat",
    "telegram.carga": "Database: {filas} rows, built on {fecha}.",
    "telegram.privacidad": "What is kept, what for, and for how long after it was last used:",
    "telegram.privacidad_se_borra": "{que}. What for: {para}. Time: {tiempo}. Erased with /forget.",
    "telegram.privacidad_de_nadie": "{que}. What for: {para}. Time: {tiempo}. It does not say whose it is.",
    "telegram.privacidad_no": (
        "Your name, user name, phone, photos, voice and location are not kept. "
        "Your chat is noted under a code that does not say whose it is.\n"
        "To erase it now: /forget. Telegram keeps messages under its own rules."
    ),
    "telegram.borrado": "Done. I erased everything I kept of this chat. Rows erased: {cuantas}.",
    "telegram.nada_que_borrar": "I kept nothing of this chat.",
    "telegram.borrado_en_grupo": "Done. I erased what I kept of your conversation here; that of others stays. Rows erased: {cuantas}.",
    "telegram.nada_que_borrar_en_grupo": "I kept no conversation of yours here.",
    "telegram.idioma": (
        "In which language shall I answer? If you choose none, in that of each question. "
        "What documents say, and suggested questions, are in Spanish."
    ),
    "telegram.idioma_elegido": "Done, I will answer in English. What documents say, and suggested questions, stay in Spanish.",
    "telegram.idioma_de_cada_pregunta": "That of each question",
    "telegram.idioma_libre": "Done, I will answer in the language of each question.",
    "telegram.municipio_cual": (
        "Tell me your municipality and you can ask «¿y en mi municipio?». Write the command and the name: /town Jerez\n"
        "In your chat with the bot you can also share your location and tap yours.\n"
        "It is kept only if you write or tap it; /town none or /forget erases it."
    ),
    "telegram.municipio_es": "Your municipality is {municipio}. To change it: /town and the name. To forget it: /town none",
    "telegram.municipio_elegido": "Done: by «mi municipio» I will understand {municipio}. To forget it: /town none",
    "telegram.municipio_ejemplo": "¿Cuánto recibió mi municipio del FAIS en 2024?",
    "telegram.municipio_cerca": (
        "Which is your municipality? These are the ones whose seat is nearest to the location you sent.\n"
        "I used it only to make this list and did not keep it. Your municipality is kept if you tap it; /town none or /forget erases it."
    ),
    "telegram.municipio_otro": "None of these",
    "telegram.municipio_lejos": (
        "I only know the municipalities of Zacatecas and that location is far from all of them. I did not keep it.\n"
        "To tell me your municipality, write its name: /town Jerez"
    ),
    "telegram.municipio_olvidado": "Done, I no longer keep your municipality.",
    "telegram.municipio_desconocido": "I did not find «{nombre}» among the 58 municipalities of Zacatecas. Write it again: /town Jerez",
    "telegram.como_corregir": "If a figure is wrong, tap «It is wrong» under the answer and tell which document says otherwise.",
    "telegram.util": "Useful",
    "telegram.inutil": "Not useful",
    "telegram.cifra_mal": "It is wrong",
    "telegram.grafica": "Chart",
    "telegram.tarjeta": "Card",
    "telegram.tabla": "Table",
    "telegram.tabla_de": "The figures of the answer with receipt {recibo}, each with its document, period and stage.",
    "telegram.gracias_por_decir": "Thank you for saying so.",
    "telegram.cifra_anotada": (
        "Noted: the answer with receipt {recibo} will be reviewed.\n"
        "If you know which document says otherwise, reply to this message and tell. Write no personal data; if there is any, it is masked."
    ),
    "telegram.avisame": "Tell me when it is checked",
    "telegram.te_avisare": "I will tell you here. Until then the number of this chat is kept, encrypted; /forget removes it.",
    "telegram.aviso_cerrado": "The answer with receipt {recibo} has been checked; you asked to be told. Whoever checked it says:\n{nota}",
    "telegram.comentario_anotado": "Thank you. It stands beside the report on receipt {recibo}. What is corrected appears in /corrections",
    "telegram.ya_avisado": "It is already noted.",
    "telegram.recibo": "Receipt {recibo}",
    "telegram.recibos": "Receipts {recibo}",
    "telegram.recibo_cual": "Write the receipt after /r, for example: /r A7K2Q",
    "telegram.sin_recibo": "I have no receipt «{recibo}». Check that it is written as it was given.",
    "telegram.no_se_si_llego": "The connection broke and I cannot tell whether my answer arrived. If you do not see it, ask again:",
    "telegram.fuentes": "The last answer comes from here:",
    "telegram.sin_fuente": "That answer cites no documents.",
    "telegram.fuente_de_que": "Of which answer? Ask me something first, or write /source and the question: /source deuda 2013",
    "telegram.comando": "I do not know {comando}. I do know these:",
    "telegram.preguntaste": "You asked: {pregunta}",
    "telegram.ver_mas": "See more",
    "telegram.ya_completa": "It is already complete.",
    "telegram.ya_contestada": "I already answered it, further down.",
    "telegram.boton_viejo": "I no longer remember that button. Write me the question and I will answer.",
    "telegram.solo_texto": "I read only the text that came with your message; the rest I cannot see or hear.",
    "telegram.voz": "I cannot listen to voice messages yet. Write me your question, or dictate it to your keyboard and send it as text.",
    "telegram.imagen": "I cannot see pictures or videos. Write me which figure or which document you are looking for.",
    "telegram.archivo": "I do not open files. Write me which figure or which document you are looking for.",
    "telegram.sticker": "I cannot read stickers. Write me a question in words.",
    "telegram.ubicacion": (
        "In a group I do not use locations and I did not keep this one. To tell me your municipality, write its name: /town Jerez"
    ),
    "telegram.contacto": "I do not need contact details and did not keep them. Write me your question.",
    "telegram.otro": "I cannot read that kind of message. Write me your question in words.",
    "telegram.falla": "Something failed on my side and I could not answer. Try again in a moment; nothing is wrong with your question.",
}
