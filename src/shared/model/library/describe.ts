import { blockName, mediaOfBlock, textsOfBlock } from '../blocks/index.ts';
import { learnerSeconds } from '../minutes.ts';
import { type ModuleContent, mediaOf } from '../module.ts';
import { withoutCodes } from '../translation/codes.ts';

/** Something that is said in a video: when, and what. */
export type SpokenLine = readonly [second: number, text: string];

/** Where something can be found, what weighs most first. */
export const searchedParts = ['title', 'objective', 'labels', 'headings', 'text', 'spoken'] as const;
export type SearchedPart = (typeof searchedParts)[number];

/** A line that can be found, and the place it stands at. */
export interface SearchedLine {
  where: SearchedPart;
  text: string;
  block: string | null;
  /** What kind of block that is, as one says it. */
  kind: string | null;
  second: number | null;
}

/** A module as the catalogue has it: what a card shows, and what is searched, line by line. */
export interface Description {
  facts: { title: string; objective: string; language: string; poster: string | null; seconds: number; skills: string[] };
  lines: SearchedLine[];
  media: string[];
}

/** One line without what could part it. */
const flat = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

const outside = (where: SearchedPart, text: string): SearchedLine => ({ where, text: flat(text), block: null, kind: null, second: null });

/** The first picture one sees of a module. */
const posterOf = ({ body }: ModuleContent): string | null =>
  body.content.flatMap(mediaOfBlock).find(({ as }) => as === 'picture')?.hash ?? null;

/** What a block says in other languages; its marks are no words. */
const translatedIn = ({ translations = {} }: ModuleContent, block: string): string[] =>
  Object.values(translations).flatMap(({ blocks }) => Object.values(blocks[block] ?? {}).map(({ text }) => withoutCodes(text)));

const titlesOf = ({ title, translations = {} }: ModuleContent): string[] => [
  title,
  ...Object.values(translations).flatMap(({ head }) => head.title?.text ?? []),
];

/** `spokenIn` gives what is said in a file of captions, or nothing where it is none. */
export function describeModule(
  content: ModuleContent,
  tags: readonly string[],
  spokenIn: (media: string) => readonly SpokenLine[],
): Description {
  const { title, objective, language, skills = [] } = content;
  const written = content.body.content.flatMap((block): SearchedLine[] => {
    const where = block.type === 'heading' ? 'headings' : 'text';
    const place = { block: block.attrs.id, kind: blockName(block) };
    const texts = textsOfBlock(block).map((text): SearchedLine => ({ where, text: flat(text), ...place, second: null }));
    const spoken = mediaOfBlock(block).flatMap(({ hash, as }) =>
      as === 'text' ? spokenIn(hash).map(([second, said]): SearchedLine => ({ where: 'spoken', text: flat(said), ...place, second })) : [],
    );
    return [
      ...texts,
      ...translatedIn(content, block.attrs.id).map((text): SearchedLine => ({ where, text: flat(text), ...place, second: null })),
      ...spoken,
    ];
  });
  const labels = [...skills, ...tags].map((label) => outside('labels', label));
  return {
    facts: { title, objective, language, poster: posterOf(content), seconds: learnerSeconds(content.body), skills },
    lines: [...titlesOf(content).map((one) => outside('title', one)), outside('objective', objective), ...labels, ...written].filter(
      ({ text }) => text !== '',
    ),
    media: mediaOf(content),
  };
}
