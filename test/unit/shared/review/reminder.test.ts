import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attention, authorReminder, reviewerReminder } from '../../../../src/shared/model/review/reminder.ts';

const never: Attention = { lastAt: null, quietUntil: null };
const seen = (lastAt: string) => ({ lastAt, quietUntil: null });
const due = '2026-11-30';

describe('a reviewer who is on something', () => {
  it('hears of it the day before and on its day, once, and then that it is overdue', () => {
    const at = (now: string, attention: Attention = never) => reviewerReminder(due, now, attention);
    expect(at('2026-11-28T23:59:00.000Z')).toBeNull();
    expect(at('2026-11-29T00:00:00.000Z')).toBe('due-soon');
    expect(at('2026-11-30T12:00:00.000Z', seen('2026-11-29T08:00:00.000Z'))).toBeNull();
    expect(at('2026-11-30T12:00:00.000Z', seen('2026-11-27T08:00:00.000Z'))).toBe('due-soon');
    expect(at('2026-12-01T00:00:00.000Z', seen('2026-11-30T23:00:00.000Z'))).toBe('overdue');
  });

  it('hears of what is overdue every two days until she looks at it', () => {
    const last = seen('2026-12-02T08:00:00.000Z');
    expect(reviewerReminder(due, '2026-12-04T07:59:00.000Z', last)).toBeNull();
    expect(reviewerReminder(due, '2026-12-04T08:00:00.000Z', last)).toBe('overdue');
  });
});

describe('an author to whom something came back', () => {
  it('hears of the points that wait after three days, and every three days', () => {
    const back = '2026-11-20T08:00:00.000Z';
    expect(authorReminder(back, '2026-11-23T07:59:00.000Z', never)).toBeNull();
    expect(authorReminder(back, '2026-11-23T08:00:00.000Z', never)).toBe('points-wait');
    expect(authorReminder(back, '2026-11-25T08:00:00.000Z', seen('2026-11-23T09:00:00.000Z'))).toBeNull();
    expect(authorReminder(back, '2026-11-26T09:00:00.000Z', seen('2026-11-23T09:00:00.000Z'))).toBe('points-wait');
  });
});

it('is silent for everyone who wants to hear nothing, however late it is', () => {
  const instant = fc
    .date({ min: new Date('2026-11-01'), max: new Date('2027-03-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  fc.assert(
    fc.property(instant, fc.option(instant), (now, lastAt) => {
      const quietUntil = new Date(Date.parse(now) + 1).toISOString();
      expect(reviewerReminder(due, now, { lastAt, quietUntil })).toBeNull();
      expect(authorReminder(due, now, { lastAt, quietUntil })).toBeNull();
    }),
  );
});

it('is said again at the latest two days after she looked, as long as it is overdue', () => {
  const after = fc.integer({ min: 0, max: 100 }).map((hours) => new Date(Date.parse('2026-12-01') + hours * 3_600_000).toISOString());
  fc.assert(
    fc.property(after, (last) => {
      const now = new Date(Date.parse(last) + 48 * 3_600_000).toISOString();
      expect(reviewerReminder(due, now, seen(last))).toBe('overdue');
    }),
  );
});
