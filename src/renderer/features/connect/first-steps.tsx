import { ExternalLink } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import css from './connect.module.css';

interface FirstStepsProps {
  hub: { url: string; setupCode: string | null };
  busy: boolean;
  onConnect(): void;
}

/** The hub that runs on this computer: set up once, then connected. */
export function FirstSteps({ hub: { url, setupCode }, busy, onConnect }: FirstStepsProps) {
  const connect = (
    <Button variant="primary" busy={busy} onClick={onConnect}>
      Connect this studio
    </Button>
  );
  if (setupCode === null) {
    return (
      <div className={css.steps}>
        <p>A hub runs on this computer, at {new URL(url).host}.</p>
        {connect}
      </div>
    );
  }
  return (
    <ol className={css.steps}>
      <li>
        <p>A hub runs on this computer and is still empty. Make the first account there; it looks after the hub and invites the others.</p>
        <a className={css.open} href={`${url}/setup#code=${encodeURIComponent(setupCode)}`} target="_blank" rel="noopener noreferrer">
          <ExternalLink size={18} aria-hidden="true" />
          Set up your hub
        </a>
      </li>
      <li>
        <p>Then connect this studio to it.</p>
        {connect}
      </li>
    </ol>
  );
}
