import type { Command } from 'commander';
import type { Take } from '../../shared/model/take.ts';
import { type WorkspaceOptions, withCore } from '../core.ts';
import { say } from '../output.ts';

const line = ({ title, state, duration }: Take): string =>
  state === 'ready' ? `${title}: ${duration.toFixed(1)} s saved` : `${title}: nothing in it could be read; its files are left as they are`;

export function addSalvage(program: Command): void {
  program
    .command('salvage')
    .description('make takes out of what interrupted recordings left on disk')
    .option('--workspace <dir>', 'folder of the workspace (default: ~/Showhow)')
    .option('--json', 'print one JSON document')
    .action(async (options: WorkspaceOptions & { json?: boolean }) => {
      const { salvageAll } = await import('../../main/capture/salvage-all.ts');
      const takes = await withCore(options, ({ studio }) => salvageAll(studio));
      say(options.json, { takes }, takes.length === 0 ? 'There is nothing to salvage.' : takes.map(line).join('\n'));
    });
}
