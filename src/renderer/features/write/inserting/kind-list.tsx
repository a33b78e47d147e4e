import { useEffect } from 'react';
import { type Insertable, inGroups } from './insertables.ts';
import css from './inserting.module.css';

export const optionId = (list: string, { name }: Insertable): string => `${list}-${name.replaceAll(' ', '-')}`;

interface KindListProps {
  id: string;
  kinds: readonly Insertable[];
  active: Insertable | undefined;
  onChosen(kind: Insertable): void;
  /** Where the text keeps the focus, the list is one that can be scrolled by keyboard. */
  reachable?: boolean;
}

/** Kinds of blocks in their groups: the list of a combobox, which keeps the focus and names what is active. */
export function KindList({ id, kinds, active, onChosen, reachable = false }: KindListProps) {
  useEffect(() => {
    if (active) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div className={css.list} role="listbox" id={id} aria-label="Kinds of blocks" tabIndex={reachable ? 0 : -1}>
      {inGroups(kinds).map(([group, members]) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox has no element of its own
        <div key={group} role="group" aria-label={group} className={css.group}>
          <span aria-hidden="true">{group}</span>
          {members.map((kind) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: named as active by the combobox
            <div
              key={kind.name}
              id={optionId(id, kind)}
              role="option"
              aria-selected={kind === active}
              className={css.option}
              // The focus stays where it is typed.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChosen(kind)}
            >
              <kind.icon size={20} aria-hidden="true" />
              <span>{kind.name}</span>
              <small>{kind.says}</small>
            </div>
          ))}
        </div>
      ))}
      {kinds.length === 0 && <p className={css.none}>Nothing is called that.</p>}
    </div>
  );
}
