import { randomUUID } from 'node:crypto';
import { mapEventIterator } from '@orpc/client';
import { ORPCError, ValidationError } from '@orpc/server';
import { faults, isFault } from '../shared/contract/faults.ts';
import type { Log } from './log.ts';

/** What a thrown error becomes on the wire: ours with its code and facts, anything else a reference into the log. */
export function toWire(error: unknown, log: Log): ORPCError<string, unknown> {
  if (isFault(error)) return new ORPCError(error.code, { status: faults[error.code].status, data: error.data, defined: true });
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) return invalid(error.cause);
    if (error.status < 500) return error;
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, 'a call failed unexpectedly');
  return new ORPCError('UNEXPECTED', { status: 500, data: { reference }, defined: true });
}

function invalid({ issues }: ValidationError): ORPCError<string, unknown> {
  const facts = issues.map(({ path, message }) => ({
    path: (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message,
  }));
  return new ORPCError('INPUT_INVALID', { status: 422, data: { issues: facts }, defined: true });
}

const isStream = (output: unknown): output is AsyncIterator<unknown, unknown, undefined> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output;

/** For an RPC handler's `clientInterceptors`: every error, also one in the middle of a stream, leaves as `toWire` says. */
export const wireErrors =
  (log: Log) =>
  async ({ next }: { next(): Promise<unknown> }): Promise<unknown> => {
    try {
      const output = await next();
      if (!isStream(output)) return output;
      return mapEventIterator(output, { value: async (value) => value, error: async (error) => toWire(error, log) });
    } catch (error) {
      throw toWire(error, log);
    }
  };
