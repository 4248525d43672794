"""A method that takes nothing in, its answer out: worked out when first asked for, then kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Found = TypeVar("Found")


class once(Generic[Found]):  # noqa: N801 - written as a decorator
    """As `functools.cached_property`, for one thread.

    Its lock costs more than most answers, where a hundred thousand small values each give a few.
    """

    def __init__(self, find: Callable[[Any], Found]) -> None:
        """Keep the method and what it says of itself."""
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, owner: None, kind: type) -> once[Found]: ...
    @overload
    def __get__(self, owner: object, kind: type) -> Found: ...
    def __get__(self, owner: object | None, kind: type) -> once[Found] | Found:
        if owner is None:
            return self
        found = owner.__dict__[self._name] = self._find(owner)
        return found
