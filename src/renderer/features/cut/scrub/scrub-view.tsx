import { useEffect, useRef } from 'react';
import type { Track } from '../../../../shared/model/take.ts';
import type { DeckIndex, Player } from '../player.ts';
import styles from '../stage/stage.module.css';
import { createScrub } from './scrub.ts';
import type { ScrubCopy } from './scrub-copy.ts';

interface Props {
  player: Player;
  deck: DeckIndex;
  track: Track;
  /** Where the copy is read from. */
  url: string;
}

/** Lies over a track's picture and shows its small copy while a hand moves. */
export function ScrubView({ player, deck, track, url }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let copy: ScrubCopy | null = null;
    let isGone = false;
    const open = async () => {
      const { openScrubCopy } = await import('./scrub-copy.ts');
      copy = await openScrubCopy(url);
      if (isGone) copy?.close();
      else if (copy && canvas.current) player.attachScrub(deck, track, createScrub(canvas.current, copy));
    };
    // Without a copy the picture itself is sought, as it is until the copy is there.
    open().catch(() => undefined);
    return () => {
      isGone = true;
      player.attachScrub(deck, track, null);
      copy?.close();
    };
  }, [player, deck, track, url]);
  return <canvas ref={canvas} className={styles.scrub} data-scrub={track.kind} hidden aria-hidden />;
}
