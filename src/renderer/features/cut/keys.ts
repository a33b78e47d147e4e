/** What a key does in the cutting room. Times in frames or seconds are relative to the playhead. */
export type Command =
  | { do: 'play-pause' | 'pause' | 'shuttle-back' | 'shuttle-on' | 'start' | 'end' }
  | { do: 'frames' | 'seconds'; by: 1 | -1 }
  | { do: 'next-cut' | 'previous-cut' }
  | { do: 'mark-in' | 'mark-out' | 'trim-start' | 'trim-end' | 'cut-out' | 'clear' | 'select-all' }
  | { do: 'split' | 'chapter' | 'insert' | 'snapping' }
  | { do: 'move-clip'; by: 1 | -1 }
  | { do: 'undo' | 'redo' | 'zoom-in' | 'zoom-out' | 'zoom-fit' | 'help' };

export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const plain: Record<string, Command> = {
  ' ': { do: 'play-pause' },
  k: { do: 'pause' },
  j: { do: 'shuttle-back' },
  l: { do: 'shuttle-on' },
  home: { do: 'start' },
  end: { do: 'end' },
  arrowleft: { do: 'frames', by: -1 },
  arrowright: { do: 'frames', by: 1 },
  arrowup: { do: 'previous-cut' },
  arrowdown: { do: 'next-cut' },
  i: { do: 'mark-in' },
  o: { do: 'mark-out' },
  '[': { do: 'trim-start' },
  ']': { do: 'trim-end' },
  s: { do: 'split' },
  c: { do: 'chapter' },
  a: { do: 'insert' },
  n: { do: 'snapping' },
  '?': { do: 'help' },
  x: { do: 'cut-out' },
  delete: { do: 'cut-out' },
  backspace: { do: 'cut-out' },
  escape: { do: 'clear' },
  '+': { do: 'zoom-in' },
  '=': { do: 'zoom-in' },
  '-': { do: 'zoom-out' },
  '0': { do: 'zoom-fit' },
};

const shifted: Record<string, Command> = {
  arrowleft: { do: 'seconds', by: -1 },
  arrowright: { do: 'seconds', by: 1 },
  '+': { do: 'zoom-in' },
  // French keyboards have their figures there.
  '0': { do: 'zoom-fit' },
  '?': { do: 'help' },
};

const withAlt: Record<string, Command> = {
  arrowleft: { do: 'move-clip', by: -1 },
  arrowright: { do: 'move-clip', by: 1 },
};

const withControl: Record<string, Command> = {
  z: { do: 'undo' },
  y: { do: 'redo' },
  a: { do: 'select-all' },
};

/** Signs that many keyboards make with AltGr, which the machine may tell as Control and Alt, or with Option. */
const signs = new Set(['[', ']']);

/** A press without what is part of making its sign, as AltGr for the brackets of a German keyboard. */
export const typed = ({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): Press => {
  const isSign = altKey && !metaKey && signs.has(key);
  return { key, metaKey, ctrlKey: ctrlKey && !isSign, shiftKey: shiftKey && !isSign, altKey: altKey && !isSign };
};

/** The command of a key press, or null where it has none. Control and ⌘ are the same. */
export function commandOf(press: Press): Command | null {
  const { key: sign, ctrlKey, metaKey, shiftKey, altKey } = typed(press);
  const key = sign.toLowerCase();
  if (altKey) return ctrlKey || metaKey || shiftKey ? null : (withAlt[key] ?? null);
  if (ctrlKey || metaKey) {
    if (shiftKey) return key === 'z' ? { do: 'redo' } : null;
    return withControl[key] ?? null;
  }
  if (shiftKey) return shifted[key] ?? null;
  return plain[key] ?? null;
}

/** What the focus is on decides which keys are free: a field takes all, a button its own two, a slider the ones that move it. */
export type Focus = 'field' | 'button' | 'mover' | 'elsewhere';

const moving = new Set(['arrowleft', 'arrowright', 'arrowup', 'arrowdown', 'home', 'end']);

export function isTaken(press: Press, focus: Focus): boolean {
  const key = press.key.toLowerCase();
  if (press.altKey && moving.has(key)) return focus === 'field';
  if (focus === 'field') return true;
  if (focus === 'button') return key === ' ' || key === 'enter';
  return focus === 'mover' && (moving.has(key) || key === ' ');
}

/** All keys in words, for the list that the page shows. */
export const keyList: readonly { keys: string; does: string }[] = [
  { keys: 'Space', does: 'Play or pause' },
  { keys: 'J K L', does: 'Back, stop, on; again for faster' },
  { keys: '← →', does: 'One frame; on the clips: the clip before, the clip after' },
  { keys: 'Shift ← →', does: 'One second' },
  { keys: '↑ ↓', does: 'Cut before, cut after' },
  { keys: 'Home End', does: 'First and last moment' },
  { keys: 'S', does: 'Split the clip here' },
  { keys: 'Alt ← →', does: 'Move the chosen clip' },
  { keys: '[ ]', does: 'The clip begins here, ends here' },
  { keys: 'I O', does: 'Selection begins, selection ends' },
  { keys: 'X Delete', does: 'Cut the selection out, or remove the chosen clip' },
  { keys: 'Esc', does: 'Select nothing' },
  { keys: 'A', does: 'Put in another take or file' },
  { keys: 'C', does: 'Chapter begins here' },
  { keys: 'N', does: 'Snapping on or off; hold Alt while you drag to do without' },
  { keys: '+ − 0', does: 'Zoom in, out, all' },
  { keys: 'Ctrl Z', does: 'Undo' },
  { keys: 'Ctrl Y', does: 'Redo; Ctrl Shift Z too' },
  { keys: '?', does: 'This list' },
];
