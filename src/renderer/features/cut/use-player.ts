import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Clip } from '../../../shared/model/edit/list.ts';
import type { Take } from '../../../shared/model/take.ts';
import { createPlayer, type Player, type PlayerState } from './player.ts';
import { playing } from './tracks.ts';

/** The player of a take; it follows the clips as they change. */
export function usePlayer(take: Take, clips: readonly Clip[]): Player {
  const player = useMemo(() => createPlayer(take.id, take.duration, playing(take)), [take]);
  useEffect(() => player.setClips(clips), [player, clips]);
  useEffect(() => player.pause, [player]);
  return player;
}

export const usePlayerState = (player: Player): PlayerState => useSyncExternalStore(player.subscribe, player.state);

/** Something that hangs on the time, for a page that renders only when it changes. */
export function useAtTime<T extends string | number | boolean>(player: Player, read: (time: number) => T): T {
  const [value, setValue] = useState(() => read(player.time()));
  useEffect(() => {
    const update = (time: number) => setValue(read(time));
    update(player.time());
    return player.onTime(update);
  }, [player, read]);
  return value;
}
