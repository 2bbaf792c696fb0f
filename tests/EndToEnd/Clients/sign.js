// Signs webhooks with Twilio's own library: a line of JSON {token, url, params} in, the signature out. Instead of params a whole body may come:
// it is read as Node reads forms, on which the library relies (broken bytes become U+FFFD).
'use strict';
const { getExpectedTwilioSignature } = require('twilio/lib/webhooks/webhooks');
const { parse } = require('querystring');
require('readline').createInterface({ input: process.stdin }).on('line', line => {
  const { token, url, params, body } = JSON.parse(line);
  process.stdout.write(getExpectedTwilioSignature(token, url, params ?? parse(body)) + '\n');
});
