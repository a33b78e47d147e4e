import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment, MomentKind } from '../../../../src/shared/model/history/moment.ts';
import { tooMany } from '../../../../src/shared/model/history/thin.ts';
import { hashOf, idOf } from '../difference/documents.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse('2026-11-26T12:00:00.000Z');
const moment = (n: number, age: number, kind: MomentKind = 'pause', name: string | null = null): Moment => ({
  id: idOf(n),
  hash: hashOf(n),
  kind,
  name,
  at: new Date(now - age).toISOString(),
});
const many = (count: number, every: number) => Array.from({ length: count }, (_, n) => moment(n, n * every));
const left = (moments: Moment[]) => {
  const going = new Set(tooMany(moments, now));
  return moments.filter((one) => !going.has(one));
};

describe('which automatic versions stay', () => {
  it('is all of the last day', () => {
    expect(left(many(100, 10 * 60_000))).toHaveLength(100);
  });

  it('is fewer the older they are: one an hour, one a day, one a week', () => {
    // Half a year, a version every ten minutes around the clock.
    const stays = left(many(182 * 144, 10 * 60_000));
    const ages = stays.map(({ at }) => now - Date.parse(at));
    expect(ages.filter((age) => age < day)).toHaveLength(144);
    // Stretches are hours and days of the clock, so one more may be cut in two at either end.
    expect(ages.filter((age) => age >= day && age < 7 * day).length).toBeLessThanOrEqual(145);
    expect(ages.filter((age) => age >= day && age < 7 * day).length).toBeGreaterThanOrEqual(144);
    expect(ages.filter((age) => age >= 7 * day && age < 90 * day).length).toBeLessThanOrEqual(84);
    expect(ages.filter((age) => age >= 90 * day).length).toBeLessThanOrEqual(15);
  });

  it('never takes away what has a name or what reviewers have', () => {
    const kept = [moment(1, 400 * day, 'named', 'For Ole'), moment(2, 400 * day, 'handed-in'), moment(3, 400 * day, 'pause', 'Good')];
    expect(left([...kept, moment(4, 400 * day), moment(5, 400 * day + 1)])).toEqual([...kept, moment(4, 400 * day)]);
  });

  it('takes nothing more away a second time, and leaves the newest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(400 * 24 * 60), { minLength: 1, maxLength: 80 }), (ages) => {
        const moments = ages.map((minutes, n) => moment(n, minutes * 60_000));
        const once = left(moments);
        expect(left(once)).toEqual(once);
        expect(once).toContain(moments.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0]);
      }),
    );
  });
});
