import { useEffect, useState } from 'react';
import { checkSources, type Findings } from './check.ts';
import { EngineStopped, type LiveSources } from './engine/engine.ts';
import type { EngineFault } from './engine/protocol.ts';

export interface Check {
  listening: boolean;
  findings: Findings;
  /** Why nothing could be recorded at all. */
  fault: EngineFault | null;
  again(): void;
}

/** Sources settle for this long before they are listened to, in milliseconds. */
const settle = 400;

/** Listens to the sources whenever they change, and again when asked to; not while `idle` is false. */
export function useCheck(live: LiveSources, idle: boolean): Check {
  const [round, setRound] = useState(0);
  const [check, setCheck] = useState<Omit<Check, 'again'>>({ listening: false, findings: {}, fault: null });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what "again" changes.
  useEffect(() => {
    setCheck({ listening: false, findings: {}, fault: null });
    if (!idle || Object.keys(live).length === 0) return;
    let over = false;
    const listen = async () => {
      if (over) return;
      setCheck({ listening: true, findings: {}, fault: null });
      try {
        const findings = await checkSources(live);
        if (!over) setCheck({ listening: false, findings, fault: null });
      } catch (error) {
        const fault = error instanceof EngineStopped ? error.fault : 'encoder-failed';
        if (!over) setCheck({ listening: false, findings: {}, fault });
      }
    };
    const timer = setTimeout(listen, settle);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [live, idle, round]);

  return { ...check, again: () => setRound((count) => count + 1) };
}
