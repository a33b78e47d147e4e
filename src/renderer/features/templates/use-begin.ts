import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { client } from '../../api/client.ts';

/** Opens what was made, unless the page that asked for it was left meanwhile. */
function useOpening<T>(make: (asked: T) => Promise<{ id: string }>) {
  const navigate = useNavigate();
  const making = useMutation({ mutationFn: make });
  const { mutate } = making;
  return {
    ...making,
    mutate: useCallback((asked: T) => mutate(asked, { onSuccess: ({ id }) => navigate(`/write/${id}`) }), [mutate, navigate]),
  };
}

/** Begins a module, around a finished edit where one is named, and opens it. `null` begins an empty one. */
export const useBegin = (edit: string | undefined) =>
  useOpening((template: string | null) => client.modules.create({ ...(edit && { edit }), ...(template !== null && { template }) }));

/** Drafts a lesson around a finished edit, and opens it. */
export const useDraftLesson = () => useOpening((edit: string) => client.modules.draft({ edit }));
