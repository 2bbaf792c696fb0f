import { make } from './dom.js';
import { Device } from './device.js';
import { Line } from './line.js';
import { attachment, bubble, choices } from './message.js';
import { lighter, record } from './files.js';

const longestText = 1500;
const longestVoice = 60000;
const typingLasts = 5000;
const nearEnd = 60;

/** Where this script came from is where the chat lives, unless the page says otherwise. */
const home = new URL(import.meta.url).origin;

/**
 * <coop-chat>: the assistant on any page. Attributes: server, language, color, position (right, left, inline), heading, open, text (written in the box), exit-url, nonce.
 * Events: coop-open, coop-close, coop-status, coop-message, coop-exit (cancel it to decide yourself where the page goes).
 */
class CoopChat extends HTMLElement {
  static get observedAttributes() {
    return ['open', 'color', 'heading', 'language', 'position'];
  }

  connectedCallback() {
    this.words = words[this.getAttribute('language')] || words[Object.keys(words)[0]];
    this.server = (this.getAttribute('server') || home).replace(/\/+$/, '');
    this.device = new Device(this.server);
    this.shown = [];
    this.unread = 0;
    this.following = true;
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
    this.draw();
    this.paint();
    addEventListener('storage', this.elsewhere = event => {
      // What was written, not what stands there now: this tab may have written over it since.
      if (event.key === this.device.key && !(JSON.parse(event.newValue) || {}).conversation && this.line) this.end(false);
    });
    if (this.isInline) this.show(false);
    else if (this.hasAttribute('open')) this.show(true);
  }

  disconnectedCallback() {
    removeEventListener('storage', this.elsewhere);
    clearTimeout(this.typingTimer);
    if (this.stopVoice) this.stopVoice();
    if (this.line) this.line.close();
    this.line = null;
    this.shadowRoot.textContent = '';
  }

  attributeChangedCallback(name, before, now) {
    if (!this.panel || before === now) return;
    if (name === 'open') return now === null ? this.hide() : this.show(true);
    if (name === 'language') {
      this.disconnectedCallback();
      this.connectedCallback();
    } else this.paint();
  }

  get isInline() {
    return this.getAttribute('position') === 'inline';
  }

  draw() {
    const w = this.words;
    const button = (attributes, text) => make('button', Object.assign({ type: 'button' }, attributes), text);
    this.title_ = make('h2', { id: 'title', tabindex: -1 });
    this.notice = make('p', { class: 'notice', role: 'status' });
    this.log = make('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': w.conversation, tabindex: 0, onscroll: () => this.scrolled() });
    this.typing = make('div', { class: 'typing', hidden: true, 'aria-hidden': 'true' }, w.typing);
    this.fresh = button({ class: 'new', hidden: true, onclick: () => { this.toEnd(); this.log.focus(); } }, w.newMessages);
    this.box = make('textarea', { rows: 1, maxlength: longestText, 'aria-label': w.write, placeholder: w.write, enterkeyhint: 'send', autocomplete: 'off',
      onkeydown: event => this.typed(event), oninput: () => this.grow() });
    this.picker = make('input', { type: 'file', hidden: true, accept: 'image/*,audio/*,application/pdf', onchange: () => this.picked() });
    this.voice = button({ class: 'extra', hidden: !window.MediaRecorder || !navigator.mediaDevices, onclick: () => this.speak() }, w.voice);
    this.extras = make('div', { class: 'extras', hidden: true }, button({ class: 'extra', onclick: () => this.picker.click() }, w.attach), this.voice, this.picker);
    this.panel = make('section', { class: 'panel', role: this.isInline ? 'region' : 'dialog', 'aria-labelledby': 'title', lang: w.lang, hidden: true,
      onkeydown: event => { if (event.key === 'Escape' && !this.isInline) this.removeAttribute('open'); } },
      make('div', { class: 'head' }, this.title_, button({ onclick: () => this.end(true) }, w.exit),
        this.isInline ? null : button({ 'aria-label': w.close, onclick: () => this.removeAttribute('open') }, '✕')),
      this.notice,
      make('div', { class: 'middle' }, this.log, this.fresh),
      make('form', { onsubmit: event => { event.preventDefault(); this.send(); } }, this.extras, this.box, make('button', { type: 'submit' }, w.send)));
    this.launch = button({ class: 'launch', lang: w.lang, 'aria-expanded': 'false', hidden: this.isInline, onclick: () => this.setAttribute('open', '') });
    this.box.value = this.getAttribute('text') || '';
    this.dress();
    this.shadowRoot.append(this.launch, this.panel);
  }

  /** A style sheet that a strict policy allows; old browsers need the page's nonce for it. */
  dress() {
    if (this.shadowRoot.adoptedStyleSheets && CSSStyleSheet.prototype.replaceSync) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      this.shadowRoot.adoptedStyleSheets = [sheet];
    } else this.shadowRoot.append(make('style', { nonce: this.nonce || this.getAttribute('nonce') }, css));
  }

  paint() {
    const heading = this.getAttribute('heading') || this.words.heading;
    this.title_.textContent = heading;
    this.launch.textContent = this.words.open + (this.unread ? ' (' + this.unread + ')' : '');
    const color = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(this.getAttribute('color') || '');
    if (!color) return;
    const [red, green, blue] = color.slice(1).map(part => Math.pow(parseInt(part, 16) / 255, 2.2));
    this.style.setProperty('--coop', color[0]);
    this.style.setProperty('--on-coop', .2126 * red + .7152 * green + .0722 * blue > .18 ? '#000' : '#fff');
  }

  show(focus) {
    this.panel.hidden = false;
    this.launch.hidden = true;
    this.launch.setAttribute('aria-expanded', 'true');
    this.unread = 0;
    this.paint();
    if (!this.line) this.begin();
    this.toEnd();
    // A keyboard that jumps up hides half a small screen: there the heading gets the focus.
    if (focus) (matchMedia('(pointer: coarse)').matches ? this.title_ : this.box).focus();
    this.tell('open');
  }

  hide() {
    if (this.isInline) return;
    this.panel.hidden = true;
    this.launch.hidden = false;
    this.launch.setAttribute('aria-expanded', 'false');
    this.launch.focus();
    this.tell('close');
  }

  begin() {
    this.line = new Line(this.server, this.device, {
      heard: (activity, id) => this.heard(activity, id, true),
      typing: () => this.types(),
      changed: entry => this.mark(entry),
      status: status => this.status(status),
    });
    this.log.textContent = '';
    this.log.append(this.typing);
    this.shown = [];
    for (const activity of this.device.messages) this.heard(activity, activity.channelData && activity.channelData.clientActivityID, false);
    for (const entry of this.line.queue) this.mark(entry);
    this.toEnd();
    this.line.open();
  }

  send() {
    const text = this.box.value.trim();
    if (!text) return this.box.focus();
    this.box.value = '';
    this.grow();
    this.say(text);
    this.box.focus();
  }

  say(text, file) {
    if (text.toLowerCase() === this.words.exitWord) return this.end(true);
    this.clearChoices();
    this.line.say(text, file);
    for (const entry of this.line.queue) this.mark(entry);
    this.toEnd();
  }

  /** Draws or redraws a message of hers that is on its way. */
  mark(entry) {
    let item = this.shown.find(other => other.id === entry.id);
    if (!item) item = this.place(bubble(this.words, 'user', entry.text || entry.file.name, entry.at), entry.id);
    const isLost = entry.state === 'failed' && !entry.isWrong;
    item.state.textContent = entry.isWrong ? this.words.wrongFile : this.words[entry.state];
    if (isLost) item.state.append(make('button', { type: 'button', onclick: () => this.line.again(entry) }, this.words.again));
    if (entry.state === 'failed') this.toEnd();
  }

  heard(activity, id, isNew) {
    const isHers = activity.from.role === 'user';
    const old = id && this.shown.find(other => other.id === id);
    const files = (activity.attachments || []).map(file => attachment(this.words, file, value => this.say(value), () => this.follow()));
    if (old) {
      // What the server kept is the truth: it does not keep what could harm her.
      if (!activity.text && !files.length) old.body.textContent = this.words.notKept;
      old.state.textContent = this.words.sent;
      this.log.insertBefore(old.element, this.firstWaiting());
      return;
    }
    const isSilent = isHers && !activity.text && !files.length;
    const who = isHers ? 'user' : activity.from.name ? 'staff' : 'bot';
    const item = bubble(this.words, who, isSilent ? this.words.notKept : activity.text, activity.timestamp);
    item.body.append(...files.filter(Boolean));
    if (isHers) item.state.textContent = this.words.sent;
    this.place(item, id, this.firstWaiting());
    this.clearChoices();
    if (!isHers) {
      this.typing.hidden = true;
      const actions = activity.suggestedActions && activity.suggestedActions.actions;
      if (actions) this.log.insertBefore(this.choices = choices(this.words, actions, value => this.say(value)), this.firstWaiting());
      this.extras.hidden = !(who === 'staff' || (activity.channelData && activity.channelData.files) || this.hasAttribute('files'));
    }
    if (isNew && !isHers) {
      if (this.panel.hidden) {
        this.unread++;
        this.paint();
      }
      if (!this.following) this.fresh.hidden = false;
      this.tell('message', { id: activity.id, from: who });
    }
    this.follow();
  }

  place(item, id, before) {
    item.id = id;
    this.shown.push(item);
    this.log.insertBefore(item.element, before || this.typing);
    return item;
  }

  /** What arrives goes above what still waits to be sent. */
  firstWaiting() {
    const waiting = this.line && this.line.queue.map(entry => this.shown.find(item => item.id === entry.id)).find(Boolean);
    return waiting ? waiting.element : this.typing;
  }

  clearChoices() {
    if (!this.choices) return;
    const hadFocus = this.choices.contains(this.shadowRoot.activeElement);
    this.choices.remove();
    this.choices = null;
    if (hadFocus) this.log.focus();
  }

  types() {
    this.typing.hidden = false;
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => { this.typing.hidden = true; }, typingLasts);
    this.follow();
  }

  status(status) {
    this.notice.textContent = status === 'offline' ? this.words.offline : status === 'refused' ? this.words.refused : '';
    this.tell('status', { status });
  }

  async picked() {
    const file = this.picker.files[0];
    this.picker.value = '';
    if (file) this.say('', await lighter(file));
  }

  async speak() {
    if (this.stopVoice) return this.stopVoice();
    try {
      this.stopVoice = await record(longestVoice, file => {
        this.stopVoice = null;
        this.voice.textContent = this.words.voice;
        if (this.line) this.say('', file);
      });
      this.voice.textContent = this.words.stopVoice;
    } catch (refused) {
      this.notice.textContent = this.words.noMicrophone;
    }
  }

  /** She leaves: nothing stays here, and the next person begins anew. */
  end(tellServer) {
    if (this.line) {
      if (tellServer) this.line.leave();
      else this.line.close();
    }
    this.line = null;
    this.device.forget();
    this.log.textContent = '';
    this.box.value = '';
    this.panel.hidden = true;
    this.launch.hidden = this.isInline;
    if (this.tell('exit')) return location.replace(this.getAttribute('exit-url') || this.server + '/salida');
    if (this.isInline) this.show(false);
    else this.removeAttribute('open');
  }

  typed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    }
  }

  grow() {
    this.box.style.height = 'auto';
    this.box.style.height = this.box.scrollHeight + 2 + 'px';
  }

  get end_() {
    return this.log.scrollHeight - this.log.clientHeight;
  }

  toEnd() {
    this.following = true;
    this.fresh.hidden = true;
    this.log.scrollTop = this.placed = this.end_;
  }

  /** Moves on with what is said, but never past her own last message: she reads an answer from its beginning. */
  follow() {
    if (!this.following) return;
    const hers = this.shown.filter(item => item.element.classList.contains('user')).pop();
    this.placed = Math.max(this.log.scrollTop, Math.min(this.end_, hers ? hers.element.offsetTop - 8 : 0));
    this.log.scrollTop = this.placed;
    this.fresh.hidden = this.end_ - this.placed < nearEnd;
  }

  scrolled() {
    const isAtEnd = this.end_ - this.log.scrollTop < nearEnd;
    this.following = isAtEnd || Math.abs(this.log.scrollTop - this.placed) < 3;
    if (isAtEnd) this.fresh.hidden = true;
  }

  tell(name, detail) {
    return this.dispatchEvent(new CustomEvent('coop-' + name, { bubbles: true, composed: true, cancelable: true, detail }));
  }
}

if (!customElements.get('coop-chat')) customElements.define('coop-chat', CoopChat);
