// The list: what is chosen in the order of the chronology, a page at a time; all of it on paper.

const PAGE = 50;
const list = { rows: [], page: 0, onPaper: false, wasOpen: false };

/** Each entry by itself, or those of one contact together at the place of the first. */
function groupRows(chosen) {
  if (!choice.byContact) return chosen.map((entry) => [entry]);
  return [...gather(chosen, (entry) => contactOf(entry)?.name ?? entry).values()];
}

function setList(chosen) {
  list.rows = groupRows(chosen);
  list.page = 0;
  showInList();
}

/** Draws the page of the list on which what is open stands, else the page that was there. */
function showInList() {
  const own = new Set(opened?.entries ?? []);
  const row = list.rows.findIndex((row) => row.some((entry) => own.has(entry.place)));
  if (row >= 0) list.page = Math.floor(row / PAGE);
  drawList();
}

function drawList() {
  const nothing = "No entry is chosen. Choose more agencies, signs or days above.";
  find("list").replaceChildren(
    make("h2", { id: "list-title" }, "The entries"),
    make("p", { id: "chosen" }, tellChoice()),
    drawPages("above"),
    list.rows.length ? make("div", { class: "rows" }, drawTable()) : make("p", {}, nothing),
    drawPages("below"));
}

function drawTable() {
  const columns = {
    number: "No.",
    date: "Date",
    agency: "Agency",
    words: "What the agency recorded",
    child: told.children[choice.child].name,
    contact: "Contact",
  };
  const names = Object.keys(columns);
  const head = (words) => make("th", { scope: "col" }, make("bdi", {}, words));
  const [from, to] = list.onPaper ? [0, list.rows.length] : [list.page * PAGE, (list.page + 1) * PAGE];
  return make("table", { class: "entries", "aria-labelledby": "list-title", "aria-describedby": "chosen" },
    make("colgroup", {}, ...names.map((name) => make("col", { class: `of-${name}` }))),
    make("thead", {}, headPaper(names.length), make("tr", {}, ...Object.values(columns).map(head))),
    make("tbody", {}, ...list.rows.slice(from, to).map(makeRow)));
}

function tellChoice() {
  const shown = list.rows.reduce((sum, row) => sum + row.length, 0);
  const every = count(entries.length, "entry", "entries");
  const all = shown === entries.length ? "all that there are" : `of ${every}`;
  const days = isWhole() ? "" : ` from ${nameDay(choice.first)} to ${nameDay(choice.last)}`;
  const undated = entries.length - dated.length;
  const left = !isWhole() && undated ? ` Without a date, and so not among them: ${undated}.` : "";
  return `${count(shown, "entry", "entries")}${days}, ${all}.${left}`;
}

function drawPages(where) {
  const pages = Math.ceil(list.rows.length / PAGE);
  if (pages < 2 || list.onPaper) return "";
  const turn = (words, page) => {
    const button = makeButton(words, () => {
      list.page = page;
      drawList();
      find("list").scrollIntoView();
    });
    button.disabled = page < 0 || page >= pages || page === list.page;
    return button;
  };
  const first = list.page * PAGE + 1;
  const last = Math.min(list.rows.length, first + PAGE - 1);
  const [from, to, all] = [first, last, list.rows.length].map((one) => numbers.format(one));
  return make("nav", { class: "bar pages", "aria-label": `Pages of the list, ${where} it` },
    turn("First", 0), turn("Previous", list.page - 1), make("span", {}, `${from} to ${to} of ${all}`),
    turn("Next", list.page + 1), turn("Last", pages - 1));
}

function makeRow(accounts) {
  const own = new Set(opened?.entries ?? []);
  const isOpen = accounts.some((entry) => own.has(entry.place));
  const several = accounts.length > 1;
  const agencies = [...gather(accounts, nameAgency).values()].map(([first]) => first);
  const tellAccount = (one) => [...several ? [showAgency(one, one.time)] : [], ...showAccount(one)];
  return make("tr", { class: isOpen ? "open" : null, "aria-current": isOpen ? "true" : null },
    make("td", {}, makeNumber(accounts)),
    make("td", {}, ...showMoments(accounts)),
    make("td", {}, ...agencies.map((one) => showAgency(one))),
    make("td", {}, ...accounts.flatMap(tellAccount)),
    make("td", {}, ...showAnswers(accounts)),
    make("td", {}, ...showContact(contactOf(accounts[0]))));
}

function makeNumber(accounts) {
  const open = () => openAccounts({ entries: accountsOf(accounts[0]) }, { focus: true });
  const button = makeButton(accounts.map((one) => one.place + 1).join(", "), open, "open its accounts");
  return fill(button, { "data-place": accounts[0].place }, []);
}

function* showMoments(accounts) {
  const times = new Set(accounts.map((one) => one.time).filter(Boolean));
  for (const day of new Set(accounts.map((one) => one.date || "No date"))) yield make("div", {}, day);
  yield make("div", { class: "quiet" }, [...times].join(", "));
}

function* showContact(contact) {
  if (!contact) return;
  yield makeButton(contact.name, () => openAccounts({ entries: contact.entries }, { focus: true }));
  if (differs(contact)) yield make("div", { class: "differs" }, "≠ accounts differ");
}

function showAgency(entry, time = "") {
  const name = make("div", { class: "agency" }, make("bdi", {}, nameAgency(entry)), time ? ` (${time})` : "");
  name.style.borderLeftColor = told.agencies[entry.agency].colour;
  return name;
}

function* showAccount(entry) {
  yield showWords(entry.text);
  for (const { heading, part, words } of entry.cells) {
    if (part === "beside") continue;
    const name = make("span", { class: "quiet" }, `${heading}: `);
    yield make("div", { class: `under ${part}` }, name, showWords(words));
  }
  if (entry.remarks.length) yield make("div", { class: "under quiet" }, entry.remarks.join("; "));
}

function* showAnswers(accounts) {
  for (const question of Object.keys(QUESTIONS)) {
    const letter = combine(accounts.map((one) => answerOf(one, question)));
    const chosen = question === choice.question;
    if (letter === "-" && !chosen) continue;
    yield make("div", { class: chosen ? "chosen" : null },
      make("span", { class: "quiet" }, `${QUESTIONS[question].name}: `), showAnswer(letter, question));
  }
}

/** The answer of several accounts: a yes beside a no is unclear, a silence nothing beside a word. */
function combine(letters) {
  if (letters.includes("y") && letters.includes("n")) return "u";
  return ["y", "u", "n"].find((one) => letters.includes(one)) ?? "-";
}

/** On paper stands the whole list, and what the page is. */
function turnToPaper(onPaper) {
  const opening = find("opening");
  if (onPaper) list.wasOpen = opening.open;
  list.onPaper = onPaper;
  opening.open = onPaper || list.wasOpen;
  drawList();
}
