import { ArrowRight } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { Button } from '../../ui/button.tsx';
import type { Bench } from './bench.ts';
import styles from './panels.module.css';
import { lastPanel, panels } from './panels.tsx';

interface Props {
  className: string | undefined;
  panel: string;
  onPanel: (id: string) => void;
  bench: Bench;
}

/** One panel at a time, and the way on to the last. */
export function PanelTabs({ className, panel, onPanel, bench }: Props) {
  return (
    <Tabs.Root className={className} value={panel} onValueChange={onPanel}>
      <Tabs.List className={styles.tabs} aria-label="Panels">
        {panels.map(({ id, title }) => (
          <Tabs.Trigger key={id} value={id}>
            {title}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {panels.map(({ id, Component }) => (
        <Tabs.Content key={id} value={id} className={styles.content}>
          <Component bench={bench} />
        </Tabs.Content>
      ))}
      {panel !== lastPanel && (
        <footer className={styles.foot}>
          <Button variant="primary" icon={ArrowRight} onClick={() => onPanel(lastPanel)}>
            Go on to finish
          </Button>
        </footer>
      )}
    </Tabs.Root>
  );
}
