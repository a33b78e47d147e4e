import type { Edit } from '../../../shared/contract/edits.ts';
import type { EditList } from '../../../shared/model/edit/list.ts';
import type { Take, TakePictures } from '../../../shared/model/take.ts';
import type { Player } from './player.ts';
import type { Cutting } from './use-cutting.ts';
import type { Editing } from './use-edit.ts';
import type { Finish } from './use-finish.ts';
import type { Proposing } from './use-proposals.ts';
import type { Quiet } from './use-quiet.ts';

/**
 * All that a panel of the cutting room works with. What it changes goes through `cutting`, so that undo brings it back.
 * The player's times are seconds of the output; `player.place()` says which take and which moment of it is seen, and
 * `toOutput` of the edit's model leads back.
 */
export interface Bench {
  /** The edit as it was opened; its list and title go on changing in `list` and `editing.cut`. */
  edit: Edit;
  list: EditList;
  /** The take the edit began with. */
  take: Take;
  /** All takes that can be cut, those of the edit among them. */
  takes: ReadonlyMap<string, Take>;
  /** What is known of the takes of the edit, once it is there. */
  pictures: ReadonlyMap<string, TakePictures>;
  player: Player;
  cutting: Cutting;
  editing: Editing;
  finish: Finish;
  proposing: Proposing;
  quiet: Quiet;
  /** The mark on the picture that is being worked on. */
  mark: string | null;
  chooseMark: (id: string | null) => void;
}
