/** Says in a form why it was not sent, or what became of it; `language` where that is not the page's. */
export function say(form: HTMLFormElement, words: string, language = document.documentElement.lang): void {
  const notice = form.querySelector('[data-fault]') ?? form.appendChild(document.createElement('p'));
  notice.className = 'notice fault';
  notice.setAttribute('role', 'alert');
  notice.setAttribute('data-fault', '');
  notice.setAttribute('lang', language);
  notice.textContent = words;
}
