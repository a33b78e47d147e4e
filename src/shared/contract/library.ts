import { z } from 'zod';
import { Block } from '../model/blocks/index.ts';
import { TakenFrom } from '../model/blocks/taken-from.ts';
import { Id, Instant, line, MediaHash, RevisionHash, Seconds } from '../model/ids.ts';
import { longestQuery } from '../model/library/query.ts';
import { ModuleDraft, Skills } from '../model/module.ts';
import { Profile } from '../model/profile.ts';
import { ReviewState } from '../model/review/state.ts';
import { BlockTexts } from '../model/translation/translations.ts';
import { procedure } from './base.ts';

const byId = z.object({ id: Id });

/** A name that one gives oneself: of a collection, of a tag. */
const Name = line(60).min(1);
const Tags = z.array(Name).max(20);

/** What is shown of a module where many are shown: never its content. */
export const LibraryCard = z.object({
  id: Id,
  title: z.string(),
  objective: z.string(),
  language: z.string(),
  poster: MediaHash.nullable(),
  /** What a learner needs for it. */
  seconds: Seconds,
  skills: z.array(z.string()),
  /** The hash of the module as it stands on the desk. */
  revision: RevisionHash,
  createdAt: Instant,
  updatedAt: Instant,
  archived: z.boolean(),
  /** Who made it, where it came in a file; null where it was made here. */
  origin: Profile.pick({ name: true, photo: true }).extend({ at: Instant }).nullable(),
  tags: z.array(z.string()),
  collections: z.array(Id),
});
export type LibraryCard = z.infer<typeof LibraryCard>;

/** Where in a module something was found, and the words around it. */
export const LibraryHit = z.object({
  where: z.enum(['title', 'objective', 'labels', 'headings', 'text', 'spoken']),
  /** What kind of block it stands in, as one says it; null outside of blocks. */
  kind: z.string().nullable(),
  block: Id.nullable(),
  /** The second of the video at which it is said. */
  second: Seconds.nullable(),
  parts: z.array(z.object({ text: z.string(), found: z.boolean() })),
});
export type LibraryHit = z.infer<typeof LibraryHit>;

export const LibraryShelf = z.enum(['all', 'mine', 'shared', 'archived']);
export type LibraryShelf = z.infer<typeof LibraryShelf>;

export const LibraryOrder = z.enum(['best', 'changed', 'created', 'title', 'longest']);
export type LibraryOrder = z.infer<typeof LibraryOrder>;

export const LibraryFilter = z.object({
  /** As typed: words, and phrases in quotation marks. */
  words: z.string().max(longestQuery).default(''),
  shelf: LibraryShelf.default('all'),
  states: z.array(ReviewState).default([]),
  collection: Id.nullable().default(null),
  tag: z.string().nullable().default(null),
  skill: z.string().nullable().default(null),
  /** The best found first only where something is looked for; else the last changed. */
  order: LibraryOrder.default('best'),
});
export type LibraryFilter = z.infer<typeof LibraryFilter>;

/** A stretch of what passes a filter. */
export const LibraryStretch = LibraryFilter.extend({
  from: z.int().nonnegative().default(0),
  count: z.int().min(0).max(100).default(60),
});
export type LibraryStretch = z.infer<typeof LibraryStretch>;

export const LibraryEntry = z.object({ card: LibraryCard, hits: z.array(LibraryHit) });
export type LibraryEntry = z.infer<typeof LibraryEntry>;

const Titled = z.object({ id: Id, title: z.string() });
const Named = z.object({ name: z.string(), count: z.int() });
const Collection = z.object({ id: Id, name: z.string(), count: z.int() });
export type Collection = z.infer<typeof Collection>;

/** How many modules there are of each sort. */
export const LibraryFacets = z.object({
  shelves: z.record(LibraryShelf, z.int()),
  states: z.record(ReviewState, z.int()),
  collections: z.array(Collection),
  tags: z.array(Named),
  skills: z.array(Named),
});
export type LibraryFacets = z.infer<typeof LibraryFacets>;

const BlockPlace = z.object({ module: Id, block: Id });

/** How the original of a block that was taken over stands now. */
export const Original = BlockPlace.extend({
  state: z.enum(['there', 'block-gone', 'module-gone']),
  title: z.string(),
  /** Of the original as it is now; null where it is gone. */
  hash: TakenFrom.shape.hash.nullable(),
});
export type Original = z.infer<typeof Original>;

export const library = {
  /** A stretch of the modules that pass a filter, in order; `total` counts all of them. */
  find: procedure.input(LibraryStretch).output(z.object({ total: z.int(), entries: z.array(LibraryEntry) })),
  facets: procedure.output(LibraryFacets),
  /** A copy beside the original, made here. */
  duplicate: procedure.input(byId).output(ModuleDraft),
  /** Out of sight, and back; nothing of it is lost. */
  archive: procedure.input(byId.extend({ archived: z.boolean() })).output(z.null()),
  addCollection: procedure.input(z.object({ name: Name })).output(Collection),
  renameCollection: procedure.input(byId.extend({ name: Name })).output(z.null()),
  /** The modules in it stay. */
  removeCollection: procedure.input(byId).output(z.null()),
  /** Puts a module on exactly these collections and tags, and gives it these skills, which travel with it. */
  sort: procedure.input(byId.extend({ collections: z.array(Id).max(100), tags: Tags, skills: Skills.or(z.tuple([])) })).output(z.null()),
  /** The module with this id, or all that have exactly this title. */
  named: procedure.input(z.object({ name: z.string().max(200) })).output(z.array(Titled)),
  /** Which modules show a file. */
  uses: procedure.input(z.object({ media: MediaHash })).output(z.array(Titled)),
  /** A block to be put into another module, with what is written for it in other languages, and where it comes from. */
  take: procedure.input(BlockPlace).output(z.object({ block: Block, texts: BlockTexts, takenFrom: TakenFrom })),
  originals: procedure.input(z.object({ places: z.array(BlockPlace).max(500) })).output(z.array(Original)),
};
