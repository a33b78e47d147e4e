import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingOf } from '../../../src/main/privacy/findings.ts';
import { framesOf, lookSize } from '../../../src/main/privacy/frames.ts';
import { lookThrough } from '../../../src/main/privacy/look-through.ts';
import { type Reader, startReader } from '../../../src/main/privacy/reader.ts';
import type { Finding } from '../../../src/shared/model/privacy/finding.ts';
import { areaAt } from '../../../src/shared/model/privacy/standing.ts';
import { ffmpeg, track, withFolder } from '../main/media/material.ts';
import { type Line, pageVideo, type Theme } from './page.ts';

let reader: Reader;
let reads = 0;
const never = new AbortController().signal;
beforeAll(async () => {
  reader = await startReader('eng', never);
});
afterAll(() => reader.close());

/** Looks through a file, and says what was found and how often a picture was read. */
async function search(
  file: string,
  seconds: number,
  words: string[] = [],
): Promise<{ findings: Finding[]; texts: string[]; reads: number }> {
  reads = 0;
  const counting: Pick<Reader, 'read'> = {
    read(picture, scale) {
      reads++;
      return reader.read(picture, scale);
    },
  };
  const picture = track(file, seconds, { width: 1920, height: 1080 });
  const stretch = { from: 0, to: seconds };
  const trails = await lookThrough(framesOf(ffmpeg, picture, stretch, never), counting, { words, country: 'DE' }, stretch, () => undefined);
  const findings = trails.flatMap((trail) => findingOf(trail, 'take', lookSize(picture)) ?? []);
  return { findings, texts: trails.map(({ kind, text }) => `${kind} ${text}`), reads };
}

/** What stands on the pages of these tests, and what of it should be found. */
const privateTexts: readonly [text: string, expected: string][] = [
  ['Write to martina.huber@example.com for the order', 'e-mail martina.huber@example.com'],
  ['Login: jon_smith42@mail.example.org', 'e-mail jon_smith42@mail.example.org'],
  ['Owner a.weber@kunde-nord.de since May', 'e-mail a.weber@kunde-nord.de'],
  ['Telephone +49 89 32168 4711 on weekdays', 'phone +4989321684711'],
  ['Call +1 415 555 2671 before noon', 'phone +14155552671'],
  ['IBAN DE89 3704 0044 0532 0130 00 for transfers', 'iban DE89370400440532013000'],
  ['Account GB29NWBK60161331926819 of the branch', 'iban GB29NWBK60161331926819'],
  ['Card 4111 1111 1111 1111 until 09/28', 'card 4111111111111111'],
  ['Second card 5500-0055-5555-5559', 'card 5500005555555559'],
  ['aws_access_key_id = AKIAIOSFODNN7EXAMPLE', 'key AKIAIOSFODNN7EXAMPLE'],
  ['password: Sommer2026!', 'password Sommer2026!'],
  ['Delivered to Nordwind Logistik in Kiel', 'word Nordwind Logistik'],
];
const prose = [
  'The customer asked for a new invoice on Monday, 2026-11-23.',
  'Order 4711-22 holds 12 items and costs 1,204.00 in all.',
  'Open Settings, choose Reports, and press Export.',
];

function page(size: number): Line[] {
  const all = [...privateTexts.map(([text]) => text), ...prose];
  return all.map((text, index) => ({ text, size, x: index % 2 === 0 ? 80 : 1000, y: 60 + Math.floor(index / 2) * (size + 40) }));
}

/** Of twelve private texts at least so many are found; the others are what a reader of pictures may miss. */
const leastFound = { 12: 10, 14: 11, 18: 11 } as const;

test.each([
  ['light', 12],
  ['dark', 12],
  ['light', 14],
  ['dark', 18],
] as [Theme, keyof typeof leastFound][])(
  'on a still %s page with letters of %i px nearly everything private is found, and nothing else',
  async (theme, size) => {
    await withFolder(async (folder) => {
      const file = await pageVideo(folder, 'page', { lines: page(size), theme, seconds: 2 });
      const found = await search(file, 2, ['Nordwind Logistik']);
      const expected = privateTexts.map(([, text]) => text);
      // Where no checksum decides, a letter read wrong or a full stop lost is still found: the kind and the last letters tell.
      const isFound = (text: string) =>
        found.texts.some((other) => other.split(' ')[0] === text.split(' ')[0] && other.slice(-5) === text.slice(-5));
      const missed = expected.filter((text) => !isFound(text));
      expect(expected.length - missed.length, `missed ${missed.join(', ')} in ${found.texts.join(', ')}`).toBeGreaterThanOrEqual(
        leastFound[size],
      );
      expect(found.texts.length).toBeLessThanOrEqual(expected.length);
      // The first picture of a video is its coarsest: what it showed is read again as it clears.
      expect(found.reads).toBeLessThanOrEqual(3);
      for (const { from, to } of found.findings) expect([from, to]).toEqual([0, 2]);
    });
  },
);

test('a finding goes along with the page that scrolls, and ends where it leaves', async () => {
  await withFolder(async (folder) => {
    const lines: Line[] = [
      { text: 'Write to martina.huber@example.com', size: 16, x: 300, y: 700 },
      { text: 'Second page: k.maier@example.net', size: 16, x: 300, y: 1500 },
      ...Array.from({ length: 12 }, (_, index) => ({
        text: `Paragraph ${index} on orders and invoices`,
        size: 16,
        x: 900,
        y: 80 + index * 150,
      })),
    ];
    // Still for two seconds, 800 pixels in four, still again.
    const scroll = (t: number) => Math.min(800, Math.max(0, (t - 2) * 200));
    const file = await pageVideo(folder, 'scroll', { lines, seconds: 8, height: 1880, scroll: 'min(800,max(0,(t-2)*200))' });
    const { findings, texts } = await search(file, 8);
    expect(texts.sort()).toEqual(['e-mail k.maier@example.net', 'e-mail martina.huber@example.com']);
    const martina = findings.find(({ path }) => (path[0]?.at ?? 9) < 1);
    const maier = findings.find((finding) => finding !== martina);
    expect(martina).toBeDefined();
    expect(maier).toBeDefined();
    if (!martina || !maier) return;
    expect(martina.from).toBe(0);
    // It leaves at the top after 3.5 s of scrolling; the other comes at the bottom after 2.2 s.
    expect(martina.to).toBeGreaterThan(5.3);
    expect(martina.to).toBeLessThan(5.9);
    expect(maier.from).toBeGreaterThan(3.9);
    expect(maier.from).toBeLessThan(4.6);
    expect(maier.to).toBe(8);
    for (const [finding, y] of [
      [martina, 700],
      [maier, 1500],
    ] as const) {
      for (let at = finding.from + 0.3; at < finding.to - 0.3; at += 0.1) {
        const area = areaAt(finding.path, at);
        const top = y - scroll(at);
        if (!area || top < 4 || top > 1050) continue;
        expect(area.y * 1080, `at ${at.toFixed(1)} s`).toBeLessThanOrEqual(top + 4);
        expect((area.y + area.height) * 1080, `at ${at.toFixed(1)} s`).toBeGreaterThanOrEqual(top + 10);
      }
    }
  });
});

test('text that comes and goes has its time, and a still screen is read once', async () => {
  await withFolder(async (folder) => {
    const lines: Line[] = [{ text: 'IBAN DE89 3704 0044 0532 0130 00', size: 16, x: 300, y: 500 }];
    // A white box hides it but for the third and fourth second.
    const file = await pageVideo(folder, 'popup', {
      lines,
      seconds: 7,
      more: "drawbox=x=250:y=450:w=600:h=120:color=white:t=fill:enable='lt(t,2)+gt(t,4)'",
    });
    const { findings, reads: times } = await search(file, 7);
    expect(findings).toHaveLength(1);
    const [{ from, to } = { from: 0, to: 0 }] = findings;
    expect(from).toBeGreaterThan(1.6);
    expect(from).toBeLessThanOrEqual(2.05);
    expect(to).toBeGreaterThanOrEqual(3.95);
    expect(to).toBeLessThan(4.5);
    // Empty, shown, empty again.
    expect(times).toBeLessThanOrEqual(5);
  });
});
