import { Notes } from '../model/notes.ts';
import { procedure } from './base.ts';

/** The notes beside a recording: one text for the workspace. */
export const notes = {
  get: procedure.output(Notes),
  save: procedure.input(Notes).output(Notes),
};
