import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Id } from '../../../shared/model/ids.ts';
import { client } from '../../api/client.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';

/** `/write` and `/write?edit=…`: makes a module, around a finished edit where one is named, and opens it. */
export function Component() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const begun = useRef(false);
  const edit = Id.safeParse(search.get('edit')).data;

  useEffect(() => {
    // React runs effects twice while developing; one module is enough.
    if (begun.current) return;
    begun.current = true;
    client.modules
      .create(edit ? { edit } : {})
      .then(({ id }) => navigate(`/write/${id}`, { replace: true }))
      .catch(setError);
  }, [edit, navigate]);

  return (
    <Page title="A new module" narrow>
      <FaultNotice error={error} />
    </Page>
  );
}
