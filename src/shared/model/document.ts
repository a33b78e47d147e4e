import { z } from 'zod';
import { Id, line, MediaHash, Seconds } from './ids.ts';
import { Quiz } from './quiz.ts';
import { VideoText } from './video-text.ts';

/** Only addresses that open a page or a mail; never script, data or file addresses. */
export const LinkAddress = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:)/i, 'A link starts with https://, http:// or mailto:');

const Mark = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['bold', 'italic', 'code']) }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: LinkAddress }) }),
]);

const Text = z.object({ type: z.literal('text'), text: z.string().min(1), marks: z.array(Mark).optional() });
const HardBreak = z.object({ type: z.literal('hardBreak') });
const Inline = z.discriminatedUnion('type', [Text, HardBreak]);
export type Inline = z.infer<typeof Inline>;

/** Every block carries an id that survives edits: comments, records and links hang on it. */
const identified = z.object({ id: Id });
const inlines = z.array(Inline).optional();

const Paragraph = z.object({ type: z.literal('paragraph'), attrs: identified, content: inlines });
const Heading = z.object({
  type: z.literal('heading'),
  attrs: identified.extend({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
});

const InnerParagraph = z.object({ type: z.literal('paragraph'), attrs: z.object({ id: Id.nullish() }).optional(), content: inlines });
type ListItem = { type: 'listItem'; content: (z.infer<typeof InnerParagraph> | InnerList)[] };
type InnerList = {
  type: 'bulletList' | 'orderedList';
  attrs?: { id?: string | null | undefined; start?: number | undefined } | undefined;
  content: ListItem[];
};
const ListItem: z.ZodType<ListItem> = z.lazy(() =>
  z.object({ type: z.literal('listItem'), content: z.array(z.union([InnerParagraph, InnerList])).min(1) }),
);
const InnerList: z.ZodType<InnerList> = z.lazy(() =>
  z.object({
    type: z.enum(['bulletList', 'orderedList']),
    attrs: z.object({ id: Id.nullish(), start: z.int().optional() }).optional(),
    content: z.array(ListItem).min(1),
  }),
);
const BulletList = z.object({ type: z.literal('bulletList'), attrs: identified, content: z.array(ListItem).min(1) });
const OrderedList = z.object({
  type: z.literal('orderedList'),
  attrs: identified.extend({ start: z.int().optional() }),
  content: z.array(ListItem).min(1),
});
const Quote = z.object({ type: z.literal('blockquote'), attrs: identified, content: z.array(InnerParagraph).min(1) });

const Image = z.object({
  type: z.literal('image'),
  attrs: identified.extend({
    media: MediaHash,
    /** What a person who cannot see it needs to know. Empty only where `decorative`. */
    alt: line(500),
    decorative: z.boolean(),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
});

const Video = z.object({
  type: z.literal('video'),
  attrs: identified.extend({
    media: MediaHash,
    poster: MediaHash.nullable(),
    title: line(120),
    duration: Seconds,
    width: z.int().positive(),
    height: z.int().positive(),
    /** WebVTT files beside the video. Absent, not null, where there are none: a module of before keeps the hash of its revision. */
    captions: VideoText.shape.captions.unwrap().optional(),
    chapters: MediaHash.optional(),
  }),
});

const QuizBlock = z.object({ type: z.literal('quiz'), attrs: identified.extend({ quiz: Quiz }) });

export const Block = z.discriminatedUnion('type', [Paragraph, Heading, BulletList, OrderedList, Quote, Image, Video, QuizBlock]);
export type Block = z.infer<typeof Block>;
export type VideoBlock = z.infer<typeof Video>;
export type ImageBlock = z.infer<typeof Image>;
export type QuizBlock = z.infer<typeof QuizBlock>;

/** What a block that is no text carries, for whoever makes one. */
export const blockAttributes = { image: Image.shape.attrs, video: Video.shape.attrs, quiz: QuizBlock.shape.attrs };

/** More blocks than this is no micro-learning module, and refused. */
export const maxBlocks = 500;

/** A module's body: ProseMirror JSON of the schema in `schema.ts`, checked here before anything trusts it. */
export const ModuleDocument = z.object({ type: z.literal('doc'), content: z.array(Block).max(maxBlocks) });
export type ModuleDocument = z.infer<typeof ModuleDocument>;

export function mediaIn(document: ModuleDocument): string[] {
  return document.content.flatMap((block) => {
    if (block.type === 'image') return [block.attrs.media];
    if (block.type !== 'video') return [];
    const { media, poster, captions, chapters } = block.attrs;
    return [media, poster, captions?.media, chapters].filter((hash) => typeof hash === 'string');
  });
}
