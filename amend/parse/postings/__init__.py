"""A saved discussion page in, a register of its submissions out (domain A).

`cuts` parts the page into postings, `threads` says which stage each is on; who speaks, when, on
which paragraph and in which words is read from each; `relations` ties them to each other. What the
page does not tell is left empty, and what it hints at only is marked as uncertain.
"""

from __future__ import annotations

from amend.parse.postings.register import read_register

__all__ = ["read_register"]
