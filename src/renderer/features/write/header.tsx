import { ArrowLeft, Check, Eye, FileDown, History, Languages } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ModuleContent, ModuleDraft } from '../../../shared/model/module.ts';
import { languagesOf } from '../../../shared/model/translation/localize.ts';
import { saveWords } from '../../saving/save-words.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ExportDialog } from '../exchange/export-dialog.tsx';
import { SaveTemplateDialog } from '../templates/save-template-dialog.tsx';
import css from './desk.module.css';
import { PreviewDialog } from './preview-dialog.tsx';
import type { Saving } from './use-module.ts';

interface HeaderProps {
  draft: ModuleDraft;
  content: ModuleContent;
  /** What a learner needs for it. */
  minutes: number;
  saving: Saving;
}

/** Where one is, whether all is safe, what it will take a learner, and how it will look. */
export function Header({ draft, content, minutes, saving }: HeaderProps) {
  const navigate = useNavigate();
  const [previewing, setPreviewing] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const [templating, setTemplating] = useState(false);
  const preview = async () => {
    if (await saving.flush()) setPreviewing(true);
  };
  const showHistory = async () => {
    if (await saving.flush()) await navigate(`/write/${draft.id}/history`);
  };
  const showLanguages = async () => {
    await saving.flush();
    await navigate(`/write/${draft.id}/languages`);
  };
  const keep = async () => {
    if (await saving.flush()) setKeeping(true);
  };
  return (
    <header className={css.header}>
      <ButtonLink to="/" variant="plain" icon={ArrowLeft}>
        Home
      </ButtonLink>
      <h1 className="visually-hidden">Write: {content.title || 'a new module'}</h1>
      <p className={css.saved} role="status">
        {saving.state.is === 'saved' && <Check size={16} aria-hidden="true" />}
        {saveWords[saving.state.is]}
      </p>
      <p className={css.minutes}>{minutes === 1 ? '1 minute for a learner' : `${minutes} minutes for a learner`}</p>
      <Button variant="plain" icon={History} onClick={() => void showHistory()}>
        History
      </Button>
      <Button variant="plain" icon={Languages} onClick={() => void showLanguages()}>
        Languages
      </Button>
      <Button variant="plain" icon={FileDown} onClick={() => void keep()}>
        Save to a file
      </Button>
      <ExportDialog
        moduleId={draft.id}
        open={keeping}
        onOpenChange={setKeeping}
        onTemplate={() => {
          setKeeping(false);
          setTemplating(true);
        }}
      />
      {templating && <SaveTemplateDialog module={{ id: draft.id, title: content.title, minutes }} onClose={() => setTemplating(false)} />}
      <Button icon={Eye} onClick={() => void preview()}>
        Preview
      </Button>
      <PreviewDialog
        address={`/preview/${draft.id}`}
        languages={previewing ? languagesOf(content) : []}
        open={previewing}
        onOpenChange={setPreviewing}
      />
    </header>
  );
}
