"""The compiled catalogue is what the YAML says."""

from __future__ import annotations

from dateline.actors.catalogue_files import parse_shipped
from dateline.actors.compiled import read_compiled
from dateline.actors.names import names_of


def test_compiled_catalogue_is_current():
    assert read_compiled() is not None, "run `python -m building.catalogue`"


def test_compiled_catalogue_equals_the_yaml():
    compiled = read_compiled()
    assert compiled is not None
    entries, where, names = compiled
    parsed = parse_shipped()
    assert (entries, where) == (parsed.entries, parsed.where)
    assert names == tuple(tuple(names_of(e)) for e in parsed.entries)
