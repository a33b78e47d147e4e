import { z } from 'zod';

/** What a trace of Chromium tells of one thing that ran on a thread. Times in microseconds. */
const TraceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  /** Of it, while the thread had a core. */
  tdur: z.number().optional(),
  args: z.object({ data: z.object({ type: z.string().optional() }).optional() }).optional(),
});
type TraceEvent = z.infer<typeof TraceEvent>;

/** Where the browser tells of its tasks, of the events it hands to the page, and of its frames. */
export const traceCategories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

const end = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

/**
 * How long the main thread works for each key that is pressed: all its tasks from the one that hears the key to the one
 * that hands the frame with it to the compositor, whatever they do. In ms of the thread's own time, which another program
 * that wants the core does not lengthen.
 */
export function keyWork(trace: Buffer): number[] {
  const { traceEvents } = z.object({ traceEvents: z.array(z.unknown()) }).parse(JSON.parse(trace.toString('utf8')));
  const events = traceEvents.flatMap((event) => TraceEvent.safeParse(event).data ?? []);
  const pressed = events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  const [first] = pressed;
  if (!first) throw new Error('The trace tells of no key');
  const own = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid).toSorted((one, other) => one.ts - other.ts);
  const tasks = own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  const commits = own.filter(({ name }) => name === 'Commit');
  const taskOf = ({ ts }: TraceEvent) => tasks.findLast((task) => task.ts <= ts && end(task) >= ts);
  return pressed.map((key) => {
    const heard = taskOf(key);
    const commit = commits.find(({ ts }) => ts > key.ts);
    const shown = commit && taskOf(commit);
    if (!heard || !shown) throw new Error('The trace does not tell how a key came onto the screen');
    const worked = tasks.filter(({ ts }) => ts >= heard.ts && ts <= shown.ts);
    return worked.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000;
  });
}
