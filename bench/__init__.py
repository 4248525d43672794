"""Measures amend on invented drafts whose truth is known, beside what others take for it."""
