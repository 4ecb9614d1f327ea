"""Values of which a process holds thousands: slots, where a model has a dictionary and a set of names each.

They take a quarter of a model's memory and are used like one. Decorate a subclass with
`@pydantic.dataclasses.dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self, cast

from pydantic import ConfigDict
from pydantic.fields import FieldInfo
from pydantic_core import SchemaSerializer, SchemaValidator

STRICT = ConfigDict(extra="forbid")


class Slim:
    """What a model can do, for a pydantic dataclass with slots."""

    __slots__ = ()
    __pydantic_fields__: ClassVar[dict[str, FieldInfo]]
    __pydantic_serializer__: ClassVar[SchemaSerializer]
    __pydantic_validator__: ClassVar[SchemaValidator]

    @classmethod
    def model_validate(cls, values: Mapping[str, Any]) -> Self:
        """Raises pydantic's `ValidationError`."""
        return cls(**values)

    @classmethod
    def model_validate_json(cls, written: str | bytes) -> Self:
        """Raises pydantic's `ValidationError`."""
        return cast(Self, cls.__pydantic_validator__.validate_json(written))

    def model_dump(
        self, *, mode: Literal["python", "json"] = "python", exclude_defaults: bool = False, exclude_none: bool = False
    ) -> dict[str, Any]:
        found = self.__pydantic_serializer__.to_python(
            self, mode=mode, exclude_defaults=exclude_defaults, exclude_none=exclude_none
        )
        return cast(dict[str, Any], found)

    def model_dump_json(self, *, exclude_defaults: bool = False, exclude_none: bool = False) -> str:
        written = self.__pydantic_serializer__.to_json(
            self, exclude_defaults=exclude_defaults, exclude_none=exclude_none
        )
        return written.decode()

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """With other values, which are not validated."""
        update = update or {}
        copy = object.__new__(type(self))
        for name in self.__pydantic_fields__:
            object.__setattr__(copy, name, update[name] if name in update else getattr(self, name))
        return copy

    def said(self) -> set[str]:
        """The names of the fields that have a value."""
        return {name for name in self.__pydantic_fields__ if getattr(self, name) is not None}
