import { CaptionTools, type Tools } from '../../shared/contract/captions.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import type { Studio } from '../studio.ts';
import { locateAligner } from './engines/script/locate.ts';
import { locateWhisper } from './engines/whisper/locate.ts';

const key = 'caption-tools';
const none: CaptionTools = { whisper: { program: '', model: '' }, aligner: { program: '', model: '' } };

/** Where the person said that the engines are; empty where she said nothing. */
export const chosenTools = async (studio: Studio): Promise<CaptionTools> => (await readSetting(studio, key, CaptionTools)) ?? none;

/** The engines as they are right now: each is looked for and run once, because what was there yesterday may be gone. */
export async function toolsOf(studio: Studio): Promise<Tools> {
  const chosen = await chosenTools(studio);
  const [whisper, aligner] = await Promise.all([locateWhisper(chosen.whisper), locateAligner(chosen.aligner)]);
  return { chosen, whisper, aligner: aligner.state };
}

export async function chooseTools(studio: Studio, chosen: CaptionTools): Promise<Tools> {
  await writeSetting(studio, key, chosen);
  return toolsOf(studio);
}
