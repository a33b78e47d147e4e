import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { ArrivalRow } from './arrival-row.tsx';
import { type Arrival, arrivals, isOver } from './arrivals.ts';
import css from './exchange.module.css';
import { leave, useArrivals } from './use-arrivals.ts';

const titleOf = (all: readonly Arrival[]): string => {
  const [only, ...others] = all;
  if (!only || others.length > 0) return `${all.length} documents`;
  return only.name;
};

/** Documents on their way in, and what was not taken, before one opens what they became. */
export function ArrivalsDialog() {
  const all = useArrivals();
  // What is on its way may be put out of sight; it comes back when there is something to say.
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const shown = all.filter((arrival) => isOver(arrival) || arrival.step.is === 'asking' || !hidden.includes(arrival.id));
  const close = () => {
    setHidden(all.map(({ id }) => id));
    for (const arrival of all) {
      if (isOver(arrival)) arrivals.dismiss(arrival.id);
      else if (arrival.step.is === 'asking' && !arrival.step.busy) leave(arrival.id, arrival.step.question);
    }
  };
  return (
    <Dialog open={shown.length > 0} onOpenChange={(open) => !open && close()} title={titleOf(shown)}>
      <ul className={css.arrivals}>
        {shown.map((arrival) => (
          // What else has something to say waits until one is back.
          <ArrivalRow key={arrival.id} arrival={arrival} onOpen={() => arrivals.dismiss(arrival.id)} />
        ))}
      </ul>
    </Dialog>
  );
}
