import type { Edit } from '../../../shared/contract/edits.ts';
import type { EditList } from '../../../shared/model/edit/list.ts';
import type { Take } from '../../../shared/model/take.ts';
import type { Player } from './player.ts';
import type { Cutting } from './use-cutting.ts';
import type { Editing } from './use-edit.ts';
import type { Finish } from './use-finish.ts';

/** All that a panel of the cutting room works with. What it changes goes through `cutting`, so that undo brings it back. */
export interface Bench {
  /** The edit as it was opened; its list and title go on changing in `list` and `editing.cut`. */
  edit: Edit;
  list: EditList;
  /** The take whose timeline is seen. */
  take: Take;
  player: Player;
  cutting: Cutting;
  editing: Editing;
  finish: Finish;
}
