"""Files, folders, patterns, standard input; encodings; and every kind of input that cannot be read."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from dateline.errors import InputError, UsageError
from dateline.reading import Reading, read_json_line, read_reports, read_text

THEN = "Two people were killed when a bridge fell near the border on Monday, officials said."
REPORT = f"Bridge falls near border\n\nSALLIS (UW) – {THEN} “It was old,” the mayor said.\n"
ARTICLE = f"<article><h1>Bridge falls near border</h1><p>SALLIS – {THEN}</p></article>"
PAGE = f"<!doctype html><html><body>{ARTICLE}</body></html>"
GERMAN = "Die Regierung hat am Montag mit der Armee über die Lage gesprochen und den Angriff verurteilt."
LINE = json.dumps({"title": "Bridge falls", "text": THEN})


def one(path: Path | str, **options: str) -> Reading:
    (found,) = read_reports([path], **options)  # type: ignore[arg-type]  # the options of the call under test
    assert isinstance(found, Reading), str(found)
    return found


def refused(path: Path | str) -> str:
    (found,) = read_reports([path])
    assert isinstance(found, InputError)
    assert found.exit_code == 1
    assert str(found).startswith(str(path))
    assert "\n" not in str(found)
    return found.what


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_folders_and_patterns_come_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/x.txt", "photo.jpg", "actors.yaml"):
        write(tmp_path / name, REPORT)
    names = [Path(r.report.path or "").name for r in read_reports([tmp_path]) if isinstance(r, Reading)]
    assert names == ["a.txt", "b.txt", "c.txt"]
    pattern = [Path(r.report.path or "").name for r in read_reports([f"{tmp_path}/*.txt"]) if isinstance(r, Reading)]
    assert pattern == ["a.txt", "b.txt"]
    deep = [Path(r.report.path or "").name for r in read_reports([f"{tmp_path}/**/*.txt"]) if isinstance(r, Reading)]
    assert deep == ["a.txt", "b.txt", "c.txt"]


def test_a_file_with_magic_signs_in_its_name_is_a_file(tmp_path: Path) -> None:
    assert one(write(tmp_path / "what[1]?.txt", REPORT)).report.title == "Bridge falls near border"


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    paths = [write(tmp_path / "1.txt", REPORT), tmp_path / "none.txt", write(tmp_path / "2.txt", REPORT)]
    found = list(read_reports(paths))
    assert [type(f).__name__ for f in found] == ["Reading", "InputError", "Reading"]


def test_the_raw_bytes_are_kept(tmp_path: Path) -> None:
    raw = REPORT.replace("\n", "\r\n").encode("cp1252")
    reading = one(write(tmp_path / "a.txt", raw))
    assert reading.raw == raw
    assert reading.report.text == REPORT.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.txt", REPORT, "Bridge falls near border"),
        ("a", REPORT, "Bridge falls near border"),
        ("a.html", PAGE, "Bridge falls near border"),
        ("a.txt", PAGE, "Bridge falls near border"),
        ("a", "\n  " + PAGE, "Bridge falls near border"),
        ("a.jsonl", LINE, "Bridge falls"),
        ("a.dat", LINE + "\n", "Bridge falls"),
        ("a.txt", "{braces} are no JSON\n\n" + THEN, "{braces} are no JSON"),
        ("a.txt", "<3 is how they signed it\n\n" + THEN, "<3 is how they signed it"),
    ],
)
def test_formats_are_told_by_name_and_content(tmp_path: Path, name: str, content: str, title: str) -> None:
    assert one(write(tmp_path / name, content)).report.title == title


def test_a_format_that_is_named_is_believed(tmp_path: Path) -> None:
    assert one(write(tmp_path / "a.txt", PAGE), format="text").report.text == PAGE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told(tmp_path: Path, encoding: str) -> None:
    assert one(write(tmp_path / "a.txt", REPORT.encode(encoding))).report.text == REPORT
    page = one(write(tmp_path / "b.html", PAGE.encode(encoding))).report
    assert "SALLIS –" in page.text


def test_a_declared_encoding_that_lies_is_not_believed(tmp_path: Path) -> None:
    page = PAGE.replace("<body>", '<head><meta charset="iso-8859-5"></head><body>')
    assert "SALLIS –" in one(write(tmp_path / "a.html", page)).report.text
    lying = PAGE.replace("<body>", '<head><meta charset="utf-8"></head><body>').encode("cp1252")
    assert "SALLIS –" in one(write(tmp_path / "b.html", lying)).report.text


def test_a_declared_encoding_that_holds_is_believed(tmp_path: Path) -> None:
    page = (
        PAGE.replace("<body>", '<head><meta charset="iso-8859-2"></head><body>')
        .replace("SALLIS", "ŁÓDŹ")
        .replace("–", "-")
    )
    assert "ŁÓDŹ -" in one(write(tmp_path / "a.html", page.encode("iso-8859-2"))).report.text


def test_a_few_broken_bytes_cost_only_themselves(tmp_path: Path) -> None:
    reading = one(write(tmp_path / "a.txt", (REPORT * 20).encode() + b"\xe2\x80"))
    assert "“It was old,”" in reading.report.text
    assert "could not be decoded" in reading.notes[0]


def test_standard_input_takes_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, count in ((REPORT.encode("utf-16"), 1), (PAGE.encode(), 1), (f"{LINE}\n{LINE}\n".encode(), 2)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        found = list(read_reports(["-"]))
        assert [isinstance(f, Reading) and f.report.path is None for f in found] == [True] * count


def test_a_pipe_is_read_as_a_file() -> None:
    read_end, write_end = os.pipe()
    with os.fdopen(write_end, "wb") as pipe:
        pipe.write(REPORT.encode())
    assert one(f"/dev/fd/{read_end}").report.title == "Bridge falls near border"
    os.close(read_end)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.html", b"", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.txt", b"%PDF-1.7 and so on", "is binary, not text"),
        ("a.txt", bytes(range(256)) * 40, "is binary, not text"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "is binary, not text"),
        ("a.txt", GERMAN, "is written in German"),
        ("a.txt", "Правительство заявило, что войска уйдут.", "is written in Russian or another language in Cyrillic"),
        ("a.txt", "قالت الحكومة يوم الاثنين إن الجيش سيغادر الوادي", "is written in Arabic or Persian"),
        ("a.html", "<html><body><nav><a href='/'>Home</a><a href='/w'>World</a></nav></body></html>",
         "holds no article that can be told from the page around it"),
        ("a.html", "<html><body></body></html>", "holds no article that can be told from the page around it"),
        ("a.html", "<p>Please sign in.</p>", "holds no article that can be told from the page around it"),
    ],
)  # fmt: skip
def test_bad_files_give_one_clear_line(tmp_path: Path, name: str, content: str | bytes, what: str) -> None:
    assert refused(write(tmp_path / name, content)) == what


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.txt") == "does not exist"
    assert refused(f"{tmp_path}/*.nothing") == "matches no file"
    assert refused(tmp_path) == "holds nothing to read"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", REPORT)
    path.chmod(0)
    assert refused(path).startswith("cannot be read (Permission denied")


def test_inputs_above_the_limit_are_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
        file.seek(0)
        file.write(REPORT.encode())
    assert refused(path) == "is larger than the 20 MB that are read"
    page = path.rename(tmp_path / "big.html")
    assert refused(page) == "is larger than the 8 MB that are read"


def test_lines_of_json(tmp_path: Path) -> None:
    lines = [
        LINE,
        "",
        LINE[:-9],
        "[1, 2]",
        '{"title": "x"}',
        '{"text": 7}',
        json.dumps(
            {
                "text": THEN,
                "url": "https://uw.example/1",
                "publisher": "UW",
                "published": "2031-05-04",
                "byline": "By A. Reed",
            }
        ),
        json.dumps({"html": PAGE, "published": "sometime", "colour": "red", "byline": 7}),
        "[" * 5000,
        '{"text": "' + "a" * 30,
        json.dumps(
            {"text": "Die Regierung hat am Montag mit der Armee über die Lage gesprochen und das Land verlassen."}
        ),
    ]
    path = write(tmp_path / "feed.jsonl", "\r\n".join(lines))
    found = list(read_reports([path]))
    wheres = [f.where.rsplit(":", 1)[1] for f in found if isinstance(f, InputError)]
    assert wheres == ["3", "4", "5", "6", "9", "10", "11"]
    first, full, page = (f for f in found if isinstance(f, Reading))
    assert first.raw == LINE.encode()
    assert first.report.text == f"Bridge falls\n\n{THEN}"
    assert (full.report.url, full.report.publisher, full.report.published) == (
        "https://uw.example/1",
        "UW",
        "2031-05-04",
    )
    assert full.report.bylines == ("A. Reed",)
    assert page.report.title == "Bridge falls near border"
    assert [n.split(":")[0] for n in page.notes] == [
        "unknown fields passed over", "byline is not of its type and was passed over",
        "published is no date that can be read with certainty"
    ]  # fmt: skip


def test_json_over_many_lines_is_one_error(tmp_path: Path) -> None:
    text = json.dumps([{"text": THEN}] * 3, indent=1)
    (found,) = read_reports([write(tmp_path / "a.jsonl", text)])
    assert isinstance(found, InputError)


def test_json_lines_in_utf_16_and_with_a_mark(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-8-sig"):
        found = list(read_reports([write(tmp_path / "a.jsonl", f"{LINE}\n{LINE}\n".encode(encoding))]))
        assert [isinstance(f, Reading) for f in found] == [True, True]


def test_a_published_option_is_for_reports_that_state_no_day(tmp_path: Path) -> None:
    dated = write(tmp_path / "a.txt", f"Bridge falls\n\nPublished: 4 May 2031\n\n{THEN}")
    assert one(dated, published="2031-06-01").report.published == "2031-05-04"
    assert one(write(tmp_path / "b.txt", REPORT), published="1 June 2031").report.published == "2031-06-01"
    with pytest.raises(UsageError, match="no date"):
        read_reports([dated], published="soon")


def test_half_characters_are_replaced_one_for_one() -> None:
    report = read_json_line({"text": "The mayor \ud83d said: \udc00 we stay here, and we will not leave."})
    assert report.text == "The mayor \ufffd said: \ufffd we stay here, and we will not leave."
    assert report.text.encode()


def test_control_characters_stay_and_do_no_harm() -> None:
    text = f"Bridge \u202efalls\x1b[2J\n\n{THEN}\x00\x07"
    assert read_text(text).text == text


def test_nothing_is_read_from_nothing() -> None:
    for empty in ("", " \n", "\ufeff"):
        with pytest.raises(InputError, match="is empty"):
            read_text(empty)


def test_a_title_that_the_text_begins_with_is_not_doubled() -> None:
    report = read_text(REPORT, title="Bridge falls near border")
    assert report.text == REPORT
    assert read_text(REPORT, title="Old bridge falls").text == f"Old bridge falls\n\n{REPORT}"
