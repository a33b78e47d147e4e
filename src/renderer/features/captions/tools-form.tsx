import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useState } from 'react';
import type { CaptionTools, Tools, ToolTrouble } from '../../../shared/contract/captions.ts';
import { client, orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import styles from './captions.module.css';

const troubles: Record<ToolTrouble, string> = {
  none: 'Not found on this computer.',
  'program-missing': 'There is no program at this place.',
  'program-wrong': 'This program is another one, or one that is too old.',
  'model-missing': 'The program is there. Say where its model is.',
  'model-wrong': 'This is not a model that it can use.',
};

/** How one engine stands, and where it is. */
function Tool({
  title,
  state,
  places,
  names,
  onChange,
}: {
  title: string;
  state: Tools['whisper'];
  places: { program: string; model: string };
  names: { program: string; model: string };
  onChange: (places: { program: string; model: string }) => void;
}) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {state.ready ? (
        <p className={styles.hint}>
          <Check size={16} aria-hidden="true" /> Ready: <code>{state.program}</code> with <code>{state.model}</code>
        </p>
      ) : (
        <Notice tone="attention">{troubles[state.trouble]}</Notice>
      )}
      <TextField label={names.program} value={places.program} onChange={(event) => onChange({ ...places, program: event.target.value })} />
      <TextField label={names.model} value={places.model} onChange={(event) => onChange({ ...places, model: event.target.value })} />
    </fieldset>
  );
}

/** Where the programs lie that make captions, and how to get them. */
export function ToolsForm({ tools }: { tools: Tools }) {
  const queries = useQueryClient();
  const [places, setPlaces] = useState<CaptionTools>(tools.chosen);
  const look = useMutation({
    mutationFn: () => client.captions.chooseTools(places),
    onSuccess: (found) => queries.setQueryData(orpc.captions.tools.queryKey(), found),
  });
  return (
    <div className={styles.form}>
      <Tool
        title="Whisper, which listens and writes down"
        state={tools.whisper}
        places={places.whisper}
        names={{ program: 'Program (whisper-cli)', model: 'Model (a ggml-….bin file)' }}
        onChange={(whisper) => setPlaces({ ...places, whisper })}
      />
      <p className={styles.hint}>
        Whisper is free and works without the network. Get <code>whisper.cpp</code> (on a Mac <code>brew install whisper-cpp</code>) and one
        of its models, e.g. <code>ggml-small.bin</code>, and name their places here. Nothing of what you say leaves this computer.
      </p>
      <Tool
        title="PocketSphinx, which finds the words of a script"
        state={tools.aligner}
        places={places.aligner}
        names={{ program: 'Program (pocketsphinx_batch)', model: 'Folder of its model' }}
        onChange={(aligner) => setPlaces({ ...places, aligner })}
      />
      <p className={styles.hint}>
        On Debian and Ubuntu: <code>apt install pocketsphinx pocketsphinx-en-us</code>. Both fields may stay empty then.
      </p>
      <FaultNotice error={look.error} />
      <div className={styles.actions}>
        <Button busy={look.isPending} onClick={() => look.mutate()}>
          Look again
        </Button>
      </div>
    </div>
  );
}
