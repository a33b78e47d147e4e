import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/shared/model/blocks/index.ts';
import type { Timed } from '../../../../src/shared/model/edit/time.ts';
import type { ModuleContent } from '../../../../src/shared/model/module.ts';
import type { Anchor } from '../../../../src/shared/model/review/anchor.ts';
import { anchored } from '../../../../src/shared/model/review/anchored.ts';
import { locate } from '../../../../src/shared/model/review/locate.ts';
import { bare, findExact, quoteAt } from '../../../../src/shared/model/review/quote.ts';
import { sightOf, wordsOf } from '../../../../src/shared/model/review/spoken.ts';
import { changeWords, spokenOf } from '../../../../src/shared/model/review/words.ts';
import { content, hash, id, image, list, text, video } from './material.ts';

const place = (anchor: Anchor | null, now: ModuleContent, cuts?: Parameters<typeof locate>[2]) => {
  if (!anchor) throw new Error('The anchor was not made');
  return locate(anchor, now, cuts);
};
const on = (n: number, exact: string, inContent: ModuleContent) =>
  anchored({ kind: 'text', blockId: id(n), quote: { exact, prefix: '', suffix: '' }, start: 0, end: 0 }, inContent);
const said = (now: ModuleContent, { blockId, range }: ReturnType<typeof locate>) => {
  const block = now.body.content.find(({ attrs }) => attrs.id === blockId);
  return block && range && wordsOf(block).slice(range.start, range.end);
};

describe('a comment on a block', () => {
  const then = content(text(1, 'First the plug.'), text(2, 'Then wait.'));
  const anchor = anchored({ kind: 'block', blockId: id(2) }, then);

  it('follows it to another place and says that it is as it was', () => {
    expect(place(anchor, content(text(2, 'Then wait.'), text(1, 'First the plug.')))).toEqual({ now: 'same', blockId: id(2) });
  });

  it('says when it was changed since, and when it is gone', () => {
    expect(place(anchor, content(text(2, 'Then wait a minute.')))).toEqual({ now: 'changed', blockId: id(2) });
    expect(place(anchor, content(text(1, 'First the plug.')))).toEqual({ now: 'gone', blockId: null });
    expect(anchor).toMatchObject({ about: 'text: Then wait.' });
  });

  it('is the same with what only its writer sees, and wherever it was taken from', () => {
    const told = { ...text(2, 'Then wait.'), attrs: { id: id(2), hint: 'What then?' } } as Block;
    const taken = { ...text(2, 'Then wait.'), attrs: { id: id(2), takenFrom: { module: id(5), block: id(6), hash: hash('a') } } } as Block;
    expect(place(anchor, content(told))).toEqual({ now: 'same', blockId: id(2) });
    expect(place(anchor, content(taken))).toEqual({ now: 'same', blockId: id(2) });
  });

  it('follows it into a quote', () => {
    const paragraph = { type: 'paragraph' as const, attrs: { id: id(2) }, content: [{ type: 'text' as const, text: 'Then wait.' }] };
    const now = content({ type: 'blockquote', attrs: { id: id(7) }, content: [paragraph] });
    expect(place(anchor, now)).toEqual({ now: 'changed', blockId: id(7) });
  });

  it('is never made for a block that is not there', () => {
    expect(anchored({ kind: 'block', blockId: id(9) }, then)).toBeNull();
  });
});

describe('a comment on words', () => {
  const then = content(text(1, 'Pull the plug. Then pull the lever, and wait.'), text(2, 'Something else.'));

  it('finds them again where the text around them grew', () => {
    const now = content(text(1, 'Gloves on! Pull the plug of the saw. Then pull the lever, and wait.'));
    const found = place(on(1, 'pull the lever', then), now);
    expect(found.now).toBe('same');
    expect(said(now, found)).toBe('pull the lever');
  });

  it('tells which of two it meant by what stands around it', () => {
    const twice = content(text(1, 'Press stop. Wait. Press stop again.'));
    const second = anchored(
      { kind: 'text', blockId: id(1), quote: { exact: 'Press stop', prefix: 'Wait. ', suffix: ' again' }, start: 0, end: 0 },
      twice,
    );
    const now = content(text(1, 'Now: press. Press stop. Wait. Press stop again.'));
    expect(place(second, now).range).toEqual({ start: 30, end: 40 });
  });

  it('tells which line it meant as a page reads it out, without the ends of lines', () => {
    const lines = content(list(1, 'Till', 'Yes', 'Safe', 'Yes', 'Shredder', 'Yes'));
    const third = anchored(
      { kind: 'text', blockId: id(1), quote: { exact: 'Yes', prefix: 'TillYesSafeYesShredder', suffix: '' }, start: 0, end: 0 },
      lines,
    );
    expect(third).toMatchObject({ kind: 'text', start: 27, end: 30 });
    const second = anchored(
      { kind: 'text', blockId: id(1), quote: { exact: 'Yes', prefix: 'TillYesSafe ', suffix: 'Shredder Yes' }, start: 0, end: 0 },
      lines,
    );
    expect(second).toMatchObject({ kind: 'text', start: 14, end: 17 });
  });

  it('are told from the same words elsewhere on a page that breaks its lines as it likes', () => {
    const lines = wordsOf(list(1, 'Till', 'Yes, always', 'Safe', 'Yes, always', 'Shredder'));
    const quote = quoteAt(lines, { start: 22, end: 33 });
    expect(quote.exact).toBe('Yes, always');
    expect(findExact('TillYes,alwaysSafeYes,alwaysShredder', { ...quote, exact: bare(quote.exact) })).toEqual({ start: 18, end: 28 });
  });

  it('does not take the same words of another sentence for its own', () => {
    const two = content(text(1, 'You should not touch the blade. You should not run.'));
    const first = anchored(
      { kind: 'text', blockId: id(1), quote: { exact: 'not', prefix: 'You should ', suffix: ' touch' }, start: 0, end: 0 },
      two,
    );
    const now = content(text(1, 'You should not run.'));
    expect(place(first, now)).toMatchObject({ now: 'changed', guessed: true });
    expect(place(first, content(text(1, 'Then: You should not touch the blade.')))).toMatchObject({ now: 'same' });
    const presses = content(text(1, 'Press stop. Wait. Press stop again.'));
    expect(place(on(1, 'Press stop', presses), content(text(1, 'Wait. Press stop again.')))).toMatchObject({
      now: 'changed',
      guessed: true,
    });
    const elsewhere = content(text(2, 'Never ask for the lever.'));
    expect(place(on(1, 'the lever', then), elsewhere)).toMatchObject({ now: 'changed', blockId: id(2), guessed: true });
  });

  it('knows a sentence that became part of another block', () => {
    const now = content(text(2, 'Something else. Pull the plug. Then pull the lever, and wait. And go.'));
    expect(place(on(1, 'Pull the plug. Then pull the lever, and wait.', then), now)).toMatchObject({ now: 'same', blockId: id(2) });
  });

  it('finds them rewritten, and says so', () => {
    const now = content(text(1, 'Pull the plug. Then push the levers, and wait.'));
    const found = place(on(1, 'pull the lever', then), now);
    expect(found).toMatchObject({ now: 'changed', blockId: id(1), guessed: true });
    expect(said(now, found)).toContain('the lever');
  });

  it('stays beside the block where nothing of them is left', () => {
    expect(place(on(1, 'pull the lever', then), content(text(1, 'Ask a colleague.')))).toEqual({ now: 'changed', blockId: id(1) });
  });

  it('follows them into another block, when theirs is gone', () => {
    const now = content(text(2, 'Something else. Then pull the lever, and wait.'));
    expect(said(now, place(on(1, 'pull the lever', then), now))).toBe('pull the lever');
    expect(place(on(1, 'pull the lever', then), content(text(2, 'Something else.')))).toEqual({ now: 'gone', blockId: null });
  });

  it('hangs on the block, with the words kept, where the page showed words that are not in it', () => {
    expect(on(1, 'Choose one.', then)).toMatchObject({ kind: 'block', about: '“Choose one.”' });
  });

  it('points at the very words in whatever text they were marked', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(), (words, one, other) => {
        const [start, end] = [one % words.length, other % words.length].toSorted((a, b) => a - b) as [number, number];
        const exact = words.slice(start, end + 1);
        if (exact.trim() === '') return;
        const module = content(text(1, words));
        const anchor = on(1, exact, module);
        expect(anchor?.kind).toBe('text');
        const found = place(anchor, module);
        expect(found.now).toBe('same');
        expect(said(module, found)?.replace(/\s/gu, '')).toBe(exact.trim().replace(/\s/gu, ''));
      }),
    );
  });

  it('stands inside its block, or is said to be gone, whatever is edited', () => {
    const anchor = on(1, 'pull the lever', then);
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (before, after, keeps) => {
        const words = keeps ? `${before}pull the lever${after}` : before + after;
        const now = content(text(1, words));
        const found = place(anchor, now);
        expect(found.blockId).toBe(id(1));
        if (keeps) expect(found.now).toBe('same');
        if (found.range) expect(found.range.end).toBeLessThanOrEqual(words.length);
      }),
    );
  });
});

describe('a comment on a moment', () => {
  const [old, newer] = [hash('c'), hash('d')];
  const clip = (name: string, from: number, to: number) => ({ id: name, source: 'take', from, to });
  const edit = (...clips: Timed['clips']): Timed => ({ clips, opening: null, closing: null }) as Timed;
  const then = content(video(1, old, 60));
  const at = (from: number, to?: number) =>
    anchored({ kind: 'moment', blockId: id(1), media: old, duration: 60, from, ...(to !== undefined && { to }) }, then);

  it('is where it was while the video is the same', () => {
    expect(place(at(23), then)).toEqual({ now: 'same', blockId: id(1), stretch: { from: 23 } });
  });

  it('moves with a cut that is known', () => {
    const cuts = (media: string) => (media === old ? edit(clip('a', 0, 60)) : edit(clip('a', 10, 30), clip('b', 40, 60)));
    const now = content(video(1, newer, 40));
    expect(place(at(23), now, cuts)).toEqual({ now: 'same', blockId: id(1), stretch: { from: 13 } });
    expect(place(at(35), now, cuts)).toEqual({ now: 'gone', blockId: id(1) });
    expect(place(at(25, 45), now, cuts).stretch).toMatchObject({ from: 15 });
    expect(place(at(25, 45), now, cuts).stretch?.to).toBeCloseTo(25, 2);
  });

  it('is told in the times of the player, where only a part of the file is shown', () => {
    const part = (from: number, to: number) => {
      const block = video(1, old, 60);
      return content({ ...block, attrs: { ...block.attrs, part: { from, to } } } as Block);
    };
    const anchor = at(25, 28);
    const found = place(anchor, part(20, 30));
    expect(found).toEqual({ now: 'same', blockId: id(1), stretch: { from: 25, to: 28 }, begins: 20 });
    expect(anchor && spokenOf(anchor, found)).toBe('At 0:05–0:08');
    expect(place(anchor, part(40, 50))).toEqual({ now: 'gone', blockId: id(1) });
    expect(place(at(30.2), part(20, 30)).now).toBe('same');
  });

  it('is where it should be by its length, and says so, where no cut is known', () => {
    const found = place(at(30, 40), content(video(1, newer, 30)));
    expect(found).toEqual({ now: 'changed', blockId: id(1), stretch: { from: 15, to: 20 }, guessed: true });
    const anchor = at(30, 40);
    expect(anchor && spokenOf(anchor, found)).toBe('At 0:15–0:20');
    expect(anchor && changeWords(anchor, found)).toContain('by its length');
  });

  it('never lies outside the video', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0.1, max: 500, noNaN: true }), (from, duration) => {
        const { stretch } = place(at(from, from + 3), content(video(1, newer, duration)));
        expect(stretch?.from).toBeLessThanOrEqual(duration);
        expect(stretch?.to ?? 0).toBeLessThanOrEqual(duration);
      }),
    );
  });
});

describe('a comment on a region of a picture', () => {
  const then = content(image(1, hash('e')));
  const anchor = anchored({ kind: 'region', blockId: id(1), media: hash('0'), area: { x: 0.1, y: 0.1, width: 0.2, height: 0.2 } }, then);

  it('takes its picture from the block, and is as it was when only the words beneath change', () => {
    expect(anchor).toMatchObject({ media: hash('e') });
    expect(place(anchor, content(image(1, hash('e'), 'A red plug')))).toEqual({ now: 'same', blockId: id(1) });
  });

  it('is the same with what only its writer sees, and wherever it was taken from', () => {
    const attrs = { ...image(1, hash('e')).attrs, hint: 'A picture', takenFrom: { module: id(5), block: id(6), hash: hash('a') } };
    expect(place(anchor, content({ type: 'image', attrs } as Block))).toEqual({ now: 'same', blockId: id(1) });
  });

  it('speaks of the picture of several that was marked', () => {
    const picture = (letter: string) => ({ as: 'picture' as const, ...image(1, hash(letter)).attrs });
    const steps = ['a', 'b'].map((letter, n) => ({ id: id(20 + n), heading: letter, text: '', shows: picture(letter) }));
    const two = content({ type: 'steps', attrs: { id: id(1), steps } } as Block);
    const area = { x: 0, y: 0, width: 0.5, height: 0.5 };
    expect(anchored({ kind: 'region', blockId: id(1), media: hash('b'), area }, two)).toMatchObject({ media: hash('b') });
  });

  it('says when the picture is another one, or is gone', () => {
    expect(place(anchor, content(image(1, hash('f'))))).toEqual({ now: 'changed', blockId: id(1) });
    expect(place(anchor, content(text(1, 'No picture any more')))).toEqual({ now: 'gone', blockId: id(1) });
  });
});

describe('what is to be seen of a picture', () => {
  it('is the same however its attributes are ordered and whether what may be left out is', () => {
    const shown = image(1, hash('a'));
    const attrs = Object.fromEntries([...Object.entries(shown.attrs).toReversed(), ['crop', undefined], ['caption', undefined]]);
    expect(sightOf({ ...shown, attrs } as Block)).toBe(sightOf(shown));
    expect(sightOf({ ...shown, attrs: { ...shown.attrs, crop: { x: 0, y: 0, width: 0.5, height: 1 } } } as Block)).not.toBe(sightOf(shown));
  });
});
