import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KillableBrowser, launchBrowser } from '../e2e/support/browser.ts';
import type { StudioProcess } from '../e2e/support/fixtures.ts';
import { makeCameraFile, makeMicrophoneFile } from '../e2e/support/media.ts';
import { flashFlags, menuChoice, openRecorder, type RecorderPage } from '../e2e/support/recording.ts';

export interface Recording extends RecorderPage, Pick<KillableBrowser, 'kill'> {}

/** A page with a tab and its sound, a camera and a microphone chosen, in a browser of its own. */
export async function withAllSources<T>(studio: StudioProcess, work: (recording: Recording) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'showhow-soak-'));
  const camera = await makeCameraFile(join(folder, 'camera.y4m'), 4);
  const microphone = await makeMicrophoneFile(join(folder, 'microphone.wav'), 10);
  const { browser, kill, close } = await launchBrowser(flashFlags({ camera, microphone }));
  // A page that is still served keeps the run from ending.
  let flash: Pick<RecorderPage, 'close'> | null = null;
  try {
    const recorder = await openRecorder(browser, studio);
    flash = recorder;
    await menuChoice(recorder.page, /^Screen:/, /Choose what to show/);
    await menuChoice(recorder.page, /^Camera:/, /./);
    await recorder.page.getByRole('button', { name: /^Camera: (?!off|asking)/ }).waitFor();
    await recorder.page.getByRole('button', { name: /^Microphone: you are heard/ }).waitFor({ timeout: 60_000 });
    return await work({ ...recorder, kill });
  } finally {
    await flash?.close();
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}
