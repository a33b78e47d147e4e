import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '../../api/client.ts';
import { Card } from '../../ui/card.tsx';
import { megabytes } from '../../ui/format.ts';
import { LetterKeysSwitch } from '../../ui/letter-keys-switch.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Stay } from '../../ui/stay.tsx';
import { CaptionToolsCard } from '../captions/tools-card.tsx';
import { ConnectHub } from '../connect/connect.tsx';
import { KitCard } from '../kit/kit-card.tsx';
import { PrivacySettingsForm } from '../privacy/settings-card.tsx';
import { FinishingChoice } from './finishing.tsx';
import css from './settings.module.css';
import { ThemeChoice } from './theme.tsx';

/** Where things lie and what they run on: what one tells a colleague who helps. */
export function Component() {
  const { data, error } = useQuery(orpc.system.status.queryOptions());
  const [kit, setKit] = useState(false);
  const [privacy, setPrivacy] = useState(false);
  return (
    <Page title="Settings" narrow>
      <Stay when={kit || privacy} title="Your last changes are not saved" stay="Stay here" leave="Leave without them">
        {kit ? 'The company kit' : 'What you wrote under “Privacy”'} was changed and not saved. Stay, and nothing is lost.
      </Stay>
      <Card>
        <ThemeChoice />
      </Card>
      <Card>
        <LetterKeysSwitch />
      </Card>
      <Card>
        <h2 className={css.title}>Hub</h2>
        <ConnectHub />
      </Card>
      <Card>
        <h2 className={css.title}>Finished videos</h2>
        <FinishingChoice />
      </Card>
      <Card>
        <KitCard onUnsaved={setKit} />
      </Card>
      <Card>
        <PrivacySettingsForm onUnsaved={setPrivacy} />
      </Card>
      <CaptionToolsCard />
      <FaultNotice error={error} />
      {data && (
        <Card>
          <h2 className={css.title}>This studio</h2>
          <dl className={css.facts}>
            <dt>Workspace</dt>
            <dd>
              <code>{data.workspace}</code>
              <p>Takes, cuts and modules lie in this folder. A copy of it is a backup.</p>
            </dd>
            <dt>Free on its disk</dt>
            <dd>{megabytes(data.freeBytes)}</dd>
            <dt>ffmpeg</dt>
            <dd>
              {data.ffmpeg ? (
                `${data.ffmpeg.version} (${data.ffmpeg.origin})`
              ) : (
                <Notice tone="attention">
                  No ffmpeg was found. Install ffmpeg 5 or newer, or name its place in SHOWHOW_FFMPEG, and start again.
                </Notice>
              )}
            </dd>
            <dt>Hub on this machine</dt>
            <dd>{data.embeddedHub ? <a href={data.embeddedHub.url}>{data.embeddedHub.url}</a> : 'not running'}</dd>
            <dt>Showhow</dt>
            <dd>{data.version}</dd>
          </dl>
        </Card>
      )}
    </Page>
  );
}
