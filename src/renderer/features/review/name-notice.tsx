import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client, orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import css from './review.module.css';

/** Asks who reviews, where the studio does not know yet: what she says goes back under her name. */
export function NameNotice() {
  const queries = useQueryClient();
  const { data } = useQuery(orpc.profile.get.queryOptions());
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: async () => client.profile.save({ ...(await client.profile.get()), name: name.trim() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: orpc.profile.key() }),
  });
  if (data?.name.trim() !== '') return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') save.mutate();
  };
  return (
    <Notice tone="attention">
      <form className={css.name} onSubmit={send}>
        <TextField
          label="Who are you?"
          hint="What you write goes back under this name. It stands there as what the file says; nobody checks it."
          value={name}
          maxLength={80}
          onChange={({ target }) => setName(target.value)}
        />
        <FaultNotice error={save.error} />
        <Button type="submit" busy={save.isPending}>
          This is my name
        </Button>
      </form>
    </Notice>
  );
}
