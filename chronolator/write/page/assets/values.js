// What the page holds, as it was merged, and what its reader has chosen of it.

const told = JSON.parse(document.getElementById("chronology").textContent);

const entries = told.entries.map((row, place) => {
  const entry = { place };
  told.columns.forEach((name, column) => { entry[name] = row[column] ?? null; });
  entry.last = entry.first === null ? null : entry.first + entry.length;
  entry.origin = told.files[entry.file] + entry.row;
  entry.cells = (entry.cells ?? []).map(([column, words]) => {
    const [heading, part] = told.headings[column];
    return { heading, part, words };
  });
  entry.remarks ??= [];
  entry.why ??= [];
  return entry;
});

const SIGNS = "yucn-"; // yes, unclear, a missed chance in a gap, no, not recorded
const QUESTIONS = {
  seen: { name: "Seen", y: "Seen", n: "Not seen" },
  alone: { name: "Seen alone", y: "Seen alone", n: "Not alone" },
  views: { name: "Views", y: "Views recorded", n: "No views given" },
};
const INKS = { y: "yes", u: "unclear", n: "no", "-": "quiet" };
const ANSWERS = { y: "Yes", u: "Unclear", n: "No", "-": "Not recorded" };

const choice = {
  child: 0,
  question: "seen",
  agencies: new Set(told.agencies.keys()),
  signs: new Set(SIGNS),
  first: told.first,
  last: told.last,
  words: "",
  byContact: told.by_contact,
};

function nameSign(sign) {
  if (sign === "c") return "Missed chance in a gap";
  return QUESTIONS[choice.question][sign] ?? ANSWERS[sign];
}

function answerOf(entry, question, child = choice.child) {
  return told.answers[question][child][entry.place];
}

function listClocks() {
  return told.clocks.filter((one) => one.child === choice.child && one.of === choice.question);
}

const signsOf = new Map();

/** The sign of each entry, of the chosen child and question: its answer, or a missed chance. */
function listSigns() {
  const key = `${choice.child} ${choice.question}`;
  if (!signsOf.has(key)) {
    const signs = [...told.answers[choice.question][choice.child]];
    for (const clock of listClocks().filter((one) => one.anyone)) {
      for (const [place] of clock.gaps.flatMap((gap) => gap.chances)) {
        if ("n-".includes(signs[place])) signs[place] = "c";
      }
    }
    signsOf.set(key, signs);
  }
  return signsOf.get(key);
}

const dated = entries.filter((entry) => entry.first !== null);

/** The first and the last day that can be chosen: of any entry, and of the picture as it opens. */
const bounds = {
  first: dated.reduce((first, entry) => Math.min(first, entry.first), told.first),
  last: dated.reduce((last, entry) => Math.max(last, entry.last), told.last),
};

/** True where the days are those with which the page opens. */
function isWhole() {
  return choice.first === told.first && choice.last === told.last;
}

function meets(entry) {
  return entry.first !== null && entry.first <= choice.last && entry.last >= choice.first;
}

/** What is chosen. An entry without a date, or beyond the picture, is while the days are whole. */
function chooseEntries() {
  const signs = listSigns();
  const words = fold(choice.words.trim());
  const whole = isWhole();
  return entries.filter((entry) => choice.agencies.has(entry.agency)
    && choice.signs.has(signs[entry.place])
    && (whole || meets(entry))
    && (!words || foldAll(entry).includes(words)));
}

function fold(words) {
  return words.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
}

const folded = new Map();

/** All words of an entry, as they are looked for. */
function foldAll(entry) {
  if (!folded.has(entry.place)) {
    const every = [
      entry.date, nameAgency(entry), entry.origin, entry.ref, joinPieces(entry.text),
      ...entry.cells.map((cell) => `${cell.heading}: ${joinPieces(cell.words)}`),
      ...entry.remarks,
    ];
    folded.set(entry.place, fold(every.join("\n")));
  }
  return folded.get(entry.place);
}

/** A text as it stands; in pieces, each plain or behind the number of its look. */
function joinPieces(words) {
  if (typeof words === "string") return words;
  return words.map((piece) => (typeof piece === "string" ? piece : piece[1])).join("");
}

function nameAgency(entry) {
  return told.agencies[entry.agency].name;
}

function contactOf(entry) {
  return entry.contact === null ? null : told.contacts[entry.contact];
}

function differs(contact) {
  return contact.differences.length > 0 || contact.contradictions.length > 0;
}

const numbers = new Intl.NumberFormat("en-GB");

function count(number, one, several = `${one}s`) {
  return `${numbers.format(number)} ${number === 1 ? one : several}`;
}

function shorten(words, most) {
  if (words.length <= most) return words;
  return `${words.slice(0, most).replace(/\s+\S*$/, "")} …`;
}

/** An element; a word inside it is always a text, never markup. */
function make(name, attributes = {}, ...held) {
  return fill(document.createElement(name), attributes, held);
}

/** The same of a drawing. */
function draw(name, attributes = {}, ...held) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, held);
}

function fill(element, attributes, held) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...held.filter((one) => one !== null && one !== ""));
  return element;
}

/** The marking above each printed page of a table, for a browser that cannot print in the margin. */
function headPaper(width) {
  const marking = document.querySelector(".marking").textContent;
  const inMargin = [...document.styleSheets[0].cssRules].some((rule) => rule.cssText.includes("@top-left"));
  if (inMargin || !marking) return null;
  const cell = make("td", { colspan: width, class: "marking" }, make("bdi", {}, marking));
  return make("tr", { class: "on-paper" }, cell);
}

function find(id) {
  return document.getElementById(id);
}
