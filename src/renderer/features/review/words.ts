const format = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A day as one says it: "Mon, Nov 30". */
export const dayWords = (day: string): string => format.format(new Date(day));
