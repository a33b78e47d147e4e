import { EyeOff, RectangleHorizontal, RotateCcw } from 'lucide-react';
import type { ShownFinding } from '../../../shared/contract/privacy.ts';
import type { DismissReason } from '../../../shared/model/edit/list.ts';
import type { Standing } from '../../../shared/model/privacy/standing.ts';
import { kindWords, reasonWords } from '../../../shared/model/privacy/words.ts';
import { Button } from '../../ui/button.tsx';
import { clock, spoken } from '../cut/words.ts';
import type { Decisions } from './decisions.ts';
import { LeaveMenu } from './leave-menu.tsx';
import type { Moment } from './moment.ts';
import css from './privacy.module.css';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A finding with the time in which it is seen. */
export interface Seen {
  finding: ShownFinding;
  moment: Moment;
}

const nameOf = ({ finding: { kind, text }, moment }: Seen): string => `${kindWords[kind][0]} ${text} at ${clock(moment.from)}`;

/** The picture of a finding and the words to it; pressed, the preview goes to the moment. */
function Shown({ seen, onSeek }: { seen: Seen; onSeek: (time: number) => void }) {
  const { finding, moment } = seen;
  const { kind, text, picture } = finding;
  return (
    <>
      <button type="button" className={css.picture} onClick={() => onSeek(moment.best)} aria-label={`Go to ${nameOf(seen)}`}>
        <img src={picture} alt="" loading="lazy" />
      </button>
      <p className={css.what}>
        <strong>{capital(kindWords[kind][0])}</strong> <span className={css.text}>{text}</span>
      </p>
      <p className={css.when}>
        {clock(moment.from)}, for {spoken(moment.length)}
      </p>
    </>
  );
}

interface Props {
  seen: Seen;
  onSeek: (time: number) => void;
  decisions: Decisions;
  /** Called once a decision was made here: the card goes away with the focus in it. */
  onDecided: () => void;
}

/** Something private that waits for a decision. */
export function OpenCard({ seen, onSeek, decisions, onDecided }: Props) {
  const { finding } = seen;
  const name = nameOf(seen);
  const decide = (act: () => void) => {
    act();
    onDecided();
  };
  return (
    <li className={css.card} data-finding={finding.id}>
      <Shown seen={seen} onSeek={onSeek} />
      <div className={css.actions}>
        <Button icon={EyeOff} onClick={() => decide(() => decisions.hide([finding], 'blur'))} aria-label={`Blur ${name}`}>
          Blur
        </Button>
        <Button icon={RectangleHorizontal} onClick={() => decide(() => decisions.hide([finding], 'cover'))} aria-label={`Cover ${name}`}>
          Cover
        </Button>
        <LeaveMenu label={`Leave ${name}`} onLeave={(reason) => decide(() => decisions.dismiss([finding], reason))}>
          Leave
        </LeaveMenu>
      </div>
    </li>
  );
}

interface DecidedProps {
  seen: Seen;
  standing: Exclude<Standing, 'open'>;
  reason: DismissReason | null;
  onSeek: (time: number) => void;
  onReopen: () => void;
}

/** Something that was decided, and the way back. */
export function DecidedRow({ seen, standing, reason, onSeek, onReopen }: DecidedProps) {
  const { finding, moment } = seen;
  return (
    <li className={css.row}>
      <button type="button" className={css.place} onClick={() => onSeek(moment.best)}>
        <span>
          {capital(kindWords[finding.kind][0])} <span className={css.text}>{finding.text}</span>
        </span>
        <span className={css.when}>
          {clock(moment.from)} · {standing === 'covered' ? 'hidden' : `left, because ${reason ? reasonWords[reason] : 'someone said so'}`}
        </span>
      </button>
      <Button variant="plain" icon={RotateCcw} onClick={onReopen} aria-label={`Look again at ${nameOf(seen)}`}>
        Look again
      </Button>
    </li>
  );
}
