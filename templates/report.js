// Views, filters and addresses of the report. Without this script the whole page is still there.
const report = (() => {
  "use strict";
  const bar = document.querySelector("form.bar");
  const text = document.getElementById("text");
  const [rows, cards, lines] = [[], [], []];
  const views = [...document.querySelectorAll(".view")];
  const said = bar.querySelector("output");
  const choices = ["find", "label", "by", "fate", "weighty", "changed"];
  const titles = { page: document.title, text: document.getElementById("text-title") };
  const state = { view: "overview", at: "" };

  const field = (name) => bar.elements.namedItem(name);
  const value = (name) => {
    const one = field(name);
    if (!one) return "";
    return one.type === "checkbox" ? (one.checked ? "1" : "") : one.value.trim();
  };
  const put = (name, wanted) => {
    const one = field(name);
    if (!one) return;
    if (one.type === "checkbox") one.checked = wanted === "1";
    else if (!one.options) one.value = wanted;
    else one.value = [...one.options].some((each) => each.value === wanted) ? wanted : "";
  };
  const clear = () => choices.forEach((name) => put(name, ""));
  const hide = (one, isHidden) => { if (one.hidden !== isHidden) one.hidden = isHidden; };

  // A view is held as text, and read as markup when it is wanted; so are the trails in it. A large
  // report opens so in a fraction of the time.
  const kept = [];
  const putBy = (_, inner) => `<template class="held" data-at="${kept.push(inner) - 1}"></template>`;
  const withTrailsPut = (inner) => inner.replace(/<!--held-->([^]*?)<!--\/held-->/g, putBy);
  function made(inner) {
    const holder = document.createElement("template");
    holder.innerHTML = inner;
    return holder.content;
  }
  function fill(place) {
    place.querySelectorAll(".held").forEach((held) => {
      held.replaceWith(made(held.matches("noscript") ? withTrailsPut(held.textContent) : kept[held.dataset.at]));
    });
  }

  // The rows of a long text come in portions: the first at once, the others while nobody waits.
  // Whoever wants them all, to search, to print or to go to one of them, gets them all at once.
  const [first, portion] = [40, 100];
  const coming = [];
  let isBegun = false;
  let isReady = false;
  function begin() {
    const held = text.querySelector("noscript.held");
    if (!held || isBegun) return;
    isBegun = true;
    const [head, ...parts] = held.textContent.split(/(?=<tbody role="rowgroup")/);
    const last = parts.pop() || "";
    const end = last.lastIndexOf("</table>\n</div>");
    coming.push(...parts, last.slice(0, end));
    held.replaceWith(made(head + withTrailsPut(last.slice(end))));
    goOn(first);
  }
  const add = (many) => text.querySelector("table.sides").append(made(withTrailsPut(coming.splice(0, many).join(""))));
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 50));
  const later = (work) => requestAnimationFrame(() => requestAnimationFrame(() => idle(work, { timeout: 500 })));
  function goOn(many) {
    if (isReady) return;
    add(many);
    if (coming.length) later(() => goOn(portion));
    else prepare();
  }
  function prepare() {
    if (isReady) return;
    begin();
    if (isReady) return;
    isReady = true;
    if (coming.length) add(coming.length);
    ["text", "proposals", "audit"].map((id) => document.getElementById(id)).forEach((each) => each && fill(each));
    lines.push(...document.querySelectorAll(".register > li"));
    rows.push(...text.querySelectorAll("tbody.row"));
    cards.push(...text.querySelectorAll("details.proposal"));
    arrange();
    show();
  }
  const find = (id) => {
    const found = document.getElementById(id);
    if (found || isReady || !id) return found;
    prepare();
    return document.getElementById(id);
  };
  document.addEventListener("toggle", (event) => { if (event.target.open) fill(event.target); }, true);
  const spoken = { "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'", "&amp;": "&" };
  const wordsOf = (one) => {
    const held = [...one.querySelectorAll(".held")].map((each) => kept[each.dataset.at]).join(" ");
    return one.textContent + held.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|amp|#34|#39);/g, (sign) => spoken[sign]);
  };

  // Words are found whatever their case and accents.
  const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map();
  const textOf = (one) => {
    if (!texts.has(one)) texts.set(one, plain(wordsOf(one).replace(/\s+/g, " ")));
    return texts.get(one);
  };
  const labelsOf = (row) => [...row.querySelectorAll(".label")].map((each) => plain(each.textContent).replace(/\s/g, ""));

  function fits(card, asked) {
    if (asked.by && !card.dataset.by.split(" ").includes(asked.by)) return false;
    if (!asked.fate) return true;
    const name = field("fate").selectedOptions[0].dataset.name;
    return name === (asked.fate.startsWith("course-") ? card.dataset.course : card.dataset.fate);
  }

  function holds(row, asked) {
    if (asked.weighty && !(row.dataset.weighty || "").split(" ").includes(asked.weighty)) return false;
    if (asked.changed && !row.classList.contains("is-changed")) return false;
    if (asked.label && !labelsOf(row).includes(plain(asked.label).replace(/\s/g, ""))) return false;
    return !asked.find || textOf(row).includes(plain(asked.find.replace(/\s+/g, " ")));
  }

  function counted(shown, all, what) {
    const told = bar.dataset[`${shown.length === all.length ? "all" : "some"}${what}`];
    return told.replace("{shown}", shown.length.toLocaleString()).replace("{all}", all.length.toLocaleString());
  }

  function show() {
    if (isBegun && !isReady) prepare();
    if (!isReady) return;
    const loose = document.getElementById("loose");
    const asked = Object.fromEntries(choices.map((name) => [name, value(name)]));
    const isAsked = Boolean(asked.by || asked.fate);
    const isNarrow = Boolean(asked.weighty || asked.changed || asked.label || asked.find);
    const fitting = new Set(cards.filter((card) => fits(card, asked)));
    const listed = new Set();
    cards.forEach((card) => hide(card, !fitting.has(card)));
    let needed = false;
    for (const row of [...rows].reverse()) {
      const own = [...row.querySelectorAll("details.proposal")].filter((card) => fitting.has(card));
      const isShown = (!isAsked || own.length > 0) && (!isNarrow || holds(row, asked));
      const isHeading = row.classList.contains("is-heading");
      hide(row, !(isShown || (isHeading && needed)));
      needed = isHeading ? false : needed || isShown;
      if (isShown) own.forEach((card) => listed.add(card.id));
    }
    if (loose) {
      const own = [...loose.querySelectorAll("details.proposal")].filter((card) => fitting.has(card));
      const found = own.filter((card) => !isNarrow || (asked.find && !asked.label && textOf(card).includes(plain(asked.find))));
      own.forEach((card) => hide(card, !found.includes(card)));
      found.forEach((card) => listed.add(card.id));
      hide(loose, found.length === 0);
    }
    lines.forEach((line) => hide(line, !listed.has(line.dataset.card)));
    text.classList.toggle("is-chosen", isAsked);
    tell(rows.filter((row) => !row.hidden), lines.filter((line) => !line.hidden));
    mark(asked.find);
  }

  function tell(shown, asked) {
    const parts = [counted(shown, rows, "Paragraphs")];
    if (cards.length) parts.push(counted(asked, cards, "Proposals"));
    said.textContent = shown.length || asked.length ? parts.join(", ") : bar.dataset.nothing;
  }

  // What was searched for is painted, not wrapped: the text on the page stays as it is.
  function mark(find) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (!find) return;
    const wanted = find.toLowerCase();
    const ranges = [];
    for (const row of rows.filter((each) => !each.hidden)) {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && ranges.length < 2000; node = walker.nextNode()) {
        const words = node.data.toLowerCase();
        for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + wanted.length)) {
          ranges.push(new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + wanted.length }));
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  // Which revisions stand side by side; all columns of a row must agree on how many there are.
  const boxes = [...bar.querySelectorAll("[name=columns]")];
  const chosen = () => boxes.filter((each) => each.checked).map((each) => each.value);
  function arrange() {
    if (isBegun && !isReady) prepare();
    if (!boxes.length || !isReady) return;
    const off = boxes.map((each) => !each.checked);
    const count = off.filter((each) => !each).length;
    text.querySelectorAll(".sides > thead > tr, .slots").forEach((row) => {
      [...row.children].forEach((cell, place) => hide(cell, off[place]));
    });
    text.querySelectorAll("td[colspan]").forEach((cell) => { cell.colSpan = count; });
    const sheet = text.querySelector(".sheet");
    sheet.className = sheet.className.replace(/columns-\w+/, `columns-${count < 7 ? count : "many"}`);
    boxes.forEach((each) => { each.disabled = each.checked && count < 3; });
  }
  if (boxes.length > 6) boxes.slice(1, -5).forEach((each) => { each.checked = false; });
  const usual = boxes.length ? chosen().join() : "";

  // The address holds the view, so that a view can be sent as a link: #view=text&by=...&at=...
  function address() {
    const asked = choices.filter(value).map((name) => `${name}=${encodeURIComponent(value(name))}`);
    if (boxes.length && chosen().join() !== usual) asked.push(`columns=${chosen().join(".")}`);
    const isText = state.view === "text" || state.view === "proposals";
    if (!isText && !asked.length) return state.view === "overview" ? "" : `#${encodeURIComponent(state.at || state.view)}`;
    if (!asked.length && !state.at) return `#${state.view}`;
    const at = state.at ? [`at=${encodeURIComponent(state.at)}`] : [];
    return `#${[`view=${state.view}`, ...asked, ...at].join("&")}`;
  }
  function remember(isNew) {
    const here = location.href.split("#")[0] + address();
    if (here === location.href) return;
    history[isNew ? "pushState" : "replaceState"](null, "", here);
  }

  // The text is a view of its own, and seen through one paragraph or one proposal three more.
  function open(name, at = "") {
    const isText = ["text", "paragraph", "proposal"].includes(name);
    const shown = isText ? text : document.getElementById(name);
    const isPlain = name === "text" && !choices.some(value) && boxes.every((each) => each.checked);
    if (isPlain) begin();
    else if (isText || name === "proposals" || name === "whole") prepare();
    state.view = name;
    state.at = isText || name === "proposals" ? at : "";
    views.forEach((each) => each.classList.toggle("is-open", name === "whole" || each === shown));
    if (name === "whole") views.filter((each) => each !== text).forEach(fill);
    document.documentElement.dataset.view = name;
    hide(bar, !["text", "proposals", "whole"].includes(name));
    text.dataset.mode = isText ? name : "text";
    document.querySelectorAll(".is-here").forEach((each) => each.classList.remove("is-here"));
    const here = name === "paragraph" || name === "proposal" ? document.getElementById(at) : null;
    for (const each of here ? [here, here.closest("tbody.row")] : []) each?.classList.add("is-here");
    if (here) unfold(here);
    if (shown && shown !== text) fill(shown);
    entitle(name, here);
    const nav = isText ? (name === "proposal" ? "proposals" : "text") : shown?.classList.contains("dossier") ? "proponents" : name;
    document.querySelectorAll(".top nav a").forEach((each) => {
      if (each.hash === `#${nav}`) each.setAttribute("aria-current", "true");
      else each.removeAttribute("aria-current");
    });
  }

  function unfold(here) {
    fill(here);
    const folded = here.matches("details") ? [here] : here.querySelectorAll("details");
    folded.forEach((each) => { each.open = true; });
  }

  function entitle(name, here) {
    const isOne = name === "paragraph" && here;
    titles.text.textContent = isOne ? here.getAttribute("aria-label") : text.dataset[name === "proposal" ? "titleProposal" : "titleText"];
    const head = ["text", "paragraph", "proposal"].includes(name) ? titles.text : document.querySelector(`#${CSS.escape(name)} > h2`);
    document.title = name === "overview" || !head ? titles.page : `${head.textContent} – ${titles.page}`;
  }

  function land(name) {
    const head = ["text", "paragraph", "proposal"].includes(name) ? titles.text : document.querySelector(`#${CSS.escape(name)} > h2`);
    (head || document.getElementById("main")).focus({ preventScroll: true });
    scrollTo(0, name === "overview" ? 0 : document.getElementById("main").offsetTop);
  }

  // In the side-by-side view a link leads to its place there, even if a filter hides that.
  function reveal(target) {
    if (target.closest("[hidden]")) {
      clear();
      boxes.forEach((each) => { each.checked = true; });
      arrange();
      show();
    }
    if (target.matches("details")) unfold(target);
    focusOn(target);
    state.at = target.id;
  }

  function focusOn(target) {
    const place = target.matches("details") ? target.querySelector("summary") : target;
    if (!place.hasAttribute("tabindex") && !place.matches("summary, a, button")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  }

  function go(id) {
    const target = find(id);
    if (!target) return false;
    const view = target.closest(".view");
    if (id === "whole") open(id);
    else if (target.matches("details.proposal")) open("proposal", id);
    else if (target.matches("tbody.row")) open("paragraph", id);
    else if (view === text && target !== text) {
      open("text");
      reveal(target);
      return true;
    } else if (view) open(view.id);
    else return false;
    if (target.closest(".audit")) focusOn(target);
    else land(state.view);
    return true;
  }

  const decoded = (words) => {
    try { return decodeURIComponent(words); } catch { return ""; }
  };

  function recall() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) {
      if (!hash || !go(decoded(hash))) open("overview");
      return;
    }
    const asked = new URLSearchParams(hash);
    choices.forEach((name) => put(name, asked.get(name) || ""));
    const wanted = asked.get("columns")?.split(".");
    if (wanted && boxes.filter((each) => wanted.includes(each.value)).length > 1) {
      boxes.forEach((each) => { each.checked = wanted.includes(each.value); });
    }
    arrange();
    show();
    const name = asked.get("view") || "text";
    open(name === "whole" || name === "proposals" || document.getElementById(name)?.matches(".view") ? name : "text");
    const at = find(asked.get("at"));
    if (at && text.contains(at)) reveal(at);
    else land(state.view);
  }

  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    land(state.view);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = decoded(link.getAttribute("href").slice(1));
    const target = document.getElementById(id);
    if (target && (state.view === "text" || state.view === "whole") && text.contains(target) && target !== text && text.contains(link)) {
      event.preventDefault();
      reveal(target);
      remember(true);
    }
  });

  let waiting = 0;
  bar.addEventListener("input", (event) => {
    if (!event.target.matches("[type=search], [type=text]")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => { state.at = ""; show(); remember(); }, 150);
  });
  bar.addEventListener("change", (event) => {
    state.at = "";
    if (event.target.name === "columns") arrange();
    else show();
    remember();
  });
  bar.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  bar.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    boxes.forEach((each) => { each.checked = usual.split(",").includes(each.value); });
    state.at = "";
    arrange();
    show();
    remember();
  });
  window.addEventListener("hashchange", recall);
  window.addEventListener("popstate", () => { if (!location.hash) recall(); });

  // The heads of the columns stay in sight below the bar, however many lines it takes.
  new ResizeObserver(() => {
    const isSticky = getComputedStyle(bar).position === "sticky";
    document.documentElement.style.setProperty("--bar", `${isSticky ? bar.offsetHeight : 0}px`);
  }).observe(bar);

  // Paper shows everything that stands in the view, the evidence too.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    if (isBegun) prepare();
    closed = [...document.querySelectorAll(".is-open details:not([open], .columns, .roots)")];
    closed.forEach((each) => { fill(each); each.open = true; });
  });
  window.addEventListener("afterprint", () => { closed.forEach((each) => { each.open = false; }); });

  document.querySelectorAll(".live").forEach((each) => { each.hidden = false; });
  recall();
  return { bar, text, rows, cards, state, open, land, reveal, remember, prepare };
})();
