import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ExportFormat } from '../../shared/contract/exchange.ts';
import { LanguageTag } from '../../shared/model/translation/translations.ts';
import { type WorkspaceOptions, withCore } from '../core.ts';
import { exchangeDesk } from '../exchange-desk.ts';
import { interruption } from '../media/progress.ts';
import { say } from '../output.ts';

interface ExportOptions extends WorkspaceOptions {
  format: ExportFormat;
  to?: string;
  out: string;
  json?: boolean;
}

function language(tag: string): string {
  if (!LanguageTag.safeParse(tag).success) throw new InvalidArgumentError('A language is written like de, pt-BR or zh-Hant.');
  return tag;
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description(
      'write a module to a file: .showhow with all it needs, the same for a review in another studio, Markdown (a zip where it has pictures), or XLIFF 2.0 for a translator',
    )
    .argument('<module>', 'its id, or its title where only one has it')
    .addOption(new Option('--format <format>', 'what to write').choices(ExportFormat.options).makeOptionMandatory())
    .option('--to <language>', 'for xliff: the language to be written, as de or pt-BR', language)
    .requiredOption('--out <file>', 'where to write it')
    .option('--workspace <dir>', 'folder of the workspace (default: ~/Showhow)')
    .option('--json', 'print one JSON document')
    .action(async (named: string, options: ExportOptions) => {
      const [{ studioClient }, { findModule }, { plainText, planExport }, { writeArchive }] = await Promise.all([
        import('../client.ts'),
        import('../publish-module.ts'),
        import('../../main/exchange/export.ts'),
        import('../../main/exchange/archive/write.ts'),
      ]);
      const file = resolve(options.out);
      const signal = interruption();
      const plan = await withCore(options, async (core) => {
        const { id } = await findModule(studioClient(core), named);
        const made = await planExport(core.studio, await exchangeDesk(core.studio), id, options.format, options.to);
        const text = plainText(made);
        if (text) await writeFile(file, text, { signal });
        else await writeArchive(made.files, file, signal);
        return made;
      });
      const { revision, dropped } = plan;
      const lines = [
        `${file} (revision ${revision.slice(0, 8)})`,
        ...dropped.map(({ what, where, why }) => `  · ${what}, ${where}: ${why}`),
      ];
      say(options.json, { file, revision, dropped }, lines.join('\n'));
    });
}
