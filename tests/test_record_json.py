"""Record ↔ JSON: nothing is lost, nothing is added, and the schema that is shipped says so."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import get_args

import numpy as np
import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from dateline.codebook import vocabulary
from dateline.errors import InputError
from dateline.record import DatePrecision, Modality, PlacePrecision, Record
from dateline.record_json import dumps, from_json, json_schema, row_from_dict, row_to_dict, to_dict, to_json
from dateline.report import Genre, PartKind
from fixtures.border_story import record, second_record


@pytest.mark.parametrize("made", [record(), second_record()])
def test_a_record_comes_back_as_it_was(made: Record) -> None:
    assert from_json(to_json(made)) == made


@pytest.mark.parametrize("made", [record(), second_record()])
def test_the_json_is_what_the_schema_says(made: Record) -> None:
    Draft202012Validator.check_schema(json_schema())
    Draft202012Validator(json_schema()).validate(json.loads(to_json(made)))


def test_one_line_and_the_same_bytes_each_time() -> None:
    assert "\n" not in to_json(record())
    assert to_json(record()) == to_json(from_json(to_json(record())))


def test_keys_stand_in_the_order_of_the_record() -> None:
    content = to_dict(record())
    declared = [f.name for f in fields(Record) if f.name != "schema"]
    assert list(content) == ["schema", *declared]
    assert list(content["dates"][0]) == ["id", "start", "end", "text", "from", "to", "precision", "anchor"]


def test_every_key_of_the_schema_is_a_field_and_the_other_way_round() -> None:
    definitions = json_schema()["$defs"]
    content = to_dict(record())
    rows = {"report": content["report"], "coder": content["coder"], "tie": content["ties"][0]}
    rows |= {"statement": content["statements"][0], "event": content["events"][3], "place": content["places"][0]}
    rows |= {"mention": content["mentions"][0], "date": content["dates"][0], "unresolved": content["unresolved"][0]}
    for name, row in rows.items():
        assert list(row) == definitions[name]["required"] == list(definitions[name]["properties"])


def test_closed_lists_are_those_of_the_code_and_the_codebook() -> None:
    definitions = json_schema()["$defs"]
    assert definitions["modality"]["enum"] == list(get_args(Modality))
    assert definitions["date"]["properties"]["precision"]["enum"] == list(get_args(DatePrecision))
    assert definitions["place"]["properties"]["precision"]["enum"] == list(get_args(PlacePrecision))
    assert definitions["part"]["properties"]["kind"]["enum"] == list(get_args(PartKind))
    assert definitions["report"]["properties"]["genre"]["enum"] == list(get_args(Genre))
    assert set(definitions["event_type"]["anyOf"][0]["enum"]) == set(vocabulary("plover")["types"])
    assert set(definitions["tie_type"]["anyOf"][0]["enum"]) == set(vocabulary("ties")["ties"]) | {"other"}


def test_the_schema_refuses_a_row_with_a_key_too_many() -> None:
    content = to_dict(record())
    content["events"][0]["source"] = "nobody"
    with pytest.raises(ValidationError):
        Draft202012Validator(json_schema()).validate(content)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "{",
        '{"schema": 2}',
        '{"schema": 1}',
        to_json(record()).replace('"polarity":"denied"', '"polarity":"perhaps"'),
        to_json(record()).replace('"confidence":0.9', '"confidence":"high"'),
        to_json(record()).replace('"distance":true', '"distance":1'),
        to_json(record()).replace('"start":', '"begin":', 1),
    ],
)
def test_what_is_no_record_is_refused_in_one_line(line: str) -> None:
    with pytest.raises(InputError) as caught:
        from_json(line)
    assert "\n" not in str(caught.value)


def test_a_number_of_numpys_is_written_as_a_number() -> None:
    sure = replace(record().mentions[0], confidence=np.float64(0.5), start=np.int64(3))
    assert '"start":3' in dumps(row_to_dict(sure))
    assert '"confidence":0.5' in dumps(row_to_dict(sure))


def test_a_row_without_what_it_must_have_is_not_written() -> None:
    with pytest.raises(TypeError):
        row_to_dict(replace(record().mentions[0], text=None))  # type: ignore[arg-type]  # the fault is the test


def test_one_row_comes_back_as_it_was() -> None:
    for row in (*record().events, *record().statements, *record().ties):
        assert row_from_dict(type(row), row_to_dict(row)) == row


def test_half_a_surrogate_pair_is_written_as_an_escape() -> None:
    odd = replace(record(), report=replace(record().report, path="pages/\udcff.txt"))
    line = to_json(odd)
    line.encode("utf8")
    assert from_json(line) == odd


def test_text_in_other_scripts_is_written_as_it_stands() -> None:
    assert dumps({"name": "Кобани كوباني"}) == '{"name":"Кобани كوباني"}'
