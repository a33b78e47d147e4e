import { readFault } from '../../../shared/contract/faults.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { client } from '../../api/client.ts';

/** A window that writes at the same moment is put up with so many times. */
const patience = 5;

/** Changes a module as it is on disk, as one save. Open windows bring the change in. */
export async function changeDraft(id: string, change: (content: ModuleContent) => ModuleContent): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { version, content } = await client.modules.get({ id });
    try {
      await client.modules.save({ id, version, content: change(content) });
      return;
    } catch (error) {
      if (readFault(error)?.code !== 'MODULE_STALE' || tries >= patience) throw error;
    }
  }
}
