/** "Go back" from a page that refuses what was sent: the form one came from still has what was written in it, a new copy has not. */
document.querySelector('a[data-back]')?.addEventListener('click', (event) => {
  if (history.length < 2) return;
  event.preventDefault();
  history.back();
});
