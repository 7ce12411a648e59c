"""The keys that each row of a staff file may hold."""

from __future__ import annotations

from bot.domain.reading import Topic
from bot.domain.stage import Stage
from bot.knowledge.rows import Key

TOPICS = tuple(topic.value for topic in Topic)
TALK = ("saludo", "gracias", "despedida", "ayuda", "insulto", "quien_eres", "privacidad")
"""Kinds of friendly turn; each is also an id of ``respuestas.yaml``."""

KINDS = {
    "instituciones": "institucion",
    "bancos": "banco",
    "municipios": "municipio",
    "estados": "estado",
    "gobiernos": "gobierno",
    "prestamos": "prestamo",
    "compromisos": "compromiso",
    "capitulos": "capitulo",
    "fondos": "fondo",
    "obras": "obra",
    "programas": "programa",
    "conceptos": "concepto",
}
"""Name of the vocabulary file → kind of its terms."""

TERM = (
    Key("clave", "issstezac", required=True),
    Key("nombre", "Instituto de Seguridad y Servicios Sociales de los Trabajadores del Estado de Zacatecas", required=True),
    Key("corto", "ISSSTEZAC"),
    Key("articulo", "el", choices=("el", "la", "los", "las")),
    Key("alias", "[isstezac, el instituto de pensiones]", kind="texts"),
    Key("tema", "pensiones", choices=TOPICS),
    Key("fuera", "true", kind="flag"),
    Key("testigo", "true", kind="flag"),
    Key("clave_inegi", '"32020"'),
    Key("desde", "2016-09-12", kind="day"),
    Key("hasta", "2021-09-11", kind="day"),
)
STAGE = (
    Key("clave", "ejercido", required=True, choices=tuple(stage.value for stage in Stage)),
    Key("formas", "[ejercido, ejercieron, ejerció]", kind="texts", required=True),
)
SLANG = (Key("dice", "lana", required=True), Key("quiere_decir", "dinero", required=True))
CUES = (
    Key("clave", "amount", required=True),
    Key("pistas", "[cuánto, a cuánto asciende]", kind="texts"),
    Key("ejemplos", "[¿cuánto debe el estado?]", kind="texts"),
)
EXPECTED = (
    Key("tema", "deuda", required=True, choices=TOPICS),
    Key("concepto", "saldo", required=True),
    Key("de", "zacatecas", required=True),
    Key("desde", "2010", required=True),
    Key("etapas", "[aprobado, pagado]", kind="texts"),
    Key("publica", "Secretaría de Finanzas", required=True),
    Key("documento", "cuenta pública", required=True),
    Key("pregunta", "que-es-la-cuenta-publica"),
)
CORRECTION = (
    Key("fecha", "2026-11-30", kind="day", required=True),
    Key("decia", "El saldo de 2013 era de 4,393 millones de pesos", required=True),
    Key("dice", "El saldo de 2013 es de 4,939 millones de pesos", required=True),
    Key("fuente", "hacienda-2024", required=True),
    Key("recibo", "A7K2Q"),
    Key("dato", "saldo-2013-hacienda"),
)
FAQ = (
    Key("clave", "que-es-issstezac", required=True),
    Key("pregunta", "¿Qué es el ISSSTEZAC?", required=True),
    Key("tambien", "[para qué sirve el issstezac, quién paga las pensiones del estado]", kind="texts", required=True),
    Key("respuesta", "Es el organismo del estado que administra las pensiones.", required=True),
    Key("fuentes", "[jornada-2026-01-21]", kind="texts"),
    Key("tema", "pensiones", required=True, choices=TOPICS),
    Key("responsable", "transparencia", required=True),
    Key("estado", "publicada", required=True, choices=("borrador", "publicada", "retirada")),
    Key("revisar_antes_de", "2027-03-31", kind="day", required=True),
)
STATUS_CODES = ("desconocido", "seleccionado", "en_proceso", "cumplido", "propuesta")
VOICES = ("gobierno", "evidencia", "dinero")
STATUS = (
    Key("compromiso", "ZAC-1-01", required=True),
    Key("fecha", "2026-11-20", required=True),
    Key("voz", "gobierno", required=True, choices=VOICES),
    Key("dice", "La Secretaría de Finanzas publicó el micrositio.", required=True),
    Key("estado", "en_proceso", choices=STATUS_CODES),
    Key("hito", "Diseñar un micrositio"),
    Key("estado_hito", "cumplido"),
    Key("evidencia", "[noticiasya-micrositio]", kind="texts", required=True),
)
