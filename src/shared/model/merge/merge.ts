import { v5 } from 'uuid';
import { Block } from '../blocks/index.ts';
import { isName, type Value } from '../difference/attributes.ts';
import { type AnyNode, asNode } from '../difference/nodes.ts';
import { ModuleContent } from '../module.ts';
import { mergeNodes } from './nodes.ts';
import { mergeOrder } from './order.ts';
import { mergeTranslations } from './translations.ts';
import { mergeValues, same } from './values.ts';

/** What both changed so that the two do not go together. Nothing of it is lost: a person chooses. */
export type Kept =
  /** Both stand in the module, theirs behind mine. */
  | { is: 'block'; mine: string; theirs: string }
  /** Mine stands; a module has no room for a second one. */
  | { is: 'field'; field: string; theirs: string }
  /** The same for a text in another language. */
  | { is: 'wording'; language: string; theirs: string }
  /** One took the block out while the other changed it. It stayed. */
  | { is: 'returned'; block: string };

export interface MergedContents {
  content: ModuleContent;
  kept: Kept[];
}

/** Names for second versions, the same wherever they are made, so that the same merge twice keeps nothing twice. */
const namespace = '6f3c1f0e-7a0c-5e0a-9d43-3b1d1b0a5a77';
const nameAfter = (id: string, what: unknown): string => v5(`${id} ${JSON.stringify(what)}`, namespace);

const withId = (block: Block, id: string): Block => ({ ...block, attrs: { ...block.attrs, id } }) as Block;

/** Parts in a block need no name; in a second version of the block they would have that of a part in the first. */
function withoutInnerIds({ attrs, content, ...node }: AnyNode, taken: (id: string) => boolean, inner = false): AnyNode {
  const { id, ...rest } = attrs ?? {};
  const drop = inner && typeof id === 'string' && taken(id);
  return {
    ...node,
    ...(attrs && { attrs: drop ? rest : attrs }),
    ...(content && { content: content.map((part) => withoutInnerIds(part, taken, true)) }),
  };
}

/** A document from elsewhere may name two blocks alike; each is followed by itself. */
function byId(blocks: readonly Block[]): Map<string, Block> {
  const named = new Map<string, Block>();
  for (const block of blocks) {
    let { id } = block.attrs;
    while (named.has(id)) id = nameAfter(id, 'again');
    named.set(id, id === block.attrs.id ? block : withId(block, id));
  }
  return named;
}

/** Every name once, parts of blocks included: whoever comes first keeps it. */
function uniquely(blocks: readonly Block[]): Block[] {
  const seen = new Set(blocks.map(({ attrs }) => attrs.id));
  return blocks.map(
    (block) =>
      withoutInnerIds(asNode(block), (id) => {
        const taken = seen.has(id);
        seen.add(id);
        return taken;
      }) as unknown as Block,
  );
}

interface Sides<T> {
  base: T;
  mine: T;
  theirs: T;
}

const unnamed = (block: Block): AnyNode => withoutInnerIds(asNode(block), () => true);

/** A block that is new on both sides is one where it reads the same. */
function mergedNode({ base, mine, theirs }: { base: Block | undefined; mine: Block; theirs: Block }, language: string) {
  if (base) return mergeNodes(asNode(base), asNode(mine), asNode(theirs), language);
  return same(unnamed(mine), unnamed(theirs)) ? { value: asNode(mine) } : null;
}

/** One block that both have: both changes in it, or mine with theirs behind it. */
function mergeBlock({ base, mine, theirs }: Sides<Block | undefined>, language: string, fits: (block: Block) => boolean): Block[] {
  if (!mine || !theirs) return [mine ?? theirs ?? []].flat();
  const merged = mergedNode({ base, mine, theirs }, language);
  const whole = merged && Block.safeParse(merged.value);
  if (whole?.success && fits(whole.data)) return [whole.data];
  return [mine, unnamed(withId(theirs, nameAfter(mine.attrs.id, theirs))) as unknown as Block];
}

function mergeFields(sides: Sides<ModuleContent>): { fields: Omit<ModuleContent, 'body'>; kept: Kept[] } {
  const [base, mine, theirs] = [sides.base, sides.mine, sides.theirs].map(
    ({ body: _, translations: __, ...fields }) => fields as { [key: string]: Value },
  );
  const fields: { [key: string]: Value } = {};
  const kept: Kept[] = [];
  const schema: Record<string, { safeParse(value: unknown): { success: boolean } }> = ModuleContent.shape;
  for (const field of new Set([...Object.keys(mine ?? {}), ...Object.keys(theirs ?? {})])) {
    const [old, my, their] = [base?.[field], mine?.[field], theirs?.[field]];
    const found = mergeValues(old, my, their, sides.mine.language);
    const good = found && (schema[field]?.safeParse(found.value).success ?? true);
    const value = good ? found.value : my;
    if (value !== undefined) fields[field] = value;
    if (good) continue;
    kept.push({ is: 'field', field, theirs: typeof their === 'string' && !isName(their) ? their : JSON.stringify(their ?? null) });
  }
  const { base: first, mine: here, theirs: there } = sides;
  const { translations, others } = mergeTranslations({ base: first.translations, mine: here.translations, theirs: there.translations });
  kept.push(...others.map((other): Kept => ({ is: 'wording', ...other })));
  return { fields: { ...(fields as Omit<ModuleContent, 'body'>), ...(translations && { translations }) }, kept };
}

/**
 * Two states that were made of a common one, in one. Changes of different blocks, and of different words of one block, both
 * count, whichever side is whose. Where both changed the same words, both versions stand and a person chooses; where one took
 * out what the other changed, it stays. No words are ever lost, and no two blocks have one name. `fits` says whether a block
 * that holds both changes is one that can be edited; one that is not stands in both versions.
 */
export function mergeContents(
  base: ModuleContent,
  mine: ModuleContent,
  theirs: ModuleContent,
  fits: (block: Block) => boolean = () => true,
): MergedContents {
  const [old, my, their] = [byId(base.body.content), byId(mine.body.content), byId(theirs.body.content)];
  const blocks = new Map<string, Block[]>();
  const kept: Kept[] = [];
  for (const id of new Set([...my.keys(), ...their.keys()])) {
    const sides = { base: old.get(id), mine: my.get(id), theirs: their.get(id) };
    const gone = sides.base !== undefined && (!sides.mine || !sides.theirs);
    if (gone && same(sides.base, sides.mine ?? sides.theirs)) continue;
    if (gone) kept.push({ is: 'returned', block: id });
    const [first, second] = mergeBlock(sides, mine.language, fits);
    if (!first) continue;
    // Kept in an earlier merge already, and still there: once is enough.
    const again = second && (my.has(second.attrs.id) || their.has(second.attrs.id));
    blocks.set(id, second && !again ? [first, second] : [first]);
    if (second) kept.push({ is: 'block', mine: id, theirs: second.attrs.id });
  }
  const order = mergeOrder([...old.keys()], [...my.keys()], [...their.keys()], (id) => blocks.has(id));
  const { fields, kept: keptFields } = mergeFields({ base, mine, theirs });
  const content = uniquely(order.flatMap((id) => blocks.get(id) ?? []));
  return { content: { ...fields, body: { ...mine.body, content } }, kept: [...keptFields, ...kept] };
}
