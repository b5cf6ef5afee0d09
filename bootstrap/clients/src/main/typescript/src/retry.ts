import type { FetchAPI } from './generated/index.js';

/** When a request is repeated: after network errors, 429 and 503, if it is safe to repeat. */
export interface RetryOptions {
  /** How often a request is tried, at least once. */
  attempts: number;
  /** Milliseconds before the second attempt, doubled for each further one; `Retry-After` wins. */
  firstPause: number;
  /** The longest pause in milliseconds. */
  maxPause: number;
}

export const defaultRetries: RetryOptions = { attempts: 6, firstPause: 250, maxPause: 20_000 };

/**
 * A fetch that repeats reads, and writes with an `Idempotency-Key`. The key is the same for all attempts, so that the
 * request has its effect once.
 */
export function retryingFetch(fetchApi: FetchAPI, options: RetryOptions = defaultRetries): FetchAPI {
  return async (input, init) => {
    const attempts = isRepeatable(init) ? Math.max(1, options.attempts) : 1;
    for (let attempt = 1; ; attempt++) {
      let response: Response | undefined;
      try {
        response = await fetchApi(input, init);
        if (attempt >= attempts || !(await isTransient(response))) {
          return response;
        }
      } catch (error) {
        if (attempt >= attempts || init?.signal?.aborted) {
          throw error;
        }
      }
      await pause(Math.min(wanted(response, attempt, options), options.maxPause), init?.signal);
    }
  };
}

function isRepeatable(init?: RequestInit): boolean {
  const method = (init?.method ?? 'GET').toUpperCase();
  return ['GET', 'HEAD', 'PUT', 'DELETE'].includes(method) || new Headers(init?.headers).has('Idempotency-Key');
}

async function isTransient(response: Response): Promise<boolean> {
  if (response.status === 409) {
    const text = await response.clone().text();
    return text.includes('"IDEMPOTENCY_IN_PROGRESS"');
  }
  return response.status === 429 || response.status === 503;
}

function wanted(response: Response | undefined, attempt: number, options: RetryOptions): number {
  const seconds = Number(response?.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : options.firstPause * 2 ** (attempt - 1);
}

/** Resolves after so many milliseconds, and rejects as soon as the signal aborts. */
export function pause(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) {
      abort();
    }
    signal?.addEventListener('abort', abort, { once: true });
  });
}
