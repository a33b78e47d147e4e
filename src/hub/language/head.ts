import { bestOf } from '../../shared/model/translation/language.ts';
import { type Head, headIn, type Titled } from '../../shared/model/translation/localize.ts';

/** Title and objective of a module for someone whom the hub speaks to in a language, each with the one it is in. */
export const headFor = (content: Titled, speaks: string): Head =>
  headIn(content, bestOf([content.language, ...Object.keys(content.translations ?? {})], [speaks]) ?? content.language);
