import { follow } from "./api.js";

/** Follows the events of the connection's profile as long as the page is open; onEvent is called with each of them. */
export async function followFeed(connection, onEvent) {
  try {
    await follow(
      connection.session.feed,
      () => connection.session.token,
      ({ data }) => onEvent(data),
      (connected) => connection.link(connected),
      new AbortController().signal,
    );
  } catch (failure) {
    connection.fail(failure);
  }
}
