import { Button, OutLink } from '../../ui/button.tsx';
import css from './connect.module.css';

interface FirstStepsProps {
  hub: { url: string; setupCode: string | null };
  busy: boolean;
  onConnect(): void;
}

/** The hub that runs on this computer: set up once, then connected. */
export function FirstSteps({ hub: { url, setupCode }, busy, onConnect }: FirstStepsProps) {
  const connect = (
    <Button variant={setupCode === null ? 'primary' : 'quiet'} busy={busy} onClick={onConnect}>
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
        <OutLink href={`${url}/setup#code=${encodeURIComponent(setupCode)}`}>Set up your hub</OutLink>
      </li>
      <li>
        <p>Then connect this studio to it.</p>
        {connect}
      </li>
    </ol>
  );
}
