import { EyeOff, RectangleHorizontal } from 'lucide-react';
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
}

/** One decision for all findings of a kind. */
export function AllOfAKind({ findings, name, decisions }: Props) {
  return (
    <div className={css.actions}>
      <Button icon={EyeOff} onClick={() => decisions.hide(findings, 'blur')} aria-label={`Blur all ${name}`}>
        Blur all
      </Button>
      <Button icon={RectangleHorizontal} onClick={() => decisions.hide(findings, 'cover')} aria-label={`Cover all ${name}`}>
        Cover all
      </Button>
      <LeaveMenu label={`Leave all ${name}`} onLeave={(reason) => decisions.dismiss(findings, reason)}>
        Leave all
      </LeaveMenu>
    </div>
  );
}
