import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const Ready = z.object({ hub: z.url(), setupCode: z.string().nullable() });
/** Said once the first account is made. */
const SetUp = z.object({ setUp: z.literal(true) });

/** A line of a hub's output; null where it is something else, as when it could not start. */
function readLine<T>(schema: z.ZodType<T>, line: string): T | null {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

export interface HubAddress {
  url: string;
  setupCode: string | null;
}

export interface EmbeddedHub {
  /** The address, or null where it could not start. */
  ready: Promise<HubAddress | null>;
  address(): HubAddress | null;
  close(): Promise<void>;
}

/** The hub's process as a shell has started it: a child of Node, or a utility process of Electron. */
export interface HubProcess {
  output: NodeJS.ReadableStream;
  exited: Promise<void>;
  /** Asks it to end. */
  end(): void;
  kill(): void;
}

/** How long a hub may take to end before it is ended, in milliseconds. */
const endBound = 5_000;

/** The port of last time: links to published modules and the studio's sign-in hang on it. */
function lastPort(folder: string): string {
  const file = join(folder, 'port');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '0';
}

export const embeddedHubArguments = (folder: string): string[] => ['hub', '--embedded', '--folder', folder, '--port', lastPort(folder)];

/** Follows a hub from its first line, in which it names its address, over that of its first account, to its end. */
export function followHub({ output, exited, end, kill }: HubProcess): EmbeddedHub {
  let address: HubAddress | null = null;
  const first = new Promise<string | null>((line) => {
    const lines = createInterface(output);
    lines.once('line', line);
    lines.on('line', (later) => {
      if (address && readLine(SetUp, later)) address = { ...address, setupCode: null };
    });
    exited.then(() => {
      // A hub that is gone is at no address.
      address = null;
      line(null);
    });
  });
  const ready = first.then((line) => {
    const said = line === null ? null : readLine(Ready, line);
    address = said && { url: said.hub, setupCode: said.setupCode };
    return address;
  });
  return {
    ready,
    address: () => address,
    async close() {
      end();
      const late = setTimeout(kill, endBound);
      await exited;
      clearTimeout(late);
    },
  };
}
