// How two actors stand to each other: cooperation above the line, conflict below it, one band for each voice.
/* global Plot */

export function draw(figure, canvas, data) {
  const { one, other } = figure.dataset;
  const names = { report: "the reports", one, other, both: "both", third: "others" };
  const rows = data.standing.filter((row) => row.period !== "undated");
  const words = Object.keys(names).filter((word) => rows.some((row) => row.word === word && (row.cooperation || row.conflict)));
  if (!words.length) throw new Error("nobody holds any deed to be done");
  const periods = [...new Set(rows.map((row) => row.period))].sort();
  const every = Math.ceil(periods.length / 10);
  const look = (word, colour) =>
    word === "report"
      ? { fill: colour, fillOpacity: 0.82, stroke: colour }
      : { fill: colour, fillOpacity: 0.1, stroke: colour };
  const bars = words.flatMap((word) =>
    [["cooperation", "var(--link)"], ["conflict", "var(--denied)"]].map(([what, colour]) =>
      Plot.barY(rows.filter((row) => row.word === word && row[what]), {
        x: "period", y: what, fy: () => names[word], ...look(word, colour),
        title: (row) => `${row.period}, on the word of ${names[word]}: ${what} ${row[what]}`,
      }),
    ),
  );
  canvas.replaceChildren(
    Plot.plot({
      className: "plot",
      width: Math.max(320, canvas.clientWidth),
      height: 60 + 74 * words.length,
      marginLeft: 42,
      marginRight: Math.min(150, canvas.clientWidth / 4),
      x: { type: "band", domain: periods, ticks: periods.filter((_, i) => i % every === 0), label: null, tickSize: 0, padding: periods.length < 6 ? 0.7 : 0.3 },
      y: { label: null, ticks: 3, grid: true, tickSize: 0, nice: true },
      fy: { domain: words.map((word) => names[word]), label: null, padding: 0.15, tickFormat: (name) => (name.length > 22 ? `${name.slice(0, 21)}…` : name) },
      marks: [...bars, Plot.ruleY([0], { stroke: "var(--soft)" })],
    }),
  );
}
