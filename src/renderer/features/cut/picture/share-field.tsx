import { useId, useState } from 'react';
import styles from './picture.module.css';

interface Props {
  label: string;
  value: number;
  unit: string;
  least: number;
  most: number;
  step?: number;
  onChange: (value: number) => void;
  onEnd: () => void;
}

/** A figure within bounds. What is typed counts as soon as it is a figure that is allowed. */
export function ShareField({ label, value, unit, least, most, step = 1, onChange, onEnd }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className={styles.share}>
      <label htmlFor={id}>{label}</label>
      <span>
        <input
          id={id}
          type="number"
          min={least}
          max={most}
          step={step}
          value={typed ?? value}
          onChange={(event) => {
            setTyped(event.target.value);
            const next = event.target.valueAsNumber;
            if (next >= least && next <= most) onChange(next);
          }}
          onBlur={() => {
            setTyped(null);
            onEnd();
          }}
        />
        {unit}
      </span>
    </div>
  );
}
