import { z } from 'zod';

/** Texts of H5P are markup; numbers and booleans come as either. Everything that may be missing is. */
const html = z.string().max(200_000).default('');
const flag = z.union([z.boolean(), z.literal('true').transform(() => true), z.literal('false').transform(() => false)]);

/** A part of an H5P: which kind it is, and what that kind needs, which is checked by kind. */
export const Content = z.object({
  library: z.string().max(200),
  params: z.unknown(),
  metadata: z.object({ title: z.string().max(1000).optional() }).optional(),
});
export type Content = z.infer<typeof Content>;

export const H5pHead = z.object({
  title: z.string().max(1000).default(''),
  language: z.string().max(35).default(''),
  mainLibrary: z.string().max(200),
});

const File = z.object({ path: z.string().max(2000) });
const wrapped = z.object({ content: Content.optional() });

export const Text = z.object({ text: html });
export const Image = z.object({ file: File.optional(), alt: z.string().max(2000).default(''), contentName: z.string().optional() });
export const Video = z.object({ sources: z.array(File).max(20).default([]), title: z.string().optional() });
export const Link = z.object({
  title: z.string().default(''),
  linkWidget: z.object({ protocol: z.string().default(''), url: z.string().default('') }),
});
export const Accordion = z.object({ panels: z.array(z.object({ title: html, content: Content.optional() })).max(200) });
const Card = z.object({ text: html, answer: html, image: File.optional() });
export const DialogCards = z.object({ dialogs: z.array(Card).max(200), title: html });
export const Flashcards = z.object({ cards: z.array(Card).max(200), description: html });

export const MultiChoice = z.object({
  question: html,
  answers: z
    .array(
      z.object({
        text: html,
        correct: flag.default(false),
        tipsAndFeedback: z.object({ tip: html, chosenFeedback: html }).partial().optional(),
      }),
    )
    .max(200),
  behaviour: z.object({ singleAnswer: z.boolean().optional(), type: z.string().optional() }).optional(),
  media: z.object({ type: Content.optional() }).optional(),
});
export const TrueFalse = z.object({
  question: html,
  correct: flag,
  l10n: z.object({ trueText: z.string().default('True'), falseText: z.string().default('False') }).optional(),
  behaviour: z.object({ feedbackOnCorrect: html, feedbackOnWrong: html }).partial().optional(),
  media: z.object({ type: Content.optional() }).optional(),
});
/** The first answer of each is the right one. */
export const SingleChoiceSet = z.object({ choices: z.array(z.object({ question: html, answers: z.array(html).max(50) })).max(200) });
export const Blanks = z.object({ text: html, questions: z.array(html).max(200) });
export const Gapped = z.object({ taskDescription: html, textField: html });

export const Column = z.object({ content: z.array(wrapped).max(500) });
export const QuestionSet = z.object({
  introPage: z.object({ introduction: html }).partial().optional(),
  questions: z.array(Content).max(500),
});
export const Book = z.object({ chapters: z.array(Content).max(200) });
export const Presentation = z.object({
  presentation: z.object({
    slides: z
      .array(
        z.object({
          elements: z
            .array(z.object({ action: Content.optional() }))
            .max(200)
            .default([]),
        }),
      )
      .max(500),
  }),
});
export const InteractiveVideo = z.object({
  interactiveVideo: z.object({
    video: z.object({
      files: z.array(File).max(20).default([]),
      startScreenOptions: z.object({ title: z.string().optional() }).optional(),
    }),
    assets: z
      .object({
        interactions: z
          .array(z.object({ duration: z.object({ from: z.coerce.number().nonnegative() }), action: Content.optional(), label: html }))
          .max(500)
          .default([]),
      })
      .default({ interactions: [] }),
    summary: z.object({ task: Content.optional() }).optional(),
  }),
});
