// What a click opens: the accounts of a contact side by side, an entry, a gap, several of a month.

const MOST_BESIDE = 8;
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
  else if (bottom > room && top > room * 0.55) window.scrollBy(0, Math.min(bottom - room, top - room * 0.55));
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
  const { title, held } = opened.gap ? tellGap(opened)
    : opened.contacts ? tellContacts(opened.contacts)
    : opened.entries.length > MOST_BESIDE ? tellMany(opened)
    : tellAccounts(opened.entries.map((place) => entries[place]));
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

function tellAccounts(accounts) {
  const contact = accounts.length > 1 ? contactOf(accounts[0]) : null;
  const title = contact ? `${contact.name}: ${count(accounts.length, "account")}`
    : accounts.length > 1 ? count(accounts.length, "entry", "entries")
    : `Entry ${accounts[0].place + 1}`;
  const table = make("table", { class: "beside" },
    make("thead", {}, headPaper(accounts.length + 1), make("tr", {}, make("td"), ...accounts.map(headAccount))),
    make("tbody", {}, ...listAccountRows(accounts, contact)));
  const region = make("div", { class: "wide", role: "region", tabindex: 0, "aria-label": "Side by side" }, table);
  return { title, held: [region, ...contact ? tellWhy(contact) : []] };
}

function headAccount(entry) {
  const head = make("th", { scope: "col" }, make("bdi", {}, nameAgency(entry)));
  head.style.borderTopColor = told.agencies[entry.agency].colour;
  return head;
}

function* listAccountRows(accounts, contact) {
  const row = (heading, cells, attributes = {}) => make("tr", attributes, make("th", { scope: "row" }, make("bdi", {}, heading)),
    ...cells.map((cell) => make("td", {}, ...[cell].flat())));
  yield row("When", accounts.map((one) => [one.date || "No date", one.time].filter(Boolean).join(", ")));
  yield row("What the agency recorded", accounts.map((one) => showWords(one.text)));
  yield row("Where it stands", accounts.map((one) => showWords(one.origin)));
  for (const [kind, said] of contact?.differences ?? []) {
    const words = (one) => said.filter(([place]) => place === one.place).map(([, words]) => `“${words}”`);
    yield row(`They differ: ${kind}`, accounts.map((one) => showWords(words(one).join("; "))), { class: "differ" });
  }
  for (const [child, question, differ] of listAsked(contact)) {
    yield row(`${told.children[child].name}: ${QUESTIONS[question].name.toLowerCase()}`,
      accounts.map((one) => showAnswer(answerOf(one, question, child), question)), differ ? { class: "differ" } : {});
  }
  const kinds = [
    ["Why", (one) => one.why[choice.child]],
    ["To know of it", (one) => one.remarks.join("\n")],
  ];
  for (const [heading, tell] of kinds) {
    if (accounts.some(tell)) yield row(heading, accounts.map((one) => showWords(tell(one) ?? "")));
  }
  for (const [heading, part] of told.headings) {
    const words = (one) => one.cells.find((cell) => cell.heading === heading)?.words ?? "";
    if (!accounts.some(words)) continue;
    yield row(heading, accounts.map((one) => showWords(words(one))), part === "notes" ? { class: "note" } : {});
  }
  yield row("No. and Ref", accounts.map((one) => [one.place + 1, one.ref].filter(Boolean).join(", ")));
}

/** The questions about the chosen child, and of any other those that the accounts contradict. */
function* listAsked(contact) {
  const contradicts = (child, question) => Boolean(contact?.contradictions.some(([one, of]) => one === child && of === question));
  for (const child of told.children.keys()) {
    for (const question of Object.keys(QUESTIONS)) {
      const differ = contradicts(child, question);
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
  const alarm = question === "seen" || letter !== "n";
  return make("span", { class: alarm ? `answer ${letter === "-" ? "silent" : letter}` : "answer" }, ANSWERS[letter]);
}

function* tellWhy(contact) {
  const sentences = contact.evidence.map((one) => `${one[0].toUpperCase()}${one.slice(1).replace(/\.$/, "")}.`);
  yield make("p", {}, make("strong", {}, "Why they are held together: "), make("bdi", {}, sentences.join(" ")));
  if (!contact.silences.length) return;
  yield make("p", {}, make("strong", {}, "Told by one, and not mentioned by another (which is no contradiction):"));
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
        makeButton("Show these days", () => choose({ first: gap.first, last: gap.last }), "in the picture and the list")),
      make("h3", {}, gap.chances.length ? "Missed chances of a sighting" : "No entry in it tells of a missed chance."),
      listPlaces(gap.chances),
    ],
  };
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
    title: [month, count(places.length, "entry", "entries")].filter(Boolean).join(": "),
    held: [
      make("p", {}, makeButton("Show these days", () => choose({ first, last }), "in the picture and the list")),
      listPlaces(places.map((place) => [place])),
    ],
  };
}

/** Entries as a list to open one of, each with what else is said of it. */
function listPlaces(listed) {
  return make("ol", { class: "plain" }, ...listed.map(([place, reason]) => {
    const entry = entries[place];
    const name = [entry.date || "No date", entry.time, nameAgency(entry), reason].filter(Boolean).join(", ");
    return make("li", {},
      makeButton(name, () => openAccounts({ entries: accountsOf(entry) }, { focus: true })),
      make("span", { class: "words" }, ` ${shorten(joinPieces(entry.text), MOST_IN_TIP)}`));
  }));
}
