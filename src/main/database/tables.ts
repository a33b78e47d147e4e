import type { Generated } from 'kysely';
import type { Cue, Origin } from '../../shared/model/captions/captions.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import type { HealthReport } from '../../shared/model/health/report.ts';
import type { SearchedPart, SpokenLine } from '../../shared/model/library/describe.ts';
import type { ModuleContent } from '../../shared/model/module.ts';
import type { Finding } from '../../shared/model/privacy/finding.ts';
import type { SweepRecord } from '../../shared/model/privacy/record.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import type { Advice, HandedOut } from '../../shared/model/review/by-file.ts';
import type { ReviewComment } from '../../shared/model/review/comment.ts';
import type { Redoes, Track, TrackKind } from '../../shared/model/take.ts';
import type { TemplateContent } from '../../shared/model/templates/template.ts';

/** Text on disk; the parameter names the model that reads it. */
type Json<_Model> = string;

/** The studio's tables. JSON columns hold text; whoever reads one checks it with its Zod model. Times are ISO 8601 UTC. */
export interface Tables {
  settings: { key: string; value: string };
  jobs: {
    id: string;
    kind: string;
    subject: string;
    input: string;
    state: string;
    progress: number;
    fault: string | null;
    created_at: string;
    updated_at: string;
  };
  takes: {
    id: string;
    title: string;
    origin: string;
    state: string;
    created_at: string;
    duration: number;
    tracks: Json<Track[]>;
    marks: Json<number[]>;
    redoes: Json<Redoes> | null;
    lost: Generated<Json<TrackKind[]>>;
    discarded_at: string | null;
  };
  edits: {
    id: string;
    take_id: string;
    title: string;
    version: number;
    list: Json<EditList>;
    updated_at: string;
    /** When it was discarded while its take stayed. */
    removed_at: string | null;
  };
  take_health: { take_id: string; report: Json<HealthReport>; measured_at: string };
  /** What was found in a stretch of a take. `searched_with` names reader, language, patterns and words: another one is another search. */
  sweeps: {
    id: string;
    take_id: string;
    from_second: number;
    to_second: number;
    searched_with: string;
    reader: string;
    language: string;
    findings: Json<Finding[]>;
    searched_at: string;
  };
  /** Which edit a finished video comes from, and how its list was then. */
  origins: { video: string; edit_id: string; list: Json<EditList>; finished_at: string };
  /** Captions of a take, in its own time; one row a take. */
  captions: { take_id: string; version: number; language: string; origin: Json<Origin>; cues: Json<Cue[]>; updated_at: string };
  /** Which edit list a finished video shows: what its captions are worked out from. */
  shown_lists: { video: string; list: Json<EditList>; updated_at: string };
  renditions: { key: string; value: Json<Rendition>; created_at: string };
  media: { hash: string; type: string; bytes: number; width: number | null; height: number | null; created_at: string };
  modules: {
    id: string;
    version: number;
    content: Json<ModuleContent>;
    created_at: string;
    updated_at: string;
    removed_at: string | null;
    archived_at: string | null;
  };
  /** Modules that came in a `.showhow` file: whose they are, and what was searched in their videos elsewhere. */
  brought: { module_id: string; revision: string; author: Json<Profile>; sweeps: Json<SweepRecord[]>; brought_at: string };
  /** Revisions that went out of hand to be reviewed in a file. */
  handouts: { id: string; module_id: string; revision: string; round: number; at: string };
  /** Modules that someone sent to be reviewed here. They are not on the desk: nobody here may change them. */
  file_reviews: {
    module_id: string;
    title: string;
    revision: string;
    content: Json<ModuleContent>;
    /** The content of the round before, where it was here too. */
    before: Json<ModuleContent> | null;
    author: Json<Profile>;
    sweeps: Json<SweepRecord[]>;
    handed_out: Json<HandedOut>;
    opened_at: string;
    /** When something was last said here, and when the file last went back. */
    said_at: string | null;
    handed_back_at: string | null;
    removed_at: string | null;
  };
  /** What files say about a module, on both sides. `own` names what was said in this studio: everything else is somebody's claim. */
  said_by_file: { module_id: string; comments: Json<ReviewComment[]>; advice: Json<Advice[]>; own: Json<string[]> };
  revisions: { module_id: string; hash: string; content: Json<ModuleContent>; created_at: string };
  /** When which revision of a module was kept, and why; `at` is when it stood so, `kept_at` when it was kept. */
  moments: { id: string; module_id: string; hash: string; kind: string; name: string | null; at: string; kept_at: string };
  receipts: {
    id: string;
    module_id: string;
    target: string;
    revision: string;
    page: string;
    bytes_sent: number;
    published_at: string;
  };
  /** What handing a revision in has cost to send. */
  sent: { module_id: string; revision: string; bytes: number; sent_at: string };
  /** Where an unfinished upload goes on: the tus address of a file at a hub. */
  uploads: { hub: string; hash: string; address: string; updated_at: string };
  /** The company's templates. Those that come with Showhow stand in `shared/model/templates`. */
  templates: {
    id: string;
    name: string;
    about: string;
    minutes: number;
    content: Json<TemplateContent>;
    created_at: string;
    removed_at: string | null;
  };
  /** The question of a colleague that a take or a module answers. */
  answering: { subject: string; ask_id: string };
  /** What was last heard from a hub, shown while it does not answer. */
  heard: { key: string; value: string; heard_at: string };
  collections: { id: string; name: string; created_at: string };
  collected: { collection_id: string; module_id: string };
  tags: { module_id: string; tag: string };
  /** Worked out of `modules` by `library/catalogue.ts`, and never written by anything else. */
  catalogue: {
    entry: Generated<number>;
    module_id: string;
    standing: 'desk' | 'archived' | 'removed';
    sorted_title: string;
    created_at: string;
    updated_at: string;
    seconds: number;
    card: string;
  };
  catalogue_skills: { entry: number; skill: string };
  catalogue_media: { entry: number; media: string };
  /** The searched lines of an entry; `shown` and `folded` hold one a line, `places` where each stands. */
  catalogue_lines: { entry: number; shown: string; folded: string; places: string };
  /** Full-text indexes; their rowid is the entry. */
  catalogue_text: { rowid: number } & Record<SearchedPart, string>;
  catalogue_names: { rowid: number } & Record<Exclude<SearchedPart, 'text' | 'spoken'>, string>;
  spoken: { media: string; lines: Json<SpokenLine[]> };
  /** Modules that have to be read into the catalogue; triggers fill it. */
  uncatalogued: { mark: Generated<number>; module_id: string };
}
