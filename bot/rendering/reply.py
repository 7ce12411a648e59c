"""From an answer to a reply: what is said first, what follows, what waits behind «ver más»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.answer import (
    Answer,
    Confidence,
    Explained,
    FaqEntry,
    Figure,
    Found,
    Missing,
    Note,
    NotUnderstood,
    Role,
    SmallTalk,
    Statement,
    Suggestion,
    Unclear,
)
from bot.domain.reading import Act, Interpretation
from bot.domain.vocabulary import Knowledge
from bot.rendering import commitment, facts, faq, figures
from bot.rendering.blocks import Block, Button, Documents, FactGroup, FactLine, Heading, Paragraph, Remark, Reply
from bot.rendering.composed import composed
from bot.rendering.cut import AT_ONCE, divide
from bot.rendering.direction import direction
from bot.rendering.documents import as_published, links, named_in
from bot.rendering.grammar import full_stop, sentence_case
from bot.rendering.plain import DOCUMENTS
from bot.rendering.translation import SOURCE, _, speaking, spoken
from bot.rendering.understood import reading_line
from bot.rendering.wording import Wordings

# said before the numbers, because they change how the numbers are to be read
FIRST = frozenset(
    {"premise_differs", "one_moment", "sources_disagree", "nearest_period", "repaired_word", "overlapping_scopes", "not_broken_down"}
)
FIRST |= {"stages_not_compared", "no_balance_today"}
_BY_CONFIDENCE = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}


def compose(answer: Answer, knowledge: Knowledge, language: str | None = None) -> Reply:
    """The reply to any answer, in the language of its question unless another is given (``translation.LANGUAGES``); never fails for
    want of a wording."""
    with speaking(language or answer.reading.language):
        return _composed(answer, knowledge)


def _composed(answer: Answer, knowledge: Knowledge) -> Reply:
    words = Wordings(knowledge.wordings)
    understood = _understood(answer.reading, knowledge, words)
    match answer:
        case Found():
            return _found(answer, understood, words)
        case Explained():
            return _explained(answer, understood, words)
        case Missing():
            return _missing(answer, understood, words, knowledge)
        case Unclear():
            lead = (*_remarks(answer.notes, words), Paragraph(words.say(answer.wording)))
            return Reply(understood, lead, (), _buttons(answer.options))
        case NotUnderstood(reason=reason):
            return Reply("", (Paragraph(words.say(reason)),), (), _buttons(answer.suggestions))
        case SmallTalk(kind=kind):
            said = words.say(kind if words.knows(kind) else "ayuda")
            return Reply("", (Paragraph(said),), (), _buttons(answer.suggestions))


def _found(answer: Found, understood: str, words: Wordings) -> Reply:
    opening, closing = _parted_notes(answer.notes, words)
    if went := direction(answer):
        opening = [Paragraph(went), *opening]
    rivals = any(note.id == "sources_disagree" for note in answer.notes)
    # a line is read in the order of time
    shown = _in_order(answer.figures, disagree=rivals and answer.reading.act is not Act.TREND)
    inputs = [figure for figure in answer.figures if figure.role is Role.INPUT]
    if not rivals:
        shown, inputs = figures.told_once(shown), figures.told_once(inputs)
    entry = [_entry(answer.faq)] if answer.faq else []
    # asked for documents, the figures have just named theirs
    statements = () if answer.reading.act is Act.SOURCE and shown else _beside_card(answer)
    # where no figure answers, what staff wrote does, and the statements tell it in detail
    answers = any(figure.role is Role.ANSWER for figure in shown) or answer.commitment
    # why sources disagree is read before the list of what each says
    reason = facts.groups(statements) if rivals and answers and not answer.commitment else ()
    told: list[Block] = [
        *(commitment.blocks(answer.commitment) if answer.commitment else ()),
        *(() if reason else facts.groups(statements)),
    ]
    if answer.faq and shown and all(map(answer.faq.quotes, shown)):
        # what staff wrote prints the same amounts and says what they are
        return _whole(answer, understood, ([], _quoted([*entry, *reason, *told]), [], _further(answer, ())))
    opening = [*opening, *_quoted(reason)]
    body = [*figures.groups(shown), *_quoted([*told, *entry] if answers else [*entry, *told])]
    later = [
        *_arithmetic(shown, inputs, [block.text for block in (*opening, *closing) if isinstance(block, Remark)]),
        *_further(answer, shown),
    ]
    return _whole(answer, understood, (opening, body, closing, later))


def _beside_card(answer: Found) -> tuple[Statement, ...]:
    """What a commitment's card has not said itself."""
    steps = answer.commitment.milestones if answer.commitment else ()
    return tuple(each for each in answer.statements if not any(each.text.startswith(step.text.rstrip(".")) for step in steps))


def _explained(answer: Explained, understood: str, words: Wordings) -> Reply:
    opening, closing = _parted_notes(answer.notes, words)
    return _whole(answer, understood, (opening, _quoted([_entry(answer.faq)]), closing, []))


def _missing(answer: Missing, understood: str, words: Wordings, knowledge: Knowledge) -> Reply:
    # of a person or a day nobody thinks that it is zero
    none = "sin_quien" if answer.reading.act in (Act.WHO, Act.WHEN) else "sin_dato"
    said = [words.say(none, asunto=_asked(answer, knowledge)), *([words.say("sin_dato_cercano")] if answer.nearest else [])]
    said += [words.say("sin_dato_se_sabe")] if answer.statements else []
    notes = [note for note in answer.notes if not _has_said(answer, note)]
    opening, closing = _parted_notes(notes, words)
    body = [*figures.groups(answer.nearest), *_quoted(facts.groups(answer.statements))]
    return _whole(answer, understood, ([Paragraph(" ".join(said)), *opening], body, closing, []))


def _has_said(answer: Missing, note: Note) -> bool:
    """The opening of a missing answer has just said what this note says: that something near follows, or, quoting the question, which
    word nobody knows."""
    return (note.id == "nearest_period" and bool(answer.nearest)) or (note.id == "unread_words" and answer.subject.startswith("«"))


def _whole(
    answer: Found | Explained | Missing,
    understood: str,
    parts: tuple[Sequence[Block], Sequence[Block], Sequence[Block], Sequence[Block]],
) -> Reply:
    opening, body, closing, later = parts
    lead, rest = divide(opening, body, closing, AT_ONCE - len(understood))
    cited = named_in([*lead, *rest, *later])
    cited = cited if answer.reading.act is Act.SOURCE else tuple(map(as_published, cited))
    documents: tuple[Block, ...] = (Heading(_(DOCUMENTS)), Documents(cited)) if cited else ()
    return Reply(understood, lead, (*rest, *later, *documents), _buttons(answer.suggestions))


def _understood(reading: Interpretation, knowledge: Knowledge, words: Wordings) -> str:
    line = reading_line(reading, knowledge)
    return words.say("entendi", lectura=line) if line else ""


def _in_order(found: Sequence[Figure], *, disagree: bool) -> list[Figure]:
    """Answers, then what stands beside them; of rival claims the best documented first."""
    ranks = {Role.ANSWER: 0, Role.CONTEXT: 1, Role.NEAREST: 2}
    shown = [figure for figure in found if figure.role in ranks]
    return sorted(shown, key=lambda f: (ranks[f.role], _BY_CONFIDENCE[f.confidence] if disagree else 0))


def _arithmetic(shown: Sequence[Figure], inputs: Sequence[Figure], said: Sequence[str]) -> list[Block]:
    """The formulas that no remark has said, and what went into them."""
    # a share or a difference beside its figures explains itself
    derived = [f for f in shown if f.formula and f.role is Role.ANSWER][:3]
    if not derived:
        return []
    formula = {id(f): composed(f.formula or "") for f in derived}
    untold = [f for f in derived if not any(formula[id(f)].rstrip(".") in remark for remark in said)]
    formulas = dict.fromkeys(
        sentence_case(formula[id(f)]) if len(derived) == 1 else f"{sentence_case(composed(f.label))}: {formula[id(f)]}" for f in untold
    )
    told: list[Block] = [Paragraph("\n".join(map(full_stop, formulas)))] if formulas else []
    body = [*told, *figures.groups(inputs)]
    return [Heading(_("Cómo se calculó")), *body] if body else []


def _further(answer: Found, shown: Sequence[Figure]) -> list[Block]:
    said = figures.remarks(shown)
    remarks: list[Block] = [Heading(_("Notas de los datos")), Paragraph("\n".join(map(full_stop, said)))] if said else []
    return [*remarks, *(commitment.details(answer.commitment) if answer.commitment else ())]


def _parted_notes(notes: Sequence[Note], words: Wordings) -> tuple[list[Block], list[Block]]:
    first = [note for note in notes if note.id in FIRST]
    return _remarks(first, words), _remarks([note for note in notes if note.id not in FIRST], words)


def _remarks(notes: Iterable[Note], words: Wordings) -> list[Block]:
    return [Remark(note.id, full_stop(words.note(note))) for note in notes]


def _entry(entry: FaqEntry) -> Block:
    """The question staff answered and what they wrote, whole, with its documents: never cut in two."""
    return FactGroup(entry.question, (FactLine("\n\n".join(faq.paragraphs(entry)), "", "", ()),), links(entry.sources))


def _quoted(told: Sequence[Block]) -> list[Block]:
    """Statements and answers of staff stay as they were published, in Spanish; a reply in another language says so before them."""
    if not told or spoken() == SOURCE:
        return list(told)
    return [Paragraph(_("Lo que sigue está en español, como se publicó:")), *told]


def _asked(answer: Missing, knowledge: Knowledge) -> str:
    """What is missing: in Spanish as the answer says it, in another language as the question was read."""
    if spoken() == SOURCE:
        return answer.subject
    reading = answer.reading
    said = reading_line(reading, knowledge, topic=False).split(" · ")
    return ", ".join(filter(None, said if reading.mentions or reading.measure else [_("ese dato"), *said]))


def _buttons(suggestions: Iterable[Suggestion]) -> tuple[Button, ...]:
    return tuple(Button(each.text, each.text) for each in suggestions)
