import { useEffect, useState } from 'react';
import type { CaptureChoice, CaptureSource } from '../../shared/contract/shell.ts';
import { shell } from '../api/shell.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import css from './capture-picker.module.css';

/** Electron has no picker of its own: when the page asks for a screen, the person chooses it here. */
export function CapturePicker() {
  const [choice, setChoice] = useState<CaptureChoice | null>(null);
  useEffect(() => shell?.onCaptureChoice(setChoice), []);
  if (!choice) return null;
  const answer = (source: string | null, sound: boolean) => {
    shell?.answerCaptureChoice({ id: choice.id, source, sound });
    setChoice(null);
  };
  return (
    <Dialog open wide title="What do you want to record?" onOpenChange={() => answer(null, false)}>
      <Sources key={choice.id} choice={choice} onAnswer={answer} />
    </Dialog>
  );
}

interface SourcesProps {
  choice: CaptureChoice;
  onAnswer(source: string | null, sound: boolean): void;
}

function Sources({ choice, onAnswer }: SourcesProps) {
  const [source, setSource] = useState(choice.sources[0]?.id ?? null);
  const [sound, setSound] = useState(choice.sound);
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(source, sound);
      }}
    >
      <Group title="Screens" kind="screen" {...{ choice, source }} onChoose={setSource} />
      <Group title="Windows" kind="window" {...{ choice, source }} onChoose={setSource} />
      {choice.sound && (
        <label className={css.sound}>
          <input type="checkbox" checked={sound} onChange={(event) => setSound(event.target.checked)} />
          Record the sound of this computer as well
        </label>
      )}
      <footer className={css.actions}>
        <Button onClick={() => onAnswer(null, false)}>Cancel</Button>
        <Button variant="primary" type="submit" disabled={source === null}>
          Choose
        </Button>
      </footer>
    </form>
  );
}

interface GroupProps {
  title: string;
  kind: CaptureSource['kind'];
  choice: CaptureChoice;
  source: string | null;
  onChoose(id: string): void;
}

function Group({ title, kind, choice, source, onChoose }: GroupProps) {
  const sources = choice.sources.filter((candidate) => candidate.kind === kind);
  if (sources.length === 0) return null;
  return (
    <fieldset className={css.group}>
      <legend>{title}</legend>
      {sources.map(({ id, name, picture }) => (
        <label key={id} className={css.source}>
          <img src={picture} alt="" />
          <span>
            <input type="radio" name="source" checked={source === id} onChange={() => onChoose(id)} />
            {name}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
