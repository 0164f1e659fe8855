/** Spreads the preparation of an event over its weeks. Pure functions. */

const DAY = 24 * 60 * 60 * 1000;

/**
 * Return the weeks with something to do: {week, from, tasks}. The event is in week `lead` (at least 1).
 * A task has either `at`, its place between beginning (0) and event (1), or `after`, weeks after the event.
 * `from` is the Monday of the week, if the day of the event is known, as a UTC date.
 */
export function planWeeks(lead, tasks, day = null) {
  const last = Math.max(1, lead);
  const weeks = new Map();
  for (const { at, after, text } of tasks) {
    const week = after === undefined ? 1 + Math.round(at * (last - 1)) : last + after;
    weeks.set(week, [...(weeks.get(week) ?? []), text]);
  }
  return [...weeks]
    .sort(([one], [other]) => one - other)
    .map(([week, found]) => ({ week, from: day && mondayOf(day, week - last), tasks: found }));
}

/** Return the Monday of the week that lies `steps` weeks after the one of `day` ("2027-03-04"). */
export function mondayOf(day, steps) {
  const date = new Date(`${day}T00:00:00Z`);
  const back = (date.getUTCDay() + 6) % 7;
  return new Date(date.getTime() + (steps * 7 - back) * DAY);
}
