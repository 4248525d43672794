"""What holds for all tests: properties try the same examples everywhere, and no clock judges."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("amend", deadline=None, derandomize=True)
settings.load_profile("amend")
