import { ArrowRight } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
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
  const root = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLButtonElement>(null);
  useKeptFocus(root);
  return (
    <Tabs.Root ref={root} className={className} value={panel} onValueChange={onPanel}>
      <Tabs.List className={styles.tabs} aria-label="Panels">
        {panels.map(({ id, title }) => (
          <Tabs.Trigger key={id} value={id} ref={id === lastPanel ? last : undefined}>
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
          <Button
            variant="primary"
            icon={ArrowRight}
            onClick={() => {
              onPanel(lastPanel);
              // This button goes away with the panel that it stands under.
              last.current?.focus();
            }}
          >
            Go on to finish
          </Button>
        </footer>
      )}
    </Tabs.Root>
  );
}
