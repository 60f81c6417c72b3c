// The choices above the picture; what each of them draws anew; the start.

/** Takes a change of the choice, and draws anew what follows it. */
function choose(change) {
  Object.assign(choice, change);
  if (choice.first !== null) boundDays();
  const chosen = chooseEntries();
  drawPicture(chosen);
  setList(chosen);
  tellFacts(chosen);
  nameSigns();
  showDays();
  drawAccounts();
}

function boundDays() {
  const inBounds = (day) => Math.min(bounds.last, Math.max(bounds.first, day));
  const [first, last] = [inBounds(choice.first), inBounds(choice.last)];
  [choice.first, choice.last] = [Math.min(first, last), Math.max(first, last)];
}

/** What the picture shows, in words: they are told to who does not see it too. */
function tellFacts(chosen) {
  const { name } = told.children[choice.child];
  const kind = told.questions[choice.question];
  const gaps = told.first === null ? ["Without a date no gap can be told."] : tellGaps(name, kind);
  const facts = [`${count(chosen.length, "entry", "entries")} chosen.`, ...gaps];
  if (choice.agencies.size < told.agencies.length) {
    facts.push("The gaps are those of all agencies, whichever are shown.");
  }
  const reading = ["“Not recorded” is not “no”: the child may have been seen all the same."];
  if (picture.gathered) {
    const time = picture.step === 1 ? "month" : "time";
    reading.unshift(
      `There are too many entries to show each: a sign stands for those of one agency and ${time} of`,
      "which the same is recorded, and the larger it is, the more. Choose fewer days to see each.");
  }
  find("picture-title").replaceChildren(make("bdi", {}, name), `: ${kind} or not, by agency`);
  find("facts").textContent = facts.join(" ");
  find("reading").textContent = reading.join(" ");
}

function* tellGaps(name, kind) {
  const gaps = listClocks().filter((one) => one.anyone).flatMap((one) => one.gaps).filter(isInDays);
  const what = `of more than ${told.unseen_days} days without ${name} recorded as ${kind}`;
  if (!gaps.length) {
    yield `No gap ${what}.`;
    return;
  }
  const longest = gaps.reduce((a, b) => (b.days > a.days ? b : a));
  const missed = new Set(gaps.flatMap((gap) => gap.chances.map(([place]) => place))).size;
  yield `${count(gaps.length, "gap")} ${what}; the longest is of ${nameDays(longest)}.`;
  yield `Chances of a sighting that were missed in ${gaps.length === 1 ? "it" : "them"}: ${missed}.`;
}

function drawChoices() {
  const several = told.children.length > 1;
  find("choices").append(
    makeRadios("Child", "child", told.children.map((one, place) => [place, one.name]), several),
    makeRadios("What", "question", Object.entries(QUESTIONS).map(([key, one]) => [key, one.name])),
    makeAgencies(),
    makeDays(),
    make("label", { class: "field" }, "Words in the record",
      make("input", { type: "search", id: "words", input: ({ target }) => choose({ words: target.value }) })),
    makeTick(choice.byContact, (byContact) => choose({ byContact }), "One row a contact"),
    makeButton("Print", () => window.print(), "the picture, what is open, and the list"));
  find("choices").addEventListener("submit", (event) => event.preventDefault());
}

/** A box to tick, with what stands beside it. */
function makeTick(checked, change, ...held) {
  return make("label", { class: "tick" },
    make("input", { type: "checkbox", checked, change: ({ target }) => change(target.checked) }), ...held);
}

/** Puts something into a set, or takes it out. */
function put(set, value, isIn) {
  if (isIn) set.add(value);
  else set.delete(value);
}

function makeRadios(legend, name, options, shown = true) {
  const makeRadio = ([value, words]) => make("label", {},
    make("input", {
      type: "radio", name, checked: value === choice[name], change: () => choose({ [name]: value }),
    }),
    make("span", {}, words));
  return make("fieldset", { class: "radios", hidden: !shown },
    make("legend", {}, legend), ...options.map(makeRadio));
}

function makeAgencies() {
  const summary = make("summary");
  const draw = () => {
    const [number, all] = [choice.agencies.size, told.agencies.length];
    summary.textContent = number === all ? `Agencies: all ${all}` : `Agencies: ${number} of ${all}`;
  };
  const ticks = told.agencies.map((agency, place) => {
    const swatch = make("span", { class: "swatch" });
    swatch.style.background = agency.colour;
    return makeTick(true, (isIn) => {
      put(choice.agencies, place, isIn);
      draw();
      choose({});
    }, swatch, make("bdi", {}, agency.name));
  });
  const setAll = (checked) => {
    for (const tick of ticks) tick.querySelector("input").checked = checked;
    choice.agencies = new Set(checked ? told.agencies.keys() : []);
    draw();
    choose({});
  };
  const buttons = [makeButton("All", () => setAll(true)), makeButton("None", () => setAll(false))];
  const details = make("details", { class: "agencies" },
    summary, make("div", { class: "drop" }, make("div", { class: "bar" }, ...buttons), ...ticks));
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    details.open = false;
    summary.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!details.contains(event.target)) details.open = false;
  });
  draw();
  return details;
}

function makeDays() {
  const take = (name) => ({ target }) => {
    const day = parseDay(target.value);
    target.setCustomValidity(day === null ? "Write a day as 1 Apr 2018 or 1/4/2018." : "");
    if (target.reportValidity()) choose({ [name]: day });
  };
  const field = (words, name) => make("label", { class: "field" }, words,
    make("input", { type: "text", id: name, size: 11, autocomplete: "off", change: take(name) }));
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
  for (const name of ["first", "last"]) {
    find(name).setCustomValidity("");
    find(name).value = nameDay(choice[name]);
  }
}

/** The key to the signs, by which they are chosen too. */
function drawLegend() {
  const tick = (sign) => makeTick(true, (isIn) => {
    put(choice.signs, sign, isIn);
    choose({});
  }, drawSign(makeShape(sign, SIZES[sign] * 1.1)), make("span", { id: `sign-${sign}` }));
  const tell = (shape, words, name = "") => make("span", { class: `sign ${name}` }, drawSign(shape), words);
  const box = { x: -14, y: -8, width: 28, height: 16 };
  const hatch = (id) => draw("g", {},
    draw("rect", { ...box, class: "band" }), draw("rect", { ...box, fill: `url(#${id})` }));
  find("legend").append(make("fieldset", {}, make("legend", {}, "Show"), ...[...SIGNS].map(tick)));
  if (told.first === null) return;
  find("legend").append(
    make("div", { class: "signs" },
      tell(hatch("hatch"), `gap of more than ${told.unseen_days} days`),
      tell(hatch("thin-hatch"), "gap that is uncertain"),
      tell(makeShape("differ", 6), "accounts of one contact differ", "differ"),
      tell(draw("line", { x1: 0, x2: 0, y1: -9, y2: 9, class: "link" }), "accounts of one contact")),
    make("p", { id: "keys" },
      "Click a sign, or go by the arrow keys and press Enter, to see the accounts side by side. ",
      "Drag across the picture to choose days."));
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
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hideTip();
});
let resizing = 0;
window.addEventListener("resize", () => {
  cancelAnimationFrame(resizing);
  resizing = requestAnimationFrame(() => {
    if (!list.onPaper) drawPicture(chooseEntries());
  });
});
