"""A reply as the HTML that Telegram takes: escaped here, at the last step, and nowhere before."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from bot.rendering.blocks import Block, Documents, FactGroup, FactLine, FigureGroup, FigureLine, Heading, Link, Paragraph, Remark, Reply
from bot.rendering.documents import place
from bot.rendering.grammar import sentence_case
from bot.rendering.plain import documents_word, fact_head, group_head, long_remark, short_remark, trust
from bot.rendering.translation import speaking


def telegram_lead(reply: Reply) -> tuple[str, ...]:
    """What is sent at once: one piece of HTML a block, whole in itself; join them with an empty line and split only
    between them."""
    first = (f"<i>{_safe(reply.understood)}</i>",) if reply.understood else ()
    return (*first, *telegram_blocks(reply.lead))


def telegram_rest(reply: Reply) -> tuple[str, ...]:
    """What «ver más» adds, same rules; empty when all was said."""
    return telegram_blocks(reply.rest)


def telegram_blocks(blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(telegram_block(block) for block in blocks)


def telegram_block(block: Block) -> str:
    match block:
        case Paragraph(text):
            return _safe(text)
        case Heading(text):
            return f"<b>{_safe(text)}</b>"
        case Remark():
            return f"<i>{_safe(block.text)}</i>"
        case FigureGroup() | FactGroup() | Documents():
            with speaking(block.language):
                return _with_documents(block)


def _with_documents(block: FigureGroup | FactGroup | Documents) -> str:
    match block:
        case FigureGroup():
            return _group(block)
        case FactGroup():
            return _facts(block)
        case Documents(links):
            return "\n".join(f"• {_anchor(link, link.title)} ({_safe(link.name)}){_place(link)}" for link in links)


def _group(group: FigureGroup) -> str:
    head = group_head(group)
    bullet = "• " if len(group.lines) > 1 else ""
    lines = [_safe(head)] if head else []
    for line in group.lines:
        lines.append(bullet + _line(line))
        lines += [f"<i>{_safe(sentence_case(long_remark(line)))}</i>"] if long_remark(line) else []
    lines += [f"<i>{_safe(sentence_case(group.remark))}</i>"] if group.remark else []
    return "\n".join(lines + _sources(group.links))


def _line(line: FigureLine) -> str:
    amount = f"<b>{_safe(line.rounded)}</b>" + (f" ({_safe(line.exact)})" if line.exact else "")
    amount += f", {_safe(line.share)}" if line.share else ""
    named = f"{_safe(line.name)}: {amount}" if line.name else amount
    return named + _safe(short_remark(line)) + _beside(line.links)


def _facts(group: FactGroup) -> str:
    bullet = "• " if len(group.lines) > 1 else ""
    title = [f"<b>{_safe(group.title)}</b>"] if group.title else []
    lines = [bullet + _fact(line) + _beside(line.links) for line in group.lines]
    return "\n".join([*title, *lines, *_sources(group.links)])


def _fact(line: FactLine) -> str:
    head = fact_head(line)
    return f"<b>{_safe(sentence_case(head))}</b>: {_safe(line.text)}" if head else _safe(line.text)


def _beside(links: tuple[Link, ...]) -> str:
    return "".join(f" [{_anchor(link)}]" for link in links)


def _sources(links: tuple[Link, ...]) -> list[str]:
    if not links:
        return []
    return [f"{documents_word(len(links))}: " + "; ".join(_anchor(link) for link in links)]


def _anchor(link: Link, text: str = "") -> str:
    said = _safe(text or link.name)
    return f'<a href="{escape(link.url, quote=True)}">{said}</a>' if link.url else said


def _place(link: Link) -> str:
    told = (_safe(place(link)) if link.locator else "", trust(link))
    return "".join(f"\n  {each}" for each in told if each)


def _safe(text: str) -> str:
    return escape(text, quote=False)
