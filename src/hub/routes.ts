import type { Hono } from 'hono';
import { deviceRoutes } from './accounts/device-routes.ts';
import { device } from './accounts/pages/device.tsx';
import { invitation } from './accounts/pages/invitation.tsx';
import { newPassword } from './accounts/pages/new-password.tsx';
import { people } from './accounts/pages/people.tsx';
import { setup } from './accounts/pages/setup.tsx';
import { signIn } from './accounts/pages/sign-in.tsx';
import { apiRoutes } from './api/routes.ts';
import type { Hub, HubEnv } from './hub-env.ts';
import { languageRoutes } from './language/routes.ts';
import { mediaRoutes } from './media/routes.ts';
import { asksPages } from './pages/asks/routes.tsx';
import { modulePages } from './pages/module/routes.tsx';
import { personPages } from './pages/person/routes.tsx';
import { policyPages } from './pages/policy/routes.tsx';
import { publishPages } from './pages/publish/routes.tsx';
import { reviewPages } from './pages/review/routes.tsx';
import { start } from './pages/start/routes.tsx';
import { recordRoutes } from './records/routes.ts';
import { forms } from './security/forms.ts';

/** Every part of the hub that answers requests, in the order in which they are asked. */
export const routesOf = (hub: Hub, uploads: Hono<HubEnv>): Hono<HubEnv>[] => [
  apiRoutes(hub),
  uploads,
  mediaRoutes,
  forms,
  languageRoutes,
  setup,
  signIn,
  invitation,
  newPassword,
  device,
  people,
  start,
  modulePages,
  personPages,
  asksPages,
  reviewPages,
  policyPages,
  publishPages,
  recordRoutes,
  deviceRoutes,
];
