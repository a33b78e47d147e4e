import { type Command, Option } from 'commander';
import { type WorkspaceOptions, withCore } from '../core.ts';
import { say } from '../output.ts';

export function addPublish(program: Command): void {
  program
    .command('publish')
    .description('publish an approved module; one that was not handed in yet is handed in')
    .argument('<module>', 'its id, or its title where only one has it')
    .addOption(new Option('--to <target>', 'where to').choices(['hub']).makeOptionMandatory())
    .option('--workspace <dir>', 'folder of the workspace (default: ~/Showhow)')
    .option('--json', 'print one JSON document')
    .action(async (module: string, options: WorkspaceOptions & { json?: boolean }) => {
      const [{ studioClient }, { publishModule }] = await Promise.all([import('../client.ts'), import('../publish-module.ts')]);
      // Not the command's result, so not where a script reads it.
      const said = (text: string) => process.stderr.write(`${text}\n`);
      const receipt = await withCore(options, (core) => publishModule(studioClient(core), module, said));
      say(options.json, receipt, `Published at ${receipt.page} (revision ${receipt.revision.slice(0, 8)})`);
    });
}
