import { randomUUID } from 'node:crypto';
import type { Block, BlockType } from '../../src/shared/model/blocks/index.ts';
import type { ModuleContent } from '../../src/shared/model/module.ts';
import type { MomentQuiz } from '../../src/shared/model/quiz/model.ts';
import { content, heading, paragraph, steps } from '../e2e/support/hub-town.ts';
import { hotspot, questions, quizBlock } from '../e2e/support/questions.ts';

/** What the lessons show: names of files of the studio. */
export interface Shown {
  /** 1280 by 720. */
  pictures: [string, string, string];
  face: string;
  video: string;
  seconds: number;
  captions: string;
  chapters: string;
}

const block = (type: BlockType, attrs: object = {}, inner: object[] = []): Block =>
  ({ type, attrs: { id: randomUUID(), ...attrs }, ...(inner.length > 0 && { content: inner }) }) as unknown as Block;

const words = (text: string, ...marks: object[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });
const line = (text: string) => ({ type: 'paragraph', content: [words(text)] });
const point = (text: string) => ({ type: 'listItem', content: [line(text)] });
const row = (type: 'tableHeader' | 'tableCell', ...cells: string[]) => ({
  type: 'tableRow',
  content: cells.map((text) => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [line(text)] })),
});
const section = (title: string, text: string) => ({
  type: 'accordionSection',
  content: [{ type: 'accordionTitle', content: [words(title)] }, line(text)],
});

/** Prose, and what reads like it. */
const inWords = ({ face }: Shown): Block[] => [
  heading('Before you begin'),
  block('paragraph', {}, [
    words('Most of us open '),
    words('an order for each part', { type: 'bold' }),
    words('. One is '),
    words('faster', { type: 'italic' }),
    words(', as '),
    words('the price list', { type: 'link', attrs: { href: 'https://intranet.example/prices' } }),
    words(' says; its code is '),
    words('K-20', { type: 'code' }),
    words('.'),
  ]),
  block('bulletList', {}, [point('The customer’s number'), point('The serial number of the saw, which stands beneath the cover')]),
  block('heading', { level: 3 }, [words('On the day itself')]),
  steps('Open the service order.', 'Choose each part from the list on the left.'),
  block('blockquote', {}, [line('An order that is sent twice comes twice.')]),
  block('callout', { tone: 'tip' }, [line('Sort the list by number: what belongs together stands together.')]),
  block('callout', { tone: 'warning' }, [line('Never order a blade without its nut.')]),
  block('callout', { tone: 'example' }, [line('For a K-20 that tears the edge: blade 4713, nut 4719, and a new seal.')]),
  block('table', { caption: 'What a repair needs' }, [
    row('tableHeader', 'Repair', 'Parts', 'Minutes'),
    row('tableCell', 'Blunt blade', 'Blade, nut', '12'),
    row('tableCell', 'Leak at the shaft', 'Seal 30, grease', '25'),
  ]),
  block('codeBlock', { language: 'Excel formula' }, [words('=SUMIFS(parts!C:C,\n  parts!A:A, "K-20")')]),
  block('accordion', {}, [
    section('What if a part is not on the list?', 'Ask the warehouse for its number, and type that into the search.'),
    section('Who pays for the parcel?', 'The customer, unless the saw is under warranty.'),
  ]),
  block(
    'checklist',
    {},
    ['All parts stand on the right side', 'The address is the customer’s'].map((text) => ({
      type: 'checkItem',
      attrs: { id: randomUUID() },
      content: [line(text)],
    })),
  ),
  block('colleagueQuote', { name: 'Tomasz Wilk', role: 'Shift lead, warehouse', photo: face }, [
    line('When all parts stand on one order I pack one parcel, and nobody waits for the second.'),
  ]),
  block('resource', {
    title: 'All part numbers of the K series',
    address: 'https://intranet.example/parts/k',
    about: 'Drawings with a number at each part.',
    minutes: 3,
  }),
  block('reflection', { question: 'When did a customer last wait for the second parcel?' }),
  block('askMe', { invitation: 'Is your saw none of the K series? Ask me before you order.' }),
];

/** Pictures, the video with its questions, and what shows moments of it. */
const inPictures = ({ pictures, video, seconds, captions, chapters }: Shown): Block[] => {
  const [first, middle, last] = pictures.map((media) => ({ media, decorative: false, width: 1280, height: 720 }));
  const clip = randomUUID();
  const asked = (at: number, quiz: MomentQuiz) => ({ id: randomUUID(), at, quiz });
  return [
    block('video', {
      id: clip,
      media: video,
      poster: pictures[0],
      title: 'In one go',
      duration: seconds,
      width: 1280,
      height: 720,
      captions: { media: captions, language: 'en' },
      chapters,
      questions: [asked(6, questions.multiple), asked(14, questions.fill)],
    }),
    block('image', {
      ...middle,
      alt: 'The list of parts, with two of them added',
      crop: { x: 0, y: 0.1, width: 0.5, height: 0.6 },
      caption: 'What was added says so.',
    }),
    block('steps', {
      steps: [
        {
          id: randomUUID(),
          heading: 'Open the order',
          text: 'It is the number on the slip.',
          shows: { as: 'picture', ...first, alt: 'An empty order' },
        },
        {
          id: randomUUID(),
          heading: 'Choose the parts',
          text: 'Press each one in the list on the left.\nThey go to the right by themselves.',
          shows: { as: 'moment', video: clip, at: 9, still: { media: pictures[1], width: 1280, height: 720 } },
        },
        {
          id: randomUUID(),
          heading: 'Look it over',
          text: '',
          // Of a video that is gone.
          shows: { as: 'moment', video: randomUUID(), at: 2, still: { media: pictures[2], width: 1280, height: 720 } },
        },
        { id: randomUUID(), heading: 'Send it', text: '' },
      ],
    }),
    block('flipCards', {
      cards: [
        { id: randomUUID(), front: { text: 'Kerf' }, back: { text: 'What the blade takes away of the wood.' } },
        { id: randomUUID(), front: { text: '4713', picture: { ...last, alt: 'The order, full' } }, back: { text: 'Blade K-20' } },
      ],
    }),
  ];
};

/** A question of each kind. */
const inQuestions = ({ pictures }: Shown): Block[] => [
  quizBlock({
    kind: 'single',
    question: 'What do you look at before you send the order?',
    explanation: 'What stands there is what is sent.',
    options: [
      { id: 'right', text: 'The right side', correct: true, feedback: 'Yes: it is what the warehouse reads.' },
      { id: 'price', text: 'The price list', correct: false, feedback: 'Prices are filled in by themselves.' },
    ],
  }),
  ...Object.values(questions).map(quizBlock),
  quizBlock(hotspot(pictures[2])),
];

/** Three lessons with blocks of every kind, by a name for their pictures. */
export const lessons = (shown: Shown): Record<string, ModuleContent> => ({
  words: content('Everything that is said in words', 'You can read each kind of block that is words.', [
    paragraph('A lesson of words alone.'),
    ...inWords(shown),
  ]),
  pictures: content('Everything that is shown', 'You can follow what is shown.', inPictures(shown)),
  questions: content('Everything that is asked', 'You can answer a question of each kind.', inQuestions(shown)),
});
