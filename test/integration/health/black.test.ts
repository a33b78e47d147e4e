import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureHealth } from '../../../src/main/health/measure.ts';
import { sourceOf } from '../../../src/main/media/plan/sources.ts';
import { render } from '../../../src/main/media/render.ts';
import { surveyPicture } from '../../../src/main/media/survey.ts';
import { pictureTrack } from '../../../src/main/media/tracks.ts';
import { wholeSource } from '../../../src/shared/model/edit/list.ts';
import { noStory } from '../../../src/shared/model/health/judge-events.ts';
import { mended } from '../../../src/shared/model/health/mend.ts';
import type { Finding, HealthReport } from '../../../src/shared/model/health/report.ts';
import type { Track, TrackKind } from '../../../src/shared/model/take.ts';
import { brightness, ffmpeg, run, withFolder } from '../main/media/material.ts';

/** As x264 writes a video that nobody asked for more: a key frame every 250 frames, and none where the picture changes. */
const rare = ['-c:v', 'libx264', '-preset', 'veryfast', '-sc_threshold', '0', '-pix_fmt', 'yuv420p'];
/** As the recorder writes it. */
const near = ['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '0', '-g', '15', '-pix_fmt', 'yuv420p'];

interface Made {
  rate?: string;
  seconds?: number;
  black?: readonly (readonly [number, number])[];
  /** Stands still from the first moment to the second. */
  still?: readonly [number, number];
  coding?: readonly string[];
}

async function make(file: string, { rate = '30', seconds = 20, black = [], still, coding = rare }: Made): Promise<void> {
  const boxes = black.map(([from, to]) => `drawbox=c=black:t=fill:enable='gte(t,${from})*lt(t,${to})'`);
  const standing = still ? [`setpts='if(between(T,${still[0]},${still[1]}),${still[0]}/TB,PTS)'`, `fps=${rate}`] : [];
  // Frames of the same time are one: what is made of them stands still.
  const chain = [`testsrc2=size=320x180:rate=${rate}:d=${seconds}`, ...standing, ...boxes].join(',');
  await run(['-f', 'lavfi', '-i', chain, ...coding, file]);
}

async function trackOf(file: string, kind: TrackKind): Promise<Track> {
  const { picture } = await surveyPicture(ffmpeg, file);
  return pictureTrack(kind, file, picture, 0);
}

function reported(tracks: Track[]): Promise<HealthReport> {
  const duration = Math.max(...tracks.map((track) => track.duration));
  return measureHealth(ffmpeg, { tracks, duration, marks: [], story: noStory, pathOf: ({ file }) => file });
}

async function measured(files: Partial<Record<TrackKind, string>>): Promise<{ tracks: Track[]; report: HealthReport }> {
  const tracks = await Promise.all(Object.entries(files).map(([kind, file]) => trackOf(file, kind as TrackKind)));
  return { tracks, report: await reported(tracks) };
}

const blacks = ({ findings }: HealthReport): Finding[] => findings.filter(({ kind }) => kind === 'black');

/** Two frames of thirty in a second. */
const twoFrames = 0.067;
function expectAt({ from, to }: Pick<Finding, 'from' | 'to'>, [begins, ends]: readonly [number, number]): void {
  expect(Math.abs(from - begins), `from ${from}, not ${begins}`).toBeLessThanOrEqual(twoFrames);
  expect(Math.abs(to - ends), `to ${to}, not ${ends}`).toBeLessThanOrEqual(twoFrames);
}

const places: [string, Made][] = [
  ['between two key frames that are far apart', { black: [[3, 6]] }],
  ['across a key frame', { black: [[7.5, 9.2]] }],
  ['over several key frames', { seconds: 30, black: [[4.5, 18.6]] }],
  ['at the beginning', { black: [[0, 2.4]] }],
  ['at the end', { black: [[17.5, 20]] }],
  [
    'twice',
    {
      black: [
        [2, 3.5],
        [11, 13],
      ],
    },
  ],
  ['in a file with key frames where the picture changes', { black: [[5, 8]], coding: ['-c:v', 'libx264', '-pix_fmt', 'yuv420p'] }],
  ['in a recording', { black: [[5.2, 8.7]], coding: near }],
  [
    'twice in a recording, at its beginning and its end',
    {
      black: [
        [0, 1.3],
        [18.3, 20],
      ],
      coding: near,
    },
  ],
  ['in a file with other pictures a second', { rate: '24000/1001', black: [[4.3, 7.1]] }],
  ['in one with many pictures a second', { rate: '60', black: [[4.3, 7.1]] }],
];

test.each(places)('black %s is found where it is, and cutting it out leaves none of it', async (_name, made) => {
  await withFolder(async (folder) => {
    const file = join(folder, 'screen.mp4');
    await make(file, made);
    const { tracks, report } = await measured({ screen: file });
    const found = blacks(report);
    expect(found).toHaveLength(made.black?.length ?? 0);
    for (const [index, stretch] of (made.black ?? []).entries()) expectAt(found[index] ?? { from: -1, to: -1 }, stretch);

    const mends = found.flatMap(({ mend }) => (mend ? [mend] : []));
    const edit = mends.reduce(
      (list, mend, index) => mended(list, 'take', mend, () => `new${index}`),
      wholeSource('take', report.duration, 'a'),
    );
    const take = sourceOf(tracks, report.duration, (path) => path);
    if (!take) throw new Error('The take has no picture');
    await render(ffmpeg, { edit, sources: { take }, folder });
    expect((await brightness(join(folder, 'video.mp4'))).filter((grey) => grey < 40)).toEqual([]);
    const black = (made.black ?? []).reduce((sum, [from, to]) => sum + to - from, 0);
    const kept = (made.seconds ?? 20) - black;
    expect(Math.abs(edit.clips.reduce((sum, { from, to }) => sum + to - from, 0) - kept)).toBeLessThan(0.3);
  });
});

test('a black moment of less than a second is none, wherever key frames are', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'screen.mp4');
    await make(file, { black: [[8, 8.7]] });
    expect(blacks((await measured({ screen: file })).report)).toEqual([]);
    await make(file, { black: [[8.3, 9.1]], coding: near });
    expect(blacks((await measured({ screen: file })).report)).toEqual([]);
  });
});

test.each([
  ['with key frames that are far apart', rare],
  ['as a recording has it', near],
])('a camera that stood still is found where it did, %s', async (_name, coding) => {
  await withFolder(async (folder) => {
    const [screen, camera] = [join(folder, 'screen.mp4'), join(folder, 'camera.mp4')];
    await make(screen, { coding: near });
    await make(camera, { still: [4.4, 12.7], coding });
    const { report } = await measured({ screen, camera });
    const frozen = report.findings.filter(({ kind }) => kind === 'frozen');
    expect(frozen).toHaveLength(1);
    expectAt(frozen[0] ?? { from: -1, to: -1 }, [4.4, 12.7]);
  });
});

test('a screen on which nothing happens waits no longer than it does, and all that moves stays when it is cut out', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'screen.mp4');
    await make(file, { seconds: 25, still: [5.3, 16.2] });
    const { report } = await measured({ screen: file });
    const [idle] = report.findings;
    expect(idle).toMatchObject({ kind: 'idle', mend: { do: 'cut' } });
    expectAt(idle ?? { from: -1, to: -1 }, [5.3, 16.2]);
  });
});

test('of a picture too large to be looked at closely it is said that it was only glanced at, and nothing is taken for black that was not seen', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'screen.mp4');
    await make(file, { black: [[4.6, 9]], coding: [...rare, '-g', '150'] });
    // What a look takes goes by what is known of the picture.
    const report = await reported([{ ...(await trackOf(file, 'screen')), width: 7680, height: 4320 }]);
    const [black] = blacks(report);
    expect(black?.from).toBeGreaterThan(4.5);
    expect(black?.to).toBeLessThan(9.1);
    expect(report.glanced).toMatchObject([{ track: 'screen', every: 5 }]);
    expect(report.glanced?.[0]?.seconds).toBeGreaterThan(10);

    const huge = await reported([{ ...(await trackOf(file, 'screen')), width: 76_800, height: 43_200 }]);
    expect(blacks(huge)).toEqual([]);
    expect(huge.glanced).toMatchObject([{ seconds: 20 }]);
  });
});

test('a screen on which something moves is not said to wait, however far its key frames are apart', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'screen.mp4');
    await make(file, {});
    expect((await measured({ screen: file })).report).toMatchObject({ findings: [], glanced: [] });
  });
});

test('a screen whose file has a picture only when something changes waits as long as its picture stands', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'screen.mkv');
    const chain = "testsrc2=size=320x180:rate=30:d=20,select='not(between(t,4.41,14))'";
    await run(['-f', 'lavfi', '-i', chain, '-vsync', 'vfr', ...rare, file]);
    const { findings } = (await measured({ screen: file })).report;
    expect(findings).toMatchObject([{ kind: 'idle' }]);
    expectAt(findings[0] ?? { from: -1, to: -1 }, [4.4, 14.03]);
  });
});
