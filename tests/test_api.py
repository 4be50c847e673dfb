"""The public names, and the examples of docs/python.md."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dateline
from dateline.errors import InputError

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)


def test_the_public_names_are_there() -> None:
    assert set(dateline.__all__) == {"code", "Coder", "Record", "Report", "Ledger", "errors", "__version__"}
    for name in dateline.__all__:
        assert getattr(dateline, name).__doc__ if name != "__version__" else dateline.__version__
    assert sorted(dateline.__all__) == dir(dateline)


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = dateline.nonsense


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    assert project["version"] == dateline.__version__


def test_import_brings_nothing_heavy() -> None:
    heavy = "{'spacy', 'numpy', 'yaml', 'click', 'sqlite3', 'dateline.coding'}"
    probe = f"import sys, dateline; print(len({heavy} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    assert shown.stdout.strip() == "0"


def test_code_takes_what_is_known_beside_the_text() -> None:
    record = dateline.code(
        "Norway praised Sweden.", title="Praise", url="https://wire.example/1", publisher="Wire", published="2031-03-04"
    )
    report = record.report
    assert (report.title, report.url, report.publisher, report.published) == (
        "Praise", "https://wire.example/1", "Wire", "2031-03-04",
    )  # fmt: skip
    assert report.text == "Praise\n\nNorway praised Sweden."


def test_code_tells_a_page_from_a_text() -> None:
    body = "<p>Norway praised Sweden on Monday for its help with the harvest of the year.</p>" * 3
    page = f"<html><body><article><h1>Praise</h1>{body}</article></body></html>"
    record = dateline.code(page)
    assert record.report.title == "Praise"
    assert "<p>" not in record.report.text


def test_the_same_report_gives_the_same_record() -> None:
    assert dateline.code("Norway praised Sweden.") == dateline.code("Norway praised Sweden.")


@pytest.mark.parametrize("nothing", ["", " \n ", "<html><body></body></html>"])
def test_nothing_to_read_is_refused(nothing: str) -> None:
    with pytest.raises(InputError):
        dateline.code(nothing)


def test_the_examples_of_the_docs_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf8")
    examples = doctest.DocTestParser().get_doctest("\n".join(BLOCK.findall(text)), {}, "python.md", None, 0)
    assert len(examples.examples) > 20
    told: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=told.append)
    assert result.failed == 0, "".join(told)


def test_another_language_is_refused_in_one_line():
    text = "Die Regierung hat am Montag erklärt, dass sie die Truppen von der Grenze zurückziehen werde. " * 4
    with pytest.raises(InputError, match="written in German"):
        dateline.code(text)
