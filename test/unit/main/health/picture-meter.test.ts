import { expect, test } from 'vitest';
import { isBlack, isSame, looked, PictureMeter, shrunk } from '../../../../src/main/health/picture-meter.ts';
import { parseStored } from '../../../../src/main/health/stored.ts';
import { WorkPictures } from '../../../../src/main/health/work-pictures.ts';
import { grid } from '../../../../src/shared/model/health/work.ts';

const pixels = looked.width * looked.height;
const grey = (level: number, change: Record<number, number> = {}): Uint8Array =>
  Object.entries(change).reduce(
    (picture, [at, value]) => picture.fill(value, Number(at), Number(at) + 1),
    new Uint8Array(pixels).fill(level),
  );

test('black is what is dark but for a pixel in a thousand; a dark window is a picture', () => {
  expect(isBlack(grey(0))).toBe(true);
  expect(isBlack(grey(21))).toBe(true);
  expect(isBlack(grey(30))).toBe(false);
  expect(isBlack(grey(0).fill(200, 0, 20))).toBe(true);
  expect(isBlack(grey(0).fill(200, 0, 22))).toBe(false);
});

test('still is what differs by less than a thousandth', () => {
  expect(isSame(grey(100), grey(100).fill(120, 0, 200))).toBe(true);
  expect(isSame(grey(100), grey(100).fill(200, 0, 200))).toBe(false);
});

test('a picture is shrunk to the mean of its cells', () => {
  const small = shrunk(grey(10, { 0: 26 }));
  expect(small).toHaveLength(grid.columns * grid.rows);
  expect([...small.slice(0, 3)]).toEqual([11, 10, 10]);
});

const line = (n: number, pts: number | 'NOPTS') =>
  `[Parsed_showinfo_3 @ 0x5598f6e1f380] n:${String(n).padStart(4)} pts:${String(pts).padStart(7)} pts_time:${pts === 'NOPTS' ? pts : pts / 1e6} pos: 1 fmt:gray`;

test('pictures in pieces of any length get the times that are said beside them, whichever comes first', () => {
  const bytes = Buffer.concat([grey(0), grey(0), grey(90), grey(90), grey(90)]);
  const lines = [line(0, -40000), line(1, 0), line(2, 'NOPTS'), line(3, 1_000_000), line(4, 7_200_033_333)];
  const expected = [
    { time: 9.96, black: true, still: false },
    { time: 10, black: true, still: true },
    { time: 11, black: false, still: false },
    { time: 7210.033333, black: false, still: true },
  ];
  for (const size of [1000, 20_736, 50_000, bytes.length]) {
    for (const early of [true, false]) {
      const kept: number[] = [];
      const meter = new PictureMeter(10, false, (time) => kept.push(time));
      if (early) lines.forEach(meter.line);
      for (let at = 0; at < bytes.length; at += size) meter.take(bytes.subarray(at, at + size));
      if (!early) lines.forEach(meter.line);
      expect(meter.seen).toEqual(expected);
      expect(kept).toEqual(expected.map(({ time }) => time));
    }
  }
});

test('a key frame among others may look a little different from what it goes on with', () => {
  const bytes = Buffer.concat([grey(90), grey(91), grey(91), grey(93)]);
  const lines = [line(0, 0), `${line(1, 1)} iskey:1 type:I`, `${line(2, 2)} iskey:0 type:P`, `${line(3, 3)} iskey:1 type:I`];
  const stills = [true, false].map((amongOthers) => {
    const meter = new PictureMeter(0, amongOthers, () => undefined);
    lines.forEach(meter.line);
    meter.take(bytes);
    return meter.seen.map(({ still }) => still);
  });
  expect(stills).toEqual([
    [false, true, true, false],
    [false, false, true, false],
  ]);
});

test('other messages are no times', () => {
  const meter = new PictureMeter(0, false, () => undefined);
  meter.line('[Parsed_showinfo_3 @ 0x1] config in time_base: 1/1000000, frame_rate: 30/1');
  meter.take(grey(0));
  expect(meter.seen).toEqual([]);
});

test('of each second the last picture counts, and one without shows what was there before', () => {
  const work = new WorkPictures();
  for (const [time, level] of [
    [0.2, 1],
    [3.1, 4],
    [0.4, 2],
    [2.9, 3],
  ] as const)
    work.keep(time, grey(level));
  expect(work.pictures().map(([first]) => first)).toEqual([2, 2, 2, 4]);
  expect(new WorkPictures().pictures()).toEqual([]);
});

test('what a file holds is read with its times, and without where it has none', () => {
  expect(parseStored('packet,1.500000,1.400000,300\npacket,N/A,2.000000,40\npacket,N/A,N/A,1\n\nstream,0\nformat,0.500000\n')).toEqual([
    { time: 1, bytes: 300 },
    { time: 1.5, bytes: 40 },
  ]);
});
