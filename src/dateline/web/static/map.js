// Places on a world that lies beside the page: a dot for what reports tell themselves, rings for what is only said.
/* global d3, topojson */
import { slide } from "./slider.js";

const HEIGHT = 0.5;
const RINGS = ["said", "denied", "ahead"];
let world;

export async function draw(figure, canvas, data) {
  world ??= fetch("/static/vendored/countries-50m.json").then((answer) => answer.json());
  const topology = await world;
  const width = Math.max(320, canvas.clientWidth);
  const height = canvas.clientHeight || width * HEIGHT;
  const projection = d3.geoEqualEarth().fitExtent([[4, 4], [width - 4, height - 4]], { type: "Sphere" });
  const svg = d3.create("svg").attr("viewBox", [0, 0, width, height]).attr("width", width).attr("height", height);
  const ground = svg.append("g");
  ground.append("path").attr("class", "land").attr("d", d3.geoPath(projection)(topojson.feature(topology, topology.objects.countries)));
  const places = data.places.filter((place) => place.latitude !== null).map((place) => ({ ...place, at: projection([place.longitude, place.latitude]) }));
  const layer = svg.append("g");
  canvas.replaceChildren(svg.node(), tools(svg, ground, layer, places, width, height));
  if (!places.length) {
    svg.append("text").attr("class", "spot-name").attr("x", 16).attr("y", 26).text("None of these places is located; they stand in the table.");
  }
  slide(figure, data.over_time);
}

function tools(svg, ground, layer, places, width, height) {
  let at = d3.zoomIdentity;
  const zoom = d3.zoom().scaleExtent([1, 60]).translateExtent([[0, 0], [width, height]]).on("zoom", (event) => {
    at = event.transform;
    ground.attr("transform", at);
    spots(layer, places, at);
  });
  svg.call(zoom).on("dblclick.zoom", null);
  svg.call(zoom.transform, closeUp(places, width, height));
  const box = document.createElement("div");
  box.className = "tools";
  const deeds = [["+", "Closer", () => zoom.scaleBy(svg, 1.6)], ["−", "Farther", () => zoom.scaleBy(svg, 1 / 1.6)], ["○", "The whole world", () => zoom.transform(svg, d3.zoomIdentity)]];
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

function closeUp(places, width, height) {
  if (!places.length) return d3.zoomIdentity;
  const [x0, x1] = d3.extent(places, (place) => place.at[0]);
  const [y0, y1] = d3.extent(places, (place) => place.at[1]);
  const scale = Math.min(8, 0.75 / Math.max((x1 - x0) / width, (y1 - y0) / height, 0.02));
  if (scale < 1.3) return d3.zoomIdentity;
  return d3.zoomIdentity.translate(width / 2, height / 2).scale(scale).translate(-(x0 + x1) / 2, -(y0 + y1) / 2);
}

function spots(layer, places, at) {
  const most = d3.max(places, (place) => place.told + place.said + place.denied + place.ahead) ?? 1;
  const radius = d3.scaleSqrt([0, Math.max(most, 25)], [0, 24]);
  const shown = layer.selectAll("a").data(places).join((enter) => enter.append("a").call(spot, radius));
  shown.attr("transform", (place) => `translate(${at.apply(place.at)})`);
  const taken = [];
  shown.select("text").attr("display", (place) => (free(taken, at.apply(place.at), place.name) ? null : "none"));
}

function spot(link, radius) {
  link.attr("href", (place) => address(place.place)).attr("aria-label", caption);
  link.append("title").text(caption);
  for (const [i, held] of RINGS.entries()) {
    link.filter((place) => place[held]).append("circle").attr("class", `spot ${held}`)
      .attr("r", (place) => 2.5 + radius(place.told + RINGS.slice(0, i + 1).reduce((sum, name) => sum + place[name], 0)) + i * 2);
  }
  link.filter((place) => place.told).append("circle").attr("class", "spot told").attr("r", (place) => 2 + radius(place.told));
  link.append("text").attr("class", "spot-name").attr("x", 8).attr("y", -6).text((place) => place.name.slice(0, 40));
}

function caption(place) {
  return `${place.name}: ${place.told} told by reports, ${place.said} only said, ${place.denied} denied, ${place.ahead} ahead`;
}

function address(place) {
  const query = new URLSearchParams(location.search);
  query.delete("page");
  query.set("place", place);
  return `/events?${query}`;
}

function free(taken, [x, y], name) {
  const box = { x0: x, x1: x + 12 + 6.2 * Math.min(name.length, 40), y0: y - 18, y1: y };
  if (taken.some((other) => other.x0 < box.x1 && other.x1 > box.x0 && other.y0 < box.y1 && other.y1 > box.y0)) return false;
  taken.push(box);
  return true;
}
