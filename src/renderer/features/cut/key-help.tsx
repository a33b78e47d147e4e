import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { keyList } from './keys.ts';
import styles from './toolbar.module.css';

/** The keys in words, and the switch for those that are single characters. */
export function KeyHelp({ characters, onCharacters }: { characters: boolean; onCharacters: (on: boolean) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label="Keys" icon={Keyboard} onClick={() => setOpen(true)} />
      <Dialog open={open} onOpenChange={setOpen} title="Keys">
        <dl className={styles.keys}>
          {keyList.map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className={styles.characters}>
          <input type="checkbox" checked={characters} onChange={(event) => onCharacters(event.target.checked)} />
          Use keys that are single letters or signs
        </label>
      </Dialog>
    </>
  );
}
