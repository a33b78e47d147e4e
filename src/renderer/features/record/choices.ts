import { z } from 'zod';
import type { SourceName } from './words.ts';

const Choice = z.object({ on: z.boolean(), deviceId: z.string().nullable() });
const Choices = z.object({ screen: Choice, camera: Choice, microphone: Choice });
type Choice = z.infer<typeof Choice>;
type Choices = z.infer<typeof Choices>;

const key = 'showhow.sources';
const usual: Choices = {
  screen: { on: false, deviceId: null },
  camera: { on: false, deviceId: null },
  microphone: { on: true, deviceId: null },
};

/** What was recorded with last time, on this machine and in this browser. */
export function readChoices(): Choices {
  try {
    return Choices.catch(usual).parse(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    // Storage that is full, forbidden or broken only costs the memory of last time.
    return usual;
  }
}

export function writeChoices(name: SourceName, choice: Choice): void {
  // A screen is chosen anew each time: browsers give no name to find it again.
  const kept = name === 'screen' ? usual.screen : choice;
  try {
    localStorage.setItem(key, JSON.stringify({ ...readChoices(), [name]: kept }));
  } catch {
    // As above.
  }
}
