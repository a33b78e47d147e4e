import { type KeyboardEvent, useId } from 'react';
import { clock } from '../../../ui/format.ts';
import css from './moments.module.css';

/** m:ss.t: a moment is chosen more closely than lengths are told. */
export const tenths = (seconds: number): string => {
  const all = Math.round(seconds * 10);
  return `${clock(Math.floor(all / 10))}.${all % 10}`;
};

interface MomentSliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onMoment(at: number): void;
}

const ways: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
const toTenths = (seconds: number): number => Math.round(seconds * 10) / 10;

/** A moment of a video: arrows go by a tenth of a second, with Shift by a second. */
export function MomentSlider({ label, value, min, max, onMoment }: MomentSliderProps) {
  const id = useId();
  const choose = (at: number) => onMoment(toTenths(Math.min(Math.max(at, min), max)));
  const press = (event: KeyboardEvent) => {
    const way = ways[event.key];
    if (way === undefined) return;
    event.preventDefault();
    choose(value + way * (event.shiftKey ? 1 : 0.1));
  };
  return (
    <p className={css.slider}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={0.1}
        value={value}
        aria-valuetext={tenths(value)}
        onKeyDown={press}
        onChange={(event) => choose(event.target.valueAsNumber)}
      />
      <output htmlFor={id}>{tenths(value)}</output>
    </p>
  );
}
