'use strict'

// Runs the program beside this file, which speaks the action-loop protocol, in a Node.js kind: it is
// started when the host loads this module, and each call is a line to it and a line back.
const { spawn } = require('child_process')
const fs = require('fs')
const path = require('path')
const readline = require('readline')

const EXEC = path.join(__dirname, 'exec')
const RUNNABLE = [EXEC, path.join(__dirname, 'unzstd'), path.join(__dirname, 'bin', 'java')]

let running

function start () {
  RUNNABLE.forEach(file => {
    if (!(fs.statSync(file).mode & 0o100)) fs.chmodSync(file, 0o755)
  })
  // Node.js gives its children sockets for descriptors: answers come on standard output.
  const env = Object.assign({}, process.env, {
    __OW_WAIT_FOR_ACK: '1',
    ACTION_LOOP_ANSWERS: 'stdout'
  })
  // The Node.js kind marks the end of an activation's log itself.
  delete env.ACTION_LOOP_MARKERS
  const child = spawn(EXEC, { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting = []
  const failed = reason => {
    running = undefined
    waiting.splice(0).forEach(each => each.reject(new Error(reason)))
  }
  child.on('error', error => failed('the function cannot be started: ' + error.message))
  child.on('exit', (code, signal) => failed('the function has ended: ' + (signal || code)))
  child.stdin.on('error', () => {})
  readline.createInterface({ input: child.stdout }).on('line', line => {
    // What is no answer is the Java runtime's own: a cache that it cannot use, say.
    if (!line.startsWith('{')) return console.log(line)
    const next = waiting.shift()
    if (next) next.resolve(JSON.parse(line))
  })
  const answer = () => new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  const acknowledged = answer()
  acknowledged.catch(() => {})
  return {
    async call (request) {
      await acknowledged
      const answered = answer()
      child.stdin.write(JSON.stringify(request) + '\n')
      return answered
    }
  }
}

// What the host tells about this call, as its action-loop line would have it.
function told () {
  const request = {}
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('__OW_')) request[name.slice('__OW_'.length).toLowerCase()] = process.env[name]
  }
  return request
}

running = start()

exports.main = async event => {
  running = running || start()
  return running.call(Object.assign(told(), { value: event }))
}
