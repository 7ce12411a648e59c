"""Accounting and legislative moments of money. Two different stages are never added or compared silently.

The six of spending follow article 4 of the Ley General de Contabilidad Gubernamental; those of income follow its
article 38; the rest name how a number was published when it is not accounting (``data/stages.csv`` maps every
published spelling).
"""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The value is the Spanish key printed in JSON and used in ``data/stages.csv``."""

    # spending
    APPROVED = "aprobado"
    MODIFIED = "modificado"
    COMMITTED = "comprometido"
    ACCRUED = "devengado"
    EXERCISED = "ejercido"
    PAID = "pagado"
    # income; «modificado» and «devengado» are shared with spending
    ESTIMATED = "estimado"
    COLLECTED = "recaudado"
    # transfers
    RECEIVED = "recibido"
    # legislative
    DRAFT = "proyecto"
    COMMITTEE = "dictamen"
    # loans and programmes
    REQUESTED = "solicitado"
    AUTHORISED = "autorizado"
    CONTRACTED = "contratado"
    DISBURSED = "dispuesto"
    ANNOUNCED = "anunciado"
    # stocks
    BALANCE = "saldo"
    # what a person said, without a document behind it
    CLAIM = "declarado"


ACCOUNTING_STAGES = (Stage.APPROVED, Stage.MODIFIED, Stage.COMMITTED, Stage.ACCRUED, Stage.EXERCISED, Stage.PAID)
