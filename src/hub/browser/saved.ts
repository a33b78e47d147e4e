/** That something is saved is true until it is changed again; whoever comes back to the page has seen it. */
const letGo = () => document.querySelector('[data-saved]')?.remove();

const [visit] = performance.getEntriesByType('navigation');
if (visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward') letGo();
document.addEventListener('input', letGo);
