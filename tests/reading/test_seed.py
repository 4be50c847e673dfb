"""The page that the project began with, where it lies beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.reading import Reading, read_reports
from dateline.report import Dateline

SEED = Path(__file__).parents[3] / "shared" / "seed" / "report.txt"


@pytest.mark.skipif(not SEED.exists(), reason="../shared/seed is not here")
def test_the_seed_page_comes_out_as_coded_by_hand() -> None:
    yaml = pytest.importorskip("yaml")
    expected = yaml.safe_load((SEED.parent / "coding.yaml").read_text(encoding="utf8"))["report"]
    (reading,) = read_reports([SEED])
    assert isinstance(reading, Reading)
    report = reading.report
    assert report.text == SEED.read_text(encoding="utf8")
    for field in ("title", "agency", "publisher", "published"):
        assert getattr(report, field) == expected[field]
    assert report.bylines == tuple(expected["bylines"])
    assert report.dateline == Dateline(**expected["dateline"])
    parts = [(p.kind, report.text[p.start : p.end]) for p in report.parts]
    first, last = expected["captions"][0]["text"].split(" … ")
    caption = next(words for kind, words in parts if kind == "caption")
    assert caption.startswith(first) and caption.endswith(last)
    assert expected["captions"][0]["credit"] in next(words for kind, words in parts if kind == "credit")
    reasons = [p.reason for p in report.parts if p.kind == "furniture"]
    assert reasons == ["follow-us", "short-link", "comment-form", "captcha"]
    assert (report.language, report.genre) == ("en", "news")
