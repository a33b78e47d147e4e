import { randomUUID } from 'node:crypto';
import { EventEmitter, on } from 'node:events';
import type { Kysely, Selectable } from 'kysely';
import type { Log } from '../../node/log.ts';
import { Fault, isFault, readFault } from '../../shared/contract/faults.ts';
import { isOver, Job, type JobKind, type JobState } from '../../shared/contract/jobs.ts';
import type { Tables } from '../database/tables.ts';

export interface JobRun {
  job: Job;
  /** Fires on cancel (reason: a CANCELLED fault) and when the core closes. */
  signal: AbortSignal;
  /** 0 to 1; never goes back. */
  progress(value: number): void;
}

export interface JobHandler {
  /** Whether a run that a crash interrupted may simply be run again. If not, it ends as JOB_INTERRUPTED. */
  resumable: boolean;
  run(input: unknown, run: JobRun): Promise<void>;
  /** Told that it will not be done: it failed, or was cancelled, also before it ever ran. Not when the core closes. */
  gaveUp?(input: unknown): Promise<void>;
}

/** The queue: rows in the database, one run of a kind at a time. */
export interface Jobs {
  register(kind: JobKind, handler: JobHandler): void;
  start(kind: JobKind, subject: string, input: unknown): Promise<Job>;
  get(id: string): Promise<Job>;
  /** What it was started with. */
  inputOf(id: string): Promise<unknown>;
  list(subject?: string): Promise<Job[]>;
  /** The job now and at each change, until it is over. */
  watch(id: string, signal?: AbortSignal): AsyncGenerator<Job, void>;
  finished(id: string): Promise<Job>;
  cancel(id: string): Promise<Job>;
  /** Takes up what an earlier run of the program left. Called once, after all kinds are registered. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

/** Until the database is asked once more, where it could not be written to or read from, in milliseconds. */
const rest = 2000;

type JobRow = Selectable<Tables['jobs']>;
/** What of a row changes while its job runs, and is settled when it ends. */
type End = Pick<JobRow, 'state' | 'progress' | 'fault'>;

const toJob = (row: JobRow): Job =>
  Job.parse({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    state: row.state,
    progress: row.progress,
    fault: row.fault === null ? null : JSON.parse(row.fault),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });

export function createJobs(database: Kysely<Tables>, log: Log): Jobs {
  const handlers = new Map<JobKind, JobHandler>();
  const running = new Map<string, { abort: AbortController; settled: Promise<void> }>();
  const changes = new EventEmitter().setMaxListeners(0);
  const busy = new Set<JobKind>();
  let closed = false;

  /** How jobs ended that the database could not take down yet, because the disk is full or something holds it. */
  const unwritten = new Map<string, End>();
  let again: ReturnType<typeof setTimeout> | undefined;

  /** A row as it would stand there. */
  const asEnded = (found: JobRow): JobRow => ({ ...found, ...unwritten.get(found.id) });

  const row = async (id: string) => {
    const found = await database.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
    if (!found) throw new Fault('NOT_FOUND', { what: 'task' });
    return asEnded(found);
  };

  const write = (id: string, change: Partial<End>) =>
    database
      .updateTable('jobs')
      .set({ ...change, updated_at: new Date().toISOString() })
      .where('id', '=', id)
      .execute();

  const update = async (id: string, change: Partial<End>): Promise<Job> => {
    await write(id, change);
    const job = toJob(await row(id));
    changes.emit(id, job);
    return job;
  };

  const writeLeft = async (): Promise<void> => {
    for (const [id, ended] of unwritten) {
      await write(id, ended);
      unwritten.delete(id);
    }
  };

  const writeLater = () => {
    clearTimeout(again);
    if (closed) return;
    again = setTimeout(() => void writeLeft().catch(writeLater), rest).unref();
  };

  /** It has ended, whether or not that can be written: nobody waits for it longer, and it is written as soon as it can be. */
  const end = async (claimed: JobRow, ended: End): Promise<void> => {
    unwritten.set(claimed.id, ended);
    try {
      await writeLeft();
    } catch (error) {
      log.error({ err: error, kind: claimed.kind, job: claimed.id }, 'how a job ended could not be written');
      writeLater();
    }
    changes.emit(claimed.id, toJob({ ...claimed, ...ended, updated_at: new Date().toISOString() }));
  };

  /** Takes a waiting job out of the queue, to run it or to cancel it: whoever is first has it, and the other gets null. */
  const claim = async (id: string, state: 'running' | 'cancelled'): Promise<JobRow | null> => {
    const claimed = await database
      .updateTable('jobs')
      .set({ state, updated_at: new Date().toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'queued')
      .returningAll()
      .executeTakeFirst();
    return claimed ?? null;
  };

  const faultOf = (error: unknown, kind: JobKind): string => {
    const known = isFault(error) ? readFault(error) : null;
    const reference = randomUUID().slice(0, 8);
    if (!known) log.error({ err: error, kind, reference }, 'a job failed unexpectedly');
    return JSON.stringify(known ?? { code: 'UNEXPECTED', data: { reference } });
  };

  /** Whatever waits for the work must not wait for ever; that this fails is no reason to leave the job open too. */
  const giveUp = async (id: string, kind: JobKind, input: string): Promise<void> => {
    try {
      await handlers.get(kind)?.gaveUp?.(JSON.parse(input));
    } catch (error) {
      log.error({ err: error, kind, job: id }, 'what a job left could not be put in order');
    }
  };

  const execute = async (id: string, kind: JobKind, handler: JobHandler, abort: AbortController): Promise<void> => {
    const claimed = await claim(id, 'running');
    if (!claimed) return;
    const { input } = claimed;
    const job = toJob(claimed);
    changes.emit(id, job);
    let shown = 0;
    let saved: Promise<unknown> = Promise.resolve();
    const progress = (value: number) => {
      const next = Math.min(1, value);
      // Half a percent is all that a bar can show; every step costs a write.
      if (next < shown + 0.005 || abort.signal.aborted) return;
      shown = next;
      // A bar that stands still for once is no reason to end the work, let alone the program.
      saved = saved
        .then(() => update(id, { progress: next }))
        .catch((error: unknown) => log.warn({ err: error, kind }, 'the progress of a job could not be written'));
    };
    let ended: End;
    try {
      abort.signal.throwIfAborted();
      await handler.run(JSON.parse(input), { job, signal: abort.signal, progress });
      ended = { state: 'done', progress: 1, fault: null };
    } catch (error) {
      // A closing core leaves the row as running: the next start takes it up.
      if (closed) return;
      await giveUp(id, kind, input);
      const fault = abort.signal.aborted ? null : faultOf(error, kind);
      ended = { state: fault === null ? 'cancelled' : 'failed', progress: shown, fault };
    }
    await saved;
    await end(claimed, ended);
  };

  const next = async (kind: JobKind): Promise<void> => {
    const handler = handlers.get(kind);
    if (closed || !handler || busy.has(kind)) return;
    busy.add(kind);
    try {
      for (;;) {
        const waiting = await database
          .selectFrom('jobs')
          .select('id')
          .where('kind', '=', kind)
          .where('state', '=', 'queued')
          .orderBy('created_at')
          .executeTakeFirst();
        if (!waiting || closed) return;
        const abort = new AbortController();
        const settled = execute(waiting.id, kind, handler, abort);
        running.set(waiting.id, { abort, settled });
        await settled.finally(() => running.delete(waiting.id));
      }
    } finally {
      busy.delete(kind);
    }
  };

  const kick = (kind: JobKind) => {
    next(kind).catch((error: unknown) => {
      log.error({ err: error, kind }, 'the queue stopped');
      // What waits in it is still there; a database that could not be asked may answer again.
      if (!closed) setTimeout(() => kick(kind), rest).unref();
    });
  };

  const jobs: Jobs = {
    register(kind, handler) {
      if (handlers.has(kind)) throw new Error(`Two handlers for jobs of the kind ${kind}`);
      handlers.set(kind, handler);
    },
    async start(kind, subject, input) {
      const now = new Date().toISOString();
      const id = randomUUID();
      await database
        .insertInto('jobs')
        .values({
          id,
          kind,
          subject,
          input: JSON.stringify(input),
          state: 'queued',
          progress: 0,
          fault: null,
          created_at: now,
          updated_at: now,
        })
        .execute();
      kick(kind);
      return toJob(await row(id));
    },
    get: async (id) => toJob(await row(id)),
    inputOf: async (id) => JSON.parse((await row(id)).input),
    async list(subject) {
      const query = database.selectFrom('jobs').selectAll().orderBy('created_at', 'desc').limit(200);
      const rows = await (subject === undefined
        ? query.where('state', 'in', ['queued', 'running'])
        : query.where('subject', '=', subject)
      ).execute();
      const told = rows.map(asEnded).map(toJob);
      return subject === undefined ? told.filter(({ state }) => !isOver(state)) : told;
    },
    async *watch(id, signal) {
      const events = on(changes, id, signal ? { signal } : {});
      try {
        let job = toJob(await row(id));
        yield job;
        while (!isOver(job.state)) {
          const { value, done } = await events.next();
          if (done) return;
          job = (value as [Job])[0];
          yield job;
        }
      } catch (error) {
        // Whoever watched has gone, and nothing went wrong.
        if (!signal?.aborted) throw error;
      } finally {
        await events.return?.();
      }
    },
    async finished(id) {
      let last = await jobs.get(id);
      for await (const job of jobs.watch(id)) last = job;
      return last;
    },
    async cancel(id) {
      const waiting = running.has(id) ? null : await claim(id, 'cancelled');
      const current = running.get(id);
      if (waiting) {
        await giveUp(id, waiting.kind as JobKind, waiting.input);
        changes.emit(id, toJob(waiting));
      } else if (current) {
        current.abort.abort(new Fault('CANCELLED', {}));
        await current.settled;
      } else {
        // One that no queue works on any more, because the database failed it.
        const { state, kind, input } = await row(id);
        if (!isOver(state as JobState)) {
          await giveUp(id, kind as JobKind, input);
          await update(id, { state: 'cancelled' });
        }
      }
      return jobs.get(id);
    },
    async recover() {
      const left = await database.selectFrom('jobs').selectAll().where('state', 'in', ['running', 'queued']).execute();
      for (const { id, kind, state } of left) {
        const handler = handlers.get(kind as JobKind);
        if (state === 'running' && !handler?.resumable)
          await update(id, { state: 'failed', fault: JSON.stringify({ code: 'JOB_INTERRUPTED', data: {} }) });
        else if (state === 'running') await update(id, { state: 'queued' });
      }
      for (const kind of handlers.keys()) kick(kind);
    },
    async close() {
      closed = true;
      for (const { abort } of running.values()) abort.abort(new Fault('JOB_INTERRUPTED', {}));
      await Promise.allSettled([...running.values()].map(({ settled }) => settled));
      clearTimeout(again);
      await writeLeft().catch((error: unknown) => log.error({ err: error }, 'how a job ended could not be written'));
    },
  };
  return jobs;
}
