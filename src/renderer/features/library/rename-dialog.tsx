import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import styles from './library.module.css';

interface Props {
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRename: (title: string) => void;
}

export function RenameDialog({ title, open, onOpenChange, onRename }: Props) {
  const [typed, setTyped] = useState(title);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const next = typed.trim();
    if (next && next !== title) onRename(next);
    onOpenChange(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Rename">
      <form className={styles.rename} onSubmit={send}>
        <TextField label="Title" value={typed} maxLength={120} required onChange={(event) => setTyped(event.target.value)} />
        <Button type="submit" variant="primary">
          Rename
        </Button>
      </form>
    </Dialog>
  );
}
