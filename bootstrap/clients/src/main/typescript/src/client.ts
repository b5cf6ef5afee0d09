import {
  ChatsApi,
  Configuration,
  ResponseError,
  RoundResponseFromJSON,
  type FetchAPI,
  type KickoffRequest,
  type KickoffResult,
  type Round,
} from './generated/index.js';
import { defaultRetries, pause, retryingFetch, type RetryOptions } from './retry.js';
import { isReached, readEvents, type RoundEvent, type Until } from './round.js';

export interface ClientOptions {
  /** The address of the gateway, without a path. */
  baseUrl: string;
  /** The key or token to present; a function is asked for each request, so that tokens can be renewed. */
  credential: string | (() => string | Promise<string>);
  fetch?: FetchAPI;
  retries?: Partial<RetryOptions>;
}

export interface WaitOptions {
  until?: Until;
  /** Milliseconds; 60,000 unless said otherwise. */
  timeout?: number;
  signal?: AbortSignal;
}

/** Seconds; within what the gateway allows, and below the time-outs of usual proxies. */
const WAIT = 20;

/** The gateway, on behalf of one key or token. The generated calls take its `configuration`. */
export class OneS1ghtClient {
  readonly configuration: Configuration;
  private readonly options: ClientOptions;
  private readonly retries: RetryOptions;
  private readonly fetchOnce: FetchAPI;
  private readonly fetchApi: FetchAPI;

  constructor(options: ClientOptions) {
    this.options = { ...options, baseUrl: options.baseUrl.replace(/\/$/, '') };
    this.retries = { ...defaultRetries, ...options.retries };
    this.fetchOnce = options.fetch ?? ((input, init) => fetch(input, init));
    this.fetchApi = retryingFetch(this.fetchOnce, this.retries);
    this.configuration = new Configuration({
      basePath: this.options.baseUrl,
      accessToken: async () => this.credential(),
      fetchApi: this.fetchApi,
    });
  }

  /** Asks a question exactly once, however often the request has to be repeated. */
  async kickOff(profileId: string, question: KickoffRequest): Promise<KickoffResult> {
    const idempotencyKey = crypto.randomUUID();
    const answer = await new ChatsApi(this.configuration).kickOffRound({
      profileId,
      kickoffRequest: question,
      idempotencyKey,
    });
    return answer.data;
  }

  /** Asks a question in a chat, and waits for its result. */
  async recommendAndWait(profileId: string, question: KickoffRequest, options: WaitOptions = {}): Promise<Round> {
    const { chatId, roundId } = await this.kickOff(profileId, question);
    return this.waitForRound(profileId, chatId as string, roundId as string, options);
  }

  /** Waits for a round by long polls, each of which says by the ETag what the client has seen. */
  async waitForRound(profileId: string, chatId: string, roundId: string, options: WaitOptions = {}): Promise<Round> {
    const { until = 'settled', timeout = 60_000, signal } = options;
    const deadline = Date.now() + timeout;
    let etag: string | null = null;
    for (;;) {
      const left = deadline - Date.now();
      if (left < 0) {
        throw new Error(`Round ${roundId} is not there yet after ${timeout} ms`);
      }
      const wait = Math.max(1, Math.min(Math.floor(left / 1000), WAIT));
      const response = await this.get(
        this.fetchApi,
        `${this.path(profileId, chatId, roundId)}?wait=${wait}`,
        { Accept: 'application/json', ...(etag ? { 'If-None-Match': etag } : {}) },
        signal,
      );
      if (response.status === 304) {
        continue;
      }
      const round = RoundResponseFromJSON(await response.json()).data;
      if (isReached(round, until)) {
        return round;
      }
      etag = response.headers.get('ETag');
      if (!etag) {
        // A proxy has removed it: without it no poll waits.
        await pause(1000, signal);
      }
    }
  }

  /**
   * Yields each step of a round, until the round is settled. A lost connection is replaced, and continues after the last
   * event that was received.
   */
  async *roundEvents(
    profileId: string,
    chatId: string,
    roundId: string,
    signal?: AbortSignal,
  ): AsyncGenerator<RoundEvent, void> {
    let lastId = '';
    for (let failures = 0; ; ) {
      try {
        const response = await this.get(
          this.fetchOnce,
          `${this.path(profileId, chatId, roundId)}/events`,
          { Accept: 'text/event-stream', ...(lastId ? { 'Last-Event-ID': lastId } : {}) },
          signal,
        );
        for await (const event of readEvents(response.body as ReadableStream<Uint8Array>)) {
          failures = 0;
          lastId = event.id || lastId;
          yield event;
          if (event.type !== 'step') {
            return;
          }
        }
        throw new Error('The stream ended before the round did');
      } catch (error) {
        if (signal?.aborted || ++failures >= this.retries.attempts || isFinal(error)) {
          throw error;
        }
      }
      await pause(Math.min(this.retries.firstPause * 2 ** failures, this.retries.maxPause), signal);
    }
  }

  private path(profileId: string, chatId: string, roundId: string): string {
    return `/v1/chat/${profileId}/recommend/${chatId}/${roundId}`;
  }

  private async get(
    fetchApi: FetchAPI,
    path: string,
    headers: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<Response> {
    const authorization = `Bearer ${await this.credential()}`;
    const response = await fetchApi(this.options.baseUrl + path, {
      headers: { ...headers, Authorization: authorization },
      ...(signal ? { signal } : {}),
    });
    if (!response.ok && response.status !== 304) {
      throw new ResponseError(response, `${response.status} for ${path}`);
    }
    return response;
  }

  private async credential(): Promise<string> {
    const { credential } = this.options;
    return typeof credential === 'function' ? credential() : credential;
  }
}

/** Refused for good: neither too many requests nor a server that is starting, stopping or without its database. */
function isFinal(error: unknown): boolean {
  return error instanceof ResponseError && error.response.status !== 429 && error.response.status !== 503;
}
