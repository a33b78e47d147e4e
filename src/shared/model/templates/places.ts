import type { Block } from '../blocks/index.ts';
import { emptyLine, emptyPoint } from '../blocks/prose.ts';
import { emptyQuiz } from '../quiz/blank.ts';
import type { Quiz } from '../quiz/model.ts';

/** The places of a template, each with what belongs into it. Every call makes new ones. */
export function placesWith(newId: () => string) {
  const asked = (hint: string) => ({ id: newId(), hint });
  const words = (text: string) => ({ type: 'text' as const, text });
  const item = () => ({
    type: 'checkItem' as const,
    attrs: { id: newId() },
    content: [emptyLine(newId())] as [ReturnType<typeof emptyLine>],
  });
  const cell = (type: 'tableHeader' | 'tableCell', text = '') => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: [{ ...emptyLine(newId()), ...(text && { content: [words(text)] }) }],
  });
  const row = (cells: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content: cells });
  const quiz = (hint: string, blank: Quiz): Block => ({ type: 'quiz', attrs: { ...asked(hint), quiz: blank } });

  return {
    heading: (text: string): Block => ({ type: 'heading', attrs: { id: newId(), level: 2 }, content: [words(text)] }),
    text: (hint: string): Block => ({ type: 'paragraph', attrs: asked(hint) }),
    points: (hint: string): Block => ({ type: 'bulletList', attrs: asked(hint), content: [emptyPoint(newId())] }),
    callout: (tone: 'tip' | 'warning' | 'example', hint: string): Block => ({
      type: 'callout',
      attrs: { ...asked(hint), tone },
      content: [emptyLine(newId())],
    }),
    quote: (hint: string): Block => ({
      type: 'colleagueQuote',
      attrs: { ...asked(hint), name: '', role: '', photo: null },
      content: [emptyLine(newId())],
    }),
    steps: (hint: string, count: number): Block => ({
      type: 'steps',
      attrs: { ...asked(hint), steps: Array.from({ length: count }, () => ({ id: newId(), heading: '', text: '' })) },
    }),
    checklist: (hint: string, count: number): Block => ({
      type: 'checklist',
      attrs: asked(hint),
      content: Array.from({ length: count }, item),
    }),
    /** A row of names, and one to fill in. */
    table: (hint: string, columns: readonly string[]): Block => ({
      type: 'table',
      attrs: { ...asked(hint), caption: '' },
      content: [row(columns.map((name) => cell('tableHeader', name))), row(columns.map(() => cell('tableCell')))],
    }),
    sections: (hint: string, count: number): Block => ({
      type: 'accordion',
      attrs: asked(hint),
      content: Array.from({ length: count }, () => ({
        type: 'accordionSection',
        content: [{ type: 'accordionTitle' }, emptyLine(newId())],
      })),
    }),
    cards: (hint: string, count: number): Block => ({
      type: 'flipCards',
      attrs: {
        ...asked(hint),
        cards: Array.from({ length: count }, () => ({ id: newId(), front: { text: '' }, back: { text: '' } })),
      },
    }),
    resource: (hint: string): Block => ({ type: 'resource', attrs: { ...asked(hint), title: '', address: '', about: '' } }),
    reflection: (hint: string): Block => ({ type: 'reflection', attrs: { ...asked(hint), question: '' } }),
    askMe: (hint: string): Block => ({ type: 'askMe', attrs: { ...asked(hint), invitation: '' } }),
    choice: (hint: string): Block => quiz(hint, emptyQuiz('single', newId, 3)),
    order: (hint: string): Block => quiz(hint, emptyQuiz('order', newId)),
  };
}
export type Places = ReturnType<typeof placesWith>;
