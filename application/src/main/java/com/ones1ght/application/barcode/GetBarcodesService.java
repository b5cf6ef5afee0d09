package com.ones1ght.application.barcode;

import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.domain.shared.NotFoundException;

/** Gathers the barcodes from the stored result: no store is called. */
public final class GetBarcodesService implements GetBarcodesUseCase {

    private final ChatQueries views;

    public GetBarcodesService(ChatQueries views) {
        this.views = views;
    }

    @Override
    public BarcodeSheet get(Query query) {
        return views.result(query.owner(), query.profile(), query.chat(), query.round())
                .map(BarcodeSheet::of)
                .orElseThrow(NotFoundException::new);
    }
}
