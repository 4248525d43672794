// Filters and keys of an audit. Without this script the whole page is still there.
(() => {
  "use strict";
  const bar = document.querySelector("form.bar");
  const findings = [...document.querySelectorAll(".finding")];
  const groups = [...document.querySelectorAll(".group")];
  const said = bar.querySelector("output");
  const value = (name) => bar.elements.namedItem(name).value;

  function show() {
    const [kind, by] = [value("kind"), value("by")];
    findings.forEach((each) => {
      const isBy = !by || each.dataset.by.split(" ").includes(by);
      each.hidden = !isBy || Boolean(kind && each.dataset.kind !== kind);
    });
    groups.forEach((each) => { each.hidden = !each.querySelector(".finding:not([hidden])"); });
    const shown = findings.filter((each) => !each.hidden).length;
    const all = findings.length;
    const { one, every, some } = said.dataset;
    const told = shown !== all ? some : all === 1 ? one : every;
    said.textContent = told.replace("{shown}", shown).replace("{all}", all);
  }

  function step(forward) {
    const open = findings.filter((each) => !each.hidden);
    const now = document.activeElement;
    const side = forward ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const lies = (each) => each !== now && !each.contains(now) && now.compareDocumentPosition(each) & side;
    const found = forward ? open.find(lies) : open.reverse().find(lies);
    if (!found) return;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "center" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    if (event.key !== "j" && event.key !== "k") return;
    event.preventDefault();
    step(event.key === "j");
  });

  // A link to what a filter hides shows it all again.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[hidden]")) return;
    bar.reset();
    setTimeout(() => { show(); target.scrollIntoView(); });
  };

  bar.addEventListener("change", show);
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("reset", () => setTimeout(show));
  window.addEventListener("hashchange", reveal);
  bar.hidden = false;
  show();
})();
