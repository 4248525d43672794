"""Tests of what a workspace remembers."""
