import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';

/** Where a program of this name is installed, first found first. */
export const onPath = (name: string, environment: NodeJS.ProcessEnv = process.env): string[] =>
  (environment.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, process.platform === 'win32' ? `${name}.exe` : name))
    .filter((file) => existsSync(file));

/** Only programs that are called what they should be are ever started: a page may name one, and is not trusted. */
export const isNamed = (file: string, pattern: RegExp): boolean => pattern.test(basename(file));
