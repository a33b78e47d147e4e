import type { EditList } from '../../../shared/model/edit/list.ts';
import { editDuration } from '../../../shared/model/edit/time.ts';
import type { Command } from './keys.ts';
import type { Player } from './player.ts';
import { spansOf } from './spans.ts';
import { type Cutting, markedFrom, markedTo } from './use-cutting.ts';
import type { Zooming } from './use-scale.ts';

export interface Room {
  player: Player;
  cutting: Cutting;
  zooming: Zooming;
  list: EditList;
  /** Length of a frame in seconds. */
  frame: number;
  snapping: boolean;
  setSnapping: (on: boolean) => void;
  /** Which dialog is open. */
  dialog: 'help' | 'insert' | null;
  setDialog: (dialog: Room['dialog']) => void;
}

/** Moments at which something changes: clips begin and end. */
const edges = ({ list }: Room): number[] => [...new Set(spansOf(list).flatMap(({ start, end }) => [start, end]))];

const zoomStep = 1.6;

function stopAndSeek({ player }: Room, time: number): void {
  player.pause();
  player.seek(time);
}

type Kind = Command['do'];
type Act<K extends Kind> = (room: Room, command: Extract<Command, { do: K }>) => void;

const acts: { [K in Kind]: Act<K> } = {
  'play-pause': ({ player }) => player.toggle(),
  pause: ({ player }) => player.pause(),
  'shuttle-back': ({ player }) => player.shuttle('back'),
  'shuttle-on': ({ player }) => player.shuttle('on'),
  start: (room) => stopAndSeek(room, 0),
  end: (room) => stopAndSeek(room, editDuration(room.list)),
  frames: (room, { by }) => stopAndSeek(room, room.player.time() + by * room.frame),
  seconds: ({ player }, { by }) => player.seek(player.time() + by),
  'next-cut': (room) => {
    const next = edges(room).find((edge) => edge > room.player.time() + room.frame / 2);
    if (next !== undefined) stopAndSeek(room, next);
  },
  'previous-cut': (room) => {
    const last = edges(room).findLast((edge) => edge < room.player.time() - room.frame / 2);
    if (last !== undefined) stopAndSeek(room, last);
  },
  'mark-in': ({ cutting, player, list }) => cutting.select(markedFrom(cutting.selection, editDuration(list), player.time())),
  'mark-out': ({ cutting, player }) => cutting.select(markedTo(cutting.selection, player.time())),
  'select-all': ({ cutting, list }) => cutting.select({ from: 0, to: editDuration(list) }),
  clear: ({ cutting }) => {
    cutting.select(null);
    cutting.selectClip(null);
  },
  'cut-out': ({ cutting }) => cutting.cutOut(),
  split: ({ cutting }) => cutting.split(),
  'move-clip': ({ cutting }, { by }) => cutting.moveBy(by),
  chapter: ({ cutting }) => cutting.addChapter(),
  insert: ({ setDialog }) => setDialog('insert'),
  snapping: ({ snapping, setSnapping, cutting }) => {
    setSnapping(!snapping);
    cutting.say(snapping ? 'Snapping is off.' : 'Snapping is on.');
  },
  'trim-start': ({ cutting }) => cutting.trimHere('from'),
  'trim-end': ({ cutting }) => cutting.trimHere('to'),
  undo: ({ cutting }) => cutting.undo(),
  redo: ({ cutting }) => cutting.redo(),
  'zoom-in': ({ zooming, player }) => zooming.zoomBy(zoomStep, player.time()),
  'zoom-out': ({ zooming, player }) => zooming.zoomBy(1 / zoomStep, player.time()),
  'zoom-fit': ({ zooming, player }) => zooming.zoomTo(1, player.time()),
  help: ({ setDialog }) => setDialog('help'),
};

/** Does what a key or a button of the toolbar asks for. */
export function perform<K extends Kind>(command: Extract<Command, { do: K }>, room: Room): void {
  const act: Act<K> = acts[command.do as K];
  act(room, command);
}
