import type { ComponentType } from 'react';
import type { Bench } from './bench.ts';
import { PanelCuts } from './panel-cuts.tsx';
import { PanelFinish } from './panel-finish.tsx';
import { PanelHealth } from './panel-health.tsx';
import { PanelPicture } from './panel-picture.tsx';

/** One of the panels beside the preview. It is mounted while its tab is chosen. */
export interface Panel {
  id: string;
  /** The word on its tab. */
  title: string;
  Component: ComponentType<{ bench: Bench }>;
}

/** The panel that is seen first. */
export const firstPanel = 'cuts';

/** The panel that ends the work: every other one leads to it. */
export const lastPanel = 'finish';

/** The panels of the cutting room, in the order of their tabs: Proposals · Cuts · Captions · Picture · Health · Finish. */
export const panels: readonly Panel[] = [
  { id: 'cuts', title: 'Cuts', Component: PanelCuts },
  { id: 'picture', title: 'Picture', Component: PanelPicture },
  { id: 'health', title: 'Health', Component: PanelHealth },
  { id: lastPanel, title: 'Finish', Component: PanelFinish },
];
