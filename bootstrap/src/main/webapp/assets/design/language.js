/* The language of the page: all texts are there in all three, so that switching asks the server for nothing. */

const KEY = "os-language";
export const LANGUAGES = [
  { code: "ko", short: "한", name: "한국어" },
  { code: "en", short: "EN", name: "EN, English" },
  { code: "ja", short: "日", name: "日本語" },
];

const codes = LANGUAGES.map((language) => language.code);
const changes = new EventTarget();

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function preferred() {
  const wanted = [stored(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find((code) => codes.includes(code)) ?? "en";
}

let current = preferred();
document.documentElement.lang = current;

/** The code of the current language. */
export function language() {
  return current;
}

export function setLanguage(code) {
  if (!codes.includes(code) || code === current) {
    return;
  }
  current = code;
  document.documentElement.lang = code;
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // Without storage the choice lasts for this page.
  }
  changes.dispatchEvent(new Event("change"));
}

/** Calls back on every change; returns what ends that. */
export function onLanguage(callback) {
  changes.addEventListener("change", callback);
  return () => changes.removeEventListener("change", callback);
}

/** Of a text in several languages, {ko, en, ja}, the one of the page, or any that is there. */
export function local(text) {
  if (text === null || text === undefined || typeof text === "string") {
    return text ?? "";
  }
  return text[current] ?? text.ko ?? text.en ?? text.ja ?? "";
}

/** A function that returns the page's text of a key, with {name} replaced by a parameter. */
export function words(texts) {
  return (key, parameters = {}) => {
    const text = local(texts[key]);
    if (text === "") {
      throw new Error(`No text for ${key}`);
    }
    return text.replace(/\{(\w+)\}/g, (all, name) => parameters[name] ?? all);
  };
}
