// Days, counted from 1 January 1970, and how they are named.

const DAY = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SHORT = 92;
const STEPS_OF_DAYS = [1, 2, 7, 14, 28];
const STEPS_OF_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

function readDay(day) {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
}

function nameDay(day) {
  const { year, month, date } = readDay(day);
  return `${date} ${MONTHS[month]} ${year}`;
}

/** The day that is written as 1 Apr 2018, 1/4/2018 or 2018-04-01; null where that is no day. */
function parseDay(written) {
  const parts = written.trim().split(/[\s./-]+/);
  const [date, name, year] = parts[0].length === 4 ? parts.reverse() : parts;
  const known = MONTHS.findIndex((month) => name?.toLowerCase().startsWith(month.toLowerCase()));
  const month = known < 0 ? name - 1 : known;
  const day = Date.UTC(year, month, date) / DAY;
  const read = Number.isNaN(day) ? {} : readDay(day);
  return read.year === +year && read.month === month && read.date === +date ? day : null;
}

/** The month of a day, counted from year 0; and the first day of a month so counted. */
function monthOf(day) {
  const { year, month } = readDay(day);
  return year * 12 + month;
}

function beginMonth(month) {
  return Date.UTC(Math.floor(month / 12), month % 12) / DAY;
}

/** So many months from one on: "May 2018", "Apr to Jun 2018", "2018". */
function nameMonths(month, step) {
  const year = Math.floor(month / 12);
  if (step === 12) return `${year}`;
  const names = [month, month + step - 1].map((one) => MONTHS[one % 12]);
  return `${[...new Set(names)].join(" to ")} ${year}`;
}

/** At most so many days to write below the scale, each with its name and whether a year begins. */
function listTicks(first, last, most) {
  const length = last - first;
  for (const step of STEPS_OF_DAYS) {
    if (length <= SHORT && length / step < most) {
      const days = Array.from({ length: Math.floor(length / step) + 1 }, (_, n) => first + n * step);
      return days.map((day) => ({ day, name: nameDay(day).replace(/ \d+$/, ""), strong: false }));
    }
  }
  for (const step of STEPS_OF_MONTHS) {
    const ticks = [];
    const start = Math.ceil(monthOf(first) / step) * step;
    for (let month = start; beginMonth(month) <= last; month += step) {
      const day = beginMonth(month);
      const strong = month % 12 === 0;
      const year = String(Math.floor(month / 12));
      const name = step < 12 ? `${MONTHS[month % 12]} ${year.slice(2)}` : year;
      if (day >= first) ticks.push({ day, name, strong });
    }
    if (ticks.length <= most) return ticks;
  }
  return [];
}
