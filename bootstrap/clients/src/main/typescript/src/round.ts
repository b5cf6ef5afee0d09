import { RoundFromJSON, type Round } from './generated/index.js';

/** What to wait for: a step of the round, 1 to 4, or its end. */
export type Until = 1 | 2 | 3 | 4 | 'settled';

/** An event of a round's stream: a step, or at last `completed` or `error`. */
export interface RoundEvent {
  /** Says what was received, to the next connection. */
  id: string;
  type: 'step' | 'completed' | 'error';
  /** The round as it is now. */
  round: Round;
}

/** Whether there is nothing more to wait for; a settled round is waited for no longer in any case. */
export function isReached(round: Round, until: Until): boolean {
  if (round.status !== 'in_progress') {
    return true;
  }
  const { step1, step2, step3, step4 } = round.pipelineProgress;
  return until !== 'settled' && [step1, step2, step3, step4][until - 1] === 'done';
}

/** Reads server-sent events, as far as the gateway uses their format: comments, and id, event and data. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<RoundEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      rest += decoder.decode(value, { stream: true });
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parse(block);
        if (event) {
          yield event;
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parse(block: string): RoundEvent | undefined {
  const fields = new Map<string, string>();
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) {
      const name = line.slice(0, colon);
      const value = line.slice(colon + 1).replace(/^ /, '');
      fields.set(name, fields.has(name) ? `${fields.get(name)}\n${value}` : value);
    }
  }
  const data = fields.get('data');
  return data === undefined
    ? undefined
    : {
        id: fields.get('id') ?? '',
        type: (fields.get('event') ?? 'step') as RoundEvent['type'],
        round: RoundFromJSON(JSON.parse(data)),
      };
}
