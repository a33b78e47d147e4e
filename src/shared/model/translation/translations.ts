import { z } from 'zod';
import { Id } from '../ids.ts';

/** BCP 47 as it is written on the web: `de`, `pt-BR`, `zh-Hant`. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u);

export const longestText = 100_000;

/** A text in another language. `from` is how the source read when it was written: where that changed since, it is outdated. */
export const Wording = z.object({ from: z.string().max(longestText), text: z.string().max(longestText) });
export type Wording = z.infer<typeof Wording>;

const most = 2000;
export const Wordings = z.record(z.string().min(1).max(300), Wording).refine((texts) => Object.keys(texts).length <= most);

export type Wordings = z.infer<typeof Wordings>;

/**
 * A module in another language: its texts and nothing else. Pictures, videos, moments, addresses and right answers are those of
 * the source, so no language can come to say something else than the others by them.
 */
export const Translation = z.object({
  /** Title and objective, by these names. */
  head: Wordings,
  /** By the id of a block, and by the key of a text in it. */
  blocks: z.record(Id, Wordings),
});
export type Translation = z.infer<typeof Translation>;

export const maxLanguages = 40;

export const Translations = z
  .record(LanguageTag, Translation)
  .refine((all) => Object.keys(all).length <= maxLanguages, { message: `A module has at most ${maxLanguages} languages.` });
export type Translations = z.infer<typeof Translations>;

export const noTexts: Translation = { head: {}, blocks: {} };

/** The texts of one block, by language. */
export const BlockTexts = z.record(LanguageTag, Wordings);
export type BlockTexts = z.infer<typeof BlockTexts>;
