import type { Hono } from 'hono';
import { deviceRoutes } from './accounts/device-routes.ts';
import { device } from './accounts/pages/device.tsx';
import { invitation } from './accounts/pages/invitation.tsx';
import { people } from './accounts/pages/people.tsx';
import { setup } from './accounts/pages/setup.tsx';
import { signIn } from './accounts/pages/sign-in.tsx';
import type { HubEnv } from './hub-env.ts';

/** Every part of the hub that answers requests, in the order in which they are asked. */
export const routes: Hono<HubEnv>[] = [setup, signIn, invitation, device, people, deviceRoutes];
