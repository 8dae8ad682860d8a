"""The JSON Schema of the meeting file, and its complaints in plain words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from dialogue_notes.paths import resource
from dialogue_notes.services.importing.json_text import Json, Path

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

SCHEMA = "schema/meeting-1.json"


def first_fault(value: Json) -> tuple[Path, str] | None:
    """A thing in `value` that the format does not allow: its path, and what was expected in words.

    What the file claims to be comes first. Looking ends at the first find: a file may be made of nothing else.
    """
    for key, claim in _claims():
        if (
            isinstance(value, Mapping)
            and key in value
            and (value[key], type(value[key])) != (claim, type(claim))
        ):
            return (key,), f"expected {json.dumps(claim)}, as meeting files of version 1 have it"
    error = next(iter(_validator().iter_errors(value)), None)
    return None if error is None else _in_words(error)


def _claims() -> tuple[tuple[str, Json], ...]:
    schema = cast("Mapping[str, Mapping[str, Mapping[str, Json]]]", _validator().schema)
    properties = schema["properties"]
    return tuple((key, properties[key]["const"]) for key in ("format", "version"))


@cache
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - slow to load, and most runs read no file

    return Draft202012Validator(json.loads(resource(SCHEMA).read_bytes()))


def _in_words(error: ValidationError) -> tuple[Path, str]:
    path: Path = tuple(error.absolute_path)
    schema = cast("Mapping[str, Json]", error.schema)
    expected = str(schema.get("description", ""))
    match error.validator:
        case "additionalProperties":
            key = _unknown_key(error)
            known = ", ".join(cast("Mapping[str, Json]", schema["properties"]))
            return (*path, key), f"this key is not known here; expected one of: {known}"
        case "required":
            given = cast("Mapping[str, Json]", error.instance)
            missing = next(key for key in cast("Sequence[str]", error.validator_value) if key not in given)
            return path, f"“{missing}” is missing; expected {expected}"
        case "anyOf":
            return path, f"expected {expected}"
        case "enum":
            return path, f"expected one of: {_listed(cast('Sequence[Json]', error.validator_value))}"
        case "maxItems":
            return path, f"expected at most {error.validator_value} items"
        case _:
            return path, f"expected {expected}"


def _unknown_key(error: ValidationError) -> str:
    known = cast("Mapping[str, Json]", cast("Mapping[str, Json]", error.schema)["properties"])
    return next(key for key in cast("Mapping[str, Json]", error.instance) if key not in known)


def _listed(values: Sequence[Json]) -> str:
    return ", ".join("null" if value is None else str(value) for value in values)
