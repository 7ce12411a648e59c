"""Numbers that belong to one person, by shape, date and check digit. Texts come folded (``bot.language.folding.flat``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle

from stdnum import luhn
from stdnum.mx import rfc

from bot.privacy.personal import Personal, Span

_EDGE, _END = r"(?<![a-z0-9])", r"(?![a-z0-9])"
_CURP = re.compile(rf"{_EDGE}[a-z]{{4}}[ -]?\d{{6}}[ -]?[hmx][a-z]{{5}}[ -]?[a-z0-9]\d{_END}")
_ELECTOR = re.compile(rf"{_EDGE}[a-z]{{6}}[ -]?\d{{8}}[ -]?[hm]\d{{3}}{_END}")
_RFC = re.compile(rf"{_EDGE}[a-z&]{{4}}[ -]?\d{{6}}[ -]?[a-z0-9]{{2}}[a-z0-9]{_END}")
_SHORT_RFC = re.compile(rf"\brfc\W{{1,3}}(?:es\W{{1,2}})?([a-z&]{{4}}[ -]?\d{{6}}){_END}")
_EMAIL = re.compile(r"[a-z0-9._%+'-]+ ?@ ?[a-z0-9-]+(?:\.[a-z0-9-]+)+|\b[a-z0-9._-]+ arroba [a-z0-9-]+(?: ?(?:\.|punto) ?[a-z]+)+")
_USER = re.compile(r"(?<![a-z0-9._%+@-])@[a-z][a-z0-9_]{3,}")
# Nothing else looks like these: also one with a letter mistyped, whose check digit fails, is somebody's.
_TOLD_BY_SHAPE = ((_CURP, Personal.CURP), (_ELECTOR, Personal.ELECTOR), (_EMAIL, Personal.EMAIL), (_USER, Personal.USER))
# Digits in groups, as people set them apart; a thousands comma is no such space.
_DIGITS = re.compile(r"(?<![\w.,])\+?\(?\d+\)?(?:(?: - |\) ?|[ ./-])?\(?\d+\)?)*(?!\d|[.,]\d)")
_GROUP = re.compile(r"\+?\(?\d+\)?")
_MONEY_BEFORE = re.compile(r"(?:\$|\bmxn|\busd|\bpesos:|\bmonto (?:de|es|fue)(?: de)?|\bimporte (?:de|es|fue)(?: de)?)\W{0,2}$")
_MONEY_AFTER = re.compile(r"^\W{0,2}(?:de )?(?:pesos|mdp|mxn|millon|mil\b|dolares|varos|centavos|habitantes|personas)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CALLED_CARD = re.compile(r"\b(?:tarjeta|visa|mastercard|debito|plastico)\b")
_CALLED_ACCOUNT = re.compile(r"\b(?:clabe|interbancaria|cuenta(?! publica)|deposit\w+|transfer\w+ a)\b")
_CALLED_NSS = re.compile(r"\b(?:nss|numero de seguro|seguro social|seguridad social|afiliacion|imss)\b")
_CALLED_PHONE = re.compile(r"\b(?:tel|tels|telefono|telefonos|cel|celular|whats|whatsapp|wats|wasap|movil|llam\w+|marc\w+|numero)\b")
_REACH = 40


def numbers(folded: str) -> Iterator[Span]:
    """Identity, bank, telephone numbers and electronic addresses of a folded text."""
    for pattern, kind in _TOLD_BY_SHAPE:
        yield from (Span(m.start(), m.end(), kind) for m in pattern.finditer(folded))
    yield from (Span(m.start(), m.end(), Personal.RFC) for m in _RFC.finditer(folded) if rfc.is_valid(m.group()))
    yield from (Span(m.start(1), m.end(1), Personal.RFC) for m in _SHORT_RFC.finditer(folded))
    for match in _DIGITS.finditer(folded):
        yield from _inside(match.start(), match.end(), folded)


def _inside(start: int, end: int, folded: str) -> Iterator[Span]:
    """The longest piece of a run of digits that is of known make; then what is left on both sides: «en 2024 492 123 4567»."""
    groups = [(found.start(), found.end()) for found in _GROUP.finditer(folded, start, end)]
    for size in range(len(groups), 0, -1):
        for first in range(len(groups) - size + 1):
            begin, finish = groups[first][0], groups[first + size - 1][1]
            if kind := _kind(begin, finish, folded):
                yield from _inside(start, begin, folded)
                yield Span(begin, finish, kind)
                yield from _inside(finish, end, folded)
                return


def is_clabe(digits: str) -> bool:
    """A bank account number of 18 digits: weights 3, 7, 1, the last digit completes the sum to a multiple of ten."""
    if len(digits) != 18 or not digits.isdigit():
        return False
    total = sum(int(digit) * weight % 10 for digit, weight in zip(digits[:17], cycle((3, 7, 1)), strict=False))
    return (10 - total % 10) % 10 == int(digits[17])


def _kind(start: int, end: int, folded: str) -> Personal | None:
    written = folded[start:end]
    digits = re.sub(r"\D", "", written)
    before, after = folded[max(0, start - _REACH) : start], folded[end : end + _REACH]
    if len(digits) < 7 or _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(after):
        return None
    if _only_years(written):
        return None
    if is_clabe(digits) or (len(digits) == 18 and _CALLED_ACCOUNT.search(before)):
        return Personal.CLABE
    if _is_card(written, digits) or (13 <= len(digits) <= 19 and _CALLED_CARD.search(before)):
        return Personal.CARD
    if len(digits) == 11 and _CALLED_NSS.search(before):
        return Personal.NSS
    if _years(written):
        return None
    if len(digits) == 11 and luhn.is_valid(digits) and not _is_phone(written, digits):
        return Personal.NSS
    if len(digits) >= 8 and _CALLED_ACCOUNT.search(before) and not _CALLED_PHONE.search(before):
        return Personal.ACCOUNT
    if _is_phone(written, digits) or (_CALLED_PHONE.search(before) and len(digits) <= 13):
        return Personal.PHONE
    return None


def _is_card(written: str, digits: str) -> bool:
    """13 to 19 digits with their check digit, in one piece or in the groups that are printed on a card."""
    groups = [len(group) for group in re.findall(r"\d+", written)]
    printed = len(groups) == 1 or groups == [4, 6, 5] or (set(groups[:-1]) == {4} and groups[-1] <= 7)
    return printed and 13 <= len(digits) <= 19 and bool(luhn.is_valid(digits))


def _is_phone(written: str, digits: str) -> bool:
    """Ten digits, the first no 0 or 1, alone or after the country's 52 (and the 1 or 044 of old); or any country's after a «+»."""
    national = re.sub(r"^(?:521?|01|04[45])(?=\d{10}$)", "", digits)
    return (len(national) == 10 and national[0] in "23456789") or (written.startswith("+") and 10 <= len(digits) <= 14)


def _only_years(written: str) -> bool:
    """«33 2019 2020»: years, and nothing else that is longer than two digits."""
    long = [group for group in re.findall(r"\d+", written) if len(group) > 2]
    return len(long) >= 2 and all(_YEAR.fullmatch(group) for group in long)


def _years(written: str) -> bool:
    """«ramo 33 2019 2020», «2013-2016», «2020 492 123»: what begins with a year, or holds two, is no telephone."""
    groups = re.findall(r"\d+", written)
    years = [bool(_YEAR.fullmatch(group)) for group in groups]
    return sum(years) >= 2 or (len(groups) > 1 and (years[0] or all(len(group) < 2 for group in groups)))
