import { describe, expect, it } from 'vitest';
import type { ModuleContent } from '../../../../src/shared/model/module.ts';
import { setText } from '../../../../src/shared/model/translation/change.ts';
import { standingsIn } from '../../../../src/shared/model/translation/standing.ts';
import { LearningRecord } from '../../../../src/shared/xapi/record.ts';
import { statementOf } from '../../../../src/shared/xapi/statement.ts';

const video = '018f2f10-0000-7000-8000-000000000001';
const quiz = '018f2f10-0000-7000-8000-000000000002';
const moduleId = '018f2f10-0000-7000-8000-000000000003';
const hash = 'a'.repeat(64);

const content: ModuleContent = {
  title: 'Change the blade',
  objective: 'Change it safely',
  language: 'en',
  body: {
    type: 'doc',
    content: [
      { type: 'video', attrs: { id: video, media: hash, poster: null, title: 'In one go', duration: 12, width: 640, height: 360 } },
      {
        type: 'quiz',
        attrs: {
          id: quiz,
          quiz: {
            kind: 'single',
            question: 'First?',
            explanation: '',
            options: [
              { id: 'a', text: 'Plug', correct: true, feedback: '' },
              { id: 'b', text: 'Blade', correct: false, feedback: '' },
            ],
          },
        },
      },
    ],
  },
};

const setting = { hub: 'https://hub.example', person: { id: 'p1', name: 'Lea' }, content };

const record = (event: LearningRecord['event']): LearningRecord => ({
  id: '018f2f10-0000-4000-8000-00000000000a',
  at: '2026-11-22T18:00:00.000Z',
  session: '018f2f10-0000-4000-8000-00000000000b',
  moduleId,
  revision: hash,
  event,
});

const statement = (event: LearningRecord['event']) => statementOf(record(event), setting);

describe('a statement', () => {
  it('says who by her account at the hub, and nothing of her mail', () => {
    const made = statement({ verb: 'initialized' });
    expect(made?.actor).toEqual({ objectType: 'Agent', name: 'Lea', account: { homePage: 'https://hub.example', name: 'p1' } });
    expect(made?.object.id).toBe(`https://hub.example/modules/${moduleId}`);
  });

  it('gives a completed video its played segments, progress and duration after the video profile', () => {
    const segments: [number, number][] = [
      [0, 6],
      [6.5, 12],
    ];
    const made = statement({ verb: 'completed', blockId: video, time: 12, duration: 12, segments });
    expect(made?.verb.id).toBe('http://adlnet.gov/expapi/verbs/completed');
    expect(made?.result).toMatchObject({ completion: true, duration: 'PT11.5S' });
    expect(made?.result?.extensions).toMatchObject({
      'https://w3id.org/xapi/video/extensions/played-segments': '0[.]6[,]6.5[.]12',
      'https://w3id.org/xapi/video/extensions/progress': 0.958,
    });
    expect(made?.context.contextActivities).toMatchObject({ category: [{ id: 'https://w3id.org/xapi/video' }] });
  });

  it('tells the length of the part that a video shows', () => {
    const [block] = content.body.content;
    if (block?.type !== 'video') throw new Error('The sample begins with a video');
    const part = { ...content, body: { ...content.body, content: [{ ...block, attrs: { ...block.attrs, part: { from: 4, to: 9 } } }] } };
    const made = statementOf(record({ verb: 'played', blockId: video, time: 0, duration: 5 }), { ...setting, content: part });
    expect(made?.context.extensions).toMatchObject({ 'https://w3id.org/xapi/video/extensions/length': 5 });
  });

  it('judges an answer itself, whatever the page said', () => {
    const made = statement({ verb: 'answered', blockId: quiz, answer: { kind: 'single', chosen: ['b'] }, correct: true, attempt: 1 });
    expect(made?.result).toEqual({ success: false, score: { scaled: 0 }, response: 'b' });
    expect(made?.object.definition).toMatchObject({ interactionType: 'choice', correctResponsesPattern: ['a'] });
  });

  it('is not made of what is not in the module', () => {
    expect(statement({ verb: 'played', blockId: quiz, time: 0, duration: 12 })).toBeNull();
    expect(statement({ verb: 'played', blockId: moduleId, time: 0, duration: 12 })).toBeNull();
    expect(statement({ verb: 'answered', blockId: quiz, answer: { kind: 'single', chosen: ['c'] }, correct: true, attempt: 1 })).toBeNull();
  });

  it('is asked for without an actor: a page that names one is not heard on it', () => {
    expect(LearningRecord.parse({ ...record({ verb: 'initialized' }), actor: { name: 'Someone else' } })).not.toHaveProperty('actor');
  });
});

describe('a module in another language', () => {
  const german = standingsIn(content, undefined).reduce(
    (made, { block, unit }) => setText(made, 'de', { block, key: unit.key }, { from: unit.text, text: `${unit.text} (de)` }),
    content,
  );
  const asked = (known: ModuleContent, language: string) =>
    statementOf({ ...record({ verb: 'initialized' }), language }, { ...setting, content: known })?.object.definition.name;

  it('is named in the language in which it was had, whichever was asked for before', () => {
    expect([asked(german, 'de'), asked(german, 'en'), asked(german, 'fr'), asked(german, 'de')]).toEqual([
      { de: 'Change the blade (de)' },
      { en: 'Change the blade' },
      { en: 'Change the blade' },
      { de: 'Change the blade (de)' },
    ]);
  });

  it('has each of its texts under the language it is in: of half a translation, the rest is as it was written', () => {
    const text = (made: ModuleContent, key: string, from: string) =>
      setText(made, 'de', { block: null, key }, { from, text: `${from} (de)` });
    const definition = (known: ModuleContent, event: LearningRecord['event']) =>
      statementOf({ ...record(event), language: 'de' }, { ...setting, content: known })?.object.definition;
    const opened = { verb: 'initialized' } as const;
    const noTitle = text(content, 'objective', content.objective);
    expect(definition(noTitle, opened)).toMatchObject({
      name: { en: 'Change the blade' },
      description: { de: 'Change it safely (de)' },
    });
    expect(definition(text(content, 'title', content.title), opened)).toMatchObject({
      name: { de: 'Change the blade (de)' },
      description: { en: 'Change it safely' },
    });
    const [block] = german.body.content;
    if (block?.type !== 'video') throw new Error('The sample begins with a video');
    const untitled = { ...noTitle, body: { ...content.body, content: [{ ...block, attrs: { ...block.attrs, title: '' } }] } };
    expect(definition(untitled, { verb: 'played', blockId: video, time: 0, duration: 12 })?.name).toEqual({ en: 'Change the blade' });
  });

  it('is put into it once for all records of a page', () => {
    let read = 0;
    const { de } = german.translations ?? {};
    const translations = {
      get de() {
        read += 1;
        return de;
      },
    };
    const counted = { ...german, translations } as ModuleContent;
    asked(counted, 'de');
    const once = read;
    for (let count = 0; count < 5; count += 1) asked(counted, 'de');
    expect([once > 0, read]).toEqual([true, once]);
  });
});
