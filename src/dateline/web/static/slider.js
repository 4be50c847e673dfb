// Two handles over the periods that a page's events span. What they leave is fetched as a page and put in place.

export function slide(figure, periods) {
  const box = figure.querySelector(".slider");
  if (!box || box.children.length || periods.length < 2) return;
  const query = new URLSearchParams(location.search);
  const at = (name, otherwise) => {
    const given = query.get(name);
    const found = given ? periods.findIndex((row) => row.period.slice(0, given.length) >= given.slice(0, row.period.length)) : -1;
    return found < 0 ? otherwise : found;
  };
  const handles = [handle(box, "From", at("since", 0), periods), handle(box, "Until", at("until", periods.length - 1), periods)];
  box.hidden = false;
  let waiting;
  for (const [i, one] of handles.entries()) {
    one.addEventListener("input", () => {
      const [from, until] = handles.map((handle) => Number(handle.value));
      if (from > until) handles[1 - i].value = one.value;
      handles.forEach(tell(periods));
      clearTimeout(waiting);
      waiting = setTimeout(() => refresh(handles.map((handle) => periods[handle.value].period), periods, one.id), 180);
    });
  }
}

const tell = (periods) => (handle) => {
  const period = periods[handle.value].period;
  handle.setAttribute("aria-valuetext", period);
  handle.nextElementSibling.textContent = period;
};

function handle(box, name, value, periods) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  const output = document.createElement("output");
  Object.assign(input, { type: "range", min: 0, max: periods.length - 1, step: 1, id: `slide-${name.toLowerCase()}` });
  input.value = value;
  label.htmlFor = input.id;
  label.textContent = name;
  const row = document.createElement("span");
  row.append(input, output);
  box.append(label, row);
  tell(periods)(input);
  return input;
}

async function refresh([since, until], periods, focused) {
  const query = new URLSearchParams(location.search);
  query.delete("page");
  const whole = since === periods[0].period && until === periods.at(-1).period;
  for (const [name, value] of [["since", since], ["until", until]]) whole ? query.delete(name) : query.set(name, value);
  const address = `${location.pathname}${query.size ? `?${query}` : ""}`;
  const answer = await fetch(address);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  history.replaceState(null, "", address);
  const twin = page.querySelector("#twin").getAttribute("href");
  const data = await (await fetch(twin)).json();
  document.querySelector("footer").replaceWith(document.adoptNode(page.querySelector("footer")));
  const here = document.querySelector("[data-results]");
  const figure = here.querySelector("[data-picture]");
  for (const fresh of [...page.querySelector("[data-results]").children]) {
    if (fresh.matches("[data-picture]")) continue;
    const old = [...here.children].find((child) => child.tagName === fresh.tagName && child.className === fresh.className);
    old ? old.replaceWith(fresh) : here.append(fresh);
  }
  const { draw } = await import(`./${figure.dataset.picture}.js`);
  await draw(figure, figure.querySelector(".canvas"), data);
  document.getElementById(focused)?.focus();
}
