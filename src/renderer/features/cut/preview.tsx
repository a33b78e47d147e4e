import { memo, useMemo } from 'react';
import type { EditList } from '../../../shared/model/edit/list.ts';
import type { Take } from '../../../shared/model/take.ts';
import type { Trouble } from './deck.ts';
import { DeckView } from './deck-view.tsx';
import { MarkEditor } from './picture/mark-editor.tsx';
import { marksOf } from './picture/marks.ts';
import type { Player } from './player.ts';
import styles from './preview.module.css';
import type { ScrubUrls } from './scrub/use-scrub-copies.ts';
import { Stage } from './stage/stage.tsx';
import { playing } from './tracks.ts';
import type { Cutting } from './use-cutting.ts';
import { usePlayerState } from './use-player.ts';

const troubleWords: Record<Trouble, string> = {
  unreadable: 'This file cannot be shown here before it is finished. It can still be cut and finished.',
  away: 'The studio does not give this picture at the moment. It is asked again until it does.',
};

interface Props {
  player: Player;
  takes: ReadonlyMap<string, Take>;
  list: EditList;
  /** By take: where its voice is played from with the noise reduced. */
  quiet: ReadonlyMap<string, string>;
  /** By take: where small copies of its pictures are read from. */
  copies: ReadonlyMap<string, ScrubUrls>;
  cutting: Cutting;
  /** The mark that is being worked on. */
  mark: string | null;
}

/** The edit as the finished video will show it. One deck is seen, the other stands ready for the next clip. */
export const Preview = memo(function Preview({ player, takes, list, quiet, copies, cutting, mark }: Props) {
  const { blocked, forbidden, active, sources, rate } = usePlayerState(player);
  const chosen = useMemo(() => marksOf(list).find((each) => each.mark.id === mark), [list, mark]);
  // The region of a zoom is chosen on the whole picture, as long as nothing plays.
  const isFramed = chosen?.of === 'zooms' && rate === 0;
  const shown = useMemo(() => (isFramed ? { ...list, zooms: list.zooms.filter(({ id }) => id !== mark) } : list), [list, isFramed, mark]);
  const take = takes.get(sources[active] ?? '');
  if (take && !playing(take).picture) {
    return <p className={styles.none}>This take has only sound. Its picture cannot be shown, because there is none.</p>;
  }
  return (
    <div className={styles.stage}>
      <Stage
        {...{ player, takes }}
        list={shown}
        deck={active}
        over={(scene) => chosen && <MarkEditor {...{ player, scene, list, cutting }} mark={chosen} />}
      >
        {(painter) =>
          ([0, 1] as const).map((deck) => {
            const held = takes.get(sources[deck] ?? '');
            return (
              held && (
                <DeckView
                  key={`${deck} ${held.id}`}
                  {...{ player, painter, deck }}
                  take={held}
                  muted={list.sound.muted}
                  quiet={quiet.get(held.id)}
                  copies={copies.get(held.id)}
                  seen={deck === active}
                />
              )
            );
          })
        }
      </Stage>
      {blocked && <p className={styles.blocked}>{troubleWords[blocked]}</p>}
      {forbidden && !blocked && (
        <p className={styles.blocked} role="alert">
          The browser did not let this play. Press Play once more.
        </p>
      )}
    </div>
  );
});
