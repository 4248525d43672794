"""Source texts in, revisions and proposals out."""
