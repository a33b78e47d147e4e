import { Profile } from '../model/profile.ts';
import { procedure } from './base.ts';

export const profile = {
  get: procedure.output(Profile),
  save: procedure.input(Profile).output(Profile),
};
