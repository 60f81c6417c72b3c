// The picture: the scale, the lanes, the gaps. What stands on the lanes is in marks.js.

const RIGHT = 18;
const FOOT = 34;
const HEIGHTS = { gaps: 34, differ: 28, agency: 40 };
const HEIGHT_OF_MONTHS = 64;
const LEAST_MONTH = 13;
const LEAST_WIDTH = 720;
const TICK = 76;
const LONGEST_NAME = 34;
const LINE = 15;
const LETTER = 6.7;
const BOLD_LETTER = 7.2;

/** `left` and `head` are the room for the names of the lanes, and for what stands above them. */
const picture = { width: 1100, left: 200, head: 10, marks: [], current: -1, svg: null, gathered: false, step: 1 };

function placeDay(day) {
  const days = choice.last - choice.first + 1;
  return picture.left + ((day - choice.first) / days) * (picture.width - picture.left - RIGHT);
}

function dayAt(x) {
  const part = (x - picture.left) / (picture.width - picture.left - RIGHT);
  const day = choice.first + Math.floor(part * (choice.last - choice.first + 1));
  return Math.min(choice.last, Math.max(choice.first, day));
}

/** The lanes from above: the clocks with their gaps, the contacts that differ, the agencies. */
function layLanes(shown) {
  const lanes = listClocks().map((clock) => ({ kind: "gaps", name: `Gaps: ${clock.by}`, clock }));
  const contacts = listDiffering(shown);
  if (contacts.length) lanes.push({ kind: "differ", name: "Accounts differ", contacts });
  const byName = new Map();
  for (const [place, agency] of told.agencies.entries()) {
    if (!choice.agencies.has(place)) continue;
    if (!byName.has(agency.lane)) {
      byName.set(agency.lane, { kind: "agency", name: agency.lane, entries: [] });
    }
    agency.onLane = byName.get(agency.lane);
  }
  for (const entry of shown) told.agencies[entry.agency].onLane.entries.push(entry);
  lanes.push(...byName.values());
  const longest = Math.max(10, ...lanes.map((lane) => lane.name.length));
  picture.left = 30 + BOLD_LETTER * Math.min(LONGEST_NAME, longest);
  picture.head = [...listLife()].length ? 26 : 8;
  let top = picture.head;
  for (const lane of lanes) {
    lane.top = top;
    lane.height = picture.gathered && lane.kind === "agency" ? HEIGHT_OF_MONTHS : HEIGHTS[lane.kind];
    lane.middle = top + lane.height / 2;
    top += lane.height;
  }
  return { lanes, bottom: top };
}

function listDiffering(shown) {
  const places = new Set(shown.map((entry) => entry.contact).filter((one) => one !== null));
  return [...places].map((place) => told.contacts[place]).filter(differs);
}

function drawPicture(chosen) {
  const box = find("picture");
  picture.current = -1;
  hideTip();
  if (told.first === null) {
    box.replaceChildren(make("p", {}, "No entry has a date, so there is nothing to draw."));
    return;
  }
  const shown = chosen.filter(meets);
  picture.width = Math.max(LEAST_WIDTH, box.clientWidth || picture.width);
  picture.gathered = shown.length > told.most;
  const { lanes, bottom } = layLanes(shown);
  const month = placeDay(choice.first + 30) - placeDay(choice.first);
  picture.step = [1, 3, 6].find((step) => step * month >= LEAST_MONTH) ?? 12;
  const height = bottom + FOOT;
  const marks = drawMarks(lanes, shown);
  const hidden = { "aria-hidden": "true", visibility: "hidden" };
  const svg = draw("svg", {
    viewBox: `0 0 ${picture.width} ${height}`,
    role: "listbox",
    tabindex: 0,
    "aria-labelledby": "picture-title",
    "aria-describedby": "keys",
    keydown: moveByKey,
    focus: takeFocus,
    blur: hideCursor,
    pointermove: hover,
    pointerleave: leave,
    pointerdown: beginDrag,
    pointerup: endDrag,
  });
  svg.append(
    drawPatterns(),
    draw("g", { "aria-hidden": "true", class: shown.length > CROWD ? "crowd" : null },
      ...drawBands(bottom), ...drawScale(bottom), ...drawNames(lanes), ...marks.lines),
    ...marks.groups,
    draw("g", { id: "rings", "aria-hidden": "true" }),
    draw("circle", { id: "cursor", r: 12, ...hidden }),
    draw("rect", { id: "brush", y: picture.head, height: bottom - picture.head, ...hidden }),
  );
  picture.svg = svg;
  box.replaceChildren(svg, tip);
  markOpen();
}

function drawPatterns() {
  const hatch = (id, gap, width) => draw("pattern", {
    id, width: gap, height: gap, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
  }, draw("line", { x1: 0, y1: 0, x2: 0, y2: gap, class: "hatch", "stroke-width": width }));
  return draw("defs", {}, hatch("hatch", 7, 2.4), hatch("thin-hatch", 13, 1.2));
}

/** The gaps of the chosen child, of any agency, through all lanes. */
function drawBands(bottom) {
  const clock = listClocks().find((one) => one.anyone);
  const top = picture.head;
  return (clock?.gaps ?? []).filter(isInDays).map((gap) => {
    const [x, width] = stretch(gap);
    const fill = `url(#${gap.certain ? "hatch" : "thin-hatch"})`;
    return draw("g", {},
      draw("rect", { x, y: top, width, height: bottom - top, class: "band" }),
      draw("rect", { x, y: top, width, height: bottom - top, fill }));
  });
}

function isInDays(gap) {
  return gap.first <= choice.last && gap.last >= choice.first;
}

/** Where days begin on the scale, and how wide they are, within the picture. */
function stretch({ first, last }) {
  const x = placeDay(Math.max(first, choice.first));
  return [x, placeDay(Math.min(last, choice.last) + 1) - x];
}

function* drawScale(bottom) {
  const most = Math.max(2, Math.floor((picture.width - picture.left - RIGHT) / TICK));
  for (const { day, name, strong } of listTicks(choice.first, choice.last, most)) {
    const x = placeDay(day);
    yield draw("line", { x1: x, x2: x, y1: picture.head, y2: bottom + 4, class: strong ? "year" : "tick" });
    yield draw("text", { x, y: bottom + 20, class: strong ? "day strong" : "day" }, name);
  }
  for (const [name, day] of listLife()) {
    const x = placeDay(day + 0.5);
    yield draw("line", { x1: x, x2: x, y1: picture.head - 4, y2: bottom, class: "life" });
    const place = { x, y: picture.head - 9, "text-anchor": x > picture.width - 120 ? "end" : "middle" };
    yield draw("text", { ...place, class: "life" }, `${name} ${nameDay(day)}`);
  }
}

/** The days on which the chosen child was born and died, where they lie within the picture. */
function listLife() {
  const child = told.children[choice.child];
  return [["born", child.born], ["died", child.died]]
    .filter(([, day]) => day !== null && day >= choice.first && day <= choice.last);
}

function* drawNames(lanes) {
  for (const lane of lanes) {
    const y = lane.top + lane.height;
    yield draw("line", { x1: 0, x2: picture.width, y1: y, y2: y, class: "rule" });
    const x = picture.left - 16;
    const lines = breakName(lane.name);
    const from = lane.middle + 4 - ((lines.length - 1) * LINE) / 2;
    yield draw("text", { class: `lane ${lane.kind}` },
      ...lines.map((line, number) => draw("tspan", { x, y: from + number * LINE }, line)));
  }
}

/** A name in at most two lines: what tells two agencies apart is often its end. */
function breakName(name) {
  if (name.length <= LONGEST_NAME) return [name];
  const at = name.lastIndexOf(" ", LONGEST_NAME);
  const cut = at > 0 ? at : LONGEST_NAME;
  return [name.slice(0, cut), shorten(name.slice(cut).trim(), LONGEST_NAME)];
}
