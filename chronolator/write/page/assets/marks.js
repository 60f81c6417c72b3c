// What stands on the lanes, each an option of the list that the picture is to who hears it: gaps,
// contacts whose accounts differ, entries.

const SIZES = { y: 6.5, u: 6.5, c: 8, n: 4.6, "-": 2.7 };
const RISES = { y: -9, u: -1, c: 9, n: 9, "-": 0 };
const ASIDE = { y: 0, u: 0.2, c: 0.2, n: -0.2, "-": -0.2 };
const CROWD = 700;

const SHAPES = {
  y: (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  u: (r) => `M0 ${-r}L${r} ${0.8 * r}H${-r}Z`,
  c: (r) => `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z${SHAPES.n(r * 0.36)}`,
  n: (r) => `M${-r} ${-r}L${r} ${r}M${-r} ${r}L${r} ${-r}`,
  "-": (r) => `M${-r} ${-r}H${r}V${r}H${-r}Z`,
  differ: (r) => `M${-r} ${-r * 0.4}H${r}M${-r} ${r * 0.4}H${r}M${r * 0.55} ${-r}L${-r * 0.55} ${r}`,
};

function makeShape(sign, size, colour) {
  const hollow = sign === "u" || sign === "c";
  const drawn = sign === "n" || sign === "differ";
  return draw("path", {
    d: SHAPES[sign](size),
    fill: drawn ? "none" : hollow ? "#fff" : colour,
    stroke: drawn || hollow ? colour : "#fff",
    "stroke-width": drawn ? 2.2 : hollow ? 1.9 : 1,
  });
}

/** The groups of marks, lane by lane, and the lines below them. */
function drawMarks(lanes, shown) {
  picture.marks = [];
  const gathered = shown.length > told.most;
  const size = shown.length > CROWD ? 0.8 : 1;
  const groups = lanes.map((lane, number) => {
    const marks = lane.kind === "gaps" ? listGapMarks(lane)
      : lane.kind === "differ" ? listDifferMarks(lane, gathered)
      : listEntryMarks(lane, gathered, size);
    marks.sort((a, b) => a.x - b.x);
    const group = draw("g", { role: "group", "aria-label": lane.name });
    for (const mark of marks) {
      mark.lane = number;
      mark.place = picture.marks.push(mark) - 1;
      fill(mark.element, {
        id: `mark-${mark.place}`, role: "option", "aria-selected": "false", "aria-label": mark.label,
      }, []);
      group.append(mark.element);
    }
    return group;
  }).filter((group) => group.childElementCount);
  picture.gathered = gathered;
  return { groups, lines: gathered ? [] : [...drawSpans(), ...drawLinks()] };
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

function listDifferMarks(lane, gathered) {
  const groups = gather(lane.contacts, (one) => placeContact(one, gathered));
  return [...groups].map(([x, contacts]) => ({
    opens: contacts.length > 1 ? { contacts } : { entries: contacts[0].entries },
    x, y: lane.middle,
    label: contacts.length > 1 ? `${count(contacts.length, "contact")} whose accounts differ`
      : tellContact(contacts[0]),
    element: fill(makeShape("differ", 6, "var(--differ)"), { transform: `translate(${x} ${lane.middle})` }, []),
  }));
}

function placeContact(contact, gathered) {
  const entry = contact.entries.map((place) => entries[place]).find(meets);
  return gathered ? placeDay(beginMonth(monthOf(middleOf(entry))) + 15) : placeDay(middleOf(entry) + 0.5);
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

function listEntryMarks(lane, gathered, size) {
  const signs = listSigns();
  if (!gathered) {
    return lane.entries.map((entry) => {
      const sign = signs[entry.place];
      return markEntries([entry], sign, lane, placeDay(middleOf(entry) + 0.5), SIZES[sign] * size);
    });
  }
  const groups = gather(lane.entries, (one) => `${monthOf(middleOf(one))} ${signs[one.place]}`);
  return [...groups].map(([key, members]) => {
    const [month, sign] = key.split(" ");
    const [begins, ends] = [beginMonth(+month), beginMonth(+month + 1)];
    const x = placeDay(Math.max(choice.first, begins) * 0.5 + Math.min(choice.last + 1, ends) * 0.5);
    const aside = ASIDE[sign] * (placeDay(ends) - placeDay(begins));
    const more = Math.min(2.2, 0.55 + Math.sqrt(members.length) / 5);
    return markEntries(members, sign, lane, x + aside, SIZES[sign] * more, nameMonth(+month));
  });
}

function markEntries(members, sign, lane, x, size, month = "") {
  const y = lane.middle + RISES[sign];
  const colour = told.agencies[members[0].agency].colour;
  const many = members.length > 1;
  return {
    opens: { entries: many ? members.map((one) => one.place) : accountsOf(members[0]), month },
    members, sign, colour, x, y,
    label: many ? `${month}: ${count(members.length, "entry", "entries")}, ${nameSign(sign).toLowerCase()}`
      : tellEntry(members[0], sign),
    element: fill(makeShape(sign, size, colour), { transform: `translate(${x.toFixed(1)} ${y})` }, []),
  };
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
    if (members?.[0].first >= members?.[0].last || !members) continue;
    const [x, width] = stretch(members[0]);
    yield draw("path", { d: `M${x} ${y}h${width}M${x} ${y - 3}v6M${x + width} ${y - 3}v6`, class: "span", stroke: colour });
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
