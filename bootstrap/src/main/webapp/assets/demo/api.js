/* Calls of the public API with a profile token, and event streams that reconnect. */

import { Refused, content } from "../design/answer.js";

/** @returns the content of "data" */
export async function call(token, method, path, body) {
  const response = await fetch(path, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return content(response);
}

/** @returns {data, etag}; data is null when nothing has changed */
export async function poll(token, path) {
  const response = await fetch(path, { headers: { Authorization: `Bearer ${token}` } });
  return {
    data: response.status === 304 ? null : await content(response),
    etag: response.headers.get("ETag"),
  };
}

export function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

const RETRY_MILLIS = 2_000;

/** The profile is gone. */
const isGone = (refusal) => refusal.status === 404;

/**
 * Reads server-sent events until the callback returns true or the signal aborts. EventSource cannot send a token. After a
 * lost connection it continues after the last event.
 *
 * @param tokens returns the current token
 * @param onEvent is called with {event, data}
 * @param onLink is called with whether the stream is connected
 * @param isFinal whether a refusal is thrown, instead of trying again
 */
export async function follow(path, tokens, onEvent, onLink, signal, isFinal = isGone) {
  let lastId = null;
  while (!signal.aborted) {
    try {
      const headers = { Authorization: `Bearer ${tokens()}`, Accept: "text/event-stream" };
      if (lastId !== null) {
        headers["Last-Event-ID"] = lastId;
      }
      const response = await fetch(path, { headers, signal });
      if (!response.ok) {
        throw new Refused(response.status, "", "");
      }
      onLink(true);
      for await (const event of events(response.body)) {
        lastId = event.id ?? lastId;
        if (onEvent(event) === true) {
          return;
        }
      }
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      if (failure instanceof Refused && isFinal(failure)) {
        throw failure;
      }
      onLink(false);
    }
    await pause(RETRY_MILLIS);
  }
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let buffered = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    buffered += value;
    const frames = buffered.split("\n\n");
    buffered = frames.pop();
    for (const frame of frames) {
      const fields = {};
      for (const line of frame.split("\n")) {
        const colon = line.indexOf(":");
        if (colon > 0) {
          fields[line.slice(0, colon)] = line.slice(colon + 1).replace(/^ /, "");
        }
      }
      if (fields.data !== undefined) {
        yield { id: fields.id, event: fields.event, data: JSON.parse(fields.data) };
      }
    }
  }
}
