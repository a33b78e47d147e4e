import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Core } from '../../main/core.ts';
import { Fault, readFault } from '../../shared/contract/faults.ts';
import type { Take } from '../../shared/model/take.ts';
import { type WorkspaceOptions, withCore } from '../core.ts';
import { progressLine } from '../media/progress.ts';
import { say } from '../output.ts';

interface ImportOptions extends WorkspaceOptions {
  json?: boolean;
}

async function importOne({ studio }: Core, file: string): Promise<Take> {
  const [{ importFile }, { createToolbox }, { getTake }] = await Promise.all([
    import('../../main/media/import-file.ts'),
    import('../../main/media/toolbox.ts'),
    import('../../main/capture/take-rows.ts'),
  ]);
  const { take, job } = await importFile(await createToolbox(studio)(), studio, resolve(file));
  const line = progressLine(take.title);
  for await (const { progress } of studio.jobs.watch(job.id)) line.show(progress);
  line.end();
  const { state, fault } = await studio.jobs.get(job.id);
  const known = readFault(fault);
  if (known) throw new Fault(known.code, known.data);
  if (state !== 'done') throw new Fault('CANCELLED', {});
  return getTake(studio.database, take.id);
}

function line({ id, title, duration, tracks }: Take): string {
  const missing = tracks.find((track) => track.missing)?.missing;
  const words = missing === undefined ? '' : `; its file breaks off, and the last ${missing.toFixed(1)} s are missing`;
  return `${id}  ${title} (${duration.toFixed(1)} s${words})`;
}

export function addImport(program: Command): void {
  program
    .command('import <file...>')
    .description('make takes of video and sound files')
    .option('--workspace <dir>', 'folder of the workspace (default: ~/Showhow)')
    .option('--json', 'print one JSON document')
    .action(async (files: string[], options: ImportOptions) => {
      const takes = await withCore(options, async (core) => {
        const done: Take[] = [];
        for (const file of files) done.push(await importOne(core, file));
        return done;
      });
      say(options.json, { takes }, takes.map(line).join('\n'));
    });
}
