import type { Block } from '../../../src/shared/model/blocks/index.ts';
import type { ModuleContent } from '../../../src/shared/model/module.ts';
import type { Profile } from '../../../src/shared/model/profile.ts';

export const blockId = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const hash = 'ab'.repeat(32);

export const author: Profile = {
  name: 'Mara Lind',
  role: 'Fitter',
  team: 'Workshop 2',
  photo: null,
  goodAt: ['Bearings'],
  askMeAbout: ['Noise at start'],
};

export const moduleOf = (content: Block[]): ModuleContent => ({
  title: 'Change a bearing',
  objective: 'You change a bearing without damaging the shaft.',
  language: 'en',
  body: { type: 'doc', content },
});

export const paragraph = (text: string): Block => ({ type: 'paragraph', attrs: { id: blockId }, content: [{ type: 'text', text }] });
