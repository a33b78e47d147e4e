import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { Ref } from 'react';
import type { EditList } from '../../../shared/model/edit/list.ts';
import { isMended } from '../../../shared/model/health/mend.ts';
import type { Finding, Mend } from '../../../shared/model/health/report.ts';
import { findingPlace, findingSentence, glancedSentence, mendWords, trackWords } from '../../../shared/model/health/words.ts';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import css from './health.module.css';
import { useHealth } from './use-health.ts';
import { healthSentence } from './words.ts';

interface HealthReportProps {
  take: string;
  /** The edit that mends go into; without one there is nothing to mend yet. */
  edit?: EditList;
  /** Goes to a moment of the take. */
  onSeek?(time: number): void;
  /** The sentence that says how it went, for whoever brings the keyboard there. */
  sentence?: Ref<HTMLParagraphElement>;
  /** Carries out a mend; `redo` asks for a new recording of a step. */
  onMend?(mend: Mend): void;
}

type FindingProps = Omit<HealthReportProps, 'take' | 'sentence'> & { take: string; finding: Finding; duration: number };

function FindingItem({ finding, take, duration, edit, onSeek, onMend }: FindingProps) {
  const { weight, mend, from } = finding;
  const place = findingPlace(finding, duration);
  const Icon = weight === 'fault' ? CircleAlert : TriangleAlert;
  const done = mend !== null && edit !== undefined && isMended(edit, take, mend);
  return (
    <li className={done ? `${css.finding} ${css.done}` : css.finding}>
      {done ? <CircleCheck size={20} aria-hidden="true" /> : <Icon size={20} aria-hidden="true" className={css[weight]} />}
      <div>
        <p>{findingSentence(finding)}</p>
        <div className={css.ways}>
          {place !== null && onSeek && (
            <Button variant="plain" onClick={() => onSeek(from)} aria-label={`Go to ${place}`}>
              {place}
            </Button>
          )}
          {place !== null && !onSeek && <span className={css.place}>{place}</span>}
          {mend && onMend && !done && <Button onClick={() => onMend(mend)}>{mendWords(mend)}</Button>}
          {done && <span className={css.place}>Mended</span>}
        </div>
      </div>
    </li>
  );
}

/** How a take turned out: each finding with its place and, where it can be mended, one button that does. */
export function HealthReport({ take, sentence, ...ways }: HealthReportProps) {
  const { report, error } = useHealth(take);
  if (error) return <FaultNotice error={error} />;
  if (!report) return <Progress label="Looking at how the take turned out" value={null} />;
  const { findings, tracks, duration, glanced = [] } = report;
  return (
    <div className={css.report}>
      <p ref={sentence} className={css.sentence} tabIndex={-1}>
        {findings.length === 0 && <CircleCheck size={20} aria-hidden="true" />}
        {healthSentence(report)}
      </p>
      {findings.length > 0 && (
        <ul className={css.findings}>
          {findings.map((finding) => (
            <FindingItem key={finding.id} finding={finding} take={take} duration={duration} {...ways} />
          ))}
        </ul>
      )}
      {glanced.map((one) => (
        <p key={one.track} className={css.tracks}>
          {glancedSentence(one)}
        </p>
      ))}
      <p className={css.tracks}>{tracks.map(trackWords).join(' · ')}</p>
    </div>
  );
}
