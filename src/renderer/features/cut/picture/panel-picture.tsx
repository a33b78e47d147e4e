import { Plus } from 'lucide-react';
import { useCallback } from 'react';
import { Aspect } from '../../../../shared/model/edit/list.ts';
import { placed, toSource } from '../../../../shared/model/edit/time.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import type { Bench } from '../bench.ts';
import panels from '../panels.module.css';
import { playing } from '../tracks.ts';
import { useAtTime } from '../use-player.ts';
import { CameraForm } from './camera-form.tsx';
import { CardForm } from './card-form.tsx';
import { MarkRow } from './mark-row.tsx';
import { type Kind, kinds, marksOf, newMark, stretchesIn, stretchIn, type TakeStretch, withMark } from './marks.ts';
import styles from './picture.module.css';

/** A new mark lasts as long as this where nothing is selected. Seconds. */
const usualLength = 4;

/** The stretches that a new mark gets, one for each take: all that is selected, else from the playhead on as far as the clip goes. */
function stretchesFor({ list, player, cutting: { selection } }: Bench): TakeStretch[] {
  if (selection) return stretchesIn(list, selection);
  const here = toSource(list, player.time());
  return here ? [stretchIn(here.clip, here.time, usualLength)] : [];
}

/** Whether any take that is seen has a camera. */
const hasCamera = ({ list, takes }: Bench): boolean =>
  list.clips.some(({ source }) => {
    const take = takes.get(source);
    return take !== undefined && playing(take).camera !== null;
  });

const aspects: Record<Aspect, string> = { source: 'As recorded', '16:9': 'Wide 16:9', '9:16': 'Upright 9:16', '1:1': 'Square 1:1' };
const fades = [0, 0.5, 1, 2];

function Marks({ bench }: { bench: Bench }) {
  const { list, cutting, player, mark: chosen, chooseMark } = bench;
  const { selection } = cutting;
  const marks = marksOf(list);
  const add = (kind: Kind) => {
    const made = stretchesFor(bench).map((stretch) => newMark(kind, stretch, crypto.randomUUID(), list));
    const [first] = made;
    if (!first) return;
    cutting.change(made.reduce(withMark, list), `add: ${kinds[kind].toLowerCase()}`);
    cutting.say(`Added: ${kinds[kind]}.${first.of === 'layouts' ? '' : ' It can be moved on the picture.'}`);
    chooseMark(first.mark.id);
    // Callouts come gently: a moment later they are there.
    const shown = (selection?.from ?? player.time()) + (first.of === 'callouts' ? 0.3 : 0);
    if (shown !== player.time()) player.seek(shown);
  };
  const offered = (Object.keys(kinds) as Kind[]).filter(
    (kind) => hasCamera(bench) || !['screen', 'camera', 'both', 'beside'].includes(kind),
  );
  return (
    <section className={panels.section}>
      <h2>On the picture</h2>
      {marks.length === 0 && (
        <p className={panels.small}>Go close to where the work happens, hide what is private, point at what matters.</p>
      )}
      <ul className={styles.marks} aria-label="On the picture">
        {marks.map((mark) => (
          <MarkRow key={mark.mark.id} bench={bench} mark={mark} chosen={mark.mark.id === chosen} onChoose={chooseMark} />
        ))}
      </ul>
      <Menu
        trigger={<Button icon={Plus}>{selection ? 'Add to the selection' : 'Add from here'}</Button>}
        items={offered.map((kind) => ({ label: kinds[kind], onSelect: () => add(kind) }))}
      />
    </section>
  );
}

function Crossfade({ bench: { list, player, cutting } }: { bench: Bench }) {
  const index = useAtTime(
    player,
    useCallback((time) => placed(list).findLastIndex(({ start }) => time >= start - 1e-6), [list]),
  );
  const clip = list.clips[Math.max(0, index)];
  if (!clip || (index <= 0 && !list.opening)) return null;
  return (
    <fieldset className={styles.choice}>
      <legend>From the clip before to this one</legend>
      {fades.map((seconds) => (
        <label key={seconds}>
          <input
            type="radio"
            name="dissolve"
            checked={(clip.dissolve ?? 0) === seconds}
            onChange={() => {
              const { dissolve: _, ...cut } = clip;
              const next = seconds > 0 ? { ...cut, dissolve: seconds } : cut;
              cutting.change(
                { ...list, clips: list.clips.map((each) => (each === clip ? next : each)) },
                seconds > 0 ? 'crossfade' : 'cut hard',
              );
            }}
          />
          {seconds === 0 ? 'Cut' : `Fade ${seconds} s`}
        </label>
      ))}
    </fieldset>
  );
}

/** All that is done to the picture: marks over time, its form, the camera, cards and crossfades. */
export function PanelPicture({ bench }: { bench: Bench }) {
  const { list, cutting } = bench;
  return (
    <div className={panels.sections}>
      <Marks bench={bench} />
      <section className={panels.section}>
        <h2>Form</h2>
        <fieldset className={styles.choice}>
          <legend className="visually-hidden">Form of the picture</legend>
          {Aspect.options.map((aspect) => (
            <label key={aspect}>
              <input
                type="radio"
                name="aspect"
                checked={list.aspect === aspect}
                onChange={() => cutting.change({ ...list, aspect }, 'form of the picture')}
              />
              {aspects[aspect]}
            </label>
          ))}
        </fieldset>
        <Crossfade bench={bench} />
      </section>
      <section className={panels.section}>
        <h2>Cards</h2>
        <CardForm bench={bench} which="opening" />
        <CardForm bench={bench} which="closing" />
      </section>
      <section className={panels.section}>
        <h2>Camera</h2>
        {!hasCamera(bench) ? (
          <p className={panels.small}>
            {new Set(list.clips.map(({ source }) => source)).size > 1 ? 'None of these takes has a camera.' : 'This take has no camera.'}{' '}
            Switch it on when you record the next one: colleagues learn more easily from a face they know.
          </p>
        ) : (
          <CameraForm bench={bench} />
        )}
      </section>
    </div>
  );
}
