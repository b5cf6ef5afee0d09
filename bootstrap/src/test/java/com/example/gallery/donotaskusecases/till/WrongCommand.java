package com.example.gallery.donotaskusecases.till;

import com.ones1ght.application.chat.KickOffRoundUseCase;

record WrongCommand(KickOffRoundUseCase.Command command) {}
