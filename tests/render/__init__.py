"""Tests of what people look at, and the small draft they share."""
