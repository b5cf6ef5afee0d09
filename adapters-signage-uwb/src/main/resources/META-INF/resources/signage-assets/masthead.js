// The bar at the top of every scene: the store's name or logo, and the time.

import { ROOT, element, text } from "./elements.js";

/** @param {DOMStringMap} branding the attributes that the gateway has written on the stage */
export function masthead(branding, language) {
  const clock = element("time", "clock");
  const tell = () => {
    const now = new Date();
    const written = time(now, language, branding.timeZone);
    if (clock.textContent !== written) {
      clock.textContent = written;
      clock.dateTime = time(now, "en-GB", branding.timeZone);
    }
    // At the beginning of the next minute.
    setTimeout(tell, 60_000 - (now.getTime() % 60_000) + 20);
  };
  tell();
  return element("header", "masthead", {}, [
    element("p", "store", {}, [store(branding)]),
    clock,
    element("span", "link-sign", { "aria-hidden": "true" }),
  ]);
}

function store({ storeName, logo }) {
  if (!logo) {
    return text("span", "store-name", storeName ?? "");
  }
  const image = element("img", "logo", { alt: storeName ?? "" });
  image.addEventListener("error", () => image.replaceWith(text("span", "store-name", storeName ?? "")), { once: true });
  image.src = logo.startsWith("/") ? new URL(`.${logo}`, ROOT).href : logo;
  return image;
}

/** Hours and minutes; in the screen's own time zone where the browser does not know the store's. */
function time(now, language, timeZone) {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone }).format(now);
  } catch {
    return new Intl.DateTimeFormat(language, options).format(now);
  }
}
