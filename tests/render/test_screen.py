"""What goes through a pipe."""

from __future__ import annotations

from io import StringIO

from amend.render import terminal


def test_lines_that_go_through_a_pipe_end_without_spaces() -> None:
    stream = StringIO()
    screen = terminal.console(stream, width=40, plain=True)
    terminal.print_table(("Name", "Text"), [("a", "x"), ("bcd", "a longer text")], screen)
    lines = stream.getvalue().split("\n")
    assert "a longer text" in lines[-2]
    assert [line for line in lines if line != line.rstrip()] == []
