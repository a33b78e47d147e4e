import type { Command } from 'commander';
import type { Edit } from '../../shared/contract/edits.ts';
import { Fault } from '../../shared/contract/faults.ts';
import type { StudioClient } from '../client.ts';
import { type WorkspaceOptions, withCore } from '../core.ts';
import { progressLine } from '../media/progress.ts';
import { say } from '../output.ts';

/** A cut by its id or title, else the cut of the take of that id or title. Refuses with NOT_FOUND, or INPUT_INVALID where several are called so. */
async function findEdit(client: StudioClient, name: string): Promise<Edit> {
  const isNamed = ({ id, title }: { id: string; title: string }) => id === name || title === name;
  const [edits, takes] = [await client.edits.list(), await client.takes.list()];
  const found = edits.filter(isNamed);
  const uncut = takes.filter((take) => isNamed(take) && !found.some((edit) => edit.take === take.id));
  if (found.length + uncut.length > 1) {
    const ids = [...found, ...uncut].map(({ id }) => id).join(', ');
    throw new Fault('INPUT_INVALID', { issues: [{ path: '', message: `Several are called ${name}. Name one by its id: ${ids}.` }] });
  }
  const [edit, take] = [found[0], uncut[0]];
  if (edit) return edit;
  if (take) return client.edits.open({ take: take.id });
  throw new Fault('NOT_FOUND', { what: `take or cut (${name})` });
}

async function finish(client: StudioClient, { id, title }: Edit): Promise<void> {
  const { job } = await client.edits.finish({ id });
  if (!job) return;
  const { assertDone } = await import('../publish-module.ts');
  const line = progressLine(title);
  let last = job;
  for await (const next of await client.jobs.watch({ id: job.id })) {
    last = next;
    line.show(next.progress);
  }
  line.end();
  assertDone(last);
}

export function addDraft(program: Command): void {
  program
    .command('draft')
    .description('draft a lesson from a take or a cut: steps, checklist and questions from its marks, chapters and captions')
    .argument('<name>', 'its id, or its title where only one has it')
    .option('--workspace <dir>', 'folder of the workspace (default: ~/Showhow)')
    .option('--json', 'print one JSON document')
    .action(async (name: string, options: WorkspaceOptions & { json?: boolean }) => {
      const { studioClient } = await import('../client.ts');
      const { id, content } = await withCore(options, async (core) => {
        const client = studioClient(core);
        const edit = await findEdit(client, name);
        await finish(client, edit);
        return client.modules.draft({ edit: edit.id });
      });
      say(options.json, { module: id }, `${id}  ${content.title}`);
    });
}
