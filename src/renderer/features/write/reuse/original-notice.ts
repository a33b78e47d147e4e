import type { Original } from '../../../../shared/contract/library.ts';
import type { TakenFrom } from '../../../../shared/model/blocks/taken-from.ts';
import type { OriginalActions } from './originals.ts';
import css from './reuse.module.css';

interface Said {
  text: string;
  /** Whether there is something to decide. */
  asks: boolean;
  buttons: [label: string, act: (block: string) => void][];
}

/** How it stands with the original of a block, and what can be done about it. */
function saidOf({ hash }: TakenFrom, original: Original, { takeNew, keepMine, forget }: OriginalActions): Said {
  const title = `“${original.title || 'Without a title'}”`;
  if (original.state === 'module-gone') {
    return { text: 'The module that this comes from was removed. This one stays.', asks: true, buttons: [['Make it mine', forget]] };
  }
  if (original.state === 'block-gone') {
    return { text: `The original was taken out of ${title}. This one stays.`, asks: true, buttons: [['Make it mine', forget]] };
  }
  if (original.hash === hash) return { text: `From ${title}`, asks: false, buttons: [] };
  return {
    text: `The original in ${title} was changed since.`,
    asks: true,
    buttons: [
      ['Take the new one', takeNew],
      ['Keep mine', keepMine],
    ],
  };
}

/** The same as elements that stand above the block. */
export function notice(block: string, source: TakenFrom, original: Original, actions: OriginalActions): HTMLElement {
  const { text, asks, buttons } = saidOf(source, original, actions);
  const place = document.createElement('div');
  place.className = [css.notice, asks && css.asks].filter(Boolean).join(' ');
  place.contentEditable = 'false';
  place.setAttribute('role', 'note');
  const words = document.createElement('span');
  words.textContent = text;
  place.append(
    words,
    ...buttons.map(([label, act]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', () => act(block));
      return button;
    }),
  );
  return place;
}
