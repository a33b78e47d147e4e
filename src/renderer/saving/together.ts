import { readFault } from '../../shared/contract/faults.ts';
import type { Block } from '../../shared/model/blocks/index.ts';
import { type Kept, mergeContents } from '../../shared/model/merge/merge.ts';
import { canonicalJson, type ModuleContent, type ModuleDraft } from '../../shared/model/module.ts';

/** A module as it stands in this window, with what was not saved yet. */
export interface OpenDocument {
  read(): ModuleContent;
  /** Puts what came from elsewhere into it, leaving cursor and undo alone. */
  bringIn(content: ModuleContent): void;
  /** How this window would write the same content. */
  spell(content: ModuleContent): ModuleContent;
  fits(block: Block): boolean;
}

type State = Pick<ModuleDraft, 'version' | 'content'>;

interface TogetherOptions {
  first: State;
  open(): OpenDocument;
  read(): Promise<State>;
  /** Refuses with MODULE_STALE where `version` is not the last one. */
  write(version: number, content: ModuleContent): Promise<State>;
  /** Keeps what is on disk in the module's history: theirs, before a version of both takes its place. */
  keepTheirs(): Promise<unknown>;
  onVersion(version: number): void;
  onKept(kept: Kept[]): void;
}

export interface Together {
  /** Writes the open document as it is when its turn comes; where another window wrote in between, merges both first. */
  save(): Promise<void>;
  /** Brings in what another window wrote, if `version` is news. */
  hear(version: number): Promise<void>;
}

/** Another window may write again while this one merges; after so many times in a row it waits its turn. */
const patience = 8;

const same = (one: ModuleContent, other: ModuleContent): boolean => canonicalJson(one) === canonicalJson(other);
const isStale = (error: unknown): boolean => readFault(error)?.code === 'MODULE_STALE';

/**
 * One module in several windows. `disk` is the last state that this window and the disk had in common: what was written
 * elsewhere since is merged with what was written here since, so that neither loses a word.
 */
export function createTogether({ first, open, read, write, keepTheirs, onVersion, onKept }: TogetherOptions): Together {
  let disk: State = first;
  /** What was sent and may have arrived although no answer came back: met on disk, it is this window's own. */
  let unanswered: ModuleContent[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other: what this window is just writing is never taken for another window's. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act, act);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const settle = (state: State) => {
    disk = state;
    unanswered = [];
    onVersion(state.version);
  };

  const catchUp = async () => {
    const theirs = await read();
    if (theirs.version <= disk.version) return;
    const document = open();
    const [base, there] = [document.spell(disk.content), document.spell(theirs.content)];
    const own = unanswered.some((sent) => same(document.spell(sent), there));
    const merged = () => mergeContents(base, document.read(), there, document.fits);
    if (!own && merged().kept.length > 0) await keepTheirs();
    settle({ version: theirs.version, content: there });
    if (own) return;
    // Once more: someone may have typed while theirs was kept.
    const { content, kept } = merged();
    if (!same(content, document.read())) document.bringIn(content);
    if (kept.length > 0) onKept(kept);
  };

  return {
    save: () =>
      inTurn(async () => {
        for (let tries = 1; ; tries += 1) {
          const next = open().read();
          if (same(next, open().spell(disk.content))) return;
          try {
            unanswered = [...unanswered.slice(1 - patience), next];
            settle(await write(disk.version, next));
            return;
          } catch (error) {
            if (!isStale(error) || tries >= patience) throw error;
            await catchUp();
          }
        }
      }),
    hear: (version) =>
      inTurn(async () => {
        if (version > disk.version) await catchUp();
      }),
  };
}
