import type { ModuleContent } from '../../shared/model/module.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Said } from '../../shared/model/review/by-file.ts';
import type { Ffmpeg } from '../media/locate.ts';
import type { ModuleDesk } from '../modules/desk.ts';
import type { Shelf } from '../modules/shelf.ts';
import type { Judged } from '../privacy/gate.ts';

/** What bringing in and writing out ask of the author's desk. */
export interface ExchangeDesk {
  modules: ModuleDesk;
  shelf: Shelf;
  profile(): Promise<Profile>;
  /** What was said about a module so far, at the hub and in files. */
  said(moduleId: string): Promise<Said>;
  /** How the module's videos stand with what is private. */
  videos(content: ModuleContent): Promise<Judged[]>;
  ffmpeg(): Promise<Ffmpeg>;
}
