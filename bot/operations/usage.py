"""Command help and usage mistakes in Spanish: the command library writes them in English."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

_HELP = {
    "Usage:": "Uso:",
    "Options:": "Opciones:",
    "Commands:": "Comandos:",
    "Arguments:": "Argumentos:",
    "[OPTIONS]": "[OPCIONES]",
    "COMMAND [ARGS]...": "COMANDO …",
    "Show this message and exit.": "Muestra esta ayuda.",
    "[required]": "[necesario]",
    "[default:": "[si no se dice:",
}
_MISTAKES = (
    (r"No such option:? '?([^'\s]+?)'?\.?(?: \(Possible options: (?P<near>.+)\))?$", "No conozco la opción {0}{near}."),
    (r"No such command '([^']+)'\.(?: Did you mean '?(?P<near>[^']+)'?\?)?$", "No conozco el comando «{0}»{near}."),
    (r"Missing argument '?([^'.]+)'?\.?.*", "Falta decir {0}."),
    (r"Missing option '?([^'.]+)'?\.?.*", "Falta la opción {0}."),
    (r"Missing command\.?", "Falta decir qué comando."),
    (r"Option '([^']+)' requires an argument\.?", "La opción {0} necesita un valor."),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)\.?", "Sobra «{0}». Si es una pregunta, escríbela entre comillas."),
    (r"Invalid value for '([^']+)': (.+)", "El valor de {0} no sirve: {1}"),
)


class SpanishCommand(TyperCommand):
    def get_help(self, ctx: Any) -> str:
        return in_spanish(super().get_help(ctx))


class SpanishGroup(TyperGroup):
    def get_help(self, ctx: Any) -> str:
        return in_spanish(super().get_help(ctx))


def in_spanish(help_text: str) -> str:
    for english, spanish in _HELP.items():
        help_text = help_text.replace(english, spanish)
    return help_text


def mistake(error: TyperException) -> str:
    """What was wrong with the command line, and where to look."""
    message = error.format_message()
    for pattern, spanish in _MISTAKES:
        match = re.match(pattern, message)
        if match:
            near = match.groupdict().get("near")
            said = spanish.format(*match.groups(), near=f" (parecida: {near})" if near else "")
            return f"{said} Mira la ayuda con --help."
    return f"No entendí la orden ({message}). Mira la ayuda con --help."
