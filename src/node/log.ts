import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import pino, { type Logger } from 'pino';

export type Log = Logger;

const secrets = ['token', 'password', 'secret', 'authorization', 'cookie', 'setupCode', 'access_token', 'device_code'];

/** One JSON line an event, into a file; whatever is named like a secret is blacked out at any of the first two levels. */
export function createLog(file: string, level: pino.LevelWithSilent = 'info'): Log {
  mkdirSync(dirname(file), { recursive: true });
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
    },
    pino.destination({ dest: file, sync: true, mode: 0o600 }),
  );
}
