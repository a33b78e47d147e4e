/** A setup link carries its code behind the `#`, which never reaches a server's log. Here it goes into its field and out of the address. */
const field = document.querySelector<HTMLInputElement>('input[name=code]');
const code = new URLSearchParams(location.hash.slice(1)).get('code');
if (field && code) {
  field.value = code;
  history.replaceState(null, '', location.pathname);
}
