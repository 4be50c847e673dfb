"""Quotation marks as pages have them: curly, straight, missing, doubled."""

import pytest

from dateline.language.quotation import find_quotations
from working import work_of


def _quoted(text: str) -> list[str]:
    paragraphs, start = [], 0
    for piece in text.split("\n"):
        paragraphs.append((start, start + len(piece)))
        start += len(piece) + 1
    return [text[q.start : q.end] for q in find_quotations(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We hold the bridge,” she said.", ["“We hold the bridge,”"]),
        ('"We hold it," he said. "All of it."', ['"We hold it,"', '"All of it."']),
        ("«Nous» and „wir“ differ.", ["«Nous»", "„wir“"]),
        ("We will not leave the town,” Orla Venn said.", ["We will not leave the town,”"]),
        ("“We will not leave the town, Orla Venn said.", ["“We will not leave the town, Orla Venn said."]),
        ("“It began.\n“It went on,” he said.", ["“It began.", "“It went on,”"]),
        ("The army's dogs and the ministers' cats", []),
        ("'We are ready,' she said, in the soldiers' mess.", ["'We are ready,'"]),
        ("He called it “a ‘so-called’ truce” today.", ["“a ‘so-called’ truce”"]),
        ("", []),
    ],
)
def test_marks_of_all_kinds(text, expected):
    assert _quoted(text) == expected


def test_a_page_of_marks_is_linear():
    def work(n: int) -> int:
        text = '"“”' * n
        return work_of(lambda: find_quotations(text, [(0, len(text))]))

    work(10)
    assert work(66_000) < 11 * work(6_600)


def test_what_was_missing_is_told():
    (quotation,) = find_quotations("We stay,” he said.", [(0, 18)])
    assert not quotation.opened
    assert quotation.closed
