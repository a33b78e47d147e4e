import { RotateCcw } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { findingWords, screenSound } from './findings.ts';
import { Level } from './level.tsx';
import css from './record.module.css';
import { SourceLine } from './source-line.tsx';
import type { Check } from './use-check.ts';
import type { Sources } from './use-sources.ts';
import { roomSentence, type SourceName } from './words.ts';

interface SetupBarProps {
  sources: Sources;
  check: Check;
  freeBytes: number | null;
  enough: boolean;
  onRecord(): void;
}

/** Before the take: the sources as sentences, the record button in the middle, what there is room for. */
export function SetupBar({ sources, check, freeBytes, enough, onRecord }: SetupBarProps) {
  const line = (name: SourceName) => {
    const source = sources.set[name];
    const { words, attention } = findingWords(name, source, check);
    const sound = name === 'screen' ? screenSound(source) : null;
    const label = words ?? (source.state === 'on' && sound ? `${source.label}, ${sound}` : null);
    return (
      <SourceLine
        name={name}
        source={source}
        finding={label}
        attention={attention}
        onOpen={(deviceId) => sources.open(name, deviceId)}
        onClose={() => sources.close(name)}
      />
    );
  };
  return (
    <div className={css.bar}>
      <div className={css.sources}>
        {line('screen')}
        {line('camera')}
        {line('microphone')}
      </div>
      <button type="button" className={css.record} onClick={onRecord} disabled={!enough} data-next-act>
        <i aria-hidden="true" />
        Record
      </button>
      <div className={css.right}>
        <Level track={sources.live.microphone} />
        {sources.live.microphone && (
          <Button variant="plain" icon={RotateCcw} onClick={check.again} busy={check.listening}>
            Listen again
          </Button>
        )}
        {freeBytes !== null && <span className={css.room}>{roomSentence(freeBytes)}</span>}
      </div>
    </div>
  );
}
