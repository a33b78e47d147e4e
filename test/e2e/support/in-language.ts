import type { ModuleContent } from '../../../src/shared/model/module.ts';
import { setText } from '../../../src/shared/model/translation/change.ts';
import { standingsIn } from '../../../src/shared/model/translation/standing.ts';

/** A module with texts in another language, by how they read in its own; what `write` has no words for is left out. */
export const inLanguage = (module: ModuleContent, language: string, write: (text: string) => string | undefined): ModuleContent =>
  standingsIn(module, undefined).reduce((written, { block, unit }) => {
    const text = write(unit.text);
    return text === undefined ? written : setText(written, language, { block, key: unit.key }, { from: unit.text, text });
  }, module);
