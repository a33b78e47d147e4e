import { floatName } from '../../../shared/contract/shell.ts';
import { shell } from '../../api/shell.ts';

const size = { width: 380, height: 132 };

/** What newer browsers know and the types do not yet: a small window that stays on top of all others. */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}
const pictureInPicture = (): DocumentPictureInPicture | null =>
  (globalThis as { documentPictureInPicture?: DocumentPictureInPicture }).documentPictureInPicture ?? null;

/** Whether a small window can stay on top of what is shown. */
export const canFloat = (): boolean => shell !== null || pictureInPicture() !== null;

/** The look of this page in the small window: its style sheets, its theme and its language. */
function dress(target: Window): void {
  const { documentElement, styleSheets } = document;
  for (const sheet of styleSheets) {
    const owner = sheet.ownerNode;
    if (owner instanceof Element) target.document.head.append(owner.cloneNode(true));
  }
  for (const { name, value } of documentElement.attributes) target.document.documentElement.setAttribute(name, value);
  target.document.title = 'Recording · Showhow';
}

/** Opens the small window; the person has just pressed a button. Null where the browser would not. */
export async function openFloat(): Promise<Window | null> {
  try {
    const opened = shell
      ? window.open('about:blank', floatName, `popup,width=${size.width},height=${size.height}`)
      : await pictureInPicture()?.requestWindow(size);
    if (!opened) return null;
    dress(opened);
    return opened;
  } catch (error) {
    // Without a press of a button just now the browser says no; the control in the page is there all the same.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
