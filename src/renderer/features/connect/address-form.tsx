import { type FormEvent, useState } from 'react';
import { typedHub } from '../../../shared/model/hub-address.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './connect.module.css';

/** The address of a hub, as a colleague sends it: with or without `https://`, any page of it. What is asked then is said beneath it. */
export function AddressForm({ onConnect }: { onConnect(url: string): void }) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const hub = typedHub(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (hub) onConnect(hub.url);
    else setError('Enter the address of the hub, like https://learn.company.com.');
  };
  return (
    <form className={css.address} onSubmit={submit} noValidate>
      <TextField
        label="Address of the hub"
        type="url"
        inputMode="url"
        autoComplete="url"
        placeholder="https://"
        hint={hub?.assumed && `The hub is asked at ${hub.url}. Type http:// or https:// in front where that is not so.`}
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
