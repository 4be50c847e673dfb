"""The commands of docs/own-codebook.md run as they stand, in order, and answer."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)


def test_the_page_runs(tmp_path):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    commands = COMMAND.findall((ROOT / "docs" / "own-codebook.md").read_text(encoding="utf8"))
    assert len(commands) > 4
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for command in commands:
        done = subprocess.run(
            shlex.split(command), check=False, cwd=tmp_path, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout.strip(), f"{command} says nothing"
    assert "hospital" in done.stdout or "clinic" in done.stdout  # the last one lists the attacks


def test_the_page_tells_every_section_and_field():
    from dateline.codebook import vocabulary

    text = (ROOT / "docs" / "own-codebook.md").read_text(encoding="utf8")
    own = vocabulary("own")
    names = [*own["sections"], *own["sections"]["types"]["fields"], *own["top"]]
    assert [n for n in names if f"`{n}" not in text and f", {n}" not in text and f"{n}`" not in text] == []
