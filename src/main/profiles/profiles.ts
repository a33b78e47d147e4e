import { emptyProfile, Profile } from '../../shared/model/profile.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import type { Studio } from '../studio.ts';

/** The author of this studio as colleagues see her. */
export interface Profiles {
  /** Empty until she filled it in. */
  mine(): Promise<Profile>;
  save(profile: Profile): Promise<Profile>;
}

export const createProfiles = (studio: Studio): Profiles => ({
  mine: async () => (await readSetting(studio, 'profile', Profile)) ?? emptyProfile,
  async save(profile) {
    await writeSetting(studio, 'profile', profile);
    return profile;
  },
});
