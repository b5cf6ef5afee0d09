package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.barcode.GetBarcodesService;
import com.ones1ght.application.barcode.GetBarcodesUseCase;
import com.ones1ght.application.chat.GetTenantChatService;
import com.ones1ght.application.chat.GetTenantChatUseCase;
import com.ones1ght.application.chat.KickOffRoundService;
import com.ones1ght.application.chat.KickOffRoundUseCase;
import com.ones1ght.application.chat.ListChatsService;
import com.ones1ght.application.chat.ListChatsUseCase;
import com.ones1ght.application.chat.ListTenantChatsService;
import com.ones1ght.application.chat.ListTenantChatsUseCase;
import com.ones1ght.application.chat.RoundRules;
import com.ones1ght.application.chat.RunAcceptance;
import com.ones1ght.application.chat.RunnerWakeup;
import com.ones1ght.application.chat.WatchChatService;
import com.ones1ght.application.chat.WatchChatUseCase;
import com.ones1ght.application.chat.port.ChatViews;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.NewRuns;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.TenantChats;
import com.ones1ght.application.chat.runner.RunnerSettings;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.onboarding.ProvisionTenantService;
import com.ones1ght.application.onboarding.ProvisionTenantUseCase;
import com.ones1ght.application.profile.CreateProfileService;
import com.ones1ght.application.profile.CreateProfileUseCase;
import com.ones1ght.application.profile.DeleteProfileService;
import com.ones1ght.application.profile.DeleteProfileUseCase;
import com.ones1ght.application.profile.ErasedProfiles;
import com.ones1ght.application.profile.GetProfileService;
import com.ones1ght.application.profile.GetProfileUseCase;
import com.ones1ght.application.profile.UpdateProfileService;
import com.ones1ght.application.profile.UpdateProfileUseCase;
import com.ones1ght.application.profile.port.ProfileDocuments;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.application.tenant.port.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** Makes the use cases, but for those of visits, events and the administration, out of plain objects; callers know them by their interfaces alone. */
@ApplicationScoped
public class UseCases {

    @Produces
    @ApplicationScoped
    ProvisionTenantUseCase provisionTenant(
            Tenants tenants,
            ApiKeys keys,
            CreditLedger credits,
            UnitOfWork unitOfWork,
            IdGenerator ids,
            InstantSource clock) {
        return new ProvisionTenantService(tenants, keys, credits, unitOfWork, ids, clock);
    }

    @Produces
    @ApplicationScoped
    CreateProfileUseCase createProfile(
            Profiles profiles,
            ProfileDocuments documents,
            UnitOfWork unitOfWork,
            IdGenerator ids,
            InstantSource clock) {
        return new CreateProfileService(profiles, documents, unitOfWork, ids, clock);
    }

    @Produces
    @ApplicationScoped
    GetProfileUseCase getProfile(Profiles profiles) {
        return new GetProfileService(profiles);
    }

    @Produces
    @ApplicationScoped
    UpdateProfileUseCase updateProfile(
            Profiles profiles, ProfileDocuments documents, UnitOfWork unitOfWork, InstantSource clock) {
        return new UpdateProfileService(profiles, documents, unitOfWork, clock);
    }

    @Produces
    @ApplicationScoped
    DeleteProfileUseCase deleteProfile(
            Profiles profiles, UnitOfWork unitOfWork, ErasedProfiles erased, InstantSource clock) {
        return new DeleteProfileService(profiles, unitOfWork, erased, clock);
    }

    /** Not behind a proxy, which a final class cannot have: it holds no state. */
    @Produces
    RunAcceptance runAcceptance(NewRuns runs, CreditLedger credits, IdGenerator ids, RoundRules rules) {
        return new RunAcceptance(runs, credits, ids, rules);
    }

    @Produces
    @ApplicationScoped
    KickOffRoundUseCase kickOffRound(
            Profiles profiles,
            Chats chats,
            RunAcceptance acceptance,
            UnitOfWork unitOfWork,
            RunnerWakeup runner,
            IdGenerator ids,
            InstantSource clock) {
        return new KickOffRoundService(profiles, chats, acceptance, unitOfWork, runner, ids, clock);
    }

    @Produces
    @ApplicationScoped
    ListChatsUseCase listChats(ChatViews views) {
        return new ListChatsService(views);
    }

    @Produces
    @ApplicationScoped
    ListTenantChatsUseCase listTenantChats(TenantChats chats) {
        return new ListTenantChatsService(chats);
    }

    @Produces
    @ApplicationScoped
    GetTenantChatUseCase getTenantChat(TenantChats chats) {
        return new GetTenantChatService(chats);
    }

    @Produces
    @ApplicationScoped
    WatchChatUseCase watchChat(
            ChatViews views,
            RunnerWakeup runner,
            CouponSpots spots,
            StoreCatalog catalog,
            ResultDocuments documents,
            Executor executor,
            InstantSource clock,
            RunnerSettings settings) {
        CouponSpotBoard board = new CouponSpotBoard(spots, catalog, documents, executor, clock);
        return new WatchChatService(views, runner, board, settings.defaultStore());
    }

    @Produces
    @ApplicationScoped
    GetBarcodesUseCase getBarcodes(ChatViews views) {
        return new GetBarcodesService(views);
    }
}
