"""Questions to start from, by topic."""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Deuda del estado",
        ("¿Cuánto debía el estado en 2013?", "¿Cuánta deuda le toca a cada habitante?", "¿Cómo ha cambiado la deuda desde 2010?"),
    ),
    ("Pensiones", ("¿Cuántos pensionados tiene el ISSSTEZAC?", "¿Qué es el déficit actuarial?", "¿Qué pasó con la reserva del ISSSTEZAC?")),
    ("Deporte", ("¿Cuánto pidió el INCUFIDEZ para 2019?", "¿Cuánto costó el estadio?", "¿Quién recibió dinero del INCUFIDEZ?")),
    ("Presupuesto", ("¿Cómo se repartió el presupuesto 2024?", "¿Cuánto se aprobó para educación en 2024?", "¿Qué es lo devengado?")),
    (
        "Municipios",
        (
            "¿Cuánto FAIS recibió Pinos en 2024?",
            "¿Qué municipio recibió más participaciones?",
            "¿Qué municipios no han entregado su cuenta?",
        ),
    ),
    ("Transparencia", ("¿Cómo va el seguimiento del empréstito?", "¿Cómo pido información pública?", "¿Qué cambió cuando cerró el IZAI?")),
)
