"""Models made of rows, at the price of a dictionary each.

Tortoise 1.1.9 sets each attribute of each model by a call, and looks at each row as if it were one
of several joined ones: of a page of fifty lots, three milliseconds in four went there. What the
driver hands over is right already, but for a few columns.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from tortoise.fields import DatetimeField, Field
from tortoise.fields.data import CharEnumFieldInstance
from tortoise.models import Model

M = TypeVar("M", bound=Model)

# `Any`: a column's value, as the driver has it and as the model shows it.
Convert = Callable[[Any], Any]


def made(model: type[M], columns: dict[str, Any]) -> M:
    """Return the model of a row; the dictionary becomes the model's own.

    `columns` may hold more than the model's columns: an annotation becomes an attribute as well. A
    column that it does not hold is none of the model's attributes.
    """
    is_partial = len(columns) < len(model._meta.db_fields)
    for name, convert in _converted(model):
        if name in columns:
            columns[name] = convert(columns[name])
    columns |= {
        "_partial": is_partial,
        "_saved_in_db": True,
        "_custom_generated_pk": _has_own_key(model),
        "_await_when_save": {},
    }
    one = model.__new__(model)
    object.__setattr__(one, "__dict__", columns)
    return one


@cache
def are_attributes(model: type[Model]) -> bool:
    """Say whether all columns of a model are called as its attributes are."""
    return all(name == column for name, column in model._meta.fields_db_projection.items())


@cache
def _converted(model: type[Model]) -> tuple[tuple[str, Convert], ...]:
    """Return the columns that the model shows otherwise than the driver does.

    Times are not among them: the driver's are aware and in UTC.
    """
    meta = model._meta
    default = [(name, _by_type(field.field_type)) for _, name, field in meta.db_default_fields]
    others = [
        (name, _by_name(field))
        for _, name, field in meta.db_complex_fields
        if not isinstance(field, DatetimeField)
    ]
    return (*default, *others)


@cache
def _has_own_key(model: type[Model]) -> bool:
    return model._meta.db_pk_column not in model._meta.generated_db_fields


def _by_name(field: Field[Any]) -> Convert:
    if not isinstance(field, CharEnumFieldInstance):
        return field.to_python_value
    members: dict[Any, Any] = {member.value: member for member in field.enum_type}
    return {**members, None: None}.__getitem__


def _by_type(kind: type) -> Convert:
    return lambda value: None if value is None else kind(value)
