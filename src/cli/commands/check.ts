import type { Command } from 'commander';
import { type Finding, isError } from '../../shared/model/lint/finding.ts';
import { type WorkspaceOptions, withCore } from '../core.ts';
import { Refused, say } from '../output.ts';

/** For scripts: what stands where, without what only a page can use. */
const forScripts = ({ rule, severity, block, message }: Finding) => ({ rule, severity, block, message });

const inWords = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? 'Nothing is missing.'
    : findings.map((finding) => `${isError(finding) ? '!' : '·'} ${finding.message}\n  ${finding.why}`).join('\n');

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('say what keeps a module from being handed in, and what could be better; exit 1 where an error stands')
    .argument('<module>', 'its id, or its title where only one has it')
    .option('--workspace <dir>', 'folder of the workspace (default: ~/Showhow)')
    .option('--json', 'print one JSON document')
    .action(async (module: string, options: WorkspaceOptions & { json?: boolean }) => {
      const [{ studioClient }, { findModule }] = await Promise.all([import('../client.ts'), import('../publish-module.ts')]);
      const findings = await withCore(options, async (core) => {
        const client = studioClient(core);
        return client.lint.check({ moduleId: (await findModule(client, module)).id });
      });
      say(options.json, { findings: findings.map(forScripts) }, inWords(findings));
      if (findings.some(isError)) throw new Refused();
    });
}
