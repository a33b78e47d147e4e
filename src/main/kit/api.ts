import { readFile } from 'node:fs/promises';
import { Kit, type KitFile, noKit } from '../../shared/model/kit.ts';
import { api } from '../api/implement.ts';
import type { Shelf } from '../modules/shelf.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import type { Studio } from '../studio.ts';

const setting = 'kit';

/** The kit contract: kept beside the other settings of the workspace, its logo among all pictures. */
export function kitApi(studio: Studio, shelf: Pick<Shelf, 'addPicture'>) {
  const read = async (): Promise<Kit> => (await readSetting(studio, setting, Kit)) ?? noKit;
  const keep = async (kit: Kit): Promise<Kit> => {
    await writeSetting(studio, setting, kit);
    return kit;
  };
  return {
    get: api.kit.get.handler(read),
    save: api.kit.save.handler(({ input }) => keep(input)),
    file: api.kit.file.handler(async (): Promise<KitFile> => {
      const { logo, ...kit } = await read();
      return { format: 'showhow-kit/1', kit, logo: logo && (await readFile(studio.media.path(logo), 'base64')) };
    }),
    open: api.kit.open.handler(async ({ input: { kit, logo } }) => {
      const picture = logo === null ? null : await shelf.addPicture(new Blob([Buffer.from(logo, 'base64')]).stream(), 'The logo');
      return keep({ ...kit, logo: picture?.hash ?? null });
    }),
  };
}
