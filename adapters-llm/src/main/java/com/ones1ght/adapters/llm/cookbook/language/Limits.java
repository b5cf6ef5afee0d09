package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers that a text states.
 *
 * @param servings for how many people, 1 to {@link #MAX_SERVINGS}
 * @param further how many people more than were planned before; fewer where negative
 * @param guests how many of those who eat come besides those at home
 * @param scale how many times what was planned before, for example 2 or 0.5
 * @param minutes in how much time the meal has to be ready
 * @param won what all of it may cost, in Korean won
 * @param ingredients of how many ingredients the dish is to be at most
 * @param unjudged what else it states, as written, that no recipe tells whether it keeps: calories
 * @param foreignBudget what it may cost as written, where that is no amount in won
 */
public record Limits(
        OptionalInt servings,
        int further,
        int guests,
        Optional<Double> scale,
        OptionalInt minutes,
        OptionalInt won,
        OptionalInt ingredients,
        Optional<String> unjudged,
        Optional<String> foreignBudget) {

    public static final Limits NONE = new Limits(
            OptionalInt.empty(),
            0,
            0,
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty());

    /** Households cook for no more people at once; a larger number is taken as this. */
    public static final int MAX_SERVINGS = 12;

    /** A particle and a space may stand before what is said of a food. */
    private static final int MAX_BEHIND = 4;

    /** Those of a text; "두부는 반만" halves the tofu, and nothing else. */
    static Limits in(AnalyzedText text, Varieties varieties) {
        Limits limits = in(text.phrases());
        boolean isOfFood = limits.scale.isPresent()
                && IntStream.range(0, text.mentions().size())
                        .filter(i -> varieties.effect(i) == Effect.MORE || varieties.effect(i) == Effect.LESS)
                        .map(i ->
                                text.tokens().get(text.mentions().get(i).last()).end())
                        .mapToObj(end -> text.text().substring(end))
                        .anyMatch(Limits::startsWithScale);
        return isOfFood
                ? limits.with(limits.servings, limits.further, limits.guests, Optional.empty(), limits.minutes)
                : limits;
    }

    private static boolean startsWithScale(String text) {
        StatedNumbers numbers = new StatedNumbers(new SaidPhrases(text));
        return Stream.of("half", "scale")
                .flatMap(kind -> numbers.start(kind).stream())
                .anyMatch(start -> start < MAX_BEHIND);
    }

    static Limits in(SaidPhrases phrases) {
        StatedNumbers numbers = new StatedNumbers(phrases).without("paid");
        Diners diners = Diners.in(numbers);
        OptionalInt won = won(numbers, diners);
        return new Limits(
                diners.atTable(),
                diners.further(),
                diners.guests(),
                diners.rest().find("half", 0.5).or(() -> numbers.find("scale", 2)),
                toInt(minutes(numbers)),
                won,
                toInt(numbers.find("ingredients", 0).filter(count -> count > 0)),
                numbers.written("unjudged"),
                won.isEmpty() ? numbers.written("foreign") : Optional.empty());
    }

    private static OptionalInt won(StatedNumbers numbers, Diners diners) {
        boolean isOfEach = numbers.written("each").isPresent();
        return toInt(numbers.find("won", 0)
                .map(amount -> isOfEach ? amount * diners.atTable().orElse(1) : amount));
    }

    private static Optional<Double> minutes(StatedNumbers numbers) {
        return numbers.find("minutes", 0)
                .or(() -> numbers.find("hours", 0).map(hours -> hours * 60))
                .filter(minutes -> minutes > 0);
    }

    private static OptionalInt toInt(Optional<Double> number) {
        return number.map(value -> OptionalInt.of((int) Math.min(value, Integer.MAX_VALUE)))
                .orElse(OptionalInt.empty());
    }

    /** For how many people to cook what is meant for so many. */
    public int servings(int planned) {
        int scaled = inRange(Math.round(planned * scale.orElse(1.0)));
        return inRange(servings.orElse(guests > 0 ? guests + 1 : scaled) + further);
    }

    /** With the people to cook for, as a whole. */
    public Limits withServings(int people) {
        return with(OptionalInt.of(inRange(people)), 0, 0, Optional.empty(), minutes);
    }

    /** Ready in less time than a dish that takes so many minutes. */
    public Limits fasterThan(int dish) {
        return with(servings, further, guests, scale, OptionalInt.of(dish - 1));
    }

    /** These, in as many minutes as the others. */
    public Limits inTimeOf(Limits other) {
        return with(servings, further, guests, scale, other.minutes);
    }

    private Limits with(OptionalInt people, int more, int coming, Optional<Double> times, OptionalInt time) {
        return new Limits(people, more, coming, times, time, won, ingredients, unjudged, foreignBudget);
    }

    private static int inRange(long people) {
        return (int) Math.max(1, Math.min(people, MAX_SERVINGS));
    }

    /** These, and the other's where these say nothing. */
    public Limits or(Limits other) {
        OptionalInt atHome = other.servings.isPresent() && guests > 0
                ? OptionalInt.of(inRange(other.servings.getAsInt() + guests))
                : other.servings;
        return new Limits(
                servings.isPresent() ? servings : atHome,
                servings.isPresent() ? further : further + other.further,
                servings.isPresent() || other.servings.isPresent() ? 0 : Math.min(MAX_SERVINGS, guests + other.guests),
                scale.or(() -> other.scale),
                minutes.isPresent() ? minutes : other.minutes,
                won.isPresent() ? won : other.won,
                ingredients.isPresent() ? ingredients : other.ingredients,
                unjudged.or(() -> other.unjudged),
                foreignBudget.or(() -> other.foreignBudget));
    }
}
