import { memo, useCallback } from 'react';
import type { Card, EditList } from '../../../shared/model/edit/list.ts';
import { cardAt } from '../../../shared/model/edit/time.ts';
import type { Take } from '../../../shared/model/take.ts';
import { DeckView } from './deck-view.tsx';
import type { Player } from './player.ts';
import styles from './preview.module.css';
import { playing } from './tracks.ts';
import { useAtTime, usePlayerState } from './use-player.ts';

function CardView({ card }: { card: Card }) {
  return (
    <div className={styles.card} style={card.colour ? { background: card.colour } : undefined}>
      <p className={styles.cardTitle}>{card.title}</p>
      <p>{card.line}</p>
      <p>{[card.name, card.role].filter(Boolean).join(', ')}</p>
    </div>
  );
}

interface Props {
  player: Player;
  takes: ReadonlyMap<string, Take>;
  list: EditList;
}

/** The edit as the finished video will show it. One deck is seen, the other stands ready for the next clip. */
export const Preview = memo(function Preview({ player, takes, list }: Props) {
  const { blocked, active, sources } = usePlayerState(player);
  const shown = useAtTime(
    player,
    useCallback((time) => cardAt(list, time), [list]),
  );
  const card = shown && list[shown];
  const take = takes.get(sources[active] ?? '');
  if (take && !playing(take).picture) {
    return <p className={styles.none}>This take has only sound. Its picture cannot be shown, because there is none.</p>;
  }
  return (
    <div className={styles.stage}>
      {([0, 1] as const).map((deck) => {
        const held = takes.get(sources[deck] ?? '');
        if (!held) return null;
        return (
          <DeckView
            key={`${deck} ${held.id}`}
            {...{ player, deck }}
            take={held}
            camera={list.camera}
            muted={list.sound.muted}
            seen={deck === active && !card}
          />
        );
      })}
      {card && <CardView card={card} />}
      {blocked && <p className={styles.blocked}>This file cannot be shown here before it is finished. It can still be cut and finished.</p>}
    </div>
  );
});
