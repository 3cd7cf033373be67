'use strict'

// What dialplans/outgoing answers to a signed call of a number, with Twilio's package for Node.js,
// behind the same protocol: a line in, a line out on descriptor 3.
const fs = require('fs')
const readline = require('readline')
const twilio = require('twilio')

const BASE = process.env.__OW_API_HOST + '/api/v1/web/' + process.env.__OW_NAMESPACE + '/dialplans/'

function main (event) {
  const form = Object.fromEntries(new URLSearchParams(event.http.body))
  const signature = event.http.headers['x-twilio-signature']
  if (!twilio.validateRequest(process.env.TWILIO_AUTH_TOKEN, signature, BASE + 'outgoing', form)) {
    return { statusCode: 403, body: 'This URL answers requests that Twilio has signed.' }
  }
  const dialled = /^sip:([^@]*)@/.exec(form.To)[1]
  const response = new twilio.twiml.VoiceResponse()
  const dial = response.dial({
    action: BASE + 'dial_status',
    answerOnBridge: true,
    callerId: '+15035550101',
    timeLimit: 3600
  })
  dial.number(/^\d{10}$/.test(dialled) ? '+1' + dialled : dialled)
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    body: response.toString()
  }
}

const say = object => fs.writeSync(3, JSON.stringify(object) + '\n')
say({ ok: true })
readline.createInterface({ input: process.stdin }).on('line', line => say(main(JSON.parse(line).value)))
