// The choices above the picture; what each of them draws anew; the start.

function choose(change) {
  Object.assign(choice, change);
  if (choice.first > choice.last) [choice.first, choice.last] = [choice.last, choice.first];
  const inBounds = (day) => Math.min(bounds.last, Math.max(bounds.first, day));
  if (choice.first !== null) [choice.first, choice.last] = [inBounds(choice.first), inBounds(choice.last)];
  const chosen = chooseEntries();
  drawPicture(chosen);
  setList(chosen);
  tellFacts(chosen);
  nameSigns();
  showDays();
  drawAccounts();
}

function tellFacts(chosen) {
  const { name } = told.children[choice.child];
  const gaps = listClocks().filter((one) => one.anyone).flatMap((one) => one.gaps).filter(isInDays);
  const kind = told.questions[choice.question];
  const longest = gaps.reduce((a, b) => (b.days > (a?.days ?? 0) ? b : a), null);
  const what = `of more than ${told.unseen_days} days without ${name} recorded as ${kind}`;
  const missed = new Set(gaps.flatMap((gap) => gap.chances.map(([place]) => place))).size;
  const many = gaps.length
    ? `${count(gaps.length, "gap")} ${what}; the longest is of ${nameDays(longest)}, and ${count(missed, "chance")} of a sighting ${missed === 1 ? "was" : "were"} missed in ${gaps.length === 1 ? "it" : "them"}.`
    : `No gap ${what}.`;
  const others = choice.agencies.size < told.agencies.length ? " The gaps are those of all agencies, whichever are shown." : "";
  find("picture-title").replaceChildren(make("bdi", {}, name), `: ${kind} or not, by agency`);
  find("facts").textContent = `${count(chosen.length, "entry", "entries")} chosen. ${many}${others}`;
  const gathered = picture.gathered ? `There are too many entries to show each: a sign stands for those of one agency and ${picture.step === 1 ? "month" : "time"} of which the same is recorded, and the larger it is, the more. Choose fewer days to see each. ` : "";
  find("reading").textContent = `${gathered}“Not recorded” is not “no”: the child may have been seen all the same.`;
}

function drawChoices() {
  const several = told.children.length > 1;
  find("choices").append(
    makeRadios("Child", "child", told.children.map((one, place) => [place, one.name]), several),
    makeRadios("What", "question", Object.entries(QUESTIONS).map(([key, one]) => [key, one.name])),
    makeAgencies(),
    makeDays(),
    make("label", { class: "field" }, "Words in the record",
      make("input", { type: "search", id: "words", input: (event) => choose({ words: event.target.value }) })),
    make("label", { class: "tick" },
      make("input", { type: "checkbox", checked: choice.byContact, change: (event) => choose({ byContact: event.target.checked }) }),
      "One row a contact"),
    makeButton("Print", () => window.print(), "the picture, what is open, and the list"));
  find("choices").addEventListener("submit", (event) => event.preventDefault());
}

function makeRadios(legend, name, options, shown = true) {
  return make("fieldset", { class: "radios", hidden: !shown }, make("legend", {}, legend),
    ...options.map(([value, words]) => make("label", {},
      make("input", { type: "radio", name, checked: value === choice[name], change: () => choose({ [name]: value }) }),
      make("span", {}, words))));
}

function makeAgencies() {
  const boxes = told.agencies.map((agency, place) => make("input", {
    type: "checkbox", checked: true, change: (event) => {
      choice.agencies[event.target.checked ? "add" : "delete"](place);
      nameChosen();
      choose({});
    },
  }));
  const summary = make("summary");
  const nameChosen = () => {
    const number = choice.agencies.size;
    summary.textContent = number === boxes.length ? `Agencies: all ${number}` : `Agencies: ${number} of ${boxes.length}`;
  };
  const setAll = (checked) => {
    boxes.forEach((box) => { box.checked = checked; });
    choice.agencies = new Set(checked ? told.agencies.keys() : []);
    nameChosen();
    choose({});
  };
  nameChosen();
  const labels = told.agencies.map((agency, place) => {
    const swatch = make("span", { class: "swatch" });
    swatch.style.background = agency.colour;
    return make("label", { class: "tick" }, boxes[place], swatch, make("bdi", {}, agency.name));
  });
  document.addEventListener("pointerdown", (event) => { if (!details.contains(event.target)) details.open = false; });
  const details = make("details", {
    class: "agencies", keydown: (event) => { if (event.key === "Escape") { details.open = false; summary.focus(); } },
  }, summary, make("div", { class: "drop" },
    make("div", { class: "bar" }, makeButton("All", () => setAll(true)), makeButton("None", () => setAll(false))), ...labels));
  return details;
}

function makeDays() {
  const field = (words, name) => make("label", { class: "field" }, words, make("input", {
    type: "date", id: name, change: (event) => {
      if (event.target.valueAsNumber) choose({ [name]: Math.floor(event.target.valueAsNumber / DAY) });
      else showDays();
    },
  }));
  const move = (by, zoom) => () => {
    const length = Math.max(7, Math.round((choice.last - choice.first + 1) * zoom));
    const middle = (choice.first + choice.last + 1) / 2 + by * length;
    const latest = Math.max(bounds.first, bounds.last + 1 - length);
    const first = Math.min(latest, Math.max(bounds.first, Math.round(middle - length / 2)));
    choose({ first, last: first + length - 1 });
  };
  return make("fieldset", { class: "days", hidden: told.first === null }, make("legend", {}, "Days"),
    field("From", "first"), field("to", "last"),
    makeButton("Earlier", move(-0.5, 1), "move the days back by half"),
    makeButton("Later", move(0.5, 1), "move the days on by half"),
    makeButton("Closer", move(0, 0.5), "show half as many days"),
    makeButton("Wider", move(0, 2), "show twice as many days"),
    makeButton("All days", () => choose({ first: told.first, last: told.last })));
}

function showDays() {
  if (choice.first === null) return;
  find("first").value = writeDay(choice.first);
  find("last").value = writeDay(choice.last);
}

/** The key to the signs, by which they are chosen too. */
function drawLegend() {
  const box = (sign) => make("label", { class: "tick" },
    make("input", { type: "checkbox", checked: choice.signs.has(sign), change: (event) => {
      choice.signs[event.target.checked ? "add" : "delete"](sign);
      choose({});
    } }),
    drawSign(makeShape(sign, SIZES[sign] * 1.1)), make("span", { id: `sign-${sign}` }));
  const plain = (shape, words, name = "") => make("span", { class: `sign ${name}` }, drawSign(shape), words);
  const hatch = (id) => draw("g", {}, draw("rect", { x: -14, y: -8, width: 28, height: 16, class: "band" }),
    draw("rect", { x: -14, y: -8, width: 28, height: 16, fill: `url(#${id})` }));
  find("legend").append(
    make("fieldset", {}, make("legend", {}, "Show"), ...[...SIGNS].map(box)),
    make("div", { class: "signs" },
      plain(hatch("hatch"), `gap of more than ${told.unseen_days} days`),
      plain(hatch("thin-hatch"), "gap that is uncertain"),
      plain(makeShape("differ", 6), "accounts of one contact differ", "differ"),
      plain(draw("line", { x1: 0, x2: 0, y1: -9, y2: 9, class: "link" }), "accounts of one contact")),
    make("p", { id: "keys" }, "Click a sign, or go by the arrow keys and press Enter, to see the accounts side by side. Drag across the picture to choose days."));
}

function drawSign(shape) {
  return draw("svg", { viewBox: "-15 -10 30 20", width: 30, height: 20, "aria-hidden": "true" }, shape);
}

function nameSigns() {
  for (const sign of SIGNS) find(`sign-${sign}`).textContent = nameSign(sign);
}

/** Opens what a link names behind its #: the Ref of an entry, or a contact. */
function openNamed() {
  const isNamed = (name) => Boolean(name) && `#${encodeURIComponent(name)}` === location.hash;
  const entry = entries.find((one) => isNamed(one.ref) || isNamed(contactOf(one)?.name));
  if (entry) openAccounts({ entries: accountsOf(entry) });
}

drawChoices();
drawLegend();
choose({});
openNamed();
window.addEventListener("hashchange", openNamed);
window.addEventListener("beforeprint", () => turnToPaper(true));
window.addEventListener("afterprint", () => turnToPaper(false));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });
let resizing = 0;
window.addEventListener("resize", () => {
  cancelAnimationFrame(resizing);
  resizing = requestAnimationFrame(() => { if (!list.onPaper) drawPicture(chooseEntries()); });
});
