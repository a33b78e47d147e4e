/** @jsxImportSource hono/jsx */
import { formatDistanceToNowStrict } from 'date-fns';

const minuteMs = 60_000;

/** "2 minutes ago"; the exact moment on hover, which the page's script puts into the reader's own time zone. */
export function Ago({ at }: { at: string }) {
  const recent = Date.now() - Date.parse(at) < minuteMs;
  return (
    <time datetime={at} title={at.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, ' UTC')}>
      {recent ? 'just now' : formatDistanceToNowStrict(at, { addSuffix: true })}
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
