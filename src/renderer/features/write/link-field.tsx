import type { Editor } from '@tiptap/react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './desk.module.css';
import { addressOf, addressRefused } from './link-address.ts';

/** The address behind the selected words; empty takes the link away. */
export function LinkField({ editor, onDone }: { editor: Editor; onDone(): void }) {
  const [address, setAddress] = useState<string>(editor.getAttributes('link').href ?? '');
  const [refused, setRefused] = useState<string>();
  const set = (event: FormEvent) => {
    event.preventDefault();
    const href = addressOf(address);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (address.trim() === '') chain.unsetLink().run();
    else if (href === null) return setRefused(addressRefused);
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    return onDone();
  };
  return (
    <form className={css.linkField} onSubmit={set} noValidate>
      <TextField
        label="Where the link leads"
        type="url"
        autoFocus
        maxLength={2000}
        value={address}
        error={refused}
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      <Button type="submit">Set</Button>
    </form>
  );
}
