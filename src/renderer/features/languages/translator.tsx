import { FileDown, FileUp } from 'lucide-react';
import { languageName } from '../../../shared/model/translation/language.ts';
import { Button } from '../../ui/button.tsx';
import { PickButton } from '../../ui/pick-button.tsx';
import { arrivals } from '../exchange/arrivals.ts';
import { ArrivalsDialog } from '../exchange/arrivals-dialog.tsx';
import css from './languages.module.css';

interface TranslatorProps {
  moduleId: string;
  language: string | null;
  flush(): Promise<boolean>;
}

/** The way to a translator and back: a file her program reads, and what she made of it. */
export function Translator({ moduleId, language, flush }: TranslatorProps) {
  const send = async () => {
    if (language === null || !(await flush())) return;
    const link = document.createElement('a');
    link.href = `/exports/${moduleId}/xliff?${new URLSearchParams({ language })}`;
    link.download = '';
    link.click();
  };
  const takeIn = async (files: File[]) => {
    if (await flush()) arrivals.add(files);
  };
  return (
    <section className={css.translator} aria-label="With a translator">
      <h2>With a translator</h2>
      <p>Her program reads XLIFF. What she sends back goes to its place, and you are told what did not.</p>
      {language !== null && (
        <Button icon={FileDown} onClick={() => void send()}>
          Save the {languageName(language, 'en')} for her
        </Button>
      )}
      <PickButton icon={FileUp} field="A translator's file" accept=".xlf,.xliff" onPick={(files) => void takeIn(files)}>
        Take in what she sent
      </PickButton>
      <ArrivalsDialog />
    </section>
  );
}
