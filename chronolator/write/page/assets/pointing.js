// The pointer and the keys on the picture: what is near, what it says, what is opened.

const REACH = 16;
const MOST_IN_TIP = 180;
const LEAST_DRAG = 8;

const tip = make("div", { id: "tip", "aria-hidden": "true", hidden: true, pointerleave: () => hideTip() });
let drag = null;

/** Where the pointer is, in the measure of the picture. */
function locate(event) {
  const box = picture.svg.getBoundingClientRect();
  const scale = picture.width / box.width;
  return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
}

function findNear({ x, y }) {
  let [found, least] = [-1, REACH * REACH];
  for (const mark of picture.marks) {
    const beside = Math.max(0, Math.abs(mark.x - x) - (mark.half ?? 0));
    const distance = beside ** 2 + (mark.y - y) ** 2;
    if (distance < least) [found, least] = [mark.place, distance];
  }
  return found;
}

function hover(event) {
  const at = locate(event);
  if (drag) {
    stretchBrush(at.x);
    return;
  }
  const place = findNear(at);
  picture.svg.classList.toggle("near", place >= 0);
  if (place >= 0) showTip(picture.marks[place]);
  else hideTip();
}

function leave(event) {
  if (!tip.contains(event.relatedTarget)) hideTip();
}

function beginDrag(event) {
  const at = locate(event);
  const place = findNear(at);
  if (event.button !== 0) return;
  if (place >= 0) {
    setCurrent(place);
    openAccounts(picture.marks[place].opens);
  } else if (at.x > picture.left) {
    drag = { from: at.x, to: at.x };
    picture.svg.setPointerCapture(event.pointerId);
  }
}

function stretchBrush(x) {
  drag.to = Math.min(picture.width - RIGHT, Math.max(picture.left, x));
  const left = Math.min(drag.from, drag.to);
  fill(find("brush"), { x: left, width: Math.abs(drag.to - drag.from), visibility: "visible" }, []);
}

function endDrag() {
  if (!drag) return;
  const [left, right] = [drag.from, drag.to].sort((a, b) => a - b);
  drag = null;
  find("brush").setAttribute("visibility", "hidden");
  if (right - left > LEAST_DRAG) choose({ first: dayAt(left), last: dayAt(right) });
}

function showTip(mark) {
  const entry = mark.members?.length === 1 ? mark.members[0] : null;
  const lines = mark.label.split(". ");
  tip.replaceChildren(
    make("strong", {}, lines[0]),
    ...lines.slice(1).map((line) => make("span", {}, line)),
    ...entry ? [make("q", { class: "words" }, shorten(joinPieces(entry.text), MOST_IN_TIP))] : [],
  );
  tip.hidden = false;
  const scale = picture.svg.getBoundingClientRect().width / picture.width;
  const room = picture.width * scale - tip.offsetWidth;
  tip.style.left = `${Math.max(0, Math.min(room, mark.x * scale - tip.offsetWidth / 2))}px`;
  tip.style.top = `${(mark.y + 12) * scale}px`;
}

function hideTip() {
  tip.hidden = true;
}

function setCurrent(place) {
  if (!picture.marks[place]) return;
  picture.current = place;
  picture.svg.setAttribute("aria-activedescendant", `mark-${place}`);
}

function takeFocus() {
  if (picture.current < 0) setCurrent(0);
  showCursor();
}

function showCursor() {
  const mark = picture.marks[picture.current];
  if (!mark || !picture.svg.matches(":focus-visible")) return;
  fill(find("cursor"), { cx: mark.x, cy: mark.y, visibility: "visible" }, []);
  showTip(mark);
}

function hideCursor() {
  find("cursor")?.setAttribute("visibility", "hidden");
  hideTip();
}

function moveByKey(event) {
  const { marks, current } = picture;
  if (!marks.length || event.ctrlKey || event.metaKey || event.altKey) return;
  const on = marks[current] ?? marks[0];
  const inLane = marks.filter((one) => one.lane === on.lane);
  const moves = {
    ArrowRight: () => Math.min(current + 1, inLane.at(-1).place),
    ArrowLeft: () => Math.max(current - 1, inLane[0].place),
    Home: () => inLane[0].place,
    End: () => inLane.at(-1).place,
    ArrowUp: () => findInLane(on, -1),
    ArrowDown: () => findInLane(on, 1),
  };
  if (moves[event.key]) {
    setCurrent(moves[event.key]());
    showCursor();
  } else if (event.key === "Enter" || event.key === " ") {
    openAccounts(on.opens, { focus: true });
  } else return;
  event.preventDefault();
}

/** The mark nearest to this one on the next lane upwards or downwards that has any. */
function findInLane(on, step) {
  const lanes = picture.marks.map((one) => one.lane).filter((lane) => (lane - on.lane) * step > 0);
  if (!lanes.length) return on.place;
  const lane = step > 0 ? Math.min(...lanes) : Math.max(...lanes);
  const there = picture.marks.filter((one) => one.lane === lane);
  return there.reduce((a, b) => (Math.abs(b.x - on.x) < Math.abs(a.x - on.x) ? b : a)).place;
}
