import { captions } from './captions.ts';
import { edits } from './edits.ts';
import { exchange } from './exchange.ts';
import { finishing } from './finishing.ts';
import { health } from './health.ts';
import { history } from './history.ts';
import { jobs } from './jobs.ts';
import { kit } from './kit.ts';
import { library } from './library.ts';
import { lint } from './lint.ts';
import { modules } from './modules.ts';
import { notes } from './notes.ts';
import { privacy } from './privacy.ts';
import { profile } from './profile.ts';
import { proposals } from './proposals.ts';
import { hub, insights, publishing } from './publishing.ts';
import { reviewing } from './reviewing.ts';
import { system } from './system.ts';
import { takes } from './takes.ts';
import { templates } from './templates.ts';

/** The studio's API, served under `/api`. */
export const studio = {
  system,
  jobs,
  takes,
  notes,
  health,
  edits,
  proposals,
  finishing,
  captions,
  privacy,
  modules,
  templates,
  exchange,
  history,
  library,
  lint,
  profile,
  kit,
  hub,
  publishing,
  reviewing,
  insights,
};
