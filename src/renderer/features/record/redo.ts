import { z } from 'zod';
import type { Edit } from '../../../shared/contract/edits.ts';
import { replaceStep } from '../../../shared/model/edit/clips.ts';
import { stepPlace } from '../../../shared/model/edit/step-again.ts';
import { Id } from '../../../shared/model/ids.ts';
import type { Redoes } from '../../../shared/model/take.ts';
import { client } from '../../api/client.ts';
import { clock } from '../../ui/format.ts';

const Redo = z.object({ redo: Id, take: Id, from: z.coerce.number().nonnegative(), to: z.coerce.number().positive() });

/** A step that is recorded once more: the edit it belongs to, and the stretch of which take it replaces. */
export interface RedoneStep {
  edit: string;
  redoes: Redoes;
}

/** What the address asks for: null for a take of its own, `unreadable` where it asks for a step and names none. */
export function redoneStep(search: URLSearchParams): RedoneStep | 'unreadable' | null {
  if (!search.has('redo')) return null;
  const { success, data } = Redo.safeParse(Object.fromEntries(search));
  if (!success || data.to <= data.from) return 'unreadable';
  return { edit: data.redo, redoes: { take: data.take, from: data.from, to: data.to } };
}

/** Where a step stands: in its cut · in no part of it any more · nowhere, because its cut is gone. */
export type StepStands = 'there' | 'unseen' | 'gone';

interface Standing {
  stands: StepStands;
  /** The cut as it is, with what is seen where the step belongs; null unless the step is there. */
  found: { edit: Edit; place: Redoes } | null;
}

/** Asks anew where the step is: another window may have removed what the address of this one names. */
async function findStep({ edit: id, redoes }: RedoneStep): Promise<Standing> {
  // A cut that was removed can still be had by its id; the list has only those that one finds.
  const [edits, takes] = await Promise.all([client.edits.list(), client.takes.list()]);
  const edit = edits.find((each) => each.id === id);
  if (!edit) return { stands: 'gone', found: null };
  const place = stepPlace(edit.list, redoes, takes);
  return place ? { stands: 'there', found: { edit, place } } : { stands: 'unseen', found: null };
}

export const whereStepStands = async (step: RedoneStep): Promise<StepStands> => (await findStep(step)).stands;

/** The address at which a step is recorded again. */
export const redoAddress = (edit: string, { take, from, to }: Redoes): string =>
  `/record?redo=${edit}&take=${take}&from=${from.toFixed(3)}&to=${to.toFixed(3)}`;

export const redoSentence = ({ redoes: { from, to } }: RedoneStep): string =>
  `You record the step from ${clock(from)} to ${clock(to)} again. The new piece takes its place; the old one is kept and can be put back.`;

/** Said of a take whose step was removed while it was recorded. */
export const orphanedSentence =
  'The step that this was to replace is not there any more: it was removed meanwhile. Your recording is kept as a take of its own.';

/** Puts a take that is ready in the place of the step it records again; answers false, and changes nothing, where the step is gone. */
export async function putInPlace(step: RedoneStep, take: string): Promise<boolean> {
  const [{ found }, { duration }] = await Promise.all([findStep(step), client.takes.get({ id: take })]);
  if (!found) return false;
  const { edit, place } = found;
  const clip = { id: crypto.randomUUID(), source: take, from: 0, to: duration };
  const list = replaceStep(edit.list, place.take, place.from, place.to, clip);
  await client.edits.save({ id: edit.id, version: edit.version, list });
  return true;
}
