// What a page gains where scripts run: rows and words point at each other, and pictures are drawn from the page's JSON.

const PICTURES = { time: "./time.js", standing: "./standing.js", map: "./map.js", network: "./network.js" };

function tieWordsToRows() {
  const on = (ids, state) => {
    for (const id of ids)
      for (const element of document.querySelectorAll(`[data-row="${CSS.escape(id)}"], [data-rows~="${CSS.escape(id)}"]`))
        element.classList.toggle("on", state);
  };
  const idsOf = (event) => {
    const element = event.target.closest?.("[data-row], [data-rows]");
    return element ? (element.dataset.row ?? element.dataset.rows).split(" ") : [];
  };
  const page = document.querySelector(".page");
  if (!page) return;
  for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    page.addEventListener(begin, (event) => on(idsOf(event), true));
    page.addEventListener(end, (event) => on(idsOf(event), false));
  }
  page.addEventListener("click", (event) => {
    if (event.target.closest("a, summary, details")) return;
    const words = event.target.closest("[data-rows]");
    const row = event.target.closest(".note-row");
    if (row) location.hash = `at-${row.dataset.row}`;
    else if (words && !getSelection().toString()) location.hash = words.dataset.rows.split(" ").at(-1);
  });
}

async function drawPictures() {
  const figures = [...document.querySelectorAll("[data-picture]")];
  if (!figures.length) return;
  const answer = await fetch(document.querySelector("#twin").href);
  if (!answer.ok) return;
  const data = await answer.json();
  for (const figure of figures) {
    const { draw } = await import(PICTURES[figure.dataset.picture]);
    try {
      figure.classList.add("drawn");
      await draw(figure, figure.querySelector(".canvas"), data);
    } catch (error) {
      figure.classList.remove("drawn"); // the table below says the same
      console.warn(`not drawn: ${error.message}`);
    }
  }
}

tieWordsToRows();
await drawPictures();
document.documentElement.dataset.ready = "yes";
