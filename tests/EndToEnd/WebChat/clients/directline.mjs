// Microsoft's botframework-directlinejs, unmodified, against a running server: node directline.mjs SCENARIO BASE
// Prints one JSON object; the tests judge it.
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
global.XMLHttpRequest = require('xhr2');
const WebSocketOfNode = require('ws');
const { DirectLine } = require('botframework-directlinejs');

const [scenario, base] = process.argv.slice(2);
const domain = base + '/v3/directline';
const sleep = ms => new Promise(done => setTimeout(done, ms));
const generate = async () => (await (await fetch(domain + '/tokens/generate', { method: 'POST' })).json());
const call = async (path, token, init = {}) => {
  const response = await fetch(domain + path, { ...init, headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: 'Bearer ' + token } : {}) } });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
};

// The client waits 3 to 15 s, drawn once, before it comes back: draw 3.
const quick = { random: () => 0 };

// Sockets that a test may cut as a lost signal would.
const sockets = [];
global.WebSocket = class extends WebSocketOfNode {
  constructor(url) {
    super(url);
    sockets.push(this);
  }
};

function follow(line) {
  const seen = [];
  line.activity$.subscribe(activity => seen.push(activity), () => {});
  const statuses = [];
  line.connectionStatus$.subscribe(status => statuses.push(status));
  return { seen, statuses };
}

const until = async (what, ms = 25000) => {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) if (what()) return true;
  return false;
};
const post = (line, activity) => new Promise((done, failed) => line.postActivity({ from: { id: 'me' }, ...activity }).subscribe(done, failed));
const texts = seen => seen.filter(a => a.type === 'message').map(a => a.text);

const scenarios = {
  async talk({ webSocket }) {
    const { token, conversationId } = await generate();
    const line = new DirectLine({ ...quick, domain, token, webSocket, pollingInterval: 200 });
    const { seen } = follow(line);
    await until(() => seen.length >= 2);
    const id = await post(line, { type: 'message', text: 'opciones', channelData: { clientActivityID: 'one', attachmentSizes: [] } });
    await until(() => texts(seen).includes('¿Está de acuerdo?'));
    line.end();
    return { id, conversationId, seen };
  },

  stream: () => scenarios.talk({ webSocket: true }),
  polling: () => scenarios.talk({ webSocket: false }),

  async events() {
    const { token } = await generate();
    const line = new DirectLine({ ...quick, domain, token });
    const { seen } = follow(line);
    await until(() => seen.length >= 2);
    const event = await post(line, { type: 'event', name: 'webchat/join', value: { x: 1 }, channelData: { clientActivityID: 'e' } });
    await until(() => seen.some(a => a.type === 'event'));
    const slow = post(line, { type: 'message', text: 'lento' });
    await until(() => seen.some(a => a.type === 'typing'));
    await slow;
    await until(() => texts(seen).includes('Dijo: lento'));
    const again = await call('/conversations/' + seen[0].conversation.id + '/activities', token);
    line.end();
    return { event, seen, stored: again.body.activities.map(a => a.type) };
  },

  async burst() {
    const { token } = await generate();
    const line = new DirectLine({ ...quick, domain, token });
    const { seen } = follow(line);
    await until(() => seen.length >= 2);
    const started = Date.now();
    const ids = await Promise.all(Array.from({ length: 20 }, (_, i) => post(line, { type: 'message', text: 'n' + i, channelData: { clientActivityID: 'b' + i } })));
    const took = Date.now() - started;
    await until(() => seen.length >= 42);
    const all = [...seen];
    line.end();
    return { ids, took, seen: all };
  },

  async dropped() {
    const { token } = await generate();
    const line = new DirectLine({ ...quick, domain, token });
    const { seen, statuses } = follow(line);
    await until(() => seen.length >= 2);
    await post(line, { type: 'message', text: 'antes' });
    await until(() => texts(seen).includes('Dijo: antes'));
    const before = sockets.length;
    sockets[before - 1].terminate();
    const id = seen[0].conversation.id;
    await call(`/conversations/${id}/activities`, token, { method: 'POST', body: JSON.stringify({ type: 'message', text: 'durante' }) });
    await until(() => sockets.length > before && texts(seen).includes('Dijo: durante'));
    line.end();
    return { seen, statuses };
  },

  async reload() {
    const first = await generate();
    const line = new DirectLine({ ...quick, domain, token: first.token });
    const { seen } = follow(line);
    await until(() => seen.length >= 2);
    await post(line, { type: 'message', text: 'hola' });
    await until(() => texts(seen).includes('Dijo: hola'));
    const firstSeen = [...seen];
    line.end();
    const later = new DirectLine({ ...quick, domain, token: first.token, conversationId: first.conversationId, watermark: '0' });
    const again = follow(later);
    await until(() => again.seen.length >= 4);
    await sleep(500);
    const againSeen = [...again.seen];
    later.end();
    const onlyToken = new DirectLine({ ...quick, domain, token: first.token });
    const third = follow(onlyToken);
    await until(() => third.seen.length >= 4);
    const thirdSeen = [...third.seen];
    onlyToken.end();
    return { first: firstSeen, again: againSeen, third: thirdSeen };
  },

  async refusals() {
    const one = await generate();
    const other = await generate();
    await call('/conversations', one.token, { method: 'POST' });
    const path = '/conversations/' + one.conversationId;
    const message = { method: 'POST', body: JSON.stringify({ type: 'message', text: 'hola' }) };
    const parts = one.token.split('.');
    const claims = JSON.parse(Buffer.from(parts[1], 'base64url'));
    const forged = [parts[0], Buffer.from(JSON.stringify({ ...claims, exp: claims.exp + 1e6 })).toString('base64url'), parts[2]].join('.');
    const none = [Buffer.from('{"alg":"none","kid":"1"}').toString('base64url'), parts[1], ''].join('.');
    const status = async (path, token, init) => (await call(path, token, init)).status;
    const stream = (await call(path, one.token)).body.streamUrl;
    const open = url => new Promise(done => {
      const socket = new WebSocketOfNode(url);
      socket.on('open', () => { socket.close(); done(101); });
      socket.on('unexpected-response', (_, response) => done(response.statusCode));
      socket.on('error', () => {});
    });
    const refusal = await call(path + '/activities', other.token, message);
    return {
      claims,
      foreign: refusal.status, foreignBody: refusal.body,
      forged: await status(path + '/activities', forged, message),
      none: await status(path + '/activities', none, message),
      missing: await status(path + '/activities', null, message),
      garbled: await status(path + '/activities', 'abc', message),
      unknown: await status('/conversations/' + other.conversationId + '/activities', other.token, message),
      unknownGet: await status('/conversations/' + other.conversationId, other.token),
      malformed: await status(path + '/activities', one.token, { method: 'POST', body: '{"type"' }),
      large: await status(path + '/activities', one.token, { method: 'POST', body: JSON.stringify({ type: 'message', text: 'a'.repeat(262144) }) }),
      started: await status('/conversations', one.token, { method: 'POST' }),
      refreshed: await status('/tokens/refresh', one.token, { method: 'POST' }),
      refreshedForged: await status('/tokens/refresh', forged, { method: 'POST' }),
      streamOnce: await open(stream),
      streamTwice: await open(stream),
      streamByChatToken: await open(stream.replace(/t=.*/, 't=' + one.token)),
      badWatermark: await status(path + '/activities?watermark=x', one.token),
    };
  },

  async upload() {
    const { token, conversationId } = await generate();
    const line = new DirectLine({ ...quick, domain, token });
    const { seen } = follow(line);
    await until(() => seen.length >= 2);
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(2000)]);
    const send = async (bytes, type, name, order) => {
      const form = new FormData();
      const activity = () => form.append('activity', new Blob([JSON.stringify({ type: 'message', text: 'mire', channelData: { clientActivityID: 'u' + name }, attachments: [{ contentType: type, name }] })],
        { type: 'application/vnd.microsoft.activity' }), 'blob');
      if (order !== 'last') activity();
      form.append('file', new Blob([bytes], { type }), name);
      if (order === 'last') activity();
      const response = await fetch(`${domain}/conversations/${conversationId}/upload?userId=dl_x`, { method: 'POST', headers: { Authorization: 'Bearer ' + token }, body: form });
      return { status: response.status, body: await response.json() };
    };
    const first = await send(png, 'image/png', 'foto.png');
    const last = await send(png, 'image/png', 'otra.png', 'last');
    const lie = await send(Buffer.from('<script>alert(1)</script>'), 'image/png', 'mal.png');
    const huge = await send(Buffer.concat([png, Buffer.alloc(8_000_000)]), 'image/png', 'grande.png');
    const raw = await fetch(`${domain}/conversations/${conversationId}/upload`, { method: 'POST', body: png,
      headers: { Authorization: 'Bearer ' + token, 'Content-Type': 'image/png', 'Content-Disposition': 'name="file"; filename="cruda.png"' } });
    await until(() => texts(seen).filter(t => t.startsWith('Recibí')).length >= 3);
    const echo = seen.find(a => a.id === first.body.id);
    const file = await fetch(echo.attachments[0].contentUrl);
    const got = Buffer.from(await file.arrayBuffer());
    line.end();
    return { first: first.status, last: last.status, lie: lie.status, huge: huge.status, raw: raw.status, echo, same: got.equals(png), type: file.headers.get('content-type'),
      nosniff: file.headers.get('x-content-type-options'), texts: texts(seen) };
  },

  /** Our widget, read by a parser that knows nothing newer than ES2018. Chromium 64 has import.meta, which came into the standard later. */
  async syntax() {
    const { parse } = require('acorn');
    const read = script => parse(script.replaceAll('import.meta.url', "''"), { ecmaVersion: 2018, sourceType: 'module' });
    const refuses = script => { try { read(script); return false; } catch (newer) { return true; } };
    const script = await (await fetch(base + '/chat.js')).text();
    return { statements: read(script).body.length, refusesNewer: ['a?.b', 'a ?? b', 'try {} catch {}', 'class A { x = 1 }', 'import.meta.env'].every(refuses) };
  },

  /** Prints what it sees line by line, until told to end: for tests that do something to the server meanwhile. */
  async watch() {
    const { token } = await generate();
    const line = new DirectLine({ ...quick, domain, token });
    const seen = [];
    line.connectionStatus$.subscribe(status => console.log(JSON.stringify({ status })));
    line.activity$.subscribe(activity => { seen.push(activity); console.log(JSON.stringify({ text: activity.text, id: activity.id })); }, error => console.log(JSON.stringify({ error: String(error) })));
    process.stdin.setEncoding('utf8');
    for await (const chunk of process.stdin) {
      for (const command of chunk.split('\n').filter(Boolean)) {
        if (command === 'end') { line.end(); return { seen }; }
        post(line, { type: 'message', text: command }).then(id => console.log(JSON.stringify({ posted: command, id })), error => console.log(JSON.stringify({ refused: command, error: String(error) })));
      }
    }
  },
};

const result = await scenarios[scenario]({});
console.log(JSON.stringify({ result }));
process.exit(0);
