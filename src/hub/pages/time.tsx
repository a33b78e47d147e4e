/** @jsxImportSource hono/jsx */
import { useSpeech } from '../language/speech.ts';

const minuteMs = 60_000;
const units = [
  ['year', 365.25 * 24 * 60],
  ['month', 30.4375 * 24 * 60],
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** "2 minutes ago", in the words of a language. */
function agoIn(language: string, ms: number): string {
  const minutes = ms / minuteMs;
  const [unit, length] = units.find(([, size]) => minutes >= size) ?? units[4];
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(-Math.round(minutes / length), unit);
}

/** "2 minutes ago"; the exact moment on hover, which the page's script puts into the reader's own time zone. */
export function Ago({ at }: { at: string }) {
  const { language, words } = useSpeech();
  const since = Date.now() - Date.parse(at);
  return (
    <time datetime={at} title={at.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, ' UTC')}>
      {since < minuteMs ? words.justNow : agoIn(language, since)}
    </time>
  );
}

const dayFormat = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A day as one says it: "Mon, Nov 30". */
export const Day = ({ on }: { on: string }) => (
  <time datetime={on} title={on} data-day>
    {dayFormat.format(new Date(on))}
  </time>
);
