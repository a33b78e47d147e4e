import { type KeyboardEvent, useId } from 'react';
import type { Placed } from '../../../shared/model/edit/time.ts';
import type { Take } from '../../../shared/model/take.ts';
import { clipName } from './clip-name.ts';
import type { Player } from './player.ts';
import styles from './timeline.module.css';
import { type Scale, xOf } from './timeline-scale.ts';
import type { Cutting } from './use-cutting.ts';
import type { Sight } from './use-sight.ts';

interface Props {
  places: readonly Placed[];
  takes: ReadonlyMap<string, Take>;
  cutting: Cutting;
  player: Player;
  scale: Scale;
  sight: Sight;
}

/** Below this width a clip has no room for its title, in CSS pixels. */
const roomForTitle = 70;

const ends = ({ clip, start }: Placed): number => start + clip.to - clip.from;

/**
 * The clips as a list to choose from: what the canvas draws, for keys and screen readers. Only those in sight are in the
 * page, with the chosen one; each says how many there are.
 */
export function ClipList({ places, takes, cutting, player, scale, sight }: Props) {
  const name = useId();
  const chosen = places.findIndex(({ clip }) => clip.id === cutting.clip?.id);

  const choose = (index: number) => {
    const place = places[Math.min(Math.max(0, index), places.length - 1)];
    if (!place) return;
    cutting.selectClip(place.clip.id);
    player.pause();
    player.seek(place.start);
  };
  const atPlayhead = () =>
    Math.max(
      0,
      places.findIndex((place) => player.time() < ends(place)),
    );
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const from = chosen === -1 ? atPlayhead() : chosen;
    const moves: Record<string, number> = {
      ArrowLeft: chosen === -1 ? from : from - 1,
      ArrowRight: chosen === -1 ? from : from + 1,
      Home: 0,
      End: places.length - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(to);
  };

  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label="Clips"
      aria-orientation="horizontal"
      aria-activedescendant={chosen === -1 ? undefined : `${name}-${chosen}`}
      className={styles.clips}
      data-keys="room"
      onKeyDown={press}
    >
      {places.map((place, index) => {
        if (index !== chosen && (ends(place) < sight.from || place.start > sight.to)) return null;
        const { clip, start } = place;
        const take = takes.get(clip.source);
        const width = xOf(scale, clip.to - clip.from) - 2;
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and says which option is active
          <div
            key={clip.id}
            id={`${name}-${index}`}
            role="option"
            aria-selected={index === chosen}
            aria-label={clipName(clip, index, places.length, take?.title)}
            aria-setsize={places.length}
            aria-posinset={index + 1}
            className={styles.clip}
            style={{ left: xOf(scale, start), width: Math.max(1, width) }}
          >
            {width > roomForTitle && (
              <span className={styles.clipTitle} aria-hidden="true">
                {take?.title ?? 'This take is not here any more'}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
