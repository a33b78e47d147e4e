import { createBrowserRouter } from 'react-router';
import { Frame } from './frame.tsx';
import { Lost, PageFault } from './lost.tsx';

const write = () => import('../features/write/page.tsx');

/** Writing is opened from nearly everywhere: it is fetched while the first page rests, so that it is there at once. */
export function fetchAhead(): void {
  // Where it cannot be fetched now, opening it tries again and says so.
  requestIdleCallback(() => void write().catch(() => undefined));
}

/** Each page is a file of its own that is loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    Component: Frame,
    ErrorBoundary: PageFault,
    HydrateFallback: () => null,
    children: [
      { path: '/', lazy: () => import('../features/home/page.tsx') },
      { path: '/library', lazy: () => import('../features/library/page.tsx') },
      { path: '/cut/:editId', lazy: () => import('../features/cut/page.tsx') },
      { path: '/publish/:moduleId?', lazy: () => import('../features/publish/page.tsx') },
      { path: '/reviews', lazy: () => import('../features/review/list-page.tsx') },
      { path: '/reviews/:moduleId', lazy: () => import('../features/review/page.tsx') },
      { path: '/write', lazy: () => import('../features/templates/page.tsx') },
      { path: '/write/:moduleId', lazy: write },
      { path: '/write/:moduleId/languages', lazy: () => import('../features/languages/page.tsx') },
      { path: '/write/:moduleId/history', lazy: () => import('../features/history/page.tsx') },
      { path: '/profile', lazy: () => import('../features/profile/page.tsx') },
      { path: '/insight', lazy: () => import('../features/insight/page.tsx') },
      { path: '/record', lazy: () => import('../features/record/page.tsx') },
      { path: '/settings', lazy: () => import('../features/settings/page.tsx') },
      { path: '*', Component: Lost },
    ],
  },
]);
