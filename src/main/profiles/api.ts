import { api } from '../api/implement.ts';
import type { Profiles } from './profiles.ts';

export const profileApi = (profiles: Profiles) => ({
  get: api.profile.get.handler(() => profiles.mine()),
  save: api.profile.save.handler(({ input }) => profiles.save(input)),
});
