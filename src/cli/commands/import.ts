import { basename, dirname, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Core } from '../../main/core.ts';
import { ImportAs, type Imported, type ReviewArrived } from '../../shared/contract/exchange.ts';
import { Fault, readFault } from '../../shared/contract/faults.ts';
import { isDocumentName } from '../../shared/model/document-files.ts';
import { freshWords } from '../../shared/model/review/words.ts';
import type { Take } from '../../shared/model/take.ts';
import { type WorkspaceOptions, withCore } from '../core.ts';
import { exchangeDesk } from '../exchange-desk.ts';
import { interruption, progressLine } from '../media/progress.ts';
import { say } from '../output.ts';

interface ImportOptions extends WorkspaceOptions {
  as?: ImportAs;
  json?: boolean;
}

type ImportedFile = (Imported | ReviewArrived) & { file: string };

async function importTake({ studio }: Core, file: string, signal: AbortSignal): Promise<Take> {
  const [{ importFile }, { createToolbox }, { getTake }] = await Promise.all([
    import('../../main/media/import-file.ts'),
    import('../../main/media/toolbox.ts'),
    import('../../main/capture/take-rows.ts'),
  ]);
  const { take, job } = await importFile(await createToolbox(studio)(), studio, resolve(file));
  const line = progressLine(take.title);
  const cancel = () => void studio.jobs.cancel(job.id);
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  for await (const { progress } of studio.jobs.watch(job.id)) line.show(progress);
  line.end();
  const { state, fault } = await studio.jobs.get(job.id);
  const known = readFault(fault);
  if (known) throw new Fault(known.code, known.data);
  if (state !== 'done') throw new Fault('CANCELLED', {});
  return getTake(studio.database, take.id);
}

async function importModule({ studio }: Core, file: string, as: ImportAs | undefined, signal: AbortSignal): Promise<ImportedFile> {
  const { importDocument } = await import('../../main/exchange/import.ts');
  const path = resolve(file);
  const done = await importDocument(studio, await exchangeDesk(studio), { path, name: basename(path), folder: dirname(path), as, signal });
  return { ...done, file };
}

function takeLine({ id, title, duration, tracks }: Take): string {
  const missing = tracks.find((track) => track.missing)?.missing;
  const words = missing === undefined ? '' : `; its file breaks off, and the last ${missing.toFixed(1)} s are missing`;
  return `${id}  ${title} (${duration.toFixed(1)} s${words})`;
}

function reviewLines({ review: { module, title, is, by, fresh } }: ReviewArrived): string[] {
  const head = `${module}  ${title || 'Without a title'}`;
  const news = freshWords(fresh);
  if (is === 'opened') return [`${head}: here to be reviewed. Open it in the studio under Publish.${news ? ` New: ${news}.` : ''}`];
  return [
    news
      ? `${head}: ${news} came back${by.length > 0 ? `; by what the file says, from ${by.join(', ')}` : ''}.`
      : `${head}: nothing new in this file.`,
  ];
}

function moduleLines(done: ImportedFile): string[] {
  if ('review' in done) return reviewLines(done);
  const { module, title, dropped } = done;
  const count = dropped.length === 1 ? '1 thing was' : `${dropped.length} things were`;
  const head = `${module}  ${title || 'Without a title'}`;
  return [
    dropped.length === 0 ? head : `${head}; ${count} not taken:`,
    ...dropped.map(({ what, where, why }) => `  · ${what}, ${where}: ${why}`),
  ];
}

/** One document alone answers as a module; several files answer what became of each. */
function answerOf(takes: readonly Take[], modules: readonly ImportedFile[]): unknown {
  const [only, ...others] = modules;
  if (!only) return { takes };
  const of = (done: ImportedFile) => ('review' in done ? { review: done.review } : { module: done.module, dropped: done.dropped });
  if (takes.length === 0 && others.length === 0) return of(only);
  return { takes, modules: modules.map((done) => ({ file: done.file, ...of(done) })) };
}

export function addImport(program: Command): void {
  program
    .command('import <file...>')
    .description(
      'make takes of video and sound files, and modules of documents (.md, .docx, .pptx, .h5p, .showhow), take translations (.xlf) into their modules, and open or bring back a .showhow file for a review',
    )
    .addOption(new Option('--as <how>', 'where the module of a .showhow file is here already').choices(ImportAs.options))
    .option('--workspace <dir>', 'folder of the workspace (default: ~/Showhow)')
    .option('--json', 'print one JSON document')
    .action(async (files: string[], options: ImportOptions) => {
      const signal = interruption();
      const [takes, modules] = await withCore(options, async (core) => {
        const done: [Take[], ImportedFile[]] = [[], []];
        for (const file of files) {
          if (isDocumentName(file)) done[1].push(await importModule(core, file, options.as, signal));
          else done[0].push(await importTake(core, file, signal));
        }
        return done;
      });
      say(options.json, answerOf(takes, modules), [...takes.map(takeLine), ...modules.flatMap(moduleLines)].join('\n'));
    });
}
