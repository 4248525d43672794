"""The parts of a Word file that say more of its comments in; threads, ends and times out.

Word tells comments apart by the id of their last paragraph, here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from amend.read import word_names as w

_ON = {"1", "true", "on"}
# Word answers the first comment of a thread only; longer chains may be circles.
_DEEPEST = 50


class Threads:
    """Which comment answers which, which are resolved, and when each was really written.

    Each part may be None where the file has none: then nothing answers anything.
    """

    def __init__(
        self,
        extended: etree._Element | None,
        ids: etree._Element | None,
        extensible: etree._Element | None,
    ) -> None:
        """Take the parts commentsExtended, commentsIds and commentsExtensible."""
        more = list(extended.iter(w.COMMENT_MORE)) if extended is not None else []
        self._over = _pairs(more, w.COMMENT_MORE_ID, w.COMMENT_PARENT)
        self._done = {
            each.get(w.COMMENT_MORE_ID, "") for each in more if each.get(w.COMMENT_DONE) in _ON
        }
        named = ids.iter(w.COMMENT_ID) if ids is not None else ()
        self._durable = _pairs(named, w.COMMENT_ID_PARAGRAPH, w.COMMENT_ID_DURABLE)
        timed = extensible.iter(w.COMMENT_TIME) if extensible is not None else ()
        self._times = _pairs(timed, w.COMMENT_TIME_DURABLE, w.COMMENT_TIME_UTC)

    def root(self, comment: etree._Element, owners: Mapping[str, str]) -> str | None:
        """Return the number of the comment that opened its thread, or None if it did itself.

        `owners` are the numbers of comments by the ids of their paragraphs.
        """
        found, place = None, self._parent(paragraph_ids(comment))
        for _ in range(_DEEPEST):
            if place not in owners:
                return found
            found, place = owners[place], self._over.get(place, "")
        return None

    def _parent(self, ids: tuple[str, ...]) -> str:
        return next((self._over[each] for each in reversed(ids) if each in self._over), "")

    def is_done(self, comment: etree._Element) -> bool:
        """Tell whether a comment was marked as resolved."""
        return any(each in self._done for each in paragraph_ids(comment))

    def time(self, comment: etree._Element) -> str | None:
        """Return the time in UTC, as it is written there, or None."""
        durable = (self._durable.get(each, "") for each in reversed(paragraph_ids(comment)))
        return next((self._times[each] for each in durable if each in self._times), None)


def paragraph_ids(comment: etree._Element) -> tuple[str, ...]:
    """Return the ids of a comment's paragraphs, in order."""
    return tuple(
        each.get(w.PARAGRAPH_ID, "") for each in comment.iter(w.P) if each.get(w.PARAGRAPH_ID)
    )


def _pairs(elements: Iterable[etree._Element], key: str, value: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in elements:
        found.setdefault(each.get(key, ""), each.get(value, ""))
    return {name: said for name, said in found.items() if name and said}
