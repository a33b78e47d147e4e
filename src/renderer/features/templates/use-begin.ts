import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { client } from '../../api/client.ts';

/** Opens what was made, unless the page that asked for it was left meanwhile: `signal` tells whoever makes it. */
function useOpening<T>(make: (asked: T, signal: AbortSignal) => Promise<{ id: string }>) {
  const navigate = useNavigate();
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const making = useMutation({
    mutationFn: (asked: T) => {
      leaving.current = new AbortController();
      return make(asked, leaving.current.signal);
    },
  });
  const { mutate } = making;
  return {
    ...making,
    mutate: useCallback((asked: T) => mutate(asked, { onSuccess: ({ id }) => navigate(`/write/${id}`) }), [mutate, navigate]),
  };
}

/** Begins a module, around a finished edit where one is named, and opens it. `null` begins an empty one. */
export const useBegin = (edit: string | undefined) =>
  useOpening((template: string | null) => client.modules.create({ ...(edit && { edit }), ...(template !== null && { template }) }));

/** Drafts a lesson around a finished edit, and opens it. Whoever leaves the page gives it up. */
export const useDraftLesson = () => useOpening((edit: string, signal) => client.modules.draft({ edit }, { signal }));
