import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistFor, moduleKinds, plainPolicy, ReviewPolicy, stillNeeded } from '../../../../src/shared/model/review/policy.ts';

const policy = (...approvals: ReviewPolicy['approvals']): ReviewPolicy => ({ ...plainPolicy, approvals });
const by = (...kinds: string[]) => ({ kinds });

describe('the approvals a policy asks for', () => {
  it('are one of anyone, where nobody said otherwise', () => {
    expect(stillNeeded(plainPolicy, [])).toEqual([null]);
    expect(stillNeeded(plainPolicy, [by()])).toEqual([]);
  });

  it('count each person once', () => {
    const two = policy({ kind: 'L&D', count: 1 }, { kind: 'compliance', count: 1 });
    expect(stillNeeded(two, [by('L&D', 'compliance')])).toHaveLength(1);
    expect(stillNeeded(two, [by('L&D', 'compliance'), by('L&D')])).toEqual([]);
    expect(stillNeeded(two, [by(), by()])).toEqual(['L&D', 'compliance']);
  });

  it('are the same in whichever order they were given, and never more after one more', () => {
    const kind = fc.constantFrom('a', 'b', 'c');
    const given = fc.array(
      fc.array(kind).map((kinds) => by(...kinds)),
      { maxLength: 6 },
    );
    const needed = fc.array(fc.record({ kind: fc.option(kind), count: fc.integer({ min: 1, max: 2 }) }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(needed, given, (approvals, all) => {
        const left = stillNeeded({ approvals }, all).length;
        expect(stillNeeded({ approvals }, all.toReversed())).toHaveLength(left);
        expect(stillNeeded({ approvals }, [...all, by('a')]).length).toBeLessThanOrEqual(left);
      }),
    );
  });
});

describe('the checklist', () => {
  const lists = {
    ...plainPolicy,
    checklists: [
      { kind: null, items: ['Safe'] },
      { kind: 'Tip', items: ['Short', 'Safe'] },
    ],
  };
  it('is that of every module and of its kind, each item once', () => {
    expect(checklistFor(lists, null)).toEqual(['Safe']);
    expect(checklistFor(lists, 'Tip')).toEqual(['Safe', 'Short']);
    expect(moduleKinds(lists)).toEqual(['Tip']);
  });

  it('is no policy without an approval', () => {
    expect(ReviewPolicy.safeParse({ ...plainPolicy, approvals: [] }).success).toBe(false);
  });
});
