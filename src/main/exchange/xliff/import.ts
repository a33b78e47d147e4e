import { readFile } from 'node:fs/promises';
import type { Imported } from '../../../shared/contract/exchange.ts';
import { Fault } from '../../../shared/contract/faults.ts';
import { bestOf, isSameLanguage } from '../../../shared/model/translation/language.ts';
import type { Studio } from '../../studio.ts';
import type { ExchangeDesk } from '../desk.ts';
import { applyXliff } from './apply.ts';
import { readXliff } from './read.ts';

/** Another window may save while a file is read; after so many times in a row it is left at that. */
const patience = 5;

/** Brings a translation into the module it was made for. How that stood before is kept in its history. */
export async function importXliff(studio: Studio, { modules }: ExchangeDesk, path: string, name: string): Promise<Imported> {
  const file = readXliff(await readFile(path, 'utf8'), name);
  for (let tries = 1; ; tries += 1) {
    const draft = await modules.draft(file.module);
    const { content } = draft;
    if (!isSameLanguage(file.source, content.language)) throw new Fault('XLIFF_REFUSED', { name, why: 'source' });
    if (isSameLanguage(file.language, content.language) && !content.translations?.[file.language])
      throw new Fault('XLIFF_REFUSED', { name, why: 'language' });
    const known = Object.keys(content.translations ?? {});
    // Programs for translators like to write de-DE where German was asked for.
    const language = bestOf(known, [file.language]) ?? file.language;
    const { content: next, taken, dropped } = applyXliff(content, language, file.units);
    try {
      if (next !== content) {
        await modules.fix(draft.id, 'replaced');
        await modules.save(draft.id, draft.version, next);
      }
      studio.log.info({ module: draft.id, language, taken, dropped: dropped.length }, 'a translation was brought in');
      return { module: draft.id, title: content.title, from: 'xliff', dropped, author: null, revision: null };
    } catch (error) {
      if (!(error instanceof Fault && error.code === 'MODULE_STALE') || tries >= patience) throw error;
    }
  }
}
