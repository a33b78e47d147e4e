import { useQuery } from '@tanstack/react-query';
import { Download, LayoutTemplate } from 'lucide-react';
import { useState } from 'react';
import type { ExportFormat } from '../../../shared/contract/exchange.ts';
import { orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { megabytes } from '../../ui/format.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { DroppedList } from './dropped-list.tsx';
import css from './exchange.module.css';

const formats: { value: ExportFormat; name: string; words: string }[] = [
  {
    value: 'showhow',
    name: 'A Showhow file',
    words: 'The whole lesson with its videos, pictures and your profile: for another studio, a stick or an e-mail.',
  },
  { value: 'markdown', name: 'Markdown', words: 'Text and pictures, for other programs.' },
];

interface ExportDialogProps {
  moduleId: string;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Instead of a file, a template for other modules. */
  onTemplate(): void;
}

/** Saves a module to a file. What will not come along is said before. */
export function ExportDialog({ moduleId, open, onOpenChange, onTemplate }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>('showhow');
  const plan = useQuery(orpc.exchange.plan.queryOptions({ input: { module: moduleId, format }, enabled: open, gcTime: 0, staleTime: 0 }));
  const { data, error } = plan;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Save to a file">
      <fieldset className={css.formats}>
        <legend>What do you need?</legend>
        {formats.map(({ value, name, words }) => (
          <label key={value}>
            <input type="radio" name="format" checked={format === value} onChange={() => setFormat(value)} />
            <strong>{name}</strong>
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <FaultNotice error={error} />
      {data && <DroppedList dropped={data.dropped} said="left out" />}
      {data && (
        <>
          <p className={css.facts}>
            {data.fileName}
            {data.bytes >= 100_000 && `, about ${megabytes(data.bytes)}`}
          </p>
          <div className={`${css.actions} ${css.closing}`}>
            <Button variant="plain" icon={LayoutTemplate} onClick={onTemplate}>
              Save as a template
            </Button>
            <a className={css.save} href={`/exports/${moduleId}/${format}`} download={data.fileName} onClick={() => onOpenChange(false)}>
              <Download size={18} aria-hidden="true" />
              Save the file
            </a>
          </div>
        </>
      )}
    </Dialog>
  );
}
