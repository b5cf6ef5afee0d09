import { Refused } from "../design/answer.js";
import { forgetSession, openSession, storedSession } from "../design/session.js";
import { call } from "./api.js";

const RENEW_BEFORE_MILLIS = 90_000;
const RENEW_PAUSE_MILLIS = 10_000;

/** The session of this shopper, calls with its token, and whether the gateway can be reached. */
export class Connection {
  session = null;
  online = true;
  /** The code of the last refusal, until something succeeds. */
  failure = null;

  #changed;
  #renewal;

  /** @param changed is called after each change of these facts */
  constructor(changed) {
    this.#changed = changed;
  }

  /**
   * Takes up the session of this tab, or opens another one.
   *
   * @param recall whether a stored session still opens its profile; may be asynchronous
   */
  async open(recall) {
    this.session = storedSession();
    if (this.session === null || !(await recall())) {
      this.session = await openSession();
    }
    this.#renewal ??= this.#renewInTime();
  }

  call(method, path, body) {
    return call(this.session.token, method, path, body);
  }

  /** Runs an action; what goes wrong is kept to be shown. */
  async attempt(action) {
    try {
      await action();
      this.failure = null;
      this.online = true;
    } catch (failure) {
      this.fail(failure);
    }
    this.#changed();
  }

  /** Notes a refusal, or that the gateway cannot be reached. */
  fail(failure) {
    if (failure instanceof Refused && (failure.status === 401 || failure.code === "NOT_FOUND")) {
      // The token has expired while the tab slept, or the profile is gone.
      forgetSession();
    }
    this.online = failure instanceof Refused && !failure.away;
    this.failure = this.online ? failure.code : null;
    this.#changed();
  }

  /** Notes whether the gateway answered. */
  link(connected) {
    if (this.online !== connected) {
      this.online = connected;
      this.#changed();
    }
  }

  #renewInTime() {
    const left = Date.parse(this.session.expires_at) - Date.now() - RENEW_BEFORE_MILLIS;
    return setTimeout(
      async () => {
        await this.attempt(async () => {
          const renewed = await openSession(this.session);
          if (renewed.profile_id !== this.session.profile_id) {
            // The old shopper is gone, and with it all that the page shows.
            location.reload();
          }
          this.session = renewed;
        });
        this.#renewal = this.#renewInTime();
      },
      Math.max(left, RENEW_PAUSE_MILLIS),
    );
  }
}
