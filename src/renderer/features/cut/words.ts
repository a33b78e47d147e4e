/** A moment as people read it on the timeline: `1:03.2`. */
export function clock(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10));
  const rest = tenths % 600;
  return `${Math.floor(tenths / 600)}:${String(Math.floor(rest / 10)).padStart(2, '0')}.${rest % 10}`;
}

/** A second of the timeline's ruler: `1:03`. */
export function length(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

const count = (value: number, one: string): string => `${value} ${value === 1 ? one : `${one}s`}`;

/** A moment or a length as a screen reader says it: `1 minute 3.2 seconds`. */
export function spoken(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10));
  const minutes = Math.floor(tenths / 600);
  const rest = (tenths % 600) / 10;
  const parts = [minutes > 0 ? count(minutes, 'minute') : '', rest > 0 || minutes === 0 ? count(rest, 'second') : ''];
  return parts.filter(Boolean).join(' ');
}

/** A waiting time before it is over: `about 40 seconds`, `about 3 minutes`. */
export function about(seconds: number): string {
  if (seconds < 5) return 'a few seconds';
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} seconds`;
  return `about ${count(Math.max(1, Math.round(seconds / 60)), 'minute')}`;
}

export function megabytes(bytes: number): string {
  return bytes < 950_000 ? `${Math.max(0.1, Math.round(bytes / 100_000) / 10)} MB` : `${(bytes / 1e6).toFixed(bytes < 9.95e6 ? 1 : 0)} MB`;
}

/** A figure with one decimal and a real minus: `−16.1`. */
export const signed = (value: number): string => value.toFixed(1).replace('-', '−');
