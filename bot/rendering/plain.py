"""A reply as plain text: for the terminal, for JSON, for a screen reader. No tables, no meaning by signs alone.

Beside a number its document is named; the address, too long to read through, stands in the list of documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.answer import Role
from bot.rendering.blocks import Block, Documents, FactGroup, FactLine, FigureGroup, FigureLine, Heading, Link, Paragraph, Remark, Reply
from bot.rendering.documents import place
from bot.rendering.grammar import sentence_case
from bot.rendering.translation import N_, _, ngettext, speaking

DOCUMENTS = N_("Documentos")
NEAREST = N_("Lo más cercano publicado")
SHORT_REMARK = 40


def text(reply: Reply, *, urls: bool = True, buttons: bool = True) -> str:
    """The whole reply; ``urls`` writes the addresses in the list of documents."""
    parts = [reply.understood] if reply.understood else []
    parts += [block_text(block, urls=urls) for block in in_one_go(reply)]
    if buttons and reply.buttons:
        parts.append("\n".join([also(reply), *(f"- {button.text}" for button in reply.buttons)]))
    return "\n\n".join(filter(None, parts))


def in_one_go(reply: Reply) -> tuple[Block, ...]:
    """The blocks of a reply that is read without «ver más»."""
    return without_only_document(whole(reply))


def whole(reply: Reply) -> tuple[Block, ...]:
    """Lead and rest read in one go: a group cut between them is one again, and the remarks that closed the lead follow it."""
    last = next((place for place in range(len(reply.lead) - 1, -1, -1) if isinstance(reply.lead[place], FigureGroup | FactGroup)), None)
    if last is None or not reply.rest:
        return (*reply.lead, *reply.rest)
    joined, rest = reply.lead[last], list(reply.rest)
    while rest and (more := one_group(joined, rest[0])):
        joined, rest = more, rest[1:]
    return (*reply.lead[:last], joined, *reply.lead[last + 1 :], *rest)


def one_group(cut: Block, later: Block) -> Block | None:
    """Both as one, where the second goes on with the first."""
    if isinstance(cut, FigureGroup) and isinstance(later, FigureGroup) and replace(later, lines=cut.lines) == cut:
        return replace(cut, lines=(*cut.lines, *later.lines))
    if isinstance(cut, FactGroup) and isinstance(later, FactGroup) and replace(later, lines=cut.lines) == cut:
        return replace(cut, lines=(*cut.lines, *later.lines))
    return None


def without_only_document(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A reply with one document names it once, in full, at the end; so does one whose documents are all of the same group."""
    listed = next((block for block in blocks if isinstance(block, Documents)), None)
    if listed is None:
        return blocks
    if len(listed.links) != 1:
        return tuple(map(_undocumented, blocks)) if _all_of_one(blocks, listed) else blocks
    with speaking(listed.language):
        heading = _(DOCUMENTS)
    return tuple(_undocumented(block) for block in blocks if not isinstance(block, Heading) or block.text != heading)


def _all_of_one(blocks: tuple[Block, ...], listed: Documents) -> bool:
    told = [block for block in blocks if isinstance(block, FigureGroup | FactGroup) and block.documents]
    alone = len(told) == 1 and (told[0].links or len(told[0].lines) == 1)
    return bool(alone) and {link.id for link in told[0].documents} == {link.id for link in listed.links}


def _undocumented(block: Block) -> Block:
    if isinstance(block, FigureGroup):
        return replace(block, links=(), lines=tuple(replace(line, links=()) for line in block.lines))
    if isinstance(block, FactGroup):
        return replace(block, links=(), lines=tuple(replace(line, links=()) for line in block.lines))
    return block


def also(reply: Reply) -> str:
    """What stands above the questions a reply offers."""
    with speaking(reply.language):
        return _("También puedes preguntar:")


def block_text(block: Block, *, urls: bool = True) -> str:
    if isinstance(block, Paragraph | Heading | Remark):
        return block.text
    with speaking(block.language):
        match block:
            case FigureGroup():
                return _group(block)
            case FactGroup():
                return _facts(block)
            case Documents(links):
                told = [_document(link, urls) for link in links]
                return f"{documents_word(1)}: {told[0]}" if len(told) == 1 else "\n".join(f"- {each}" for each in told)


def length(blocks: Iterable[Block]) -> int:
    """Characters a person sees, links counted by their names."""
    return sum(len(block_text(block, urls=False)) + 2 for block in blocks)


def group_head(group: FigureGroup) -> str:
    """What stands above the lines of a group: title, stage and period, or nothing."""
    title = ": ".join(filter(None, (_(NEAREST) if group.role is Role.NEAREST else "", group.title)))
    return sentence_case(" · ".join(filter(None, (title, group.moment))))


def line_text(line: FigureLine) -> str:
    said = f"{line.rounded} ({line.exact})" if line.exact else line.rounded
    said = f"{said}, {line.share}" if line.share else said
    named = f"{line.name}: {said}" if line.name else said
    return f"{named}{short_remark(line)}"


def fact_head(line: FactLine) -> str:
    return " · ".join(filter(None, (line.label, line.date)))


def fact_text(line: FactLine) -> str:
    head = fact_head(line)
    return f"{sentence_case(head)}: {line.text}" if head else line.text


def short_remark(line: FigureLine) -> str:
    """A remark that stands behind its amount, in parentheses."""
    return f" ({line.remark.rstrip('.')})" if 0 < len(line.remark) <= SHORT_REMARK else ""


def long_remark(line: FigureLine) -> str:
    """A remark that deserves its own line."""
    return line.remark if len(line.remark) > SHORT_REMARK else ""


def _group(group: FigureGroup) -> str:
    head = group_head(group)
    bullet = "- " if len(group.lines) > 1 else ""
    lines = [head] if head else []
    for line in group.lines:
        lines.append(bullet + line_text(line) + _beside(line.links))
        lines += [data_note(long_remark(line))] if long_remark(line) else []
    lines += [data_note(group.remark)] if group.remark else []
    return "\n".join(lines + _sources(group.links))


def data_note(remark: str) -> str:
    """Notes of figures are quoted as our tables have them, in Spanish."""
    return _("Nota: {nota}").format(nota=sentence_case(remark))


def _facts(group: FactGroup) -> str:
    bullet = "- " if len(group.lines) > 1 else ""
    lines = [bullet + fact_text(line) + _beside(line.links) for line in group.lines]
    return "\n".join(filter(None, [group.title, *lines, *_sources(group.links)]))


def _beside(links: tuple[Link, ...]) -> str:
    return "".join(f" [{link.name}]" for link in links)


def _sources(links: tuple[Link, ...]) -> list[str]:
    if not links:
        return []
    return [f"{documents_word(len(links))}: " + "; ".join(dict.fromkeys(link.name for link in links))]


def documents_word(count: int) -> str:
    return ngettext("Documento", "Documentos", count)


def trust(link: Link) -> str:
    """How far the figures of a document can be trusted, where that is told."""
    return _("Confianza: {cual}").format(cual=link.confidence) if link.confidence else ""


def _document(link: Link, urls: bool) -> str:
    where = f" {place(link)}." if link.locator else ""
    told = f" {trust(link)}." if link.confidence else ""
    address = f" {link.url}" if urls and link.url else ""
    return f"{link.title} ({link.name}).{where}{told}{address}"
