/** A refusal of the API. */
export class Refused extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** Whether a proxy says that the gateway is away. */
  get away() {
    return this.status >= 502 && this.status <= 504;
  }
}

/** @returns the content of "data" of an answer; a refusal is thrown */
export async function content(response) {
  let answer = null;
  try {
    answer = await response.json();
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) {
      throw failure;
    }
    // A proxy in between answers in its own way.
  }
  if (!response.ok || answer === null) {
    throw new Refused(response.status, answer?.code ?? `HTTP_${response.status}`, answer?.message ?? "");
  }
  return answer.data;
}
