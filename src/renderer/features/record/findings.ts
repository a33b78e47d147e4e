import type { Check } from './use-check.ts';
import type { Source } from './use-sources.ts';
import type { SourceName } from './words.ts';

/** What the check found of a source: its words, and whether they want attention. */
export interface FindingWords {
  words: string | null;
  attention: boolean;
}

const voice = (lufs: number): string => `you are heard, ${lufs < 0 ? '−' : ''}${Math.abs(Math.round(lufs))} LUFS`;

export function findingWords(name: SourceName, source: Source, { listening, findings }: Check): FindingWords {
  const plain = { words: null, attention: false };
  if (source.state !== 'on') return plain;
  const finding = findings[name];
  if (name === 'microphone') {
    if (listening) return { words: 'listening', attention: false };
    if (!finding || !('heard' in finding)) return plain;
    return finding.heard ? { words: voice(finding.lufs), attention: false } : { words: 'nothing is heard', attention: true };
  }
  if (!finding || !('seen' in finding) || finding.seen) return plain;
  return { words: `${source.label}, but the picture is black`, attention: true };
}

/** Whether the sound of what is shown comes along, in words. */
export function screenSound(source: Source): string | null {
  if (source.state !== 'on') return null;
  return source.stream.getAudioTracks().length > 0 ? 'with its sound' : 'without its sound';
}
