import { Progress as Bar } from 'radix-ui';
import { Button } from './button.tsx';
import css from './progress.module.css';

/** How far a long work is, in words and as a bar, with a way out. `value` is 0 to 1, or null where nobody knows. */
export function Progress({ label, value, onCancel }: { label: string; value: number | null; onCancel?: () => void }) {
  const percent = value === null ? null : Math.round(value * 100);
  return (
    <div className={css.progress}>
      <div className={css.words}>
        <span>{label}</span>
        {percent !== null && <span className={css.percent}>{percent} %</span>}
      </div>
      <Bar.Root className={css.track} value={percent} aria-label={label}>
        <Bar.Indicator
          className={percent === null ? css.unknown : css.bar}
          style={percent === null ? undefined : { transform: `scaleX(${percent / 100})` }}
        />
      </Bar.Root>
      {onCancel && (
        <Button variant="plain" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}
