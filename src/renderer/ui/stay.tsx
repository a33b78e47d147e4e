import { type ReactNode, useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import css from './stay.module.css';

interface StayProps {
  /** Whether something would be lost by leaving now. */
  when: boolean;
  title: string;
  children: ReactNode;
  /** What the button says that stays. */
  stay: string;
  /** What the button says that leaves; left out where one leaves by itself as soon as nothing would be lost. */
  leave?: string | undefined;
  /** What has to be done before one may go, after which `when` becomes false; without it one goes at once. */
  onLeave?: (() => void) | undefined;
}

/**
 * Asks before another page is shown while something would be lost, and has the browser ask before the window is closed.
 * Goes on to the other page by itself once nothing would be lost any more.
 */
export function Stay({ when, title, children, stay, leave, onLeave }: StayProps) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname);
  const blocked = blocker.state === 'blocked';
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    if (!blocked) setLeaving(false);
  }, [blocked]);
  useEffect(() => {
    if (blocker.state === 'blocked' && !when) blocker.proceed();
  }, [blocker, when]);
  useEffect(() => {
    if (!when) return;
    const asked = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', asked);
    return () => removeEventListener('beforeunload', asked);
  }, [when]);
  const go = () => {
    if (!onLeave) return blocker.proceed?.();
    setLeaving(true);
    onLeave();
  };
  return (
    <Dialog open={blocked} onOpenChange={(open) => !open && blocker.reset?.()} title={title}>
      <p>{children}</p>
      <div className={css.actions}>
        <Button variant="primary" onClick={() => blocker.reset?.()}>
          {stay}
        </Button>
        {leave && (
          <Button busy={leaving} onClick={go}>
            {leave}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
