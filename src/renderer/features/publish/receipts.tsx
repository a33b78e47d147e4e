import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../api/client.ts';
import { Ago } from '../../ui/ago.tsx';
import { megabytes } from '../../ui/format.ts';
import css from './publish.module.css';

/** What was published when and where, and what it cost to send. */
export function Receipts({ moduleId }: { moduleId: string }) {
  const { data } = useQuery(orpc.publishing.receipts.queryOptions({ input: { moduleId } }));
  if (!data || data.length === 0) return null;
  return (
    <table className={css.receipts}>
      <caption>Receipts</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Where</th>
          <th scope="col">Version</th>
          <th scope="col">Sent</th>
        </tr>
      </thead>
      <tbody>
        {data.map((receipt) => (
          <tr key={`${receipt.revision}-${receipt.publishedAt}`}>
            <td>
              <Ago at={receipt.publishedAt} />
            </td>
            <td>
              <a href={receipt.page} target="_blank" rel="noopener noreferrer">
                {new URL(receipt.page).host}
              </a>
            </td>
            <td>
              <code title={receipt.revision}>{receipt.revision.slice(0, 8)}</code>
            </td>
            <td>{receipt.bytesSent === 0 ? 'nothing new' : megabytes(receipt.bytesSent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
