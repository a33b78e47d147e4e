import type { ShownFinding } from '../../../shared/contract/privacy.ts';
import type { Cover, DismissReason, EditList } from '../../../shared/model/edit/list.ts';
import { dismiss, hide, reopen } from '../../../shared/model/privacy/decide.ts';
import { kindCount, kindWords, reasonWords } from '../../../shared/model/privacy/words.ts';
import type { Bench } from '../cut/bench.ts';

export interface Decisions {
  hide: (findings: readonly ShownFinding[], how: Cover['how']) => void;
  dismiss: (findings: readonly ShownFinding[], reason: DismissReason) => void;
  reopen: (finding: ShownFinding) => void;
}

const newId = () => crypto.randomUUID();

const named = (findings: readonly ShownFinding[]): string => {
  const [first] = findings;
  if (!first) return '';
  return findings.length === 1 ? kindWords[first.kind][0] : kindCount(first.kind, findings.length);
};

/** What can be decided on findings, each decision one step of the edit's history. */
export function decisionsOf({ cutting, list }: Pick<Bench, 'cutting' | 'list'>): Decisions {
  const change = (next: EditList, label: string, words: string) => {
    cutting.change(next, label);
    cutting.say(words);
  };
  return {
    hide: (findings, how) => {
      const done = how === 'blur' ? 'Blurred' : 'Covered';
      change(hide(list, findings, how, newId), `${how} ${named(findings)}`, `${done}: ${named(findings)}.`);
    },
    dismiss: (findings, reason) => {
      const words = `Left to be seen, because ${reasonWords[reason]}: ${named(findings)}.`;
      change(dismiss(list, findings, reason, newId), `leave ${named(findings)}`, words);
    },
    reopen: (finding) => change(reopen(list, finding), `look at ${named([finding])} again`, `To be looked at again: ${named([finding])}.`),
  };
}
