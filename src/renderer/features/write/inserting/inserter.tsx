import { Button } from '../../../ui/button.tsx';
import { insertablesAtHand } from './insertables.ts';
import css from './inserting.module.css';
import { MoreKinds } from './more-kinds.tsx';
import type { Inserting } from './use-inserting.tsx';

/** What can be added: what one needs most at one press, all else behind one more. */
export function Inserter({ insert, busy }: { insert: Inserting['insert']; busy: boolean }) {
  return (
    <fieldset className={css.inserter}>
      <legend>Add</legend>
      {insertablesAtHand.map((kind) => (
        <Button key={kind.name} icon={kind.icon} onClick={() => insert(kind)} busy={kind.inserts === 'picture' && busy}>
          {kind.name}
        </Button>
      ))}
      <MoreKinds insert={insert} />
    </fieldset>
  );
}
