// Phones that live in this page. What they say goes to the bot through the simulator's own requests; what they hear comes as server-sent events.
const invented = [
  ['Ana', '+507', 'PA'], ['Rosa', '+591', 'BO'], ['Yadira', '+507', 'PA'], ['Juana', '+591', 'BO'],
  ['Xiomara', '+507', 'PA'], ['Nélida', '+591', 'BO'], ['Ketty', '+507', 'PA'], ['Wara', '+591', 'BO'],
];
const statusWords = { queued: 'en cola', sent: '✓ enviado', delivered: '✓✓ entregado', read: '✓✓ leído', failed: 'no se entregó' };
const wall = document.getElementById('phones');
const notice = document.getElementById('notice');
const phones = [];
const seen = new Map();

class Phone {
  constructor(card) {
    this.card = card;
    this.waiting = [];
    this.bubbles = new Map();
    const shown = document.getElementById('phone').content.cloneNode(true);
    this.section = shown.querySelector('.phone');
    this.log = this.section.querySelector('.log');
    this.options = this.section.querySelector('.options');
    this.section.setAttribute('aria-label', `Teléfono de ${card.name}`);
    this.section.querySelector('h2').textContent = card.name;
    this.log.setAttribute('aria-label', `Mensajes de ${card.name}`);
    this.options.setAttribute('aria-label', `Respuestas que puede tocar ${card.name}`);
    this.section.querySelector('[name=text]').setAttribute('aria-label', `Mensaje de ${card.name}`);
    this.section.querySelector('.write').addEventListener('submit', event => this.typed(event));
    this.section.querySelector('.place').addEventListener('click', () => this.say({ latitude: 8.9824, longitude: -79.5199, label: 'Casa comunal' }));
    this.section.querySelector('.voice').addEventListener('click', () => this.say({ voice: true }));
    this.section.querySelector('.remove').addEventListener('click', () => this.remove());
    for (const name of ['offline', 'hidden', 'twice']) {
      const box = this.section.querySelector(`[name=${name}]`);
      box.checked = !!card[name];
      box.addEventListener('change', () => this.set(name, box.checked));
    }
    this.label();
    wall.append(shown);
  }

  addresses() { return [`whatsapp:${this.card.number}`, `whatsapp:${this.card.userId}`]; }

  label() {
    this.section.querySelector('.number').textContent = this.card.hidden ? `Número oculto · ${this.card.userId}` : this.card.number;
    this.section.classList.toggle('offline', !!this.card.offline);
  }

  async set(name, value) {
    this.card[name] = value;
    save();
    this.label();
    if (name !== 'offline') return;
    await send('signal', { addresses: this.addresses(), isOffline: value });
    if (value) return;
    while (this.waiting.length > 0 && !this.card.offline) await this.deliver(this.waiting.shift());
  }

  typed(event) {
    event.preventDefault();
    const input = event.target.elements.text;
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    this.say({ text });
  }

  async say(what) {
    if (this.card.offline) {
      this.waiting.push(what);
      say(`${this.card.name} no tiene señal: el mensaje sale cuando vuelva.`);
      return;
    }
    await this.deliver(what);
  }

  async deliver(what) {
    const { number, userId, name, hidden, twice } = this.card;
    const answer = await send('say', { number, userId, name, hidesNumber: !!hidden, twice: !!twice, text: '', ...what });
    const refused = answer?.statuses?.find(status => status !== 200);
    if (refused) say(`El programa contestó ${refused} al mensaje de ${name}.`);
  }

  hears(message) {
    const isHers = message.direction === 'inbound';
    if (!isHers && this.card.offline && ['queued', 'sent'].includes(message.status)) return; // comes with the signal
    let bubble = this.bubbles.get(message.sid);
    const isNew = !bubble;
    if (isNew) {
      bubble = document.createElement('p');
      bubble.className = isHers ? 'hers' : 'bot';
      this.bubbles.set(message.sid, bubble);
      this.log.append(bubble);
    }
    this.fill(bubble, message, isHers);
    if (isNew) {
      this.offer(isHers ? '' : message.body);
      this.log.scrollTop = this.log.scrollHeight;
    }
  }

  fill(bubble, message, isHers) {
    bubble.replaceChildren();
    const who = document.createElement('span');
    who.className = 'visually-hidden';
    who.textContent = isHers ? `${this.card.name}: ` : 'Programa: ';
    bubble.append(who, ...formatted(message.body || (isHers ? (message.mediaUrl ? '🎤 Nota de voz' : '📍 Ubicación') : '')));
    if (!isHers && message.mediaUrl) {
      const link = document.createElement('a');
      link.href = message.mediaUrl;
      link.target = '_blank';
      link.rel = 'noopener';
      link.textContent = '📎 Archivo adjunto';
      bubble.append(document.createElement('br'), link);
    }
    const state = document.createElement('small');
    const time = new Date(message.createdAt).toLocaleTimeString('es', { hour: '2-digit', minute: '2-digit' });
    state.textContent = isHers ? time : `${time} · ${statusWords[message.status] ?? message.status}${message.status === 'failed' ? ` (${message.errorCode})` : ''}`;
    state.classList.toggle('failed', message.status === 'failed');
    bubble.append(state);
  }

  // Numbered lines of the last message become buttons that send the number, as a thumb would type it.
  offer(text) {
    this.options.replaceChildren();
    for (const [, number, label] of text.matchAll(/^(\d{1,2})\. (.+)$/gm)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = `${number}. ${label.replaceAll('*', '')}`;
      button.addEventListener('click', () => this.say({ text: number }));
      this.options.append(button);
    }
  }

  remove() {
    phones.splice(phones.indexOf(this), 1);
    this.section.remove();
    save();
    document.getElementById('add').focus();
  }
}

// *bold*, _italic_ and links, as text nodes and elements: nothing a message says becomes markup.
function formatted(text) {
  const nodes = [];
  let last = 0;
  for (const found of text.matchAll(/\*(\S(?:[^*\n]*\S)?)\*|_(\S(?:[^_\n]*\S)?)_|https?:\/\/\S+/g)) {
    nodes.push(document.createTextNode(text.slice(last, found.index)));
    const node = document.createElement(found[1] ? 'strong' : found[2] ? 'em' : 'a');
    node.textContent = found[1] ?? found[2] ?? found[0];
    if (node.tagName === 'A') {
      node.href = found[0];
      node.target = '_blank';
      node.rel = 'noopener';
    }
    nodes.push(node);
    last = found.index + found[0].length;
  }
  nodes.push(document.createTextNode(text.slice(last)));
  return nodes;
}

async function send(what, body) {
  try {
    const answer = await fetch(`/simulator/api/${what}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.status === 204 ? null : await answer.json();
  } catch {
    say('No se pudo enviar: el programa no responde.');
    return null;
  }
}

function say(text) { notice.textContent = text; }

function save() { localStorage.setItem('coop-simulator-phones', JSON.stringify(phones.map(phone => phone.card))); }

function newCard() {
  const [name, code, country] = invented[phones.length % invented.length];
  const digits = String(crypto.getRandomValues(new Uint32Array(1))[0] % 10000).padStart(4, '0');
  const id = [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16).padStart(2, '0')).join('').toUpperCase();
  return { name, number: code === '+507' ? `+5076000${digits}` : `+5917000${digits}`, userId: `${country}.${id}` };
}

function add(card) {
  const phone = new Phone(card);
  phones.push(phone);
  for (const message of seen.values()) if (isFor(phone, message)) phone.hears(message);
  save();
  return phone;
}

function isFor(phone, message) { return phone.addresses().includes(message.direction === 'inbound' ? message.from : message.to); }

function follow() {
  const events = new EventSource('/simulator/api/events');
  events.onmessage = event => {
    const message = JSON.parse(event.data);
    seen.set(message.sid, message);
    for (const phone of phones) if (isFor(phone, message)) phone.hears(message);
  };
  events.onopen = () => {
    if (notice.dataset.lost) say('');
    delete notice.dataset.lost;
  };
  events.onerror = () => {
    notice.dataset.lost = 'yes';
    say('Se perdió la conexión con el programa; se intenta de nuevo.');
  };
}

document.getElementById('add').addEventListener('click', () => add(newCard()).section.querySelector('[name=text]').focus());
document.getElementById('trouble').addEventListener('submit', async event => {
  event.preventDefault();
  const { fault, code, times, lost } = event.target.elements;
  await send('trouble', { fault: fault.value, code: Number(code.value), times: Number(times.value), losesCallbacks: lost.checked });
  say(fault.value || lost.checked ? 'Falla lista: se aplica a los próximos envíos.' : 'Sin fallas.');
});

for (const card of JSON.parse(localStorage.getItem('coop-simulator-phones') ?? 'null') ?? [newCard()]) {
  const phone = add(card);
  if (card.offline) send('signal', { addresses: phone.addresses(), isOffline: true });
}
follow();
