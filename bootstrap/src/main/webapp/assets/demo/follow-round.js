import { follow, pause, poll } from "./api.js";

/** The time between two polls at least. */
const POLL_MILLIS = 400;
/** How long a poll may wait for news. */
const WAIT_SECONDS = 20;
/** The time until the next attempt while the gateway does not answer. */
const RETRY_MILLIS = 2_000;
const TOO_MANY = 429;

/**
 * Follows a round until it has ended, by its event stream; by polls where that is refused.
 *
 * @param connection a Connection
 * @param path of the round
 * @param onRound is called with each new state of the round
 */
export async function followRound(connection, path, onRound) {
  try {
    await follow(
      `${path}/events`,
      () => connection.session.token,
      ({ event, data }) => {
        onRound(data);
        return event !== "step";
      },
      (connected) => connection.link(connected),
      new AbortController().signal,
      () => true,
    );
  } catch {
    await pollRound(connection, path, onRound);
  }
}

/** Long polls: each answer comes as soon as a step is done. */
async function pollRound(connection, path, onRound) {
  let tag = "";
  for (;;) {
    const earliest = pause(POLL_MILLIS);
    try {
      const since = tag === "" ? "" : `&since=${encodeURIComponent(tag)}`;
      const { data, etag } = await poll(connection.session.token, `${path}?wait=${WAIT_SECONDS}${since}`);
      connection.link(true);
      tag = etag ?? tag;
      if (data !== null) {
        onRound(data);
        if (data.status !== "in_progress") {
          return;
        }
      }
    } catch (failure) {
      connection.fail(failure);
      if (connection.online && failure.status !== TOO_MANY) {
        return;
      }
      await pause(RETRY_MILLIS);
    }
    await earliest;
  }
}
