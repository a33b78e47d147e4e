import type { ShownFinding } from '../../../shared/contract/privacy.ts';
import { Button } from '../../ui/button.tsx';
import type { Decisions } from './decisions.ts';
import { LeaveMenu } from './leave-menu.tsx';
import css from './privacy.module.css';

interface Props {
  findings: readonly ShownFinding[];
  /** What they are called together. */
  name: string;
  decisions: Decisions;
  /** Called once a decision was made here: all the cards go away, and this with them. */
  onDecided: () => void;
}

/** One decision for all findings of a kind. */
export function AllOfAKind({ findings, name, decisions, onDecided }: Props) {
  const decide = (act: () => void) => {
    act();
    onDecided();
  };
  return (
    <div className={css.actions}>
      <Button onClick={() => decide(() => decisions.hide(findings, 'blur'))} aria-label={`Blur all ${name}`}>
        Blur all
      </Button>
      <Button onClick={() => decide(() => decisions.hide(findings, 'cover'))} aria-label={`Cover all ${name}`}>
        Cover all
      </Button>
      <LeaveMenu label={`Leave all ${name}`} onLeave={(reason) => decide(() => decisions.dismiss(findings, reason))} plain>
        Leave all
      </LeaveMenu>
    </div>
  );
}
