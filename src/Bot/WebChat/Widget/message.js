import { make, prose, safeUrl, sizeOf, lengthOf } from './dom.js';

/** One message as it stands in the log. Hers carries how far it got; ours its files and choices. */
export function bubble(words, who, text, at) {
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const state = make('span', { class: 'state' });
  const body = make('div', { class: 'body' }, make('span', { class: 'sr' }, words[who] + ': '));
  if (text) body.append(make('p', {}, ...prose(text)));
  const element = make('div', { class: 'm ' + who }, body, make('small', {}, make('time', {}, time), state));
  return { element, body, state, at };
}

/** Numbered buttons; typing the number does the same. */
export function choices(words, actions, choose) {
  return make('div', { class: 'choices', role: 'group', 'aria-label': words.choices }, ...actions.map((action, i) =>
    make('button', { type: 'button', onclick: () => choose(action.value || action.title) }, make('b', {}, String(i + 1)), ' ' + action.title)));
}

/** A file or card of ours. Nothing is loaded before she asks for it, and she sees what it will cost. */
export function attachment(words, file, choose, showAll) {
  const content = file.content || {};
  if (file.contentType === 'application/vnd.microsoft.card.hero') {
    return make('div', {}, content.title ? make('p', {}, make('b', {}, content.title)) : null,
      content.text ? make('p', {}, ...prose(content.text)) : null, choices(words, content.buttons || [], choose));
  }
  const url = safeUrl(file.contentUrl);
  if (!url) return null;
  const name = file.name || words.file;
  const facts = [lengthOf(file.seconds), sizeOf(file.bytes)].filter(Boolean).join(' · ');
  const label = name + (facts ? ' (' + facts + ')' : '');
  if (/^audio\//.test(file.contentType)) {
    return make('div', { class: 'file' }, make('span', {}, words.audio + ': ' + label),
      make('audio', { controls: true, preload: 'none', src: url, 'aria-label': words.audio + ': ' + label }));
  }
  if (/^image\//.test(file.contentType)) {
    const button = make('button', { type: 'button', class: 'file', onclick() {
      button.replaceWith(make('img', { src: url, alt: name, onload: showAll }));
    } }, words.showPicture + ': ' + label);
    return button;
  }
  return make('a', { class: 'file', href: url, target: '_blank', rel: 'noopener noreferrer', download: name }, words.download + ': ' + label);
}
