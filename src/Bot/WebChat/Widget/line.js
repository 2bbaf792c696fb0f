const path = '/v3/directline/conversations/';
const patience = 20000;
const silence = 75000;
const longestPause = 30000;
const pollEvery = 4000;

/**
 * The line to the server: what she writes goes out once and in order, whatever the signal does. Words go both ways through one
 * WebSocket, files by requests of their own; where a network lets no WebSocket through, everything goes by requests. Every message
 * carries an id of ours, by which the server knows a repetition, so repeating is always safe.
 * Tells its listener: heard(activity, entry), typing(), changed(entry) and status('connecting' | 'online' | 'offline' | 'refused').
 */
export class Line {
  constructor(server, device, listener) {
    this.server = server;
    this.device = device;
    this.listener = listener;
    this.queue = device.unsent().map(entry => Object.assign(entry, { state: 'waiting' }));
    this.pause = 1000;
    /** How often in a row the server answered but its WebSocket did not open. */
    this.deaf = 0;
    this.look = () => this.wake();
  }

  get isDeaf() {
    return this.deaf > 1;
  }

  get canSend() {
    return this.device.token && (this.isDeaf || (this.socket && this.socket.readyState === 1));
  }

  open() {
    for (const event of ['online', 'pageshow']) addEventListener(event, this.look);
    addEventListener('offline', this.lost = () => this.drop());
    document.addEventListener('visibilitychange', this.look);
    this.guard = setInterval(() => this.watch(), 15000);
    this.isOpen = true;
    this.connect();
  }

  close() {
    for (const event of ['online', 'pageshow']) removeEventListener(event, this.look);
    removeEventListener('offline', this.lost);
    document.removeEventListener('visibilitychange', this.look);
    clearInterval(this.guard);
    clearTimeout(this.later);
    this.isOpen = false;
    this.hangUp();
  }

  say(text, file) {
    const entry = { id: Date.now().toString(36) + Math.random().toString(36).slice(2, 10), text, file, at: Date.now(), state: 'waiting' };
    this.queue.push(entry);
    if (!file) this.device.keep(entry);
    this.flush();
    return entry;
  }

  again(entry) {
    this.set(entry, 'waiting');
    this.wake();
  }

  /** Ends the conversation on the server as well; survives the page being left. */
  leave() {
    const url = this.server + '/chat/leave';
    const token = this.device.token || '';
    if (!navigator.sendBeacon || !navigator.sendBeacon(url, token)) fetch(url, { method: 'POST', body: token, credentials: 'include' }).catch(() => {});
    this.close();
    for (const entry of this.queue.splice(0)) this.device.drop(entry);
    this.device.clear();
  }

  async connect() {
    if (this.connecting || !this.isOpen) return;
    clearTimeout(this.later);
    this.connecting = true;
    this.hangUp();
    this.listener.status('connecting');
    try {
      const { conversation, token, watermark, left } = this.device;
      const response = await this.ask('/chat/open', { conversationId: conversation, watermark, token, left });
      if (!this.isOpen) return;
      if (response.status === 403) return this.listener.status('refused');
      if (!response.ok) throw response;
      const opened = await response.json();
      this.device.move(opened.conversationId);
      this.device.token = opened.token;
      this.device.left = undefined;
      this.take(opened);
      this.listen(opened.streamUrl);
      this.pause = 1000;
      this.listener.status('online');
    } catch (lost) {
      this.deaf = 0;
      this.retry();
    } finally {
      this.connecting = false;
    }
    this.flush();
  }

  listen(streamUrl) {
    // Our own host, whatever address the server believes to have.
    const url = this.server.replace(/^http/, 'ws') + streamUrl.replace(/^wss?:\/\/[^/]*/, '').replace(/^.*(?=\/v3\/directline)/, '');
    const socket = this.socket = new WebSocket(url);
    this.heardAt = Date.now();
    this.hasOpened = false;
    setTimeout(() => { if (socket === this.socket && !this.hasOpened) this.drop(); }, patience);
    socket.onopen = () => {
      this.hasOpened = true;
      this.deaf = 0;
      this.flush();
    };
    socket.onmessage = event => {
      this.heardAt = Date.now();
      if (event.data) this.take(JSON.parse(event.data));
    };
    socket.onclose = () => {
      if (socket === this.socket) this.drop();
    };
  }

  take({ activities, watermark }) {
    for (const activity of activities) {
      if (activity.type === 'typing') {
        if (activity.from.role === 'bot') this.listener.typing();
      } else if (activity.type === 'message') this.hear(activity);
    }
    if (watermark) this.device.watermark = watermark;
    this.device.save();
  }

  hear(activity) {
    const known = this.device.messages.findIndex(message => message.id === activity.id);
    if (known >= 0) return;
    const id = activity.channelData && activity.channelData.clientActivityID;
    const entry = id && this.queue.find(waiting => waiting.id === id);
    if (entry) this.done(entry);
    this.device.messages.push(activity);
    this.listener.heard(activity, id);
  }

  async flush() {
    if (this.flushing || !this.canSend) return;
    this.flushing = true;
    let sent = 0;
    try {
      for (let entry; this.isOpen && (entry = this.queue.find(waiting => waiting.state !== 'failed'));) {
        this.set(entry, 'sending');
        const response = await this.post(entry);
        if (response.ok) {
          this.done(entry);
          sent++;
        } else if (response.status === 403 || response.status === 404) {
          // The token is too old, or the conversation ended elsewhere: open anew, then send again.
          this.set(entry, 'waiting');
          this.device.token = undefined;
          this.connect();
          return;
        } else if (response.status >= 500 || response.status === 429) {
          throw response;
        } else {
          // A file of a kind or size that we do not take will not do better a second time.
          entry.isWrong = response.status === 413 || response.status === 415;
          if (entry.isWrong) this.queue = this.queue.filter(other => other !== entry);
          this.set(entry, 'failed');
        }
      }
    } catch (lost) {
      for (const entry of this.queue) if (entry.state === 'sending') this.set(entry, 'waiting');
      if (this.socket && !this.connecting) this.drop();
    } finally {
      this.flushing = false;
    }
    if (sent && this.isDeaf) this.connect();
  }

  post(entry) {
    const { conversation, token } = this.device;
    const activity = { type: 'message', text: entry.text, channelData: { clientActivityID: entry.id }, from: { role: 'user' } };
    if (!entry.file) return this.isDeaf ? this.ask(path + conversation + '/activities', activity, token) : this.speak(entry, activity);
    const form = new FormData();
    activity.attachments = [{ contentType: entry.file.type, name: entry.file.name }];
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', entry.file, entry.file.name);
    return this.ask(path + conversation + '/upload', form, token, 120000);
  }

  /** The echo is the answer. Where the line dies before it, nobody knows what arrived: the same is said again, and is one message. */
  speak(entry, activity) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(reject, patience);
      entry.answered = ok => {
        entry.answered = null;
        clearTimeout(timer);
        if (ok) resolve({ ok });
        else reject();
      };
      this.socket.send(JSON.stringify(activity));
    });
  }

  ask(where, body, token, wait) {
    // No header that is not needed: with one, the browser of a foreign page asks first, and that is a round trip.
    const headers = token ? { Authorization: 'Bearer ' + token } : {};
    const isForm = body instanceof FormData;
    let timer;
    const late = new Promise((resolve, reject) => { timer = setTimeout(reject, wait || patience); });
    const asked = fetch(this.server + where, { method: 'POST', headers, credentials: 'include', body: isForm ? body : JSON.stringify(body) });
    return Promise.race([asked, late]).then(answer => { clearTimeout(timer); return answer; }, error => { clearTimeout(timer); throw error; });
  }

  done(entry) {
    this.queue = this.queue.filter(other => other !== entry);
    this.device.drop(entry);
    if (entry.answered) entry.answered(true);
    this.set(entry, 'sent');
  }

  set(entry, state) {
    if (entry.state === 'sent') return;
    entry.state = state;
    this.listener.changed(entry);
  }

  /** Signal lost: say so, and try again after a while or as soon as the phone says it is back. */
  drop() {
    if (this.socket && !this.hasOpened) this.deaf++;
    this.hangUp();
    this.retry();
    if (this.isDeaf) this.flush();
  }

  retry() {
    if (!this.isOpen) return;
    if (!this.isDeaf) this.listener.status('offline');
    clearTimeout(this.later);
    this.later = setTimeout(() => this.connect(), (this.isDeaf ? pollEvery : this.pause) * (.75 + Math.random() / 2));
    this.pause = Math.min(this.pause * 2, longestPause);
  }

  wake() {
    if (document.hidden || !this.isOpen) return;
    if (!this.socket || Date.now() - this.heardAt > silence) {
      this.pause = 1000;
      this.connect();
    } else this.flush();
  }

  watch() {
    if (this.socket && Date.now() - this.heardAt > silence) this.drop();
  }

  hangUp() {
    const socket = this.socket;
    this.socket = null;
    if (socket) socket.close();
    for (const entry of this.queue) if (entry.answered) entry.answered(false);
  }
}
