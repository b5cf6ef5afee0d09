// Listens to server-sent events by fetch and not by EventSource: so the heartbeats, which are comments, can be heard,
// and a connection that died without a word is noticed.

const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** Three heartbeats of the gateway. */
const LONGEST_SILENCE = 45_000;

/**
 * Connects, and connects again for as long as the page is open, after pauses that double from one failure to the next.
 *
 * @param {URL} url
 * @param {{state: (text: string) => void, link: (up: boolean) => void}} listener
 */
export function listen(url, listener) {
  let failures = 0;

  async function connect() {
    const abort = new AbortController();
    let watchdog = 0;
    const heard = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => abort.abort(), LONGEST_SILENCE);
    };
    heard();
    try {
      const response = await fetch(url, {
        headers: { Accept: "text/event-stream" },
        cache: "no-store",
        signal: abort.signal,
      });
      if (response.ok) {
        listener.link(true);
        await read(response.body, heard, (data) => {
          failures = 0;
          listener.state(data);
        });
      }
    } catch {
      // Whatever broke it, the way on is the same.
    } finally {
      clearTimeout(watchdog);
      abort.abort();
    }
    listener.link(false);
    setTimeout(connect, pause(failures));
    failures += 1;
  }

  connect();
}

function pause(failures) {
  const longest = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** failures);
  // Not all screens of a store at once.
  return longest * (0.5 + Math.random() / 2);
}

async function read(body, heard, onState) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    heard();
    const events = (rest + value).split("\n\n");
    rest = events.pop();
    for (const event of events) {
      const lines = event.split("\n");
      if (lines.includes("event: state")) {
        onState(lines.find((line) => line.startsWith("data: ")).slice("data: ".length));
      }
    }
  }
}
