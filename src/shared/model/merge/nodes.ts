import canonicalize from 'canonicalize';
import type { Value } from '../difference/attributes.ts';
import { type AnyNode, holdsText } from '../difference/nodes.ts';
import { joinTokens, tokensOf } from '../difference/text.ts';
import { mergeRows } from './rows.ts';
import { type Merge, mergeThings, mergeValues, same } from './values.ts';

type Attributes = AnyNode['attrs'];
type Kind = Pick<AnyNode, 'type' | 'attrs'>;

const withoutId = ({ id: _, ...attrs }: Record<string, unknown> = {}) => attrs;

/** What kind of node it is and its attributes: another kind has other attributes, so they go together. */
function mergeKinds(base: Kind, mine: Kind, theirs: Kind, language: string): Merge<Kind> {
  if (mine.type === theirs.type) {
    const attrs = mergeValues((base.attrs ?? {}) as Value, (mine.attrs ?? {}) as Value, (theirs.attrs ?? {}) as Value, language);
    return attrs && { value: { type: mine.type, attrs: attrs.value as Attributes } };
  }
  const changed = mine.type === base.type ? theirs : theirs.type === base.type ? mine : null;
  const other = changed === mine ? theirs : mine;
  return changed && same(withoutId(other.attrs), withoutId(base.attrs)) ? { value: changed } : null;
}

function mergeContents(base: AnyNode, mine: AnyNode, theirs: AnyNode, language: string): AnyNode[] | null {
  const [old, my, their] = [base.content ?? [], mine.content ?? [], theirs.content ?? []];
  const written = [base, mine, theirs].every((node) => holdsText(node) || (node.content ?? []).length === 0);
  if (!written) return mergeThings(old, my, their, (...nodes) => mergeNodes(...nodes, language));
  const tokens = mergeRows(tokensOf(old, language), tokensOf(my, language), tokensOf(their, language), {
    key: ({ key }) => key,
    touching: true,
    resolve: () => null,
  });
  return tokens && joinTokens(tokens);
}

/** Both changes of one node and of all that it holds, or null where they do not go together. */
export function mergeNodes(base: AnyNode, mine: AnyNode, theirs: AnyNode, language: string): Merge<AnyNode> {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine };
  if (same(base, mine)) return { value: theirs };
  if (mine.text !== undefined || theirs.text !== undefined) return null;
  const kind = mergeKinds(base, mine, theirs, language);
  const content = mergeContents(base, mine, theirs, language);
  if (!kind || !content) return null;
  const { attrs } = kind.value;
  const marks = canonicalize(mine.marks) === canonicalize(theirs.marks) ? mine.marks : undefined;
  return {
    value: {
      type: kind.value.type,
      ...(attrs && Object.keys(attrs).length > 0 && { attrs }),
      ...(content.length > 0 && { content }),
      ...(marks && { marks }),
    },
  };
}
