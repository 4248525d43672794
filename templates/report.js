// Filters, keys and addresses of the report. Without this script the whole page is still there.
(() => {
  "use strict";
  const bar = document.querySelector("form.bar");
  const rows = [...document.querySelectorAll("tbody.row")];
  const cards = [...document.querySelectorAll("details.proposal")];
  const loose = document.getElementById("loose");
  const said = bar.querySelector("output");
  const choices = ["by", "fate", "weighty", "changed"];

  const field = (name) => bar.elements.namedItem(name);
  const value = (name) => {
    const one = field(name);
    if (!one) return "";
    return one.type === "checkbox" ? (one.checked ? "1" : "") : one.value;
  };
  const put = (name, wanted) => {
    const one = field(name);
    if (!one) return;
    if (one.type === "checkbox") one.checked = wanted === "1";
    else one.value = [...one.options].some((each) => each.value === wanted) ? wanted : "";
  };

  const clear = () => choices.forEach((name) => put(name, ""));

  const fits = (card) => {
    const by = value("by");
    if (by && !card.dataset.by.split(" ").includes(by)) return false;
    const fate = value("fate");
    if (!fate) return true;
    const name = field("fate").selectedOptions[0].dataset.name;
    return name === (fate.startsWith("course-") ? card.dataset.course : card.dataset.fate);
  };

  const counted = (shown, all, one, many) => `${shown === all ? all : `${shown} of ${all}`} ${all === 1 ? one : many}`;

  function show() {
    cards.forEach((card) => { card.hidden = !fits(card); });
    const isAsked = value("by") || value("fate");
    let needed = false;
    for (const row of [...rows].reverse()) {
      const isHeading = row.classList.contains("is-heading");
      const hasCard = row.querySelector("details.proposal:not([hidden])") !== null;
      const weighs = !value("weighty") || (row.dataset.weighty || "").split(" ").includes(value("weighty"));
      const fitsRow = (!isAsked || hasCard) && weighs && (!value("changed") || row.classList.contains("is-changed"));
      row.hidden = !(fitsRow || (isHeading && needed));
      if (isHeading) needed = false;
      else if (!row.hidden) needed = true;
    }
    document.querySelectorAll(".mention").forEach((each) => { each.hidden = Boolean(isAsked); });
    if (loose) loose.hidden = loose.querySelector("details.proposal:not([hidden])") === null;
    const parts = [counted(rows.filter((row) => !row.hidden).length, rows.length, "paragraph", "paragraphs")];
    if (cards.length) {
      parts.push(counted(cards.filter((card) => !card.hidden).length, cards.length, "proposal", "proposals"));
    }
    said.textContent = parts.join(", ");
  }

  // The address holds the view, so that a view can be sent as a link: #by=...&fate=...&at=...
  let at = "";
  function remember() {
    const parts = choices.filter(value).map((name) => `${name}=${encodeURIComponent(value(name))}`);
    if (at) parts.push(`at=${encodeURIComponent(at)}`);
    const here = location.href.split("#")[0];
    history.replaceState(null, "", parts.length ? `${here}#${parts.join("&")}` : here);
  }

  function reveal(id) {
    const target = document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) {
      clear();
      show();
    }
    if (target.matches("details")) target.open = true;
    const place = target.matches("details") ? target.querySelector("summary") : target;
    if (!place.hasAttribute("tabindex") && !place.matches("summary, a, button")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
    at = id;
    remember();
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) {
      if (hash) reveal(decodeURIComponent(hash));
      return;
    }
    const asked = new URLSearchParams(hash);
    choices.forEach((name) => put(name, asked.get(name) || ""));
    show();
    if (asked.get("at")) reveal(asked.get("at"));
  }

  function step(places, forward) {
    const open = places.filter((each) => !each.closest("[hidden]"));
    const now = document.activeElement;
    const follows = (each) => now.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
    const precedes = (each) => now.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING;
    const isInside = (each) => each.contains(now);
    const found = forward
      ? open.find((each) => each !== now && !isInside(each) && follows(each))
      : open.reverse().find((each) => each !== now && !isInside(each) && precedes(each));
    if (!found) return;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "center" });
    at = (found.closest("details") || found).id;
    remember();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    const changes = () => rows.filter((row) => row.classList.contains("is-changed"));
    const summaries = () => cards.map((card) => card.querySelector("summary"));
    const moves = { j: [changes, true], k: [changes, false], p: [summaries, true], P: [summaries, false] };
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : null;
    if (!move) return;
    event.preventDefault();
    step(move[0](), move[1]);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    reveal(link.getAttribute("href").slice(1));
  });

  document.querySelectorAll(".choose").forEach((name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = "Show these proposals alone";
    name.before(button);
    button.append(name);
    button.addEventListener("click", () => {
      clear();
      put("by", name.dataset.key);
      at = "";
      show();
      remember();
      document.getElementById("text").scrollIntoView();
      field("by").focus({ preventScroll: true });
    });
  });

  bar.addEventListener("change", () => { at = ""; show(); remember(); });
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("reset", () => setTimeout(() => { at = ""; show(); remember(); }));
  window.addEventListener("hashchange", recall);

  // Paper shows everything that stands on the page, the evidence too.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = cards.filter((card) => !card.open);
    closed.forEach((card) => { card.open = true; });
  });
  window.addEventListener("afterprint", () => { closed.forEach((card) => { card.open = false; }); });

  bar.hidden = false;
  show();
  recall();
})();
