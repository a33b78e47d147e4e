import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EditList } from '../../../shared/model/edit/list.ts';
import type { Take } from '../../../shared/model/take.ts';
import { createPlayer, type Player, type PlayerState } from './player.ts';

/** The player of an edit; it follows the list and its takes as they change. */
export function usePlayer(takes: ReadonlyMap<string, Take>, { clips, opening, closing }: EditList): Player {
  const [player] = useState(createPlayer);
  useEffect(() => player.setTakes(takes), [player, takes]);
  useEffect(() => player.setList({ clips, opening, closing }), [player, clips, opening, closing]);
  useEffect(() => player.pause, [player]);
  return player;
}

export const usePlayerState = (player: Player): PlayerState => useSyncExternalStore(player.subscribe, player.state);

/** Something that hangs on the time, for a page that renders only when it changes. */
export function useAtTime<T extends string | number | boolean | null>(player: Player, read: (time: number) => T): T {
  const [value, setValue] = useState(() => read(player.time()));
  useEffect(() => {
    const update = (time: number) => setValue(read(time));
    update(player.time());
    return player.onTime(update);
  }, [player, read]);
  return value;
}
