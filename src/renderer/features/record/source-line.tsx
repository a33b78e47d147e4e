import { ChevronDown } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import css from './record.module.css';
import { useDevices } from './use-devices.ts';
import type { Source } from './use-sources.ts';
import { refusalSentence, type SourceName, sourceNames } from './words.ts';

function state(name: SourceName, source: Source, finding: string | null): string {
  if (source.state === 'asking') return 'asking for it';
  if (source.state === 'on') return finding ?? source.label;
  if (source.state === 'refused') return 'not available';
  return name === 'screen' ? 'nothing chosen yet' : 'off';
}

interface SourceLineProps {
  name: SourceName;
  source: Source;
  /** What the check found, in words, or null. */
  finding: string | null;
  attention: boolean;
  onOpen(deviceId?: string | null): void;
  onClose(): void;
}

/** One source as a sentence, with what can be done about it behind it. */
export function SourceLine({ name, source, finding, attention, onOpen, onClose }: SourceLineProps) {
  const devices = useDevices(name, source.state);
  const sentence = (
    <Button variant="plain" icon={ChevronDown} className={attention ? `${css.source} ${css.attention}` : css.source}>
      <span>
        {sourceNames[name]}: {state(name, source, finding)}
      </span>
    </Button>
  );
  const on = source.state === 'on';
  const leave = on || source.state === 'asking' ? [{ label: `Without ${name}`, onSelect: onClose }] : [];
  const choose =
    name === 'screen'
      ? [{ label: on ? 'Show something else' : 'Choose what to show', onSelect: () => onOpen() }]
      : devices.length > 0
        ? devices.map(({ id, label }) => ({ label, onSelect: () => onOpen(id) }))
        : [{ label: `Turn the ${name} on`, onSelect: () => onOpen(null) }];
  return (
    <div className={css.sourceLine}>
      <Menu align="start" trigger={sentence} items={[...choose, ...leave]} />
      {source.state === 'refused' && (
        <p className={css.refusal} role="alert">
          {refusalSentence(name, source.refusal)}
        </p>
      )}
    </div>
  );
}
