import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ProposalChoices } from '../../../shared/contract/proposals.ts';
import type { EditList } from '../../../shared/model/edit/list.ts';
import { editDuration, toOutput } from '../../../shared/model/edit/time.ts';
import { type Facts, thresholdFor, usualRest } from '../../../shared/model/proposals/facts.ts';
import type { Item, Kind, Proposal } from '../../../shared/model/proposals/proposal.ts';
import { proposalsFor, taken } from '../../../shared/model/proposals/proposals.ts';
import type { Take, TakePictures } from '../../../shared/model/take.ts';
import { client, orpc } from '../../api/client.ts';
import type { Cutting, Range } from './use-cutting.ts';
import { useFacts } from './use-facts.ts';
import { spoken } from './words.ts';

export interface Proposing {
  proposals: readonly Proposal[];
  facts: Facts;
  /** How many items were left and would be proposed again. */
  left: number;
  /** Still listening to a take. */
  pending: boolean;
  error: unknown;
  /** Where silences begin and end, in seconds of the output. */
  moments: readonly number[];
  /** What would be taken out, in seconds of the output. */
  stretches: readonly Range[];
  below: number;
  rest: number;
  setSilence: (silence: Partial<ProposalChoices['silence']>) => void;
  take: (kind: Kind, items: readonly Item[]) => void;
  /** Everything that changes the list, as one step. */
  takeAll: () => void;
  leave: (items: readonly Item[]) => void;
  showLeft: () => void;
}

const none: ProposalChoices = { left: [], silence: { below: null, rest: usualRest } };
const nobody: ReadonlySet<string> = new Set();
const newId = () => crypto.randomUUID();
/** A slider's steps are not each written to disk, in milliseconds. */
const writeAfter = 400;

/** What a person decided about proposals: at once on the page, soon after on disk. */
function useChoices(edit: string): { choices: ProposalChoices; choose: (next: ProposalChoices) => void; error: unknown } {
  const stored = useQuery(orpc.proposals.choices.queryOptions({ input: { edit }, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }));
  const [chosen, setChosen] = useState<ProposalChoices | null>(null);
  const [error, setError] = useState<unknown>(null);
  const waiting = useRef<ProposalChoices | null>(null);
  const write = useCallback(() => {
    const choices = waiting.current;
    waiting.current = null;
    if (choices) client.proposals.choose({ edit, choices }).then(() => setError(null), setError);
  }, [edit]);
  useEffect(() => {
    if (!chosen) return;
    waiting.current = chosen;
    const timer = setTimeout(write, writeAfter);
    return () => clearTimeout(timer);
  }, [chosen, write]);
  useEffect(() => write, [write]);
  return { choices: chosen ?? stored.data ?? none, choose: setChosen, error: error ?? stored.error };
}

const isCut = (kind: Kind): boolean => kind === 'silences' || kind === 'fillers' || kind === 'repeats';
const changesList = (kind: Kind): boolean => isCut(kind) || kind === 'chapters' || kind === 'zooms' || kind === 'denoise';

export function useProposals(
  edit: string,
  list: EditList,
  takes: ReadonlyMap<string, Take>,
  pictures: ReadonlyMap<string, TakePictures>,
  cutting: Cutting,
): Proposing {
  const { choices, choose, error } = useChoices(edit);
  const { silence } = choices;
  const known = useFacts(list, takes, pictures, silence);
  const { facts } = known;
  const leftIds = useMemo(() => new Set(choices.left), [choices.left]);
  const proposals = useMemo(() => proposalsFor(list, facts, silence, leftIds), [list, facts, silence, leftIds]);
  const all = useMemo(() => proposalsFor(list, facts, silence, nobody), [list, facts, silence]);
  const countOf = (some: readonly Proposal[]) => some.reduce((sum, { items }) => sum + items.length, 0);
  const place = useCallback((source: string, time: number) => toOutput(list, source, time), [list]);

  const moments = useMemo(
    () =>
      [...facts]
        .flatMap(([source, { silences }]) => silences.flatMap(({ from, to }) => [place(source, from), place(source, to)]))
        .filter((time) => time !== null),
    [facts, place],
  );
  const stretches = useMemo(
    () =>
      proposals
        .filter(({ kind }) => isCut(kind))
        .flatMap(({ items }) => items)
        .flatMap(({ source, from, to }) => {
          const at = place(source, from);
          return at === null ? [] : [{ from: at, to: at + to - from }];
        }),
    [proposals, place],
  );

  const changed = (next: EditList, label: string) => {
    if (next === list) return cutting.say('This would leave nothing to be seen.');
    cutting.change(next, label);
    const saved = editDuration(list) - editDuration(next);
    cutting.say(saved > 0.05 ? `Taken. It is ${spoken(saved)} shorter now.` : 'Taken.');
  };
  const labels: Record<Kind, string> = {
    silences: 'shorten silences',
    fillers: 'cut filler words',
    repeats: 'cut repeated beginnings',
    chapters: 'steps to chapters',
    zooms: 'go close',
    denoise: 'reduce the noise',
    parts: 'make several cuts',
    loudness: 'loudness',
  };

  const firstNoise = pictures.get(list.clips[0]?.source ?? '')?.sound?.noise ?? null;
  return {
    proposals,
    facts,
    left: countOf(all) - countOf(proposals),
    pending: known.pending,
    error: error ?? known.error,
    moments,
    stretches,
    below: silence.below ?? thresholdFor(firstNoise),
    rest: silence.rest,
    setSilence: (next) => choose({ ...choices, silence: { ...silence, ...next } }),
    take: (kind, items) => changed(taken(list, kind, items, newId), labels[kind]),
    takeAll: () =>
      changed(
        proposals.filter(({ kind }) => changesList(kind)).reduce((edited, { kind, items }) => taken(edited, kind, items, newId), list),
        'take all proposals',
      ),
    leave(items) {
      choose({ ...choices, left: [...new Set([...choices.left, ...items.map(({ id }) => id)])].slice(-5000) });
      cutting.say(items.length === 1 ? 'Left as it is.' : `${items.length} left as they are.`);
    },
    showLeft() {
      choose({ ...choices, left: [] });
      cutting.say('What was left is proposed again.');
    },
  };
}
