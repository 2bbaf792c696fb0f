const mostKept = 80;

/**
 * What stays on her device: where she is in the conversation, the last messages, and what has not been sent yet. Each unsent
 * message has an entry of its own, so that two tabs do not overwrite each other. Works without storage too, until the page closes.
 */
export class Device {
  constructor(server) {
    this.key = 'coop-chat ' + server;
    this.load();
  }

  load() {
    const kept = this.read(this.key) || {};
    this.conversation = kept.conversation;
    this.token = kept.token;
    this.watermark = kept.watermark || '';
    this.messages = kept.messages || [];
    /** A conversation she left while the server could not be told. */
    this.left = kept.left;
  }

  save() {
    this.messages = this.messages.slice(-mostKept);
    const { conversation, token, watermark, messages, left } = this;
    this.write(this.key, { conversation, token, watermark, messages, left });
  }

  /** Begins anew, because the server knows this device under another conversation. */
  move(conversation) {
    if (this.conversation !== conversation) {
      this.messages = [];
      this.watermark = '';
    }
    this.conversation = conversation;
  }

  unsent() {
    const found = [];
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const key = localStorage.key(i);
        if (key.startsWith(this.key + ' ')) found.push(this.read(key));
      }
    } catch (blocked) { /* no storage: nothing waits */ }
    return found.filter(Boolean).sort((a, b) => a.at - b.at);
  }

  keep(entry) {
    this.write(this.key + ' ' + entry.id, { id: entry.id, text: entry.text, at: entry.at });
  }

  drop(entry) {
    try { localStorage.removeItem(this.key + ' ' + entry.id); } catch (blocked) { /* was never kept */ }
  }

  /** Forgets everything; only the fact that she left stays, until the server has heard it. */
  clear() {
    for (const entry of this.unsent()) this.drop(entry);
    const left = this.conversation;
    try { localStorage.removeItem(this.key); } catch (blocked) { /* nothing to forget */ }
    this.load();
    if (left) {
      this.left = left;
      this.save();
    }
  }

  /** She left in another tab: what this one wrote meanwhile goes too, but not what began since. */
  forget() {
    if (this.conversation && (this.read(this.key) || {}).conversation === this.conversation) this.clear();
    else this.load();
  }

  read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch (blocked) { return null; }
  }

  write(key, value) {
    try { localStorage.setItem(key, JSON.stringify(value)); } catch (full) { /* the page still has it */ }
  }
}
