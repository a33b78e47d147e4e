import { Dialog } from '../../ui/dialog.tsx';
import { keysOn, useLetterKeys } from '../../ui/letter-keys.ts';
import { LetterKeysSwitch } from '../../ui/letter-keys-switch.tsx';
import { keyList } from './keys.ts';
import styles from './toolbar.module.css';

interface Props {
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** The keys in words, without those that are switched off, and the switch for these. */
export function KeyHelp({ open, onOpen }: Props) {
  const [letters] = useLetterKeys();
  const rows = keyList.map(({ keys, does }) => ({ keys: keysOn(keys, letters), does })).filter(({ keys }) => keys !== '');
  return (
    <Dialog open={open} onOpenChange={onOpen} title="Keys">
      <dl className={styles.keys}>
        {rows.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <LetterKeysSwitch />
    </Dialog>
  );
}
