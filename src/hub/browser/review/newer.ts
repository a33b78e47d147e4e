/** Which version of the module this page shows. */
const onScreen = document.querySelector<HTMLInputElement>('.review-block input[name=revision]')?.value;

/**
 * What was answered anew speaks of the newest version, and the page still shows the one before it: what is said or decided next
 * is of what is on screen, and the reader learns that there is more.
 */
document.addEventListener('swapped', ({ target }) => {
  if (!onScreen || !(target instanceof Element)) return;
  const stale = [...document.querySelectorAll<HTMLInputElement>('input[name=revision]')].filter(({ value }) => value !== onScreen);
  for (const field of stale) field.value = onScreen;
  if (stale.length === 0) return;
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  const link = document.createElement('a');
  link.href = location.pathname;
  link.textContent = 'Show the newer version';
  notice.append('A newer version came in while you wrote. What you say here is kept with the version that you see. ', link);
  target.append(notice);
});
