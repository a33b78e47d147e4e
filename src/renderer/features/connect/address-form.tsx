import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './connect.module.css';

/** The address of a hub, as a colleague sends it: with or without `https://`, any page of it. */
export function AddressForm({ onConnect }: { onConnect(url: string): void }) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = typed.trim();
    const url = /^https?:\/\//i.test(address) ? address : `https://${address}`;
    if (address === '' || !URL.canParse(url)) setError('Enter the address of the hub, like https://learn.company.com.');
    else onConnect(url);
  };
  return (
    <form className={css.address} onSubmit={submit} noValidate>
      <TextField
        label="Address of the hub"
        type="url"
        inputMode="url"
        autoComplete="url"
        placeholder="https://"
        value={typed}
        error={error}
        onChange={(event) => {
          setTyped(event.target.value);
          setError(undefined);
        }}
      />
      <Button type="submit">Connect</Button>
    </form>
  );
}
