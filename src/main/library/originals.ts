import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Fault, isFault } from '../../shared/contract/faults.ts';
import type { Original } from '../../shared/contract/library.ts';
import type { Block } from '../../shared/model/blocks/index.ts';
import type { TakenFrom } from '../../shared/model/blocks/taken-from.ts';
import { withoutHint } from '../../shared/model/guidance.ts';
import type { ModuleDraft } from '../../shared/model/module.ts';
import { textsOfTaken } from '../../shared/model/translation/taken.ts';
import type { BlockTexts } from '../../shared/model/translation/translations.ts';
import type { ModuleDesk } from '../modules/desk.ts';

interface Place {
  module: string;
  block: string;
}

/** What a block says and shows; where it was itself taken from, and what its writer was to fill in, is no part of that. */
function hashOf({ attrs: { takenFrom: _, hint: __, ...attrs }, ...block }: Block): string {
  const text = canonicalize({ ...block, attrs }) ?? '';
  return createHash('sha256').update(text).digest('hex');
}

const blockIn = ({ content }: ModuleDraft, id: string): Block | undefined => content.body.content.find((block) => block.attrs.id === id);

/** A block as it is now, in all its languages, to be put into another module, with the note of where it comes from. */
export async function takeBlock(
  desk: Pick<ModuleDesk, 'draft'>,
  { module, block }: Place,
): Promise<{ block: Block; texts: BlockTexts; takenFrom: TakenFrom }> {
  const draft = await desk.draft(module);
  const found = blockIn(draft, block);
  if (!found) throw new Fault('NOT_FOUND', { what: 'block' });
  return { block: withoutHint(found), texts: textsOfTaken(draft.content, block), takenFrom: { module, block, hash: hashOf(found) } };
}

/** How the originals of blocks stand now. Each module is read once, however many of its blocks are asked for. */
export async function originalsOf(desk: Pick<ModuleDesk, 'draft'>, places: readonly Place[]): Promise<Original[]> {
  const drafts = new Map<string, ModuleDraft | null>();
  for (const { module } of places) if (!drafts.has(module)) drafts.set(module, await draftOf(desk, module));
  return places.map(({ module, block }) => {
    const draft = drafts.get(module);
    if (!draft) return { module, block, state: 'module-gone', title: '', hash: null };
    const found = blockIn(draft, block);
    const { title } = draft.content;
    return found
      ? { module, block, state: 'there', title, hash: hashOf(found) }
      : { module, block, state: 'block-gone', title, hash: null };
  });
}

async function draftOf(desk: Pick<ModuleDesk, 'draft'>, id: string): Promise<ModuleDraft | null> {
  try {
    return await desk.draft(id);
  } catch (error) {
    if (isFault(error) && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
