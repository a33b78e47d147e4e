import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { MediaType } from '../../../src/shared/model/package.ts';
import type { StudioProcess } from './fixtures.ts';

interface Kind {
  type: MediaType;
  /** In pixels; none of a text. */
  width?: number;
  height?: number;
}

/** Puts a file among those that modules show, as finishing a take would. Answers its name. */
export function storeFile({ workspace }: Pick<StudioProcess, 'workspace'>, file: string, { type, width, height }: Kind): string {
  const bytes = readFileSync(file);
  const hash = createHash('sha256').update(bytes).digest('hex');
  mkdirSync(join(workspace, 'media', hash.slice(0, 2)), { recursive: true });
  copyFileSync(file, join(workspace, 'media', hash.slice(0, 2), hash));
  const database = new Database(join(workspace, 'showhow.db'));
  database
    .prepare('insert or ignore into media (hash, type, bytes, width, height, created_at) values (?, ?, ?, ?, ?, ?)')
    .run(hash, type, bytes.length, width ?? null, height ?? null, new Date().toISOString());
  database.close();
  return hash;
}
