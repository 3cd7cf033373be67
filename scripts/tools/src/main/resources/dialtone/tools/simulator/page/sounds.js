"use strict";
// What a caller hears: tones made here, the browser's voice for <Say>, audio for <Play>.
const Sounds = (() => {
  const KEYS = { 1: [697, 1209], 2: [697, 1336], 3: [697, 1477], 4: [770, 1209], 5: [770, 1336], 6: [770, 1477],
    7: [852, 1209], 8: [852, 1336], 9: [852, 1477], "*": [941, 1209], 0: [941, 1336], "#": [941, 1477] };
  // Frequencies in Hz, seconds on and off: North America's call progress tones.
  const TONES = { ringing: [[440, 480], 2, 4], "busy signal": [[480, 620], 0.5, 0.5], dial: [[350, 440], 3600, 0],
    "not in service": [[914, 1371], 0.3, 0.3], beep: [[1000], 0.5, 3600] };
  let context = null, playing = [], timer = null, audio = null, on = true;

  function ready() {
    if (!on) return null;
    context = context || new AudioContext();
    if (context.state === "suspended") context.resume();
    return context;
  }
  function burst(frequencies, seconds) {
    const ctx = ready();
    if (!ctx) return;
    const gain = ctx.createGain();
    gain.gain.value = 0.08;
    gain.connect(ctx.destination);
    for (const frequency of frequencies) {
      const oscillator = ctx.createOscillator();
      oscillator.frequency.value = frequency;
      oscillator.connect(gain);
      oscillator.start();
      oscillator.stop(ctx.currentTime + seconds);
      playing.push(oscillator);
    }
  }
  function silence() {
    clearTimeout(timer);
    playing.forEach((oscillator) => { try { oscillator.stop(); } catch (already) { /* it has stopped */ } });
    playing = [];
    if (audio) audio.pause();
    audio = null;
    if (window.speechSynthesis) speechSynthesis.cancel();
  }
  function tone(name) {
    silence();
    const [frequencies, seconds, pause] = TONES[name];
    const again = () => { burst(frequencies, seconds); timer = setTimeout(again, (seconds + pause) * 1000); };
    again();
  }
  function hear(sound, what) {
    silence();
    if (!on) return;
    if (TONES[sound]) tone(sound);
    else if ((sound === "speech" || sound === "application error") && window.speechSynthesis) {
      speechSynthesis.speak(new SpeechSynthesisUtterance(what));
    } else if (sound === "audio") {
      audio = new Audio(what);
      audio.play().catch(() => { /* the timeline says what was to be heard */ });
    } else if (sound === "key tones") {
      [...what].forEach((key, i) => { if (KEYS[key]) setTimeout(() => burst(KEYS[key], 0.15), i * 250); });
    }
  }
  return {
    key: (key) => burst(KEYS[key], 0.15),
    dialTone: () => { if (on) tone("dial"); },
    hear, silence,
    turn: (sounding) => { on = sounding; if (!on) silence(); },
  };
})();
