import type { Edit } from '../../../shared/contract/edits.ts';
import type { Take, TrackKind } from '../../../shared/model/take.ts';

/** One thing the author is at: a take, with what was cut from it so far. */
export interface LibraryCard {
  take: Take;
  edit: Edit | null;
  title: string;
  /** One of several cuts of its take. */
  isPart: boolean;
  /** Length in seconds of what will be seen: of the cut, where there is one. */
  seconds: number;
  /** SHA-256 of the finished video's poster, where it was finished. */
  poster: string | null;
  /** ISO instant of the last change, the newest first. */
  changedAt: string;
}

const editSeconds = (edit: Edit): number => edit.list.clips.reduce((sum, clip) => sum + clip.to - clip.from, 0);

/** A step that was recorded again stands in the cut of the take it belongs to; where it has a cut of its own it stands there too. */
const standsElsewhere = ({ id, redoes }: Take, takes: readonly Take[], edits: readonly Edit[]): boolean =>
  redoes !== null && takes.some((other) => other.id === redoes.take) && !edits.some(({ take }) => take === id);

/**
 * Every cut of a take, and every take that was not cut yet; the one last worked on first. Interrupted takes are offered
 * by `SalvageOffer`, above all others.
 */
export function cardsOf(takes: readonly Take[], edits: readonly Edit[]): LibraryCard[] {
  return takes
    .filter((take) => take.state !== 'interrupted' && !standsElsewhere(take, takes, edits))
    .flatMap((take): LibraryCard[] => {
      const own = edits.filter((edit) => edit.take === take.id);
      return (own.length > 0 ? own : [null]).map((edit) => ({
        take,
        edit,
        title: edit?.title ?? take.title,
        isPart: own.length > 1,
        seconds: edit ? editSeconds(edit) : take.duration,
        poster: edit?.rendition?.poster ?? null,
        changedAt: edit?.updatedAt ?? take.createdAt,
      }));
    })
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt));
}

/** How it stands with it, in words. */
export function stateWords({ take, edit }: Pick<LibraryCard, 'take' | 'edit'>): string {
  switch (take.state) {
    case 'recording':
      return 'Being recorded';
    case 'interrupted':
      return 'Interrupted';
    case 'preparing':
      return 'Being prepared';
    case 'broken':
      return 'Cannot be read';
    case 'ready':
      if (edit?.rendition) return 'Finished';
      return edit && edit.version > 0 ? 'Being cut' : 'Ready to cut';
  }
}

const trackWords: Record<TrackKind, string> = {
  screen: 'the screen',
  camera: 'the camera',
  microphone: 'the microphone',
  system: 'the computer’s sound',
};

/** What of a take could not be read, or never came to the disk, in words; null where all of it is there. */
export function lostWords({ lost }: Pick<Take, 'lost'>): string | null {
  if (lost.length === 0) return null;
  const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(lost.map((kind) => trackWords[kind]));
  return `Nothing could be read of what came from ${names}. What is on disk of it is kept: try again from the menu.`;
}
