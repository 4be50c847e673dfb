"""The tutorial's commands run as they stand, in order, and answer."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)


def test_the_tutorial_runs(tmp_path):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    commands = COMMAND.findall((ROOT / "docs" / "tutorial.md").read_text(encoding="utf8"))
    assert len(commands) > 8
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for command in commands:
        parts = shlex.split(command)
        done = subprocess.run(parts, check=False, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, (command, done.stderr)
        assert (done.stdout + done.stderr).strip(), f"{command} says nothing"
    assert (tmp_path / "tutorial-csv" / "events.csv").read_text(encoding="utf8").count("\n") > 50
