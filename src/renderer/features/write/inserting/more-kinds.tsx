import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { findInsertables, type Insertable } from './insertables.ts';
import css from './inserting.module.css';
import { KindList, optionId } from './kind-list.tsx';
import { walk } from './walk.ts';

/** Everything that can be added, behind one button: typing finds it, arrows walk, Enter takes it. */
export function MoreKinds({ insert }: { insert(kind: Insertable): void }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [walked, setWalked] = useState<Insertable>();
  const list = useId();
  const chosen = useRef(false);
  const kinds = findInsertables(typed);
  const active = walked && kinds.includes(walked) ? walked : kinds[0];

  const change = (next: boolean) => {
    setOpen(next);
    setTyped('');
    setWalked(undefined);
  };
  const choose = (kind: Insertable) => {
    chosen.current = true;
    change(false);
    insert(kind);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && active) choose(active);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setWalked(walk(kinds, active, event.key));
    else return;
    event.preventDefault();
  };

  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger asChild>
        <Button icon={ChevronDown}>More</Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={css.popover}
          align="start"
          sideOffset={4}
          aria-label="Add a block"
          onCloseAutoFocus={(event) => {
            // After a choice the cursor stands in what was added.
            if (chosen.current) event.preventDefault();
            chosen.current = false;
          }}
        >
          <input
            className={css.search}
            role="combobox"
            aria-label="Find a kind of block"
            aria-expanded="true"
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={active ? optionId(list, active) : undefined}
            placeholder="Find"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setWalked(undefined);
            }}
            onKeyDown={press}
          />
          <KindList id={list} kinds={kinds} active={active} onChosen={choose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
