// What a click opens: the accounts of a contact side by side, an entry, a gap, several of a month.

const MOST_BESIDE = 8;
const LEFT = 11; // in rem, as are the accounts beside it
const LEAST_BESIDE = 17;
const BEGINS = 0.55; // of the window's height
let opened = null;
let openedInList = false;

/** Opens entries, several contacts or a gap; with `focus` for who goes by the keyboard. */
function openAccounts(what, { focus = false } = {}) {
  if (!find("accounts").contains(document.activeElement)) {
    openedInList = find("list").contains(document.activeElement);
  }
  opened = what;
  drawAccounts();
  markOpen();
  showInList();
  if (focus) find("accounts-title").focus({ preventScroll: true });
  bringIntoView(find("accounts"));
}

/** Scrolls no further than is needed to read the beginning: the picture stays in sight. */
function bringIntoView(box) {
  const { top, bottom } = box.getBoundingClientRect();
  const room = window.innerHeight;
  if (top < 0) window.scrollBy(0, top);
  else if (bottom > room && top > room * BEGINS) window.scrollBy(0, Math.min(bottom - room, top - room * BEGINS));
}

/** Closes them, and goes back to where they were opened. */
function closeAccounts() {
  const place = opened.entries?.find((one) => find("list").querySelector(`[data-place="${one}"]`));
  opened = null;
  drawAccounts();
  markOpen();
  showInList();
  if (openedInList) find("list").querySelector(`[data-place="${place}"]`)?.focus();
  else picture.svg?.focus();
}

/** Sets off in the picture what is open. */
function markOpen() {
  if (!picture.svg) return;
  const places = new Set(opened?.entries ?? []);
  const rings = [];
  for (const mark of picture.marks) {
    const isOpen = mark.opens.gap ? mark.opens.gap === opened?.gap
      : Boolean(mark.members?.some((one) => places.has(one.place)));
    if (isOpen !== mark.isOpen) mark.element.setAttribute("aria-selected", String(isOpen));
    mark.isOpen = isOpen;
    if (isOpen && !mark.opens.gap) rings.push(draw("circle", { cx: mark.x, cy: mark.y, r: 12 }));
  }
  find("rings").replaceChildren(...rings);
}

function drawAccounts() {
  const box = find("accounts");
  box.hidden = !opened;
  if (!opened) {
    box.replaceChildren();
    return;
  }
  const { title, held } = tellOpened();
  box.replaceChildren(
    make("div", { class: "bar" },
      make("h2", { id: "accounts-title", tabindex: -1 }, title),
      ...opened.entries ? [
        makeButton("Earlier", () => step(-1), "Open what stands before in the list"),
        makeButton("Later", () => step(1), "Open what stands next in the list"),
      ] : [],
      makeButton("Close", closeAccounts, "and go back")),
    ...held);
}

function tellOpened() {
  if (opened.gap) return tellGap(opened);
  if (opened.contacts) return tellContacts(opened.contacts);
  if (opened.entries.length > MOST_BESIDE) return tellMany(opened);
  return tellAccounts(opened);
}

function makeButton(words, click, label = null) {
  return make("button", { type: "button", click, "aria-label": label && `${words}: ${label}` }, words);
}

/** Opens the entry or contact that stands before or behind in the list. */
function step(by) {
  const chosen = chooseEntries();
  const own = new Set(opened.entries);
  const places = chosen.map((entry, number) => (own.has(entry.place) ? number : -1)).filter((n) => n >= 0);
  const next = by < 0 ? (places[0] ?? 0) - 1 : (places.at(-1) ?? -1) + 1;
  if (chosen[next]) openAccounts({ entries: accountsOf(chosen[next]) }, { focus: true });
}

/** Entries beside each other: the accounts of a contact, one alone, or some of a month. */
function tellAccounts({ entries: places, month }) {
  const accounts = places.map((place) => entries[place]);
  const contact = month ? null : contactOf(accounts[0]);
  const title = month ? nameMany(places, month)
    : contact ? `${contact.name}: ${count(accounts.length, "account")}` : `Entry ${places[0] + 1}`;
  const columns = [make("col", { class: "of-heading" }), ...accounts.map(() => make("col"))];
  const table = make("table", { class: "beside" },
    make("colgroup", {}, ...columns),
    make("thead", {}, headPaper(accounts.length + 1),
      make("tr", {}, make("td"), ...accounts.map(headAccount))),
    make("tbody", {}, ...listAccountRows(accounts, contact)));
  table.style.minWidth = `${LEFT + accounts.length * LEAST_BESIDE}rem`;
  const wide = make("div", { class: "wide", role: "region", tabindex: 0, "aria-label": "Side by side" }, table);
  return { title, held: [wide, ...contact ? tellWhy(contact) : []] };
}

function headAccount(entry) {
  const head = make("th", { scope: "col" }, make("bdi", {}, nameAgency(entry)));
  head.style.borderTopColor = told.agencies[entry.agency].colour;
  return head;
}

function* listAccountRows(accounts, contact) {
  const row = (heading, tell, name = "") => make("tr", { class: name },
    make("th", { scope: "row" }, make("bdi", {}, heading)),
    ...accounts.map((one) => make("td", {}, tell(one))));
  yield row("When", tellMoment);
  yield row("What the agency recorded", (one) => showWords(one.text));
  yield row("Where it stands", (one) => showWords(one.origin));
  for (const [kind, said] of contact?.differences ?? []) {
    const tell = (one) => said.filter(([place]) => place === one.place).map(([, words]) => `“${words}”`);
    yield row(`They differ: ${kind}`, (one) => showWords(tell(one).join("; ")), "differ");
  }
  for (const [child, question, differ] of listAsked(contact)) {
    const heading = `${told.children[child].name}: ${QUESTIONS[question].name.toLowerCase()}`;
    const tell = (one) => showAnswer(answerOf(one, question, child), question);
    yield row(heading, tell, differ ? "differ" : "");
  }
  for (const [heading, tell, name] of listFurther()) {
    if (accounts.some(tell)) yield row(heading, (one) => showWords(tell(one) ?? ""), name);
  }
  yield row("No. and Ref", (one) => [one.place + 1, one.ref].filter(Boolean).join(", "));
}

function tellMoment(entry) {
  return [entry.date || "No date", entry.time].filter(Boolean).join(", ");
}

/** What else may be told of an entry: each heading, how to find its words, and the name of its look. */
function* listFurther() {
  yield ["Why", (one) => one.why[choice.child]];
  yield ["To know of it", (one) => one.remarks.join("\n")];
  for (const [heading, part] of told.headings) {
    yield [heading, (one) => one.cells.find((cell) => cell.heading === heading)?.words, part];
  }
}

/** The questions about the chosen child, and of any other those that the accounts contradict. */
function* listAsked(contact) {
  const contradicted = new Set(contact?.contradictions.map((one) => one.join(" ")));
  for (const child of told.children.keys()) {
    for (const question of Object.keys(QUESTIONS)) {
      const differ = contradicted.has(`${child} ${question}`);
      if (differ || child === choice.child) yield [child, question, differ];
    }
  }
}

/** The words of a record, those set off on which an answer rests, and those that are struck out. */
function showWords(words) {
  const pieces = typeof words === "string" ? [words] : words;
  return make("div", { class: "words", dir: "auto" }, ...pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    const [look, text] = piece;
    const held = look & 1 ? make("b", {}, text) : text;
    return look & 2 ? make("s", {}, held) : held;
  }));
}

function showAnswer(letter, question) {
  // That a child was seen with a parent is no alarm, as not to be seen is one.
  const calm = question !== "seen" && letter === "n";
  return make("span", { class: `answer ${calm ? "calm" : INKS[letter]}` }, ANSWERS[letter]);
}

function* tellWhy(contact) {
  const sentences = contact.evidence.map((one) => `${one.charAt(0).toUpperCase()}${one.slice(1)}.`);
  yield make("p", {}, make("strong", {}, "Why they are held together: "), make("bdi", {}, sentences.join(" ")));
  if (!contact.silences.length) return;
  const heading = "Told by one, and not mentioned by another (which is no contradiction):";
  yield make("p", {}, make("strong", {}, heading));
  yield make("ul", {}, ...contact.silences.map(([about, of, said]) => {
    const words = said.map(([place, one]) => `${nameAgency(entries[place])} “${one}”`).join("; ");
    return make("li", {}, make("bdi", {}, `${nameAgency(entries[of])} does not mention: ${about} (${words})`));
  }));
}

function tellGap({ gap, clock }) {
  const agencies = gap.agencies ? `: ${gap.agencies}` : "";
  return {
    title: `Gap of ${count(gap.days, "day")}, ${clock.by}`,
    held: [
      make("p", {}, make("bdi", {}, gap.words)),
      make("p", {}, `Meanwhile ${count(gap.entries, "entry", "entries")}${agencies}. `,
        makeDaysButton(gap.first, gap.last)),
      gap.chances.length ? make("h3", {}, "Missed chances of a sighting") : "",
      listPlaces(gap.chances),
    ],
  };
}

function makeDaysButton(first, last) {
  return makeButton("Show these days", () => choose({ first, last }), "in the picture and the list");
}

function tellContacts(contacts) {
  const item = (one) => make("li", {},
    makeButton(tellContact(one), () => openAccounts({ entries: one.entries }, { focus: true })));
  return {
    title: `${count(contacts.length, "contact")} whose accounts differ`,
    held: [make("ol", { class: "plain" }, ...contacts.map(item))],
  };
}

function tellMany({ entries: places, month }) {
  const days = places.map((place) => entries[place]).filter((one) => one.first !== null);
  const first = Math.min(...days.map((one) => one.first));
  const last = Math.max(...days.map((one) => one.last));
  return {
    title: nameMany(places, month),
    held: [
      make("p", {}, makeDaysButton(first, last)),
      listPlaces(places.map((place) => [place])),
    ],
  };
}

function nameMany(places, month) {
  return [month, count(places.length, "entry", "entries")].filter(Boolean).join(": ");
}

/** Entries as a list to open one of, each with what else is said of it. */
function listPlaces(listed) {
  return make("ol", { class: "plain" }, ...listed.map(([place, reason]) => {
    const entry = entries[place];
    const name = [tellMoment(entry), nameAgency(entry), reason].filter(Boolean).join(", ");
    return make("li", {},
      makeButton(name, () => openAccounts({ entries: accountsOf(entry) }, { focus: true })),
      make("span", { class: "words" }, ` ${shorten(joinPieces(entry.text), MOST_IN_TIP)}`));
  }));
}
