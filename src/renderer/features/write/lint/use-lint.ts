import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { contextOf, shownVideos, type VideoFacts } from '../../../../shared/model/lint/context.ts';
import type { Finding } from '../../../../shared/model/lint/finding.ts';
import { lint } from '../../../../shared/model/lint/lint.ts';
import type { ModuleContent } from '../../../../shared/model/module.ts';
import { orpc } from '../../../api/client.ts';

/** How long nothing changes before the rules look again, in milliseconds: they never run between two keys. */
const rest = 150;
const none: VideoFacts[] = [];

/** What is private is said beside the video it is in, with what can be done about it. */
const look = (content: ModuleContent, author: { name: string }, videos: readonly VideoFacts[]): Finding[] =>
  lint(contextOf(content, { author, videos, today: new Date().toISOString().slice(0, 10) })).filter(({ rule }) => rule !== 'privacy');

/** What could be better in the lesson on the desk, a moment after the last change; null until the rules looked for the first time. */
export function useLint(content: ModuleContent, author: { name: string }): Finding[] | null {
  const shown = useMemo(() => JSON.stringify(shownVideos(content)), [content]);
  const input = useMemo(() => ({ videos: JSON.parse(shown) as ReturnType<typeof shownVideos> }), [shown]);
  const facts = useQuery({
    ...orpc.lint.facts.queryOptions({ input }),
    enabled: input.videos.length > 0,
    placeholderData: keepPreviousData,
  });
  const videos = facts.data ?? none;
  const { name } = author;
  const [findings, setFindings] = useState<Finding[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setFindings(look(content, { name }, videos)), rest);
    return () => clearTimeout(timer);
  }, [content, name, videos]);
  return findings;
}
