import { useEffect } from 'react';
import { useParams } from 'react-router';
import { isMissing } from '../../api/missing.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/card.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Reader } from './reader.tsx';
import { useFileReview } from './use-file-review.ts';

/** `/reviews/:moduleId`: a module that a colleague sent as a file. */
export function Component() {
  const { moduleId = '' } = useParams();
  const at = useFileReview(moduleId);
  const title = at.review ? at.review.content.title || 'Review' : isMissing(at.error) ? 'No such review' : 'Review';
  useEffect(() => {
    document.title = `${title} · Showhow`;
  }, [title]);
  if (at.review) return <Reader key={at.review.revision} review={at.review} at={at} />;
  if (at.error === null) return <div aria-busy="true" />;
  return (
    <Page title={title} narrow>
      {isMissing(at.error) ? (
        <Empty title="This review is not here" action={<ButtonLink to="/reviews">All reviews</ButtonLink>}>
          Open the file that a colleague sent you, and it is.
        </Empty>
      ) : (
        <FaultNotice error={at.error} />
      )}
    </Page>
  );
}
