// Keys, the help that names them, and copying a paragraph with its marks.
(() => {
  "use strict";
  const { bar, text, rows, cards, state, open, land, remember, prepare } = report;
  const help = document.getElementById("keys");
  const single = document.getElementById("single");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  function step(places, forward) {
    const shown = places.filter((each) => each && each.checkVisibility());
    const now = document.activeElement;
    const side = forward ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const lies = (each) => each !== now && !each.contains(now) && now.compareDocumentPosition(each) & side;
    const found = forward ? shown.find(lies) : shown.reverse().find(lies);
    if (!found) return;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "instant" });
    state.at = (found.closest("details") || found).id;
    remember();
  }

  // Where one paragraph or one proposal fills the view, the keys turn to the next one.
  function turn(places, name, forward) {
    const at = places.findIndex((each) => each.id === state.at);
    const next = places[at + (forward ? 1 : -1)];
    if (!next) return;
    open(name, next.id);
    land(name);
    remember(true);
  }

  const changed = () => rows.filter((row) => row.classList.contains("is-changed") && !row.hidden);
  const asked = () => cards.filter((card) => !card.hidden);
  function move(key) {
    prepare();
    const forward = key === "j" || key === "p";
    const isChange = key === "j" || key === "k";
    if (state.view === "paragraph" && isChange) turn(changed(), "paragraph", forward);
    else if (state.view === "proposal" && !isChange) turn(asked(), "proposal", forward);
    else if (state.view === "text" || state.view === "whole") step(isChange ? changed() : asked().map((card) => card.querySelector("summary")), forward);
    else { open("text"); step(isChange ? changed() : asked().map((card) => card.querySelector("summary")), forward); }
  }

  const escaped = (words) => words.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
  function copied(passage) {
    const label = passage.querySelector(".label")?.textContent.trim() || "";
    let [bare, rich] = label ? [`${label}. `, `<b>${escaped(label)}.</b> `] : ["", ""];
    for (const node of passage.querySelector(".text").childNodes) {
      const words = node.textContent;
      const tag = node.nodeName;
      bare += tag === "INS" ? `{+${words}+}` : tag === "DEL" ? `[-${words}-]` : words;
      rich += tag === "INS" ? `<ins>${escaped(words)}</ins>` : tag === "DEL" ? `<del>${escaped(words)}</del>` : escaped(words);
    }
    return { bare, rich: `<p>${rich}</p>` };
  }

  // The event works in a file opened from a disk, where no clipboard need be there to ask for.
  function copy(passage) {
    const held = copied(passage);
    document.addEventListener("copy", (event) => {
      event.clipboardData.setData("text/plain", held.bare);
      event.clipboardData.setData("text/html", held.rich);
      event.preventDefault();
      event.stopPropagation();
    }, { once: true, capture: true });
    if (document.execCommand("copy")) bar.querySelector("output").textContent = bar.dataset.copied;
  }

  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = bar.dataset.copy;
  button.addEventListener("click", () => {
    copy(button.closest(".passage"));
    button.textContent = bar.dataset.copied;
  });
  function offer(passage) {
    if (!passage || passage.contains(button)) return;
    button.textContent = bar.dataset.copy;
    passage.append(button);
  }
  const passageOf = (place) => {
    const row = place.closest?.("tbody.row");
    const own = place.closest?.(".passage");
    if (own || !row) return own;
    return [...row.querySelectorAll(".passage.is-changed")].pop() || [...row.querySelectorAll(".passage")].pop();
  };
  text.addEventListener("pointerover", (event) => offer(event.target.closest(".passage")));
  text.addEventListener("focusin", (event) => { if (event.target !== button) offer(passageOf(event.target)); });

  const views = [...document.querySelectorAll(".top nav a:not(.live)")];
  const simple = {
    "/": () => { if (bar.hidden) open("text"); bar.elements.namedItem("find").focus(); },
    "?": () => help.showModal(),
    c: () => {
      const here = passageOf(document.activeElement) || text.querySelector(".row.is-here .passage:last-child");
      if (here) { offer(here); copy(here); }
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || !single.checked) return;
    if (event.target.closest("input, select, textarea")) return;
    const isMove = "jkpP".includes(event.key) && event.key.length === 1;
    const number = /^[1-9]$/.test(event.key) ? views[event.key - 1] : null;
    if (!isMove && !number && !Object.hasOwn(simple, event.key)) return;
    event.preventDefault();
    if (isMove) move(event.key);
    else if (number) number.click();
    else simple[event.key]();
  });
  document.getElementById("help").addEventListener("click", () => help.showModal());
})();
