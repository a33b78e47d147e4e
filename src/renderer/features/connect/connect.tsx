import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronRight, Unplug } from 'lucide-react';
import type { SystemStatus } from '../../../shared/contract/system.ts';
import { orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { AddressForm } from './address-form.tsx';
import css from './connect.module.css';
import { Connecting } from './connecting.tsx';
import { FirstSteps } from './first-steps.tsx';
import { useConnect } from './use-connect.ts';

/** Which hub this studio is connected to, and the way to connect it to one. For the settings and for publishing. */
export function ConnectHub() {
  const queries = useQueryClient();
  // The first account is made in another window; this one goes on to what comes next by itself.
  const unset = ({ state: { data } }: { state: { data?: SystemStatus | undefined } }) => (data?.embeddedHub?.setupCode ? 3000 : false);
  const status = useQuery(orpc.system.status.queryOptions({ refetchInterval: unset }));
  const { data: connection, error, isPending } = useQuery(orpc.hub.connection.queryOptions());
  const disconnect = useMutation(orpc.hub.disconnect.mutationOptions({ onSuccess: () => queries.invalidateQueries() }));
  const { state, connect, stop } = useConnect();
  if (isPending) return null;

  const embedded = status.data?.embeddedHub ?? null;
  if (state.state === 'waiting') return <Connecting code={state.code} address={state.address} onStop={stop} />;

  return (
    <div className={css.connect}>
      <FaultNotice error={error ?? disconnect.error ?? (state.state === 'failed' ? state.error : null)} />
      {state.state === 'refused' && <Notice tone="attention">The hub was told that this was not you. Nothing was connected.</Notice>}
      {state.state === 'expired' && (
        <Notice tone="attention">The code has run out before anyone said yes. Connect again for a new one.</Notice>
      )}
      {connection?.state === 'expired' && (
        <Notice
          tone="attention"
          action={
            <Button variant="primary" busy={state.state === 'asking'} onClick={() => connect(connection.url)}>
              Connect again
            </Button>
          }
        >
          Your sign-in at {connection.hubName} has expired. Your work is safe here.
        </Notice>
      )}
      {connection?.state === 'unreachable' && (
        <Notice tone="attention">{connection.hubName} does not answer just now. You can go on working; hand in when you are online.</Notice>
      )}
      {connection ? (
        <div className={css.row}>
          <p>
            Connected to <strong>{connection.hubName}</strong> as {connection.person.name}
            <span className={css.url}>{new URL(connection.url).host}</span>
          </p>
          <Button variant="plain" icon={Unplug} busy={disconnect.isPending} onClick={() => disconnect.mutate({})}>
            Disconnect
          </Button>
        </div>
      ) : (
        <>
          {embedded && <FirstSteps hub={embedded} busy={state.state === 'asking'} onConnect={() => connect(embedded.url)} />}
          <details className={css.other} open={!embedded}>
            <summary>
              <ChevronRight size={18} aria-hidden="true" />
              {embedded ? 'Connect to another hub' : 'Connect to your company’s hub'}
            </summary>
            <AddressForm onConnect={connect} />
          </details>
        </>
      )}
    </div>
  );
}
