"""A reference as a value: which paragraphs some words name, and where those words stand."""

from __future__ import annotations

from dataclasses import dataclass

from amend.labels import Label


@dataclass(frozen=True, slots=True)
class Reference:
    """One place that names paragraphs of the draft: "paras 10 to 12" names 10, 11 and 12.

    `labels` are in the order of mention, and may be a family (43*); `start` and `end` are the
    half-open span of `text` in the string that was searched, carrier word included. Where the
    words only describe a paragraph, `candidates` are the labels of the draft that fit, best first,
    and `labels` is empty unless one alone fits whole (domain B.8.8).
    """

    labels: tuple[Label, ...]
    start: int
    end: int
    text: str
    candidates: tuple[Label, ...] = ()
