"""Lines in reading order in; which of them make one paragraph out.

A file knows no paragraphs, only lines. What tells one from the next: the room between lines, a
number or an indent where a line begins, a line that ends though the next word had found room, and
how the words are set. A rule that is not sure lets the words go on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from amend.labels import split_head
from amend.read.pdf_lines import Line
from amend.read.pdf_openings import after_number, bare_figure, behind, is_option, opens
from amend.read.pdf_packets import BOLD

# More room above a line than usual, by this much and this many points, opens a paragraph.
_ROOM, _LEAST_ROOM = 1.16, 1.2
# The same below words that are not closed: some paragraphs are set wider than others.
_MORE_ROOM = 1.35
# Lines whose beginnings differ by less, in heights of a line, begin together.
TOGETHER = 0.6
# Letters whose heights differ by more are not of one paragraph.
_OTHER_SIZE = 0.13
# Lines before and after that show where a column ends on the right.
_WINDOW = 8
# A line is centred where its room at both ends is alike and this wide, in heights.
_CENTRED = 2.5
_OFF_CENTRE = 1.0
# Lines of a paragraph begin at one place, but for hairs.
_ALIGNED = 0.15
# Letters so much taller than those of the text are a heading's; lines of one differ by less.
TALLER = 1.1
_ONE_SIZE = 0.4
_CLOSES = re.compile(r"[.;:!?。；：！？؟؛…][\"'”’»)\]}]*\d{0,2}$|,\s(?:and|et|y|и)$")
_PAUSES = re.compile(r"[,،，、][\"'”’»)\]}]*$")
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_OPENERS = " [({«“\"'‘"


@dataclass(slots=True)
class Group:
    """The lines of one paragraph, from above; `is_centred` tells that they stand in the middle.

    `start` is where the first line begins, `after` where its words do behind a hanging number,
    `body` where its second line begins (0.0 with one line).
    """

    lines: list[Line] = field(default_factory=list)
    start: float = 0.0
    after: float = 0.0
    body: float = 0.0
    is_centred: bool = False

    @property
    def last(self) -> Line:
        """The line that was added last."""
        return self.lines[-1]

    def shift(self, by: float) -> None:
        """Go on in a column that begins so much farther right."""
        self.start, self.body = self.start + by, self.body + by
        self.after = self.after + by if self.after else 0.0


@dataclass(slots=True)
class Setting:
    """How the lines of a file are set: their usual distance by height, the usual right edge."""

    leads: dict[int, float]
    body: float
    right: float


def setting_of(columns: Iterable[Sequence[Line]]) -> Setting:
    """Measure how lines are set; `columns` are the lines of each page or column from above."""
    leads: dict[int, Counter[float]] = {}
    sizes = Counter[float]()
    rights = Counter[int]()
    for column in columns:
        for line in column:
            sizes[round(line.size, 1)] += len(line.text)
            rights[round(line.x1 / 2)] += 1
        for above, below in pairwise(column):
            lead = above.y - below.y
            if 0.5 * below.size < lead < 2.6 * below.size and is_one_size(above, below):
                counts = leads.setdefault(_rank(below), Counter())
                counts[round(lead * 2) / 2] += 1
    usual = {rank: _usual(counts) for rank, counts in leads.items()}
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    right = rights.most_common(1)[0][0] * 2.0 if rights else 0.0
    return Setting(usual, body, right)


def _usual(counts: Counter[float]) -> float:
    """Return the distance within paragraphs: the least of those that are met often."""
    often = counts.most_common(1)[0][1]
    return min(lead for lead, count in counts.items() if count >= 0.4 * often)


def _rank(line: Line) -> int:
    return round(line.size)


def is_one_size(one: Line, other: Line) -> bool:
    """Whether two lines are set in letters of one height."""
    return abs(one.size - other.size) <= _OTHER_SIZE * max(one.size, other.size)


def groups(column: Sequence[Line], setting: Setting) -> list[Group]:
    """Return the paragraphs of the lines of a whole text, from above, over its pages."""
    found: list[Group] = []
    reach = [line.right for line in column]
    _set_edges(column)
    rights = list(_rights(column, reach, setting))
    for place, line in enumerate(column):
        following = column[place + 1] if place + 1 < len(column) else None
        group = found[-1] if found else None
        centred = _is_centred(line) and not (group and _is_run_on(group, line, setting))
        if group is None or _begins(group, line, following, rights[place - 1], setting, centred):
            found.append(Group([line], line.begins, after_number(line), 0.0, centred))
            continue
        if len(group.lines) == 1:
            group.body = line.begins
        elif _is_turn(group.last, line):
            group.shift(line.begins - group.body)
        group.lines.append(line)
    return found


def _set_edges(column: Sequence[Line]) -> None:
    """Set where the column of each line begins and ends: as far as the lines around it reach.

    A masthead above may reach farther, and so may a table.
    """
    columns = [(line.page, line.left, line.right) for line in column]
    starts, ends = [line.x0 for line in column], [line.x1 for line in column]
    edges = []
    for place, here in enumerate(columns):
        window = slice(max(0, place - _WINDOW), place + _WINDOW + 1)
        around = columns[window]
        if around.count(here) == len(around):
            edges.append((min(starts[window]), max(ends[window])))
            continue
        beside = [window.start + at for at, each in enumerate(around) if each == here]
        edges.append((min([starts[at] for at in beside]), max([ends[at] for at in beside])))
    for line, (left, right) in zip(column, edges, strict=True):
        line.left, line.right = left, right


def _rights(column: Sequence[Line], reach: Sequence[float], setting: Setting) -> Iterator[float]:
    """Yield how far each line could have run; lines of the text run as far as most of them do.

    `reach` is where the column of each ends.
    """
    for line, end in zip(column, reach, strict=True):
        is_body = abs(line.size - setting.body) <= 0.05 * setting.body
        reaches = line.left < setting.right <= end + line.size and not _is_bold(line)
        yield max(line.right, setting.right) if is_body and reaches else line.right


def _begins(
    group: Group, line: Line, following: Line | None, right: float, setting: Setting, centred: bool
) -> bool:
    """Whether a line opens a paragraph, after the lines of a group."""
    last = group.last
    if not is_one_size(last, line):
        return True
    if centred or group.is_centred or _is_loud(last, setting):
        return not _is_one_heading(group, line, setting, centred)
    if last.is_hyphened:
        return False
    if len(group.lines) == 1 and _is_named(last):
        return True
    is_turn = _is_turn(last, line)
    is_open = not (_CLOSES.search(last.text) or _PAUSES.search(last.text))
    is_open = is_open and not opens(line)
    if not is_turn and _has_room(last, line, setting, _MORE_ROOM if is_open else _ROOM):
        return True
    goes_on = is_open and line.text.lstrip(_OPENERS)[:1].islower()
    if _has_found_room(last, line, right, 1.5 if goes_on else 1.0):
        return True
    if _is_bold(last) != _is_bold(line) and last.pieces[-1].looks != line.pieces[0].looks:
        return True
    if opens(line):
        return not _is_carried(group, line)
    if _is_beside(group, line):
        return True
    if is_turn:
        return _begins_page(group, line)
    return _is_indented(group, line, following, setting)


def _is_turn(last: Line, line: Line) -> bool:
    """Whether a line is the first of another page or column."""
    return last.page != line.page or line.y > last.y


def _is_one_heading(group: Group, line: Line, setting: Setting, centred: bool) -> bool:
    last = group.last
    is_alike = not (centred or group.is_centred) or (_is_even(last) and _is_even(line))
    is_below = min(abs(line.begins - each) for each in (group.start, group.after, group.body))
    if (
        not (is_alike or is_below <= TOGETHER * line.size)
        or last.page != line.page
        or abs(last.size - line.size) > _ONE_SIZE
    ):
        return False
    if _is_bold(last) != _is_bold(line) or opens(line) or _is_named(last):
        return False
    return not _has_room(last, line, setting) and not _CLOSES.search(last.text)


def _is_named(line: Line) -> bool:
    """Whether a line is the name of an article and no more; its title stands by itself."""
    head = split_head(line.text)
    return head is not None and not head[2] and sum(map(str.isalpha, head[0])) > 1


def _is_loud(line: Line, setting: Setting) -> bool:
    """Whether a line is set in taller letters than the text."""
    return line.size >= TALLER * setting.body


def _is_even(line: Line) -> bool:
    """Whether a line has as much room before as behind it."""
    return abs((line.x0 - line.left) - (line.right - line.x1)) <= _OFF_CENTRE * line.size


def _has_room(last: Line, line: Line, setting: Setting, share: float = _ROOM) -> bool:
    """Whether there is more room between two lines than within a paragraph."""
    lead = last.y - line.y
    usual = setting.leads.get(_rank(line), 1.25 * line.size)
    return lead > share * usual and lead - usual > _LEAST_ROOM


def _has_found_room(last: Line, line: Line, right: float, sure: float = 1.0) -> bool:
    """Whether the first word of a line would have fitted on the line before, so many times."""
    first = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
    letter = (line.x1 - line.x0) / max(1, len(line.text))
    if _CJK.match(first):
        return right - last.x1 > 2.5 * line.size
    if line.is_right:
        end = last.left if _is_turn(last, line) else min(line.x0, line.left)
        return last.x0 - end > (len(first) + 2) * letter
    return right - last.x1 > (len(first) + 1.6) * letter * sure


def _is_bold(line: Line) -> bool:
    return all(each.looks & BOLD for each in line.pieces if any(map(str.isalnum, each.text)))


def _is_carried(group: Group, line: Line) -> bool:
    """Whether what opens a line only seems a number: "paragraph / 12. They" on a full line.

    It then stands where the lines before it begin, without a gap behind it.
    """
    last = group.last
    if _CLOSES.search(last.text) or _PAUSES.search(last.text) or is_option(line):
        return False
    begins = group.body or group.after or group.start
    return abs(line.begins - begins) <= TOGETHER * line.size and not after_number(line)


def _is_beside(group: Group, line: Line) -> bool:
    """Whether a bare figure and its words stand where the number of a group and its words do."""
    if not group.after or bare_figure(line) is None:
        return False
    near = TOGETHER * line.size
    is_aligned = abs(behind(line, 1) - group.after) <= near
    return is_aligned and abs(line.begins - group.start) <= near


def _begins_page(group: Group, line: Line) -> bool:
    """Whether the first line of a page or column opens a paragraph; the room above tells nothing.

    A line in small letters goes on; so does one after words that are not closed.
    """
    last = group.last
    opening = line.text.lstrip(_OPENERS)[:1]
    if opening.islower():
        return False
    if not (_CLOSES.search(last.text) or _PAUSES.search(last.text)):
        return False
    if _PAUSES.search(last.text) and not opening.isupper():
        return False
    shift = line.begins - line.edge
    hangs = group.body and group.body - group.start > TOGETHER * line.size
    if hangs or group.after:
        begins = group.body or group.after
        off = min(abs(shift - (begins - last.edge)), abs(line.begins - begins))
        return off > TOGETHER * line.size
    indents = group.body and group.start - group.body > TOGETHER * line.size
    off = min(shift - (group.body - last.edge), line.begins - group.body)
    return not indents or off > TOGETHER * line.size


def _is_indented(group: Group, line: Line, following: Line | None, setting: Setting) -> bool:
    """Whether a line begins elsewhere than the lines of its paragraph do."""
    near = TOGETHER * line.size
    if len(group.lines) > 1:
        shift = line.begins - group.body
        if len(group.lines) == 2 and abs(line.begins - group.start) <= near < abs(shift):
            return True
        return abs(shift) > near
    shift = line.begins - group.start
    is_closed = _CLOSES.search(group.last.text) is not None
    if abs(shift) <= near:
        return _opens_again(group, line, following, setting)
    if shift > 0:
        if group.after:
            is_past = line.begins - group.after > 1.5 * near
            is_short = group.after - line.begins > 1.5 * near
            return is_past or (is_short and is_closed)
        return is_closed or shift > 8 * line.size
    if not is_closed or opens(group.last):
        return False
    return following is None or abs(following.begins - line.begins) > near


def _opens_again(group: Group, line: Line, following: Line | None, setting: Setting) -> bool:
    """Whether a line begins as the only line before it did, and its own next line farther out.

    Both then open paragraphs, whose first lines are set in.
    """
    last = group.last
    if following is None or _is_turn(line, following) or group.after or opens(following):
        return False
    if not is_one_size(line, following) or _has_room(line, following, setting):
        return False
    is_new = line.text.lstrip(_OPENERS)[:1].isupper() and _PAUSES.search(last.text)
    is_out = line.begins - following.begins > TOGETHER * line.size
    is_set_in = line.begins - line.edge > line.size
    return bool(is_new or _CLOSES.search(last.text)) and is_out and is_set_in


def _is_run_on(group: Group, line: Line, setting: Setting) -> bool:
    """Whether a line that stands in the middle by chance goes on with an indented paragraph.

    It begins where its lines do, or behind words that run on to the end of theirs.
    """
    last = group.last
    if group.is_centred or not is_one_size(last, line) or _is_bold(last) != _is_bold(line):
        return False
    if _has_room(last, line, setting) and not _is_turn(last, line):
        return False
    if len(group.lines) > 1 and abs(last.begins - line.begins) <= _ALIGNED * line.size:
        return True
    end = last.x0 - last.left if line.is_right else last.right - last.x1
    is_full = end <= _CENTRED * line.size
    return is_full and not (_CLOSES.search(last.text) or opens(line))


def _is_centred(line: Line) -> bool:
    """Whether a line stands in the middle; a number that opens plain words does so by chance."""
    if opens(line) and not _is_bold(line):
        return False
    least = _CENTRED * line.size
    return line.x0 - line.left > least and line.right - line.x1 > least and _is_even(line)
