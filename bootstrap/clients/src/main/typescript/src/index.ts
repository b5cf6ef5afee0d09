export * from './client.js';
export * from './retry.js';
export * from './round.js';
export * from './generated/index.js';
