"""The codebook page says what the YAML says."""

from building.codebook_page import PAGE, page


def test_the_page_is_current():
    assert PAGE.read_text(encoding="utf8") == page(), "run `python -m building.codebook_page`"
