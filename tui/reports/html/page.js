(() => {
  "use strict";
  const root = document.documentElement, all = (query) => [...document.querySelectorAll(query)];
  const open = (element) => { for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true; };
  const go = (element) => { if (!element) return; open(element); element.scrollIntoView({ block: "center" }); element.focus({ preventScroll: true }); };
  const follow = () => { const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1))); if (target) { open(target); target.scrollIntoView({ block: "center" }); } };
  addEventListener("hashchange", follow);
  follow();
  addEventListener("beforeprint", () => all("details:not(.menus)").forEach((one) => { one.open = true; }));
  let current = null;
  const isShown = (one) => !one.closest("details:not([open])");
  const step = (query, by) => {
    const found = all(query), middle = innerHeight / 2;
    const isBehind = (one) => current ? current.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING : one.getBoundingClientRect().top > middle;
    let low = 0, high = found.length;
    while (low < high) { const half = (low + high) >> 1; if (isBehind(found[half])) high = half; else low = half + 1; }
    let at = by > 0 ? low : low - 1;
    while (found[at] && (found[at] === current || !isShown(found[at]))) at += by;
    if (!found[at]) return;
    if (current) current.classList.remove("at");
    current = found[at];
    current.classList.add("at");
    current.tabIndex = -1;
    go(current);
  };
  const keys = { j: [".row:not(.cols)", 1], k: [".row:not(.cols)", -1], n: [".row.hit,.row.dif", 1], p: [".row.hit,.row.dif", -1], d: [".row.hit", 1], D: [".row.hit", -1] };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input,button")) return;
    if (keys[event.key]) { step(...keys[event.key]); event.preventDefault(); }
  });
  const bar = document.createElement("p");
  bar.className = "tools";
  const button = (name, act) => { const made = document.createElement("button"); made.type = "button"; made.textContent = name; made.addEventListener("click", () => act(made)); bar.append(made); return made; };
  const themes = ["auto", "light", "dark"];
  button("theme: auto", (made) => {
    const next = themes[(themes.indexOf(root.dataset.theme || "auto") + 1) % themes.length];
    root.dataset.theme = next;
    made.textContent = "theme: " + next;
  });
  all("[data-g]").forEach((section) => {
    const name = section.querySelector("h3,summary").textContent;
    const made = button(name, () => { section.hidden = !section.hidden; made.setAttribute("aria-pressed", String(!section.hidden)); });
    made.setAttribute("aria-pressed", "true");
  });
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  bar.append(document.querySelector(".row") ? "keys: j k rows, n p differences, d what matters" : "", said);
  const answer = document.querySelector(".answer");
  if (answer) answer.after(bar);
  else document.querySelector("header").append(bar);
  const files = (element) => [...(element.closest(".step") || document).querySelectorAll(".row.cols > div")].map((one) => one.textContent), sums = all(".sha").map((one) => one.textContent);
  const cite = (element) => {
    const [, letter, number] = /([LR])(\d+)$/.exec(element.id), side = letter === "L" ? 0 : 1, text = element.cloneNode(true);
    text.querySelectorAll(".n").forEach((one) => one.remove());
    return "“" + text.textContent.trim() + "” (" + [files(element)[side] + " ¶" + number, sums[side]].filter(Boolean).join(", ") + ")";
  };
  const copy = (text) => { if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => { said.textContent = "copied as citation"; setTimeout(() => { said.textContent = ""; }, 2000); }, () => {}); };
  addEventListener("click", (event) => {
    const number = event.target.closest("a.n"), mark = event.target.closest("mark[data-c]");
    if (number) copy(cite(number.parentElement));
    else if (mark && !String(getSelection())) go(document.getElementById("change-" + mark.dataset.c));
  });
  all("a.n").forEach((one) => { one.title = "copy as citation"; });
  all(".changes li[id]").forEach((item) => {
    const made = document.createElement("button");
    made.type = "button"; made.className = "cite"; made.textContent = "cite"; made.title = "copy as citation";
    made.addEventListener("click", () => copy(item.querySelector(".c").textContent.trim() + " (" + [files(item).join(" → "), item.querySelector(".p").textContent.trim(), ...sums].join(", ") + ")"));
    item.append(made);
  });
})();
