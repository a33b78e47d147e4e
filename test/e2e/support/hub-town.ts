import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { chainStart, type LoggedDeed, linkHash, written } from '../../../src/hub/reviews/log/chain.ts';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import { canonicalJson, type ModuleContent, mediaOf } from '../../../src/shared/model/module.ts';
import type { Profile } from '../../../src/shared/model/profile.ts';
import type { ReviewState } from '../../../src/shared/model/review/state.ts';

const exec = promisify(execFile);
const ffmpeg = process.env.SHOWHOW_FFMPEG ?? 'ffmpeg';

const hashOf = (content: ModuleContent): string => createHash('sha256').update(canonicalJson(content)).digest('hex');

/** Something done about a module, as the log of the hub tells it. */
interface Told {
  what: LoggedDeed;
  who: string;
  name: string;
  revision: string;
  hoursAgo: number;
  detail?: Record<string, unknown>;
}

/** A hub's rows and files, written beside the running hub: people who showed things long before the test begins. */
export class HubTown {
  private readonly folder: string;
  private readonly database: Database.Database;

  constructor(folder: string) {
    this.folder = folder;
    this.database = new Database(join(folder, 'hub.db'));
  }

  close(): void {
    this.database.close();
  }

  private async keep(file: string, type: string): Promise<string> {
    const bytes = await readFile(file);
    const hash = createHash('sha256').update(bytes).digest('hex');
    await mkdir(join(this.folder, 'media', hash.slice(0, 2)), { recursive: true });
    await copyFile(file, join(this.folder, 'media', hash.slice(0, 2), hash));
    this.database
      .prepare('insert or ignore into media (hash, type, bytes, created_at) values (?, ?, ?, ?)')
      .run(hash, type, bytes.length, new Date().toISOString());
    return hash;
  }

  /** A picture made of an ffmpeg source. */
  async picture(source: string): Promise<string> {
    const file = join(this.folder, `${randomUUID()}.jpg`);
    await exec(ffmpeg, ['-y', '-v', 'error', '-f', 'lavfi', '-i', source, '-frames:v', '1', file]);
    return this.keep(file, 'image/jpeg');
  }

  async video(seconds: number): Promise<string> {
    const file = join(this.folder, `${randomUUID()}.mp4`);
    const source = ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=15', '-f', 'lavfi', '-i', 'sine=frequency=330'];
    const encoding = ['-t', String(seconds), '-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac'];
    await exec(ffmpeg, ['-y', '-v', 'error', ...source, ...encoding, '-movflags', '+faststart', file]);
    return this.keep(file, 'video/mp4');
  }

  /** Someone with a profile, who does not sign in herself. */
  person(profile: Profile): string {
    const id = randomUUID();
    const now = new Date().toISOString();
    this.database
      .prepare('insert into user (id, name, email, emailVerified, createdAt, updatedAt) values (?, ?, ?, 1, ?, ?)')
      .run(id, profile.name, `${id}@example.com`, now, now);
    this.profile(id, profile);
    return id;
  }

  profile(personId: string, profile: Profile): void {
    this.database
      .prepare('insert or replace into profiles (person_id, profile, photo, updated_at) values (?, ?, ?, ?)')
      .run(personId, JSON.stringify(profile), profile.photo, new Date().toISOString());
  }

  idOf(email: string): string {
    const row = this.database.prepare('select id from user where email = ?').get(email) as { id: string };
    return row.id;
  }

  /** A module in some state, its rounds in their order. */
  module(
    authorId: string,
    author: Profile,
    rounds: ModuleContent[],
    state: ReviewState,
    hoursAgo = 1,
  ): { id: string; revisions: string[] } {
    const id = randomUUID();
    const at = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
    const revisions = rounds.map(hashOf);
    const last = revisions.at(-1) ?? '';
    const approved = state === 'approved' || state === 'published' ? last : null;
    const published = state === 'published' ? last : null;
    this.database
      .prepare(
        `insert into modules (id, author_id, title, state, round, revision, approved_revision, approved_by, published_revision, published_at, reasons, created_at, updated_at)
         values (?, ?, ?, ?, ?, ?, ?, null, ?, ?, null, ?, ?)`,
      )
      .run(id, authorId, rounds.at(-1)?.title, state, rounds.length, last, approved, published, published && at, at, at);
    for (const [index, content] of rounds.entries()) this.revision(id, index + 1, content, JSON.stringify(author), at);
    if (published) {
      this.database
        .prepare('insert into publications (id, module_id, revision, published_by, published_at, retired_at) values (?, ?, ?, ?, ?, null)')
        .run(randomUUID(), id, last, authorId, at);
    }
    return { id, revisions };
  }

  private revision(moduleId: string, round: number, content: ModuleContent, author: string, at: string): void {
    const hash = hashOf(content);
    this.database
      .prepare('insert into revisions (module_id, hash, round, content, author, handed_in_at) values (?, ?, ?, ?, ?, ?)')
      .run(moduleId, hash, round, canonicalJson(content), author, at);
    for (const media of mediaOf(content)) {
      this.database.prepare('insert or ignore into revision_media (module_id, revision, hash) values (?, ?, ?)').run(moduleId, hash, media);
    }
  }

  /** Its author replaces what waits for a reviewer, in its round. */
  replace(moduleId: string, content: ModuleContent): void {
    const now = new Date().toISOString();
    const { round, author } = this.database
      .prepare('select round, author from revisions where module_id = ? order by round desc limit 1')
      .get(moduleId) as { round: number; author: string };
    this.revision(moduleId, round, content, author, now);
    this.database.prepare('update modules set revision = ?, updated_at = ? where id = ?').run(hashOf(content), now, moduleId);
  }

  comment(moduleId: string, revision: string, round: number, blockId: string | null, authorId: string, text: string): void {
    const anchor = blockId ? { kind: 'block', blockId } : { kind: 'module' };
    this.database
      .prepare('insert into comments (id, module_id, revision, round, anchor, author_id, text, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(randomUUID(), moduleId, revision, round, JSON.stringify(anchor), authorId, text, new Date(Date.now() - 7_200_000).toISOString());
  }

  /** What was done about a module, oldest first, follows what stands in the hub's log, link by link as the hub writes it. */
  log(moduleId: string, deeds: Told[]): void {
    for (const { what, who, name, revision, hoursAgo, detail = {} } of deeds) {
      const last = this.database.prepare('select seq, hash from review_log order by seq desc limit 1').get() as
        | { seq: number; hash: string }
        | undefined;
      const at = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
      const entry = written({ what, who: { id: who, name }, moduleId, revision, at, detail });
      const previous = last?.hash ?? chainStart;
      this.database
        .prepare('insert into review_log (seq, previous, hash, entry, module_id) values (?, ?, ?, ?, ?)')
        .run((last?.seq ?? 0) + 1, previous, linkHash(previous, entry), entry, moduleId);
    }
  }

  /** A reviewer said yes to what was handed in last. */
  approve(moduleId: string, reviewerId: string): void {
    this.database
      .prepare("update modules set state = 'approved', approved_revision = revision, approved_by = ? where id = ?")
      .run(reviewerId, moduleId);
  }

  /** A question, and its answer where there is one. */
  ask(asked: {
    from: string;
    to: string;
    text: string;
    about?: string;
    hoursAgo?: number;
    answer?: string;
    answerModule?: string;
  }): string {
    const id = randomUUID();
    const at = new Date(Date.now() - (asked.hoursAgo ?? 2) * 3_600_000).toISOString();
    this.database
      .prepare(
        `insert into asks (id, module_id, author_id, from_id, text, created_at, answer, answered_at, answer_module_id)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        asked.about ?? null,
        asked.to,
        asked.from,
        asked.text,
        at,
        asked.answer ?? null,
        asked.answer ? at : null,
        asked.answerModule ?? null,
      );
    return id;
  }

  thank(from: string, to: string, moduleId: string, note: string, hoursAgo: number): void {
    const at = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
    this.database
      .prepare('insert into thanks (id, module_id, author_id, from_id, note, created_at) values (?, ?, ?, ?, ?, ?)')
      .run(randomUUID(), moduleId, to, from, note, at);
  }

  /** What someone did with a module, as far as insight reads it. */
  trace(personId: string, moduleId: string, revision: string, verb: string, blockId: string | null, success: boolean | null): void {
    this.database
      .prepare(
        'insert into statements (id, person_id, module_id, revision, block_id, verb, success, statement, stored_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        randomUUID(),
        personId,
        moduleId,
        revision,
        blockId,
        verb,
        success === null ? null : Number(success),
        '{}',
        new Date().toISOString(),
      );
  }

  statements(moduleId: string): { verb: string; success: number | null; person_id: string; statement: string }[] {
    return this.database
      .prepare('select verb, success, person_id, statement from statements where module_id = ? order by rowid')
      .all(moduleId) as { verb: string; success: number | null; person_id: string; statement: string }[];
  }
}

const block = <T extends Block['type']>(type: T, attrs: object = {}, rest: object = {}): Block =>
  ({ type, attrs: { id: randomUUID(), ...attrs }, ...rest }) as unknown as Block;

const words = (text: string) => ({ content: [{ type: 'text', text }] });

export const paragraph = (text: string): Block => block('paragraph', {}, words(text));
export const heading = (text: string): Block => block('heading', { level: 2 }, words(text));
export const steps = (...items: string[]): Block =>
  block('orderedList', {}, { content: items.map((item) => ({ type: 'listItem', content: [{ type: 'paragraph', ...words(item) }] })) });
export const quiz = (question: string, right: string, wrong: string): Block =>
  block('quiz', {
    quiz: {
      kind: 'single',
      question,
      explanation: 'The plug comes first, always.',
      options: [
        { id: 'right', text: right, correct: true, feedback: 'Yes: nothing can move now.' },
        { id: 'wrong', text: wrong, correct: false, feedback: 'Someone else may switch it on meanwhile.' },
      ],
    },
  });
export const video = (media: string, poster: string, seconds: number, title: string): Block =>
  block('video', { media, poster, title, duration: seconds, width: 640, height: 360 });

export const content = (title: string, objective: string, blocks: Block[]): ModuleContent => ({
  title,
  objective,
  language: 'en',
  body: { type: 'doc', content: blocks },
});
