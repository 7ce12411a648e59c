"""Comments of staff files: where they stand, and how they stay when what they stand beside is written again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.nodes import Node, ScalarNode, SequenceNode

_HEADER = re.compile(r"[>|][-+0-9]*[ \t]+(#[^\n]*)")
_APART = "  "


@dataclass(frozen=True)
class Comment:
    """``line`` counts from 0; ``alone`` tells a line of its own from the end of another one; ``text`` begins with «#»."""

    line: int
    alone: bool
    text: str


@dataclass
class Commented:
    """An item of a list with the comments above it and the one behind it."""

    item: str
    above: list[str] = field(default_factory=list)
    behind: str = ""

    @property
    def all(self) -> list[str]:
        return [*self.above, *filter(None, [self.behind])]


def comments(text: str) -> Iterator[Comment]:
    """Those of a piece of YAML that can be read alone. A «#» inside a text is none."""
    end = 0
    for token in YAML(typ="safe", pure=True).scan(text):
        yield from _between(text, end, token.start_mark.index)
        # a folded block reaches from its header to its last line: only the header can carry a comment
        if header := _HEADER.match(text, token.start_mark.index, max(token.end_mark.index, token.start_mark.index)):
            yield Comment(token.start_mark.line, False, header[1].rstrip())
        end = max(end, token.end_mark.index)
    yield from _between(text, end, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    for found in re.finditer(r"#[^\n]*", text[start:end]):
        at = start + found.start()
        before = text[text.rfind("\n", 0, at) + 1 : at]
        yield Comment(text.count("\n", 0, at), not before.strip(), found[0].rstrip())


def ended_with(text: str, comment: str) -> str:
    """``text`` with a comment at the end of its first line; a line of its own where there is no text."""
    first, newline, rest = text.partition("\n")
    return f"{first}{_APART}{comment}{newline}{rest}" if text else f"{_APART}{comment}\n"


def lines_of(texts: Sequence[str], indent: str) -> str:
    return "".join(f"{indent}{text}\n" for text in texts)


def item_comments(piece: str) -> tuple[list[Commented], list[Comment]]:
    """The items of the list that a key holds, with their comments, and the comments that are no item's: that of the key and those after
    the last item. No items where the key holds no list."""
    (_, value), *_ = YAML(typ="safe", pure=True).compose(piece).value
    found = list(comments(piece))
    if not isinstance(value, SequenceNode):
        return [], found
    items = [Commented(_text(node)) for node in value.value]
    places = [(node.start_mark.line, _last_line(node)) for node in value.value]
    others = []
    for comment in found:
        if comment.alone:
            at = next((number for number, (start, _) in enumerate(places) if start > comment.line), None)
        else:
            at = next((number for number, (_, end) in reversed(list(enumerate(places))) if end == comment.line), None)
        if at is None or _key_line_of_block(value, comment):
            others.append(comment)
        elif comment.alone:
            items[at].above.append(comment.text)
        else:
            items[at].behind = comment.text
    return items, others


def carried_over(old: Sequence[Commented], new: Sequence[str]) -> tuple[list[Commented], list[str]]:
    """The new items with the comments of the old ones: of the same item, or of the one whose place a new item takes. Last, the comments of
    items that are gone."""
    left = list(enumerate(old))
    kept: list[Commented | None] = []
    for item in new:
        same = next((pair for pair in left if pair[1].item == item), None)
        if same:
            left.remove(same)
        kept.append(same[1] if same else None)
    result = []
    for number, (item, same_item) in enumerate(zip(new, kept, strict=True)):
        before = same_item or next((each for place, each in left if place == number), None)
        if before and not same_item:
            left.remove((number, before))
        result.append(Commented(item, before.above, before.behind) if before else Commented(item))
    return result, [text for _, each in left for text in each.all]


def _key_line_of_block(value: SequenceNode, comment: Comment) -> bool:
    return not value.flow_style and comment.line < value.start_mark.line and not comment.alone


def _last_line(node: Node) -> int:
    return int(node.end_mark.line if node.end_mark.column else node.end_mark.line - 1)


def _text(node: Node) -> str:
    return " ".join(str(node.value).split()) if isinstance(node, ScalarNode) else ""
