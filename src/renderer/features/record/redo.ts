import { z } from 'zod';
import { replaceStep } from '../../../shared/model/edit/clips.ts';
import type { Clip } from '../../../shared/model/edit/list.ts';
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

/** What the address asks for; null for a take of its own. */
export function redoneStep(search: URLSearchParams): RedoneStep | null {
  const { success, data } = Redo.safeParse(Object.fromEntries(search));
  if (!success || data.to <= data.from) return null;
  return { edit: data.redo, redoes: { take: data.take, from: data.from, to: data.to } };
}

/** The address at which a step is recorded again. */
export const redoAddress = (edit: string, { take, from, to }: Redoes): string =>
  `/record?redo=${edit}&take=${take}&from=${from.toFixed(3)}&to=${to.toFixed(3)}`;

export const redoSentence = ({ redoes: { from, to } }: RedoneStep): string =>
  `You record the step from ${clock(from)} to ${clock(to)} again. The new piece takes its place; the old one is kept and can be put back.`;

/** Puts a take that is ready in the place of the step it records again. */
export async function putInPlace({ edit: id, redoes }: RedoneStep, take: string): Promise<void> {
  const [edit, { duration }] = await Promise.all([client.edits.get({ id }), client.takes.get({ id: take })]);
  const clip: Clip = { id: crypto.randomUUID(), source: take, from: 0, to: duration };
  const list = replaceStep(edit.list, redoes.take, redoes.from, redoes.to, clip);
  await client.edits.save({ id, version: edit.version, list });
}
