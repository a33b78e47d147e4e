import type { Imported } from '../../../shared/contract/exchange.ts';
import { Fault, isFault } from '../../../shared/contract/faults.ts';
import type { Bundle } from '../../../shared/model/bundle.ts';
import type { ModuleDraft } from '../../../shared/model/module.ts';
import { requireSpace } from '../../media/import-file.ts';
import type { ModuleDesk } from '../../modules/desk.ts';
import type { Studio } from '../../studio.ts';
import { broughtOf, noteBrought } from '../brought.ts';
import type { ExchangeDesk } from '../desk.ts';
import type { ImportFile } from '../import.ts';
import type { ShowhowFile } from './manifest.ts';
import { readBundle } from './read.ts';
import { withMedia } from './take-in.ts';

/** Brings in a `.showhow` file: the same content, and so the same revision. */
export async function importBundle(studio: Studio, desk: ExchangeDesk, opened: ShowhowFile, { as, signal }: ImportFile): Promise<Imported> {
  const { bundle, dropped } = await readBundle(opened);
  const here = await desk.modules.find(bundle.moduleId);
  if (here && here !== 'removed' && !as) throw new Fault('MODULE_THERE', { id: here.id, title: here.content.title });
  const bytes = bundle.media.reduce((sum, file) => sum + file.bytes, 0);
  await requireSpace(studio.paths.root, bytes);
  const module = await withMedia(studio, opened.archive, bundle, signal, () =>
    desk.modules.together((modules, database) => place({ modules, database }, bundle, as === 'copy' ? null : here)),
  );
  const { revision } = bundle;
  studio.log.info({ module, revision, as }, 'a .showhow file was brought in');
  return { module, title: bundle.content.title, from: 'showhow', dropped, author: bundle.author, revision };
}

type Within = { modules: ModuleDesk } & Pick<Studio, 'database'>;

/** Puts a bundle on the desk, and notes whose it is. Gives the module's id. */
async function place({ modules, database }: Within, bundle: Bundle, here: ModuleDraft | 'removed' | null): Promise<string> {
  const isMine = here !== null && !(await broughtOf({ database }, bundle.moduleId));
  const module = await placed(modules, bundle, here);
  const { hash } = await modules.fix(module, 'brought');
  if (hash !== bundle.revision) throw new Error(`The module ${module} was brought in as ${hash} instead of ${bundle.revision}`);
  // One's own lesson that comes back stays one's own.
  if (!isMine) await noteBrought({ database }, module, bundle);
  return module;
}

/** Puts the content where it belongs. What it replaces stays as a revision. */
async function placed(modules: ModuleDesk, { moduleId, content }: Bundle, here: ModuleDraft | 'removed' | null): Promise<string> {
  if (here === null) return (await begun(modules, content, moduleId)).id;
  const before = here === 'removed' ? await modules.restore(moduleId) : here;
  await modules.fix(moduleId, 'replaced');
  return (await modules.save(moduleId, before.version, content)).id;
}

/** Under its own id where that is free; a copy gets a new one. */
async function begun(modules: ModuleDesk, content: Bundle['content'], id: string): Promise<ModuleDraft> {
  try {
    return await modules.bring(content, id);
  } catch (error) {
    if (isFault(error) && error.code === 'CONFLICT') return modules.bring(content);
    throw error;
  }
}
