"""Rules that hold the house up (design.md): vocabulary is data, files stay small, nothing prints."""

import ast
import re
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "dateline"
FILES = sorted(SRC.rglob("*.py"))
WORD = re.compile(r"[A-Za-z][a-z'’]+(?: [a-z'’]+)*")
# Lists of the code's own names (kinds, columns, dependency labels, public names), not of natural language.
OF_CODE = re.compile(r"^[a-z]+(?:[_:-][a-z]+)+$|^[A-Z_]+$|^[a-z]+_$")
SYNTAX = frozenset(  # labels of the dependency scheme
    """nsubj nsubjpass csubj csubjpass dobj iobj pobj attr oprd acomp ccomp xcomp advcl relcl acl amod appos agent aux
    auxpass cc conj compound det poss prep prt neg nmod nummod advmod mark dep root case expl intj meta npadvmod
    parataxis pcomp
    preconj predet punct quantmod dative""".split()  # noqa: SIM905  # one label a line would bury the test
)


def _own_names() -> frozenset[str]:
    """Names that design.md fixes: fields, kinds and closed lists, read from the record and the YAML codes."""
    text = " ".join((SRC / name).read_text(encoding="utf8") for name in ("record.py", "report.py"))
    return frozenset(re.findall(r"[a-z0-9-]+", text.lower()))


def _collections(tree: ast.AST) -> list[tuple[int, list[str]]]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            parts = node.elts
        elif isinstance(node, ast.Dict):
            parts = [*[k for k in node.keys if k], *node.values]
        else:
            continue
        found.append(
            (node.lineno, [p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)])
        )
    return found


def _dunder_all(tree: ast.Module) -> set[int]:
    return {
        n.value.lineno
        for n in tree.body
        if isinstance(n, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in n.targets)
    }


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_vocabulary_is_data(path):
    tree = ast.parse(path.read_text(encoding="utf8"))
    own, public = _own_names(), _dunder_all(tree)
    for line, strings in _collections(tree):
        words = [s for s in strings if WORD.fullmatch(s) and not OF_CODE.match(s) and s not in SYNTAX and s not in own]
        assert len(words) <= 6 or line in public, f"{path}:{line}: words belong in the codebook: {words}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_no_regex_is_a_word_list(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count("|") > 4:
            alternatives = [a for a in re.split(r"\||\(\?:|[()]", node.value) if re.fullmatch(r"[A-Za-z' ]{3,}", a)]
            assert len(alternatives) <= 5, f"{path}:{node.lineno}: these words belong in the codebook: {alternatives}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_files_and_functions_stay_small(path):
    text = path.read_text(encoding="utf8")
    assert text.count("\n") <= 400, f"{path} has grown out of one concept"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            size = (body[-1].end_lineno or 0) - body[0].lineno + 1
            assert size <= 40, f"{path}:{node.lineno}: {node.name} is {size} lines long"


def test_nothing_is_called_source():
    pattern = re.compile(r"\b(?:def|class)\s+\w*[Ss]ource\w*|\b\w*[Ss]ource\w*\s*(?::|=)\s")
    for path in FILES:
        if "evaluation" in path.parts or "exports" in path.parts:  # foreign formats keep their own column names
            continue
        for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
            assert not pattern.search(line), f"{path}:{number}: say speaker, actor, publisher or report"
