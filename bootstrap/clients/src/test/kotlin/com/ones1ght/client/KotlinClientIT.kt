package com.ones1ght.client

import com.ones1ght.client.kotlin.apis.AccessApi
import com.ones1ght.client.kotlin.apis.ChatsApi
import com.ones1ght.client.kotlin.apis.ProfilesApi
import com.ones1ght.client.kotlin.apis.StoresApi
import com.ones1ght.client.kotlin.apis.TriggersApi
import com.ones1ght.client.kotlin.infrastructure.ApiClient
import com.ones1ght.client.kotlin.infrastructure.ClientException
import com.ones1ght.client.kotlin.models.CouponTriggerRequest
import com.ones1ght.client.kotlin.models.KickoffRequest
import com.ones1ght.client.kotlin.models.PositionRequest
import com.ones1ght.client.kotlin.models.ProfileTokenRequest
import com.ones1ght.client.kotlin.models.Round
import com.ones1ght.client.kotlin.models.RoundStatus
import com.ones1ght.client.kotlin.models.TodoChange
import com.ones1ght.client.kotlin.models.TodoState
import com.ones1ght.client.kotlin.models.TodosChangeRequest
import java.util.UUID
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.awaitility.Awaitility.await
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.ExtendWith

/** An app in Kotlin, with what the generator makes and nothing else. */
@ExtendWith(Gateway::class)
class KotlinClientIT {

    @Test
    fun `an app should get through a visit`(gateway: Gateway) {
        val address = gateway.address().toString()
        ApiClient.accessToken = gateway.key()
        assertThat(AccessApi(address).validateKey().data.expiresAt).isNull()
        val profiles = ProfilesApi(address)
        val profile = profiles.createProfile(mapOf("name" to "佐藤花子", "locale" to "ja")).data.profileId
        assertThat(profiles.getProfile(profile).data.data["name"]).isEqualTo("佐藤花子")

        val chats = ChatsApi(address)
        val accepted = chats.kickOffRound(
            profile, KickoffRequest("豆腐で何か"), idempotencyKey = UUID.randomUUID().toString()).data
        val chat = accepted.chatId!!
        val first = chats.getRound(profile, chat, accepted.roundId!!).data
        assertThat(first.todos == null || first.todos!!.items.isNotEmpty()).isTrue()
        val round: Round = await().until(
            { chats.getRound(profile, chat, accepted.roundId!!).data },
            { it.status != RoundStatus.in_progress })

        assertThat(round.status).isEqualTo(RoundStatus.completed)
        assertThat(round.lastError).isNull()
        assertThat(round.todos!!.items).isNotEmpty()
        assertThat(round.notifications.ad!!.items).isNotEmpty()
        assertThat(round.notifications.couponSpot).isNotEmpty()
        assertThat(round.notifications.couponSpot.map { it.recId }).containsOnlyNulls()
        assertThat(chats.getChat(profile, chat).data.rounds).hasSize(1)
        assertThat(chats.getChat(profile, chat).data.sessionId).isNull()
        assertThat(chats.listChats(profile).data.items.map { it.chatId }).containsExactly(chat)
        assertThat(chats.getBarcodes(profile, chat, round.roundId).data.todos).isNotEmpty()

        val picked = TodosChangeRequest(
            listOf(TodoChange(round.todos!!.items.first().product.id, TodoState.picked)))
        assertThat(chats.changeTodos(profile, chat, round.roundId, picked).data.todos!!.items.first().state)
            .isEqualTo(TodoState.picked)

        val coupon = CouponTriggerRequest(
            chat, round.roundId, round.notifications.coupon.first().recId!!)
        assertThat(TriggersApi(address).triggerCoupon(profile, coupon).data.eventId).startsWith("evt_")
    }

    @Test
    fun `an app with a token should find its way and report where it is`(gateway: Gateway) {
        val address = gateway.address().toString()
        ApiClient.accessToken = gateway.key()
        val profiles = ProfilesApi(address)
        val profile = profiles.createProfile(mapOf("locale" to "ja")).data.profileId
        val token = profiles.issueProfileToken(
            profile, profileTokenRequest = ProfileTokenRequest(expiresInSeconds = 600)).data
        ApiClient.accessToken = token.token
        assertThat(AccessApi(address).validateKey().data.expiresAt).isEqualTo(token.expiresAt)

        val asked = ChatsApi(address).kickOffRound(profile, KickoffRequest("豆腐で何か")).data
        val plan = StoresApi(address).getStorePlan("main").data
        val entrance = plan.signages.first()
        val triggers = TriggersApi(address)
        val near = PositionRequest(asked.chatId!!, asked.roundId!!, entrance.location.x, entrance.location.y)

        assertThat(triggers.triggerPosition(profile, near).data.entered).containsExactly(entrance.signageNo)
        assertThat(triggers.triggerPosition(profile, near.copy(x = plan.width)).data.left)
            .containsExactly(entrance.signageNo)
    }

    @Test
    fun `a refusal should come with its status`(gateway: Gateway) {
        ApiClient.accessToken = gateway.key()

        assertThatThrownBy { ProfilesApi(gateway.address().toString()).getProfile(UUID.randomUUID()) }
            .isInstanceOfSatisfying(ClientException::class.java) { assertThat(it.statusCode).isEqualTo(404) }
    }
}
