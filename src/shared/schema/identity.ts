import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { v4 } from 'uuid';
import { blockTypes } from '../model/blocks/index.ts';
import { Id } from '../model/ids.ts';

/** The nodes that carry an id. Those inside a list or a quote have one too, so that it survives being lifted out; a point to tick is ticked by it. */
const identifiedTypes: string[] = [...blockTypes, 'checkItem'];

interface Placed {
  node: Node;
  at: number;
  id: string | null;
}

function blocksOf(doc: Node): Placed[] {
  const blocks: Placed[] = [];
  doc.descendants((node, at) => {
    if (identifiedTypes.includes(node.type.name)) blocks.push({ node, at, id: node.attrs.id });
  });
  return blocks;
}

const isAlike = (one: Node, other: Node): boolean => one.type === other.type || (one.isTextblock && other.isTextblock);
const isEmptyText = ({ node }: Placed): boolean => node.isTextblock && node.content.size === 0;

/** The blocks of the old document by the place where they stand in the new one. */
function follow(transactions: readonly Transaction[], old: Node): Map<number, Placed> {
  const end = (at: number) => transactions.reduce((place, { mapping }) => mapping.map(place, 1), at);
  return new Map(blocksOf(old).map((block) => [end(block.at), block]));
}

/**
 * Who may keep an id: the block that stands where its owner went. Where that one was left empty by
 * splitting it at its start, the words and with them the id went on to the next.
 */
function keeper(claimants: readonly Placed[], id: string, followed: Map<number, Placed>): Placed | undefined {
  const owner = claimants.find(({ at }) => followed.get(at)?.id === id) ?? claimants[0];
  return owner && isEmptyText(owner) ? (claimants.find((block) => !isEmptyText(block)) ?? owner) : owner;
}

/** The blocks that claim each id. One without an id claims that of the like block that stood in its place; `null` is nobody's. */
function claimed(blocks: readonly Placed[], followed: Map<number, Placed>, known: ReadonlySet<string>): Map<string | null, Placed[]> {
  return Map.groupBy(blocks, (block) => {
    const before = followed.get(block.at);
    const id = block.id ?? (before && isAlike(before.node, block.node) ? before.id : null);
    return id && known.has(id) ? id : null;
  });
}

/** Which blocks need which new id, so that each block has one of its own and old blocks keep theirs. */
function renamed(claims: Map<string | null, Placed[]>, followed: Map<number, Placed>): Map<Placed, string> {
  const names = new Map<Placed, string>();
  for (const [id, claimants] of claims) {
    const kept = id === null ? undefined : keeper(claimants, id, followed);
    for (const block of claimants) {
      const name = block === kept && id !== null ? id : v4();
      if (block !== kept || block.id !== name) names.set(block, name);
    }
  }
  return names;
}

const key = new PluginKey<ReadonlySet<string>>('blockIds');
const kept = 'keepIds';

/** Marks a change that brings in blocks of this same document, from another window: they are known, and keep their ids. */
export const keepIds = (transaction: Transaction): Transaction => transaction.setMeta(kept, true);

/** A block that was copied within this document, by the id that it was given, and the block that it is a copy of. */
export interface CopiedBlock {
  copy: string;
  original: string;
}

/** The blocks that these changes copied; of those that stand in others too. */
export const copiedBlocks = (transactions: readonly Transaction[]): CopiedBlock[] =>
  transactions.flatMap((transaction): CopiedBlock[] => transaction.getMeta(key) ?? []);

const copiesAmong = (names: ReadonlyMap<Placed, string>, known: ReadonlySet<string>): CopiedBlock[] =>
  [...names].flatMap(([{ id }, copy]) => (id !== null && id !== copy && known.has(id) ? [{ copy, original: id }] : []));

const idsIn = (doc: Node): string[] => blocksOf(doc).flatMap(({ id }) => id ?? []);

/** The attribute itself, part of the schema. What comes in as HTML keeps an id only where it is a UUID. */
export const BlockIdAttribute = Extension.create({
  name: 'blockIdAttribute',
  addGlobalAttributes() {
    const parse = (element: { getAttribute(name: string): string | null }) => Id.safeParse(element.getAttribute('data-id')).data ?? null;
    const render = ({ id }: { id?: unknown }) => (typeof id === 'string' ? { 'data-id': id } : {});
    return [{ types: identifiedTypes, attributes: { id: { default: null, keepOnSplit: true, parseHTML: parse, renderHTML: render } } }];
  },
});

/**
 * Gives every block a UUID that survives typing, splitting, wrapping and becoming another kind of text. A copy gets a new one,
 * and so does what comes from another document; what is cut and pasted keeps its own, so that comments move along.
 * Not `@tiptap/extension-unique-id`: that one looks only at the changed range, so a copy far away keeps the id of its
 * original, and a paragraph that becomes a heading by typing `## ` loses it.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addProseMirrorPlugins() {
    return [
      new Plugin<ReadonlySet<string>>({
        key,
        state: {
          /** Every id this document ever had while it was open. */
          init: (_, { doc }) => new Set(idsIn(doc)),
          apply: (transaction, known) => (transaction.docChanged ? new Set([...known, ...idsIn(transaction.doc)]) : known),
        },
        appendTransaction(transactions, before, after) {
          if (!transactions.some(({ docChanged }) => docChanged)) return null;
          const followed = follow(transactions, before.doc);
          const brought = transactions.some((transaction) => transaction.getMeta(kept)) ? idsIn(after.doc) : [];
          const known = new Set([...(key.getState(before) ?? []), ...brought]);
          const names = renamed(claimed(blocksOf(after.doc), followed, known), followed);
          if (names.size === 0) return null;
          // TipTap takes every attribute off the blocks of a document whose text was all taken away, ids too. Unless it is told
          // to let this pass, the two go on for ever.
          const tr = after.tr.setMeta('preventClearDocument', true).setMeta(key, copiesAmong(names, known));
          for (const [{ at, node }, id] of names) {
            tr.setNodeAttribute(at, 'id', id);
            // What is asked in a video is a question of its own, and so is its copy.
            const questions: unknown = node.attrs.questions;
            if (Array.isArray(questions))
              tr.setNodeAttribute(
                at,
                'questions',
                questions.map((one) => ({ ...one, id: v4() })),
              );
          }
          return tr;
        },
      }),
    ];
  },
});
