"""What a reply is made of, free of any channel: no tags, no lengths, no buttons of a particular program.

A figure or a statement never stands apart from its documents: they live in one block, and blocks are never split
except between the lines of a group, each part keeping the documents. A block that a channel adds words to («Documentos:») knows in
which language it was written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.domain.answer import Confidence, Role
from bot.rendering.translation import spoken


@dataclass(frozen=True)
class Link:
    """A document as a reply names it. ``date`` is already written out; ``url`` may be empty; ``confidence``, where it is told,
    says how far its figures can be trusted, in words."""

    id: str
    publisher: str
    title: str
    date: str
    url: str
    locator: str
    note: str = ""
    confidence: str = ""

    @property
    def name(self) -> str:
        return f"{self.publisher}, {self.date}"


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class FigureLine:
    """One number. ``name`` tells it apart inside its group (empty when it stands alone); ``exact`` is empty when the
    rounded form already says it; ``share`` is its part of the total beside it («70.77%»), or empty; ``links`` is empty when
    the group shows the documents once for all."""

    name: str
    rounded: str
    exact: str
    remark: str
    links: tuple[Link, ...]
    confidence: Confidence
    share: str = ""


@dataclass(frozen=True)
class FigureGroup:
    """Numbers that belong together. ``title``, ``moment`` (stage and period) and ``remark`` hold what all of them share;
    ``links`` the documents they share."""

    title: str
    moment: str
    lines: tuple[FigureLine, ...]
    links: tuple[Link, ...]
    role: Role
    remark: str = ""
    language: str = field(default_factory=spoken)

    def part(self, start: int, end: int | None = None) -> FigureGroup:
        return replace(self, lines=self.lines[start:end])

    @property
    def documents(self) -> tuple[Link, ...]:
        return _every(self.lines, self.links)


@dataclass(frozen=True)
class FactLine:
    """A statement with its date (already written out, or empty). ``label`` may name who speaks; ``links`` is empty when
    the group shows the documents once for all."""

    text: str
    date: str
    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class FactGroup:
    """Statements that belong together; ``links`` the documents all of them share."""

    title: str
    lines: tuple[FactLine, ...]
    links: tuple[Link, ...]
    language: str = field(default_factory=spoken)

    def part(self, start: int, end: int | None = None) -> FactGroup:
        return replace(self, lines=self.lines[start:end])

    @property
    def documents(self) -> tuple[Link, ...]:
        return _every(self.lines, self.links)


@dataclass(frozen=True)
class Remark:
    """A note of a reply: ``id`` is the note's."""

    id: str
    text: str


@dataclass(frozen=True)
class Documents:
    """The documents in full: title, publisher, date, place in it, link."""

    links: tuple[Link, ...]
    language: str = field(default_factory=spoken)


Block = Paragraph | Heading | FigureGroup | FactGroup | Remark | Documents


@dataclass(frozen=True)
class Button:
    """Pressing it asks ``asks``."""

    text: str
    asks: str


@dataclass(frozen=True)
class Reply:
    """``understood`` is the first line (empty in small talk); ``lead`` is read at once, ``rest`` behind «ver más»."""

    understood: str
    lead: tuple[Block, ...]
    rest: tuple[Block, ...] = ()
    buttons: tuple[Button, ...] = ()
    language: str = field(default_factory=spoken)


def _every(lines: Iterable[FigureLine | FactLine], shared: tuple[Link, ...]) -> tuple[Link, ...]:
    found = {link.id: link for line in lines for link in line.links}
    return tuple({**found, **{link.id: link for link in shared}}.values())
