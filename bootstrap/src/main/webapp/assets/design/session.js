/* The demo session of this tab: a profile and the token that opens it and nothing else. */

import { content } from "./answer.js";

const KEY = "os-demo-session";
/** A token with less time left is not worth using. */
const MARGIN = 60_000;

/** The session that this tab has opened; null when there is none or its token expires soon. */
export function storedSession() {
  try {
    const session = JSON.parse(sessionStorage.getItem(KEY));
    return session !== null && Date.parse(session.expires_at) - Date.now() > MARGIN ? session : null;
  } catch {
    return null;
  }
}

export function forgetSession() {
  sessionStorage.removeItem(KEY);
}

/**
 * Opens a session with a fresh profile, or, given one that has not expired, gets a new token for its profile.
 *
 * @returns {profile_id, token, expires_at, feed}
 */
export async function openSession(current = null) {
  const response = await fetch("demo/session", {
    method: "POST",
    headers: current === null ? {} : { Authorization: `Bearer ${current.token}` },
  });
  const data = await content(response);
  sessionStorage.setItem(KEY, JSON.stringify(data));
  return data;
}
