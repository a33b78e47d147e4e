import { Kit, KitFile } from '../model/kit.ts';
import { procedure } from './base.ts';

/** The company's kit of this workspace. */
export const kit = {
  get: procedure.output(Kit),
  save: procedure.input(Kit).output(Kit),
  /** The kit with its logo, to be handed on. */
  file: procedure.output(KitFile),
  /** Takes over the kit of a file. Refuses a logo that is no picture. */
  open: procedure.input(KitFile).output(Kit),
};
