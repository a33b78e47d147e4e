import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { client } from '../../api/client.ts';

/** Begins a module, around a finished edit where one is named, and opens it. `null` begins an empty one. */
export function useBegin(edit: string | undefined) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (template: string | null) => client.modules.create({ ...(edit && { edit }), ...(template !== null && { template }) }),
    onSuccess: ({ id }) => navigate(`/write/${id}`),
  });
}

/** Drafts a lesson around a finished edit, and opens it. */
export function useDraftLesson() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (edit: string) => client.modules.draft({ edit }),
    onSuccess: ({ id }) => navigate(`/write/${id}`),
  });
}
