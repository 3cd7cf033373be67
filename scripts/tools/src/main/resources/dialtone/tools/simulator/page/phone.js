"use strict";
const $ = (id) => document.getElementById(id);
const LETTERS = { 2: "ABC", 3: "DEF", 4: "GHI", 5: "JKL", 6: "MNO", 7: "PQRS", 8: "TUV", 9: "WXYZ", 0: "+" };
const KEYS = [..."123456789*0#"];
let current = null; // the call that is shown: {id, shown, over, listening}

async function ask(path, body) {
  const options = body === undefined ? {}
    : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let answer;
  try { answer = await fetch("/simulator/" + path, options); } catch (lost) {
    throw new Error("The local server does not answer: is scripts/dev still running?", { cause: lost });
  }
  const text = await answer.text();
  if (!answer.ok) {
    let why = text;
    try { why = JSON.parse(text).title || text; } catch (plain) { /* it is plain text */ }
    throw new Error(why);
  }
  return text;
}
const askJson = async (path, body) => JSON.parse((await ask(path, body)) || "null");
function say(message) { $("message").textContent = message; }
let toasted = null;
function toast(message) {
  $("toast").textContent = message;
  clearTimeout(toasted);
  toasted = setTimeout(() => { $("toast").textContent = ""; }, 5000);
}
function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}
function button(text, act, label) {
  const made = element("button", text);
  made.type = "button";
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

// The phone.
function isLive() { return current !== null && !current.over; }
function form() {
  const outside = $("caller").value === "";
  return { extension: $("caller").value, from: outside ? $("from").value : "", to: $("number").value,
    otherEnd: $("other-end").value, speed: $("speed").value, keys: "" };
}
function fill(values) {
  $("caller").value = values.extension;
  if (values.from) $("from").value = values.from;
  $("number").value = values.to;
  $("other-end").value = values.otherEnd;
  $("speed").value = values.speed;
  showCaller();
}
function showCaller() {
  $("outside").hidden = $("caller").value !== "";
  $("number-label").textContent = $("caller").value === "" ? "Which number of ours" : "Number";
  if ($("caller").value === "") $("number").setAttribute("list", "our-numbers");
  else $("number").removeAttribute("list");
}
function showState() {
  const live = isLive();
  $("call").disabled = live;
  $("hang-up").disabled = !live;
  $("by-hand").hidden = !(live && current.form.otherEnd === "by hand");
  document.body.classList.toggle("listening", live && current.listening);
}
async function press(key) {
  Sounds.key(key);
  if (!isLive()) { $("number").value += key; return; }
  try { await ask(`calls/${current.id}/acts`, { act: "key", key }); } catch (e) { say(e.message); }
}
async function act(what) {
  if (!isLive()) return;
  try { await ask(`calls/${current.id}/acts`, { act: what }); } catch (e) { say(e.message); }
}
async function place(values) {
  say("");
  const before = $("state").textContent;
  // A button that is disabled loses the focus, and with it the place of whoever uses the keyboard.
  const focused = document.activeElement === $("call");
  $("state").textContent = "Calling …";
  $("call").disabled = true;
  try {
    const call = await askJson("calls", values);
    Sounds.silence();
    open(call);
    if (focused) $(isLive() ? "hang-up" : "call").focus();
    follow(call.id);
  } catch (e) {
    say(e.message);
    $("state").textContent = before;
    showState();
    $("number").focus();
  }
}

// The call.
function open(call) {
  current = { id: call.id, form: call.form, shown: 0, over: false, listening: false };
  $("timeline").replaceChildren();
  $("log").replaceChildren();
  $("now").textContent = call.over ? "" : "Calling …";
  show(call);
  for (const item of $("calls").children) mark(item);
}
function mark(item) {
  if (current && item.dataset.id === String(current.id)) item.setAttribute("aria-current", "true");
  else item.removeAttribute("aria-current");
}
function show(call, quietly) {
  for (const entry of call.timeline) {
    current.shown++;
    $("timeline").append(line(entry));
    if (entry.kind === "listening") current.listening = entry.begins;
    if (quietly) continue;
    if (entry.kind === "heard") Sounds.hear(entry.sound, entry.what);
    if (entry.kind === "request" || entry.kind === "verb") continue;
    $("now").textContent = entry.story;
    $("log").append(element("p", entry.story));
  }
  $("display").hidden = $("now").textContent === "";
  if (current.shown > call.timeline.length) $("timeline").scrollTop = $("timeline").scrollHeight;
  const who = call.form.extension || call.form.from;
  current.over = call.over;
  if (call.over) {
    const seconds = Math.round(call.seconds);
    const cost = `${call.invocations} invocation${call.invocations === 1 ? "" : "s"}`;
    $("state").textContent = call.defect ||
      `${who} called ${call.form.to}: ${call.status} after ${seconds} s, ${cost}` +
      (call.failed ? ". It would have failed at Twilio." : ".");
  } else {
    $("state").textContent = `${who} calls ${call.form.to} …` + (current.listening ? " Press keys." : "");
  }
  const focused = document.activeElement === $("hang-up");
  showState();
  if (call.over && focused) $("call").focus();
}
function line(entry) {
  const item = element("li");
  const minutes = Math.floor(entry.at / 60);
  item.append(element("time", `${minutes}:${(entry.at % 60).toFixed(1).padStart(4, "0")}`));
  item.append(story(entry));
  if (entry.kind === "request") {
    if (entry.body) item.append(breaking(element("pre"), pretty(entry.body)));
    const details = element("details");
    details.append(element("summary", "Parameters"));
    details.append(element("pre", Object.entries(entry.parameters).map(([k, v]) => `${k}=${v}`).join("\n")));
    item.append(details);
  }
  return item;
}
function story(entry) {
  // Of a verb one line is shown: the TwiML above has the whole tag.
  if (entry.kind !== "verb") return breaking(element("span", undefined, entry.kind), entry.story);
  const made = element("span", entry.story, entry.kind);
  made.title = entry.story;
  return made;
}
// A URL breaks where its parts end.
function breaking(made, text) {
  for (const part of text.split(/(?<=[^:/]\/)(?!\/)|(?<=[?&])/)) made.append(part, element("wbr"));
  return made;
}
// Each element on a line of its own, and each attribute of a long one: the text stays as it is.
function pretty(twiml) {
  let depth = 0;
  return twiml.replace(/></g, ">\n<").split("\n").map((tag) => {
    if (/^<\//.test(tag)) depth--;
    const indent = "  ".repeat(Math.max(depth, 0));
    if (/^<[^/?!][^>]*[^/]>$/.test(tag) || /^<[^/?!]>$/.test(tag)) depth++;
    return indent + (tag.length > 60 && /^<[^?!/]/.test(tag) ? tag.replace(/ (?=[\w-]+=")/g, `\n${indent}  `) : tag);
  }).join("\n");
}
async function follow(id) {
  while (current && current.id === id && !current.over) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (!current || current.id !== id) return;
    try { show(await askJson(`calls/${id}?from=${current.shown}`)); } catch (e) { lose(e); return; }
  }
  if (current && current.id === id) setTimeout(() => { if (!isLive()) Sounds.silence(); }, 4000);
  list();
}

function lose(e) {
  current.over = true;
  Sounds.silence();
  say(e.message);
  $("state").textContent = "What became of the call is not known.";
  showState();
}

// The last calls.
async function list() {
  const calls = await askJson("calls");
  $("no-calls").hidden = calls.length > 0;
  $("calls").replaceChildren(...calls.map(lastCall));
}
function lastCall(call) {
  const who = `${call.form.extension || call.form.from} → ${call.form.to}`;
  const item = element("li");
  item.dataset.id = call.id;
  mark(item);
  const time = element("time", new Date(call.placed).toLocaleTimeString([], { hour12: false }));
  time.dateTime = call.placed;
  const how = element("div", `${who}: ${call.over ? call.status || "failed" : "going on"}`);
  if (call.failed) how.append(element("span", ", would have failed at Twilio", "error"));
  how.prepend(time, " ");
  item.append(how);
  const row = element("div", undefined, "row");
  row.append(
    button("Open", () => reopen(call.id), `Open ${who}`),
    button("Replay", () => { fill(call.form); place(call.form); }, `Replay ${who}`),
    button("Copy scenario", () => copy(`calls/${call.id}/scenario`, "scenario file"), `Copy ${who} as a scenario file`),
    button("Copy curl", () => copy(`calls/${call.id}/curl`, "curl command"), `Copy ${who} as a curl command`));
  item.append(row);
  return item;
}
async function reopen(id) {
  say("");
  try {
    const call = await askJson(`calls/${id}`);
    Sounds.silence();
    const entries = call.timeline;
    open({ ...call, timeline: [] });
    show({ ...call, timeline: entries }, true);
    fill(call.form);
    if (!call.over) follow(id);
    $("timeline-title").focus();
  } catch (e) { say(e.message); }
}
async function copy(path, what) {
  try {
    await navigator.clipboard.writeText(await ask(path));
    toast(`The ${what} is on the clipboard.`);
  } catch (e) { toast(`The ${what} could not be copied: ${e.message}`); }
}

// The directory.
async function directory() {
  const extensions = await askJson("directory");
  $("caller").replaceChildren(...extensions.map((each) => new Option(each.name, each.name)), new Option("somebody outside", ""));
  $("our-numbers").replaceChildren(...[...new Set(extensions.map((each) => each.callerId))].map((number) => new Option(number)));
  $("directory").replaceChildren(...extensions.map((each) => {
    const row = element("tr");
    const name = element("th", each.name);
    name.scope = "row";
    const cell = element("td");
    cell.append(button("Dial", () => { $("number").value = $("caller").value === "" ? each.callerId : each.number || each.name; $("number").focus(); }, `Dial ${each.name}`));
    row.append(name, element("td", each.number), cell, element("td", each.callerId),
      element("td", each.emergency ? "yes" : "no"), element("td", each.menu));
    return row;
  }));
  showCaller();
}

for (const key of KEYS) {
  const made = button(key, () => press(key), key === "*" ? "star" : key === "#" ? "pound" : key);
  const letters = element("small", LETTERS[key] || "");
  letters.setAttribute("aria-hidden", "true");
  made.append(letters);
  made.dataset.key = key;
  $("keypad").append(made);
}
$("phone").addEventListener("submit", (event) => { event.preventDefault(); if (!isLive()) place(form()); });
$("hang-up").addEventListener("click", () => act("hang-up"));
$("erase").addEventListener("click", () => { $("number").value = $("number").value.slice(0, -1); });
$("caller").addEventListener("change", showCaller);
$("number").addEventListener("focus", () => { if (!isLive() && $("number").value === "") Sounds.dialTone(); });
$("number").addEventListener("input", () => { if (!isLive()) Sounds.silence(); });
$("sound").addEventListener("change", () => Sounds.turn($("sound").checked));
$("by-hand").addEventListener("click", (event) => { if (event.target.dataset.act) act(event.target.dataset.act); });
document.addEventListener("keydown", (event) => {
  if (!isLive() || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape") { act("hang-up"); event.preventDefault(); }
  if (KEYS.includes(event.key)) { press(event.key); event.preventDefault(); }
});
directory().then(list).catch((e) => say(e.message));
