import { useParams } from 'react-router';
import type { Finding } from '../../../../shared/model/lint/finding.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import css from './lint.module.css';

interface RowProps {
  finding: Finding;
  showWhy: boolean;
  onGo(): void;
  onMend(): void;
}

/** What is so, and the ways to mend it. */
export function FindingRow({ finding, showWhy, onGo, onMend }: RowProps) {
  const { message, why, mend, href, block, where } = finding;
  const { moduleId } = useParams();
  return (
    <li className={css.finding}>
      <p>{message}</p>
      {showWhy && <p className={css.why}>{why}</p>}
      <p className={css.acts}>
        {mend && (
          <Button variant="plain" className={css.mend} onClick={onMend}>
            {mend.says}
          </Button>
        )}
        {(block !== null || (where && where !== 'profile' && where !== 'languages')) && (
          <Button variant="plain" onClick={onGo}>
            Show it
          </Button>
        )}
        {where === 'languages' && (
          <ButtonLink to={`/write/${moduleId}/languages`} variant="plain">
            Open the languages
          </ButtonLink>
        )}
        {href && (
          <ButtonLink to={href} variant="plain">
            {where === 'profile' ? 'Open your profile' : 'Open the cutting room'}
          </ButtonLink>
        )}
      </p>
    </li>
  );
}
