import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StudioProcess } from '../e2e/support/fixtures.ts';
import { startProgram } from '../e2e/support/program.ts';

/** Runs work on a studio in a workspace of its own, and leaves neither behind. */
export async function withStudio<T>(work: (studio: StudioProcess) => Promise<T>): Promise<T> {
  const workspace = await mkdtemp(join(tmpdir(), 'showhow-bench-'));
  const args = ['studio', '--workspace', workspace, '--port', '0', '--no-open', '--no-hub', '--json'];
  const running = await startProgram<StudioProcess['ready']>(args);
  try {
    return await work({ ...running, url: running.ready.studio, hubUrl: null, workspace });
  } finally {
    await running.stop();
    await rm(workspace, { recursive: true, force: true });
  }
}
