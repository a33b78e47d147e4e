import { ChartNoAxesColumn, House, LibraryBig, MessageSquareText, Send, Settings, UserRound } from 'lucide-react';
import { NavLink, Outlet, useMatches } from 'react-router';
import { useArrival } from '../ui/use-arrival.ts';
import css from './frame.module.css';

const places = [
  { to: '/', label: 'Home', icon: House },
  { to: '/library', label: 'Library', icon: LibraryBig },
  { to: '/publish', label: 'Publish', icon: Send },
  { to: '/reviews', label: 'Review', icon: MessageSquareText },
  { to: '/insight', label: 'Insight', icon: ChartNoAxesColumn },
  { to: '/profile', label: 'Profile', icon: UserRound },
  { to: '/settings', label: 'Settings', icon: Settings },
];

/** What stands around every page: a skip link and the way to the other places. A page with `handle.bare` gets the window for itself. */
export function Frame() {
  useArrival();
  const bare = useMatches().some(({ handle }) => (handle as { bare?: boolean } | undefined)?.bare);
  if (bare) return <Outlet />;
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">
        Skip to the page
      </a>
      <nav className={css.nav} aria-label="Main">
        <span className={css.mark} aria-hidden="true">
          <i />
          Showhow
        </span>
        <ul>
          {places.map(({ to, label, icon: Icon }) => (
            <li key={to}>
              <NavLink to={to} end={to === '/'}>
                <Icon size={20} aria-hidden="true" />
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
