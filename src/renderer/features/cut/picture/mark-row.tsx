import { Trash2 } from 'lucide-react';
import { Callout, type Cover, Zoom } from '../../../../shared/model/edit/list.ts';
import { placed, toOutput } from '../../../../shared/model/edit/time.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import type { Bench } from '../bench.ts';
import { clock, spoken } from '../words.ts';
import {
  addPlace,
  areaOf,
  kindOf,
  kinds,
  type Mark,
  movedArea,
  pointsOf,
  titleOf,
  withArea,
  withEnds,
  withMark,
  withoutMark,
  withPoint,
} from './marks.ts';
import styles from './picture.module.css';
import { ShareField } from './share-field.tsx';

/** Where a mark is first seen, in output time; null where all of it was cut out. */
function seenAt({ list }: Bench, { mark }: Mark): number | null {
  const direct = toOutput(list, mark.source, mark.from);
  if (direct !== null) return direct;
  const here = placed(list).find(({ clip }) => clip.source === mark.source && clip.from < mark.to && clip.to > mark.from);
  return here ? here.start + Math.max(0, mark.from - here.clip.from) : null;
}

interface Props {
  bench: Bench;
  mark: Mark;
  chosen: boolean;
  onChoose: (id: string | null) => void;
}

/** A mark in the list: its place, and where it is chosen all that can be changed about it. */
export function MarkRow({ bench, mark, chosen, onChoose }: Props) {
  const { player, cutting, list } = bench;
  const { id, from, to } = mark.mark;
  const at = seenAt(bench, mark);
  const title = titleOf(mark);
  const remove = () => {
    cutting.change(withoutMark(list, id), `remove the ${kinds[kindOf(mark)].toLowerCase()}`);
    cutting.say(`Removed: ${title}.`);
    onChoose(null);
  };
  return (
    <li className={styles.mark} data-chosen={chosen || undefined}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={chosen}
          onClick={() => {
            onChoose(chosen ? null : id);
            if (!chosen && at !== null) player.seek(at + Math.min(0.7, (to - from) / 2));
          }}
        >
          <span>{title}</span>
          <span className={styles.time}>{at === null ? 'cut out' : `${clock(at)}, ${spoken(to - from)}`}</span>
        </button>
        <IconButton label={`Remove: ${title}`} icon={Trash2} onClick={remove} />
      </div>
      {chosen && <MarkFields bench={bench} mark={mark} />}
    </li>
  );
}

function MarkFields({ bench, mark }: { bench: Bench; mark: Mark }) {
  const { player, cutting, list } = bench;
  const name = kinds[kindOf(mark)].toLowerCase();
  const change = (next: Mark, what: string, group?: string) =>
    cutting.change(withMark(list, next), what, group && `${group} ${mark.mark.id}`);
  const here = () => {
    const place = player.place();
    return place?.source === mark.mark.source ? place.time : null;
  };
  const end = (side: 'from' | 'to') => {
    const time = here();
    if (time === null) return cutting.say('Another take is seen here.');
    change(withEnds(mark, { [side]: time }), side === 'from' ? `begin the ${name} here` : `end the ${name} here`);
  };
  const time = here() ?? mark.mark.from;
  const area = areaOf(mark, time);
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <Button onClick={() => end('from')}>Begin here</Button>
        <Button onClick={() => end('to')}>End here</Button>
      </div>
      {mark.of === 'callouts' && mark.mark.kind === 'text' && (
        <TextField
          label="Text"
          value={mark.mark.text}
          maxLength={120}
          onChange={(event) => {
            const parsed = Callout.safeParse({ ...mark.mark, text: event.target.value });
            // Without a letter there is nothing to be drawn: the last one stays.
            if (parsed.success && parsed.data.kind === 'text')
              change({ of: 'callouts', mark: { ...parsed.data, text: event.target.value } }, 'write a text', 'text');
          }}
          onBlur={cutting.settle}
        />
      )}
      {mark.of === 'callouts' && mark.mark.kind === 'number' && (
        <ShareField
          label="Number"
          value={mark.mark.number}
          unit=""
          least={1}
          most={99}
          onChange={(number) => {
            if (mark.of === 'callouts' && mark.mark.kind === 'number')
              change({ of: 'callouts', mark: { ...mark.mark, number } }, 'change a number', 'number');
          }}
          onEnd={cutting.settle}
        />
      )}
      {area && (
        <fieldset className={styles.grid}>
          <legend>Region</legend>
          {(['x', 'y', 'width', 'height'] as const).map((side) => (
            <ShareField
              key={side}
              label={{ x: 'From the left', y: 'From the top', width: 'Width', height: 'Height' }[side]}
              value={Math.round(area[side] * 100)}
              unit="%"
              least={side === 'x' || side === 'y' ? 0 : 2}
              most={100}
              onChange={(value) =>
                change(withArea(mark, time, movedArea(area, { [side]: value / 100 - area[side] })), `move the ${name}`, 'move')
              }
              onEnd={cutting.settle}
            />
          ))}
        </fieldset>
      )}
      {pointsOf(mark).map(({ name: point, x, y }) => (
        <fieldset key={point} className={styles.grid}>
          <legend>{{ at: 'Place', tail: 'Begins', tip: 'Points at' }[point]}</legend>
          <ShareField
            label="From the left"
            value={Math.round(x * 100)}
            unit="%"
            least={0}
            most={100}
            onChange={(value) => change(withPoint(mark, point, { x: value / 100, y }), `move the ${name}`, 'move')}
            onEnd={cutting.settle}
          />
          <ShareField
            label="From the top"
            value={Math.round(y * 100)}
            unit="%"
            least={0}
            most={100}
            onChange={(value) => change(withPoint(mark, point, { x, y: value / 100 }), `move the ${name}`, 'move')}
            onEnd={cutting.settle}
          />
        </fieldset>
      ))}
      {mark.of === 'covers' && <CoverPath bench={bench} cover={mark.mark} />}
      {mark.of === 'zooms' && (
        <ShareField
          label="Goes there in"
          value={mark.mark.ease}
          unit="s"
          least={0}
          most={2}
          step={0.1}
          onChange={(ease) => change({ of: 'zooms', mark: Zoom.parse({ ...mark.mark, ease }) }, 'change the pace of a zoom', 'ease')}
          onEnd={cutting.settle}
        />
      )}
    </div>
  );
}

/** The places of a cover that moves. */
function CoverPath({ bench: { player, cutting, list }, cover }: { bench: Bench; cover: Cover }) {
  const change = (next: Cover, what: string) => cutting.change(withMark(list, { of: 'covers', mark: next }), what);
  const add = () => {
    const place = player.place();
    const next = place?.source === cover.source ? addPlace(cover, place.time) : cover;
    if (next === cover) return cutting.say('There is a place at this moment already, or another take is seen.');
    change(next, 'add a place to the path');
    cutting.say('Added a place. Move the region here; between two places it goes in a straight line.');
  };
  return (
    <div className={styles.path}>
      {cover.path.length > 1 && (
        <ul aria-label="Places of the path" className={styles.places}>
          {cover.path.map((place, index) => {
            const at = toOutput(list, cover.source, place.at);
            return (
              <li key={place.at} className={styles.head}>
                <button type="button" className={styles.title} disabled={at === null} onClick={() => at !== null && player.seek(at)}>
                  Place {index + 1} <span className={styles.time}>{at === null ? 'cut out' : clock(at)}</span>
                </button>
                <IconButton
                  label={`Remove place ${index + 1}`}
                  icon={Trash2}
                  onClick={() => change({ ...cover, path: cover.path.filter((each) => each !== place) }, 'remove a place of the path')}
                />
              </li>
            );
          })}
        </ul>
      )}
      <Button onClick={add}>Add a place here</Button>
    </div>
  );
}
