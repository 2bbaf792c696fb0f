// Signs webhooks with Twilio's own library: a line of JSON {token, url, params} in, the signature out.
'use strict';
const { getExpectedTwilioSignature } = require('twilio/lib/webhooks/webhooks');
require('readline').createInterface({ input: process.stdin }).on('line', line => {
  const { token, url, params } = JSON.parse(line);
  process.stdout.write(getExpectedTwilioSignature(token, url, params) + '\n');
});
