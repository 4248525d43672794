"""Pure functions on text: words, likeness and edits."""
