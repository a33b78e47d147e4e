import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './history.module.css';

interface NameDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** The name it has. */
  name: string | null;
  onName(name: string | null): void;
}

/** A name by which a version is found again. Without one it is only a time. */
export function NameDialog({ open, onOpenChange, name, onName }: NameDialogProps) {
  const [text, setText] = useState(name ?? '');
  const done = (given: string | null) => {
    onName(given);
    onOpenChange(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) done(text.trim());
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Name this version" description="A version with a name is kept for good.">
      <form onSubmit={submit} className={css.form}>
        <TextField label="Name" value={text} maxLength={80} onChange={(event) => setText(event.target.value)} />
        <div className={css.buttons}>
          {name !== null && (
            <Button variant="plain" onClick={() => done(null)}>
              Take the name away
            </Button>
          )}
          <Button type="submit" variant="primary" disabled={text.trim() === ''}>
            Keep the name
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
