import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../api/client.ts';
import { Card } from '../../ui/card.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import styles from './captions.module.css';
import { ToolsForm } from './tools-form.tsx';

/** In the settings: the programs that make captions. */
export function CaptionToolsCard() {
  const { data, error } = useQuery(orpc.captions.tools.queryOptions());
  return (
    <Card>
      <h2 className={styles.title}>Programs for captions</h2>
      <FaultNotice error={error} />
      {data && <ToolsForm tools={data} />}
    </Card>
  );
}
