import type { EditList } from '../../../shared/model/edit/list.ts';
import type { Command } from './keys.ts';
import type { Player } from './player.ts';
import { type Cutting, markedFrom, markedTo } from './use-cutting.ts';
import type { Zooming } from './use-scale.ts';

export interface Room {
  player: Player;
  cutting: Cutting;
  zooming: Zooming;
  list: EditList;
  source: string;
  /** Length of a frame in seconds. */
  frame: number;
}

/** Moments at which something changes: clips begin and end. */
const edges = ({ list, source }: Room): number[] =>
  list.clips.flatMap((clip) => (clip.source === source ? [clip.from, clip.to] : [])).sort((a, b) => a - b);

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
  start: (room) => stopAndSeek(room, room.cutting.outer.from),
  end: (room) => stopAndSeek(room, room.cutting.outer.to),
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
  'mark-in': ({ cutting, player }) => cutting.select(markedFrom(cutting.selection, cutting.outer, player.time())),
  'mark-out': ({ cutting, player }) => cutting.select(markedTo(cutting.selection, cutting.outer, player.time())),
  'select-all': ({ cutting }) => cutting.select(cutting.outer),
  clear: ({ cutting }) => cutting.select(null),
  'cut-out': ({ cutting }) => cutting.cutOut(),
  'trim-start': ({ cutting, player }) => {
    cutting.moveStart(player.time());
    cutting.settle();
  },
  'trim-end': ({ cutting, player }) => {
    cutting.moveEnd(player.time());
    cutting.settle();
  },
  undo: ({ cutting }) => cutting.undo(),
  redo: ({ cutting }) => cutting.redo(),
  'zoom-in': ({ zooming, player }) => zooming.zoomBy(zoomStep, player.time()),
  'zoom-out': ({ zooming, player }) => zooming.zoomBy(1 / zoomStep, player.time()),
  'zoom-fit': ({ zooming, player }) => zooming.zoomTo(1, player.time()),
};

/** Does what a key or a button of the toolbar asks for. */
export function perform<K extends Kind>(command: Extract<Command, { do: K }>, room: Room): void {
  const act: Act<K> = acts[command.do as K];
  act(room, command);
}
