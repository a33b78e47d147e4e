import { Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { languageName } from '../../../shared/model/translation/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './desk.module.css';

const sizes = { phone: { label: 'On a phone', icon: Smartphone }, desk: { label: 'On a desk', icon: Monitor } } as const;
type Size = keyof typeof sizes;

interface PreviewDialogProps {
  /** Where the page of the module is. */
  address: string;
  /** Those it can be read in, its own first. */
  languages: readonly string[];
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** The module in the real player, on a page of its own that can do nothing but show it. */
export function PreviewDialog({ address, languages, open, onOpenChange }: PreviewDialogProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  // One that was taken out meanwhile cannot be shown.
  const language = languages.find((one) => one === chosen) ?? languages[0] ?? 'en';
  const [size, setSize] = useState<Size>('phone');
  const { theme } = document.documentElement.dataset;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="As your colleagues will see it" wide>
      <div className={css.sizes}>
        {(Object.keys(sizes) as Size[]).map((key) => (
          <Button key={key} icon={sizes[key].icon} aria-pressed={size === key} onClick={() => setSize(key)}>
            {sizes[key].label}
          </Button>
        ))}
        {languages.length > 1 && (
          <div className={css.inLanguage}>
            <label htmlFor="preview-language">Language</label>
            <select id="preview-language" value={language} onChange={(event) => setChosen(event.target.value)}>
              {languages.map((one) => (
                <option key={one} value={one}>
                  {languageName(one, 'en')}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      <div className={css.stage}>
        <iframe
          title="Preview of the module"
          className={size === 'phone' ? css.phone : css.wide}
          src={`${address}?${new URLSearchParams({ language, ...(theme && { theme }) })}`}
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups"
          // Keys pressed in a frame do not reach the dialog around it.
          onLoad={({ currentTarget: { contentWindow } }) =>
            contentWindow?.addEventListener('keydown', ({ key }) => key === 'Escape' && onOpenChange(false))
          }
        />
      </div>
    </Dialog>
  );
}
