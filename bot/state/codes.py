"""Receipt codes: short, read aloud without confusion, the same for the same content."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

# Of each pair that is mistaken on paper or by voice (5/S, 2/Z, 8/B, U/V, 0/O, 1/I/L) one sign at most, and few vowels: words seldom
# appear by chance.
ALPHABET = "23456789ACDEFGHJKMNPQRTWXY"
_MEANT = str.maketrans("SZB", "528")
SHORT = 5
LONGEST = 12


def digest(content: str) -> str:
    return sha256(content.encode()).hexdigest()


def candidates(digest: str) -> Iterator[str]:
    """Codes for one content, best first: the first is used unless another content has it already."""
    number, letters = int(digest, 16), ""
    while len(letters) < LONGEST:
        number, at = divmod(number, len(ALPHABET))
        letters += ALPHABET[at]
    for length in range(SHORT, LONGEST + 1):
        yield letters[:length]


def tidy(code: str) -> str:
    """As typed by a person → as kept: capitals, without spaces or hyphens, S read as 5, Z as 2 and B as 8."""
    return "".join(letter for letter in code.upper() if letter.isalnum()).translate(_MEANT)
