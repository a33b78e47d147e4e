import { aptInstall } from './apt.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const oldestMajor = 5;

async function systemMajor() {
  const { code, output } = await run('ffmpeg', ['-version']);
  return code === 0 ? Number(/^ffmpeg version \D*(\d+)/.exec(output)?.[1] ?? 0) : 0;
}

/**
 * Tests want an ffmpeg of this decade. Never fails: the one inside the npm packages does most of it, and a test that
 * needs more than it can do says so.
 */
export async function ensureFfmpeg() {
  if (process.env.SHOWHOW_FFMPEG || (await systemMajor()) >= oldestMajor) return;
  if ((await aptInstall('ffmpeg')) && (await systemMajor()) >= oldestMajor) return;
  say(`There is no ffmpeg ${oldestMajor} or newer here. The tests use the older one from the packages; install ffmpeg for all of them.`);
}
