import type { ComponentType } from 'react';
import { PanelCaptions } from '../captions/panel.tsx';
import { PanelPrivacy } from '../privacy/panel.tsx';
import type { Bench } from './bench.ts';
import { PanelCuts } from './panel-cuts.tsx';
import { PanelFinish } from './panel-finish.tsx';
import { PanelHealth } from './panel-health.tsx';
import { PanelProposals } from './panel-proposals.tsx';
import { PanelPicture } from './picture/panel-picture.tsx';

/** One of the panels beside the preview. It is mounted while its tab is chosen. */
export interface Panel {
  id: string;
  /** The word on its tab. */
  title: string;
  Component: ComponentType<{ bench: Bench }>;
}

/** The panel that is seen first. */
export const firstPanel = 'proposals';

/** The panel that ends the work: every other one leads to it. */
export const lastPanel = 'finish';

/** The panel that an address asks for (`?panel=privacy`), if there is one of that name. */
export const askedPanel = (search: string): string | null => {
  const asked = new URLSearchParams(search).get('panel');
  return panels.some(({ id }) => id === asked) ? asked : null;
};

/** The panels of the cutting room, in the order of their tabs: Proposals · Cuts · Captions · Picture · Health · Privacy · Finish. */
export const panels: readonly Panel[] = [
  { id: firstPanel, title: 'Proposals', Component: PanelProposals },
  { id: 'cuts', title: 'Cuts', Component: PanelCuts },
  { id: 'captions', title: 'Captions', Component: PanelCaptions },
  { id: 'picture', title: 'Picture', Component: PanelPicture },
  { id: 'health', title: 'Health', Component: PanelHealth },
  { id: 'privacy', title: 'Privacy', Component: PanelPrivacy },
  { id: lastPanel, title: 'Finish', Component: PanelFinish },
];
