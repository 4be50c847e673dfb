// Tellings over time: what reports tell themselves is filled, what is only said is hollow, denied and ahead are lined.
/* global Plot */

export const HELD = {
  told: { fill: "var(--told)", fillOpacity: 0.82, stroke: "var(--told)" },
  said: { fill: "var(--said)", fillOpacity: 0.1, stroke: "var(--said)" },
  denied: { fill: "none", stroke: "var(--denied)", strokeDasharray: "4 2" },
  ahead: { fill: "none", stroke: "var(--ahead)", strokeDasharray: "1 2" },
};
const NAMES = { told: "told by the report itself", said: "only said", denied: "denied", ahead: "ahead" };

export function stacked(rows) {
  return rows.flatMap((row) => {
    let below = 0;
    return Object.keys(HELD).map((held) => {
      const from = below;
      below += row[held];
      return { period: row.period, held, from, to: below, count: row[held] };
    });
  });
}

export function draw(figure, canvas, data) {
  const rows = data.over_time;
  const pieces = stacked(rows).filter((piece) => piece.count);
  const every = Math.ceil(rows.length / 10);
  const ticks = rows.filter((_, i) => i % every === 0).map((row) => row.period);
  canvas.replaceChildren(
    Plot.plot({
      className: "plot",
      width: Math.max(320, canvas.clientWidth),
      height: 190,
      marginLeft: 42,
      marginBottom: 26,
      x: { type: "band", domain: rows.map((row) => row.period), ticks, label: null, tickSize: 0, padding: 0.25 },
      y: { label: null, ticks: 4, grid: true, tickSize: 0 },
      marks: [
        ...Object.entries(HELD).map(([held, look]) =>
          Plot.barY(pieces.filter((piece) => piece.held === held), {
            x: "period", y1: "from", y2: "to", insetTop: 0.5, insetBottom: 0.5, ...look,
            title: (piece) => `${piece.period}: ${piece.count} ${NAMES[held]}`,
          }),
        ),
        Plot.ruleY([0], { stroke: "var(--soft)" }),
      ],
    }),
  );
}
