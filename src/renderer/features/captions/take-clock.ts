import type { EditList } from '../../../shared/model/edit/list.ts';
import { placed, toOutput } from '../../../shared/model/edit/time.ts';
import type { Player } from '../cut/player.ts';

/** Captions stand in the time of a take, the player in that of the output: this leads from one to the other. */
export interface TakeClock {
  /** The moment of the take that is seen, or null while another take is. */
  now(): number | null;
  /** Shows a moment of the take, or where it was cut out, what is seen next of it. */
  seek(time: number): void;
}

/** Where a moment of a take, or the next of it that was kept, stands in the output; null where nothing later was kept. */
export function nearestOutput(list: EditList, take: string, time: number): number | null {
  const here = toOutput(list, take, time);
  if (here !== null) return here;
  const later = placed(list).filter(({ clip }) => clip.source === take && clip.from > time);
  return later.length > 0 ? Math.min(...later.map(({ start }) => start)) : null;
}

export const takeClock = (player: Player, list: EditList, take: string): TakeClock => ({
  now() {
    const place = player.place();
    return place?.source === take ? place.time : null;
  },
  seek(time) {
    const output = nearestOutput(list, take, time);
    if (output !== null) player.seek(output);
  },
});
