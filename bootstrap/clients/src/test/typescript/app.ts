import assert from 'node:assert/strict';
import {
  AccessApi,
  ChatsApi,
  OneS1ghtClient,
  ProfilesApi,
  ResponseError,
  StoresApi,
  TriggersApi,
} from '@ones1ght/client';

/**
 * An app with the package that is published. `node app.js GATEWAY KEY PROXY STREAM`; the proxy cuts its first connection,
 * and the stream of a round's events breaks once.
 */
const [gateway, key, proxy, stream] = process.argv.slice(2) as [string, string, string, string];
const client = new OneS1ghtClient({ baseUrl: gateway, credential: () => key, retries: { firstPause: 50 } });
const { configuration } = client;

assert.equal((await new AccessApi(configuration).validateKey()).data.expiresAt, null);
const profiles = new ProfilesApi(configuration);
const profileId = (await profiles.createProfile({ requestBody: { name: 'Kim', locale: 'en' } })).data.profileId;
assert.equal((await profiles.getProfile({ profileId })).data.data['name'], 'Kim');

const listed = await client.recommendAndWait(profileId, { prompt: 'something quick with tofu' }, { until: 2 });
assert.ok(listed.todos);
const chats = new ChatsApi(configuration);
const chatId = (await chats.listChats({ profileId })).data.items[0]!.chatId;
const round = await client.waitForRound(profileId, chatId, listed.roundId);
assert.equal(round.status, 'completed');
assert.equal(round.lastError, undefined);
assert.ok(round.createdAt instanceof Date);
assert.ok(round.todos!.items.length > 0);
assert.ok(round.notifications.ad!.items.length > 0);
assert.ok(round.notifications.couponSpot.length > 0);
assert.ok(round.notifications.couponSpot.every((spot) => spot.recId === null && spot.location));
assert.equal((await chats.getChat({ profileId, chatId })).data.rounds?.length, 1);
assert.ok((await chats.getBarcodes({ profileId, chatId, roundId: round.roundId })).data.todos.length > 0);

const changed = await chats.changeTodos({
  profileId,
  chatId,
  roundId: round.roundId,
  todosChangeRequest: { items: [{ itemId: round.todos!.items[0]!.product.id, state: 'picked' }] },
});
assert.equal(changed.data.todos!.items[0]!.state, 'picked');

const triggered = await new TriggersApi(configuration).triggerCoupon({
  profileId,
  couponTriggerRequest: { chatId, roundId: round.roundId, recId: round.notifications.coupon[0]!.recId!, kind: 'redeemed' },
});
assert.match(triggered.data.eventId, /^evt_/);

const issued = (await profiles.issueProfileToken({ profileId, profileTokenRequest: { expiresInSeconds: 600 } })).data;
const app = new OneS1ghtClient({ baseUrl: gateway, credential: () => issued.token }).configuration;
const validation = (await new AccessApi(app).validateKey()).data;
assert.equal(validation.keyType, 'profile_token');
assert.deepEqual(validation.expiresAt, issued.expiresAt);
const plan = (await new StoresApi(app).getStorePlan({ storeId: 'main' })).data;
const entrance = plan.signages[0]!;
const at = { chatId, roundId: round.roundId, x: entrance.location.x, y: entrance.location.y };
const triggers = new TriggersApi(app);
const entered = await triggers.triggerPosition({ profileId, positionRequest: { ...at, forgotten: 'open' } });
assert.deepEqual(entered.data.entered, [entrance.signageNo]);
assert.equal(entered.data.eventIds.length, round.notifications.ad!.items.length);
const left = await triggers.triggerPosition({ profileId, positionRequest: { ...at, x: plan.width } });
assert.deepEqual(left.data.left, [entrance.signageNo]);

const unlucky = new OneS1ghtClient({ baseUrl: proxy, credential: key, retries: { firstPause: 50 } });
const accepted = await unlucky.kickOff(profileId, { prompt: 'something with rice' });
const all = (await chats.listChats({ profileId })).data.items;
assert.deepEqual(all.map((chat) => chat.chatId), [accepted.chatId, chatId]);

const followed = [];
for await (const event of client.roundEvents(profileId, accepted.chatId as string, accepted.roundId as string)) {
  followed.push(event);
}
assert.ok(followed.slice(0, -1).every((event) => event.type === 'step'));
assert.deepEqual([followed.at(-1)!.id, followed.at(-1)!.type], ['1.end', 'completed']);
assert.ok(followed.at(-1)!.round.notifications.ad!.items.length > 0);

const streaming = new OneS1ghtClient({ baseUrl: stream, credential: key, retries: { firstPause: 50 } });
const received: string[] = [];
for await (const event of streaming.roundEvents(profileId, chatId, round.roundId)) {
  received.push(`${event.id} ${event.type}`);
  assert.equal(event.round.backListStatus, null);
}
assert.deepEqual(received, ['1.0 step', '1.1 step', '1.end completed']);

const stranger = new OneS1ghtClient({ baseUrl: gateway, credential: 'osk_demo_unknown' });
await assert.rejects(
  stranger.kickOff(profileId, { prompt: 'anything' }),
  (refusal) => refusal instanceof ResponseError && refusal.response.status === 401,
);
console.log('through');
