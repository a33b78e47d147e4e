import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { contextOf, shownVideos, type VideoFacts } from '../../../../shared/model/lint/context.ts';
import type { Finding } from '../../../../shared/model/lint/finding.ts';
import { lint } from '../../../../shared/model/lint/lint.ts';
import { type PictureFacts, shownPictures } from '../../../../shared/model/lint/pictures.ts';
import type { ModuleContent } from '../../../../shared/model/module.ts';
import { orpc } from '../../../api/client.ts';

/** How long nothing changes before the rules look again, in milliseconds: they never run between two keys. */
const rest = 150;
const none: VideoFacts[] = [];
const noPictures: PictureFacts[] = [];
/** How often it is asked what was seen in pictures, while one of them waits to be looked at. */
const lookEvery = 1500;

/** What is private is said beside the video it is in, with what can be done about it. */
const look = (content: ModuleContent, known: Pick<Parameters<typeof contextOf>[1], 'author' | 'videos' | 'pictures'>): Finding[] =>
  lint(contextOf(content, { ...known, today: new Date().toISOString().slice(0, 10) })).filter(({ rule }) => rule !== 'privacy');

/** What was seen in the pictures of the lesson, as far as they were looked at. */
function usePictures(content: ModuleContent): PictureFacts[] {
  const shown = useMemo(() => shownPictures(content).slice(0, 500).join(' '), [content]);
  const input = useMemo(() => ({ pictures: shown === '' ? [] : shown.split(' ') }), [shown]);
  const { data } = useQuery({
    ...orpc.lint.pictures.queryOptions({ input }),
    enabled: input.pictures.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.some((picture) => picture.state === 'waiting') ? lookEvery : false),
  });
  return data ?? noPictures;
}

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
  const pictures = usePictures(content);
  const { name } = author;
  const [findings, setFindings] = useState<Finding[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setFindings(look(content, { author: { name }, videos, pictures })), rest);
    return () => clearTimeout(timer);
  }, [content, name, videos, pictures]);
  return findings;
}
