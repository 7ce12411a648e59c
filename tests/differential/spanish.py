"""How the questions of the check are put into words. Written apart from the program's own buttons on purpose."""

from __future__ import annotations

from tests.differential.rows import Row

MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()  # noqa: SIM905
PARTICIPLES = frozenset(
    (
        *("aprobado", "modificado", "comprometido", "devengado", "ejercido", "pagado", "estimado"),
        *("recaudado", "recibido", "solicitado", "autorizado", "contratado"),
    )
)


def thing(row: Row, stage: str = "") -> str:
    """«el presupuesto aprobado del Instituto del Maíz»."""
    named = f" ({row.counterpart})" if row.counterpart else ""
    said = f" {agreeing(stage, row.concept_article)}" if stage else ""
    return f"{row.concept_article} {concept(row)}{said}{owner(row)}{named}".strip()


def concept(row: Row) -> str:
    name = row.concept_name
    return name.removesuffix(" municipales").removesuffix(" municipal") if row.subject_kind == "municipio" else name


def owner(row: Row) -> str:
    if row.subject_kind == "pais" or row.subject_name.lower() in row.concept_name.lower():
        return ""
    if row.subject_kind == "estado":
        return " del estado"
    if row.subject_kind == "municipio":
        return f" del municipio de {row.subject_name.removeprefix('municipio de ')}"
    return f" del {row.subject_name}" if row.subject_article == "el" else f" de {row.subject_article} {row.subject_name}".replace("  ", " ")


def agreeing(stage: str, article: str) -> str:
    return stage.removesuffix("o") + {"la": "a", "las": "as", "los": "os"}.get(article, "o")


def when(period: str) -> str:
    """«en 2013», «en diciembre de 2013», «al 31 de diciembre de 2013», «de 2015 a 2019»; empty where there is no date."""
    if not period:
        return ""
    first, _, last = period.partition("/")
    if last:
        return f"de {_day(first)} a {_day(last)}"
    return f"{'al' if first.count('-') == 2 else 'en'} {_day(first)}"


def _day(text: str) -> str:
    parts = text.split("-")
    if len(parts) == 1:
        return text
    month = f"{MONTHS[int(parts[1]) - 1]} de {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} de {month}"


def contracted(text: str) -> str:
    """«del» and «al»; the article of a name («El Salvador») stays."""
    return text.replace(" de el ", " del ").replace(" a el ", " al ")


def spoken(row: Row) -> str:
    """The stage as a participle; a balance's needs no saying."""
    return "" if row.stage == "saldo" else row.stage


def was(row: Row) -> str:
    return "fueron" if row.concept_article in ("los", "las") else "fue"


def is_(row: Row) -> str:
    return "son" if row.concept_article in ("los", "las") else "es"


def has(row: Row) -> str:
    return "han" if row.concept_article in ("los", "las") else "ha"
