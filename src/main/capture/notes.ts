import { Notes, usualNotes } from '../../shared/model/notes.ts';
import { api } from '../api/implement.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import type { Studio } from '../studio.ts';

const key = 'recording.notes';

/** The notes contract. */
export const notesApi = (studio: Studio) => ({
  get: api.notes.get.handler(async () => (await readSetting(studio, key, Notes)) ?? usualNotes),
  save: api.notes.save.handler(async ({ input }) => {
    await writeSetting(studio, key, input);
    return input;
  }),
});
