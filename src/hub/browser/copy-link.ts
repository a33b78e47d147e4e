/** For how long the button says that it has copied, in milliseconds. */
const saysSo = 2000;

/** Beside an invitation link that was just made: a button that copies it, where the browser lets a page write to the clipboard. */
const link = document.querySelector<HTMLInputElement>('input#link[readonly]');
// Only over https and on one's own machine; elsewhere one selects and copies as ever.
if (link && 'clipboard' in navigator) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy the link';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(link.value);
    } catch {
      // Refused by the browser: what is selected can still be copied by key.
      link.select();
      return;
    }
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy the link';
    }, saysSo);
  });
  link.after(button);
}
