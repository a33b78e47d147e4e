import { z } from 'zod';
import { type Block, outlinedAs, textsOfBlock } from '../blocks/index.ts';
import { mediaIn } from '../document.ts';
import { Id, line, MediaHash } from '../ids.ts';
import { ModuleContent } from '../module.ts';

/** Those that come with Showhow have a name, those of a company a UUID. */
export const TemplateId = z.union([Id, z.string().regex(/^[a-z]+(-[a-z]+)*$/)]);

/** What one reads of a template before one takes it. `minutes` are those of a learner, once it is filled in. */
export const TemplateWords = z.object({ name: line(80).min(1), about: line(200), minutes: z.int().min(1).max(60) });
export type TemplateWords = z.infer<typeof TemplateWords>;

/** A template as it is offered. */
export const Template = TemplateWords.extend({
  id: TemplateId,
  from: z.enum(['showhow', 'company']),
  /** Its parts, in their order, by their names. */
  stages: z.array(z.string()),
});
export type Template = z.infer<typeof Template>;

const shows = (block: Block): boolean =>
  block.type === 'video' || (block.type === 'steps' && block.attrs.steps.some((step) => step.shows?.as === 'moment'));

/** What a module begun from it holds at first. A video is what each lesson has for itself, so a template keeps none. */
export const TemplateContent = ModuleContent.pick({ title: true, objective: true, language: true, skills: true, body: true }).refine(
  ({ body }) => !body.content.some(shows),
  { message: 'A template holds no video.' },
);
export type TemplateContent = z.infer<typeof TemplateContent>;

/** All pictures of a template together are no larger than this, as the letters of Base64 that a file holds. */
const mostLetters = 4 * Math.ceil(8_000_000 / 3);

/** A template as a file that a company hands on: its pictures travel in it, and it names no other file. */
export const TemplateFile = TemplateWords.extend({
  format: z.literal('showhow-template/1'),
  content: TemplateContent,
  pictures: z.array(z.object({ hash: MediaHash, bytes: z.base64().min(1).max(mostLetters) })).max(20),
})
  .refine(({ pictures }) => pictures.reduce((sum, { bytes }) => sum + bytes.length, 0) <= mostLetters, {
    message: 'The pictures of a template are too large.',
  })
  .refine(({ content, pictures }) => mediaIn(content.body).every((hash) => pictures.some((picture) => picture.hash === hash)), {
    message: 'A picture of the template is missing.',
  });
export type TemplateFile = z.infer<typeof TemplateFile>;

const mostStages = 8;

/** The large headings, which part a lesson; where there are none, all that an outline names. */
export function stagesOf(blocks: readonly Block[]): string[] {
  const headings = blocks.filter((block) => block.type === 'heading' && block.attrs.level === 2).flatMap(textsOfBlock);
  return (headings.length > 0 ? headings : blocks.flatMap((block) => outlinedAs(block) ?? [])).slice(0, mostStages);
}

/** The same blocks under names of their own, inner ones too: two modules of one template have nothing in common. */
export function withNewIds(blocks: readonly Block[], newId: () => string): Block[] {
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, key === 'id' && Id.safeParse(part).success ? newId() : renamed(part)]),
    );
  };
  return renamed(blocks) as Block[];
}
