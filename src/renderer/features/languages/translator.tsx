import { FileDown, FileUp } from 'lucide-react';
import { useRef } from 'react';
import { languageName } from '../../../shared/model/translation/language.ts';
import { Button } from '../../ui/button.tsx';
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
  const file = useRef<HTMLInputElement>(null);
  const send = async () => {
    if (language === null || !(await flush())) return;
    const link = document.createElement('a');
    link.href = `/exports/${moduleId}/xliff?${new URLSearchParams({ language })}`;
    link.download = '';
    link.click();
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
      <Button icon={FileUp} onClick={() => file.current?.click()}>
        Take in what she sent
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        accept=".xlf,.xliff"
        aria-label="A translator's file"
        onChange={({ target }) => {
          const { files } = target;
          if (files) void flush().then((written) => written && arrivals.add(files));
          target.value = '';
        }}
      />
      <ArrivalsDialog />
    </section>
  );
}
