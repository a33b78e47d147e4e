import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaptionWork, Tools } from '../../../shared/contract/captions.ts';
import { orpc } from '../../api/client.ts';
import { useBegunWords } from '../../saving/use-begun.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import styles from './captions.module.css';
import { ToolsForm } from './tools-form.tsx';
import { languageChoices } from './words.ts';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Whose words they are. */
  take: string;
  /** Language of the captions that are there. */
  language: string;
  /** Whether there are captions that would be replaced. */
  replaces: boolean;
  onMake(work: CaptionWork): void;
}

/** What the aligner can do for a script in a language, in a sentence. */
function scriptHint(tools: Tools | undefined, language: string): string {
  const state = tools?.aligner;
  if (state?.ready && state.language === language.split('-')[0])
    return 'Each word is found where you say it. What differs from the script is shown afterwards.';
  if (state?.ready)
    return 'No model for this language is here, so the sentences are laid over what you say, rest by rest. Look their times over.';
  return 'PocketSphinx is not on this computer, so the sentences are laid over what you say, rest by rest. Look their times over.';
}

/** How captions are made: from a script that was read out, or by listening. */
export function MakeDialog({ open, onOpenChange, take, language, replaces, onMake }: Props) {
  const { data: tools, error } = useQuery({ ...orpc.captions.tools.queryOptions(), enabled: open });
  const [by, setBy] = useState<CaptionWork['by']>('script');
  // Kept after captions were made of it as well: who is not content with them mends a word and makes them anew.
  const { words: script, write: setScript } = useBegunWords(`script ${take}`);
  const [spoken, setSpoken] = useState(language);
  const [listened, setListened] = useState('auto');
  const ready = by === 'script' ? script.trim() !== '' : tools?.whisper.ready === true;
  const make = () => {
    onMake(by === 'script' ? { by, language: spoken, script: script.trim() } : { by, language: listened });
    onOpenChange(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Make captions">
      <div className={styles.form}>
        <fieldset>
          <legend>From what?</legend>
          <label className={styles.choice}>
            <input type="radio" name="caption-engine" checked={by === 'script'} onChange={() => setBy('script')} />
            <span>
              A script I read out
              <small>Exact words, and quick</small>
            </span>
          </label>
          <label className={styles.choice}>
            <input type="radio" name="caption-engine" checked={by === 'whisper'} onChange={() => setBy('whisper')} />
            <span>
              Whisper listens
              <small>{tools?.whisper.ready ? 'For speech without a script' : 'Needs a program and a model that you choose'}</small>
            </span>
          </label>
        </fieldset>
        {by === 'script' ? (
          <>
            <TextArea
              label="Script"
              value={script}
              rows={8}
              onChange={(event) => setScript(event.target.value)}
              hint={scriptHint(tools, spoken)}
            />
            <Field label="Language">
              {(wiring) => (
                <select {...wiring} value={spoken} onChange={(event) => setSpoken(event.target.value)}>
                  {languageChoices(spoken).map(([code, name]) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        ) : (
          <>
            <Field label="Language">
              {(wiring) => (
                <select {...wiring} value={listened} onChange={(event) => setListened(event.target.value)}>
                  <option value="auto">Whisper finds out</option>
                  {languageChoices(language).map(([code, name]) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {tools && !tools.whisper.ready && <ToolsForm tools={tools} />}
          </>
        )}
        <FaultNotice error={error} />
        {replaces && <p className={styles.hint}>The captions that are here are replaced. Undo brings them back.</p>}
        <div className={styles.actions}>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" disabled={!ready} onClick={make}>
            Make captions
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
