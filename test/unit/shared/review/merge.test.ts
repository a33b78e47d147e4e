import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen, lastTurn, openMusts } from '../../../../src/shared/model/review/comment.ts';
import { mergeComments } from '../../../../src/shared/model/review/merge.ts';
import { comment, comments, id } from './material.ts';

describe('merging two copies of what was said', () => {
  it('gives the same in either order', () => {
    fc.assert(
      fc.property(comments, comments, (one, other) => {
        expect(mergeComments(one, other)).toEqual(mergeComments(other, one));
      }),
    );
  });

  it('gives the same however three copies come together', () => {
    fc.assert(
      fc.property(comments, comments, comments, (a, b, c) => {
        expect(mergeComments(mergeComments(a, b), c)).toEqual(mergeComments(a, mergeComments(b, c)));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(comments, comments, (one, other) => {
        const merged = mergeComments(one, other);
        expect(mergeComments(merged, other)).toEqual(merged);
        expect(mergeComments(merged, merged)).toEqual(merged);
      }),
    );
  });

  it('loses no comment, no reply and no turn, and doubles none', () => {
    fc.assert(
      fc.property(comments, comments, (one, other) => {
        const all = [...one, ...other];
        const merged = mergeComments(one, other);
        expect(new Set(merged.map((each) => each.id))).toEqual(new Set(all.map((each) => each.id)));
        for (const each of merged) {
          const copies = all.filter((copy) => copy.id === each.id);
          const replies = each.replies.map((reply) => reply.id);
          expect(new Set(replies)).toEqual(new Set(copies.flatMap((copy) => copy.replies.map((reply) => reply.id))));
          expect(new Set(replies).size).toBe(replies.length);
          for (const turn of copies.flatMap((copy) => copy.turns)) expect(each.turns).toContainEqual(turn);
        }
      }),
    );
  });

  it('lets the last word count, whoever had it', () => {
    const settled = comment({ turns: [{ state: 'resolved', by: 'Bo', at: '2026-11-22T11:00:00.000Z' }] });
    const again = comment({ turns: [...settled.turns, { state: 'reopened', by: 'Rea', at: '2026-11-22T12:00:00.000Z' }] });
    const [merged] = mergeComments([again], [settled]);
    expect(merged && isOpen(merged)).toBe(true);
    expect(merged && lastTurn(merged)?.by).toBe('Rea');
    expect(isOpen(settled)).toBe(false);
    expect(openMusts([{ ...again, severity: 'must' }, { ...settled, severity: 'must' }, again])).toHaveLength(1);
  });

  it('puts two reviewers beside each other in the order in which they spoke', () => {
    const first = comment({ id: id(2), createdAt: '2026-11-22T09:00:00.000Z' });
    const second = comment({ id: id(1) });
    expect(mergeComments([second], [first]).map((each) => each.id)).toEqual([id(2), id(1)]);
  });
});
