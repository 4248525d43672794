"""Values of the model in, plain JSON values out, and back: equal to the letter.

The fields and types of the frozen values are the only description: a value that gains a field with
a default needs no change here, and what was stored before it came reads back with the default.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from amend.errors import LabelError
from amend.labels import Label
from amend.notices import Notice
from amend.text.told import Day, Told

Plain = Any  # None, bool, int, str, and lists and dicts of them: what JSON can say
T = TypeVar("T")


class Coder(NamedTuple):
    """How values of one type become plain and come back; errors are ValueError and TypeError."""

    encode: Callable[[Any], Plain]
    decode: Callable[[Plain], Any]


def columns(value: object, *, leave_out: str = "") -> dict[str, Plain]:
    """Return the fields of a frozen value under their names, each plain.

    Inside them, what is at its default is not written.
    Raises TypeError or ValueError if a field does not hold what its type says: what could not be
    given back is not taken in. A field to be stored elsewhere is left out.
    """
    kind: Any = type(value)
    coders = _field_coders(kind).items()
    return {name: one.encode(getattr(value, name)) for name, one in coders if name != leave_out}


def from_columns(kind: type[T], row: Mapping[str, Plain], **ready: object) -> T:
    """Return the value whose `columns` stand in the row; `ready` holds fields already values.

    Raises ValueError, TypeError or LabelError if the row holds no such value.
    """
    asked: Any = kind
    coders = _field_coders(asked)
    said = {name: coders[name].decode(row[name]) for name in coders if name not in ready}
    return kind(**said, **ready)


@cache
def _coder(kind: Any) -> Coder:
    if get_origin(kind) in (Union, types.UnionType):
        return _optional(kind)
    if get_origin(kind) is tuple:
        return _row_of(get_args(kind)[0])
    if kind is Label:
        return _LABEL
    if kind is Notice:
        return _notice()
    if is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Coder(lambda value: kind(value).value, kind)
    if kind in (str, int, bool):
        return Coder(_exactly(kind), _exactly(kind))
    raise TypeError(f"no way to store {kind!r}")


def _exactly(kind: type) -> Callable[[object], object]:
    def same(value: object) -> object:
        if kind is str and type(value) is Told:
            return str(value)  # what it reads as; only a notice keeps how to say it otherwise
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return same


def _optional(kind: object) -> Coder:
    inner = _coder(next(one for one in get_args(kind) if one is not types.NoneType))
    return Coder(
        lambda value: None if value is None else inner.encode(value),
        lambda plain: None if plain is None else inner.decode(plain),
    )


def _row_of(kind: object) -> Coder:
    inner = _coder(kind)

    def row(values: object) -> list[Plain]:
        if not isinstance(values, tuple):
            raise TypeError(f"{values!r} is no tuple")
        return [inner.encode(value) for value in values]

    def values(plain: Plain) -> tuple[object, ...]:
        if not isinstance(plain, list):
            raise TypeError(f"{plain!r} is no list")
        return tuple([inner.decode(one) for one in plain])

    return Coder(row, values)


@cache
def _field_coders(kind: Any) -> dict[str, Coder]:
    hints = get_type_hints(kind)
    return {one.name: _coder(hints[one.name]) for one in fields(kind) if one.init}


def _record(kind: Any) -> Coder:
    coders = _field_coders(kind)
    defaults = {one.name: _default(one) for one in fields(kind) if one.init}
    parts = [(name, coder.encode, defaults[name]) for name, coder in coders.items()]

    def record(value: object) -> dict[str, Plain]:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        said = ((name, coded, getattr(value, name), default) for name, coded, default in parts)
        return {name: coded(part) for name, coded, part, default in said if part != default}

    def value_of(plain: Plain) -> object:
        if not isinstance(plain, dict) or not plain.keys() <= coders.keys():
            raise ValueError(f"{plain!r} is no {kind.__name__}")
        return kind(**{name: coders[name].decode(part) for name, part in plain.items()})

    return Coder(record, value_of)


def _notice() -> Coder:
    """A notice: what it says in our own words is kept so that it can be said in any language."""
    plain = _record(Notice)

    def encode(notice: Notice) -> Plain:
        told = {name: getattr(notice, name) for name in _SAID}
        said = {name: _saying(each) for name, each in told.items() if isinstance(each, Told)}
        return {**plain.encode(notice), **said}

    def decode(found: Plain) -> Notice:
        said = {name: _said(found[name]) for name in _SAID if isinstance(found.get(name), dict)}
        notice: Notice = plain.decode({**found, **{name: str(e) for name, e in said.items()}})
        return replace(notice, **said)

    return Coder(encode, decode)


_SAID = ("where", "text")


def _saying(value: Any) -> Plain:
    if isinstance(value, Told):
        values = {name: _saying(each) for name, each in value.values.items()}
        return {
            "one": value.pattern,
            "many": value.plural,
            "values": values,
            "begins": value.begins,
        }
    if isinstance(value, Day):
        return {"day": str(value)}
    return value if isinstance(value, int) else str(value)


def _said(plain: Plain) -> Any:
    """Return a sentence, or a value in one; raises ValueError for what is neither."""
    if not isinstance(plain, dict):
        return plain
    if plain.keys() == {"day"}:
        return Day(plain["day"])
    try:
        values = {str(name): _said(each) for name, each in plain["values"].items()}
        return Told(str(plain["one"]), str(plain["many"]), values, bool(plain["begins"]))
    except (KeyError, IndexError, AttributeError, TypeError) as fault:
        raise ValueError(f"{plain!r} is no sentence of ours") from fault


def _default(one: Field[Any]) -> object:
    """The field's default, or a value that equals nothing."""
    return object() if one.default is MISSING else one.default


def _encode_label(label: Label) -> Plain:
    """The canonical print where it reads back as the same label, else its parts.

    "9(i)" may be the ninth letter or Roman one: labels that print alike are equal, and yet sort
    in two places.
    """
    try:
        again = Label.parse(str(label))
    except LabelError:
        return _label_parts(label)
    is_same = again is label or _label_parts(again) == _label_parts(label)
    return str(label) if is_same else _label_parts(label)


def _label_parts(label: Label) -> Plain:
    return [label.carrier, label.number, label.figure, [list(step) for step in label.steps]]


def _decode_label(plain: Plain) -> Label:
    if isinstance(plain, str):
        return Label.parse(plain)
    carrier, number, figure, steps = plain
    return Label(carrier, number, figure, tuple(_STEP(*step) for step in steps))


_STEP = get_args(get_type_hints(Label)["steps"])[0]
_LABEL = Coder(_encode_label, _decode_label)
