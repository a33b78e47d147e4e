import { isOver } from '../../shared/contract/jobs.ts';
import type { ShownFinding, Sweep } from '../../shared/contract/privacy.ts';
import type { Finding } from '../../shared/model/privacy/finding.ts';
import { lengthOf } from '../../shared/model/ranges.ts';
import { api } from '../api/implement.ts';
import { getEdit } from '../edits/edit-rows.ts';
import type { Media } from '../media/media.ts';
import type { Studio } from '../studio.ts';
import { installedLanguages } from './languages.ts';
import { pictureOf, pictureRoutes } from './pictures.ts';
import { assertReader } from './reader.ts';
import { privacySettings, savePrivacySettings } from './settings.ts';
import { knownOf, registerSweep } from './sweep.ts';

const shown = (finding: Finding): ShownFinding => ({
  ...finding,
  id: `${finding.source}-${finding.kind}-${finding.print.slice(0, 12)}-${finding.from.toFixed(3)}-${finding.path[0]?.area.x ?? 0}`,
  picture: pictureOf(finding),
});

/** The search for what is private, as the core puts it together. */
export function createPrivacy(studio: Studio, { ffmpeg }: Media) {
  const { database, jobs } = studio;
  registerSweep(studio, ffmpeg);
  const running = async (edit: string) => (await jobs.list(edit)).find(({ kind, state }) => kind === 'sweep' && !isOver(state)) ?? null;

  const of = async (edit: string): Promise<Sweep> => {
    const { list } = await getEdit(database, edit);
    const { findings, searchable, missing, searched } = await knownOf(studio, list);
    return {
      findings: findings.map(shown),
      searchable,
      unsearched: lengthOf(missing),
      searchedAt: searched.map(({ searchedAt }) => searchedAt).sort()[0] ?? null,
      job: await running(edit),
    };
  };

  return {
    routes: pictureRoutes(studio, ffmpeg),
    api: {
      of: api.privacy.of.handler(({ input }) => of(input.edit)),
      search: api.privacy.search.handler(async ({ input }) => {
        await getEdit(database, input.edit);
        assertReader((await privacySettings(studio)).language);
        return (await running(input.edit)) ?? jobs.start('sweep', input.edit, input);
      }),
      settings: api.privacy.settings.handler(async () => ({ ...(await privacySettings(studio)), languages: await installedLanguages() })),
      saveSettings: api.privacy.saveSettings.handler(async ({ input }) => {
        await savePrivacySettings(studio, input);
        return input;
      }),
    },
  };
}
