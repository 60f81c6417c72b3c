// What stands on the lanes, each an option of the list that the picture is to who hears it: gaps,
// contacts whose accounts differ, entries.

const SIZES = { y: 6.5, u: 6.5, c: 8, n: 4.6, "-": 2.7 };
const RISES = { y: -9, u: -1, c: 9, n: 9, "-": 0 };
const MONTH_RISES = { y: -20, u: -7, c: 7, n: 7, "-": 20 };
const CROWD = 700;
const CLOSE = 12;

const SHAPES = {
  y: (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  u: (r) => `M0 ${-r}L${r} ${0.8 * r}H${-r}Z`,
  c: (r) => `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z${SHAPES.n(r * 0.36)}`,
  n: (r) => `M${-r} ${-r}L${r} ${r}M${-r} ${r}L${r} ${-r}`,
  "-": (r) => `M${-r} ${-r}H${r}V${r}H${-r}Z`,
  differ: (r) => `M${-r} ${-r * 0.4}H${r}M${-r} ${r * 0.4}H${r}M${r * 0.55} ${-r}L${-r * 0.55} ${r}`,
};

const LOOKS = { y: "full", "-": "full", u: "hollow", c: "hollow", n: "drawn", differ: "drawn" };

function makeShape(sign, size, attributes = {}) {
  return draw("path", { d: SHAPES[sign](size), class: LOOKS[sign], ...attributes });
}

/** The groups of marks, lane by lane, and the lines below them. */
function drawMarks(lanes, shown) {
  picture.marks = [];
  const size = shown.length > CROWD ? 0.8 : 1;
  const listMarks = {
    gaps: listGapMarks,
    differ: listDifferMarks,
    agency: picture.gathered ? listMonthMarks : (lane) => listEntryMarks(lane, size),
  };
  const groups = lanes.map((lane, number) => {
    const marks = listMarks[lane.kind](lane);
    marks.sort((a, b) => a.x - b.x);
    const group = draw("g", { role: "group", "aria-label": lane.name });
    for (const mark of marks) {
      mark.lane = number;
      mark.isOpen = false;
      mark.place = picture.marks.push(mark) - 1;
      fill(mark.element, { id: `mark-${mark.place}`, role: "option", "aria-label": mark.label }, []);
      group.append(mark.element);
    }
    return group;
  }).filter((group) => group.childElementCount);
  return { groups, lines: picture.gathered ? [] : [...drawSpans(), ...drawLinks()] };
}

function listGapMarks(lane) {
  const named = new Set(chooseNamed(lane.clock.gaps.filter(isInDays)));
  return lane.clock.gaps.filter(isInDays).map((gap) => {
    const [x, width] = stretch(gap);
    const bar = draw("rect", {
      x, y: lane.middle + 2, width: Math.max(2, width), height: 7, class: gap.certain ? "gap" : "gap uncertain",
    });
    const words = named.has(gap)
      ? [draw("text", { x: x + width / 2, y: lane.middle - 3, class: "days" }, nameDays(gap))] : [];
    return {
      opens: { gap, clock: lane.clock },
      x: x + width / 2, y: lane.middle + 5, half: width / 2,
      label: `${nameDays(gap)}${gap.certain ? "" : ", uncertain"}. ${gap.words}`,
      element: draw("g", {}, bar, ...words),
    };
  });
}

/** The gaps above which their days have room, the longest first. */
function chooseNamed(gaps) {
  const taken = [];
  return [...gaps].sort((a, b) => b.days - a.days).filter((gap) => {
    const [x, width] = stretch(gap);
    const half = (nameDays(gap).length * LETTER) / 2 + 3;
    const [left, right] = [x + width / 2 - half, x + width / 2 + half];
    const free = taken.every(([from, to]) => right < from || left > to);
    if (free) taken.push([left, right]);
    return free;
  });
}

function nameDays(gap) {
  return count(gap.days, "day");
}

/** Contacts whose accounts differ; those too close to be told apart are one mark. */
function listDifferMarks(lane) {
  const groups = [];
  const placed = lane.contacts.map((contact) => ({ contact, x: placeContact(contact) }));
  for (const { contact, x } of placed.sort((a, b) => a.x - b.x)) {
    if (groups.length && x - groups.at(-1).x < CLOSE) groups.at(-1).contacts.push(contact);
    else groups.push({ x, contacts: [contact] });
  }
  return groups.map(({ x, contacts }) => ({
    opens: contacts.length > 1 ? { contacts } : { entries: contacts[0].entries },
    x, y: lane.middle,
    label: contacts.length > 1 ? `${count(contacts.length, "contact")} whose accounts differ`
      : tellContact(contacts[0]),
    element: makeShape("differ", 6, { transform: move(x, lane.middle) }),
  }));
}

function placeContact(contact) {
  return placeDay(middleOf(contact.entries.map((place) => entries[place]).find(meets)) + 0.5);
}

function move(x, y) {
  return `translate(${x.toFixed(1)} ${y})`;
}

function tellContact(contact) {
  const names = new Set(contact.entries.map((place) => nameAgency(entries[place])));
  const kinds = contact.differences.map(([kind]) => kind.toLowerCase());
  const differ = kinds.length ? `; they differ: ${[...new Set(kinds)].join(", ")}` : "";
  return `${contact.name}: accounts of ${[...names].join(", ")}${differ}`;
}

/** The one day at which an entry is drawn, within the days of the picture. */
function middleOf(entry) {
  const first = Math.max(entry.first, choice.first);
  const last = Math.min(entry.last, choice.last);
  return first + Math.floor((last - first) / 2);
}

function gather(all, key) {
  const groups = new Map();
  for (const one of all) {
    if (!groups.has(key(one))) groups.set(key(one), []);
    groups.get(key(one)).push(one);
  }
  return groups;
}

function listEntryMarks(lane, size) {
  const signs = listSigns();
  return lane.entries.map((entry) => {
    const sign = signs[entry.place];
    const x = placeDay(middleOf(entry) + 0.5);
    const y = lane.middle + RISES[sign];
    return markEntries([entry], { sign, x, y, size: SIZES[sign] * size,
      opens: { entries: accountsOf(entry) }, label: tellEntry(entry, sign) });
  });
}

/** The entries of one month of which the same is recorded, as one mark; its area is their number. */
function listMonthMarks(lane) {
  const signs = listSigns();
  const step = picture.step;
  const numberOf = (entry) => Math.floor(monthOf(middleOf(entry)) / step);
  const groups = gather(lane.entries, (one) => `${numberOf(one)} ${signs[one.place]}`);
  const most = Math.max(...[...groups.values()].map((members) => members.length));
  return [...groups].map(([key, members]) => {
    const [number, sign] = key.split(" ");
    const month = number * step;
    const first = Math.max(choice.first, beginMonth(month));
    const last = Math.min(choice.last + 1, beginMonth(month + step));
    const room = Math.min(9, (placeDay(last) - placeDay(first)) / 2) * (sign === "-" ? 0.8 : 1);
    const size = Math.max(1.6, room * Math.sqrt(members.length / most));
    const name = nameMonths(month, step);
    const x = placeDay((first + last) / 2) + (sign === "c" ? room : 0);
    return markEntries(members, { sign, size, x, y: lane.middle + MONTH_RISES[sign],
      opens: { entries: members.map((one) => one.place), month: name },
      label: `${name}: ${count(members.length, "entry", "entries")}. ${lane.name}. ${nameSign(sign)}` });
  });
}

function markEntries(members, mark) {
  const colour = told.agencies[members[0].agency].colour;
  const element = makeShape(mark.sign, mark.size, { color: colour, transform: move(mark.x, mark.y) });
  return { ...mark, members, colour, element };
}

/** The entries that a click on this one opens: those of its contact, else itself. */
function accountsOf(entry) {
  return contactOf(entry)?.entries ?? [entry.place];
}

function tellEntry(entry, sign) {
  const contact = contactOf(entry);
  return [
    [entry.date || "No date", entry.time].filter(Boolean).join(" "),
    nameAgency(entry),
    nameSign(sign),
    ...contact ? [tellContact(contact)] : [],
  ].join(". ");
}

/** A line through each mark whose entry covers several days, or whose day is not known exactly. */
function* drawSpans() {
  for (const { members, colour, y } of picture.marks) {
    if (!members?.[0].length) continue;
    const [x, width] = stretch(members[0]);
    const d = `M${x} ${y}h${width}M${x} ${y - 3}v6M${x + width} ${y - 3}v6`;
    yield draw("path", { d, class: "span", stroke: colour });
  }
}

/** A line that joins the accounts of one contact. */
function* drawLinks() {
  const byContact = gather(picture.marks.filter((one) => one.members?.[0].contact != null),
    (one) => one.members[0].contact);
  for (const marks of byContact.values()) {
    const points = marks.sort((a, b) => a.y - b.y).map(({ x, y }) => `${x.toFixed(1)},${y}`);
    if (points.length > 1) yield draw("polyline", { points: points.join(" "), class: "link" });
  }
}
