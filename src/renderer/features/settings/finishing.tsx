import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Graphics } from '../../../shared/contract/finishing.ts';
import { orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { megabytes } from '../../ui/format.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import css from './settings.module.css';

const choices: [Graphics, string][] = [
  ['auto', 'Where it can'],
  ['never', 'Never'],
];

const gigabyte = 1e9;

/** How videos are finished on this computer, and how much room those that are finished may take. */
export function FinishingChoice() {
  const queries = useQueryClient();
  const { data, error } = useQuery(orpc.finishing.get.queryOptions());
  const onSuccess = (next: NonNullable<typeof data>) => queries.setQueryData(orpc.finishing.get.queryKey(), next);
  const change = useMutation(orpc.finishing.change.mutationOptions({ onSuccess }));
  const clear = useMutation(orpc.finishing.clear.mutationOptions({ onSuccess }));
  const [written, setWritten] = useState<string | null>(null);
  if (!data) return error ? <FaultNotice error={error} /> : <div className={css.waiting} />;
  const { graphics, card, cache } = data;
  const limit = Number(written ?? cache.limit / gigabyte);
  const isLimit = Number.isInteger(limit) && limit >= 1 && limit <= 10_000;
  const keepLimit = () => {
    if (written === null || !isLimit) return;
    change.mutate({ limit: limit * gigabyte }, { onSuccess: () => setWritten(null) });
  };
  return (
    <div className={css.finishing}>
      <fieldset className={css.themes}>
        <legend>Use the graphics card for finishing</legend>
        {choices.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name="graphics" checked={graphics === value} onChange={() => change.mutate({ graphics: value })} />
            {label}
          </label>
        ))}
      </fieldset>
      <p className={css.hint}>
        {card
          ? `This computer can: ${card} works here. Where it fails on the way, the processor takes over.`
          : 'On this computer none was found that works, so the processor does it.'}
      </p>
      <form
        className={css.room}
        onSubmit={(event) => {
          event.preventDefault();
          keepLimit();
        }}
      >
        <TextField
          label="Room for finished videos, in GB"
          type="number"
          min={1}
          max={10_000}
          step={1}
          value={written ?? String(cache.limit / gigabyte)}
          onChange={(event) => setWritten(event.target.value)}
          onBlur={keepLimit}
          error={isLimit ? undefined : 'A whole number from 1 to 10000.'}
        />
      </form>
      <p className={css.hint}>
        {cache.bytes === 0
          ? 'Nothing is kept yet.'
          : `They take ${megabytes(cache.bytes)} now; ${cache.freeable === 0 ? 'modules use all of them.' : `${megabytes(cache.freeable)} of that no module uses.`}`}{' '}
        Where more is needed, those used longest ago go first, never one that a module shows. Takes stay; what went is finished again when
        it is needed.
      </p>
      <FaultNotice error={change.error ?? clear.error} />
      <div>
        <Button busy={clear.isPending} disabled={cache.freeable === 0} onClick={() => clear.mutate({})}>
          Make room now
        </Button>
      </div>
    </div>
  );
}
