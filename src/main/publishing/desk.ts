import type { Finding } from '../../shared/model/lint/finding.ts';
import type { ModuleContent, ModuleDraft, Revision } from '../../shared/model/module.ts';
import type { MediaEntry } from '../../shared/model/package.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { VideoCut } from '../../shared/model/review/cut.ts';
import type { Judged } from '../privacy/gate.ts';

/** What publishing asks of the author's desk: modules, her profile and the files in them. */
export interface Desk {
  draft(moduleId: string): Promise<ModuleDraft>;
  /** Fixes the present state as a revision; the same content is always the same revision. */
  fix(moduleId: string): Promise<Revision>;
  revisions(moduleId: string): Promise<Revision[]>;
  profile(): Promise<Profile>;
  /** How the module's videos stand with what is private, and what of it travels along. */
  videos(content: ModuleContent): Promise<Judged[]>;
  /** What videos were cut from, as far as it is known here. */
  cuts(media: readonly string[]): Promise<VideoCut[]>;
  /** What the lint finds in a content. */
  findings(content: ModuleContent): Promise<Finding[]>;
  /** Type and size of a file in the media store; throws NOT_FOUND. */
  media(hash: string): Promise<MediaEntry>;
}
