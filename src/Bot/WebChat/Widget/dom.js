/** Makes an element. Text only ever enters as a text node, so nothing that anybody says can become markup. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name];
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child != null));
  return element;
}

const marks = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)*_])|\*(\S(?:[^*\n]*\S)?)\*/g;

/** What was said, as nodes: links open safely in a new tab, *this* is bold; line breaks are kept by the style. */
export function prose(text) {
  const nodes = [];
  let from = 0;
  for (let match; (match = marks.exec(text)); from = marks.lastIndex) {
    nodes.push(text.slice(from, match.index));
    nodes.push(match[1]
      ? make('a', { href: match[1], target: '_blank', rel: 'noopener noreferrer' }, match[1])
      : make('b', {}, match[2]));
  }
  nodes.push(text.slice(from));
  return nodes;
}

/** Only addresses that a browser fetches or opens as a page; never javascript: or data:. */
export function safeUrl(url) {
  return /^https?:\/\//i.test(url || '') ? url : null;
}

/** 41000 → "41 kB"; nothing where it is not known. */
export function sizeOf(bytes) {
  return !bytes ? '' : bytes < 1e6 ? Math.ceil(bytes / 1000) + ' kB' : (bytes / 1e6).toFixed(1) + ' MB';
}

/** 92 → "1:32"; nothing where it is not known. */
export function lengthOf(seconds) {
  return !seconds ? '' : Math.floor(seconds / 60) + ':' + ('0' + Math.round(seconds % 60)).slice(-2);
}
