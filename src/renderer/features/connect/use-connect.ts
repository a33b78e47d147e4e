import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Connecting } from '../../../shared/contract/publishing.ts';
import { client, orpc } from '../../api/client.ts';

/** idle: nothing asked · asking: the hub has not answered yet · else what the hub said last. */
export type ConnectState = { state: 'idle' } | { state: 'asking' } | { state: 'failed'; error: unknown } | Connecting;

/** Connects the studio to a hub and says how it stands; ends when the page goes away. */
export function useConnect() {
  const [state, setState] = useState<ConnectState>({ state: 'idle' });
  const current = useRef<AbortController>(null);
  const queries = useQueryClient();

  useEffect(() => () => current.current?.abort(), []);

  const connect = useCallback(
    async (url: string) => {
      current.current?.abort();
      const abort = new AbortController();
      current.current = abort;
      setState({ state: 'asking' });
      try {
        for await (const next of await client.hub.connect({ url }, { signal: abort.signal })) {
          if (!abort.signal.aborted) setState(next);
        }
      } catch (error) {
        if (!abort.signal.aborted) setState({ state: 'failed', error });
      }
      for (const key of [orpc.hub.key(), orpc.publishing.key(), orpc.insights.key()]) await queries.invalidateQueries({ queryKey: key });
    },
    [queries],
  );

  const stop = useCallback(() => {
    current.current?.abort();
    setState({ state: 'idle' });
  }, []);

  return { state, connect, stop };
}
