import { useQuery } from '@tanstack/react-query';
import type { NodeViewProps } from '@tiptap/react';
import { emptyProfile } from '../../../../shared/model/profile.ts';
import { orpc } from '../../../api/client.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { BlockFrame } from './block-frame.tsx';
import css from './blocks.module.css';

/** The author's invitation; her face, name and topics come from her profile. */
export function AskMeBlock(props: NodeViewProps) {
  const { data } = useQuery(orpc.profile.get.queryOptions());
  const { name, askMeAbout } = data ?? emptyProfile;
  return (
    <BlockFrame {...props} name="Ask me">
      <div className={css.fields}>
        <TextArea
          label="Your invitation"
          hint="Your face, your name and what one may ask you about are added from your profile. At the hub a button leads to your questions."
          rows={2}
          maxLength={300}
          placeholder="Is something unclear, or different where you work? Ask me."
          value={props.node.attrs.invitation}
          onChange={(event) => props.updateAttributes({ invitation: event.target.value })}
        />
        <p className={css.text}>
          {[name || 'No name yet', ...askMeAbout].join(' · ')}
          <ButtonLink to="/profile" variant="plain">
            Change the profile
          </ButtonLink>
        </p>
      </div>
    </BlockFrame>
  );
}
