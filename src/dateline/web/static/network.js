// Who has to do with whom: a strong line where reports themselves tell of deeds, a faint one where there are only words.
/* global graphology, Sigma */
import { slide } from "./slider.js";

export function draw(figure, canvas, data) {
  const look = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const graph = new graphology.Graph({ type: "undirected" });
  const most = Math.max(1, ...data.actors.map((actor) => actor.tellings));
  const strongest = Math.max(1, ...data.pairs.map((pair) => pair.tellings));
  for (const actor of data.actors) {
    graph.addNode(actor.who, {
      x: actor.x, y: actor.y, label: actor.name.slice(0, 60), color: look("--ink"), size: 3 + 11 * Math.sqrt(actor.tellings / most),
    });
  }
  for (const pair of data.pairs) {
    const told = pair.told > 0;
    graph.addEdge(pair.one, pair.other, {
      color: told ? look("--soft") : look("--said-3"), size: (told ? 1.2 : 0.7) + 5 * Math.sqrt((told ? pair.told : pair.tellings) / strongest),
    });
  }
  canvas.sigma?.kill();
  canvas.replaceChildren();
  const picture = new Sigma(graph, canvas, {
    enableEdgeEvents: true, renderEdgeLabels: false, labelColor: { color: look("--ink") }, labelFont: "system-ui, sans-serif",
    labelSize: 13, labelDensity: 0.6, labelGridCellSize: 110, labelRenderedSizeThreshold: 3, stagePadding: 60, defaultDrawNodeHover: hovered(look), zIndex: true,
  });
  canvas.sigma = picture;
  picture.on("clickNode", ({ node }) => open("/actor", { who: node }));
  picture.on("clickEdge", ({ edge }) => open("/pair", { one: graph.source(edge), other: graph.target(edge) }));
  for (const kind of ["Node", "Edge"]) {
    picture.on(`enter${kind}`, () => { canvas.style.cursor = "pointer"; });
    picture.on(`leave${kind}`, () => { canvas.style.cursor = ""; });
  }
  canvas.append(tools(picture));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw(figure, canvas, data), { once: true });
  slide(figure, data.over_time);
}

function open(path, filters) {
  location.href = `${path}?${new URLSearchParams(filters)}`;
}

function tools(picture) {
  const camera = picture.getCamera();
  const box = document.createElement("div");
  box.className = "tools";
  const deeds = [["+", "Closer", () => camera.animatedZoom()], ["−", "Farther", () => camera.animatedUnzoom()], ["○", "All of it", () => camera.animatedReset()]];
  for (const [text, name, deed] of deeds) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", deed);
    box.append(button);
  }
  return box;
}

// Sigma's own hover is a white box, in the dark too.
function hovered(look) {
  return (context, node, settings) => {
    context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
    const width = context.measureText(node.label).width;
    context.fillStyle = look("--paper");
    context.fillRect(node.x + node.size, node.y - settings.labelSize, width + 10, settings.labelSize * 2);
    context.fillStyle = look("--link");
    context.fillText(node.label, node.x + node.size + 4, node.y + settings.labelSize / 3);
    context.beginPath();
    context.arc(node.x, node.y, node.size + 2, 0, 2 * Math.PI);
    context.fill();
  };
}
