import { Dialog } from '../../ui/dialog.tsx';
import { keyList } from './keys.ts';
import styles from './toolbar.module.css';

interface Props {
  open: boolean;
  onOpen: (open: boolean) => void;
  characters: boolean;
  setCharacters: (on: boolean) => void;
}

/** The keys in words, and the switch for those that are single characters. */
export function KeyHelp({ open, onOpen, characters, setCharacters }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpen} title="Keys">
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
        <input type="checkbox" checked={characters} onChange={(event) => setCharacters(event.target.checked)} />
        Use keys that are single letters or signs
      </label>
    </Dialog>
  );
}
