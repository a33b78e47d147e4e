import { useId } from 'react';
import { withoutSizes } from '../../../shared/model/edit/list.ts';
import { slowSizes } from '../../../shared/model/video-sizes.ts';
import type { Bench } from './bench.ts';
import styles from './panels.module.css';

/** Whether smaller sizes are finished beside the video. `none` where the picture is too small for any. */
export function SizesSwitch({ bench: { list, cutting }, none }: { bench: Bench; none: boolean }) {
  const id = useId();
  const isOn = list.sizes !== undefined;
  const set = (on: boolean) =>
    on
      ? cutting.change({ ...list, sizes: [...slowSizes] }, 'finish in smaller sizes too')
      : cutting.change(withoutSizes(list), 'finish in one size');
  return (
    <div className={styles.option}>
      <label className={styles.switch}>
        <input type="checkbox" checked={isOn} aria-describedby={`${id}-hint`} onChange={({ target }) => set(target.checked)} />
        Also in 720p and 480p, for slow connections
      </label>
      <p id={`${id}-hint`} className={styles.small}>
        {isOn && none
          ? 'The picture is no larger than 480p itself: nothing smaller is made.'
          : 'A phone or a slow line gets the size that fits.'}
      </p>
    </div>
  );
}
