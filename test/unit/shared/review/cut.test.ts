import { describe, expect, it } from 'vitest';
import type { Timed } from '../../../../src/shared/model/edit/time.ts';
import { anchored } from '../../../../src/shared/model/review/anchored.ts';
import { cutOf, cutsFrom, VideoCut } from '../../../../src/shared/model/review/cut.ts';
import { locate } from '../../../../src/shared/model/review/locate.ts';
import { content, hash, id, video } from './material.ts';

const edit = (opening: number, ...spans: [number, number][]): Timed => ({
  clips: spans.map(([from, to], index) => ({ id: String(index), source: 'take', from, to })),
  opening: opening > 0 ? { seconds: opening } : null,
  closing: null,
});

describe('the cut of a video', () => {
  const [old, newer] = [hash('c'), hash('d')];
  const then = cutOf(old, edit(0, [0, 60]));
  const now = cutOf(newer, edit(3, [10, 30], [40, 60]));
  const said = anchored(
    { kind: 'moment', blockId: id(1), media: old, duration: 60, from: 41 },
    content(video(1, old, 60)),
    cutsFrom([then]),
  );

  it('says what is shown and nothing else of the edit', () => {
    expect(now).toEqual({
      media: newer,
      opening: 3,
      clips: [
        { source: 'take', from: 10, to: 30 },
        { source: 'take', from: 40, to: 60 },
      ],
    });
    expect(VideoCut.parse(now)).toEqual(now);
  });

  it('leads a comment on a moment to where it is after a new cut, behind the card before it', () => {
    expect(said).toMatchObject({ take: { source: 'take', from: 41 } });
    const place = said && locate(said, content(video(1, newer, 43)), cutsFrom([now]));
    expect(place).toEqual({ now: 'same', blockId: id(1), stretch: { from: 24 } });
  });
});
