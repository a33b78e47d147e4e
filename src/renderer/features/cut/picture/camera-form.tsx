import { Corner } from '../../../../shared/model/edit/list.ts';
import type { Bench } from '../bench.ts';
import styles from '../panels.module.css';

const corners: Record<Corner, string> = {
  'top-left': 'Top left',
  'top-right': 'Top right',
  'bottom-left': 'Bottom left',
  'bottom-right': 'Bottom right',
};

/** How the camera is laid over the screen wherever nothing else is said. */
export function CameraForm({ bench: { list, cutting } }: { bench: Bench }) {
  const { camera } = list;
  const { setCamera: onChange, settle: onSettle } = cutting;
  return (
    <div className={styles.form}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={camera.shown}
          onChange={(event) =>
            onChange({ ...camera, shown: event.target.checked }, event.target.checked ? 'show the camera' : 'hide the camera')
          }
        />
        Show the camera
      </label>
      <fieldset disabled={!camera.shown}>
        <legend>Corner</legend>
        <div className={styles.corners}>
          {Corner.options.map((corner) => (
            <label key={corner} className={`${styles.corner} ${styles[corner]}`}>
              <input
                type="radio"
                name="corner"
                checked={camera.corner === corner}
                onChange={() => onChange({ ...camera, corner }, 'camera corner')}
              />
              <i className={camera.shape === 'round' ? styles.round : styles.square} aria-hidden="true" />
              <span>{corners[corner]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset disabled={!camera.shown}>
        <legend>Shape</legend>
        <div className={styles.choices}>
          {(['round', 'square'] as const).map((shape) => (
            <label key={shape} className={styles.choice}>
              <input
                type="radio"
                name="shape"
                checked={camera.shape === shape}
                onChange={() => onChange({ ...camera, shape }, 'camera shape')}
              />
              {shape === 'round' ? 'Round' : 'Square'}
            </label>
          ))}
        </div>
      </fieldset>
      <label className={styles.size}>
        <span>Size</span>
        <span className={styles.times}>{Math.round(camera.size * 100)} % of the width</span>
        <input
          type="range"
          disabled={!camera.shown}
          min={0.1}
          max={0.5}
          step={0.01}
          value={camera.size}
          aria-valuetext={`${Math.round(camera.size * 100)} percent of the width`}
          onChange={(event) => onChange({ ...camera, size: Number(event.target.value) }, 'camera size')}
          onPointerUp={onSettle}
          onBlur={onSettle}
        />
      </label>
    </div>
  );
}
